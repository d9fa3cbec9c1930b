"""Before and in court: the last stage in which a family can change things without a court, and what a court then decides."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import (
    Ahead,
    Codes,
    Date,
    Ends,
    EntryData,
    EntryRef,
    LongText,
    NameLookup,
    Parties,
    Text,
    WorkerRef,
    entry_type,
    optional,
)
from holdfast.vocabulary.sentence_parts import on, parties, spoken, stopped


class MeetingKind(Codes):
    """Which pre-proceedings meeting it was."""

    FIRST = "first", "First pre-proceedings meeting"
    REVIEW = "review", "Review pre-proceedings meeting"


@entry_type("legal_planning_requested", title="Legal planning meeting asked for")
class LegalPlanningRequested(EntryData):
    """A social worker or manager asks for a legal planning meeting about the child."""

    reasons: LongText | None = optional("Why")

    def sentence(self, names: NameLookup) -> str:
        return "Legal planning meeting asked for." + ("" if self.reasons is None else f" {stopped(self.reasons)}")


# Apart from the meeting's decision. Advice that was given and a decision that was not are what has to be told apart.
@entry_type("legal_advice_recorded", title="Legal advice recorded")
class LegalAdviceRecorded(EntryData):
    """What the council's lawyers advise about the child. Advice decides nothing: somebody has to."""

    advice: LongText = Field(description="What the lawyers advise")

    def sentence(self, names: NameLookup) -> str:
        return f"Legal advice: {stopped(self.advice)}"


@entry_type("legal_planning_held", title="Legal planning meeting held")
class LegalPlanningHeld(EntryData):
    """Social workers and lawyers decide whether the threshold for court is met, and whether to go to pre-proceedings or
    straight to court (Public Law Outline)."""

    # Free text, though rules have to read it: meetings decide several things in one sentence. The phrases are in
    # standards/legal_planning.
    decision: Text = Field(description="What was decided")

    def sentence(self, names: NameLookup) -> str:
        return f"Legal planning meeting: {stopped(spoken(self.decision))}"


@entry_type("preproceedings_started", title="Pre-proceedings started")
class PreproceedingsStarted(EntryData):
    """The formal stage before court begins. It should not last longer than 16 weeks (Public Law Outline)."""


@entry_type("preproceedings_letter_sent", title="Letter before proceedings sent")
class PreproceedingsLetterSent(EntryData):
    """Parents are told in writing what the council is worried about, what has to change, and that they can have a lawyer
    free of charge."""

    to: Parties = Field(description="Who it was sent to")

    def sentence(self, names: NameLookup) -> str:
        return f"Letter before proceedings sent to {parties(names, self.to)}."


@entry_type("preproceedings_meeting_booked", title="Pre-proceedings meeting booked")
class PreproceedingsMeetingBooked(EntryData):
    """A pre-proceedings meeting is given a date, so that parents, their lawyers and the child can be ready for it."""

    kind: MeetingKind = Field(description="Which meeting")
    for_: Annotated[Date, Ahead()] = Field(alias="for", description="When the meeting is to be")

    def sentence(self, names: NameLookup) -> str:
        return f"{self.kind.label} booked, to be held {on(self.for_)}."


@entry_type("preproceedings_meeting_held", title="Pre-proceedings meeting held")
class PreproceedingsMeetingHeld(EntryData):
    """Parents, with their lawyers, and the council meet to agree what has to change and by when, or review it."""

    kind: MeetingKind = Field(description="Which meeting")

    def sentence(self, names: NameLookup) -> str:
        return f"{self.kind.label} held."


@entry_type("expectations_signed", title="Expectations signed")
class ExpectationsSigned(EntryData):
    """A parent signs the schedule of expectations or written agreement. Each parent signs for themselves."""

    # Each signs alone, so each is named: one signature is not two.
    by: Parties = Field(description="Who signed")

    def sentence(self, names: NameLookup) -> str:
        return f"Expectations signed by {parties(names, self.by)}."


@entry_type("preproceedings_panel_held", title="Pre-proceedings panel held")
class PreproceedingsPanelHeld(EntryData):
    """Senior managers look at how pre-proceedings are going, so that they neither drift nor stop unnoticed."""


@entry_type("preproceedings_extended", title="Pre-proceedings extended")
class PreproceedingsExtended(EntryData):
    """A senior manager, at least an assistant director, signs that pre-proceedings may go on beyond their sixteen weeks, until
    when and why (Public Law Outline). Signed by anybody else it extends nothing."""

    worker: WorkerRef = Field(description="Who signed it")
    until: Annotated[Date, Ahead()] | None = optional("Until when")
    reasons: LongText = Field(description="Why more time is right for the child")

    def sentence(self, names: NameLookup) -> str:
        until = "" if self.until is None else f", to end {on(self.until)}"
        return f"Pre-proceedings extended{until}, signed by {names.worker(self.worker)}: {stopped(spoken(self.reasons))}"


@entry_type(
    "preproceedings_ended",
    title="Pre-proceedings ended",
    ends=Ends("preproceedings_started", also=("preproceedings_letter_sent",)),
)
class PreproceedingsEnded(EntryData):
    """Pre-proceedings end: in court, or because enough has changed."""

    outcome: Text = Field(description="How they ended")

    def sentence(self, names: NameLookup) -> str:
        return f"Pre-proceedings ended: {stopped(spoken(self.outcome))}"


@entry_type("court_application_made", title="Court application made")
class CourtApplicationMade(EntryData):
    """The council asks a court for an order, such as a care order (Children Act 1989 section 31) or an emergency protection
    order (section 44)."""

    kind: Text = Field(description="For which order")

    def sentence(self, names: NameLookup) -> str:
        return f"Application to court: {stopped(spoken(self.kind))}"


@entry_type("court_order_made", title="Court order made")
class CourtOrderMade(EntryData):
    """A court makes an order about the child."""

    kind: Text = Field(description="Which order")

    def sentence(self, names: NameLookup) -> str:
        return f"Court order: {stopped(spoken(self.kind))}"


@entry_type("police_protection_started", title="Police protection started")
class PoliceProtectionStarted(EntryData):
    """A constable takes a child into police protection, for up to 72 hours (Children Act 1989 section 46)."""


@entry_type("police_protection_ended", title="Police protection ended", ends=Ends("police_protection_started"))
class PoliceProtectionEnded(EntryData):
    """Police protection of a child ends."""


@entry_type("family_group_meeting_offered", title="Family group meeting offered")
class FamilyGroupMeetingOffered(EntryData):
    """The family is offered a meeting of its own, to make its own plan for the child (family group decision-making)."""


@entry_type("family_group_meeting_held", title="Family group meeting held")
class FamilyGroupMeetingHeld(EntryData):
    """The family met and made its own plan for the child (family group decision-making)."""


# Declined and ruled out are two entries: the family's no is not the council's.
@entry_type("family_group_meeting_declined", title="Family group meeting declined")
class FamilyGroupMeetingDeclined(EntryData):
    """The parents, or whoever has parental responsibility, do not want a family group meeting they were offered."""


@entry_type("family_group_meeting_ruled_out", title="Family group meeting not offered")
class FamilyGroupMeetingRuledOut(EntryData):
    """Somebody decides that offering the family a meeting of its own would not be in the child's best interests, and why."""

    reasons: LongText = Field(description="Why it would not be right for the child")

    def sentence(self, names: NameLookup) -> str:
        return f"Family group meeting not offered: {stopped(spoken(self.reasons))}"


@entry_type("partners_told", title="Partner agencies told")
class PartnersTold(EntryData):
    """The other agencies who work with the family are told of a step that changes things for the child."""

    # One type for every such step. Each would otherwise need its own, and a new step would be told to nobody.
    about: Text = Field(description="What they were told about, for example pre-proceedings or the end of a plan")

    def sentence(self, names: NameLookup) -> str:
        return f"Partner agencies told about: {stopped(spoken(self.about))}"


@entry_type("notice_acknowledged", title="Notice acknowledged by an agency")
class NoticeAcknowledged(EntryData):
    """An agency says that it has been told of a step and knows its part in it. Being sent something is not knowing it."""

    notice: Annotated[str, EntryRef("partners_told"), Field(min_length=1)] = Field(description="What they were told")
    by: Parties = Field(description="Which agencies have it")

    def sentence(self, names: NameLookup) -> str:
        return f"Notice acknowledged by {parties(names, self.by)}."
