"""Where each kind of thing that is put to people opens."""

from collections.abc import Callable

from django.urls import reverse

from holdfast.duty.sent_things import SentThing

_OPENS: dict[str, Callable[[SentThing], str]] = {
    "alert": lambda thing: reverse("worklists:answer", args=[thing.child, thing.matter]),
    "warning": lambda thing: reverse("for_you:soon_due", args=[thing.child, thing.matter]),
    "task": lambda thing: reverse("for_you:soon_due", args=[thing.child, thing.matter]),
    "concern": lambda thing: reverse("contacts:one", args=[thing.matter]),
    "outcome": lambda thing: reverse("contacts:tell", args=[thing.matter]),
    "own_concern": lambda thing: reverse("contacts:followed", args=[thing.matter]),
    "message": lambda thing: reverse("worklists:message", args=[thing.matter]),
    "rota": lambda thing: reverse("rota:gap", args=[thing.matter]),
    "record": lambda thing: reverse("for_you:the_record", args=[thing.matter]),
}


def thing_url(thing: SentThing) -> str:
    """The address of the thing itself."""
    return _OPENS[thing.kind](thing)
