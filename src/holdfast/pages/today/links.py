"""The one thing to do about each thing that waits, and where."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from holdfast.engine.reference.entry_fields import value
from holdfast.pages.record_something.links import record_url
from holdfast.record.read import entries_by_id
from holdfast.rules.conditions import RefersTo
from holdfast.rules.event import Event
from holdfast.standards import STANDARDS
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.registry import ENTRY_TYPES


@dataclass(frozen=True)
class Action:
    """A link: what it does, and where it leads."""

    text: str
    url: str


def child_page(child: str) -> str:
    """The address of a child's page; nothing where this installation has none."""
    try:
        return reverse("child:page", args=[child])
    except NoReverseMatch:
        return ""


def triggers(ids: list[str]) -> dict[str, Entry]:
    """The entries that clocks started from, read together."""
    return entries_by_id(ids)


def action_for(rule: str | None, child: str, trigger: Entry | None) -> Action | None:
    """What meets the standard: the concern's own page, or the form for the entry that is wanted, filled in beforehand. A
    signal has none: it is a question, and is answered in words."""
    if rule not in STANDARDS:
        return None
    contact = _contact(trigger)
    if contact is not None:
        return Action("Open the concern", reverse("concern:one", args=[contact]))
    events = STANDARDS[rule].met_by
    if not events:
        return None
    type = events[0].types[0]
    known = dict.fromkeys(_refers(events[0]), trigger.id) if trigger else {}
    return Action(f"Record: {_lower(ENTRY_TYPES[type].title)}", record_url(type, child, **known))


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
