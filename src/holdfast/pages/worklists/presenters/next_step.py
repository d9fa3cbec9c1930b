"""The one thing to do about each thing that waits, and where."""

from dataclasses import dataclass

from django.urls import reverse

from holdfast.access.entry_writers import permission_for
from holdfast.access.permissions import Permission
from holdfast.duty.decided_days import FOLLOWED_BY, DecidedDay
from holdfast.engine.reference.entry_fields import value
from holdfast.pages.entries.links import record_url
from holdfast.rules.conditions import RefersTo
from holdfast.rules.event import Event
from holdfast.standards import STANDARDS
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.type_registry import ENTRY_TYPES


@dataclass(frozen=True)
class NextStep:
    """A link: what it does, where it leads, and what somebody must be allowed to do there."""

    text: str
    url: str
    needs: Permission | None = None


def step_for(rule: str | None, child: str, trigger: Entry | None) -> NextStep | None:
    """What meets the standard: the concern's own page, or the form for the entry that is wanted, filled in beforehand. A
    signal has none: it is a question, and is answered in words."""
    if rule not in STANDARDS:
        return None
    # Everything about a concern is done on its own page, where what it says can be read: a bare form would decide it unread.
    contact = _contact(trigger)
    if contact is not None:
        return NextStep("Open the concern", reverse("contacts:one", args=[contact]))
    events = STANDARDS[rule].met_by
    if not events:
        return None
    # The first that is named is what the guidance wants. The others count as well, and stand on the page that explains the rule.
    type = events[0].types[0]
    known = dict.fromkeys(_refers(events[0]), trigger.id) if trigger else {}
    return NextStep(f"Record: {_lower(ENTRY_TYPES[type].title)}", record_url(type, child, **known), permission_for(type))


def step_after(day: DecidedDay) -> NextStep:
    """What says that what was decided has happened."""
    type = FOLLOWED_BY[day.decided][0]
    return NextStep(f"Record: {_lower(ENTRY_TYPES[type].title)}", record_url(type, day.child), permission_for(type))


def _contact(trigger: Entry | None) -> str | None:
    """The concern that something at the front door is about."""
    if trigger is None:
        return None
    if trigger.type == "contact_received":
        return trigger.id
    return str(value(trigger, "contact")) if trigger.type == "contact_decided" else None


def _refers(event: Event) -> list[str]:
    return [condition.field for condition in event.where if isinstance(condition, RefersTo) and condition.start_field is None]


def _lower(text: str) -> str:
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"
