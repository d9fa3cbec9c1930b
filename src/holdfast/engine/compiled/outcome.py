"""A clock as it starts, and what came of it: what met it, or what ended the need for it, whichever came first."""

from holdfast.engine.compiled.calendar_arrays import Due, after
from holdfast.engine.compiled.clock_start import CompactStart, Excuse
from holdfast.engine.compiled.compact_clock import CompactClock, begins
from holdfast.engine.compiled.death import deaths_ending
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_lookup import first
from holdfast.engine.compiled.instants import FAR_OFF, FIRST_DAY, LAST_DAY, LONG_AGO, MIDNIGHTS, day_of, midnight, moment
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.state import CompactSpan, spans
from holdfast.engine.compiled.terms import CompiledLimit, Terms


def start_clock(person: PersonRecord, terms: Terms, start: CompactStart, due: Due, limit: CompiledLimit) -> CompactClock:
    """A clock as it starts, before anything has met it."""
    clock = CompactClock()
    clock.terms, clock.limit, clock.start, clock.person = terms, limit, start, person.id
    entry, about, shown = start.entry, start.about, start.shown_from
    at, timed_due, missing = due
    # A rule that begins to run part of the way through a state cannot have been broken before it ran.
    if shown is not None and at is not None and not timed_due and at < shown:
        at = shown
    clock.due = at
    # Set only where it is otherwise than for most: see :class:`CompactClock`.
    if timed_due:
        clock.due_timed = True
    if missing is not None:
        clock.missing = missing
    # By the first version of its entry: an entry put right keeps its clock, and what was said and answered about it.
    key = f"{terms.rule.id}/{person.id}/{entry.root}"
    clock.key = "/".join((key, *about)) if about else key
    # One who is one of several; the child; or all whom the entry is about, where the standard is about a family.
    clock.about = about or (terms.per_child and (person.id,)) or entry.about or (person.id,)
    if limit.timed:
        clock.timed = True
        clock.starts = midnight(start.day + 1) if start.instant is None else start.instant
    else:
        clock.starts = start.day if shown is None else shown
    if terms.warn is not None and at is not None:
        clock.warn_from = warn_from(terms.warn, at, timed=timed_due)
    clock.approximate = not start.exact or limit.rough or (limit.timed and start.instant is None)
    if start.extra:
        clock.evidence = start.extra
    return clock


def warn_from(warn: tuple[int, str, int | None], due: int, *, timed: bool) -> int | None:
    """From when it is called due soon."""
    n, unit, length = warn
    if length is not None:
        # Hours are counted back from the last moment that is in time, which of a day is the end of it.
        return (due if timed else midnight(due + 1) - 1) - n * length
    found = after(day_of(due) if timed else due, (-n, unit))
    if found is None:
        return None
    return MIDNIGHTS[found - FIRST_DAY] if FIRST_DAY <= found < LAST_DAY else midnight(found)


def is_in_force(terms: Terms, clock: CompactClock) -> bool:
    """Whether the standard applied to what started the clock."""
    if terms.in_force_from == LONG_AGO:
        return True
    if not clock.timed:
        return terms.in_force_from <= clock.starts
    # The day is the one the start was written in: an instant in universal time, a midnight in England.
    start = clock.start
    return terms.in_force_from <= (start.day + 1 if start.instant is None else moment(clock.starts).date().toordinal())


def exemption(person: PersonRecord, terms: Terms, start: CompactStart) -> Excuse | None:
    """What first ends the need: its own excuse, the end of the state it runs in, or of childhood."""
    # In the order in which the reference lists reasons: of several on one day the first is said, so that each is taken only
    # where it is earlier.
    best = start.excused
    if terms.excused_by is not None:
        found = first(person, terms.excused_by, start)
        if found is not None and (best is None or found[1] < best[0]):
            best = (found[1], found[0], "")
    for each in deaths_ending(person, terms, start):
        if best is None or each[0] < best[0]:
            best = each
    if terms.during is not None:
        best = _state_ends(person, terms, start, best)
    # What began when they were an adult does not end with a childhood that was over.
    if terms.outlives or person.is_adult(start.day):
        return best
    who = person.identity()
    if who.majority is not None and who.majority >= start.day and (best is None or who.majority < best[0]):
        best = (who.majority, None, "18th birthday")
    return best


def _state_ends(person: PersonRecord, terms: Terms, start: CompactStart, best: Excuse | None) -> Excuse | None:
    span = _stretch(person, terms, start)
    if span is None or terms.during is None:
        return best
    if span.end != FAR_OFF and span.ended_by is not None and (best is None or span.end < best[0]):
        best = (span.end, span.ended_by, f"{terms.during.title} ended")
    if terms.stops_after is not None:
        stops = after(span.start, terms.stops_after)
        if stops is not None and (best is None or stops < best[0]):
            best = (stops, None, terms.stops_why)
    return best


def _stretch(person: PersonRecord, terms: Terms, start: CompactStart) -> CompactSpan | None:
    """The stretch of the rule's state in which the clock starts; one that ended on the day the start began it held on no day,
    and yet it ended."""
    assert terms.during is not None
    day, found = start.day, None
    for span in spans(person, terms.during):
        # It held on no day, and yet it ended: without this the clock that began with it would run for ever.
        if span.end == span.start == day and span.started_by.id == start.entry.id:
            return span
        if found is None and span.start <= day < span.end:
            found = span
    return found


def resolve(
    person: PersonRecord,
    terms: Terms,
    clock: CompactClock,
    start: CompactStart,
    *,
    met_by: CompiledEvent | None,
    over: Excuse | None,
) -> CompactClock:
    """The clock with what met it, or what ended the need for it, whichever came first."""
    if start.already is not None:
        found: tuple[CompactEntry, int] | None = (start.already, start.day)
    elif terms.all_of:
        found = _last_of_all(person, terms, start)
    else:
        found = None if met_by is None else first(person, met_by, start)
    # On the same day the thing done goes first.
    if found is not None and (over is None or found[1] <= over[0]):
        entry, due = found[0], clock.due
        clock.met, clock.met_on = entry, found[1]
        if due is not None:
            clock.late = entry.start > due if clock.due_timed else entry.first > due
        if not entry.exact or (clock.due_timed and due is not None and entry.instant is None):
            clock.approximate = True
        clock.evidence = (*clock.evidence, entry)
    elif over is not None:
        clock.excused_on, clock.excused_by, why = over
        # Empty where the entry's own words say it: they are made when somebody reads them.
        clock.excused_why = why or None
    return clock


def _last_of_all(person: PersonRecord, terms: Terms, start: CompactStart) -> tuple[CompactEntry, int] | None:
    """The last of several things that must all be done, once all of them are."""
    last: tuple[CompactEntry, int] | None = None
    for event in terms.each_met:
        found = first(person, event, start)
        if found is None:
            return None
        # Of several on one day, the last that is read: none of the others may count again for the next interval.
        if last is None or (found[1], found[0].order) > (last[1], last[0].order):
            last = found
    return last


def due_day(clock: CompactClock) -> int | None:
    """The due day, also for a limit in hours."""
    return day_of(clock.due) if clock.due_timed and clock.due is not None else clock.due


def started_day(clock: CompactClock) -> int:
    """The day in England on which it starts."""
    return day_of(begins(clock))
