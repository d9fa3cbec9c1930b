"""A snapshot at a moment: what every query starts from.

``raw_<type>`` is every version of every entry of a type, ``known_<type>`` the versions that are read at the moment,
``each_<type>`` the same with a row for each person the entry is about. Which version of an entry is read is worked out by
the reference engine's own :class:`~holdfast.engine.reference.known.Chains`, over the few entries that put others right.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pyarrow as pa

from holdfast.engine.bulk import layout
from holdfast.engine.bulk.machine import Machine
from holdfast.engine.bulk.writing import manifest
from holdfast.engine.reference.chains import Chains
from holdfast.engine.reference.tracks import PARTNERSHIP
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.registry import ENTRY_TYPES

EARLIEST = datetime(1700, 1, 1, tzinfo=UTC)
LATEST = datetime(9000, 1, 1, tzinfo=UTC)


def instant(value: datetime) -> str:
    """An instant in a query. The farthest instants are brought to where every engine can still count."""
    return f"TIMESTAMP '{layout.utc(min(max(value, EARLIEST), LATEST)):%Y-%m-%d %H:%M:%S.%f}'"


@dataclass(frozen=True)
class _Version:
    """What :class:`Chains` asks of an entry."""

    id: str
    recorded_at: datetime
    corrects: str | None
    withdraws: str | None


class Snapshot:
    """A snapshot opened on a machine, with all entry types or those in ``types``. ``at`` sets the moment; it can be set
    again."""

    def __init__(self, machine: Machine, directory: Path, types: Collection[str] | None = None) -> None:
        self.machine = machine
        self.types = {type: model for type, model in ENTRY_TYPES.items() if types is None or type in types}
        self.directory = directory
        self.moment: Moment | None = None
        said = manifest(directory)
        self.entries: dict[str, list[str]] = {type: files for type, files in said["entries"].items() if type in self.types}
        for type, model in self.types.items():
            paths = [directory / each for each in self.entries.get(type, ())]
            machine.files(f"raw_{type}", paths, layout.schema(model))
        for name, schema in layout.TABLES.items():
            paths = [directory / said["tables"][name]] if name in said["tables"] else []
            machine.files(f"all_{name}", paths, schema)
        every = " UNION ".join(f"SELECT UNNEST(about) AS id FROM raw_{type}" for type in sorted(self.entries))
        machine.keep("everybody", f"SELECT DISTINCT id FROM ({every or 'SELECT NULL AS id WHERE FALSE'})")
        self.chains, self.types_put_right = self._versions()
        self.roots = {id: self.chains.root(id) for id, entry in self.chains.by_id.items() if entry.corrects is not None}
        machine.put("roots", _texts({"id": list(self.roots), "root": list(self.roots.values())}))

    def _versions(self) -> tuple[Chains, dict[str, list[str]]]:
        """Every entry that puts another right, with every entry that was put right, and their types."""
        select = "SELECT id, recorded_at, corrects, withdraws, {type} AS type FROM raw_{name}"
        each = [
            select.format(type=f"'{type}'", name=type) + " WHERE corrects IS NOT NULL OR withdraws IS NOT NULL"
            for type in sorted(self.entries)
        ]
        putting = self.machine.rows(" UNION ALL ".join(each)) if each else []
        targets = sorted({row[2] or row[3] for row in putting})
        self.machine.put("put_right", _texts({"id": targets}))
        found = {row[0]: row for row in putting}
        for type in sorted(self.entries) if targets else ():
            query = select.format(type=f"'{type}'", name=type) + " WHERE id IN (SELECT id FROM put_right)"
            found |= {row[0]: row for row in self.machine.rows(query)}
        versions = [_Version(row[0], row[1].replace(tzinfo=UTC), row[2], row[3]) for row in found.values()]
        by_type: dict[str, list[str]] = {}
        for row in found.values():
            by_type.setdefault(row[4], []).append(row[0])
        return Chains(cast(list[Entry], versions)), by_type

    def at(self, moment: Moment) -> None:
        """Stop the world and the record here."""
        self.moment = moment
        touched = {type: [id for id in ids if self._is_root(id)] for type, ids in self.types_put_right.items()}
        standing = {
            type: [found.id for id in ids if (found := self.chains.current(self.chains.by_id[id], moment.known_at)) is not None]
            for type, ids in touched.items()
        }
        for name, groups in (("touched", touched), ("standing", standing)):
            self.machine.put(name, _texts({"id": [id for ids in groups.values() for id in ids]}))
        for type in self.types:
            self.machine.view(f"known_{type}", self._known(type, put_right=bool(touched.get(type))))
            ahead = self._known(type, put_right=bool(touched.get(type)), future=True)
            self.machine.view(f"planned_{type}", ahead)
            about = f"CASE WHEN array_length(about) = 0 THEN ['{PARTNERSHIP}'] ELSE about END"
            self.machine.view(f"each_{type}", f"SELECT *, UNNEST({about}) AS child FROM known_{type}")
            # A reference is followed however far the world has gone, and what is dated ahead is found whether its day has come.
            whenever = self._known(type, put_right=bool(touched.get(type)), whenever=True)
            self.machine.view(f"current_{type}", whenever)
        for name in ("people", "relationships"):
            known = f"known_from <= {instant(moment.known_at)}"
            until = f"known_until > {instant(moment.known_at)}"
            query = f"SELECT * FROM all_{name} WHERE (known_from IS NULL OR {known}) AND (known_until IS NULL OR {until})"
            self.machine.view(name, query)

    def first_recorded(self) -> None:
        """The table ``first_recorded``: when entries that were corrected since were first on the record."""
        versions = {root: self.chains.by_id[root] for root in set(self.roots.values()) if root in self.chains.by_id}
        rows = [
            {"id": id, "recorded_at": layout.utc(each.recorded_at), "recorded_day": london_day(each.recorded_at)}
            for id, each in versions.items()
        ]
        columns = pa.schema([("id", pa.string()), ("recorded_at", layout.INSTANT), ("recorded_day", pa.date32())])
        self.machine.put("first_recorded", pa.Table.from_pylist(rows, schema=columns))

    def _is_root(self, id: str) -> bool:
        return self.chains.by_id[id].corrects is None

    def _known(self, type: str, *, put_right: bool, future: bool = False, whenever: bool = False) -> str:
        assert self.moment is not None
        if type == "entry_withdrawn":
            return f"SELECT *, id AS root FROM raw_{type} WHERE FALSE"
        when = "TRUE" if whenever else f"start_at <= {instant(self.moment.as_at)}" + ("" if future else " AND NOT future")
        known = f"recorded_at <= {instant(self.moment.known_at)} AND corrects IS NULL"
        if not put_right:
            return f"SELECT *, id AS root FROM raw_{type} WHERE {when} AND {known}"
        untouched = f"({known} AND id NOT IN (SELECT id FROM touched))"
        rooted = f"SELECT t.*, COALESCE(r.root, t.id) AS root FROM raw_{type} AS t LEFT JOIN roots AS r ON r.id = t.id"
        return f"SELECT * FROM ({rooted}) WHERE {when} AND ({untouched} OR id IN (SELECT id FROM standing))"

    @property
    def day(self) -> Any:
        """The day in England on which the world is stopped."""
        assert self.moment is not None
        return london_day(self.moment.as_at)


def _texts(columns: dict[str, list[str]]) -> pa.Table:
    return pa.table(columns, schema=pa.schema([(name, pa.string()) for name in columns]))
