"""How long something must last, and how long a right stays open."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from holdfast.engine.clock import Clock
from holdfast.engine.reference import met_by as meeting
from holdfast.engine.reference.outcome import exemption, resolve, start_clock
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.state import spans
from holdfast.engine.reference.trigger import starts
from holdfast.rules.event import State
from holdfast.rules.limit import LastsAtLeast
from holdfast.rules.standard import Standard

DAY = timedelta(days=1)


def min_duration(person: PersonView, standard: Standard) -> Iterator[Clock]:
    """Something that must last at least so long: overdue from the day it was found not to have, met when it has."""
    limit = standard.limit
    assert isinstance(limit, LastsAtLeast)
    for start in starts(person, standard.trigger):
        rule = standard.on(start.day)
        clock = start_clock(person, rule, start)
        # Without a last day nobody can say whether it lasted.
        if clock.due is None or clock.missing is not None:
            yield clock
            continue
        due = clock.due_day
        assert due is not None
        broken = meeting.first(person, limit.broken_by, start)
        # Whichever is plain goes first: an event that broke it says so itself; the state's end has to be found.
        lapse = broken.day if broken is not None and broken.day < due else _lapse(person, limit.keeps, start.day, due)
        over = exemption(person, rule, start)
        # What is excused after it had lasted to the end was not excused.
        if over is not None and (lapse is not None or over[0] < due):
            clock = replace(clock, excused_on=over[0], excused_by=over[1], excused_why=over[2])
        if clock.excused_on is not None and (lapse is None or clock.excused_on <= lapse):
            yield clock
            continue
        if lapse is None:
            # Nobody does anything for something to have lasted: it is met by what began it, on the day it was up.
            yield replace(clock, met_on=due, met_by=start.entry.id)
            continue
        by = broken.entry if broken is not None and broken.day == lapse else None
        found = meeting.first(person, rule.met_by, replace(start, day=lapse, instant=None)) if rule.met_by else None
        yield replace(
            clock,
            broken_on=lapse,
            met_by=found.entry.id if found else None,
            met_on=found.day if found else None,
            met_late=found is not None,
            evidence=(*clock.evidence, by.id) if by is not None else clock.evidence,
        )


def _lapse(person: PersonView, keeps: State | None, begins: date, due: date) -> date | None:
    """The first day on which the state that should last did not hold: from the day after the start, so that it can begin
    on the day itself or the next."""
    if keeps is None:
        return None
    # The state that should last may begin on the day itself or the next: a step down is written up the morning after.
    day = begins + DAY
    for span in spans(person, keeps):
        if span.start <= day and (span.end is None or span.end > day):
            day = due if span.end is None else span.end
    return day if day < due else None


def window(person: PersonView, standard: Standard) -> Iterator[Clock]:
    """A right that stays open so long: used, or closed the day after. It is never overdue."""
    for start in starts(person, standard.trigger):
        rule = standard.on(start.day)
        clock = start_clock(person, rule, start)
        due = clock.due_day
        if due is None:
            yield clock
            continue
        # The day after the last is the first on which it is closed; on the last day itself it may still be used.
        closed = (due + DAY, None, f"the {rule.limit.in_words()} in which to do so are over")
        # A right that ends sooner for another reason is over then.
        over = min(closed, exemption(person, rule, start) or closed, key=lambda each: each[0])
        found = meeting.first(person, rule.met_by, start)
        yield resolve(person, rule, clock, start, met_by=rule.met_by if found and found.day <= due else (), over=over)
