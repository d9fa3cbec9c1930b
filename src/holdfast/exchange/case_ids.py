"""The same case under other ids: those of a file are its own, those of the record are nobody else's."""

import re
from collections.abc import Mapping, MutableMapping, MutableSequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid5

from holdfast.vocabulary.entry import Entry, parse_data
from holdfast.vocabulary.field_types import references
from holdfast.vocabulary.working_hours import StatedHours
from holdfast.vocabulary.world import KnownOrganisation, KnownPerson, KnownRelationship, KnownWorker, World

KINDS = ("organisation", "worker", "person", "entry")
PARTIES = ("person", "worker", "organisation")
"""A party may be any of these, and is looked for in this order."""

# Never to be changed: every id that came in from a file is made from it, and importing that file again finds them by it.
CASE_FILES = UUID("6f1d3c0a-5d0e-5b7c-9a53-2f6c1f3e7b11")
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def internal_id(origin: str, kind: str, external_id: str) -> str:
    """The id that something in the file ``origin`` has here: always the same, and the same for nothing else."""
    return str(uuid5(CASE_FILES, f"{origin}\0{kind}\0{external_id}"))


@dataclass(frozen=True)
class IdMap:
    """New ids for old, by kind. An id that has no new one keeps the old."""

    ids: Mapping[str, Mapping[str, str]]

    def of(self, kind: str, id: str) -> str:
        """The new id."""
        return self.ids.get(kind, {}).get(id, id)

    def maybe(self, kind: str, id: str | None) -> str | None:
        """The new id, where there is an id."""
        return None if id is None else self.of(kind, id)

    def party(self, id: str) -> str:
        """The new id of whoever or whatever this is; plain words stay as they are."""
        # In one order, because a file may call a person and a worker by the same id.
        return next((self.ids[kind][id] for kind in PARTIES if id in self.ids.get(kind, {})), id)

    def world(self, world: World) -> World:
        """The whole case."""
        return World(
            {self.of("organisation", each.id): self.organisation(each) for each in world.organisations.values()},
            {self.of("worker", each.id): self.worker(each) for each in world.workers.values()},
            {self.of("person", each.id): self.person(each) for each in world.people.values()},
            tuple(self.relationship(each) for each in world.relationships),
            tuple(self.entry(each) for each in world.entries),
            hours=tuple(self.hours(each) for each in world.hours),
            rota=tuple(replace(each, worker=self.of("worker", each.worker)) for each in world.rota),
        )

    def organisation(self, one: KnownOrganisation) -> KnownOrganisation:
        return replace(one, id=self.of("organisation", one.id))

    def worker(self, one: KnownWorker) -> KnownWorker:
        return replace(
            one,
            id=self.of("worker", one.id),
            organisation=self.maybe("organisation", one.organisation),
            manager=self.maybe("worker", one.manager),
        )

    def person(self, one: KnownPerson) -> KnownPerson:
        return replace(one, id=self.of("person", one.id))

    def relationship(self, one: KnownRelationship) -> KnownRelationship:
        return replace(one, from_person=self.of("person", one.from_person), to_person=self.of("person", one.to_person))

    def hours(self, one: StatedHours) -> StatedHours:
        return replace(one, worker=self.maybe("worker", one.worker), organisation=self.maybe("organisation", one.organisation))

    def entry(self, one: Entry) -> Entry:
        """One entry, with everything its data points at."""
        written = one.data.written()
        for each in references(one.data):
            new = self.party(each.value) if each.kind == "party" else self.of(each.kind, each.value)
            _put(written, each.path, new)
        return replace(
            one,
            id=self.of("entry", one.id),
            by=self.maybe("worker", one.by),
            about=tuple(self.of("person", person) for person in one.about),
            data=parse_data(one.type, written),
            corrects=self.maybe("entry", one.corrects),
            withdraws=self.maybe("entry", one.withdraws),
        )


def _put(tree: MutableMapping[str, Any], path: str, value: str) -> None:
    """Set what is at ``path`` (``present[0].worker``). A single value may be written where the model reads a list of one."""
    steps: list[str | int] = [name or int(index) for name, index in _STEP.findall(path)]
    at: Any = tree
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        # A single value may stand where the model reads a list of one: the path has a step that what was written has not.
        if following is None or not isinstance(at[step], MutableMapping | MutableSequence):
            at[step] = value
            return
        at = at[step]
