"""How each kind of limit becomes clocks for one person. The obvious way, one child at a time."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from holdfast.engine.clock import Clock
from holdfast.engine.reference import due_day
from holdfast.engine.reference import met_by as meeting
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.event import EntryContext, holds
from holdfast.engine.reference.limit.duration import by_gestation, min_count, min_duration, window
from holdfast.engine.reference.limit.interval import from_age, interval
from holdfast.engine.reference.limit.planned_day import before_event, share_of_interval
from holdfast.engine.reference.outcome import excuse, opened, settled, span_at
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.trigger import starts
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When
from holdfast.rules.limit import (
    Amount,
    BeforePlannedDay,
    ByGestation,
    ByPlannedDay,
    Deadline,
    FirstThenEvery,
    Gate,
    Interval,
    LastsAtLeast,
    LastsAtMost,
    Limit,
    Milestone,
    MonthlyCount,
    RecordedWithin,
    Repeated,
    ShareOfInterval,
    Window,
)
from holdfast.rules.standard import Standard


def clocks(life: PersonView, rule: Standard) -> Iterator[Clock]:
    """Every clock of ``rule`` in this life, as far as the record knows."""
    if rule.switch is not None and rule.switch.on_from is None:
        return
    for clock in KINDS[type(rule.limit)](life, rule):
        if rule.in_force(clock.starts if type(clock.starts) is date else clock.started_at.date()):
            yield clock


def kept(life: PersonView, rule: Standard) -> tuple[Clock, ...]:
    """The same, for whoever looks at another rule's clocks: worked out once for all who do. The rule must be one that lasts."""
    return life.keep(("clocks", id(rule)), lambda life: tuple(clocks(life, rule)))


def after_trigger(life: PersonView, standard: Standard) -> Iterator[Clock]:
    """Something should follow each start within the limit."""
    for start in _begun(life, standard):
        if isinstance(start, Clock):
            yield start
            continue
        rule = _taken_over(life, standard.on(start.day), start)
        if isinstance(rule.limit, Repeated):
            start = replace(start, follows=True)  # each thing done starts the next: none read before it can meet that
        if isinstance(rule.limit, RecordedWithin):
            yield _self_recorded(life, rule, start)
            continue
        clock = opened(life, rule, start)
        if start.missing is not None:
            yield replace(clock, due=None, missing=start.missing, started_words=type(start.entry.data).title)
            continue
        yield settled(life, rule, clock, _counting_from(rule, start), rule.met_by, excuse(life, rule, start))


def _begun(life: PersonView, rule: Standard) -> Iterator[Start | Clock]:
    """What starts it, or the birthday from which it is asked of a child who was younger at the start."""
    for start in starts(life, rule.trigger):
        by_age = isinstance(rule.limit, Deadline) and rule.limit.from_age is not None
        span = span_at(life, rule, start) if by_age and rule.during is not None else None
        if span is None:
            yield start
        else:
            yield from from_age(life, rule, span, start)


def _counting_from(rule: Standard, start: Start) -> Start:
    """From when on something done meets the clock: a milestone asks to look again once it is near."""
    if not isinstance(rule.limit, Milestone) or rule.limit.starts_after is None:
        return start
    begins = due_day.add(start.day, rule.limit.starts_after)
    return replace(start, day=begins, instant=None) if isinstance(begins, date) else start


def _taken_over(life: PersonView, rule: Standard, start: Start) -> Standard:
    """The rule with the limit that has taken over in time, such as the longer one once more time was asked for."""
    limit = rule.limit
    if not isinstance(limit, Deadline) or limit.extended is None:
        return rule
    due = due_day.due(limit, start, life)
    found = meeting.first(life, (limit.extended.after,), start)
    if found is not None and isinstance(due, date) and due_day.in_time(found.entry.happened, due):
        return replace(rule, limit=limit.changed(limit.extended))
    return rule


def _self_recorded(life: PersonView, rule: Standard, start: Start) -> Clock:
    # Putting an entry right later does not make it late: it was on the record when it was first recorded.
    first = life.known.chains.by_id[life.known.chains.root(start.entry.id)]
    recorded = When.at(first.recorded_at)
    clock = opened(life, rule, start)
    if clock.due is None:
        return clock
    day = max(recorded.first, start.day)
    late = not due_day.in_time(recorded, clock.due)
    return replace(clock, met_by=start.entry.id, met_on=day, met_late=late, known_from=first.recorded_at)


def gate(life: PersonView, rule: Standard) -> Iterator[Clock]:
    """Something that has to be so before the event itself."""
    asked = rule.limit
    assert isinstance(asked, Gate)
    for start in starts(life, rule.trigger):
        clock = replace(opened(life, rule, start), gate=True)
        answers = [holds(condition, EntryContext(life, start.entry, start=start.entry)) for condition in asked.conditions]
        unknown = next((answer for answer in answers if isinstance(answer, Unknown)), None)
        if False in [answer for answer in answers if not isinstance(answer, Unknown)]:
            found = _remedy(life, rule, asked.remedy_within, start)
            yield clock if found is None else replace(clock, met_by=found.entry.id, met_on=found.day, met_late=True)
        elif unknown is not None:
            yield replace(clock, missing=unknown.missing)
        else:
            yield replace(clock, met_by=start.entry.id, met_on=start.day)


def _remedy(life: PersonView, rule: Standard, within: Amount | None, start: Start) -> meeting.MeetingEntry | None:
    """What put a failed gate right, if it came soon enough to be about the same thing."""
    found = meeting.first(life, rule.met_by, start)
    if found is None or within is None:
        return None
    latest = due_day.add(start.day, within)
    return found if isinstance(latest, date) and found.day <= latest else None


KINDS: dict[type[Limit], Callable[[PersonView, Standard], Iterator[Clock]]] = {
    Deadline: after_trigger,
    RecordedWithin: after_trigger,
    ShareOfInterval: share_of_interval,
    Interval: interval,
    FirstThenEvery: interval,
    Repeated: after_trigger,
    BeforePlannedDay: before_event,
    ByPlannedDay: before_event,
    LastsAtMost: after_trigger,
    LastsAtLeast: min_duration,
    Milestone: after_trigger,
    Gate: gate,
    ByGestation: by_gestation,
    Window: window,
    MonthlyCount: min_count,
}
