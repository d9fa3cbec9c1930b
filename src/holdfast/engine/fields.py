"""Reading a field of an entry by the name the case file gives it."""

from functools import lru_cache
from typing import Any

from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.entry import Entry


@lru_cache(maxsize=4096)
def _attribute(model: type[EntryData], name: str) -> str | None:
    for attribute, field in model.model_fields.items():
        if name in (attribute, field.alias):
            return attribute
    return None


def value(entry: Entry, name: str) -> Any:
    """What the entry says in ``name``, or ``None`` where its type has no such field or nothing was recorded."""
    attribute = _attribute(type(entry.data), name)
    return None if attribute is None else getattr(entry.data, attribute)


def listed(entry: Entry, name: str) -> tuple[Any, ...]:
    """What the entry lists in ``name``: one value counts as a list of one, and nothing recorded as an empty list."""
    found = value(entry, name)
    if found is None:
        return ()
    return tuple(found) if isinstance(found, tuple | list) else (found,)


def row_value(row: Any, name: str) -> Any:
    """A field of one row of a list."""
    return getattr(row, name, None)
