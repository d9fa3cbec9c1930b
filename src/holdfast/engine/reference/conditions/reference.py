"""What the conditions mean that set what the entry names beside the starting entry, or beside the person the clock is about."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference.entry_fields import listed
from holdfast.engine.reference.event import EntryContext, Truth, certainly
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition


def _refers_to(condition: c.RefersTo, a: EntryContext) -> Truth:
    if a.start is None:
        return False
    wanted = (a.start.id,) if condition.start_field is None else listed(a.start, condition.start_field)
    return any(a.life.known.same(str(one), str(other)) for one in listed(a.entry, condition.field) for other in wanted)


def _same_as(condition: c.SameAs, a: EntryContext) -> Truth:
    return a.start is not None and bool(set(listed(a.entry, condition.field)) & set(listed(a.start, condition.start_field)))


def _named_by(condition: c.NamedBy, a: EntryContext) -> Truth:
    named = () if a.start is None else listed(a.start, condition.field)
    if condition.what == "person":
        return bool(set(named) & set(a.entry.about))
    return any(a.life.known.same(str(each), a.entry.id) for each in named)


def _refers_to_event(condition: c.RefersToEvent, a: EntryContext) -> Truth:
    named = (a.life.known.current(str(each)) for each in listed(a.entry, condition.field))
    return any(
        entry is not None and a.life.id in entry.about and certainly(condition.event, EntryContext(a.life, entry))
        for entry in named
    )


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.RefersTo: _refers_to,
    c.SameAs: _same_as,
    c.NamedBy: _named_by,
    c.IsTrigger: lambda condition, a: a.start is not None and a.entry.id == a.start.id,
    c.RefersToEvent: _refers_to_event,
}
