"""Everybody at once: the compiled rules over every family of a snapshot, by a pool of processes here or by Spark beyond."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from holdfast.engine.bulk.duckdb_session import Duck, read_parquet
from holdfast.engine.bulk.evaluate_part import NOBODYS, Done, Task
from holdfast.engine.bulk.partitions import Partitions, WorkUnit, partitioned
from holdfast.engine.bulk.pool import run_in_pool
from holdfast.engine.rulebook import in_use
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.standards.local_values import NO_VALUES, Values

HERE = "local"
"""Where parts are evaluated unless somebody says otherwise: this machine's own processes."""
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class RunResult:
    """Where the answers of a run are, and what it took. ``peak`` is the most memory any one process took, in MB, ``seconds``
    the processor's time of all of them."""

    directory: Path
    families: int
    people: int
    clocks: int
    signals: int
    seconds: float
    peak: float


def run(
    snapshot: Path,
    moments: Moment | Sequence[Moment],
    *,
    machine: Duck,
    only: Collection[str] | None = None,
    values: Values = NO_VALUES,
    on: str = HERE,
    history: bool = False,
    processes: int | None = None,
    progress: Progress | None = None,
) -> RunResult:
    """Every clock and every signal of ``only`` (or of all rules) for everybody, into the machine's ``clocks`` and ``signals``,
    with ``history`` also into ``lines``; at several moments nothing but how many clocks stood how, into ``stood``. ``on``
    another place than :data:`HERE` is the master of a Spark.

    Raises ``KeyError`` for an id that is no rule.
    """
    several = not isinstance(moments, Moment)
    at = (moments,) if isinstance(moments, Moment) else tuple(moments)
    in_use(values, london_day(at[-1].as_at)).check(only or ())
    # Once for each snapshot as it stands: a second run over the same begins here at once.
    parts = partitioned(snapshot, machine, progress=progress)
    out = machine.directory("answers")
    task = Task(
        snapshot, parts.directory, out, at, values, None if only is None else tuple(only), history=history, month_ends=several
    )
    # The partnership's own is a part like another, of no family.
    every = (*parts.parts, WorkUnit(NOBODYS, 0, 0))
    if on == HERE:
        done = list(_told(run_in_pool(task, every, processes=processes), parts, progress))
    else:
        # Only where it is asked for: Spark is an extra that nothing else needs.
        from holdfast.engine.bulk.spark import run_on_spark

        done = run_on_spark(task, every, on, lambda count: progress and progress("Parts", count, len(every)))
    _name_answers(machine, task)
    return RunResult(
        out,
        sum(each.families for each in done),
        sum(each.people for each in done),
        sum(each.clocks for each in done),
        sum(each.signals for each in done),
        sum(each.seconds for each in done),
        max(each.peak for each in done),
    )


def _told(done: Iterator[Done], parts: Partitions, progress: Progress | None) -> Iterator[Done]:
    """The same, saying how many entries have been gone through of how many: what takes as long as it has taken."""
    # By entries and not by parts: parts are of different sizes, and a measure that stands still is no measure.
    size = {part.path: part.entries for part in parts.parts}
    total, through = parts.entries, 0
    for each in done:
        through += size.get(each.part, 0)
        if progress is not None:
            progress("Entries", through, total)
        yield each


def _name_answers(machine: Duck, task: Task) -> None:
    names = ("stood",) if task.month_ends else ("clocks", "signals", "lines") if task.history else ("clocks", "signals")
    for name in names:
        machine.view(name, f"FROM {read_parquet([task.out / f'{name}-*.parquet'])}")
