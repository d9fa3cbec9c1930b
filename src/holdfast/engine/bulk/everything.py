"""Every rule over everybody: what queries can say by queries, the rest by the reference engine in batches."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa

from holdfast.engine.bulk import gathering as _gathering
from holdfast.engine.bulk import lasting as _lasting
from holdfast.engine.bulk import meanings as _meanings
from holdfast.engine.bulk import narrowing as _narrowing
from holdfast.engine.bulk import people
from holdfast.engine.bulk.answers import CLOCKS, RAISED, begun, state
from holdfast.engine.bulk.asking import CannotCompile, Preparing
from holdfast.engine.bulk.clocks import KINDS, MADE_TABLE, compiled, slug
from holdfast.engine.bulk.intervals import interval
from holdfast.engine.bulk.machine import Duck, Machine
from holdfast.engine.bulk.pairs import Pairs
from holdfast.engine.bulk.reading import Snapshot, instant
from holdfast.engine.bulk.worries import raised
from holdfast.engine.reference.history import Rule
from holdfast.engine.rulebook import rules_with
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import NO_VALUES, Values

KINDS["max_interval"] = interval
STEPS = ("starts", "met", "over", "gate", "days_of", "made", "link", "next", "vague", "unborn", "broken", "lapse", "again")
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
    values: Values = NO_VALUES,
    progress: Progress | None = None,
    queries: bool = True,
) -> Answered:
    """Every clock and every signal of ``only`` (or of all rules) into the machine's tables ``clocks`` and ``signals``, by a
    partnership's own ``values``. Without ``queries`` the reference engine answers for all of it.

    Raises ``KeyError`` for an id that is no rule.
    """
    every = rules_with(values, london_day(moment.as_at))
    chosen = [every[id] for id in only] if only is not None else list(every.values())
    snapshot.at(moment)
    machine.put("clocks", CLOCKS.empty_table())
    machine.put("signals", RAISED.empty_table())
    pairs = {rule.id: "asked for" for rule in chosen}
    if queries:
        pairs = compile_all(machine, snapshot, moment, [rule.id for rule in chosen], values, progress)
    _in_batches(machine, snapshot, [rule for rule in chosen if rule.id in pairs], values, progress)
    return Answered(tuple(rule.id for rule in chosen if rule.id not in pairs), pairs)


def compile_all(
    machine: Machine, snapshot: Snapshot, moment: Moment, ids: Sequence[str], values: Values, progress: Progress | None = None
) -> dict[str, str]:
    """Run what can be said in queries, and say why of each rule that cannot."""
    standards = {id: values.standard(rule) for id, rule in STANDARDS.items()}
    day = london_day(moment.as_at)
    chosen = [standards[id] if id in standards else _signal(SIGNALS[id], values, day) for id in ids]
    preparing = Preparing(machine, snapshot, standards=standards)
    shapes = [each.shape if isinstance(each, Signal) else each for each in chosen]
    people.make(preparing, *people.ages((shapes, tuple(standards.values()))), values.leap_birthdays)
    snapshot.first_recorded()
    machine.put("nothing_made", MADE_TABLE.empty_table())
    pairs: dict[str, str] = {}
    read = {rule.id: rule.reads for rule in rules_with(values, day).values()}
    for number, value in enumerate(chosen):
        preparing.reads = read[value.id]
        preparing.partnership = not isinstance(value, Standard) and value.partnership
        try:
            if isinstance(value, Standard):
                machine.add("clocks", standing(compiled(value, preparing), moment))
            else:
                machine.add("signals", raised(value, preparing))
        except CannotCompile as why:
            pairs[value.id] = str(why)
        _forget(machine, preparing, value.id)
        if progress is not None:
            progress("Queries", number + 1, len(chosen))
    return pairs


def _signal(signal: Signal, values: Values, day: date) -> Signal:
    return replace(signal, numbers=values.numbers(signal.id, signal.numbers, day)) if values.of(signal.id) else signal


def standing(query: str, moment: Moment) -> str:
    """Clocks with how they stand at the moment."""
    day, at = f"DATE '{london_day(moment.as_at)}'", instant(moment.as_at)
    names = ", ".join(CLOCKS.names[:-2])
    return f"SELECT {names}, {begun(day, at)} AS begun, {state(day, at)} AS state FROM ({query}) AS made"


def _forget(machine: Machine, preparing: Preparing, id: str) -> None:
    """Drop what one rule alone needed."""
    for name in STEPS:
        for whose in (id, "SIG"):
            machine.forget(f"{name}_{slug(whose)}")
    for name in [name for name in preparing.made if name.startswith("own_")]:
        machine.forget(name)
        del preparing.made[name]


def _in_batches(machine: Duck, snapshot: Snapshot, chosen: Iterable[Rule], values: Values, progress: Progress | None) -> None:
    def told(done: int, total: int) -> None:
        if progress is not None:
            progress("Families", done, total)

    rules = list(chosen)
    if not rules:
        return
    for clocks, signals in Pairs(machine, snapshot, rules, values.leap_birthdays).run(told):
        for name, rows in (("clocks", clocks), ("signals", signals)):
            _append(machine, name, rows)


def _append(machine: Duck, name: str, rows: pa.Table) -> None:
    machine.connection.register("arriving", rows)
    machine.connection.execute(f"INSERT INTO {name} SELECT * FROM arriving")
    machine.connection.unregister("arriving")


__all__ = ["Answered", "_gathering", "_lasting", "_meanings", "_narrowing", "compile_all", "run", "standing"]
