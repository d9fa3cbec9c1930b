"""What the conditions of :mod:`holdfast.standards.histories` mean, asked of one entry about one person."""

from collections.abc import Callable
from datetime import date
from typing import Any

from holdfast.engine import carried_over, who
from holdfast.engine.counting import add
from holdfast.engine.fields import listed, row_value, value
from holdfast.engine.folding import spans
from holdfast.engine.gathering import fitting
from holdfast.engine.holding import MEANINGS, Answer, Asked, certainly, holds
from holdfast.engine.known import order
from holdfast.engine.life import Life
from holdfast.engine.meeting import readable
from holdfast.engine.missing_agencies import agencies
from holdfast.engine.pleas import plea
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When
from holdfast.standards import events as e
from holdfast.standards import histories as h
from holdfast.standards import professions as p
from holdfast.standards.limits import Amount
from holdfast.vocabulary.entry import Entry


def _all_of(condition: h.AllOf, a: Asked) -> Answer:
    answers = [holds(each, a) for each in condition.conditions]
    if any(answer is False for answer in answers):
        return False
    return next((answer for answer in answers if isinstance(answer, Unknown)), True)


def _back(day: date, amount: Amount | None) -> date:
    found = date.min if amount is None else add(day, Amount(-amount.n, amount.unit))
    return found if isinstance(found, date) else date.min


def _so_far(condition: h.SoFar, a: Asked) -> Answer:
    day = a.entry.happened.last
    since = _back(day, condition.within)
    return sum(since <= entry.happened.last <= day for entry in fitting(a.life, condition.events)) >= condition.least


def _near(condition: h.Near, a: Asked) -> Answer:
    day = a.entry.happened.last
    until = add(day, condition.within)
    since = _back(day, condition.within)
    return any(
        since <= entry.happened.last and (not isinstance(until, date) or entry.happened.last <= until)
        for entry in fitting(a.life, (condition.event,))
    )


def _names(condition: h.Names, a: Asked) -> Answer:
    named = (a.life.known.current(str(each)) for each in listed(a.entry, condition.field))
    return any(
        entry is not None and a.life.id in entry.about and certainly(condition.event, Asked(a.life, entry)) for entry in named
    )


def _share(condition: h.Share, a: Asked) -> Answer:
    types = tuple(dict.fromkeys((*condition.whole.types, *condition.part.types)))
    entries = [each for each in _readable(a.life, types) if each.happened.last <= a.entry.happened.last]
    if condition.latest_by is not None:
        root = a.life.known.chains.root
        entries = list({root(str(value(entry, condition.latest_by))): entry for entry in entries}.values())
    whole = [entry for entry in entries if certainly(condition.whole, Asked(a.life, entry))]
    part = [entry for entry in whole if certainly(condition.part, Asked(a.life, entry))]
    return bool(whole) and len(part) / len(whole) > condition.over


def _readable(life: Life, types: tuple[str, ...]) -> list[Entry]:
    found = readable(life, frozenset(types))
    return sorted((*found.exact, *found.ranges), key=order)


def _words(entry: Entry | None, field: str) -> int:
    return 0 if entry is None else sum(len(str(each).split()) for each in listed(entry, field))


def _roles_among(condition: h.RolesAmong, a: Asked) -> Answer:
    found = value(a.entry, condition.field)
    if found is None:
        return Unknown(condition.field)
    roles = {who.role_of(a.life.known, str(each)) or p.normal(str(each)) for each in listed(a.entry, condition.field)}
    return all(roles & set(group) for group in condition.groups)


def _more_present(condition: h.MorePresentThan, a: Asked) -> Answer:
    rows = value(a.entry, "present")
    if rows is None:
        return Unknown("who was present")
    professionals = [
        row for row in rows if row_value(row, "person") is None and p.normal(row_value(row, "role")) not in p.FAMILY_ROLES
    ]
    return len(professionals) > condition.n


def _subject_present(condition: h.SubjectPresent, a: Asked) -> Answer:
    present = value(a.entry, "present")
    return Unknown("who was present") if present is None else a.subject in agencies(a.life.known, present)


def _not_after_planned(condition: h.NotAfterPlanned, a: Asked) -> Answer:
    planned = next((each for each in listed(a.start, condition.field) if isinstance(each, When)), None) if a.start else None
    return planned is not None and a.entry.happened.last <= planned.last


def _lasted_under(condition: h.LastedUnder, a: Asked) -> Answer:
    span = next((each for each in spans(a.life, condition.state) if each.ended_by == a.entry), None)
    if span is None or span.end is None:
        return False
    limit = add(span.start, condition.amount)
    return isinstance(limit, date) and span.end < limit


_HISTORIES: dict[type[e.Condition], Callable[[Any, Asked], Answer]] = {
    h.AllOf: _all_of,
    h.SoFar: _so_far,
    h.Near: _near,
    h.Names: _names,
    h.Share: _share,
    h.SaysMore: lambda condition, a: _words(a.entry, condition.field) > _words(a.start, condition.field),
    h.AsksForSafety: lambda condition, a: any(plea(str(each)) is not None for each in listed(a.entry, condition.field)),
    h.RolesAmong: _roles_among,
    h.MorePresentThan: _more_present,
    h.SubjectPresent: _subject_present,
    h.NotAfterPlanned: _not_after_planned,
    h.LastedUnder: _lasted_under,
    h.AspectsShown: carried_over.aspects_shown,
    h.AspectsLookedAt: carried_over.aspects_looked_at,
    h.ActionsCarriedOver: carried_over.actions_carried_over,
    h.MeasureMoved: carried_over.measure_moved,
}
MEANINGS.update(_HISTORIES)
