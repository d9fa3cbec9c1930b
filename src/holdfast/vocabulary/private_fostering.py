"""Private fostering: a child under 16 (18 if disabled) living for 28 days or more with somebody who is not close family."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import Ahead, Date, Ends, EntryData, NameLookup, Parties, Text, entry_type, optional
from holdfast.vocabulary.sentence_parts import on, parties, spoken, stopped


@entry_type("private_fostering_proposed", title="Private fostering proposed")
class PrivateFosteringProposed(EntryData):
    """A parent and a carer mean a child to live with that carer privately. The council has to be told at least six weeks ahead,
    or at once where it is to begin sooner (Private Arrangements for Fostering Regulations 2005)."""

    # Parties: whoever takes a child in privately is often on nobody's record.
    carer: Parties = Field(description="Who is to care for the child")
    for_: Annotated[Date, Ahead()] = Field(alias="for", description="When it is to begin")

    def sentence(self, names: NameLookup) -> str:
        return f"Private fostering with {parties(names, self.carer)} proposed, to begin {on(self.for_)}."


@entry_type("private_fostering_notified", title="Council told of private fostering")
class PrivateFosteringNotified(EntryData):
    """The council is told of a private fostering arrangement, whether it is still to come or has begun."""

    carer: Parties = Field(description="Who cares, or is to care, for the child")
    begins: Date | None = optional("When it began or is to begin")

    def sentence(self, names: NameLookup) -> str:
        begins = "" if self.begins is None else f", beginning {on(self.begins)}"
        return f"Council told of private fostering with {parties(names, self.carer)}{begins}."


@entry_type(
    "private_fostering_ended",
    title="Private fostering ended",
    ends=Ends("private_fostering_notified", also=("arrangement_decided",)),
)
class PrivateFosteringEnded(EntryData):
    """A private fostering arrangement ends, or is found to be none."""

    reason: Text = Field(description="Why")

    def sentence(self, names: NameLookup) -> str:
        return f"Private fostering ended: {stopped(spoken(self.reason))}"
