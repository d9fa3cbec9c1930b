"""Allegations against people who work with children: told to the designated officer, decided, and closed."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import (
    Codes,
    Date,
    EntryData,
    EntryRef,
    LongText,
    NameLookup,
    PartyRef,
    YesNo,
    asked,
    entry_type,
    optional,
)
from holdfast.vocabulary.common_rows import ParticipantOrText
from holdfast.vocabulary.sentence_parts import lower, party, quoted, stopped, yes_no

# The empty text is refused here and in every reference: other systems write it where they know of no entry, and it would then be
# an id that nothing has.
AllegationRef = Annotated[str, EntryRef("allegation_received"), Field(min_length=1)]


class AllegationOutcome(Codes):
    """How an allegation against somebody who works with children ends."""

    SUBSTANTIATED = "substantiated", "Substantiated"
    UNSUBSTANTIATED = "unsubstantiated", "Unsubstantiated"
    UNFOUNDED = "unfounded", "Unfounded"
    FALSE = "false", "False"
    MALICIOUS = "malicious", "Malicious"


@entry_type("allegation_received", title="Allegation against somebody who works with children")
class AllegationReceived(EntryData):
    """An employer hears that somebody who works with children, agency staff included, may have harmed a child or may not be
    safe to work with children."""

    # A party and not a worker: agency staff and volunteers are often not on the record as workers.
    against: PartyRef = Field(description="Who it is about")
    employer: PartyRef | None = optional("Who employs them")
    text: LongText = Field(description="What is said to have happened")

    def sentence(self, names: NameLookup) -> str:
        return f"Allegation about {party(names, self.against)}: {quoted(self.text)}"


@entry_type("designated_officer_told", title="Designated officer told of an allegation")
class DesignatedOfficerTold(EntryData):
    """The council's designated officer is told of an allegation, within one working day (Working Together)."""

    allegation: AllegationRef = Field(description="The allegation")

    def sentence(self, names: NameLookup) -> str:
        return "The designated officer was told of the allegation."


@entry_type("allegation_threshold_decided", title="Designated officer's decision on an allegation")
class AllegationThresholdDecided(EntryData):
    """The designated officer decides whether an allegation has to be looked into with the police and social care."""

    allegation: AllegationRef = Field(description="The allegation")
    met: YesNo | None = asked("Does it have to be looked into together?")
    reasons: LongText = Field(description="Why")

    def sentence(self, names: NameLookup) -> str:
        return f"Allegation to be looked into together: {yes_no(self.met)}. {stopped(self.reasons)}"


@entry_type("allegation_meeting_held", title="Meeting about an allegation held")
class AllegationMeetingHeld(EntryData):
    """The designated officer, the employer, the police and social care meet about an allegation and decide what happens."""

    allegation: AllegationRef = Field(description="The allegation")
    present: tuple[ParticipantOrText, ...] | None = asked("Who took part")

    def sentence(self, names: NameLookup) -> str:
        return "A meeting about the allegation was held."


@entry_type("allegation_closed", title="Allegation closed")
class AllegationClosed(EntryData):
    """An allegation comes to an end, with an outcome. How long its record is kept counts from the birth of the person it was
    about."""

    allegation: AllegationRef = Field(description="The allegation")
    outcome: AllegationOutcome = Field(description="How it ended")
    # Asked at the end and not at the start. Nobody may be able to say it yet when the allegation arrives, and only keeping needs
    # it.
    subject_born: Date | None = optional("When the person it was about was born")

    def sentence(self, names: NameLookup) -> str:
        return f"Allegation closed: {lower(self.outcome.label)}."
