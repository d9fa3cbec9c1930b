"""What the conditions mean that set what the entry names beside the starting entry, or beside the person the clock is about."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference.entry_fields import listed
from holdfast.engine.reference.event import EntryContext, Truth, certainly
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition


def _refers_to(condition: c.RefersTo, asked: EntryContext) -> Truth:
    if asked.start is None:
        return False
    # By the entry itself, or by what it points at: an answer may point at the question, or at what the question was about.
    wanted = (asked.start.id,) if condition.start_field is None else listed(asked.start, condition.start_field)
    return any(asked.person.known.same(str(one), str(other)) for one in listed(asked.entry, condition.field) for other in wanted)


def _same_as(condition: c.SameAs, asked: EntryContext) -> Truth:
    return asked.start is not None and bool(
        set(listed(asked.entry, condition.field)) & set(listed(asked.start, condition.start_field))
    )


def _named_by(condition: c.NamedBy, asked: EntryContext) -> Truth:
    named = () if asked.start is None else listed(asked.start, condition.field)
    if condition.what == "person":
        return bool(set(named) & set(asked.entry.about))
    return any(asked.person.known.same(str(each), asked.entry.id) for each in named)


def _refers_to_event(condition: c.RefersToEvent, asked: EntryContext) -> Truth:
    named = (asked.person.known.current(str(each)) for each in listed(asked.entry, condition.field))
    return any(
        entry is not None and asked.person.id in entry.about and certainly(condition.event, EntryContext(asked.person, entry))
        for entry in named
    )


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.RefersTo: _refers_to,
    c.SameAs: _same_as,
    c.NamedBy: _named_by,
    c.IsTrigger: lambda condition, asked: asked.start is not None and asked.entry.id == asked.start.id,
    c.RefersToEvent: _refers_to_event,
}
