"""Clocks about how long something must last, how long a right stays open, how far a pregnancy has come, and how many
were done in a month."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from holdfast.engine.clock import Clock
from holdfast.engine.reference import due_day
from holdfast.engine.reference import met_by as meeting
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.outcome import excuse, opened, opened_for, settled
from holdfast.engine.reference.person_view import PARTNERSHIP, PersonView
from holdfast.engine.reference.state import spans
from holdfast.engine.reference.trigger import starts
from holdfast.engine.units import gestation_day
from holdfast.kernel.calendar import add_months
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import london_day
from holdfast.rules.event import State
from holdfast.rules.limit import ByGestation, LastsAtLeast, MonthlyCount
from holdfast.rules.standard import Standard

DAY = timedelta(days=1)


def min_duration(life: PersonView, standard: Standard) -> Iterator[Clock]:
    """Something that must last at least so long: overdue from the day it was found not to have, met when it has."""
    limit = standard.limit
    assert isinstance(limit, LastsAtLeast)
    for start in starts(life, standard.trigger):
        rule = standard.on(start.day)
        clock = opened(life, rule, start)
        if clock.due is None or clock.missing is not None:
            yield clock
            continue
        due = clock.due_day
        assert due is not None
        broken = meeting.first(life, limit.broken_by, start)
        lapse = broken.day if broken is not None and broken.day < due else _lapse(life, limit.keeps, start.day, due)
        over = excuse(life, rule, start)
        if over is not None and (lapse is not None or over[0] < due):
            clock = replace(clock, excused_on=over[0], excused_by=over[1], excused_why=over[2])
        if clock.excused_on is not None and (lapse is None or clock.excused_on <= lapse):
            yield clock
            continue
        if lapse is None:
            yield replace(clock, met_on=due, met_by=start.entry.id)
            continue
        by = broken.entry if broken is not None and broken.day == lapse else None
        found = meeting.first(life, rule.met_by, replace(start, day=lapse, instant=None)) if rule.met_by else None
        yield replace(
            clock,
            broken_on=lapse,
            met_by=found.entry.id if found else None,
            met_on=found.day if found else None,
            met_late=found is not None,
            evidence=(*clock.evidence, by.id) if by is not None else clock.evidence,
        )


def _lapse(life: PersonView, keeps: State | None, begins: date, due: date) -> date | None:
    """The first day on which the state that should last did not hold: from the day after the start, so that it can begin
    on the day itself or the next."""
    if keeps is None:
        return None
    day = begins + DAY
    for span in spans(life, keeps):
        if span.start <= day and (span.end is None or span.end > day):
            day = due if span.end is None else span.end
    return day if day < due else None


def window(life: PersonView, standard: Standard) -> Iterator[Clock]:
    """A right that stays open so long: used, or closed the day after. It is never overdue."""
    for start in starts(life, standard.trigger):
        rule = standard.on(start.day)
        clock = opened(life, rule, start)
        due = clock.due_day
        if due is None:
            yield clock
            continue
        closed = (due + DAY, None, f"the {rule.limit.in_words()} in which to do so are over")
        over = min(closed, excuse(life, rule, start) or closed, key=lambda each: each[0])
        found = meeting.first(life, rule.met_by, start)
        yield settled(life, rule, clock, start, rule.met_by if found and found.day <= due else (), over)


def by_gestation(life: PersonView, standard: Standard) -> Iterator[Clock]:
    """Something due by so many completed weeks of pregnancy, and in any case by the birth. Where the pregnancy was further on
    than that when it started, it is due so long after as the rule says, or that day."""
    for start in starts(life, standard.trigger):
        rule = standard.on(start.day)
        limit = rule.limit
        assert isinstance(limit, ByGestation)
        due = gestation_day(life.person.expected, limit.amount.n)
        if isinstance(due, date) and due < start.day:
            due = (limit.late_start and due_day.add(start.day, limit.late_start)) or start.day
        if life.born is not None and life.born.exact:
            due = life.born.first if isinstance(due, Unknown) else min(due, life.born.first)
        clock = opened_for(life, rule, start, due)
        inexact = life.person.expected is not None and not life.person.expected.exact
        clock = replace(clock, approximate=clock.approximate or inexact)
        yield settled(life, rule, clock, start, rule.met_by, excuse(life, rule, start)) if clock.missing is None else clock


def min_count(life: PersonView, standard: Standard) -> Iterator[Clock]:
    """At least so many in each calendar month, from the month after the start on."""
    until = london_day(life.known.moment.as_at)
    for start in starts(life, standard.trigger):
        over = excuse(life, standard, start)
        month = add_months(start.day.replace(day=1), 1)
        while month <= until and (over is None or month < over[0]):
            yield _month(life, standard.on(month), start, month)
            month = add_months(month, 1)


def _month(life: PersonView, rule: Standard, start: Start, month: date) -> Clock:
    limit, due = rule.limit, add_months(month, 1) - DAY
    assert isinstance(limit, MonthlyCount)
    begun = replace(start, day=month, instant=None)
    clock = opened_for(life, rule, begun, due)
    clock = replace(clock, key=f"{clock.key}/{month:%Y-%m}")
    wanted = {each for event in rule.met_by for each in event.types}
    # What the partnership owes is counted over everyone's records.
    entries = life.known.of if life.id == PARTNERSHIP else life.entries
    done = [
        entry
        for entry in entries(*wanted)
        if month <= entry.happened.last <= due
        and any(certainly(event, EntryContext(life, entry, start=start.entry)) for event in rule.met_by)
    ]
    enough = done[: limit.amount.n]
    if len(enough) < limit.amount.n:
        return replace(clock, evidence=tuple(each.id for each in done))
    return replace(clock, met_by=enough[-1].id, met_on=enough[-1].happened.last, evidence=tuple(each.id for each in enough))
