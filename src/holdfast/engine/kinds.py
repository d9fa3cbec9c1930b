"""How each kind of limit becomes clocks for one person. The obvious way, one child at a time."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

from holdfast.engine import counting, meeting
from holdfast.engine.clock import Clock
from holdfast.engine.conditions import Asked, certainly, holds
from holdfast.engine.counting import Start
from holdfast.engine.fields import listed, value
from holdfast.engine.folding import StateSpan, spans
from holdfast.engine.life import MAJORITY, Life
from holdfast.engine.patterns import PATTERNS
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When
from holdfast.standards.events import Event
from holdfast.standards.model import Each, Pattern, Standard, StateEnds, StateStarts
from holdfast.vocabulary.entry import Entry

Excuse = tuple[date, str | None, str]


def clocks(life: Life, rule: Standard) -> Iterator[Clock]:
    """Every clock of ``rule`` in this life, as far as the record knows."""
    for clock in _KINDS[rule.limit.kind](life, rule):
        if rule.in_force(clock.starts if type(clock.starts) is date else clock.started_at.date()):
            yield clock


def starts(life: Life, rule: Standard) -> Iterator[Start]:
    """What starts this person's own clocks of ``rule``."""
    return (each for each in _starts(life, rule) if all(_own(life, entry) for entry in (each.entry, *each.extra)))


def _starts(life: Life, rule: Standard) -> Iterator[Start]:
    trigger = rule.trigger
    if isinstance(trigger, Each):
        for entry in life.entries(*trigger.event.types):
            if certainly(trigger.event, Asked(life, entry)):
                yield Start.of(entry)
    elif isinstance(trigger, StateStarts):
        yield from (Start.of(span.started_by) for span in spans(life, trigger.state))
    elif isinstance(trigger, StateEnds):
        yield from (Start.of(span.ended_by) for span in spans(life, trigger.state) if span.ended_by is not None)
    elif isinstance(trigger, Pattern):
        yield from PATTERNS[trigger.name](life)


def _own(life: Life, entry: Entry) -> bool:
    """An entry about children and adults starts the children's clocks only; an adult has one where it is about adults
    alone."""
    day = entry.happened.last
    return not life.is_adult(day) or all(Life.of(life.known, each).is_adult(day) for each in entry.about)


def _after_trigger(life: Life, rule: Standard) -> Iterator[Clock]:
    for start in starts(life, rule):
        if rule.self_recording:
            yield _self_recorded(life, rule, start)
            continue
        clock = _open(life, rule, start)
        if start.missing is not None:
            yield replace(clock, due=None, missing=start.missing, started_words=type(start.entry.data).title)
            continue
        yield _settle(life, rule, clock, start, rule.met_by, _excuse(life, rule, start))


def _self_recorded(life: Life, rule: Standard, start: Start) -> Clock:
    # Putting an entry right later does not make it late: it was on the record when it was first recorded.
    first = life.known.chains.by_id[life.known.chains.root(start.entry.id)]
    recorded = When.at(first.recorded_at)
    clock = _open(life, rule, start)
    if clock.due is None:
        return clock
    day = max(recorded.first, start.day)
    late = not counting.in_time(recorded, clock.due)
    return replace(clock, met_by=start.entry.id, met_on=day, met_late=late, known_from=first.recorded_at)


def _interval(life: Life, rule: Standard) -> Iterator[Clock]:
    if isinstance(rule.trigger, Pattern):
        yield from _after_trigger(life, rule)
        return
    for span in _running(life, rule):
        if isinstance(span, Clock):
            yield span
            continue
        start: Start | None = span
        while start is not None:
            clock = _open(life, rule, start)
            if rule.limit.unit == "visits":
                clock = _count_visits(life, rule, clock, start)
            clock = _settle(life, rule, clock, start, rule.met_by, _excuse(life, rule, start))
            yield clock
            start = _next_start(life, rule, start, clock)


def _running(life: Life, rule: Standard) -> Iterator[Start | Clock]:
    """Where each stretch of the rule's state begins to count for this person."""
    assert rule.during is not None
    for start in [Start.of(span.started_by) for span in spans(life, rule.during) if _own(life, span.started_by)]:
        if rule.from_age is not None:
            if rule.from_age == 0 and life.born is None and not life.expected:
                yield start
                continue
            reached = life.turns(rule.from_age)
            if isinstance(reached, Unknown):
                if not life.expected:
                    yield replace(_open(life, rule, start), missing=reached.missing, due=None)
                continue
            if reached > start.day:
                span = _span_at(life, rule, start)
                if span is None or span.end is None or reached < span.end:
                    yield replace(start, day=reached, instant=None)
                continue
        yield start


def _span_at(life: Life, rule: Standard, start: Start) -> StateSpan | None:
    assert rule.during is not None
    return next((span for span in spans(life, rule.during) if span.holds_on(start.day)), None)


def _next_start(life: Life, rule: Standard, start: Start, clock: Clock) -> Start | None:
    """Each thing done starts the next interval, while the state lasts."""
    if clock.met_by is None or (clock.due is None and rule.limit.unit != "visits"):
        return None
    done = life.known.current(clock.met_by)
    if done is None:
        return None
    day = max(done.happened.last, start.day)
    span = _span_at(life, rule, replace(start, day=day))
    if span is None or (done.type in {each for event in span.state.ends for each in event.types} and span.ended_by == done):
        return None
    following = Start(done, day, done.happened.instant, done.happened.exact and start.exact, follows=True)
    return following if day > start.day or done.id != start.entry.id else None


def _count_visits(life: Life, rule: Standard, clock: Clock, start: Start) -> Clock:
    """A limit in visits: due at the ``n``-th home visit since, which has no date until it is made."""
    made = [
        entry
        for entry in life.entries("visit_made")
        if life.names_child(entry, "seen")
        and entry.id != start.entry.id
        and value(entry, "home") is not False
        and counting.is_after(entry.happened, start)
    ]
    counted = made[: rule.limit.amount.n]
    if len(counted) < rule.limit.amount.n:
        return clock
    seen = [value(entry, "sleeping_place_seen") for entry in made]
    if True not in seen and None in seen[: len(counted)]:
        unsaid = counted[seen.index(None)]
        return replace(clock, missing=f"whether the sleeping place was seen on {unsaid.happened.in_words()}")
    return replace(clock, due=counted[-1].happened.last, evidence=tuple(counted))


def _gate(life: Life, rule: Standard) -> Iterator[Clock]:
    for start in starts(life, rule):
        clock = replace(_open(life, rule, start), gate=True)
        answers = [holds(condition, Asked(life, start.entry, start=start.entry)) for condition in rule.gate]
        unknown = next((answer for answer in answers if isinstance(answer, Unknown)), None)
        if False in [answer for answer in answers if not isinstance(answer, Unknown)]:
            found = _remedy(life, rule, start)
            yield clock if found is None else replace(clock, met_by=found.entry.id, met_on=found.day, met_late=True)
        elif unknown is not None:
            yield replace(clock, missing=unknown.missing)
        else:
            yield replace(clock, met_by=start.entry.id, met_on=start.day)


def _remedy(life: Life, rule: Standard, start: Start) -> meeting.Found | None:
    """What put a failed gate right, if it came soon enough to be about the same thing."""
    found = meeting.first(life, rule.met_by, start)
    if found is None or rule.remedy_within is None:
        return None
    latest = counting.add(start.day, rule.remedy_within)
    return found if isinstance(latest, date) and found.day <= latest else None


def _before_event(life: Life, rule: Standard) -> Iterator[Clock]:
    bookings = list(starts(life, rule))
    for start in bookings:
        planned = next((each for each in listed(start.entry, "for") if isinstance(each, When)), None)
        if planned is None:
            continue
        due = counting.add(planned.first, replace(rule.limit.amount, n=-rule.limit.amount.n))
        clock = _open(life, rule, start)
        if isinstance(due, Unknown):
            yield replace(clock, missing=due.missing, due=None)
            continue
        clock = replace(
            clock,
            due=due,
            warn_from=counting.warn_from(due, rule.warn_before),
            approximate=clock.approximate or not planned.exact,
        )
        if life.unborn_on(planned):
            continue
        yield _settle(life, rule, clock, start, rule.met_by, _rebooked(life, start, bookings) or _excuse(life, rule, start))


def _rebooked(life: Life, start: Start, bookings: list[Start]) -> Excuse | None:
    """Booking the same kind of conference again, before it was held, puts the new date in place of the old."""
    for other in bookings:
        later = other.entry.id != start.entry.id and other.end >= start.end
        if later and value(other.entry, "kind") == value(start.entry, "kind"):
            held = [entry for entry in life.entries("conference_held") if start.day <= entry.happened.last <= other.day]
            if not held:
                return other.day, other.entry.id, "booked again for another day"
    return None


def _open(life: Life, rule: Standard, start: Start) -> Clock:
    """A clock as it starts, before anything has met it."""
    due = counting.due(rule.limit, start)
    timed = rule.limit.unit in counting.ELAPSED
    about = start.about or ((life.id,) if rule.scope == "per_child" else start.entry.about or (life.id,))
    return Clock(
        standard=rule.id,
        child=life.id,
        about=about,
        trigger=start.entry.id,
        key="/".join((rule.id, life.id, life.known.chains.root(start.entry.id), *start.about)),
        starts=start.end if timed else start.day,
        due=None if isinstance(due, Unknown) else due,
        warn_from=counting.warn_from(due, rule.warn_before),
        missing=due.missing if isinstance(due, Unknown) else None,
        approximate=not start.exact or (timed and start.instant is None),
        started_words=rule.started,
        started_when=(start.entry.happened if start.day == start.entry.happened.last else When.day(start.day)).placed(),
        wanted_words=rule.wanted,
        limit_words=rule.limit.in_words(),
        evidence=start.extra,
    )


def _settle(life: Life, rule: Standard, clock: Clock, start: Start, events: tuple[Event, ...], excuse: Excuse | None) -> Clock:
    """The clock with what met it, or what ended the need for it, whichever came first."""
    if start.already is not None:
        found: meeting.Found | None = meeting.Found(start.already, start.day)
    else:
        found = meeting.last_of_all(life, events, start) if rule.all_of else meeting.first(life, events, start)
    if found is not None and (excuse is None or found.day <= excuse[0]):
        when = found.entry.happened
        late = clock.due is not None and not counting.in_time(when, clock.due)
        # A day is as uncertain to a limit in hours as a month is to one in days.
        untimed = isinstance(clock.due, datetime) and when.instant is None
        return replace(
            clock,
            met_by=found.entry.id,
            met_on=found.day,
            met_late=late,
            approximate=clock.approximate or not when.exact or untimed,
            evidence=(*clock.evidence, found.entry),
        )
    if excuse is not None:
        return replace(clock, excused_on=excuse[0], excused_by=excuse[1], excused_why=excuse[2])
    return clock


def _excuse(life: Life, rule: Standard, start: Start) -> Excuse | None:
    """What first ends the need for it: its own excuse, the end of the state it runs in, or of childhood."""
    found: list[Excuse] = [start.excused] if start.excused else []
    if (ending := meeting.first(life, rule.excused_by, start)) is not None:
        found.append((ending.day, ending.entry.id, _ending_words(ending.entry)))
    if rule.during is not None:
        span = _span_at(life, rule, start)
        if span is not None and span.end is not None and span.ended_by is not None:
            found.append((span.end, span.ended_by.id, f"{rule.during.title} ended"))
    if not rule.outlives_childhood and not life.is_adult(start.day):
        found += _childhood_ends(life, start)
    return min(found, key=lambda each: each[0], default=None)


def _childhood_ends(life: Life, start: Start) -> Iterator[Excuse]:
    majority = life.turns(MAJORITY)
    if isinstance(majority, date) and majority >= start.day:
        yield majority, None, "18th birthday"
    if life.died is not None and life.died.happened.last >= start.day:
        yield life.died.happened.last, life.died.id, "death recorded"


def _ending_words(entry: Entry) -> str:
    words = type(entry.data).title
    outcome = value(entry, "outcome") or value(entry, "reason")
    return f"{words}: {outcome}" if outcome else words


_KINDS: dict[str, Callable[[Life, Standard], Iterator[Clock]]] = {
    "max_after_trigger": _after_trigger,
    "max_interval": _interval,
    "min_before_event": _before_event,
    "max_duration": _after_trigger,
    "milestone": _after_trigger,
    "prerequisite": _gate,
}
