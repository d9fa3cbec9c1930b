"""Challenge: professionals who disagree say so, are answered in time, and come to an end; and so are alerts."""

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from holdfast.vocabulary.base import EntryData, EntryRef, LongText, NameLookup, Parties, Text, YesNo, asked, entry_type, optional
from holdfast.vocabulary.sentence_parts import parties, quoted, spoken, stopped, yes_no

DisagreementRef = Annotated[str, EntryRef("disagreement_raised"), Field(min_length=1)]
# Protocols number their stages or name them; a number is kept as text so that both are one kind of value.
Stage = Annotated[
    Text,
    BeforeValidator(lambda given: str(given) if type(given) is int else given),
    WithJsonSchema({"type": ["string", "integer"], "description": "Which stage"}),
]
"""Which stage: in words or by its number, kept as text."""
DisputedRef = Annotated[str, EntryRef(earlier="what is announced is disputed before its day"), Field(min_length=1)]
PlanConcernRef = Annotated[str, EntryRef("plan_concern_raised"), Field(min_length=1)]


@entry_type("disagreement_raised", title="Disagreement raised")
class DisagreementRaised(EntryData):
    """A professional disagrees with a decision about a child and says so openly (resolving professional disagreements)."""

    # Optional: people disagree about what was never written down, too.
    about_entry: DisputedRef | None = optional("Which entry it is about")
    text: LongText = Field(description="What the disagreement is")
    # Asked of everybody who disagrees. It turns days into the same day (RPD-05), and whoever is angry may not think of saying it.
    immediate_risk: YesNo | None = asked("Is a child at risk right now?")

    def sentence(self, names: NameLookup) -> str:
        return f"Disagreement raised: {quoted(self.text)} Immediate risk: {yes_no(self.immediate_risk)}."


@entry_type("disagreement_answered", title="Disagreement answered")
class DisagreementAnswered(EntryData):
    """A disagreement is answered at one of its stages."""

    disagreement: DisagreementRef = Field(description="The disagreement")
    stage: Stage = Field(description="At which stage")
    answer: LongText = Field(description="The answer")

    def sentence(self, names: NameLookup) -> str:
        return f"Disagreement answered at {spoken(self.stage)}: {stopped(self.answer)}"


@entry_type("disagreement_resolved", title="Disagreement resolved")
class DisagreementResolved(EntryData):
    """A disagreement comes to an end."""

    disagreement: DisagreementRef = Field(description="The disagreement")
    outcome: LongText = Field(description="How it ended")

    def sentence(self, names: NameLookup) -> str:
        return f"Disagreement resolved: {stopped(self.outcome)}"


@entry_type("disagreement_outcome_told", title="Outcome of a disagreement told")
class DisagreementOutcomeTold(EntryData):
    """Whoever raised a disagreement is told how it ended, so that speaking up is seen to lead somewhere."""

    disagreement: DisagreementRef = Field(description="The disagreement")
    to: Parties = Field(description="Who was told")

    def sentence(self, names: NameLookup) -> str:
        return f"The outcome of the disagreement was told to {parties(names, self.to)}."


@entry_type("plan_concern_raised", title="Concern about carrying out a plan")
class PlanConcernRaised(EntryData):
    """Somebody in the core group tells the conference chair that a child protection plan is not being carried out as it was
    agreed."""

    text: LongText = Field(description="What is not happening")

    def sentence(self, names: NameLookup) -> str:
        return f"Concern about carrying out the plan: {quoted(self.text)}"


@entry_type("plan_concern_taken_up", title="Concern about a plan taken up by the chair")
class PlanConcernTakenUp(EntryData):
    """The conference chair takes a concern about a plan one stage further: at the conference, with the core group, between
    the people concerned, or up to their chief officers."""

    concern: PlanConcernRef = Field(description="The concern")
    stage: Text = Field(description="At which stage")
    outcome: LongText = Field(description="What came of it")
    settled: YesNo | None = asked("Is it settled?")

    def sentence(self, names: NameLookup) -> str:
        settled = f" Settled: {yes_no(self.settled)}."
        return f"Concern about the plan taken up at {spoken(self.stage)}: {stopped(self.outcome)}{settled}"


@entry_type("alert_answered", title="Alert answered")
class AlertAnswered(EntryData):
    """Somebody who is entitled to answers an alert in words. There is no other way to put one aside."""

    # Text and not a reference: an alert is worked out from entries and is none itself.
    alert: Text = Field(description="Which alert")
    answer: LongText = Field(description="What you decided or did about it, and why")

    def sentence(self, names: NameLookup) -> str:
        return f"Alert answered: {stopped(self.answer)}"


# A step below a disagreement on purpose. Who must open a formal dispute to be heard at all stays silent.
@entry_type("dissent_recorded", title="Somebody did not agree")
class DissentRecorded(EntryData):
    """A professional does not agree with what is decided about a child, or did not get what they asked for, and has it
    written down. It is not yet a disagreement that anybody has to answer."""

    text: LongText = Field(description="What they do not agree with, or what they asked for")

    def sentence(self, names: NameLookup) -> str:
        return f"Did not agree: {quoted(self.text)}"
