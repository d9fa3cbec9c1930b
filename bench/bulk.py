"""Every rule for everybody against one full scan of the same columns: at one, three and ten times a size.

``python -m bench.bulk`` takes a few minutes. ``python -m bench.bulk --children 400000`` is the whole of a large region: some
20 million entries, several minutes of making them, and one size only.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.timing import Ratio
from holdfast.engine.bulk import layout
from holdfast.engine.bulk.everything import Answered, compile_all, run
from holdfast.engine.bulk.machine import Duck
from holdfast.engine.bulk.reading import Snapshot
from holdfast.engine.bulk.writing import Snapshot as Writing
from holdfast.engine.rulebook import rules
from holdfast.kernel.moment import Moment
from holdfast.standards.local_values import NO_VALUES
from holdfast.vocabulary.registry import ENTRY_TYPES

SMALLEST = 3_000
NOW = Moment.live(datetime(2026, 1, 5, 9, tzinfo=UTC))
PLAN = "[{'child': child, 'decision': 'plan_made', 'category': 'NEG', 'reasons': 'Neglect.'}]"
DECIDED = "CASE WHEN k = 3 THEN 'plan_ended' ELSE 'plan_continued' END"
REVIEW = f"[{{'child': child, 'decision': {DECIDED}, 'category': NULL, 'reasons': 'So.'}}]"
CONFERENCE = {
    "kind": "CASE WHEN k = 0 THEN 'initial' ELSE 'review' END",
    "decisions": f"CASE WHEN k = 0 THEN {PLAN} ELSE {REVIEW} END",
}
KINDS: dict[str, tuple[int, int, dict[str, str]]] = {
    "conference_held": (4, 150, CONFERENCE),
    "visit_made": (20, 11, {"kind": "'child_protection'", "seen": "[child]", "home": "TRUE", "worker": "worker"}),
    "core_group_held": (6, 40, {}),
    "contact_received": (3, 130, {
        "from": "{'name': 'A', 'role': 'teacher', 'organisation': NULL, 'worker': NULL}", "channel": "'form'",
        "text": "'Cold, no coat.'", "immediate_harm": "k = 2",
    }),
    "contact_decided": (3, 130, {
        "contact": "concat('contact_received-', c, '-', k)", "decision": "'assessment'", "reasons": "'Needs an assessment.'",
    }),
    "contact_acknowledged": (2, 130, {"contact": "concat('contact_received-', c, '-', k)", "to": "['dsl']"}),
    "voice_recorded": (4, 90, {"child": "child", "how": "'words'", "words": "'I like my school.'"}),
    "observation_recorded": (4, 60, {"neglect": "['physical']", "text": "'Cold hands.'", "setting": "'school'"}),
    "supervision_held": (3, 60, {"worker": "worker", "manager": "worker"}),
    "strategy_discussion_held": (1, 1, {"decision": "'section47'"}),
}  # fmt: skip
"""What is made for each child: how many, how many days apart, and the fields. Two children in three have all of them."""


def entries(type: str, children: int) -> str:
    """A query that makes the entries of one type."""
    each, apart, fields = KINDS[type]
    made = {
        "id": f"concat('{type}-', c, '-', k)", "first": "day", "last": "day", "start_at": "day::TIMESTAMP",
        "end_at": "day::TIMESTAMP + INTERVAL 86399 SECOND", "seen_at": "day::TIMESTAMP", "midnight": "(day + 1)::TIMESTAMP",
        "recorded_at": "day::TIMESTAMP + INTERVAL 20 HOUR + (c % 3) * INTERVAL 1 DAY", "recorded_day": "day + (c % 3)::INTEGER",
        "future": "FALSE", "recorder": "worker", "about": "[child]", "named": "[child]", "arrived": "c * 100 + k",
        "happened": "concat('\"', day, '\"')", "body": _body(fields),
        **{layout.column(name): value for name, value in fields.items()},
    }  # fmt: skip
    columns = ", ".join(f"{made.get(name, 'NULL')} AS {name}" for name in layout.schema(ENTRY_TYPES[type]).names)
    drawn = (
        f"SELECT c, k, concat('child-', c) AS child, concat('worker-', c % 500) AS worker, "
        f"DATE '2022-01-03' + ((c * 37) % 700 + k * {apart} + (c * 13 + k * 7) % 5)::INTEGER AS day "
        f"FROM range({children}) AS a(c), range({each}) AS b(k) WHERE c % 3 < 2 OR k = 0"
    )
    return f"SELECT {columns} FROM ({drawn}) AS d"


def _body(fields: dict[str, str]) -> str:
    """What the entry says, as it is written."""
    said = ", ".join(f'"{name}" := {value}' for name, value in fields.items())
    return f"CAST(to_json(struct_pack(data := struct_pack({said}))) AS VARCHAR)" if fields else "'{\"data\": {}}'"


def make(directory: Path, children: int) -> int:
    """A snapshot of so many invented children. Returns how many entries it holds."""
    with Duck() as machine, Writing(directory) as writing:
        for type in KINDS:
            schema = layout.schema(ENTRY_TYPES[type])
            for batch in machine.connection.cursor().sql(entries(type, children)).to_arrow_reader(100_000):
                import pyarrow as pa

                writing.add_table(type, pa.Table.from_batches([batch]).cast(schema))
        people = ((f"child-{c}", f"{2008 + c % 14}-0{1 + c % 9}-15") for c in range(children))
        writing.table("people", (_person(id, born) for id, born in people))
        writing.table(
            "workers", ({"id": f"worker-{n}", "name": str(n), "organisation": "csc", "role": "social_worker"} for n in range(500))
        )
        writing.table("organisations", [{"id": "csc", "kind": "childrens_social_care", "name": "Services"}])
        writing.table("relationships", [])
        return writing.wrote


def _person(id: str, born: str) -> dict[str, object]:
    day = datetime.fromisoformat(born).date()
    written = f'{{"born": "{born}", "expected": null, "names": [], "nhs_number": null}}'
    return {"id": id, "born_first": day, "born_last": day, "expected": False, "sex": "F", "written": written}


def scan(machine: Duck) -> None:
    """Every column of every entry that a query may read, once."""
    for type in KINDS:
        columns = [name for name in layout.schema(ENTRY_TYPES[type]).names if name not in ("happened", "body", "named")]
        machine.rows("SELECT " + ", ".join(f"bit_xor(hash({name}))" for name in columns) + f" FROM raw_{type}")


def measured(children: int, directory: Path) -> Iterator[str]:
    """One size: the scan, and the rules that queries say."""
    count = make(directory, children)
    with Duck() as machine:
        snapshot = Snapshot(machine, directory)
        scanned = min(_timed(lambda: scan(machine)) for _ in range(2))
        every = list(rules())
        answered: list[Answered] = []
        took: dict[str, float] = {}
        begun = [time.perf_counter()]

        def queries() -> None:
            def note(what: str, done: int, total: int) -> None:
                took[every[done - 1]] = time.perf_counter() - begun[0]
                begun[0] = time.perf_counter()

            answered.append(_by_queries(machine, snapshot, every, note))

        begun[0] = time.perf_counter()
        by_queries = _timed(queries)
        clocks = machine.rows("SELECT count(*) FROM clocks")[0][0]
        yield f"{children:,} children, {count:,} entries: {clocks:,} clocks by {len(answered[0].set_based)} rules in queries"
        yield str(Ratio("every rule that queries say", "one full scan of the same columns", by_queries, scanned))
        slowest = sorted(took.items(), key=lambda each: -each[1])[:6]
        yield "   where the time goes: " + ", ".join(f"{id} {seconds:.2f} s" for id, seconds in slowest)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield f"   peak memory so far: {peak:,.0f} MB"


def in_batches(children: int, directory: Path) -> Iterator[str]:
    """What the rules cost that no query says: the reference engine, in batches of families."""
    count = make(directory, children)
    with Duck() as machine:
        snapshot = Snapshot(machine, directory)
        pairs = list(_by_queries(machine, snapshot, list(rules()), None).pairs)
        seconds = _timed(lambda: run(machine, snapshot, NOW, only=pairs, queries=False))
        scanned = min(_timed(lambda: scan(machine)) for _ in range(3))
        yield f"{children:,} children, {count:,} entries: {1000 * seconds / children:.1f} ms a child"
        yield str(
            Ratio(f"the {len(pairs)} rules that no query says, in batches", "one full scan of the same columns", seconds, scanned)
        )


def _by_queries(machine: Duck, snapshot: Snapshot, every: list[str], note: object) -> Answered:
    from holdfast.engine.bulk.answers import CLOCKS, RAISED

    snapshot.at(NOW)
    machine.put("clocks", CLOCKS.empty_table())
    machine.put("signals", RAISED.empty_table())
    pairs = compile_all(machine, snapshot, NOW, every, NO_VALUES, note)  # type: ignore[arg-type]
    return Answered(tuple(id for id in every if id not in pairs), pairs)


def _timed(work: object) -> float:
    begun = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - begun


def ratios(sizes: tuple[int, ...] = (SMALLEST, 3 * SMALLEST, 10 * SMALLEST)) -> Iterator[str]:
    """The rules that queries say at each size, then the others at a tenth of the smallest."""
    for children in sizes:
        with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as beside:
            yield from measured(children, Path(beside) / "snapshot")
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as beside:
        yield from in_batches(SMALLEST // 10, Path(beside) / "snapshot")


def main() -> None:
    """Print the ratios as they are measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, help="one size only")
    chosen = parser.parse_args().children
    for line in ratios((chosen,)) if chosen else ratios():
        print(line, flush=True)


if __name__ == "__main__":
    main()
