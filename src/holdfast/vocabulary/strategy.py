"""Strategy discussions, section 47 enquiries, and the medicals and tests that belong to them."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import (
    Codes,
    Ends,
    EntryData,
    EntryRef,
    LongText,
    NameLookup,
    Parties,
    Text,
    YesNo,
    asked,
    entry_type,
)
from holdfast.vocabulary.common_rows import Attendee
from holdfast.vocabulary.sentence_parts import attended, lower, parties, spoken, stopped, yes_no

TestRef = Annotated[str, EntryRef("test_taken"), Field(min_length=1)]


class StrategyDecision(Codes):
    """What a strategy discussion decides."""

    SECTION47 = "section47", "Section 47 enquiry"
    ASSESSMENT = "assessment", "Assessment"
    NO_FURTHER_ACTION = "no_further_action", "No further action"


class EnquiryOutcome(Codes):
    """How a section 47 enquiry ends."""

    CONFERENCE = "conference", "Child protection conference"
    NO_CONFERENCE = "no_conference", "Concerns upheld, no conference"
    UNSUBSTANTIATED = "unsubstantiated", "Concerns not substantiated"


@entry_type("strategy_discussion_held", title="Strategy discussion held")
class StrategyDiscussionHeld(EntryData):
    """Children's social care, the police, health and others share what they know and decide whether there is reasonable
    cause to suspect significant harm (Working Together). Its day is the one from which an initial conference is counted."""

    present: tuple[Attendee, ...] | None = asked("Who took part")
    # Codes, unlike most decisions: the clocks of an enquiry start from it.
    decision: StrategyDecision = Field(description="What was decided")
    medical_agreed: YesNo | None = asked("Was a medical agreed?")

    def sentence(self, names: NameLookup) -> str:
        return (
            f"Strategy discussion: {lower(self.decision.label)}. Took part: {attended(names, self.present)}. "
            f"Medical agreed: {yes_no(self.medical_agreed)}."
        )


@entry_type("section47_started", title="Section 47 enquiry started")
class Section47Started(EntryData):
    """Enquiries begin because there is reasonable cause to suspect that a child is suffering, or likely to suffer,
    significant harm (Children Act 1989 section 47)."""


@entry_type("section47_completed", title="Section 47 enquiry completed", ends=Ends("section47_started"))
class Section47Completed(EntryData):
    """Section 47 enquiries end, with an outcome and the reasons for it."""

    outcome: EnquiryOutcome = Field(description="Outcome")
    reasons: LongText = Field(description="Why")

    def sentence(self, names: NameLookup) -> str:
        return f"Section 47 enquiry completed: {lower(self.outcome.label)}. {stopped(self.reasons)}"


@entry_type("medical_requested", title="Medical requested")
class MedicalRequested(EntryData):
    """A child protection medical is asked for."""


@entry_type("medical_held", title="Medical held", ends=Ends("medical_requested"))
class MedicalHeld(EntryData):
    """A paediatrician examined the child."""

    kind: Text = Field(description="Kind of medical")

    def sentence(self, names: NameLookup) -> str:
        return f"Medical held: {stopped(spoken(self.kind))}"


@entry_type("test_taken", title="Test taken")
class TestTaken(EntryData):
    """A sample was taken, such as hair, blood or urine, of a child or an adult. A test is no use until its result is
    read and shared."""

    # Its name begins with Test, and the test runner would collect it.
    __test__ = False

    kind: Text = Field(description="What was tested")

    def sentence(self, names: NameLookup) -> str:
        return f"Test taken: {stopped(spoken(self.kind))}"


@entry_type("result_chased", title="Test result chased")
class ResultChased(EntryData):
    """Somebody asked where the result of a test is."""

    test: TestRef = Field(description="The test")

    def sentence(self, names: NameLookup) -> str:
        return "The result of a test was chased."


@entry_type("result_received", title="Test result received")
class ResultReceived(EntryData):
    """The result of a test came back, and was shared with those who need it."""

    test: TestRef = Field(description="The test")
    # Asked with the result, since a result in one inbox is what CP-61 is for.
    shared_with: Parties | None = asked("Who it was shared with")
    positive: YesNo | None = asked("Was it positive?")

    def sentence(self, names: NameLookup) -> str:
        found = "" if self.positive is None else f" Positive: {yes_no(self.positive)}."
        return f"Test result received.{found} Shared with: {parties(names, self.shared_with)}."
