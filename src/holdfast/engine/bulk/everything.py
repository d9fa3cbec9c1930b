"""Every rule over everybody: what queries can say by queries, the rest by the reference engine in batches."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

import pyarrow as pa

from holdfast.engine.bulk.answers import CLOCKS, SIGNALS
from holdfast.engine.bulk.machine import Duck
from holdfast.engine.bulk.pairs import Pairs
from holdfast.engine.bulk.reading import Snapshot
from holdfast.engine.history import Rule
from holdfast.engine.reference import rules
from holdfast.kernel.moment import Moment

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Answered:
    """How a run was made: which rules were set-based, and which the reference engine ran in batches, with why."""

    set_based: tuple[str, ...]
    pairs: dict[str, str]


def run(
    machine: Duck,
    snapshot: Snapshot,
    moment: Moment,
    *,
    only: Collection[str] | None = None,
    progress: Progress | None = None,
) -> Answered:
    """Every clock and every signal of ``only`` (or of all rules) into the machine's tables ``clocks`` and ``signals``.

    Raises ``KeyError`` for an id that is no rule.
    """
    chosen = [rules()[id] for id in only] if only is not None else list(rules().values())
    snapshot.at(moment)
    machine.put("clocks", CLOCKS.empty_table())
    machine.put("signals", SIGNALS.empty_table())
    pairs = {rule.id: "not compiled" for rule in chosen}
    _in_batches(machine, snapshot, [rule for rule in chosen if rule.id in pairs], progress)
    return Answered((), pairs)


def _in_batches(machine: Duck, snapshot: Snapshot, chosen: Iterable[Rule], progress: Progress | None) -> None:
    def told(done: int, total: int) -> None:
        if progress is not None:
            progress("Families", done, total)

    rules = list(chosen)
    if not rules:
        return
    for clocks, signals in Pairs(machine, snapshot, rules).run(told):
        for name, rows in (("clocks", clocks), ("signals", signals)):
            _append(machine, name, rows)


def _append(machine: Duck, name: str, rows: pa.Table) -> None:
    machine.connection.register("arriving", rows)
    machine.connection.execute(f"INSERT INTO {name} SELECT * FROM arriving")
    machine.connection.unregister("arriving")
