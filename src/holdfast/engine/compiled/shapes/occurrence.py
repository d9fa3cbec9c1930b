"""Worries that something which took place raises: that it did, how it did, or what lasts because of it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import cast

from holdfast.engine.compiled.calendar_arrays import Span, after, span
from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.departure import effect, takes_effect
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_entries import fitting
from holdfast.engine.compiled.findings import CompactMatch, Ended, began, seen_at, sooner
from holdfast.engine.compiled.in_post import gone, staff, times_uncovered
from holdfast.engine.compiled.instants import FAR_OFF, MICROSECONDS, day_of, midnight
from holdfast.engine.compiled.knowledge_states import Tile, each_over_time
from holdfast.engine.compiled.lead_worker import lead_episodes
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import MEANINGS, CompiledShape
from holdfast.engine.compiled.shapes.matches import can_worry, ended_by, from_each_start
from holdfast.engine.compiled.state import CompactSpan, CompiledState, holds_on, span_on, spans
from holdfast.engine.compiled.trigger import compile_trigger
from holdfast.engine.reference.version_timeline import PARTNERSHIP
from holdfast.rules.shapes import Fails, FutureDated, Happens, Stands, Unrepresented, WhileWorker


def _happens(compiler: Compiler, shape: Happens) -> CompiledShape:
    trigger = compile_trigger(compiler, shape.trigger)
    put_right = compiler.maybe(*shape.ended_by)
    during = compiler.states(shape.during)

    def worries(person: PersonRecord, start: CompactStart) -> Iterable[CompactMatch]:
        if not can_worry(person, start.day):
            return ()
        ended = ended_by(person, put_right, start)
        if during is not None:
            stretch = span_on(person, during, start.day)
            if stretch is None:
                return ()
            ended = sooner(ended, _end(stretch))
        if start.excused is not None:
            ended = sooner(ended, (max(midnight(start.excused[0]), began(start)), start.excused[1]))
        return (CompactMatch(began(start), (*start.extra, start.entry), ended, who=start.about),)

    return from_each_start(trigger, worries)


def _end(stretch: CompactSpan) -> Ended | None:
    return None if stretch.end == FAR_OFF else (midnight(stretch.end), stretch.ended_by)


def _fails(compiler: Compiler, shape: Fails) -> CompiledShape:
    trigger = compile_trigger(compiler, shape.trigger)
    put_right = compiler.maybe(*shape.ended_by)
    wanted = [compiler.answer(each, trigger.types, "what should have been so") for each in shape.wanted]

    def worries(person: PersonRecord, start: CompactStart) -> Iterable[CompactMatch]:
        if not can_worry(person, start.day):
            return ()
        entry, subject = start.entry, start.about[0] if start.about else None
        if not any(answer(person, entry, entry, subject) is False for answer in wanted):
            return ()
        return (CompactMatch(began(start), (*start.extra, entry), ended_by(person, put_right, start), who=start.about),)

    return from_each_start(trigger, worries)


def _stands(compiler: Compiler, shape: Stands) -> CompiledShape:
    after_each = compiler.event(*shape.after, linked=False)
    so = compiler.certain(shape.so, after_each.types, "what stands")
    during = compiler.states(shape.during)

    def holds(person: PersonRecord, entry: CompactEntry) -> bool:
        inside = during is None or holds_on(person, during, entry.last)
        return inside and person.is_child_on(entry.last) and bool(so(person, entry, entry, None))

    def stands(person: PersonRecord, entry: CompactEntry) -> bool:
        if person.record.steady:
            return holds(person, entry)
        # Another state of knowledge, mostly, is another day's.
        # Another state of knowledge, mostly, is one that changed something else: most answers are there already.
        found: bool = person.keep((holds, entry), lambda person: holds(person, entry))
        return found

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        begun: CompactEntry | None = None
        for _, batch in groupby(fitting(person, after_each), key=lambda entry: entry.last):
            *_, last = batch
            if stands(person, last):
                begun = begun or last
            elif begun is not None:
                yield CompactMatch(seen_at(begun), (begun,), (seen_at(last), last))
                begun = None
        if begun is not None:
            stretch = None if during is None else span_on(person, during, day_of(seen_at(begun)))
            yield CompactMatch(seen_at(begun), (begun,), None if stretch is None else _end(stretch))

    return CompiledShape(now)


Over = tuple[int, CompactEntry | None]
"""The day on which something was over, :data:`FAR_OFF` while it lasts, and what ended it."""
Stretch = tuple[int, CompactEntry, Over]
"""The first day of a worker's own state, what began it, and when it was over."""


def _while_worker(compiler: Compiler, shape: WhileWorker) -> CompiledShape:
    starts, ends = compiler.event(*shape.starts, linked=False), compiler.event(*shape.ends, linked=False)
    lasts = span(shape.lasts)
    return _of_whom(compiler, shape, lambda person, worker: _of_worker(person, worker, starts, ends, lasts))


def _unrepresented(compiler: Compiler, shape: Unrepresented) -> CompiledShape:
    left = shape.how == "gone"

    def stretches(person: PersonRecord, worker: str) -> Iterator[Stretch]:
        for time in times_uncovered(staff(person), worker, person.id):
            if time.gone is left:
                yield time.day, time.by, (FAR_OFF if time.ended is None else time.ended, time.ended_by)

    return _of_whom(compiler, shape, stretches)


def _of_whom(
    compiler: Compiler, shape: WhileWorker | Unrepresented, stretches: Callable[[PersonRecord, str], Iterator[Stretch]]
) -> CompiledShape:
    """While the lead worker, or that worker's manager, is in one of the stretches of their own."""
    during, manager = compiler.state(shape.during), shape.who == "manager"

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        episodes = lead_episodes(person)
        for number, (allocated, lead) in enumerate(episodes):
            whom: str | None = lead
            if manager:
                worker = person.record.people.workers.get(lead)
                whom = worker.manager if worker is not None else None
            if whom is None:
                continue
            until = episodes[number + 1][0] if number + 1 < len(episodes) else None
            for stretch in stretches(person, whom):
                yield from _meanwhile(person, during, stretch, whom=whom, allocated=allocated, until=until)

    return CompiledShape(now)


def _of_worker(
    person: PersonRecord, worker: str, starts: CompiledEvent, ends: CompiledEvent, lasts: Span | None
) -> Iterator[Stretch]:
    """Each stretch of the worker's own state."""
    types = tuple(dict.fromkeys((*starts.types, *ends.types)))
    about = [each for each in person.record.read_ahead(types) if each.data.get("worker") == worker]
    begun: CompactEntry | None = None
    for entry in sorted(about, key=lambda entry: (takes_effect(entry)[-1], entry.order)):
        if begun is None:
            if entry.type in starts.type_set and starts.fits(person, entry, None, None):
                begun = entry
        elif entry.type in ends.type_set and _went(person, entry) and ends.fits(person, entry, begun, None):
            yield begun.last, begun, _lapse(lasts, begun.last, effect(entry).day, entry)
            begun = None
    if begun is not None:
        yield begun.last, begun, _lapse(lasts, begun.last, FAR_OFF, None)


def _went(person: PersonRecord, entry: CompactEntry) -> bool:
    """Whether what says that a worker goes, or that their part is over, came to be."""
    if entry.type not in ("worker_leaving", "worker_ended"):
        return True
    return gone(staff(person), str(entry.data.get("worker")), takes_effect(entry)[-1]) is entry


def _lapse(lasts: Span | None, begun: int, end: int, ending: CompactEntry | None) -> Over:
    lapses = None if lasts is None else after(begun, lasts)
    return (lapses, None) if lapses is not None and lapses < end else (end, ending)


def _meanwhile(
    person: PersonRecord,
    during: CompiledState,
    stretch: Stretch,
    *,
    whom: str,
    allocated: CompactEntry,
    until: CompactEntry | None,
) -> Iterator[CompactMatch]:
    """What of a worker's own state falls together with the child's, while the worker has the child."""
    since, by, over = stretch
    for each in spans(person, during):
        begins = max(since, each.start, allocated.last)
        # In this order, because of several on one day the first is said.
        ends: list[Over] = [over, (each.end, each.ended_by)]
        if until is not None:
            ends.append((until.last, until))
        end, ending = min(ends, key=lambda end: end[0])
        if begins < end and person.is_child_on(begins):
            at = seen_at(by) if begins == since == by.last else midnight(begins)
            ended = None if end == FAR_OFF else (max(midnight(end), at), ending)
            before = tuple(entry for entry in (each.started_by, allocated) if entry.last <= begins)
            yield CompactMatch(at, (*before, by), ended, who=(whom,), part=f"{each.started_by.root}/{allocated.root}")


def _future_dated(compiler: Compiler, shape: FutureDated) -> CompiledShape:
    types, leeway = shape.reads, shape.leeway.n * MICROSECONDS[shape.leeway.unit]

    def versions(person: PersonRecord) -> list[CompactEntry]:
        ahead = person.record.ahead_of_their_day(types)
        # Those dated ahead are kept apart from all the lists, and so are asked for by name here.
        found = [entry for entry in ahead if person.id in (entry.about or (PARTNERSHIP,))]
        timed = (entry for entry in person.record.versions(person.id, types) if entry.instant is not None)
        return found + [entry for entry in timed if cast("int", entry.instant) > entry.recorded + leeway]

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        for entry in versions(person):
            if person.view.saw(entry):
                yield from worry(person, entry)

    def worry(person: PersonRecord, entry: CompactEntry) -> Iterable[CompactMatch]:
        return (CompactMatch(entry.recorded, (entry,)),) if person.owns(entry) else ()

    def over_time(person: PersonRecord) -> Iterator[Tile[CompactMatch]]:
        return each_over_time(person, ((entry, entry.since, entry.until) for entry in versions(person)), worry)

    return CompiledShape(now, over_time)


MEANINGS.update(
    {
        Happens: _happens,
        Fails: _fails,
        Stands: _stands,
        WhileWorker: _while_worker,
        Unrepresented: _unrepresented,
        FutureDated: _future_dated,
    }
)
