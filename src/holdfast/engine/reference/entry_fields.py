"""Reading a field of an entry by the name the case file gives it."""

from functools import cache
from typing import Any

from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.entry import Entry


# An entry is read by the name its field has in the case file, which may be an alias of the attribute. Every condition asks, for
# every entry it looks at, so that the name is looked for once for each model.
@cache
def _attribute(model: type[EntryData], name: str) -> str | None:
    return next((attribute for attribute, field in model.model_fields.items() if name in (attribute, field.alias)), None)


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


def plain(text: object) -> str:
    """Text as it is compared with the words a rule knows: letters and figures only, in lower case."""
    return "".join(character for character in str(text).lower() if character.isalnum())


def plain_values(entry: Entry, name: str) -> frozenset[str]:
    """What the entry lists in ``name``, each as it is compared."""
    return frozenset(plain(each) for each in listed(entry, name)) - {""}
