"""An entry that says something of each child, as it reads for one of them: a decision about three children is a decision for each
whom it names, in that child's own row, and none for a child who is only in the list of whom the entry is about."""

from dataclasses import replace

from holdfast.engine.reference.entry_fields import listed, row_value
from holdfast.vocabulary.entry import Entry


def about_named(entry: Entry) -> Entry:
    """The entry about those alone who have a row in it; itself, where its type or the entry has no rows."""
    field = entry.data.of_each
    if field is None or not (rows := listed(entry, field)):
        return entry
    named = {row_value(row, "child") for row in rows}
    return replace(entry, about=tuple(person for person in entry.about if person in named))


def own(entry: Entry, person: str | None) -> Entry:
    """The entry with this person's own row in place of what it says of all of them."""
    field = entry.data.of_each
    if field is None or person is None or not (rows := listed(entry, field)):
        return entry
    row = next((each for each in rows if row_value(each, "child") == person), None)
    if row is None:
        return entry
    said = {name: getattr(row, name) for name in type(row).model_fields if name in type(entry.data).model_fields}
    return replace(entry, data=entry.data.model_copy(update={**said, field: None}))
