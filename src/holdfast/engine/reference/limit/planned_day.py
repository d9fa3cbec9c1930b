"""Clocks counted back from a planned day, and shares of the interval to one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from holdfast.engine.clock import Clock
from holdfast.engine.reference import due_day
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.outcome import Exemption, exemption, resolve, start_clock_due
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.trigger import starts
from holdfast.engine.units import share_of
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When
from holdfast.rules.limit import Amount, BeforePlannedDay, ByPlannedDay, PlannedDay, ShareOfInterval
from holdfast.rules.standard import Standard

SAME_BOOKING = ("kind", "worker")
"""What two bookings of the same thing have in common, as far as they say it."""


def before_event(person: PersonView, standard: Standard) -> Iterator[Clock]:
    """Something to be done so long before a planned day, or by the day itself."""
    # All of them first: whether one still holds is said by the others.
    bookings = list(starts(person, standard.trigger))
    for start in bookings:
        rule = standard.on(start.day)
        limit = rule.limit
        assert isinstance(limit, BeforePlannedDay | ByPlannedDay)
        planned = planned_day(start, limit)
        if planned is None:
            # What is due by a day that nobody planned cannot be told. What is due before one is not asked at all until there
            # is one.
            if isinstance(limit, ByPlannedDay):
                yield replace(start_clock_due(person, rule, start, None), missing="the day it is planned for")
            continue
        # Before a range, before any day of it: the conference may be held on the first.
        due = due_day.add(planned.first, Amount(-limit.amount.n, limit.unit))
        if isinstance(limit, BeforePlannedDay) and limit.or_at_once and isinstance(due, date):
            # Booked too late for so many days' notice, it is due at once, and not before it was known.
            due = max(due, start.day)
        clock = start_clock_due(person, rule, start, due)
        if isinstance(due, Unknown):
            yield clock
            continue
        clock = replace(clock, approximate=clock.approximate or not planned.exact)
        from_age = limit.from_age if isinstance(limit, BeforePlannedDay) else None
        if from_age is not None and not _has_reached(person, from_age, planned):
            continue
        over = _rebooked(person, limit, start, bookings) or exemption(person, rule, start)
        yield resolve(person, rule, clock, start, met_by=rule.met_by, over=over)


def _has_reached(person: PersonView, years: int, planned: When) -> bool:
    if person.unborn_on(planned):
        return False
    reached = person.turns(years)
    # A child of unknown age is asked: better one question too many than none.
    return isinstance(reached, Unknown) or reached <= planned.last


def planned_day(start: Start, limit: PlannedDay) -> When | None:
    """The day the starting entry plans for."""
    return next((each for each in listed(start.entry, limit.planned_in) if isinstance(each, When)), None)


def _rebooked(person: PersonView, limit: PlannedDay, start: Start, bookings: list[Start]) -> Exemption | None:
    """Booking the same thing again, before it was held, puts the new date in place of the old."""
    for other in bookings:
        # At the same time or later: a range and a day may end together, and then neither is plainly first.
        later = other.entry.id != start.entry.id and other.end >= start.end
        if later and all(value(other.entry, field) == value(start.entry, field) for field in SAME_BOOKING):
            # Held in between, the first booking was used up and the second is for another conference.
            held = [entry for entry in person.entries(*limit.held.types) if start.day <= entry.happened.last <= other.day]
            if not held:
                return other.day, other.entry.id, "booked again for another day"
    return None


def share_of_interval(person: PersonView, standard: Standard) -> Iterator[Clock]:
    """A share of the time from each start to the next planned day: the next one booked, or the usual interval."""
    for start in starts(person, standard.trigger):
        rule = standard.on(start.day)
        limit = rule.limit
        assert isinstance(limit, ShareOfInterval)
        ends = _interval_ends(person, limit, start)
        if not isinstance(ends, date):
            yield start_clock_due(person, rule, start, ends if isinstance(ends, Unknown) else Unknown("how long the interval is"))
            continue
        due = share_of(start.day, ends, limit.n)
        yield resolve(
            person,
            rule,
            start_clock_due(person, rule, start, due),
            start,
            met_by=rule.met_by,
            over=exemption(person, rule, start),
        )


def _interval_ends(person: PersonView, limit: ShareOfInterval, start: Start) -> date | Unknown | None:
    booked = [
        planned.first
        for entry in person.entries(*limit.to.types)
        if order(entry) >= order(start.entry) and certainly(limit.to, EntryContext(person, entry))
        for planned in listed(entry, limit.planned_in)
        # A plan for a day that is already past says nothing of how long there is.
        if isinstance(planned, When) and planned.first > start.day
    ]
    if booked:
        return booked[0]
    usual = (length for event, length in limit.after if certainly(event, EntryContext(person, start.entry)))
    return due_day.add(start.day, next(usual, limit.otherwise))
