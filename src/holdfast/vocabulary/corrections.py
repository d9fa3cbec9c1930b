"""Putting the record right: an entry that should never have been made is withdrawn, in the open, with a reason.

A correction needs no type of its own: it is a whole entry of the corrected entry's type.
"""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import EntryData, EntryRef, LongText, NameLookup, entry_type
from holdfast.vocabulary.sentence_parts import stopped

AnyEntry = Annotated[str, EntryRef(earlier="it is about the record, whatever day an entry says"), Field(min_length=1)]


@entry_type("entry_withdrawn", title="Entry withdrawn")
class EntryWithdrawn(EntryData):
    """An earlier entry should not have been made and is taken back, with the reason. The earlier entry stays in the
    record: before this was recorded, readers see what was known then."""

    def sentence(self, names: NameLookup) -> str:
        return "An earlier entry was withdrawn."


@entry_type("reports_linked", title="Two reports said to be of one event")
class ReportsLinked(EntryData):
    """Somebody who has read both says that two entries report one and the same event. Neither is taken back: two people saw it,
    and it happened once."""

    entry: AnyEntry = Field(description="One report")
    same_as: AnyEntry = Field(description="The other report of the same event")

    def sentence(self, names: NameLookup) -> str:
        return "Two entries were said to report the same event."


@entry_type("order_confirmed", title="An unlikely order confirmed")
class OrderConfirmed(EntryData):
    """What an entry says cannot well be by what else is recorded, such as a child seen before the day of birth. Whoever wrote it
    was asked, and says that it is so, and why."""

    entry: AnyEntry = Field(description="The entry that is right")
    because: LongText = Field(description="Why it is so")

    def sentence(self, names: NameLookup) -> str:
        return f"Asked whether it can be, the writer said that it is so: {stopped(self.because)}"
