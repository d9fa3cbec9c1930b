"""Worries that are made of worries."""

from collections.abc import Iterable, Iterator

from holdfast.engine.compiled.calendar_arrays import before, span
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.findings import CompactMatch, replaced
from holdfast.engine.compiled.instants import day_of
from holdfast.engine.compiled.knowledge_states import Tile, each_over_time
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import MEANINGS, CompiledShape, compile_shape
from holdfast.engine.compiled.shapes.matches import between
from holdfast.engine.compiled.state import CompiledState, spans
from holdfast.rules.shapes import AnyShape, Said, Showing


def _showing(compiler: Compiler, shape: Showing) -> CompiledShape:
    inner = compile_shape(compiler, shape.shape)
    event = compiler.maybe(*shape.events, linked=False)
    state, within = compiler.states(shape.since), span(shape.within)

    def entries(person: PersonRecord, event: CompiledEvent, last: CompactEntry, day: int) -> Iterator[CompactEntry]:
        since = before(day, within)
        for each in between(person, event, since, day):
            if each.last <= day and (since <= each.last if shape.inclusive else since < each.last and each.order <= last.order):
                yield each

    def showing(person: PersonRecord, match: CompactMatch) -> Iterable[CompactMatch]:
        day, last = day_of(match.at), match.entries[-1]
        kept = [] if state is None else _begun(person, state, last, day)
        if event is not None:
            kept += entries(person, event, last, day)
        own = {each.id for each in match.entries}
        # Its own entries last, because the last is the one that made it so.
        shown = {each.id: each for each in (*(each for each in kept if each.id not in own), *match.entries)}
        return (replaced(match, entries=tuple(shown.values())),)

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        for match in inner.now(person):
            yield from showing(person, match)

    def over_time(person: PersonRecord) -> Iterator[Tile[CompactMatch]]:
        return each_over_time(person, inner.over_time(person), showing)

    return CompiledShape(now, over_time)


def _begun(person: PersonRecord, state: CompiledState, entry: CompactEntry, day: int) -> list[CompactEntry]:
    """What began the stretch of a state that holds on a day, or that an entry ended."""
    found = [
        each.started_by
        for each in spans(person, state)
        if each.start <= day < each.end or (each.ended_by is not None and each.ended_by.id == entry.id)
    ]
    return found[-1:]


def _said(compiler: Compiler, shape: Said) -> CompiledShape:
    inner, why = compile_shape(compiler, shape.shape), shape.why

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        return (replaced(match, why=why) for match in inner.now(person))

    def over_time(person: PersonRecord) -> Iterator[Tile[CompactMatch]]:
        return ((replaced(match, why=why), since, until) for match, since, until in inner.over_time(person))

    return CompiledShape(now, over_time, inner.of)


def _any_shape(compiler: Compiler, shape: AnyShape) -> CompiledShape:
    parts = [compile_shape(compiler, each) for each in shape.shapes]

    def now(person: PersonRecord) -> list[CompactMatch]:
        return sorted((match for part in parts for match in part.now(person)), key=lambda match: match.at)

    def over_time(person: PersonRecord) -> list[Tile[CompactMatch]]:
        return sorted((tile for part in parts for tile in part.over_time(person)), key=lambda tile: tile[0].at)

    return CompiledShape(
        now, over_time, tuple(each for part in parts for each in part.of) if all(part.of for part in parts) else ()
    )


MEANINGS.update({Showing: _showing, Said: _said, AnyShape: _any_shape})
