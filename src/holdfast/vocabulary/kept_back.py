"""What is kept back, from whom and why: who must not know. It governs what is shown to whom and what is sent."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import (
    Ahead,
    Codes,
    Date,
    EntryData,
    EntryRef,
    LongText,
    NameLookup,
    Parties,
    PartyRef,
    asked,
    entry_type,
    optional,
)
from holdfast.vocabulary.sentence_parts import lower, parties, party, stopped

KeptBackRef = Annotated[str, EntryRef("kept_back"), Field(min_length=1)]
AnyEntryRef = Annotated[str, EntryRef(earlier="what is to come is kept back before it happens"), Field(min_length=1)]


class KeptBackReason(Codes):
    """Why somebody must not know."""

    DANGER = "danger", "Somebody could be hurt"
    ENQUIRY = "enquiry", "It could harm an enquiry"
    THIRD_PARTY = "third_party", "It is about another person"
    # Whoever rings in at night may say who must not know and not why. A reason made up for them would be believed.
    NOT_SAID = "not_said", "Nobody has said why"


@entry_type("kept_back", title="Who must not know")
class KeptBack(EntryData):
    """Something about these children must not reach somebody: what, who must not know, why, and who said so. It holds until
    somebody ends it with a reason: a day by which to look at it again ends nothing by itself."""

    what: LongText = Field(description="What they must not know")
    # An entry kept back is not shown to them, nor whatever answers it or points at it.
    entry: AnyEntryRef | None = optional("The entry that they must not see, if it is one")
    from_: Parties = Field(alias="from", description="Who must not know")
    # Words may mean a professional, and are kept from everybody they could mean until somebody has said that they mean none.
    outsiders: Parties | None = asked("Those of them who work for no agency here, as written above")
    said_as: LongText | None = optional("Who must not know, in the words of whoever said so")
    why: KeptBackReason = Field(description="Why")
    said_by: PartyRef = Field(description="Who said so")
    until: Annotated[Date, Ahead()] | None = optional("The day by which somebody looks at this again")

    def sentence(self, names: NameLookup) -> str:
        until = f" Look again by {self.until.in_words()}." if self.until else ""
        said = f" Said by {party(names, self.said_by)}; why: {lower(self.why.label)}."
        words = f" In their words: “{self.said_as}”." if self.said_as else ""
        return f"Must not know: {parties(names, self.from_)}. {stopped(self.what)}{said}{words}{until}"


@entry_type("kept_back_ended", title="No longer kept back")
class KeptBackEnded(EntryData):
    """What was kept back from somebody no longer needs to be."""

    kept_back: KeptBackRef = Field(description="What is no longer kept back")
    reason: LongText = Field(description="Why")

    def sentence(self, names: NameLookup) -> str:
        return f"No longer kept back: {stopped(self.reason)}"
