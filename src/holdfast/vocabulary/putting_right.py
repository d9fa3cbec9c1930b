"""Putting the record right: an entry that should never have been made is withdrawn, in the open, with a reason.

A correction needs no type of its own: it is a whole entry of the corrected entry's type.
"""

from holdfast.vocabulary.base import EntryData, Names, entry_type


@entry_type("entry_withdrawn", title="Entry withdrawn")
class EntryWithdrawn(EntryData):
    """An earlier entry should not have been made and is taken back, with the reason. The earlier entry stays in the
    record: before this was recorded, readers see what was known then."""

    def sentence(self, names: Names) -> str:
        return "An earlier entry was withdrawn."
