"""Something to be done again and again while a state lasts: each thing done starts the next interval."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from holdfast.engine.clock import Clock
from holdfast.engine.reference import due_day
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.outcome import exemption, resolve, span_at, start_clock
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.state import StateSpan, spans
from holdfast.engine.reference.trigger import own
from holdfast.kernel.unknown import Unknown
from holdfast.rules.limit import Change, Deadline, FirstThenEvery, FromAge, Interval
from holdfast.rules.standard import Standard


def interval(person: PersonView, standard: Standard) -> Iterator[Clock]:
    """One clock for each interval: from the start of the state, or of the part of it that counts, then from each thing done."""
    # Whoever cannot be told the age of gets a clock that says so; from that no interval can follow.
    for begun in _running(person, standard):
        if isinstance(begun, Clock):
            yield begun
            continue
        start: Start | None = begun
        while start is not None:
            clock, start = _one(person, standard=standard, start=start)
            yield clock


def _one(person: PersonView, *, standard: Standard, start: Start) -> tuple[Clock, Start | None]:
    """One interval, and the start of the next."""
    # Edition and length are those of the day this interval starts: a longer one that takes over does not stretch what was
    # running.
    rule = _limited(person, standard.on(start.day), start)
    clock = start_clock(person, rule, start)
    if isinstance(rule.limit, Interval) and rule.limit.unit == "visits":
        clock = _count_visits(person, rule.limit.amount.n, clock, start)
    clock = resolve(person, rule, clock, start, met_by=rule.met_by, over=exemption(person, rule, start))
    return clock, _next_start(person, rule, start, clock)


def _limited(person: PersonView, rule: Standard, start: Start) -> Standard:
    """The rule with the limit that has taken over by the start of this interval, if one has."""
    limit = rule.limit
    match limit:
        case Interval():
            # In the order given, so that the last that has come holds.
            for change in limit.changes:
                if _has_changed(person, rule, change, start):
                    rule = replace(rule, limit=limit.changed(change))
        case FirstThenEvery() if _has_changed(person, rule, limit.then, start):
            # The editions say how long the first time is; of what comes after it they say nothing, and must not be laid over
            # it.
            rule = replace(rule, limit=limit.changed(limit.then), versions=())
    return rule


def _has_changed(person: PersonView, rule: Standard, change: Change, start: Start) -> bool:
    if isinstance(change, FromAge):
        reached = person.turns(change.years)
        return isinstance(reached, date) and reached <= start.day
    span = span_at(person, rule, start)
    return span is not None and any(
        span.start <= entry.happened.last <= start.day and certainly(change.after, EntryContext(person, entry, start=start.entry))
        for entry in person.entries(*change.after.types)
    )


def _running(person: PersonView, rule: Standard) -> Iterator[Start | Clock]:
    """Where each stretch of the rule's state begins to count for this person."""
    assert rule.during is not None
    limit = rule.limit
    for span in spans(person, rule.during):
        # A parent may be in a state of the same name, by an entry that is about the children too: the clock is the
        # children's.
        if not own(person, span.started_by):
            continue
        start = Start.of(span.started_by)
        if isinstance(limit, Interval) and limit.starts_after is not None:
            begins = due_day.add(span.start, limit.starts_after)
            # It was over before the part of it began in which this rule runs.
            if not isinstance(begins, date) or (span.end is not None and begins >= span.end):
                continue
            start = _since_last_done(person, rule, span, start, begins)
        yield from from_age(person, rule, span, start)


def _since_last_done(person: PersonView, rule: Standard, span: StateSpan, start: Start, begins: date) -> Start:
    """Where the rule begins to run part of the way through a state, it counts from what was last done before, so that no gap
    opens between the rule that held until then and this one."""
    done = [
        entry
        for entry in person.entries(*{each for event in rule.met_by for each in event.types})
        if span.start <= entry.happened.last < begins
        and any(certainly(event, EntryContext(person, entry, start=start.entry)) for event in rule.met_by)
    ]
    # Nothing was done before: then there is no gap to close, and it counts from where it begins to run.
    if not done:
        return replace(start, day=begins, instant=None)
    last = done[-1].happened
    exact = last.exact and start.exact
    return replace(start, entry=done[-1], day=last.last, instant=None, exact=exact, follows=True, shown_from=begins)


def from_age(person: PersonView, rule: Standard, span: StateSpan, start: Start) -> Iterator[Start | Clock]:
    """The start, or the birthday in the state from which the rule is asked of a child who was too young at its start."""
    years = rule.limit.from_age if isinstance(rule.limit, Deadline | Interval) else None
    # Asked from birth: of a child who is not born yet, and of whom no pregnancy is recorded, it is asked as of any other.
    if years is None or (years == 0 and person.born is None and not person.expected):
        yield start
        return
    reached = person.turns(years)
    if isinstance(reached, Unknown):
        # Before the birth the question is not open, it is only too early; of a child whose age nobody knows it is.
        if not person.expected:
            yield replace(start_clock(person, rule, start), missing=reached.missing, due=None)
    elif reached <= start.day:
        yield start
    elif span.end is None or reached < span.end:
        yield replace(start, day=reached, instant=None)


def _next_start(person: PersonView, rule: Standard, start: Start, clock: Clock) -> Start | None:
    """Each thing done starts the next interval, while the state lasts."""
    limit = rule.limit
    if clock.met_by is None or (clock.due is None and limit.unit != "visits"):
        return None
    done = person.known.current(clock.met_by)
    if done is None:
        return None
    # A range that began before the interval counts from its last day, never from before the start: or one thing done would
    # start two intervals.
    day = max(done.happened.last, start.day)
    span = span_at(person, rule, replace(start, day=day))
    # What ends the state cannot also begin a new interval in it.
    if span is None or (done.type in {each for event in span.state.ends for each in event.types} and span.ended_by == done):
        return None
    if isinstance(limit, Interval) and limit.stops_after is not None:
        stops = due_day.add(span.start, limit.stops_after)
        if isinstance(stops, date) and day >= stops:
            return None
    following = Start(done, day, done.happened.instant, done.happened.exact and start.exact, follows=True)
    # The entry that started the interval would start it again and again.
    return following if day > start.day or done.id != start.entry.id else None


def _count_visits(person: PersonView, wanted: int, clock: Clock, start: Start) -> Clock:
    """A limit in visits: due at the ``n``-th home visit since, which has no date until it is made."""
    made = [
        entry
        for entry in person.entries("visit_made")
        if person.names_child(entry, "seen")
        and entry.id != start.entry.id
        and value(entry, "home") is not False
        and due_day.is_after(entry.happened, start)
    ]
    counted = made[:wanted]
    if len(counted) < wanted:
        return clock
    seen = [value(entry, "sleeping_place_seen") for entry in made]
    # Whether a bedroom was seen is asked of every visit, also of later ones: one that says yes answers for those that do not
    # say.
    if True not in seen and None in seen[: len(counted)]:
        unsaid = counted[seen.index(None)]
        return replace(clock, missing=f"whether the sleeping place was seen {unsaid.happened.placed()}")
    return replace(clock, due=counted[-1].happened.last, evidence=tuple(entry.id for entry in counted))
