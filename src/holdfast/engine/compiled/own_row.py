"""An entry that says something of each child, as it reads for one of them: see :mod:`holdfast.engine.reference.own_row`."""

from holdfast.engine.compiled.entries import CompactEntry, copy, listed
from holdfast.vocabulary.type_registry import ENTRY_TYPES

# Looked up for every entry of a family, and nearly all are of types that have no such rows.
OF_EACH = {name: model.of_each for name, model in ENTRY_TYPES.items() if model.of_each is not None}


def about_named(entry: CompactEntry) -> CompactEntry:
    """The entry about those alone who have a row in it; itself, where its type or the entry has no rows."""
    rows = listed(entry, OF_EACH[entry.type]) if entry.type in OF_EACH else ()
    if not rows:
        return entry
    named = {row.get("child") for row in rows}
    other = copy(entry)
    other.about = tuple(person for person in entry.about if person in named)
    return other


def own(entry: CompactEntry, person: str | None) -> CompactEntry:
    """The entry with this person's own row in place of what it says of all of them."""
    field = OF_EACH[entry.type]
    row = next((each for each in listed(entry, field) if each.get("child") == person), None)
    if row is None:
        return entry
    other = copy(entry)
    other.data = {name: said for name, said in {**entry.data, **row}.items() if name not in ("child", field)}
    return other
