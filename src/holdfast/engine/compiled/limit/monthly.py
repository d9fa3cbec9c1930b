"""At least so many in each calendar month, from the month after the start on."""

from collections.abc import Iterator
from datetime import date

from holdfast.engine.compiled.calendar_arrays import Due
from holdfast.engine.compiled.clock_start import CompactStart, replaced
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.instants import day_of
from holdfast.engine.compiled.limit.per_start import from_each_start
from holdfast.engine.compiled.outcome import exemption, start_clock
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.standard import KINDS, Now, OverTime
from holdfast.engine.compiled.terms import Terms
from holdfast.engine.compiled.trigger import compile_trigger
from holdfast.engine.reference.version_timeline import PARTNERSHIP
from holdfast.kernel.calendar import add_months
from holdfast.rules.limit import MonthlyCount
from holdfast.rules.standard import Standard


def min_count(compiler: Compiler, rule: Standard, terms: Terms) -> tuple[Now, OverTime]:
    """One clock for each month that has begun."""
    trigger = compile_trigger(compiler, rule.trigger)

    def settle(person: PersonRecord, start: CompactStart) -> Iterator[CompactClock]:
        until = date.fromordinal(day_of(person.record.as_at))
        over = exemption(person, terms, start)
        # From the month after: the one in which it starts has fewer days and would ask for as much.
        month = add_months(date.fromordinal(start.day).replace(day=1), 1)
        while month <= until and (over is None or month.toordinal() < over[0]):
            yield _month(person, terms, start, month)
            month = add_months(month, 1)

    return from_each_start(trigger, settle)


def _month(person: PersonRecord, terms: Terms, start: CompactStart, month: date) -> CompactClock:
    first, due = month.toordinal(), add_months(month, 1).toordinal() - 1
    limit = terms.limit_on(first)
    clock = start_clock(person, terms, replaced(start, day=first, instant=None), Due(due), limit)
    clock.key = f"{clock.key}/{month:%Y-%m}"
    event, wanted = terms.met_by, limit.wanted
    if event is None:
        return clock
    # What the partnership owes is counted over everyone's records.
    entries = person.anybodys(event.types) if person.id == PARTNERSHIP else person.read(event.types)
    done = [entry for entry in entries if first <= entry.last <= due and event.fits_whole(person, entry, start.entry, None)]
    clock.evidence = tuple(done[:wanted]) if len(done) >= wanted else tuple(done)
    if len(done) >= wanted:
        clock.met, clock.met_on = done[wanted - 1], done[wanted - 1].last
    return clock


KINDS[MonthlyCount] = min_count
