"""Something to be done so long before a planned day, or by the day itself."""

from collections.abc import Iterator, Sequence

from holdfast.engine.compiled.calendar_arrays import Due
from holdfast.engine.compiled.clock_start import CompactStart, Excuse
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import planned
from holdfast.engine.compiled.instants import midnight
from holdfast.engine.compiled.knowledge_states import Tile, in_each_state
from holdfast.engine.compiled.limit.per_start import due_before
from holdfast.engine.compiled.outcome import exemption, resolve, start_clock
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.standard import KINDS, Now, OverTime
from holdfast.engine.compiled.terms import Terms
from holdfast.engine.compiled.trigger import compile_trigger
from holdfast.engine.reference.limit.planned_day import SAME_BOOKING
from holdfast.kernel.when import When
from holdfast.rules.limit import BeforePlannedDay, ByPlannedDay, PlannedDay
from holdfast.rules.standard import Standard


def before_event(compiler: Compiler, rule: Standard, terms: Terms) -> tuple[Now, OverTime]:
    """One clock for each booking. Booking the same thing again puts the new day in place of the old, so that what one starts
    depends on the others."""
    trigger = compile_trigger(compiler, rule.trigger)
    limit = rule.limit
    assert isinstance(limit, PlannedDay)

    def booked(person: PersonRecord) -> Iterator[CompactClock]:
        # All of them first: whether one still holds is said by the others.
        bookings = list(trigger.starts(person))
        for start in bookings:
            day = planned(start.entry, limit.planned_in)
            clock = _booked(person, terms, start, day)
            if clock is None or day is None or clock.missing is not None:
                if clock is not None:
                    yield clock
                continue
            if terms.from_age is not None and not _has_reached(person, terms.from_age, day):
                continue
            over = _rebooked(person, limit.held.types, start, bookings) or exemption(person, terms, start)
            yield resolve(person, terms, clock, start, met_by=terms.met_by, over=over)

    def now(person: PersonRecord) -> Sequence[CompactClock]:
        return list(booked(person))

    def over_time(person: PersonRecord) -> Iterator[Tile[CompactClock]]:
        # Whole in each state, because every booking depends on the others.
        return in_each_state(person, booked)

    return now, over_time


def _booked(person: PersonRecord, terms: Terms, start: CompactStart, day: When | None) -> CompactClock | None:
    """The clock of a booking as it starts; none where a booking that says no day starts none."""
    limit = terms.limit_on(start.day)
    counted = limit.limit
    assert isinstance(counted, BeforePlannedDay | ByPlannedDay)
    if day is None:
        missing = Due(None, False, "the day it is planned for")
        return start_clock(person, terms, start, missing, limit) if isinstance(counted, ByPlannedDay) else None
    due = due_before(day.first, counted.amount)
    if isinstance(counted, BeforePlannedDay) and counted.or_at_once and due.at is not None:
        # Booked too late for so many days' notice, it is due at once, and not before it was known.
        due = Due(max(due.at, start.day))
    clock = start_clock(person, terms, start, due, limit)
    if due.missing is None:
        clock.approximate = clock.approximate or not day.exact
    return clock


def _has_reached(person: PersonRecord, years: int, day: When) -> bool:
    last = day.last.toordinal()
    if person.unborn_on(last):
        return False
    who = person.identity()
    return who.born_last is None or who.turns(years) <= last


def _rebooked(
    person: PersonRecord, held: tuple[str, ...], start: CompactStart, bookings: Sequence[CompactStart]
) -> Excuse | None:
    """Booking the same thing again, before it was held, puts the new date in place of the old."""
    for other in bookings:
        if other.entry.id == start.entry.id or _end(other) < _end(start):
            continue
        if any(other.entry.data.get(field) != start.entry.data.get(field) for field in SAME_BOOKING):
            continue
        if not any(start.day <= entry.last <= other.day for entry in person.read(held)):
            return other.day, other.entry, "booked again for another day"
    return None


def _end(start: CompactStart) -> int:
    return midnight(start.day + 1) if start.instant is None else start.instant


KINDS.update({BeforePlannedDay: before_event, ByPlannedDay: before_event})
