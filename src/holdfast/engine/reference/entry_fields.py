"""Reading a field of an entry by the name the case file gives it."""

from typing import Any

from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.entry import Entry

_ATTRIBUTES: dict[tuple[type[EntryData], str], str | None] = {}


def _attribute(model: type[EntryData], name: str) -> str | None:
    for attribute, field in model.model_fields.items():
        if name in (attribute, field.alias):
            return attribute
    return None


def value(entry: Entry, name: str) -> Any:
    """What the entry says in ``name``, or ``None`` where its type has no such field or nothing was recorded."""
    data = entry.data
    key = (type(data), name)
    try:
        attribute = _ATTRIBUTES[key]
    except KeyError:
        attribute = _ATTRIBUTES[key] = _attribute(*key)
    return None if attribute is None else getattr(data, attribute)


def listed(entry: Entry, name: str) -> tuple[Any, ...]:
    """What the entry lists in ``name``: one value counts as a list of one, and nothing recorded as an empty list."""
    found = value(entry, name)
    if found is None:
        return ()
    return tuple(found) if isinstance(found, tuple | list) else (found,)


def row_value(row: Any, name: str) -> Any:
    """A field of one row of a list."""
    return getattr(row, name, None)


def plain(text: object) -> str:
    """Text as it is compared with the words a rule knows: letters and figures only, in lower case."""
    return "".join(character for character in str(text).lower() if character.isalnum())


def plain_values(entry: Entry, name: str) -> frozenset[str]:
    """What the entry lists in ``name``, each as it is compared."""
    return frozenset(plain(each) for each in listed(entry, name)) - {""}
