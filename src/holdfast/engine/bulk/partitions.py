"""A snapshot apart by family: what has to be read together stands in one row, in parts of about the same size.

Whoever evaluates a part reads nothing else of the snapshot but its workers, its organisations and what is about nobody, so
that parts can be evaluated one by one, side by side, and on other machines. A snapshot is partitioned once, beside itself, and
again only when it has grown.
"""

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk import snapshot_schema
from holdfast.engine.bulk.duckdb_machine import Duck, read_parquet
from holdfast.engine.bulk.families import number_people, tie_together
from holdfast.engine.bulk.snapshot_writer import MANIFEST, manifest
from holdfast.engine.compiled.instants import EPOCH
from holdfast.engine.reference.met_by import ABOUT_WORKERS

PARTITIONED = "families"
FORMAT = 1
SMALLEST, LARGEST, ABOUT = 5_000, 100_000, 64
"""How many entries a part may hold at least and at most, and how many parts there are to be in between."""
EPOCH_DAY = EPOCH.toordinal()
NOBODY = "nobody.parquet"
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class WorkUnit:
    """One part of a partitioned snapshot: the file it stands in, and how much there is in it."""

    path: str
    families: int
    entries: int


@dataclass(frozen=True)
class Partitions:
    """A snapshot with its parts."""

    snapshot: Path
    directory: Path
    parts: tuple[WorkUnit, ...]

    @property
    def entries(self) -> int:
        """How many entries there are in all of them."""
        return sum(part.entries for part in self.parts)


def partitioned(snapshot: Path, machine: Duck, *, progress: Progress | None = None) -> Partitions:
    """The parts of a snapshot, made where they are not there or not of the snapshot as it is now."""
    said = manifest(snapshot)
    of = hashlib.sha256((snapshot / MANIFEST).read_bytes()).hexdigest()
    directory = snapshot / PARTITIONED
    found = _read(directory, of)
    if found is None:
        if directory.exists():
            shutil.rmtree(directory)
        directory.mkdir(mode=0o700)
        found = _Partitioning(machine, snapshot, said, directory, progress).run()
        written = {"format": FORMAT, "of": of, "parts": [vars(part) for part in found]}
        (directory / MANIFEST).write_text(json.dumps(written, indent=1))
    return Partitions(snapshot, directory, found)


def _read(directory: Path, of: str) -> tuple[WorkUnit, ...] | None:
    try:
        said: dict[str, Any] = json.loads((directory / MANIFEST).read_text())
    except (OSError, ValueError):
        return None
    if said["format"] != FORMAT or said["of"] != of:
        return None
    return tuple(WorkUnit(**each) for each in said["parts"])


class _Partitioning:
    """One partitioning, on one machine."""

    def __init__(self, machine: Duck, snapshot: Path, said: dict[str, Any], directory: Path, progress: Progress | None) -> None:
        self.machine = machine
        self.directory = directory
        self.entries = {
            type: read_parquet([snapshot / file for file in files]) for type, files in sorted(said["entries"].items())
        }
        for name in ("people", "relationships", "workers"):
            there = [snapshot / said["tables"][name]] if name in said["tables"] else []
            machine.files(f"all_{name}", there, snapshot_schema.TABLES[name])
        self._progress = progress

    def run(self) -> tuple[WorkUnit, ...]:
        """Every part, written."""
        machine = self.machine
        self._tell("Families", 0, 3)
        number_people(machine, self.entries)
        machine.put("family_of", tie_together(machine, self.entries))
        machine.keep("member", "SELECT p.id, f.family FROM numbered AS p JOIN family_of AS f ON f.n = p.n")
        self._tell("Families", 1, 3)
        self._weigh()
        self._apart_nobodys()
        self._tell("Families", 2, 3)
        stage = machine.here / "stage"
        self._stage(stage)
        found = tuple(self._written(stage))
        machine.forget("numbered", "family_of", "member", "part_of", "placed", "nobodys", "asked", "asked_for")
        return found

    def _tell(self, what: str, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(what, done, total)

    def _weigh(self) -> None:
        """Families in parts of about the same number of entries."""
        heads = " UNION ALL ".join(
            f"SELECT about[1] AS head FROM {table} WHERE len(about) > 0" for table in self.entries.values()
        )
        heads = heads or "SELECT NULL AS head WHERE FALSE"
        sizes = f"SELECT m.family, count(*) AS size FROM ({heads}) AS h JOIN member AS m ON m.id = h.head GROUP BY m.family"
        self.machine.keep("sizes", sizes)
        total = self.machine.rows("SELECT coalesce(sum(size), 0) FROM sizes")[0][0]
        each = min(max(total // ABOUT, SMALLEST), LARGEST)
        before = "SELECT family, size, sum(size) OVER (ORDER BY family) - size AS before FROM sizes"
        self.machine.keep("part_of", f"SELECT family, size, CAST(before // {each} AS INTEGER) AS part FROM ({before})")
        self.machine.keep("placed", "SELECT m.id, m.family, p.part FROM member AS m JOIN part_of AS p ON p.family = m.family")
        self.machine.forget("sizes")

    def _apart_nobodys(self) -> None:
        """What is about nobody, with the names under which a family asks for it: a worker's absence and its like with each id it
        names and its own, the rest, which any family's rules may look at, with no name."""
        each = []
        for type, table in self.entries.items():
            names = "list_concat(named, [id])" if type in ABOUT_WORKERS or type == "entry_withdrawn" else "CAST([] AS VARCHAR[])"
            each.append(f"SELECT {_line(type)} AS line, {names} AS names, arrived, id FROM {table} WHERE len(about) = 0")
        found = (
            " UNION ALL ".join(each) or "SELECT '' AS line, CAST([] AS VARCHAR[]) AS names, 0 AS arrived, '' AS id WHERE FALSE"
        )
        self.machine.keep("nobodys", found)
        self.machine.write("SELECT line, names FROM nobodys ORDER BY arrived, id", self.directory / NOBODY)
        self.machine.keep("asked", "SELECT DISTINCT UNNEST(names) AS name FROM nobodys")
        managed = "SELECT w.id FROM all_workers AS w JOIN asked AS a ON a.name = w.manager"
        self.machine.add("asked", managed)
        self.machine.keep("asked_for", "SELECT DISTINCT name FROM asked")

    def _stage(self, stage: Path) -> None:
        """Every entry as a line of text, in a directory for each part: the one time that the whole snapshot is gone through."""
        any_asked = bool(self.machine.rows("SELECT 1 FROM asked_for LIMIT 1"))
        mentions = "list_concat(about, named, [id, recorder])" if any_asked else "CAST([] AS VARCHAR[])"
        each = [
            f"SELECT about[1] AS head, arrived, id, {_line(type)} AS line, {mentions} AS mentions "
            f"FROM {table} WHERE len(about) > 0"
            for type, table in self.entries.items()
        ]
        if not each:
            return
        query = (
            "SELECT p.part, p.family, e.arrived, e.id, e.line, e.mentions "
            f"FROM ({' UNION ALL '.join(each)}) AS e JOIN placed AS p ON p.id = e.head"
        )
        self.machine.write(query, stage, ", PARTITION_BY (part), COMPRESSION snappy")

    def _written(self, stage: Path) -> list[WorkUnit]:
        found = []
        sizes = self.machine.rows("SELECT part, count(*), sum(size) FROM part_of GROUP BY part ORDER BY part")
        for number, (part, families, entries) in enumerate(sizes):
            name = f"part-{part:05}.parquet"
            lines = read_parquet([stage / f"part={part}" / "*.parquet"])
            self.machine.write(_of_part(part, lines), self.directory / name, ", COMPRESSION zstd, ROW_GROUP_SIZE 2048")
            shutil.rmtree(stage / f"part={part}")
            found.append(WorkUnit(name, families, int(entries)))
            self._tell("Parts", number + 1, len(sizes))
        return found


def _line(type: str) -> str:
    """An entry as a line of JSON: what :func:`~holdfast.engine.bulk.family_reader.entry_of` reads."""
    parts = (
        "to_json(id)",
        f"'\"{type}\"'",
        f"(datediff('day', DATE '1970-01-01', first) + {EPOCH_DAY})",
        f"(datediff('day', DATE '1970-01-01', last) + {EPOCH_DAY})",
        "COALESCE(CAST(epoch_us(instant) AS VARCHAR), 'null')",
        "epoch_us(recorded_at)",
        _text("recorder"),
        "to_json(about)",
        "body",
        _text("corrects"),
        _text("withdraws"),
        "arrived",
        "happened",
    )
    return "concat('[', " + ", ',', ".join(parts) + ", ']')"


def _text(column: str) -> str:
    return f"CASE WHEN {column} IS NULL THEN 'null' ELSE CAST(to_json({column}) AS VARCHAR) END"


def _instant(column: str) -> str:
    return f"COALESCE(CAST(epoch_us({column}) AS VARCHAR), 'null')"


def _of_part(part: int, lines: str) -> str:
    """The families of a part: their people, how they are related, what names them elsewhere, and their entries."""
    known = f"{_instant('known_from')}, ',', {_instant('known_until')}"
    person = f"concat('[', to_json(q.id), ',', {_text('q.sex')}, ',', q.written, ',', {known}, ']')"
    pr = "CASE WHEN r.parental_responsibility IS NULL THEN 'null' ELSE CAST(r.parental_responsibility AS VARCHAR) END"
    ends = "to_json(r.from_person), ',', to_json(r.to_person), ',', to_json(r.kind)"
    link = f"concat('[', {ends}, ',', {pr}, ',', r.written, ',', {known}, ']')"
    people = (
        f"SELECT p.family, string_agg({person}, ',' ORDER BY q.id, q.known_from NULLS FIRST) AS it FROM all_people AS q "
        f"JOIN placed AS p ON p.id = q.id WHERE p.part = {part} GROUP BY p.family"
    )
    links = (
        f"SELECT p.family, string_agg({link}, ',' ORDER BY r.position) AS it FROM all_relationships AS r "
        f"JOIN placed AS p ON p.id = r.from_person WHERE p.part = {part} GROUP BY p.family"
    )
    asks = (
        f"SELECT m.family, list(DISTINCT m.name) AS it FROM (SELECT family, UNNEST(mentions) AS name FROM {lines}) AS m "
        "JOIN asked_for AS a ON a.name = m.name GROUP BY m.family"
    )
    entries = f"SELECT family, string_agg(line, ',' ORDER BY arrived, id) AS it FROM {lines} GROUP BY family"
    return (
        "SELECT e.family, concat('[', COALESCE(p.it, ''), ']') AS people, concat('[', COALESCE(r.it, ''), ']') AS relationships, "
        "COALESCE(a.it, CAST([] AS VARCHAR[])) AS asks, concat('[', e.it, ']') AS entries "
        f"FROM ({entries}) AS e LEFT JOIN ({people}) AS p ON p.family = e.family "
        f"LEFT JOIN ({links}) AS r ON r.family = e.family LEFT JOIN ({asks}) AS a ON a.family = e.family ORDER BY e.family"
    )


FAMILY = pa.schema(
    [
        ("family", pa.int64()),
        ("people", pa.string()),
        ("relationships", pa.string()),
        ("asks", snapshot_schema.TEXTS),
        ("entries", pa.string()),
    ]
)
"""A row of a part: one family."""
