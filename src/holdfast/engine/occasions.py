"""What the conditions and the trigger of :mod:`holdfast.standards.occasions` mean."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from holdfast.engine import who
from holdfast.engine.comparisons import others
from holdfast.engine.counting import Start, add
from holdfast.engine.fields import listed, plain, row_value, value
from holdfast.engine.folding import spans
from holdfast.engine.gathering import fitting
from holdfast.engine.holding import MEANINGS, Answer, Asked, certainly, holds
from holdfast.engine.known import order
from holdfast.engine.life import Life
from holdfast.engine.meeting import open_to
from holdfast.engine.starting import MEANINGS as TRIGGERS
from holdfast.kernel.calendar import england_and_wales
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When
from holdfast.standards import events as e
from holdfast.standards import occasions as o
from holdfast.standards import professions as p
from holdfast.standards.limits import Amount
from holdfast.vocabulary.entry import Entry

DAY = timedelta(days=1)


def _names_child(condition: o.NamesChild, a: Asked) -> Answer:
    if value(a.entry, condition.field) is None:
        return Unknown("who it names")
    return a.life.names_child(a.entry, condition.field)


def _names_sibling(condition: o.NamesSibling, a: Asked) -> Answer:
    day = a.entry.happened.last
    named = set(a.life.siblings) & set(listed(a.entry, condition.field))
    lives = [a.life, *(Life.of(a.life.known, each) for each in named)]
    return bool(named) and any(span.holds_on(day) for life in lives for span in spans(life, condition.state))


def _row_in(condition: o.RowIn, a: Asked) -> Answer:
    rows = value(a.entry, condition.field)
    if rows is None:
        return Unknown(condition.field)
    return any(row_value(row, condition.column) in condition.values for row in rows)


def _took_part(condition: o.TookPart, a: Asked) -> Answer:
    if a.subject is None:
        return True
    present = value(a.entry, "present")
    if present is None:
        return Unknown("who was present")
    kinds = {link.kind for link in a.life.relations() if link.from_person == a.subject}
    return any(
        row_value(row, "person") == a.subject or (not row_value(row, "person") and p.normal(row_value(row, "role")) in kinds)
        for row in present
    )


def _has_responsibility(condition: o.HasResponsibility, a: Asked) -> Answer:
    mothers = a.life.mothers
    return any(
        link.parental_responsibility is True or (link.from_person in mothers and link.parental_responsibility is None)
        for link in a.life.relations()
        if link.to_person == a.life.id and link.from_person == a.subject
    )


def _before_a_break(condition: o.BeforeABreak, a: Asked) -> Answer:
    day = a.entry.happened.last
    for each in (day, day + DAY):
        working = england_and_wales().is_working_day(each)
        if working is not True:
            return working if isinstance(working, Unknown) else True
    return False


def _of_sibling(condition: o.OfSibling, a: Asked) -> Answer:
    day = a.entry.happened.last
    return any(
        entry.happened.first <= day
        for sibling in a.life.siblings
        for entry in fitting(Life.of(a.life.known, sibling), condition.events)
    )


def _still_ahead(condition: o.StillAhead, a: Asked) -> Answer:
    planned = next((each for each in listed(a.entry, condition.field) if isinstance(each, When)), None)
    if planned is None or a.start is None:
        return condition.unsaid
    return planned.last >= a.start.happened.last


def _standing(condition: o.Standing, a: Asked) -> Answer:
    since = date.min
    if condition.within is not None:
        back = add(a.entry.happened.last, Amount(-condition.within.n, condition.within.unit))
        since = back if isinstance(back, date) else date.min
    earlier = [each for each in others(condition.event, a) if order(each) < order(a.entry) and each.happened.last >= since]
    return any(not _undone(condition, each, a) for each in earlier)


def _undone(condition: o.Standing, earlier: Entry, a: Asked) -> bool:
    """Whether something between the earlier entry and this one did away with the earlier."""
    return any(
        order(earlier) < order(each) < order(a.entry)
        and any(certainly(event, Asked(a.life, each, start=earlier, subject=a.subject)) for event in condition.unless)
        for each in (open_to(a.life, condition.unless) if condition.unless else ())
    )


def _organisation_is(condition: o.OrganisationIs, a: Asked) -> Answer:
    return any(
        p.speaks_of(condition.words, *who.organisation_words(a.life.known, str(each)))
        for each in listed(a.entry, condition.field)
    )


def _says_other(condition: o.SaysOther, a: Asked) -> Answer:
    return a.start is not None and _words(a.entry, condition.field) != _words(a.start, condition.field)


def _words(entry: Entry, field: str) -> frozenset[str]:
    return frozenset(plain(each) for each in listed(entry, field)) - {""}


def _disagree(life: Life, trigger: o.Disagree) -> Iterator[Start]:
    """Goes through words and explanations as they came, keeping each agency's latest word."""
    latest: dict[str, Entry] = {}
    standing: Start | None = None
    said = set(fitting(life, (trigger.event,)))
    for entry in sorted(said | set(fitting(life, trigger.explained_by)), key=order):
        lapsed = _lapses(entry, trigger)
        explained = entry not in said
        latest = {
            agency: each
            for agency, each in latest.items()
            if each.happened.last > lapsed and not (explained and each.happened.last < entry.happened.last)
        }
        agency = None if explained else _whose(life, trigger, entry)
        if agency is not None and _words(entry, trigger.field):
            latest[agency] = entry
        differing = [each for each in latest.values() if _words(each, trigger.field) != _words(entry, trigger.field)]
        apart = bool(agency and differing) if standing is None else _apart(latest, trigger)
        if apart and standing is None:
            standing = Start.of(entry, extra=tuple(sorted(differing, key=order)))
        elif standing is not None and not apart:
            yield replace(standing, excused=(max(entry.happened.last, standing.day), entry.id, "they agree"))
            standing = None
    if standing is not None:
        yield standing


def _apart(latest: dict[str, Entry], trigger: o.Disagree) -> bool:
    return len({_words(each, trigger.field) for each in latest.values()}) > 1


def _lapses(entry: Entry, trigger: o.Disagree) -> date:
    found = add(entry.happened.last, Amount(-trigger.within.n, trigger.within.unit))
    return found if isinstance(found, date) else date.min


def _whose(life: Life, trigger: o.Disagree, entry: Entry) -> str | None:
    for field in trigger.whose:
        for each in listed(entry, field):
            worker = who.worker_of(life.known, str(each))
            return (worker.organisation if worker else None) or str(each)
    return who.agency_of(life.known, entry)


_OCCASIONS: dict[type[e.Condition], Callable[[Any, Asked], Answer]] = {
    o.NamesChild: _names_child,
    o.NamesSibling: _names_sibling,
    o.NamesParent: lambda condition, a: bool(set(a.life.parents) & set(listed(a.entry, condition.field))),
    o.Surely: lambda condition, a: holds(condition.condition, a) is True,
    o.RowIn: _row_in,
    o.TookPart: _took_part,
    o.HasResponsibility: _has_responsibility,
    o.BeforeABreak: _before_a_break,
    o.OfSibling: _of_sibling,
    o.StillAhead: _still_ahead,
    o.Standing: _standing,
    o.OrganisationIs: _organisation_is,
    o.SaysOther: _says_other,
}
MEANINGS.update(_OCCASIONS)
TRIGGERS.update({o.Disagree: _disagree})
