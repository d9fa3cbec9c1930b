"""Assessment: finding out what a child's life is like, what is wrong, and who could care for them."""

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from holdfast.vocabulary.base import (
    Codes,
    Ends,
    EntryData,
    EntryRef,
    LongText,
    NameLookup,
    PersonRef,
    Row,
    Text,
    YesNo,
    asked,
    entry_type,
    optional,
)
from holdfast.vocabulary.factors import Factor
from holdfast.vocabulary.sentence_parts import labels, lower, quoted, stopped, texts, yes_no

AssessmentRef = Annotated[str, EntryRef("assessment_started"), Field(min_length=1)]
Checkpoint = Annotated[
    Text,
    # type() and not isinstance: True is an int to Python, and a yes is no checkpoint.
    BeforeValidator(lambda given: str(given) if type(given) is int else given),
    WithJsonSchema({"type": ["string", "integer"], "examples": ["first", "mid-point", 1]}),
]
"""Which checkpoint: in words, by its day or by its number, kept as text."""
# strict, so that 3.5 and "3" are refused instead of rounded: half a grade is something the tools do not have.
Grade = Annotated[int, Field(strict=True, ge=1, le=5)]


class AssessmentKind(Codes):
    """What an assessment is for."""

    CHILD_AND_FAMILY = "child_and_family", "Child and family assessment"
    PRE_BIRTH = "pre_birth", "Pre-birth assessment"
    SECTION47 = "section47", "Section 47 assessment"
    UPDATE = "update", "Updated assessment"


class Viability(Codes):
    """Whether a relative or friend could care for the child, at a first look."""

    SUITABLE = "suitable", "Suitable"
    NOT_SUITABLE = "not_suitable", "Not suitable"
    MORE_NEEDED = "more_needed", "More needs to be found out"


class CarerAnswer(Codes):
    """What somebody says who is asked to have the child."""

    YES = "yes", "Yes"
    # A grandmother who cannot lift a baby may have him after school and not at three in the morning.
    BY_DAY = "by_day", "By day only"
    NO = "no", "No"


class YoungCarerDecision(Codes):
    """What was decided about assessing a child who seems to care for somebody."""

    ASSESS = "assess", "To be assessed"
    NOT_NEEDED = "not_needed", "Not needed"
    DECLINED = "declined", "Declined by the family"


class Grades(Row):
    """How good the care is in each of four areas, 1 (best) to 5 (worst)."""

    physical: Grade = Field(description="Physical care")
    safety: Grade = Field(description="Safety")
    emotional: Grade = Field(description="Emotional care")
    developmental: Grade = Field(description="Developmental care")


@entry_type("assessment_started", title="Assessment started")
class AssessmentStarted(EntryData):
    """An assessment of a child's needs begins (Children Act 1989 section 17 or 47). It is to be complete within 45 working
    days of the referral (Working Together)."""

    kind: AssessmentKind = Field(description="Kind of assessment")

    def sentence(self, names: NameLookup) -> str:
        return f"{self.kind.label} started."


@entry_type("assessment_reviewed", title="Assessment reviewed with a manager")
class AssessmentReviewed(EntryData):
    """A manager looks at an assessment at a checkpoint on the way, so that it does not drift to its last day."""

    assessment: AssessmentRef = Field(description="The assessment")
    checkpoint: Checkpoint = Field(description="Which checkpoint, for example day 10")

    def sentence(self, names: NameLookup) -> str:
        return f"Assessment reviewed at {stopped(lower(self.checkpoint))}"


@entry_type("assessment_completed", title="Assessment completed")
class AssessmentCompleted(EntryData):
    """An assessment ends with the factors it found and what is to happen next."""

    assessment: AssessmentRef = Field(description="The assessment")
    factors: tuple[Factor, ...] | None = asked("What was found to be a concern")
    # Words and no list of codes, since every area's outcomes differ. Rules that need to know look for phrases in it.
    outcome: LongText = Field(description="What happens next")

    def sentence(self, names: NameLookup) -> str:
        return f"Assessment completed. Factors: {labels(self.factors)}. Outcome: {stopped(self.outcome)}"


@entry_type("neglect_tool_completed", title="Neglect tool completed")
class NeglectToolCompleted(EntryData):
    """The care a child gets is graded with a neglect tool such as a graded care profile, best done together with the
    carers. Only the grades are kept, never the tool."""

    tool: Text = Field(description="Which tool")
    # Only the grades of four areas. The tool is licensed, and its questions and answers must not be kept here.
    grades: Grades = Field(description="Grades, 1 (best) to 5 (worst)")
    with_carers: YesNo | None = asked("Was it done together with the carers?")

    def sentence(self, names: NameLookup) -> str:
        g = self.grades
        return (
            f"{self.tool} completed: physical care {g.physical}, safety {g.safety}, emotional care {g.emotional}, "
            f"developmental care {g.developmental} (1 best, 5 worst). With the carers: {yes_no(self.with_carers)}."
        )


@entry_type("young_carer_assessed", title="Young carer's needs assessed")
class YoungCarerAssessed(EntryData):
    """The needs of a child who cares for somebody are assessed (Children Act 1989 section 17ZA)."""


@entry_type("young_carer_assessment_decided", title="Decided about a young carer's assessment")
class YoungCarerAssessmentDecided(EntryData):
    """A child seems to care for somebody, and it was decided, with reasons, whether their needs as a young carer will be
    assessed (Children Act 1989 section 17ZA)."""

    offered: YesNo | None = asked("Was an assessment offered?")
    decision: YoungCarerDecision = Field(description="What was decided")
    reasons: LongText = Field(description="Why")

    def sentence(self, names: NameLookup) -> str:
        offered = yes_no(self.offered)
        return f"Young carer's assessment: {lower(self.decision.label)}. Offered: {offered}. Reasons: {stopped(self.reasons)}"


@entry_type("safer_sleep_assessed", title="Safer sleep assessed")
class SaferSleepAssessed(EntryData):
    """Somebody looked at where and how a baby sleeps, at one place."""

    # One place an entry. A baby who sleeps at two addresses needs two, or a safe cot in one home would stand for both.
    place: Text = Field(description="Where the baby sleeps")
    person: PersonRef | None = optional("Whose home it is")

    def sentence(self, names: NameLookup) -> str:
        home = f" (home of {names.person(self.person)})" if self.person else ""
        return f"Safer sleep assessed at {self.place}{home}."


@entry_type("safety_check_completed", title="Safety check completed")
class SafetyCheckCompleted(EntryData):
    """Before a child stays with somebody, or at once after, the quick checks are made: police, health, and the place where
    the child will sleep."""

    carer: PersonRef = Field(description="Who was checked")
    # Three questions: "checks done" in one would let an unfinished check pass for a finished one.
    police: YesNo | None = asked("Police check done?")
    health: YesNo | None = asked("Health check done?")
    sleeping_place: YesNo | None = asked("Was the place where the child will sleep seen?")
    outcome: Text = Field(description="What came of it")

    def sentence(self, names: NameLookup) -> str:
        return (
            f"Safety check of {names.person(self.carer)}: police {yes_no(self.police)}, health {yes_no(self.health)}, "
            f"sleeping place seen {yes_no(self.sleeping_place)}. Outcome: {stopped(self.outcome)}"
        )


@entry_type("viability_started", title="Viability assessment started")
class ViabilityStarted(EntryData):
    """A first assessment of a relative or friend as somebody who could care for the child begins."""

    carer: PersonRef = Field(description="Who is being assessed")

    def sentence(self, names: NameLookup) -> str:
        return f"Viability assessment of {names.person(self.carer)} started."


@entry_type("viability_assessed", title="Viability assessed", ends=Ends("viability_started", same=("carer",)))
class ViabilityAssessed(EntryData):
    """The first assessment of a relative or friend as somebody who could care for the child is done, with the checks it
    rests on."""

    carer: PersonRef = Field(description="Who was assessed")
    outcome: Viability = Field(description="Could they care for the child?")
    checks: tuple[Text, ...] | None = asked("Checks made")

    def sentence(self, names: NameLookup) -> str:
        return f"Viability of {names.person(self.carer)} as a carer: {lower(self.outcome.label)}. Checks: {texts(self.checks)}."


@entry_type("carer_answered", title="Carer asked if they can have the child")
class CarerAnswered(EntryData):
    """A relative or friend was asked whether they can have the child, and answered. A plan that names them is not their word; and
    they may take it back, which is another answer."""

    carer: PersonRef = Field(description="Who was asked")
    answer: CarerAnswer = Field(description="What they said")
    text: LongText | None = optional("What else they said: how many children, a cot, who has a key")

    def sentence(self, names: NameLookup) -> str:
        said = f" {stopped(self.text)}" if self.text else ""
        return f"{names.person(self.carer)} was asked to have the child: {lower(self.answer.label)}.{said}"


@entry_type("carer_support_planned", title="Support for a carer planned")
class CarerSupportPlanned(EntryData):
    """What a relative or friend who cares for the child needs, and who will see to it."""

    carer: PersonRef = Field(description="The carer")
    text: LongText = Field(description="What support was planned")

    def sentence(self, names: NameLookup) -> str:
        return f"Support planned for {names.person(self.carer)}: {stopped(self.text)}"


@entry_type("day_in_the_life_recorded", title="A day in the child's life")
class DayInTheLifeRecorded(EntryData):
    """What an ordinary day is like for the child, from waking to sleeping: their lived experience."""

    text: LongText = Field(description="What a day is like for the child")

    def sentence(self, names: NameLookup) -> str:
        return f"A day in the child's life: {quoted(self.text)}"
