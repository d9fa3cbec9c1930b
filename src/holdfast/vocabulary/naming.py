"""Where an entry can name a person, a worker or an agency: the fields of a type that hold one, and those of their rows."""

from collections.abc import Iterable
from functools import cache

from holdfast.vocabulary.registry import ENTRY_TYPES
from holdfast.vocabulary.shapes import Kind, Shape, shapes

Fields = tuple[tuple[str, "Fields"], ...]
"""The fields that can name somebody, each with those of its rows."""


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
