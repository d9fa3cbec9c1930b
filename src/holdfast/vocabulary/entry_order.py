"""What comes after what: read off the entry types, for whoever asks whether an entry can have been when it says it was."""

from collections.abc import Iterator

from holdfast.vocabulary.base import Ends
from holdfast.vocabulary.field_types import Shape, shapes
from holdfast.vocabulary.type_registry import ENTRY_TYPES


def _fields() -> Iterator[tuple[str, Shape]]:
    return ((type, shape) for type, model in ENTRY_TYPES.items() for shape in shapes(model))


NAMES_EARLIER: tuple[tuple[str, str], ...] = tuple(
    (type, shape.name) for type, shape in _fields() if shape.kind == "entry" and not shape.earlier
)
"""Each entry type, with the field that names what it follows: an end, an answer, a decision about it."""

NAMED_BY: frozenset[str] = frozenset(
    named
    for type, shape in _fields()
    if shape.kind == "entry" and not shape.earlier
    # A field that takes an entry of any type may name each of them.
    for named in shape.entry_types or ENTRY_TYPES
)
"""What may be named so."""

DAYS_AHEAD: tuple[tuple[str, str, str], ...] = tuple(
    (type, shape.ahead.since, shape.name) for type, shape in _fields() if shape.ahead is not None and not shape.earlier
)
"""Each entry type, with its first day (empty: the day of the entry) and a day that cannot come before that one."""

ENDS: tuple[tuple[str, Ends], ...] = tuple((type, model.ends) for type, model in ENTRY_TYPES.items() if model.ends is not None)
"""Each entry type that ends or answers something without naming it, with what that is."""
