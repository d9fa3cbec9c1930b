"""The compiled rules against the meaning of record: the same child, the same answers, by CPU time taken in turn.

Standards and signals are measured apart. *One state* is how things stand at a moment, as a write and everyone's evaluation need
it; *with history* is when each thing first showed, as replay, explain and a rebuild need it. Building the record from its slots
is in the compiled figures. Goals at 300 entries: one state 15 times for standards and 10 for signals, with history 30 and 15.
"""

import cProfile
import gc
import pstats
import time
from collections.abc import Callable, Iterator, Sequence

from bench.lives import CHILD
from bench.replaying import case
from holdfast.engine.compiled.compiled_rules import CompiledRules, compiled
from holdfast.engine.compiled.entries import copy, of_entry
from holdfast.engine.compiled.evaluate import lines_for
from holdfast.engine.compiled.family_record import FamilyPeople, FamilyRecord
from holdfast.engine.compiled.instants import instant
from holdfast.engine.reference.evaluate import rules
from holdfast.engine.reference.first_shown import ReferenceEvaluator
from holdfast.engine.rulebook import published
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.case_file import read_case
from holdfast.vocabulary.world import World

SIZES = (20, 100, 300, 1000)
MOST_BY_REFERENCE = 300
"""The meaning of record is as slow as it likes: its history of a larger record would take minutes."""


def ratios() -> Iterator[str]:
    """Each size, standards and signals apart; then where the time of 300 entries goes."""
    ready = compiled(published()).compile_all()
    for size in SIZES:
        world = read_case(case(size))
        life = Life(world, ready)
        yield f"{size:,} entries: the record from its slots {_milliseconds(_best(life.record, 9))}"
        for name, ids in (("standards", tuple(published().standards)), ("signals", tuple(published().signals))):
            yield from _compared(life, name, ids, size)
    yield from profile(lambda: Life(read_case(case(300)), ready).now(published().ids), "one state of 300 entries")


class Life:
    """One child's record, and the ways of evaluating it."""

    def __init__(self, world: World, ready: CompiledRules) -> None:
        self.world = world
        self.ready = ready
        self.moment = Moment.live(max(entry.recorded_at for entry in world.entries))
        self.people = FamilyPeople.of(world)
        self.entries = [of_entry(entry) for entry in world.entries]

    def record(self, *, now: bool = True) -> FamilyRecord:
        """The record made afresh from its slots."""
        at = instant(self.moment.as_at)
        return FamilyRecord(map(copy, self.entries), self.people, at, at, now=now)

    def now(self, ids: Sequence[str]) -> int:
        """How many lines there are, compiled, in one state."""
        return len(lines_for(self.record(), CHILD, self.ready, ids))

    def history(self, ids: Sequence[str]) -> int:
        """The same with when each first showed."""
        return len(lines_for(self.record(now=False), CHILD, self.ready, ids))

    def now_by_reference(self, ids: Sequence[str]) -> int:
        """How many lines the meaning of record finds in one state."""
        reader = ReferenceEvaluator(self.world, self.moment)
        return sum(len(reader.shows(rules()[id], CHILD, self.moment.known_at)) for id in ids)

    def history_by_reference(self, ids: Sequence[str]) -> int:
        """The same with when each first showed."""
        reader = ReferenceEvaluator(self.world, self.moment)
        return sum(len(reader.read(CHILD, rules()[id])) for id in ids)


def _compared(life: Life, name: str, ids: Sequence[str], size: int) -> Iterator[str]:
    for what, run, base, times in (
        ("one state", life.now, life.now_by_reference, 15),
        ("with history", life.history, life.history_by_reference, 5),
    ):
        count = run(ids)
        took = _best(lambda run=run: run(ids), times)  # type: ignore[misc]
        said = f"{count:5,} lines in {_milliseconds(took)}, {count / took:9,.0f} a second"
        if what == "with history" and size > MOST_BY_REFERENCE:
            yield f"             {name:9} {what:12} {said}"
            continue
        against = _best(lambda base=base: base(ids), 3 if size <= 100 else 1)  # type: ignore[misc]
        yield f"{against / took:8.1f} x   {name:9} {what:12} {said} against {_milliseconds(against)} by the meaning of record"


def _best(run: Callable[[], object], times: int) -> float:
    """The least CPU time of several runs: what else the machine does only adds to it."""
    taken = []
    for _ in range(times):
        gc.collect()
        begun = time.process_time()
        run()
        taken.append(time.process_time() - begun)
    return min(taken)


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


def profile(run: Callable[[], object], what: str, lines: int = 12) -> Iterator[str]:
    """Where the time goes: the functions that took most of it themselves, with their share."""
    profiler = cProfile.Profile()
    profiler.runcall(run)
    stats = pstats.Stats(profiler)
    whole = stats.total_tt  # type: ignore[attr-defined]
    yield f"             where the time of {what} goes:"
    taken = sorted(stats.stats.items(), key=lambda each: each[1][2], reverse=True)  # type: ignore[attr-defined]
    for (file, _, name), (_, calls, own, _, _) in taken[:lines]:
        where = file.rpartition("/holdfast/")[2].rpartition("/site-packages/")[2]
        yield f"             {own / whole:6.1%}  {calls:8,} calls  {name} ({where})"
