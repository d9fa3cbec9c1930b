"""Both engines over the same cases, as rows that can be compared."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from holdfast.engine.bulk.answers import CLOCKS, RAISED, clock_row, signal_row
from holdfast.engine.bulk.everything import Answered, run
from holdfast.engine.bulk.machine import Duck
from holdfast.engine.bulk.reading import Snapshot
from holdfast.engine.bulk.writing import write_world
from holdfast.engine.clock import Clock
from holdfast.engine.reference.evaluate import of_the_partnership, people_read, rules
from holdfast.engine.reference.known import Chains, Known
from holdfast.engine.reference.life import Life
from holdfast.engine.reference.tracks import PARTNERSHIP
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.world import World
from tests.bulk.merging import FAR, Case

Row = tuple[Any, ...]


def by_reference(
    worlds: Iterable[World], moment: Moment, only: Collection[str] | None = None, *, partnership: bool = False
) -> Counter[Row]:
    """Every clock and signal, case by case, on the engine that is the meaning of record."""
    own = of_the_partnership()
    chosen = [rule for rule in rules().values() if only is None or rule.id in only]
    found: Counter[Row] = Counter()
    for world in worlds:
        chains = Chains(world.entries)
        for rule in chosen:
            known = Known(world, moment, chains=chains, types=rule.reads)
            for person in people_read(world):
                if person == PARTNERSHIP and (rule.id not in own or not partnership):
                    continue
                for what in rule.shows(Life.of(known, person)):
                    found[_row(clock_row(what, moment.as_at) if isinstance(what, Clock) else signal_row(what))] += 1
    return found


def _row(row: dict[str, Any]) -> Row:
    return tuple(row[name] for name in (CLOCKS if "standard" in row else RAISED).names)


def in_bulk(
    machine: Duck, directory: Path, worlds: Sequence[World], moment: Moment, only: Collection[str] | None = None
) -> tuple[Counter[Row], Answered]:
    """The same from one run of the bulk engine."""
    write_world(directory, *worlds)
    answered = run(machine, Snapshot(machine, directory), moment, only=only)
    return found(machine), answered


def found(machine: Duck, *, partnership: bool = False) -> Counter[Row]:
    """What the last run answered. Cases read together share one partnership, and so its clocks say nothing of each alone."""
    rows: Counter[Row] = Counter()
    for name, schema in (("clocks", CLOCKS), ("signals", RAISED)):
        whose = "" if partnership else f" WHERE child <> '{PARTNERSHIP}'"
        rows.update(machine.rows(f"SELECT {', '.join(schema.names)} FROM {name}{whose}"))
    return rows


def differences(wanted: Counter[Row], got: Counter[Row]) -> str:
    """The first few differences, in words, or nothing."""
    missing, extra = wanted - got, got - wanted
    by_rule = Counter(row[0] for row in (missing + extra).elements())
    lines = [f"{sum(missing.values())} missing, {sum(extra.values())} too many: {dict(by_rule)}"] if by_rule else []
    for name, rows in (("missing", missing), ("too many", extra)):
        lines += [f"{name}: {row}" for row in sorted(rows, key=str)[:6]]
    return "\n".join(lines)


def cases_at_far(cases: Iterable[Case]) -> list[World]:
    """Their worlds, ready to be read at :data:`FAR`."""
    assert FAR.as_at == FAR.known_at
    return [case.world for case in cases]
