"""Challenge: professionals who disagree say so, are answered in time, and come to an end; and so are alerts."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import EntryData, EntryRef, LongText, Names, Text, YesNo, asked, entry_type, optional
from holdfast.vocabulary.telling import quoted, spoken, stopped, yes_no

DisagreementRef = Annotated[str, EntryRef("disagreement_raised"), Field(min_length=1)]


@entry_type("disagreement_raised", title="Disagreement raised")
class DisagreementRaised(EntryData):
    """A professional disagrees with a decision about a child and says so openly (resolving professional disagreements)."""

    about_entry: Annotated[str, EntryRef(), Field(min_length=1)] | None = optional("Which entry it is about")
    text: LongText = Field(description="What the disagreement is")
    immediate_risk: YesNo | None = asked("Is a child at risk right now?")

    def sentence(self, names: Names) -> str:
        return f"Disagreement raised: {quoted(self.text)} Immediate risk: {yes_no(self.immediate_risk)}."


@entry_type("disagreement_answered", title="Disagreement answered")
class DisagreementAnswered(EntryData):
    """A disagreement is answered at one of its stages."""

    disagreement: DisagreementRef = Field(description="The disagreement")
    stage: Text = Field(description="At which stage")
    answer: LongText = Field(description="The answer")

    def sentence(self, names: Names) -> str:
        return f"Disagreement answered at {spoken(self.stage)}: {stopped(self.answer)}"


@entry_type("disagreement_resolved", title="Disagreement resolved")
class DisagreementResolved(EntryData):
    """A disagreement comes to an end."""

    disagreement: DisagreementRef = Field(description="The disagreement")
    outcome: LongText = Field(description="How it ended")

    def sentence(self, names: Names) -> str:
        return f"Disagreement resolved: {stopped(self.outcome)}"


@entry_type("alert_answered", title="Alert answered")
class AlertAnswered(EntryData):
    """Somebody who is entitled to answers an alert in words. There is no other way to put one aside."""

    alert: Text = Field(description="Which alert")
    answer: LongText = Field(description="What you decided or did about it, and why")

    def sentence(self, names: Names) -> str:
        return f"Alert answered: {stopped(self.answer)}"
