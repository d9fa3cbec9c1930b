"""What no query can say: the reference engine itself, family by family, over the entry types a rule reads.

This is the same rule and the same code as for one child, so it cannot differ; it costs Python's time, and is bounded in
memory because families come in batches.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk import families
from holdfast.engine.bulk.answers import CLOCKS, RAISED, clock_row, signal_row
from holdfast.engine.bulk.machine import Duck
from holdfast.engine.bulk.reading import Snapshot
from holdfast.engine.clock import Clock
from holdfast.engine.reference.chains import Chains
from holdfast.engine.reference.evaluate import of_the_partnership
from holdfast.engine.reference.history import Rule
from holdfast.engine.reference.known import Known
from holdfast.engine.reference.life import Life
from holdfast.engine.reference.meeting import ABOUT_WORKERS
from holdfast.engine.reference.tracks import PARTNERSHIP
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.registry import ENTRY_TYPES
from holdfast.vocabulary.world import Organisation, Person, PersonName, Relationship, Worker, World

FAMILIES_IN_A_BATCH = 500
HELD = ("id", "happened", "body", "recorded_at", "recorder", "about", "named", "corrects", "withdraws", "arrived")


class SomeChains(Chains):
    """Chains of some entry types, that still knows the first version of an entry of any other."""

    def __init__(self, entries: Collection[Entry], roots: Mapping[str, str]) -> None:
        super().__init__(entries)
        self._elsewhere = roots

    def root(self, id: str) -> str:
        """As :meth:`Chains.root`."""
        return super().root(id) if id in self.by_id else self._elsewhere.get(id, id)


@dataclass
class Family:
    """One family's people, relationships and entries, as they are read back."""

    people: dict[str, Person] = field(default_factory=dict)
    links: list[Relationship] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    read: list[str] = field(default_factory=list)


class Pairs:
    """The rules that the reference engine runs, over one snapshot at one moment."""

    def __init__(self, machine: Duck, snapshot: Snapshot, rules: Collection[Rule], leap_birthdays: str) -> None:
        self.machine = machine
        self.snapshot = snapshot
        self.leap_birthdays = leap_birthdays
        self.rules = tuple(rules)
        reads = {type for rule in rules for type in rule.reads} | {"entry_withdrawn"}
        self.types = sorted(reads & snapshot.entries.keys())
        self.organisations = {id: Organisation(id, kind, name) for id, kind, name in machine.rows("FROM all_organisations")}
        self.workers = {
            row[0]: Worker(*row) for row in machine.rows("SELECT id, name, organisation, role, manager FROM all_workers")
        }
        self._workers_own: dict[str, list[Entry]] = {}

    def run(self, progress: Any = None) -> Iterator[tuple[pa.Table, pa.Table]]:
        """The clocks and the signals, a batch of families at a time."""
        groups = families.families(self.machine, self.types)
        heads = sorted(set(groups.values()))
        batch = {head: number // FAMILIES_IN_A_BATCH for number, head in enumerate(heads)}
        rows = {"person": list(groups), "family": list(groups.values()), "batch": [batch[head] for head in groups.values()]}
        self.machine.put("family_of", pa.table(rows, schema=_FAMILY_OF))
        if not self.types:
            return
        self.machine.keep("family_entries", " UNION ALL ".join(self._entries(type) for type in self.types))
        self._workers_own = self._read_workers_own()
        total = len(set(batch.values()))
        for number in range(total):
            yield self._batch(number)
            if progress is not None:
                progress(number + 1, total)
        yield self._batch_of([self._partnership()], of_the_partnership())
        for name in ("family_entries", "family_of"):
            self.machine.forget(name)

    def _partnership(self) -> Family:
        """What is about nobody in particular: the partnership's own."""
        entries = {entry.id: entry for named in self._workers_own.values() for entry in named}
        return Family(entries=list(entries.values()), read=[PARTNERSHIP])

    def _entries(self, type: str) -> str:
        held = ", ".join(f"e.{name}" for name in HELD)
        joined = f"raw_{type} AS e JOIN family_of AS f ON f.person = e.about[1]"
        return f"SELECT f.family, f.batch, '{type}' AS type, {held} FROM {joined}"

    def _read_workers_own(self) -> dict[str, list[Entry]]:
        """Entries that are about nobody: a worker's absence and its like by each id they name, the rest, which any family's
        rules may look at, under no name."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for type in self.types:
            for values in self.machine.rows(f"SELECT {', '.join(HELD)} FROM raw_{type} WHERE array_length(about) = 0"):
                row = dict(zip(HELD, values, strict=True))
                for name in row["named"] if type in ABOUT_WORKERS or type == "entry_withdrawn" else [""]:
                    found[name].append(_entry(type, row))
        return found

    def _own_of(self, named: set[str]) -> Iterator[Entry]:
        """Those that name somebody or something of a family, or the manager of a worker of theirs, and what puts them right."""
        found: dict[str, Entry] = {}
        managers = (worker.manager for each in named if (worker := self.workers.get(each)) is not None)
        asked = ["", *named, *(each for each in managers if each is not None)]
        while asked:
            for entry in self._workers_own.get(asked.pop(), ()):
                if entry.id not in found:
                    found[entry.id] = entry
                    asked.append(entry.id)
        yield from found.values()

    def _batch(self, number: int) -> tuple[pa.Table, pa.Table]:
        return self._batch_of(self._families(number).values(), frozenset(rule.id for rule in self.rules))

    def _batch_of(self, families: Iterable[Family], ids: frozenset[str]) -> tuple[pa.Table, pa.Table]:
        clocks: list[dict[str, Any]] = []
        signals: list[dict[str, Any]] = []
        for family in families:
            for row in self._read(family, ids):
                (clocks if "standard" in row else signals).append(row)
        return pa.Table.from_pylist(clocks, schema=CLOCKS), pa.Table.from_pylist(signals, schema=RAISED)

    def _families(self, number: int) -> dict[str, Family]:
        found: dict[str, Family] = {}
        members = f"SELECT person, family FROM family_of WHERE batch = {number}"
        people = f"SELECT f.family, p.id, p.sex, p.written FROM people AS p JOIN ({members}) AS f ON f.person = p.id"
        for row in self.machine.rows(people):
            found.setdefault(row[0], Family()).people[row[1]] = _person(*row[1:])
        everybody = f"SELECT f.family, f.person FROM ({members}) AS f JOIN everybody AS e ON e.id = f.person"
        for head, person in self.machine.rows(everybody):
            found.setdefault(head, Family()).read.append(person)
        held = "f.family, r.from_person, r.to_person, r.kind, r.parental_responsibility, r.written"
        links = f"SELECT {held} FROM relationships AS r JOIN ({members}) AS f ON f.person = r.from_person ORDER BY r.position"
        for row in self.machine.rows(links):
            found.setdefault(row[0], Family()).links.append(_link(*row[1:]))
        query = f"SELECT family, type, {', '.join(HELD)} FROM family_entries WHERE batch = {number} ORDER BY arrived, id"
        for head, type, *values in self.machine.rows(query):
            told = dict(zip(HELD, values, strict=True))
            family = found.setdefault(head, Family())
            family.entries.append(_entry(type, told))
            family.named |= {*told["about"], *told["named"], told["id"], told["recorder"]}
        return found

    def _read(self, family: Family, ids: frozenset[str]) -> Iterator[dict[str, Any]]:
        moment = self.snapshot.moment
        assert moment is not None
        entries = [*family.entries, *self._own_of(family.named)]
        world = World(self.organisations, self.workers, family.people, tuple(family.links), tuple(entries), self.leap_birthdays)
        chains = SomeChains(entries, self.snapshot.roots)
        there = {entry.type for entry in entries}
        told: dict[str, set[str]] = defaultdict(set)
        for entry in entries:
            for person in entry.about or (PARTNERSHIP,):
                told[person].add(entry.type)
        known = Known(world, moment, chains=chains)  # one for all rules, so that what one worked out serves the next
        for rule in self.rules:
            if rule.id not in ids or there.isdisjoint(rule.reads if rule.begins is None else rule.begins.types):
                continue
            own = rule.begins.types if rule.begins is not None and rule.begins.own else None
            for person in family.read if own is None else (each for each in family.read if not own.isdisjoint(told[each])):
                yield from _shown(rule, Life.of(known, person), moment)


def _shown(rule: Rule, life: Life, moment: Moment) -> Iterator[dict[str, Any]]:
    for what in rule.shows(life):
        yield clock_row(what, moment.as_at) if isinstance(what, Clock) else signal_row(what)


_FAMILY_OF = pa.schema([("person", pa.string()), ("family", pa.string()), ("batch", pa.int64())])


def _entry(type: str, row: Mapping[str, Any]) -> Entry:
    """An entry read back whole from its written form, which was checked when it was recorded."""
    body = json.loads(row["body"])
    return Entry(
        id=row["id"],
        type=type,
        happened=When.parse(json.loads(row["happened"])),
        recorded_at=row["recorded_at"].replace(tzinfo=UTC),
        by=row["recorder"],
        about=tuple(row["about"]),
        data=ENTRY_TYPES[type].model_validate(body["data"]),
        source=body.get("source"),
        corrects=row["corrects"],
        withdraws=row["withdraws"],
        reason=body.get("reason"),
        arrived=row["arrived"],
    )


def _when(written: Any) -> When | None:
    return None if written is None else When.parse(written)


def _person(id: str, sex: str | None, written: str) -> Person:
    said = json.loads(written)
    names = tuple(PersonName(*name) for name in said["names"])
    return Person(id, names, _when(said["born"]), sex, said["nhs_number"], _when(said["expected"]))


def _link(one: str, other: str, kind: str, parental: bool | None, written: str) -> Relationship:
    said = json.loads(written)
    return Relationship(one, other, kind, parental, _when(said["start"]), _when(said["end"]))
