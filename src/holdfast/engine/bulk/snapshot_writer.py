"""Writing a snapshot, in bounded memory: entries go out in batches as they come.

A snapshot only ever grows. Every run adds a part to each entry type that has something new and writes people, families
and workers afresh; the manifest, written last and put in place in one step, says which files count. A run that was
stopped leaves files that no manifest names, and the next run writes over them.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from holdfast.engine.bulk import snapshot_schema
from holdfast.kernel.when import When
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownPerson, KnownRelationship, World

ROWS_OF_A_TYPE = 20_000
ROWS_IN_ALL = 100_000
"""How many rows are held before they are written: what bounds the memory."""
MANIFEST = "manifest.json"


class NotASnapshot(Exception):
    """The directory holds no snapshot this version can read."""


def manifest(directory: Path) -> dict[str, Any]:
    """What a snapshot holds. Raises :class:`NotASnapshot`."""
    try:
        found: dict[str, Any] = json.loads((directory / MANIFEST).read_text())
    # No directory, no manifest, or half of one: to somebody who named it they are the same mistake.
    except (OSError, ValueError) as error:
        raise NotASnapshot(
            f"{directory} holds no snapshot. To read the record itself, leave it out:\n  holdfast bulk run"
        ) from error
    # A snapshot is made from the record at any time, so an old one is not translated.
    if found.get("format") != snapshot_schema.FORMAT:
        raise NotASnapshot(f"{directory} was written by another version of Holdfast. Remove it and make it again.")
    return found


class Snapshot:
    """One run of writing into ``directory``. Nothing counts until the block ends without an error.

    ``reached`` is what the run before wrote last (a ledger's sequence number), for whoever adds only what is new.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        # It holds everything that is recorded of children: nobody else on the machine is to read it.
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        before = manifest(directory) if (directory / MANIFEST).exists() else {"runs": [], "entries": {}, "tables": {}}
        self.before = before
        self.number = len(before["runs"]) + 1
        self.reached: int = before["runs"][-1]["reached"] if before["runs"] else 0
        self.wrote = 0
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self._held = 0
        self._tables: dict[str, str] = {}
        self._notes: dict[str, Any] = dict(before.get("notes", {}))

    def note(self, name: str, value: Any) -> None:
        """Something about what was written, for the next run to ask."""
        self._notes[name] = value

    def __enter__(self) -> "Snapshot":
        return self

    def add(self, entry: Entry) -> None:
        """One entry, from its model."""
        self.add_row(entry.type, snapshot_schema.row(entry, json.dumps(entry.happened.to_json()), json.dumps(_body(entry))))
        self.reached = max(self.reached, entry.arrived)

    def add_row(self, type: str, row: dict[str, Any]) -> None:
        """One entry, as a row already."""
        rows = self._rows[type]
        rows.append(row)
        self._held += 1
        self.wrote += 1
        # A type that is frequent goes out by itself; all of them together only when a hundred types hold a little each.
        if len(rows) >= ROWS_OF_A_TYPE:
            self._write(type)
        elif self._held >= ROWS_IN_ALL:
            for each in [each for each, held in self._rows.items() if held]:
                self._write(each)

    def add_table(self, type: str, rows: pa.Table) -> None:
        """Many entries of one type at once, already in columns."""
        self._writer(type).write_table(rows)
        self.wrote += rows.num_rows

    def _writer(self, type: str) -> pq.ParquetWriter:
        if type not in self._writers:
            path = self.directory / "entries" / type / f"part-{self.number:06}.parquet"
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._writers[type] = pq.ParquetWriter(path, snapshot_schema.ENTRIES, compression="zstd")
        return self._writers[type]

    def _write(self, type: str) -> None:
        rows = self._rows.pop(type)
        self._held -= len(rows)
        self._writer(type).write_table(pa.Table.from_pylist(rows, schema=snapshot_schema.ENTRIES))

    def table(self, name: str, rows: Iterable[dict[str, Any]]) -> None:
        """People, relationships, workers or organisations: the whole of it, taking the place of the last run's."""
        path = self._table_path(name)
        with pq.ParquetWriter(path, snapshot_schema.TABLES[name], compression="zstd") as writer:
            held: list[dict[str, Any]] = []
            for row in rows:
                held.append(row)
                if len(held) >= ROWS_OF_A_TYPE:
                    # Also where there is nothing: a file without rows says that there are none, where no file says nothing.
                    writer.write_table(pa.Table.from_pylist(held, schema=snapshot_schema.TABLES[name]))
                    held = []
            writer.write_table(pa.Table.from_pylist(held, schema=snapshot_schema.TABLES[name]))

    def _table_path(self, name: str) -> Path:
        self._tables[name] = f"{name}/run-{self.number:06}.parquet"
        path = self.directory / self._tables[name]
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return path

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            for type in [each for each, held in self._rows.items() if held]:
                self._write(type)
        # Closed also after an error, so that no file stays open; but what is not in the manifest is not there.
        for writer in self._writers.values():
            writer.close()
        if kind is None:
            self._finish()

    def _finish(self) -> None:
        entries = {type: list(files) for type, files in self.before["entries"].items()}
        for type in self._writers:
            entries.setdefault(type, []).append(f"entries/{type}/part-{self.number:06}.parquet")
        said = {
            "format": snapshot_schema.FORMAT,
            "runs": [*self.before["runs"], {"number": self.number, "entries": self.wrote, "reached": self.reached}],
            "entries": entries,
            "tables": {**self.before["tables"], **self._tables},
            "notes": self._notes,
        }
        beside = self.directory / f"{MANIFEST}.new"
        beside.write_text(json.dumps(said, indent=1))
        # In one step: whoever reads meanwhile reads the old one or the new one whole.
        beside.replace(self.directory / MANIFEST)


def recorded_since(directory: Path, said: Mapping[str, Any], after: int) -> set[str]:
    """The ids of entries already written that arrived after a place in the order."""
    found: set[str] = set()
    for files in said["entries"].values():
        for file in files:
            rows = pq.read_table(directory / file, columns=["id"], filters=[("arrived", ">", after)])
            found.update(rows.column("id").to_pylist())
    return found


def write_world(directory: Path, *worlds: World) -> None:
    """A snapshot of whole cases. No two may hold the same id."""
    with Snapshot(directory) as snapshot:
        for world in worlds:
            for entry in world.entries:
                snapshot.add(entry)
        snapshot.table("people", (person_row(each) for world in worlds for each in world.people.values()))
        links = (link for world in worlds for link in world.relationships)
        snapshot.table("relationships", (relationship_row(link, place) for place, link in enumerate(links)))
        workers = {each.id: each for world in worlds for each in world.workers.values()}
        snapshot.table("workers", (dict(vars(each)) for each in workers.values()))
        organisations = {each.id: each for world in worlds for each in world.organisations.values()}
        snapshot.table("organisations", (dict(vars(each)) for each in organisations.values()))


def _body(entry: Entry) -> dict[str, Any]:
    said: dict[str, Any] = {"data": entry.data.written()}
    return said | {name: value for name in ("source", "reason") if (value := getattr(entry, name)) is not None}


def person_row(person: KnownPerson, known_from: datetime | None = None, known_until: datetime | None = None) -> dict[str, Any]:
    """What a rule asks of a person: nothing but when they were born, or are expected, and their sex. No names."""
    born = person.born
    written = {"born": _when(born), "expected": _when(person.expected)}
    return {
        "id": person.id,
        "born_first": born.first if born else None,
        "born_last": born.last if born else None,
        "expected": person.expected is not None,
        "sex": person.sex,
        "written": json.dumps({**written, **_other(person)}),
        "known_from": snapshot_schema.utc(known_from),
        "known_until": snapshot_schema.utc(known_until),
    }


def _other(person: KnownPerson) -> Mapping[str, Any]:
    # One signal compares names and NHS numbers; the columns that every rule reads have neither.
    return {
        "names": [[name.use, name.given, name.family] for name in person.names],
        "nhs_number": person.nhs_number,
    }


def _when(when: When | None) -> Any:
    return None if when is None else when.to_json()


def relationship_row(
    link: KnownRelationship, position: int, known_from: datetime | None = None, known_until: datetime | None = None
) -> dict[str, Any]:
    """One relationship, in its place in the order they were told."""
    return {
        "from_person": link.from_person,
        "to_person": link.to_person,
        "kind": link.kind,
        "parental_responsibility": link.parental_responsibility,
        "written": json.dumps({"start": _when(link.start), "end": _when(link.end)}),
        "position": position,
        "known_from": snapshot_schema.utc(known_from),
        "known_until": snapshot_schema.utc(known_until),
    }
