"""Many small cases as one, so that one run for everybody answers for thousands.

Every id of a case gets the case's own number, wherever it stands. Each case is cut to what was known at its own moment,
so that cases read at different moments can be read together at one far moment.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from holdfast.engine.reference.met_by import ABOUT_WORKERS
from holdfast.engine.reference.record_view import VersionHistory
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.entry import Entry, parse_data
from holdfast.vocabulary.field_types import Shape, shapes
from holdfast.vocabulary.world import World

FAR = Moment(datetime(2060, 1, 1, tzinfo=UTC), datetime(2060, 1, 1, tzinfo=UTC))


@dataclass(frozen=True)
class Case:
    """A case under new ids, with the moment it is read at and what each old id is now."""

    world: World
    moment: Moment
    ids: Mapping[str, str]


def cut(world: World, moment: Moment) -> World:
    """The case as it was known at the moment: entries recorded later, or that had not begun, are not there."""
    history = VersionHistory(world.entries)
    kept: list[Entry] = []
    for entry in world.entries:
        if entry.recorded_at > moment.known_at:
            continue
        current = history.current(history.by_id[history.root(entry.id)], moment.known_at)
        if current is None or current.happened.start <= moment.as_at or entry.type == "entry_withdrawn":
            kept.append(entry)
    return replace(world, entries=tuple(kept))


def renamed(world: World, moment: Moment, number: int) -> Case:
    """The case under ids of its own. Organisations keep theirs: what one is called is part of what it is."""
    old = [*world.people, *world.workers, *(entry.id for entry in world.entries)]
    old += [person for entry in world.entries for person in entry.about]
    old += [link.from_person for link in world.relationships] + [link.to_person for link in world.relationships]
    ids = {id: f"{number}.{id}" for id in old}

    def new(id: str | None) -> Any:
        return None if id is None else ids.get(id, id)

    return Case(
        World(
            world.organisations,
            {new(id): replace(each, id=new(id), manager=new(each.manager)) for id, each in world.workers.items()},
            {new(id): replace(each, id=new(id)) for id, each in world.people.items()},
            tuple(
                replace(link, from_person=new(link.from_person), to_person=new(link.to_person)) for link in world.relationships
            ),
            tuple(_entry(entry, ids, number) for entry in world.entries),
        ),
        moment,
        ids,
    )


def _entry(entry: Entry, ids: Mapping[str, str], number: int) -> Entry:
    def new(id: str | None) -> Any:
        return None if id is None else ids.get(id, id)

    data = _fields(shapes(type(entry.data)), entry.data.written(), ids)
    return replace(
        entry,
        id=ids[entry.id],
        by=new(entry.by),
        about=tuple(new(each) for each in entry.about),
        data=parse_data(entry.type, data),
        corrects=new(entry.corrects),
        withdraws=new(entry.withdraws),
    )


def _fields(fields: Iterable[Shape], written: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    by_name = {shape.name: shape for shape in fields}
    return {name: _value(by_name[name], value, ids) for name, value in written.items()}


def _value(shape: Shape, value: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_value(shape, each, ids) for each in value]
    if isinstance(value, dict) and shape.fields:
        return _fields(shape.fields, value, ids)
    kinds = {shape.kind, *shape.also}
    if isinstance(value, str) and kinds & {"person", "worker", "party", "entry"} and value not in dict(shape.codes):
        return ids.get(value, value)
    return value


def apart(world: World) -> bool:
    """Whether nothing of the case is the whole partnership's, and so every other case's too when they are read together."""
    return all(entry.about or entry.type in ABOUT_WORKERS or entry.type == "entry_withdrawn" for entry in world.entries)
