"""Something should follow each start within a limit; or be put on the record so soon."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from holdfast.engine.clock import Clock
from holdfast.engine.reference import due_day
from holdfast.engine.reference import met_by as meeting
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.limit.interval import from_age
from holdfast.engine.reference.outcome import exemption, resolve, span_at, start_clock
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.trigger import starts
from holdfast.kernel.when import When
from holdfast.rules.limit import Deadline, Milestone, RecordedWithin, Repeated
from holdfast.rules.standard import Standard


def after_trigger(person: PersonView, standard: Standard) -> Iterator[Clock]:
    """Something should follow each start within the limit."""
    for start in _begun(person, standard):
        if isinstance(start, Clock):
            yield start
            continue
        rule = _taken_over(person, standard.on(start.day), start)
        if isinstance(rule.limit, Repeated):
            start = replace(start, follows=True)  # each thing done starts the next: none read before it can meet that
        if isinstance(rule.limit, RecordedWithin):
            yield _self_recorded(person, rule, start)
            continue
        clock = start_clock(person, rule, start)
        if start.missing is not None:
            yield replace(clock, due=None, missing=start.missing, started_words=type(start.entry.data).title)
            continue
        yield resolve(person, rule, clock, _counting_from(rule, start), met_by=rule.met_by, over=exemption(person, rule, start))


def _begun(person: PersonView, rule: Standard) -> Iterator[Start | Clock]:
    """What starts it, or the birthday from which it is asked of a child who was younger at the start."""
    for start in starts(person, rule.trigger):
        # Only what runs in a state can wait for a birthday in it; otherwise the child's age at the start is a condition of
        # the trigger.
        by_age = isinstance(rule.limit, Deadline) and rule.limit.from_age is not None
        span = span_at(person, rule, start) if by_age and rule.during is not None else None
        if span is None:
            yield start
        else:
            yield from from_age(person, rule, span, start)


def _counting_from(rule: Standard, start: Start) -> Start:
    """From when on something done meets the clock: a milestone asks to look again once it is near."""
    if not isinstance(rule.limit, Milestone) or rule.limit.starts_after is None:
        return start
    # What was looked at long before is not looked at again; once the day is near, looking counts.
    begins = due_day.add(start.day, rule.limit.starts_after)
    return replace(start, day=begins, instant=None) if isinstance(begins, date) else start


def _taken_over(person: PersonView, rule: Standard, start: Start) -> Standard:
    """The rule with the limit that has taken over in time, such as the longer one once more time was asked for."""
    limit = rule.limit
    if not isinstance(limit, Deadline) or limit.extended is None:
        return rule
    due = due_day.due(limit, start, person)
    found = meeting.first(person, (limit.extended.after,), start)
    # In time by the first limit: an extension that is asked for after the day has passed extends nothing.
    if found is not None and isinstance(due, date) and due_day.in_time(found.entry.happened, due):
        return replace(rule, limit=limit.changed(limit.extended))
    return rule


def _self_recorded(person: PersonView, rule: Standard, start: Start) -> Clock:
    # Putting an entry right later does not make it late: it was on the record when it was first recorded.
    first = person.known.history.by_id[person.known.history.root(start.entry.id)]
    recorded = When.at(first.recorded_at)
    clock = start_clock(person, rule, start)
    if clock.due is None:
        return clock
    # Recorded ahead of its day it was on the record as it happened.
    day = max(recorded.first, start.day)
    late = not due_day.in_time(recorded, clock.due)
    return replace(clock, met_by=start.entry.id, met_on=day, met_late=late, known_from=first.recorded_at)
