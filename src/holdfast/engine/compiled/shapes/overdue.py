"""Worries about standards that are overdue."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from holdfast.engine.compiled.calendar_arrays import Span, after, span
from holdfast.engine.compiled.compact_clock import CompactClock, breach
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.findings import CompactMatch, seen_at
from holdfast.engine.compiled.instants import MICROSECONDS, NEVER, day_of, midnight, moment
from holdfast.engine.compiled.knowledge_states import Tile, each_over_time
from holdfast.engine.compiled.outcome import started_day
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import MEANINGS, CompiledShape
from holdfast.engine.compiled.shapes.matches import NEXT_DAYS, entries_of, following
from holdfast.engine.compiled.standard import CompiledStandard, compile_standard
from holdfast.engine.reference.shapes.overdue import stretched
from holdfast.rules.shapes import Breached, LongerThan, Meanwhile


def _breached(compiler: Compiler, shape: Breached) -> CompiledShape:
    return overdue_of([compile_standard(compiler, compiler.standard(id)) for id in shape.standards], span(shape.after))


def _longer_than(compiler: Compiler, shape: LongerThan) -> CompiledShape:
    return overdue_of([compile_standard(compiler, stretched(compiler.standard(id), shape)) for id in shape.standards])


def overdue_of(rules: Sequence[CompiledStandard], still: Span | None = None) -> CompiledShape:
    """A worry for each clock of the rules that was overdue, from when it was (or had been for so long)."""

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        for rule in rules:
            for clock in rule.now(person):
                yield from overdue(clock, still)

    def over_time(person: PersonRecord) -> Iterator[Tile[CompactMatch]]:
        # It says nothing that the clock does not say, so it stands as long.
        for rule in rules:
            for clock, since, until in rule.over_time(person):
                for match in overdue(clock, still):
                    yield match, since, until

    # With the terms, so that what is over can be left out of it as it is of the standards themselves.
    return CompiledShape(now, over_time, tuple(rule.terms for rule in rules) if still is None else ())


def overdue(clock: CompactClock, still: Span | None = None) -> Iterable[CompactMatch]:
    """The worry of one clock that was overdue."""
    # Nearly every clock: met in time. Everything below is for the others.
    if clock.met is not None and not clock.late and clock.broken_on is None:
        return ()
    found = breach(clock)
    if found is None:
        return ()
    begins, until = found
    if still is not None:
        later = _later_by(clock, begins, still)
        if later is None or until <= later:
            return ()
        begins = later
    entry, met = clock.start.entry, clock.met
    ended = None
    if until != NEVER:
        # What was done at a known time ends it then, not at the start of that day.
        done_at = until if met is None or met.instant is None else met.instant
        ended = (max(until, done_at), over(clock))
    met_by = None if met is None else met.id
    before = tuple(each for each in clock.evidence if each.id not in (entry.id, met_by))
    return (
        CompactMatch(
            begins,
            (*before, entry),
            ended,
            due=clock.due,
            due_timed=clock.due_timed,
            who=clock.about if _is_narrowed(clock) else (),
            counted_from=_moved(clock),
        ),
    )


def over(clock: CompactClock) -> CompactEntry | None:
    """The entry that met a clock or ended the need for it."""
    return clock.excused_by if clock.met is None else clock.met


def _later_by(clock: CompactClock, begins: int, still: Span) -> int | None:
    # What is due at an instant was due on the day of universal time.
    # As the reference counts it, where the day of an instant is that of universal time.
    timed = clock.due_timed and clock.broken_on is None
    day = moment(begins - 1).date().toordinal() if timed else day_of(begins - 1)
    found = after(day, still)
    return None if found is None else midnight(found + 1)


def _is_narrowed(clock: CompactClock) -> bool:
    """Whether it is one of several clocks that the same entry began, each of somebody else."""
    about = clock.start.about
    return bool(about) and clock.key == "/".join((clock.terms.rule.id, clock.person, clock.start.entry.root, *clock.about))


def _moved(clock: CompactClock) -> int | None:
    """The day it is counted from, where that is not the entry's own."""
    if clock.due is None or clock.terms.rule.limit.unit in MICROSECONDS:
        return None
    entry, day = clock.start.entry, started_day(clock)
    return None if day == (entry.last if entry.instant is None else day_of(entry.instant)) else day


def of_each_clock(
    rules: Sequence[CompiledStandard], worries: Callable[[PersonRecord, CompactClock], Iterable[CompactMatch]]
) -> CompiledShape:
    """What each clock of some rules worries about, now and over time."""

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        for rule in rules:
            for clock in rule.now(person):
                yield from worries(person, clock)

    def over_time(person: PersonRecord) -> Iterator[Tile[CompactMatch]]:
        for rule in rules:
            yield from each_over_time(person, rule.over_time(person), worries)

    return CompiledShape(now, over_time)


def _meanwhile(compiler: Compiler, shape: Meanwhile) -> CompiledShape:
    event = compiler.event(*shape.events, linked=False)

    def worries(person: PersonRecord, clock: CompactClock) -> Iterable[CompactMatch]:
        found = breach(clock)
        if found is None:
            return ()
        begins, until = found
        begun, met_by = clock.start.entry, None if clock.met is None else clock.met.id
        entries, at = entries_of(person, event), 0
        shown: list[CompactEntry] = []
        for entry in following(person, entries, begun):
            # No more of them can have been seen by then, or have begun before it was over.
            if entry.end > at + NEXT_DAYS if shown else not entries.ranged and until != NEVER and entry.end > until + NEXT_DAYS:
                break
            if entry.start >= until or entry.id in (met_by, begun.id):
                continue
            if not shown:
                at = max(begins, seen_at(entry))
            if seen_at(entry) <= at:
                shown.append(entry)
        if not shown:
            return ()
        ended = None if until == NEVER else (max(until, at), over(clock))
        return (CompactMatch(at, (*shown, begun), ended, due=clock.due, due_timed=clock.due_timed),)

    return of_each_clock([compile_standard(compiler, compiler.standard(id)) for id in shape.standards], worries)


MEANINGS.update({Breached: _breached, LongerThan: _longer_than, Meanwhile: _meanwhile})
