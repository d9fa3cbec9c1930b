"""At least so many in each calendar month, from the month after the start on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from holdfast.engine.clock import Clock
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.outcome import exemption, start_clock_due
from holdfast.engine.reference.person_view import PARTNERSHIP, PersonView
from holdfast.engine.reference.trigger import starts
from holdfast.kernel.calendar import add_months
from holdfast.kernel.when import london_day
from holdfast.rules.limit import MonthlyCount
from holdfast.rules.standard import Standard

DAY = timedelta(days=1)


def min_count(person: PersonView, standard: Standard) -> Iterator[Clock]:
    """At least so many in each calendar month, from the month after the start on."""
    until = london_day(person.known.moment.as_at)
    for start in starts(person, standard.trigger):
        over = exemption(person, standard, start)
        # From the month after: the one in which it starts has fewer days than the rest, and would ask for as much.
        month = add_months(start.day.replace(day=1), 1)
        # Months that have not begun are no clocks yet: there is no end to them.
        while month <= until and (over is None or month < over[0]):
            yield _month(person, standard.on(month), start, month)
            month = add_months(month, 1)


def _month(person: PersonView, rule: Standard, start: Start, month: date) -> Clock:
    limit, due = rule.limit, add_months(month, 1) - DAY
    assert isinstance(limit, MonthlyCount)
    begun = replace(start, day=month, instant=None)
    clock = start_clock_due(person, rule, begun, due)
    # One entry starts all of them; without the month they would be one clock that is always met and always late.
    clock = replace(clock, key=f"{clock.key}/{month:%Y-%m}")
    wanted = {each for event in rule.met_by for each in event.types}
    # What the partnership owes is counted over everyone's records.
    entries = person.known.of if person.id == PARTNERSHIP else person.entries
    done = [
        entry
        for entry in entries(*wanted)
        if month <= entry.happened.last <= due
        and any(certainly(event, EntryContext(person, entry, start=start.entry)) for event in rule.met_by)
    ]
    # As many as are wanted and no more: the last of these is what met it, and the others explain it.
    enough = done[: limit.amount.n]
    if len(enough) < limit.amount.n:
        return replace(clock, evidence=tuple(each.id for each in done))
    return replace(clock, met_by=enough[-1].id, met_on=enough[-1].happened.last, evidence=tuple(each.id for each in enough))
