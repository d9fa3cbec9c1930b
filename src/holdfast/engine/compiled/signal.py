"""A signal as functions: what it raises for one person, now and over time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.findings import CompactFinding, CompactMatch, build_finding, finding
from holdfast.engine.compiled.knowledge_states import Tile, each_over_time
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import CompiledShape, compile_shape
from holdfast.engine.compiled.shapes import OWN
from holdfast.engine.reference.signal import NO_FUNCTION
from holdfast.kernel.unknown_name import UnknownName
from holdfast.rules.signal import Signal

Raise = Callable[[PersonRecord, CompactMatch], CompactFinding | None]
"""What a match raises for a person, if anything."""


class CompiledSignal:
    """``now`` gives what it raises in the state of knowledge being looked at, ``over_time`` in every one. Of what would be known
    by the same key, the first is raised."""

    def __init__(self, signal: Signal, shape: CompiledShape, raises: Raise) -> None:
        self.id = signal.id
        self.hourly = signal.timed
        self.signal = signal
        self.settles = shape.of
        self._shape = shape
        self._raises = raises

    def now(self, person: PersonRecord) -> Sequence[CompactFinding]:
        """What it raises in the state of knowledge being looked at."""
        matches = self._shape.now(person)
        if not matches:
            return ()
        found: dict[str, CompactFinding] = {}
        for match in matches:
            raised = self._raises(person, match)
            if raised is not None:
                # Of what one entry raises in several ways the first is said, as in the reference.
                found.setdefault(raised.key, raised)
        return list(found.values())

    def matches(self, person: PersonRecord) -> Sequence[CompactMatch]:
        """What its shape finds in the state of knowledge being looked at, whoever it is raised for."""
        return self._shape.now(person)

    def over_time(self, person: PersonRecord) -> Sequence[Tile[CompactFinding]]:
        """What it raises in every state of knowledge."""
        return list(one_finding_at_a_time(each_over_time(person, self._shape.over_time(person), self._raised)))

    def _raised(self, person: PersonRecord, match: CompactMatch) -> Iterable[CompactFinding]:
        raised = self._raises(person, match)
        return () if raised is None else (raised,)


def compile_signal(compiler: Compiler, signal: Signal) -> CompiledSignal:
    """A signal as functions."""
    if signal.pattern is None:
        if signal.id not in OWN:
            raise UnknownName("function of its own for the signal", signal.id, OWN, NO_FUNCTION)
        find, known_by = OWN[signal.id]
        return CompiledSignal(
            signal, find(compiler, signal), lambda person, match: build_finding(person, signal, match, known_by(match))
        )
    shape = compile_shape(compiler, signal.shape)
    return CompiledSignal(signal, shape, lambda person, match: finding(person, signal, match))


def one_finding_at_a_time(tiles: Iterable[Tile[CompactFinding]]) -> Iterator[Tile[CompactFinding]]:
    """The same with no two at once that are known by the same key: the one that is said first stands."""
    by_key: dict[str, list[Tile[CompactFinding]]] = {}
    for tile in tiles:
        by_key.setdefault(tile[0].key, []).append(tile)
    for found in by_key.values():
        if len(found) == 1:
            yield found[0]
        else:
            yield from _apart(found)


def _apart(found: list[Tile[CompactFinding]]) -> Iterator[Tile[CompactFinding]]:
    in_time = sorted(found, key=lambda tile: tile[1])
    # One after the other, as nearly always: the same worry in several states, each as it stood.
    if all(one[2] <= other[1] for one, other in pairwise(in_time)):
        yield from in_time
        return
    # Where they overlap, time is cut at every beginning and end, and in each piece the first that is said stands.
    turns = sorted({turn for _, since, until in found for turn in (since, until)})
    for since, until in pairwise(turns):
        first = next((what for what, begins, ends in found if begins <= since and until <= ends), None)
        if first is not None:
            yield first, since, until
