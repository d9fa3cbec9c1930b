"""Looked after by the council: the care plan, reviews, health and education, and the people who care for the child."""

from pydantic import Field

from holdfast.vocabulary.base import (
    Codes,
    EntryData,
    LongText,
    NameLookup,
    Parties,
    PersonRef,
    Text,
    WorkerRef,
    YesNo,
    asked,
    entry_type,
)
from holdfast.vocabulary.common_rows import Attendee
from holdfast.vocabulary.sentence_parts import attended, parties, spoken, stopped, yes_no


class HealthAssessmentKind(Codes):
    """Which health assessment of a looked-after child it was."""

    INITIAL = "initial", "Initial health assessment"
    REVIEW = "review", "Review health assessment"


class ApprovalOutcome(Codes):
    """What the fostering service decided about a carer's full approval."""

    APPROVED = "approved", "Approved"
    NOT_APPROVED = "not_approved", "Not approved"


@entry_type("looked_after_ended", title="No longer looked after")
class LookedAfterEnded(EntryData):
    """The child stops being looked after by the council: they went home for good, an order ended, or another took its place."""

    reason: Text = Field(description="Why")

    def sentence(self, names: NameLookup) -> str:
        return f"No longer looked after: {stopped(spoken(self.reason))}"


@entry_type("care_plan_prepared", title="Care plan prepared")
class CarePlanPrepared(EntryData):
    """How the council will look after the child: where they live, whom they see, their health and school, and what is to
    happen in the end (Care Planning Regulations 2010 regulations 4 and 5). It belongs before the first placement, or within
    ten working days of it where that could not be."""


@entry_type("looked_after_review_held", title="Looked-after review held")
class LookedAfterReviewHeld(EntryData):
    """The independent reviewing officer, the child and those who care for them look at how the care plan is going (Care
    Planning Regulations 2010 part 6)."""

    present: tuple[Attendee, ...] | None = asked("Who took part")

    def sentence(self, names: NameLookup) -> str:
        return f"Looked-after review held. Took part: {attended(names, self.present)}."


@entry_type("health_assessment_held", title="Looked-after child's health assessed")
class HealthAssessmentHeld(EntryData):
    """A doctor or nurse looks at a looked-after child's health as a whole and writes what should happen (Care Planning
    Regulations 2010 regulation 7)."""

    kind: HealthAssessmentKind = Field(description="Which assessment")

    def sentence(self, names: NameLookup) -> str:
        return f"{self.kind.label} held."


@entry_type("education_plan_begun", title="Personal education plan begun")
class EducationPlanBegun(EntryData):
    """The school, the virtual school and the social worker begin a looked-after child's personal education plan."""


@entry_type("placement_notified", title="Placement notified in writing")
class PlacementNotified(EntryData):
    """Those who have to know where the child is placed are told in writing: the child, parents, doctor, school, reviewing officer
    and earlier carers, except somebody from whom it is withheld for the child's safety (Care Planning Regulations 2010
    regulation 13)."""

    to: Parties = Field(description="Who was told")

    def sentence(self, names: NameLookup) -> str:
        return f"Placement notified in writing to {parties(names, self.to)}."


# An entry of its own, because it changes how far apart visits may be and so needs a day and an author.
@entry_type("long_term_placement_agreed", title="Placement meant to last until 18")
class LongTermPlacementAgreed(EntryData):
    """It is agreed that the child should stay in this placement until they are grown up. Visits may then be further apart."""


@entry_type("parent_suitability_assessed", title="Placement with parents assessed")
class ParentSuitabilityAssessed(EntryData):
    """Before a child in care is placed with a parent, somebody assesses whether that parent can keep them safe (Care Planning
    Regulations 2010 regulation 17). Without it a placement with parents is an immediate one (regulation 19)."""

    carer: PersonRef = Field(description="Which parent")
    suitable: YesNo | None = asked("Can they care for the child safely?")

    def sentence(self, names: NameLookup) -> str:
        return f"Placement with {names.person(self.carer)} assessed. Suitable: {yes_no(self.suitable)}."


@entry_type("temporary_approval_extended", title="Temporary approval of a carer extended")
class TemporaryApprovalExtended(EntryData):
    """A connected person's temporary approval is lengthened, once, by up to eight weeks, after the fostering panel was asked and
    the independent reviewing officer told (Care Planning Regulations 2010 regulation 25)."""

    carer: PersonRef = Field(description="Which carer")
    # By whom it was approved is what makes it one; who typed it is on the entry.
    worker: WorkerRef = Field(description="The nominated officer who approved it")
    # The regulation's three conditions, each asked: without any of them the extension is none (LAC-15).
    still_right: YesNo | None = asked("Is the placement still the best for the child?")
    panel_asked: YesNo | None = asked("Was the fostering panel asked for its view?")
    reviewing_officer_told: YesNo | None = asked("Was the independent reviewing officer told?")

    def sentence(self, names: NameLookup) -> str:
        return (
            f"Temporary approval of {names.person(self.carer)} extended by {names.worker(self.worker)}. "
            f"Still the best placement: {yes_no(self.still_right)}. Panel asked: {yes_no(self.panel_asked)}. "
            f"Reviewing officer told: {yes_no(self.reviewing_officer_told)}."
        )


@entry_type("carer_approval_decided", title="Carer's full approval decided")
class CarerApprovalDecided(EntryData):
    """The fostering service decides whether a connected person is approved as the child's foster carer."""

    carer: PersonRef = Field(description="Which carer")
    outcome: ApprovalOutcome = Field(description="What was decided")
    reasons: LongText | None = Field(default=None, description="Why")

    def sentence(self, names: NameLookup) -> str:
        why = "" if self.reasons is None else f" {stopped(self.reasons)}"
        return f"Approval of {names.person(self.carer)} as a foster carer: {self.outcome.label.lower()}.{why}"
