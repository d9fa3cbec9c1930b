"""The case file: one JSON format that carries a case between systems, into tests and back out (docs/case-file.md)."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from holdfast.vocabulary import referential_integrity as integrity
from holdfast.vocabulary.about_whom import about_nobody
from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.case_file_parts import (
    PARTS,
    EntryPart,
    HoursPart,
    OrganisationPart,
    PersonPart,
    RelationshipPart,
    ShiftPart,
    WorkerPart,
)
from holdfast.vocabulary.case_writer import FORMAT, write_case
from holdfast.vocabulary.entry import Entry, correction_faults, parse_data
from holdfast.vocabulary.family_faults import ancestor_faults, birth_faults, number_faults
from holdfast.vocabulary.faults import CaseRefused, EntryRefused, Fault
from holdfast.vocabulary.json_tree import load
from holdfast.vocabulary.model_faults import data_faults, json_key, nearest, shown
from holdfast.vocabulary.referential_integrity import CaseDraft, Ids
from holdfast.vocabulary.schema import json_schema
from holdfast.vocabulary.type_registry import ENTRY_TYPES
from holdfast.vocabulary.world import World

__all__ = ["FORMAT", "CaseRefused", "Fault", "json_schema", "read_case", "write_case"]

# Lists that have to be there even if empty: a file cut short on its way would otherwise be a small case.
_NEEDED = ("people", "entries")
_PLACE = re.compile(r"\$\.(\w+)(?:\[(\d+)\])?")
_ABOUT_A_WORKER = "workers"
"""The area whose entries are about a worker: they need name no people."""


def read_case(text: str | bytes, today: date | None = None) -> World:
    """The case in a file. Raises :class:`CaseRefused` with every fault, each by its JSON path; nothing is read in part. Births
    are held against ``today``, where it is given: a file alone does not say when it is read."""
    tree, loading = load(text)
    if not isinstance(tree, dict):
        raise CaseRefused([*loading, Fault("$", "A case file is one object, and this is not.", 'Start it with {"format": …}.')])
    reader = _Reader(tree, today)
    world = reader.read(sound=not loading)
    # What JSON itself spoiled was read as something nobody wrote: whatever is wrong with that would be a second fault for one
    # mistake.
    if world is None:
        blamed = {fault.path for fault in loading}
        faults = dict.fromkeys([*loading, *(fault for fault in reader.faults if fault.path not in blamed)])
        raise CaseRefused(sorted(faults, key=_place))
    return world


def _place(fault: Fault) -> tuple[int, int]:
    """Where in the file a fault is, so that faults come in the order of the file."""
    match = _PLACE.match(fault.path)
    if match is None or match[1] not in PARTS:
        return (-1, 0)
    return (list(PARTS).index(match[1]), int(match[2] or -1))


T = TypeVar("T", bound=BaseModel)
Linked = Callable[[Ids, Mapping[str, Any], str], Iterable[Fault]]


class _Reader:
    """One reading of one file. Faults gather in ``faults``; what cannot be read is left out and the rest still checked."""

    def __init__(self, tree: dict[str, Any], today: date | None) -> None:
        self.tree = tree
        self.today = today
        self.faults: list[Fault] = []
        self.ids = Ids()
        # All lists before any part is read, since parts point at one another in both directions and every id has to be known by
        # then.
        self.rows = {name: self._rows(name) for name in PARTS}

    def read(self, *, sound: bool) -> World | None:
        """The world, or ``None`` where there are faults or the loader found the file not ``sound``."""
        self._check_top()
        organisations = self._parts("organisations", OrganisationPart)
        workers = self._parts("workers", WorkerPart, integrity.worker_faults)
        people = self._parts("people", PersonPart)
        relationships = self._parts("relationships", RelationshipPart, integrity.relationship_faults)
        self.faults.extend(number_faults(self.rows["people"]))
        if self.today is not None:
            self.faults.extend(birth_faults(self.rows["people"], self.today))
        self.faults.extend(ancestor_faults(self.rows["relationships"]))
        hours = self._parts("hours", HoursPart, integrity.hours_faults)
        rota = self._parts("rota", ShiftPart, integrity.shift_faults)
        # Also entries that could not be read become drafts: what they point at is checked all the same, so that a person who
        # sends a file learns of every fault at once.
        drafts = [draft for path, row in self.rows["entries"] if (draft := self._draft(path, row))]
        self._link(drafts)
        if self.faults or not sound:
            return None
        return World(
            {part.id: part.read() for part in organisations},
            {part.id: part.read() for part in workers},
            {part.id: part.read() for part in people},
            tuple(part.read() for part in relationships),
            tuple(_entry(draft.part, draft.data, at) for at, draft in enumerate(drafts) if draft.part and draft.data is not None),
            hours=tuple(part.read() for part in hours),
            rota=tuple(part.read() for part in rota),
        )

    def _check_top(self) -> None:
        if self.tree.get("format") != FORMAT:
            given = shown(self.tree["format"]) if "format" in self.tree else "not given"
            self._fault("$.format", f"The format is {given}.", f'Write "format": "{FORMAT}" if it is a case file.')
        for key in self.tree:
            if key != "format" and key not in PARTS:
                self._fault(json_key("$", key), "There is no such list in a case file.", nearest(key, PARTS))
        for key in _NEEDED:
            if key not in self.tree:
                self._fault(f"$.{key}", "This list has to be there and is not.", "Add it, empty if need be.")

    def _fault(self, path: str, what: str, do: str) -> None:
        self.faults.append(Fault(path, what, do))

    def _rows(self, name: str) -> list[tuple[str, Any]]:
        listed = self.tree.get(name, [])
        if not isinstance(listed, list):
            self._fault(f"$.{name}", "This is not a list.", "Write it in square brackets.")
            return []
        rows = [(f"$.{name}[{index}]", row) for index, row in enumerate(listed)]
        # A relationship has no id, nor has a shift: it is what it says.
        if name in self.ids.lists:
            self._note_ids(name, rows)
        return rows

    def _note_ids(self, name: str, rows: list[tuple[str, Any]]) -> None:
        noted = self.ids.lists[name]
        for path, row in rows:
            id = row.get("id") if isinstance(row, dict) else None
            if not isinstance(id, str):
                continue
            if id in noted:
                self._fault(f"{path}.id", f"The id {shown(id)} is given twice in {name}.", "Give each its own id.")
            type_name = row.get("type")
            # The first of two keeps its type. Whichever is wrong, the other faults then do not depend on it.
            noted.setdefault(id, type_name if isinstance(type_name, str) else None)

    def _parts(self, name: str, model: type[T], linked: Linked | None = None) -> list[T]:
        parts = []
        for path, row in self.rows[name]:
            if (part := self._part(path, row, model)) is not None:
                parts.append(part)
            if linked and isinstance(row, dict):
                self.faults.extend(linked(self.ids, row, path))
        return parts

    def _part(self, path: str, row: object, model: type[T]) -> T | None:
        try:
            return model.model_validate(row)
        except ValidationError as error:
            self.faults.extend(data_faults(model, error, path))
            return None

    def _draft(self, path: str, row: object) -> CaseDraft | None:
        part = self._part(path, row, EntryPart)
        if not isinstance(row, dict):
            return None
        draft = CaseDraft(path, row, part, self._data(path, row))
        type_name = draft.type or ""
        self._blame(path, correction_faults(type_name, draft.corrects, draft.withdraws, integrity.text(row, "reason")))
        if "about" not in row and not (type_name in ENTRY_TYPES and ENTRY_TYPES[type_name].area == _ABOUT_A_WORKER):
            self._fault(f"{path}.about", "The entry does not say whom it is about.", "List the people, or [] for nobody.")
        elif (fault := about_nobody(type_name, row.get("about", []))) is not None:
            self._blame(path, [fault])
        return draft

    def _data(self, path: str, row: Mapping[str, Any]) -> EntryData | None:
        type_name, data = integrity.text(row, "type"), row.get("data", {})
        if type_name is None or (type_name in ENTRY_TYPES and not isinstance(data, dict)):
            return None
        try:
            return parse_data(type_name, data)
        except EntryRefused as refused:
            self._blame(path, refused.faults)
            return None

    def _blame(self, path: str, faults: Iterable[Fault]) -> None:
        """Take in faults whose paths start at an entry."""
        self.faults.extend(Fault(f"{path}{fault.path[1:]}", fault.what, fault.do) for fault in faults)

    def _link(self, drafts: list[CaseDraft]) -> None:
        by_id: dict[str, CaseDraft] = {}
        for draft in drafts:
            self.faults.extend(integrity.entry_faults(self.ids, draft))
            if (id := integrity.text(draft.row, "id")) is not None:
                by_id.setdefault(id, draft)
        self.faults.extend(integrity.chain_faults(by_id, self.ids))


def _entry(part: EntryPart, data: EntryData, place: int) -> Entry:
    written = {name: getattr(part, name) for name in EntryPart.model_fields if name != "data"}
    return Entry.build(**written, data=data, arrived=place)
