"""Where an entry can name a person, a worker or an agency: the fields of a type that hold one, and those of their rows."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from holdfast.vocabulary.field_types import Kind, Shape, shapes
from holdfast.vocabulary.type_registry import ENTRY_TYPES

Fields = tuple[tuple[str, "Fields"], ...]
"""The fields that can name somebody, each with those of its rows."""


# Asked for every entry of every family that is read; the answer depends on the type alone.
@cache
def fields_naming(type: str, kinds: frozenset[Kind]) -> Fields:
    """The fields of an entry type that can hold one of these kinds, as they are written."""
    return _naming(shapes(ENTRY_TYPES[type]), kinds)


def _naming(of: Iterable[Shape], kinds: frozenset[Kind]) -> Fields:
    found = []
    for shape in of:
        inside = _naming(shape.fields, kinds)
        if inside or not kinds.isdisjoint((shape.kind, *shape.also)):
            found.append((shape.name, inside))
    return tuple(found)


@cache
def other_than(type: str, field: str) -> tuple[str, ...]:
    """The fields of an entry type whose people the one named in ``field`` has to be somebody else than."""
    return next((shape.other_than or () for shape in shapes(ENTRY_TYPES[type]) if field in (shape.name, shape.attribute)), ())


# By name of the type and not by its fields: "for" is also a conference's day and a message's worker, and reading those as cover
# failed once an entry about nobody was brought in.
def covered_by(type: str, data: Mapping[str, Any]) -> tuple[str, str] | None:
    """Who is covered and who covers, where an entry says so. The same fields of other types hold other things: whom a
    conference is for, who sent a message."""
    return (data["for"], data["cover"]) if type == "cover_named" else None


def text_in(data: Mapping[str, Any], fields: Iterable[str]) -> set[str]:
    """What stands in these fields as text."""
    return {value for field in fields if isinstance(value := data.get(field), str)}
