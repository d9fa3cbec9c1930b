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

from holdfast.engine.bulk import partition_queries as queries
from holdfast.engine.bulk import snapshot_schema
from holdfast.engine.bulk.duckdb_session import Duck, read_parquet
from holdfast.engine.bulk.families import number_people, tie_together
from holdfast.engine.bulk.snapshot_writer import MANIFEST, manifest
from holdfast.engine.reference.met_by import ABOUT_WORKERS

PARTITIONED = "families"
FORMAT = 1
# Small enough to be bounded in memory and to be spread evenly over processes, large enough that starting on one is nothing
# beside it.
SMALLEST, LARGEST, ABOUT = 5_000, 100_000, 64
"""How many entries a part may hold at least and at most, and how many parts there are to be in between."""
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
    # By the manifest, which names every file there is: a snapshot that has grown has another.
    of = hashlib.sha256((snapshot / MANIFEST).read_bytes()).hexdigest()
    directory = snapshot / PARTITIONED
    found = _read(directory, of)
    if found is None:
        if directory.exists():
            # Of another state of the snapshot, or half made by a run that was stopped: it is made afresh.
            shutil.rmtree(directory)
        # It holds everything that is recorded of children.
        directory.mkdir(mode=0o700)
        found = _Partitioning(machine, snapshot, said, directory, progress).run()
        written = {"format": FORMAT, "of": of, "parts": [vars(part) for part in found]}
        # Last: until it is there, no part counts.
        (directory / MANIFEST).write_text(json.dumps(written, indent=1))
    return Partitions(snapshot, directory, found)


def _read(directory: Path, of: str) -> tuple[WorkUnit, ...] | None:
    try:
        said: dict[str, Any] = json.loads((directory / MANIFEST).read_text())
    # Not there yet, or cut short as the machine stopped: either way there are no parts.
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
        for name in ("people", "relationships", "workers"):
            there = [snapshot / said["tables"][name]] if name in said["tables"] else []
            machine.files(f"all_{name}", there, snapshot_schema.TABLES[name])
        queries.name_entries(machine, snapshot, said["entries"])
        self._progress = progress

    def run(self) -> tuple[WorkUnit, ...]:
        """Every part, written."""
        machine = self.machine
        self._tell("Families", 0, 3)
        number_people(machine)
        machine.load_table("family_of", tie_together(machine))
        machine.create_table("member", queries.MEMBER)
        self._tell("Families", 1, 3)
        self._weigh()
        self._apart_nobodys()
        self._tell("Families", 2, 3)
        stage = machine.here / "stage"
        self._stage(stage)
        found = tuple(self._written(stage))
        machine.forget("numbered", "family_of", "member", "part_of", "placed", "nobodys", "asked_for")
        return found

    def _tell(self, what: str, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(what, done, total)

    def _weigh(self) -> None:
        """Families in parts of about the same number of entries."""
        self.machine.create_table("sizes", queries.SIZES)
        total = self.machine.rows("SELECT coalesce(sum(size), 0) FROM sizes")[0][0]
        # By entries and not by families: one family may have as many as a hundred others.
        self.machine.set_variable("part_size", int(min(max(total // ABOUT, SMALLEST), LARGEST)))
        self.machine.create_table("part_of", queries.PART_OF)
        self.machine.create_table("placed", queries.PLACED)
        self.machine.forget("sizes")

    def _apart_nobodys(self) -> None:
        """What is about nobody, with the names under which a family asks for it: a worker's absence and its like with each id it
        names and its own, the rest, which any family's rules may look at, with no name."""
        self.machine.set_variable("asked_by_name", [*sorted(ABOUT_WORKERS), "entry_withdrawn"])
        self.machine.create_table("nobodys", queries.NOBODYS)
        self.machine.write(queries.NOBODYS_IN_ORDER, self.directory / NOBODY)
        self.machine.create_table("asked_for", queries.ASKED_FOR)

    def _stage(self, stage: Path) -> None:
        """Every entry as a line of text, in a directory for each part: the one time that the whole snapshot is gone through."""
        # Where nobody is asked for by name nothing has to be kept of whom entries mention.
        self.machine.set_variable("any_asked_for", bool(self.machine.rows("SELECT 1 FROM asked_for LIMIT 1")))
        self.machine.write(queries.STAGED, stage, ", PARTITION_BY (part), COMPRESSION snappy")

    def _written(self, stage: Path) -> list[WorkUnit]:
        found = []
        sizes = self.machine.rows(queries.PART_SIZES)
        for number, (part, families, entries) in enumerate(sizes):
            name = f"part-{part:05}.parquet"
            self.machine.set_variable("part", part)
            there = stage / f"part={part}"
            self.machine.view("lines", f"FROM {read_parquet([there / '*.parquet'])}" if there.exists() else queries.NO_LINES)
            self.machine.write(queries.OF_PART, self.directory / name, ", COMPRESSION zstd, ROW_GROUP_SIZE 2048")
            # As each part is done: staged text and finished parts together would need twice the room.
            shutil.rmtree(there, ignore_errors=True)
            found.append(WorkUnit(name, families, int(entries)))
            self._tell("Parts", number + 1, len(sizes))
        return found
