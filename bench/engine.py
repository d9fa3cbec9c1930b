"""The reference engine alone: clocks worked out in a second on one core, and what an arriving entry makes it work out again.

The goal is 50,000 clocks a second. A clock counts as worked out when the whole of a child's record has been read by every rule
in one state of knowledge; signals come out of the same reading and are not counted.
"""

import cProfile
import pstats
import time
from collections.abc import Iterator

from bench.lives import CHILD
from bench.replaying import case
from holdfast.engine.clock import Clock
from holdfast.engine.reference.evaluate import rules
from holdfast.engine.reference.history import Reader
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.case_file import read_case
from holdfast.vocabulary.world import World

SIZES = (100, 300, 1000)
GOAL = 50_000


def ratios() -> Iterator[str]:
    """Clocks a second at each size, and where the time goes at the last."""
    for size in SIZES:
        world = read_case(case(size))
        best, found, said = min((_read(world) for _ in range(3)), key=lambda each: each[0])
        yield (
            f"{found / best:8,.0f} clocks a second, a child with {size:,} entries: {found:,} clocks and {said:,} signals of "
            f"{len(rules())} rules in {best * 1000:.1f} ms (goal {GOAL:,})"
        )
    yield from profile(lambda: _read(world))


def _read(world: World) -> tuple[float, int, int]:
    moment = Moment.live(max(entry.recorded_at for entry in world.entries))
    begun = time.perf_counter()
    reader = Reader(world, moment)
    shown = [
        what
        for rule in rules().values()
        for part in reader.parts(CHILD, rule)
        for what in reader.shows(part, moment.known_at).value
    ]
    took = time.perf_counter() - begun
    clocks = sum(1 for what in shown if isinstance(what, Clock))
    return took, clocks, len(shown) - clocks


def profile(run: object, lines: int = 12) -> Iterator[str]:
    """Where the time goes: the functions that took most of it themselves, with their share."""
    profiler = cProfile.Profile()
    profiler.runcall(run)  # type: ignore[arg-type]
    stats = pstats.Stats(profiler)
    whole = stats.total_tt  # type: ignore[attr-defined]
    yield "             where the time goes:"
    taken = sorted(stats.stats.items(), key=lambda each: each[1][2], reverse=True)  # type: ignore[attr-defined]
    for (file, _, name), (_, calls, own, _, _) in taken[:lines]:
        where = file.rpartition("/holdfast/")[2].rpartition("/site-packages/")[2]
        yield f"             {own / whole:6.1%}  {calls:8,} calls  {name} ({where})"
