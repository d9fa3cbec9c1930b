"""The same cases read three ways, as rows that can be compared: by the meaning of record, by the compiled rules one case after
the other, and for everybody at once."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from holdfast.engine.bulk.duckdb_session import Duck
from holdfast.engine.bulk.everyone import HERE, run
from holdfast.engine.bulk.result_schema import CLOCKS, RAISED, clock_row, signal_row
from holdfast.engine.clock import Clock
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.compiled_rules import compiled
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.readable_results import clock_of, raised_of
from holdfast.engine.evaluation import people_read
from holdfast.engine.history_line import Shown
from holdfast.engine.reference.evaluate import rules
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView, VersionHistory
from holdfast.engine.reference.version_timeline import PARTNERSHIP
from holdfast.engine.rulebook import of_the_partnership, published
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.world import World

Row = tuple[Any, ...]
Rows = Counter[Row]
Only = Collection[str] | None


def by_reference(worlds: Iterable[World], moment: Moment, only: Only = None, *, partnership: bool = False) -> Rows:
    """Every clock and signal, case by case, on the engine that is the meaning of record."""

    def shown(world: World) -> Callable[[str], Iterator[Shown]]:
        known = RecordView(world, moment, history=VersionHistory(world.entries))

        def of(person: str) -> Iterator[Shown]:
            for rule in rules().values():
                if (only is None or rule.id in only) and (person != PARTNERSHIP or rule.id in of_the_partnership()):
                    yield from rule.shows(PersonView.of(known, person))

        return of

    return _counted(worlds, moment, shown, partnership=partnership)


def by_compiled(worlds: Iterable[World], moment: Moment, only: Only = None, *, partnership: bool = False) -> Rows:
    """The same on the compiled rules."""
    every = compiled(published())

    def shown(world: World) -> Callable[[str], Iterator[Shown]]:
        record = FamilyRecord.of(world, moment, now=True)

        def of(id: str) -> Iterator[Shown]:
            person = PersonRecord.of(record, id)
            for rule in every.that_may_begin(person, only):
                for what in rule.now(person):
                    yield clock_of(what) if isinstance(what, CompactClock) else raised_of(person, what)

        return of

    return _counted(worlds, moment, shown, partnership=partnership)


def _counted(
    worlds: Iterable[World], moment: Moment, shown: Callable[[World], Callable[[str], Iterator[Shown]]], *, partnership: bool
) -> Rows:
    found: Rows = Counter()
    for world in worlds:
        of = shown(world)
        for person in people_read(world):
            for what in of(person) if partnership or person != PARTNERSHIP else ():
                found[_row(clock_row(what, moment.as_at) if isinstance(what, Clock) else signal_row(what))] += 1
    return found


def _row(row: dict[str, Any]) -> Row:
    return tuple(row[name] for name in (CLOCKS if "standard" in row else RAISED).names)


def for_everyone(
    snapshot: Path, moment: Moment, only: Only = None, *, on: str = HERE, processes: int | None = None, partnership: bool = False
) -> Rows:
    """What one run for everybody answers. Cases read together share one partnership, and so its clocks say nothing of each
    alone."""
    found: Rows = Counter()
    with Duck() as machine:
        run(snapshot, moment, machine=machine, only=only, on=on, processes=processes)
        for name, schema in (("clocks", CLOCKS), ("signals", RAISED)):
            whose = "" if partnership else f" WHERE child <> '{PARTNERSHIP}'"
            found.update(machine.rows(f"SELECT {', '.join(schema.names)} FROM {name}{whose}"))
    return found


def differences(wanted: Rows, got: Rows) -> str:
    """The first few differences, in words, or nothing."""
    missing, extra = wanted - got, got - wanted
    by_rule = Counter(row[0] for row in (missing + extra).elements())
    lines = [f"{sum(missing.values())} missing, {sum(extra.values())} too many: {dict(by_rule)}"] if by_rule else []
    for name, rows in (("missing", missing), ("too many", extra)):
        lines += [f"{name}: {row}" for row in sorted(rows, key=str)[:6]]
    return "\n".join(lines)
