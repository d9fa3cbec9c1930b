"""A clock as it starts, and what came of it: what met it, or what ended the need for it, whichever came first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from holdfast.engine.clock import Clock
from holdfast.engine.reference import due_day
from holdfast.engine.reference import met_by as meeting
from holdfast.engine.reference.death import deaths_ending
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.person_view import MAJORITY, PersonView
from holdfast.engine.reference.state import StateSpan, spans
from holdfast.kernel.unknown import Unknown
from holdfast.rules.event import Event
from holdfast.rules.limit import Interval, wants_all
from holdfast.rules.standard import Standard
from holdfast.vocabulary.entry import Entry

Exemption = tuple[date, str | None, str]
Due = date | datetime | Unknown | None


def start_clock(person: PersonView, rule: Standard, start: Start) -> Clock:
    """A clock as it starts, before anything has met it."""
    return start_clock_due(person, rule, start, due_day.due(rule.limit, start, person))


def start_clock_due(person: PersonView, rule: Standard, start: Start, due: Due) -> Clock:
    """The same, where ``due`` is not simply counted from the start."""
    # Whatever is counted in hours needs the time of day at its start, or else is about.
    timed = rule.limit.unit in due_day.ELAPSED
    if start.shown_from is not None and isinstance(due, date) and not isinstance(due, datetime):
        # A rule that begins to run part of the way through a state cannot have been broken before it ran.
        due = max(due, start.shown_from)
    # A clock of a person who is one of several is about them alone; otherwise the standard says whether it is about the child
    # or about all whom the entry is about.
    about = start.about or ((person.id,) if rule.scope == "per_child" else start.entry.about or (person.id,))
    return Clock(
        standard=rule.id,
        child=person.id,
        about=about,
        trigger=start.entry.id,
        # By the first version of its entry, so that an entry put right keeps its clock, and with it what was said and
        # answered.
        key="/".join((rule.id, person.id, person.known.history.root(start.entry.id), *start.about)),
        starts=start.end if timed else start.shown_from or start.day,
        due=None if isinstance(due, Unknown) else due,
        warn_from=due_day.warn_from(due, rule.warn_before),
        missing=due.missing if isinstance(due, Unknown) else None,
        approximate=not start.exact or (timed and start.instant is None) or rule.limit.unit in due_day.ROUGH,
        started_words=start.began or rule.started,
        started_when=due_day.began_when(start).placed(),
        wanted_words=rule.wanted,
        limit_words=rule.limit.in_words(),
        evidence=_ids(start.extra),
    )


def resolve(
    person: PersonView, rule: Standard, clock: Clock, start: Start, *, met_by: tuple[Event, ...], over: Exemption | None
) -> Clock:
    """The clock with what met it, or what ended the need for it, whichever came first."""
    if start.already is not None:
        found: meeting.MeetingEntry | None = meeting.MeetingEntry(start.already, start.day)
    else:
        found = meeting.last_of_all(person, met_by, start) if wants_all(rule.limit) else meeting.first(person, met_by, start)
    # On the same day the thing done goes first: whoever did it on the last day of childhood did it.
    if found is not None and (over is None or found.day <= over[0]):
        when = found.entry.happened
        late = clock.due is not None and not due_day.in_time(when, clock.due)
        # A day is as uncertain to a limit in hours as a month is to one in days.
        untimed = isinstance(clock.due, datetime) and when.instant is None
        return replace(
            clock,
            met_by=found.entry.id,
            met_on=found.day,
            met_late=late,
            approximate=clock.approximate or not when.exact or untimed,
            evidence=(*clock.evidence, found.entry.id),
        )
    if over is not None:
        return replace(clock, excused_on=over[0], excused_by=over[1], excused_why=over[2])
    return clock


def exemption(person: PersonView, rule: Standard, start: Start) -> Exemption | None:
    """What first ends the need for it: its own excuse, the end of the state it runs in, or of childhood."""
    # In the order in which reasons are given: of several on one day the first is said, and both engines have to say the same.
    found: list[Exemption] = [start.excused] if start.excused else []
    if (ending := meeting.first(person, rule.excused_by, start)) is not None:
        found.append((ending.day, ending.entry.id, _ending_words(ending.entry)))
    # Before the end of a state, which a death ends as well: that somebody died is why.
    found += deaths_ending(person, rule, start)
    if rule.during is not None:
        # A stretch that held on no day is not found by asking which held that day, and without it the clock would run on for
        # ever.
        span = _begun_and_over(person, rule, start) or span_at(person, rule, start)
        if span is not None and span.end is not None and span.ended_by is not None:
            found.append((span.end, span.ended_by.id, f"{rule.during.title} ended"))
        if span is not None and isinstance(rule.limit, Interval) and rule.limit.stops_after is not None:
            stops = due_day.add(span.start, rule.limit.stops_after)
            if isinstance(stops, date):
                found.append((stops, None, f"{rule.limit.stops_after.in_words()} from the start of {rule.during.title}"))
    # What began when they were an adult already does not end with a childhood that was over.
    if not rule.outlives_childhood and not person.is_adult(start.day):
        found += _childhood_ends(person, start)
    return min(found, key=lambda each: each[0], default=None)


def span_at(person: PersonView, rule: Standard, start: Start) -> StateSpan | None:
    """The stretch of the rule's state in which the clock starts."""
    assert rule.during is not None
    return next((span for span in spans(person, rule.during) if span.holds_on(start.day)), None)


def _begun_and_over(person: PersonView, rule: Standard, start: Start) -> StateSpan | None:
    """The stretch that ended on the day the start began it: it held on no day, and yet it ended."""
    assert rule.during is not None
    over = (span for span in spans(person, rule.during) if span.end == span.start == start.day)
    return next((span for span in over if span.started_by.id == start.entry.id), None)


def _childhood_ends(person: PersonView, start: Start) -> Iterator[Exemption]:
    majority = person.turns(MAJORITY)
    # On the birthday itself it still counts, on the day before nobody can be excused by it.
    if isinstance(majority, date) and majority >= start.day:
        yield majority, None, "18th birthday"


def _ending_words(entry: Entry) -> str:
    words = type(entry.data).title
    outcome = value(entry, "outcome") or value(entry, "reason")
    return f"{words}: {outcome}" if outcome else words


def _ids(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries)
