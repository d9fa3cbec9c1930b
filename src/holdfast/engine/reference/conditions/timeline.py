"""What the conditions mean that look at what came before or after the entry, and at what still stood as it happened."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from holdfast.engine.reference.due_day import add
from holdfast.engine.reference.entry_fields import listed
from holdfast.engine.reference.event import EntryContext, Truth, certainly, holds
from holdfast.engine.reference.met_by import after, before, open_to
from holdfast.engine.reference.neighbouring_entries import days_before, others, within
from holdfast.engine.reference.person_view import PARTNERSHIP, PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.state import spans
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.kernel.calendar import england_and_wales
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition, Event
from holdfast.vocabulary.entry import Entry

DAY = timedelta(days=1)


def _in_state(condition: c.InState, asked: EntryContext) -> Truth:
    return any(span.holds_on(asked.entry.happened.last) for span in spans(asked.person, condition.state))


def _earlier(condition: c.Earlier, asked: EntryContext) -> Truth:
    day = asked.entry.happened.last
    # The state on the day it is asked about: one that began since is another.
    since = _since(condition, asked, day)
    if since is None:
        return False
    return any(
        certainly(condition.event, EntryContext(asked.person, entry, start=asked.entry, subject=asked.subject))
        and not _undone(condition, entry, asked)
        for entry in before(asked.person, condition.event, asked.entry, since)
    )


def _undone(condition: c.Earlier, earlier: Entry, asked: EntryContext) -> bool:
    """Whether something between the earlier entry and this one did away with the earlier."""
    return any(
        # Strictly between: neither undoes itself.
        order(earlier) < order(each) < order(asked.entry)
        and any(
            certainly(event, EntryContext(asked.person, each, start=earlier, subject=asked.subject)) for event in condition.unless
        )
        for each in (open_to(asked.person, condition.unless) if condition.unless else ())
    )


def _since(condition: c.Earlier, asked: EntryContext, day: date) -> date | None:
    """The first day that counts; none where the state it counts from does not hold."""
    since = days_before(day, condition.within)
    if condition.since is not None:
        span = next((each for each in spans(asked.person, condition.since) if each.holds_on(day)), None)
        return None if span is None else max(since, span.start)
    return since


def _later(condition: c.Later, asked: EntryContext) -> Truth:
    # Without a length the record goes on until the moment it is read at.
    until = date.max
    if condition.within is not None:
        found = add(asked.entry.happened.last, condition.within)
        until = found if isinstance(found, date) else date.max
    return any(
        certainly(condition.event, EntryContext(asked.person, entry, start=asked.entry, subject=asked.subject))
        for entry in after(asked.person, condition.event, asked.entry, until)
    )


def _previous(condition: c.Previous, asked: EntryContext) -> Truth:
    earlier = [each for each in others(condition.event, asked) if order(each) < order(asked.entry)]
    if not earlier:
        return False
    # The latest, and then what is asked of it: an older one that would pass is no longer how things stand.
    latest = EntryContext(asked.person, max(earlier, key=order), start=asked.entry, subject=asked.subject)
    return all(holds(each, latest) is True for each in condition.where)


def _not_yet(condition: c.NotYet, asked: EntryContext) -> Truth:
    return not any(
        # Without a starting entry nothing had been done before it.
        asked.start is not None and order(each) < order(asked.start)
        for event in condition.events
        for each in others(event, EntryContext(asked.person, asked.entry, subject=asked.subject))
    )


def _happened(condition: c.Happened, asked: EntryContext) -> Truth:
    day = asked.entry.happened.last
    since, until = days_before(day, condition.within), day
    if condition.either_side and condition.within is not None:
        # As long after as before, for what is written up on either side of the day.
        found = add(day, condition.within)
        until = found if isinstance(found, date) else date.max
    return sum(since <= entry.happened.last <= until for entry in fitting(asked.person, condition.events)) >= condition.at_least


def _still_open(condition: c.StillOpen, asked: EntryContext) -> Truth:
    begun = [
        *_other_entries(condition.begun, asked),
        *(PersonView.of(asked.person.known, PARTNERSHIP).entries(*condition.begun.types)),
    ]
    return any(
        order(each) < order(asked.entry)
        and certainly(condition.begun, EntryContext(asked.person, each))
        and not _over(condition.ended, each, asked)
        for each in begun
    )


def _other_entries(event: Event, asked: EntryContext) -> Iterator[Entry]:
    return (entry for entry in open_to(asked.person, (event,)) if entry.id != asked.entry.id)


def _over(ended: Event, begun: Entry, asked: EntryContext) -> bool:
    return any(
        order(each) < order(asked.entry) and certainly(ended, EntryContext(asked.person, each, start=begun))
        for each in asked.person.known.of(*ended.types)
    )


def _still_ahead(condition: c.StillAhead, asked: EntryContext) -> Truth:
    planner, other = (asked.entry, asked.start) if condition.planned_by == "entry" else (asked.start, asked.entry)
    planned = next((each for each in listed(planner, condition.field) if isinstance(each, When)), None) if planner else None
    # Which of the two says the day, the rule says; where it is not said, so does the rule.
    return condition.unsaid if planned is None or other is None else planned.last >= other.happened.last


def _lasted_under(condition: c.LastedUnder, asked: EntryContext) -> Truth:
    span = next((each for each in spans(asked.person, condition.state) if each.ended_by == asked.entry), None)
    if span is None or span.end is None:
        return False
    limit = add(span.start, condition.amount)
    return isinstance(limit, date) and span.end < limit


def _before_a_break(condition: c.BeforeABreak, asked: EntryContext) -> Truth:
    day = asked.entry.happened.last
    for each in (day, day + DAY):
        working = england_and_wales().is_working_day(each)
        # No working day, or nobody can tell: the first of the two days that is not plainly one decides.
        if working is not True:
            return working if isinstance(working, Unknown) else True
    return False


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.InState: _in_state,
    c.Earlier: _earlier,
    c.Later: _later,
    c.Previous: _previous,
    c.NotYet: _not_yet,
    c.AtLeast: lambda condition, asked: len(within(condition.event, asked, condition.within)) >= condition.n,
    c.Happened: _happened,
    c.StillOpen: _still_open,
    c.StillAhead: _still_ahead,
    c.LastedUnder: _lasted_under,
    c.BeforeABreak: _before_a_break,
}
