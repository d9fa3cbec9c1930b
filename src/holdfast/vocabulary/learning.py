"""Learning: audits, serious incidents, reviews, and whether a recommendation changed anything."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import Date, EntryData, EntryRef, LongText, Names, PartyRef, Text, asked, entry_type
from holdfast.vocabulary.telling import party, spoken, stopped, texts, upper


@entry_type("audit_completed", title="Audit completed")
class AuditCompleted(EntryData):
    """Somebody looked closely at the work with a child and graded it."""

    kind: Text = Field(description="Kind of audit")
    grade: Text = Field(description="Grade")
    themes: tuple[Text, ...] | None = asked("Themes")

    def sentence(self, names: Names) -> str:
        return f"Audit completed ({spoken(self.kind)}): {spoken(self.grade)}. Themes: {stopped(texts(self.themes))}"


@entry_type("serious_incident_identified", title="Serious incident identified")
class SeriousIncidentIdentified(EntryData):
    """A child died or was seriously harmed, and abuse or neglect is known or suspected (Children Act 2004 section 16C)."""


@entry_type("serious_incident_notified", title="Serious incident notified")
class SeriousIncidentNotified(EntryData):
    """The national panel is told of a serious incident, within 5 working days (Working Together)."""


@entry_type("rapid_review_sent", title="Rapid review sent")
class RapidReviewSent(EntryData):
    """The partnership's first review of a serious incident goes to the national panel, within 15 working days."""

    outcome: Text = Field(description="What it recommends")

    def sentence(self, names: Names) -> str:
        return f"Rapid review sent: {stopped(spoken(self.outcome))}"


@entry_type("practice_review_started", title="Practice review started")
class PracticeReviewStarted(EntryData):
    """A local child safeguarding practice review begins."""


@entry_type("practice_review_published", title="Practice review published")
class PracticeReviewPublished(EntryData):
    """A local child safeguarding practice review is published."""


@entry_type("recommendation_made", title="Recommendation made")
class RecommendationMade(EntryData):
    """A review asks somebody to change something by a day."""

    text: LongText = Field(description="What is recommended")
    owner: PartyRef = Field(description="Who is to see to it")
    due: Date = Field(description="By when")

    def sentence(self, names: Names) -> str:
        return f"Recommendation: {stopped(self.text)} {upper(party(names, self.owner))}, due {self.due.in_words()}."


@entry_type("recommendation_progressed", title="Recommendation progressed")
class RecommendationProgressed(EntryData):
    """What was done about a recommendation, and the measure that shows whether it worked."""

    recommendation: Annotated[str, EntryRef("recommendation_made"), Field(min_length=1)] = Field(description="The recommendation")
    evidence: LongText = Field(description="What was done, and what shows it")
    measure: Text = Field(description="What is measured, and what it says now")

    def sentence(self, names: Names) -> str:
        return f"Recommendation progressed: {stopped(self.evidence)} Measure: {stopped(self.measure)}"
