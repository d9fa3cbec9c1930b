"""A part read back, a family at a time: bytes in, slots out. Nothing is checked: it was when it was recorded."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from sys import intern
from typing import Any

import pyarrow.parquet as pq

from holdfast.engine.bulk.partitions import NOBODY
from holdfast.engine.bulk.snapshot_schema import TABLES
from holdfast.engine.bulk.snapshot_writer import manifest
from holdfast.engine.compiled.entries import CompactEntry, compact
from holdfast.engine.compiled.family_record import FamilyPeople
from holdfast.engine.reference.person_view import BRINGS_UP
from holdfast.kernel.when import When
from holdfast.vocabulary.named_fields import covered_by, text_in
from holdfast.vocabulary.world import KnownOrganisation, KnownPerson, KnownRelationship, KnownWorker, PersonName

OF_THE_WORKER = ("worker", "for", "from")
"""The fields that say whose leave, cover or handover an entry about a worker is."""
AT_ONCE = 64
"""How many families are held as text."""


@dataclass(frozen=True)
class SnapshotPartnership:
    """What every family shares: who works for whom, and what is about nobody. Of that, what is about workers is found by
    whoever it names (``by_name``) or whose leave or cover it is (``by_worker``), the rest by its type (``by_type``), because
    any family's rules may look at it."""

    workers: Mapping[str, KnownWorker]
    organisations: Mapping[str, KnownOrganisation]
    by_name: Mapping[str, Sequence[CompactEntry]]
    by_worker: Mapping[str, Sequence[CompactEntry]]
    by_type: Mapping[str, Sequence[CompactEntry]]

    def entries(self) -> list[CompactEntry]:
        """Everything that is about nobody."""
        # An entry that names several stands under each of them.
        every = (*self.by_name.values(), *self.by_type.values())
        return list({entry.id: entry for found in every for entry in found}.values())

    def asked_by(self, names: Sequence[str], types: Collection[str]) -> list[CompactEntry]:
        """What is about nobody and names any of these; the leave of those who manage them or cover for them, and who covers for
        those; everything of these types; and what puts any of it right."""
        found: dict[str, CompactEntry] = {}
        waiting = [entry for name in names for entry in self.by_name.get(name, ())]
        waiting += [entry for type in types for entry in self.by_type.get(type, ())]
        asked = set(names)
        for name in names:
            worker = self.workers.get(name)
            # A manager's leave matters where a signal asks who was there to decide, though no entry names them.
            if worker is not None and worker.manager is not None and worker.manager not in asked:
                asked.add(worker.manager)
                waiting += self.by_worker.get(worker.manager, ())
        # What puts an entry right may itself be put right: whatever points at what was found is found too.
        while waiting:
            entry = waiting.pop()
            if entry.id in found:
                continue
            found[entry.id] = entry
            waiting += self.by_name.get(entry.id, ())
            # Whoever covers for somebody may be away themselves; for whom else they cover is nothing to this family.
            pair = covered_by(entry.type, entry.data)
            if pair is not None and pair[0] in asked and pair[1] not in asked:
                asked.add(pair[1])
                waiting += self.by_worker.get(pair[1], ())
        return list(found.values())


# Read once in a process that goes through many parts. Two, so that one snapshot can be read beside another.
@lru_cache(maxsize=2)
def partnership(snapshot: Path, directory: Path) -> SnapshotPartnership:
    """What the families of a snapshot share, read once in a process."""
    said = manifest(snapshot)
    # Small beside the entries, and the same for every family: each process holds them once.
    workers, organisations = (_table(snapshot, said, name) for name in ("workers", "organisations"))
    by_name: dict[str, list[CompactEntry]] = {}
    by_worker: dict[str, list[CompactEntry]] = {}
    by_type: dict[str, list[CompactEntry]] = {}
    rows = pq.read_table(directory / NOBODY)
    for line, names in zip(rows.column("line").to_pylist(), rows.column("names").to_pylist(), strict=True):
        entry = entry_of(json.loads(line))
        if not names:
            by_type.setdefault(entry.type, []).append(entry)
        for name in names:
            by_name.setdefault(name, []).append(entry)
        for worker in text_in(entry.data, OF_THE_WORKER) if names else ():
            by_worker.setdefault(worker, []).append(entry)
    return SnapshotPartnership(
        {each["id"]: KnownWorker(**each) for each in workers},
        {each["id"]: KnownOrganisation(**each) for each in organisations},
        by_name,
        by_worker,
        by_type,
    )


def _table(snapshot: Path, said: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    if name not in said["tables"]:
        return []
    rows: list[dict[str, Any]] = pq.read_table(snapshot / said["tables"][name], columns=TABLES[name].names).to_pylist()
    return rows


@dataclass
class SnapshotFamily:
    """One family: everything that is recorded of them, what is known of them since when until when, and by which names they
    ask for what is about nobody."""

    entries: list[CompactEntry]
    people: list[list[Any]]
    relationships: list[list[Any]]
    asks: list[str]

    def types(self) -> frozenset[str]:
        """The types of what is recorded of them."""
        return frozenset([entry.type for entry in self.entries])

    def everybody(self) -> list[str]:
        """Everyone that some entry is about, whose parent or carer one is about, or whose birth was ever awaited."""
        about = dict.fromkeys(person for entry in self.entries for person in entry.about)
        brought_up = [other for one, other, kind, *_ in self.relationships if one in about and kind in BRINGS_UP]
        awaited = [id for id, _, said, *_ in self.people if said["expected"] is not None]
        return list(dict.fromkeys((*about, *brought_up, *awaited)))

    def people_at(self, known_at: int, shared: SnapshotPartnership, leap_birthdays: str) -> FamilyPeople:
        """Who they are and how they are related, by what was known at an instant."""
        return FamilyPeople(
            {row[0]: _person(row) for row in self.people if _is_known(row, known_at)},
            [_link(row) for row in self.relationships if _is_known(row, known_at)],
            shared.workers,
            shared.organisations,
            leap_birthdays=leap_birthdays,
        )


def families(path: Path) -> Iterator[SnapshotFamily]:
    """Every family of a part, one after the other."""
    file = pq.ParquetFile(path)
    # Text of a few families at a time: a part may be of a hundred thousand entries.
    for batch in file.iter_batches(AT_ONCE, columns=["people", "relationships", "asks", "entries"], use_threads=False):
        for people, relationships, asks, entries in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            own = [entry_of(line) for line in json.loads(entries)]
            # Longer than the two brackets of an empty list: many families have none, and then nothing has to be parsed.
            yield SnapshotFamily(own, json.loads(people), json.loads(relationships) if len(relationships) > 2 else [], asks)
    file.close()


def entry_of(line: Sequence[Any]) -> CompactEntry:
    """An entry from its line."""
    id, type, first, last, at, recorded, by, about, body, corrects, withdraws, arrived, happened = line
    # The same few ids stand in every entry of a family, the same types in every family's: one text for all of them.
    whom = tuple(map(intern, about))
    type, reason = intern(type), body.get("reason")
    return compact((id, type, first, last, at, recorded, by, whom, body["data"], corrects, withdraws, arrived, happened, reason))


def _is_known(row: Sequence[Any], at: int) -> bool:
    since, until = row[-2:]
    # What is known of people changes too, and an answer for last March must not know who married in May.
    return (since is None or since <= at) and (until is None or until > at)


def _when(written: Any) -> When | None:
    return None if written is None else When.parse(written)


def _person(row: Sequence[Any]) -> KnownPerson:
    id, sex, said, _, _ = row
    names = tuple(PersonName(*name) for name in said["names"])
    return KnownPerson(id, names, _when(said["born"]), sex, said["nhs_number"], _when(said["expected"]))


def _link(row: Sequence[Any]) -> KnownRelationship:
    one, other, kind, parental, said, _, _ = row
    return KnownRelationship(one, other, kind, parental, _when(said["start"]), _when(said["end"]))
