"""Learning: audits, serious incidents, reviews, and whether a recommendation changed anything."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import (
    Ahead,
    Date,
    Ends,
    EntryData,
    EntryRef,
    LongText,
    NameLookup,
    Parties,
    PartyRef,
    Text,
    WorkerRef,
    YesNo,
    asked,
    entry_type,
    optional,
)
from holdfast.vocabulary.sentence_parts import on, parties, party, spoken, stopped, texts, upper, yes_no

RecommendationRef = Annotated[str, EntryRef("recommendation_made"), Field(min_length=1)]


@entry_type("audit_completed", title="Audit completed")
class AuditCompleted(EntryData):
    """Somebody looked closely at the work with a child and graded it."""

    kind: Text = Field(description="Kind of audit")
    grade: Text = Field(description="Grade")
    themes: tuple[Text, ...] | None = asked("Themes")

    def sentence(self, names: NameLookup) -> str:
        return f"Audit completed ({spoken(self.kind)}): {spoken(self.grade)}. Themes: {stopped(texts(self.themes))}"


# No field for what happened: that is in the child's other entries, and this one only starts the duties.
@entry_type("serious_incident_identified", title="Serious incident identified")
class SeriousIncidentIdentified(EntryData):
    """A child died or was seriously harmed, and abuse or neglect is known or suspected (Children Act 2004 section 16C)."""


@entry_type("serious_incident_notified", title="Serious incident notified", ends=Ends("serious_incident_identified"))
class SeriousIncidentNotified(EntryData):
    """The national panel is told of a serious incident, within 5 working days (Working Together)."""


@entry_type("rapid_review_started", title="Rapid review started")
class RapidReviewStarted(EntryData):
    """The agencies begin to gather, in days, what each of them knows about a serious incident (Working Together)."""


@entry_type("earlier_themes_checked", title="Themes of earlier reviews checked")
class EarlierThemesChecked(EntryData):
    """Somebody looked at what earlier reviews had already said about the same themes, because an improvement that was asked
    for before and has to be asked for again is itself a reason for a review (Child Safeguarding Practice Review and Relevant
    Agency (England) Regulations 2018 regulation 3)."""

    found: LongText = Field(description="Which earlier reviews had the same themes, and what came of them")

    def sentence(self, names: NameLookup) -> str:
        return f"Themes of earlier reviews checked: {stopped(self.found)}"


@entry_type("rapid_review_sent", title="Rapid review sent", ends=Ends("rapid_review_started"))
class RapidReviewSent(EntryData):
    """The partnership's first review of a serious incident goes to the national panel, within 15 working days."""

    outcome: Text = Field(description="What it recommends")

    def sentence(self, names: NameLookup) -> str:
        return f"Rapid review sent: {stopped(spoken(self.outcome))}"


@entry_type("practice_review_started", title="Practice review started")
class PracticeReviewStarted(EntryData):
    """A local child safeguarding practice review begins."""


@entry_type("review_contribution_invited", title="Family asked to contribute to a review")
class ReviewContributionInvited(EntryData):
    """The family, and the child where they can, are asked to tell a practice review how things were for them, and told that
    they will hear its findings before anybody else does."""

    invited: Parties | None = asked("Who was asked")

    def sentence(self, names: NameLookup) -> str:
        return f"Asked to contribute to the review: {parties(names, self.invited)}."


@entry_type("review_publication_planned", title="Publication of a review planned")
class ReviewPublicationPlanned(EntryData):
    """The day a practice review is to be published is set."""

    for_: Annotated[Date, Ahead()] = Field(alias="for", description="When it is to be published")

    def sentence(self, names: NameLookup) -> str:
        return f"The review is to be published {on(self.for_)}."


@entry_type("practice_review_sent", title="Practice review sent ahead of publication", ends=Ends("practice_review_started"))
class PracticeReviewSent(EntryData):
    """The report of a practice review goes to the national panel and the Secretary of State before it is published (Working
    Together)."""

    to: Parties = Field(description="Who it was sent to, for example the national panel and the Secretary of State")

    def sentence(self, names: NameLookup) -> str:
        return f"Practice review sent to {parties(names, self.to)} ahead of publication."


@entry_type("practice_review_published", title="Practice review published", ends=Ends("practice_review_started"))
class PracticeReviewPublished(EntryData):
    """A local child safeguarding practice review is published."""


@entry_type("practice_review_withdrawn", title="Practice review no longer published", ends=Ends("practice_review_published"))
class PracticeReviewWithdrawn(EntryData):
    """The report of a practice review can no longer be read by the public."""

    reason: LongText = Field(description="Why")

    def sentence(self, names: NameLookup) -> str:
        return f"Practice review taken out of publication: {stopped(self.reason)}"


@entry_type("learning_event_held", title="Learning event held")
class LearningEventHeld(EntryData):
    """What a review found is talked through with those who work with children, first of all with those who worked with this
    family."""

    practitioners_invited: YesNo | None = asked("Were the practitioners who worked with the family invited?")
    agencies: Parties | None = asked("Which agencies came")

    def sentence(self, names: NameLookup) -> str:
        return (
            f"Learning event held. Those who worked with the family invited: {yes_no(self.practitioners_invited)}. "
            f"Agencies there: {parties(names, self.agencies)}."
        )


@entry_type("recommendation_made", title="Recommendation made")
class RecommendationMade(EntryData):
    """A review asks somebody to change something by a day."""

    text: LongText = Field(description="What is recommended")
    owner: PartyRef = Field(description="Who is to see to it")
    due: Annotated[Date, Ahead(earlier="the review may come in after the day it set")] = Field(description="By when")

    def sentence(self, names: NameLookup) -> str:
        return f"Recommendation: {stopped(self.text)} {upper(party(names, self.owner))}, due {self.due.in_words()}."


@entry_type("recommendation_progressed", title="Recommendation progressed")
class RecommendationProgressed(EntryData):
    """What was done about a recommendation, and the measure that shows whether it worked."""

    recommendation: RecommendationRef = Field(description="The recommendation")
    evidence: LongText = Field(description="What was done, and what shows it")
    # Asked for beside what was done. Recommendations are usually reported on by what was held and sent.
    measure: Text = Field(description="What is measured, and what it says now")

    def sentence(self, names: NameLookup) -> str:
        return f"Recommendation progressed: {stopped(self.evidence)} Measure: {stopped(self.measure)}"


@entry_type("recommendation_closed", title="Recommendation closed")
class RecommendationClosed(EntryData):
    """A recommendation is finished with, because something shows that it changed what happens to children."""

    recommendation: RecommendationRef = Field(description="The recommendation")
    # Required: closing without evidence is what recommendations drift into.
    evidence: LongText = Field(description="What shows that it made a difference")

    def sentence(self, names: NameLookup) -> str:
        return f"Recommendation closed: {stopped(self.evidence)}"


@entry_type("training_completed", title="Training completed")
class TrainingCompleted(EntryData):
    """Somebody from an agency completed training in something that bears on children's safety, such as the neglect tool or
    the effect of drugs on parenting."""

    # The agency has to be said and the person need not be: training is mostly reported as numbers by agency.
    agency: PartyRef = Field(description="Which agency")
    worker: WorkerRef | None = optional("Who")
    subjects: tuple[Text, ...] | None = asked("In what")

    def sentence(self, names: NameLookup) -> str:
        who = f"{names.worker(self.worker)}, " if self.worker else ""
        return f"Training completed by {who}{party(names, self.agency)}. In: {stopped(texts(self.subjects))}"
