"""Every rule over everybody: what queries can say by queries, the rest by the reference engine in batches."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from holdfast.engine.bulk import people
from holdfast.engine.bulk.answers import CLOCKS, SIGNALS, begun, state
from holdfast.engine.bulk.asking import CannotCompile, Preparing
from holdfast.engine.bulk.clocks import KINDS, compiled, slug
from holdfast.engine.bulk.intervals import interval
from holdfast.engine.bulk.machine import Duck, Machine
from holdfast.engine.bulk.pairs import Pairs
from holdfast.engine.bulk.reading import Snapshot, instant
from holdfast.engine.history import Rule
from holdfast.engine.reference import rules
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.standards import STANDARDS

KINDS["max_interval"] = interval
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
    pairs = _compiled(machine, snapshot, moment, chosen, progress)
    _in_batches(machine, snapshot, [rule for rule in chosen if rule.id in pairs], progress)
    return Answered(tuple(rule.id for rule in chosen if rule.id not in pairs), pairs)


def _compiled(
    machine: Machine, snapshot: Snapshot, moment: Moment, chosen: Sequence[Rule], progress: Progress | None
) -> dict[str, str]:
    """Run what can be said in queries, and say why of each rule that cannot."""
    preparing = Preparing(machine, snapshot)
    standards = [STANDARDS[rule.id] for rule in chosen if rule.id in STANDARDS]
    people.make(preparing, *people.ages(standards))
    snapshot.first_recorded()
    pairs = {rule.id: "a comparison that no query says" for rule in chosen if rule.id not in STANDARDS}
    day, at = f"DATE '{london_day(moment.as_at)}'", instant(moment.as_at)
    for number, rule in enumerate(standards):
        try:
            query = compiled(rule, preparing)
        except CannotCompile as why:
            pairs[rule.id] = str(why)
        else:
            machine.add("clocks", f"SELECT made.*, {begun(day, at)} AS begun, {state(day, at)} AS state FROM ({query}) AS made")
        for name in ("starts", "met", "over", "gate", "days_of", "made", "link", "next", "vague", "unborn"):
            machine.forget(f"{name}_{slug(rule)}")
        if progress is not None:
            progress("Queries", number + 1, len(standards))
    return pairs


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
