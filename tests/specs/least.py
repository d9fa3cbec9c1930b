"""The least that an entry of a type has to say, read off the type: for a test that goes over every type there is."""

from typing import Any

from holdfast.vocabulary.field_types import Shape, shapes
from holdfast.vocabulary.type_registry import ENTRY_TYPES
from tests.specs.kit import CHILD, MOTHER

VALUES: dict[str, Any] = {
    "text": "Words.",
    "long_text": "Words.",
    "words": "Home.",
    "boolean": True,
    "when": "2020-01-01",
    "worker": "sam",
    "organisation": "csc",
    "party": MOTHER,
    "person": CHILD,
    "entry": "b",
}


def least(type: str) -> dict[str, Any]:
    """The required fields of an entry type, by the names of the case file, each with something that it may hold."""
    return {shape.name: _something(shape) for shape in shapes(ENTRY_TYPES[type]) if shape.required}


def field(type: str, name: str) -> Shape:
    """One field of an entry type."""
    return next(shape for shape in shapes(ENTRY_TYPES[type]) if shape.name == name)


def _something(shape: Shape) -> Any:
    found = _one(shape)
    return [found] if shape.many else found


def _one(shape: Shape) -> Any:
    if shape.codes:
        return shape.codes[0][0]
    if shape.kind == "row":
        return {each.name: _something(each) for each in shape.fields if each.required}
    if shape.kind in ("integer", "number"):
        return shape.lowest or 1
    return VALUES[shape.kind]
