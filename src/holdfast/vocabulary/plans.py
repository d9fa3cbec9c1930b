"""Plans and the people who carry them out: the plan itself, its actions, core groups and plan meetings."""

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
    PartyRef,
    PersonRef,
    Text,
    asked,
    entry_type,
    optional,
)
from holdfast.vocabulary.codes import Category, PlanKind
from holdfast.vocabulary.common_rows import Attendee, PlanRef
from holdfast.vocabulary.sentence_parts import attended, lower, party, spoken, stopped, texts, upper


class ActionFor(Codes):
    """Whom an action in a plan is for. Plans in which nearly every action is for the parents lose sight of the child."""

    CHILD = "child", "The child"
    PARENT = "parent", "A parent"
    BOTH = "both", "Both"


class ActionStatus(Codes):
    """How far an action has got."""

    DONE = "done", "Done"
    PARTLY = "partly", "Partly done"
    NOT_DONE = "not_done", "Not done"


def plan_name(plan: str) -> str:
    """The kind of a plan in words, where it was named by its kind."""
    kind = PlanKind.of(plan)
    return lower(kind.label) if kind else "plan"


@entry_type("plan_started", title="Plan started")
class PlanStarted(EntryData):
    """A plan begins for the children it is about: for a child who is suffering or likely to suffer significant harm, for a
    child in need (Children Act 1989 section 17), or for early help."""

    plan: PlanKind = Field(description="Kind of plan")
    # Optional on the plan and asked at the conference: plans of other kinds have none.
    category: Category | None = optional("Category of abuse, for a child protection plan")

    def sentence(self, names: NameLookup) -> str:
        return f"{self.plan.label} started{f', category {lower(self.category.label)}' if self.category else ''}."


@entry_type("plan_ended", title="Plan ended", ends=Ends("plan_started", same=("plan",), also=("conference_held",)))
class PlanEnded(EntryData):
    """A plan ends, for a reason, and on evidence that the child's life has changed."""

    plan: PlanRef = Field(description="Which plan")
    reason: LongText = Field(description="Why it ended")
    # Not required, so that an ending without evidence can be recorded as what it was, and be seen.
    evidence: LongText | None = optional("What shows that things have changed for the child")

    def sentence(self, names: NameLookup) -> str:
        evidence = f" Evidence: {stopped(self.evidence)}" if self.evidence else " Evidence of change: not recorded."
        return f"{upper(plan_name(self.plan))} ended: {stopped(self.reason)}{evidence}"


@entry_type("plan_agreed", title="Full plan agreed")
class PlanAgreed(EntryData):
    """The outline plan made at the conference is turned into the full plan that the core group works to."""

    plan: PlanRef | None = optional("Which plan")

    def sentence(self, names: NameLookup) -> str:
        return f"Full {plan_name(self.plan or '')} agreed."


@entry_type("action_agreed", title="Action agreed")
class ActionAgreed(EntryData):
    """One thing that somebody is to do by a day, and whom it is for."""

    plan: PlanRef = Field(description="Which plan")
    action: LongText = Field(description="What is to be done")
    # Asked of every action. How many are for the adults is otherwise only seen when it is too late.
    for_: ActionFor = Field(alias="for", description="Whom it is for")
    child: PersonRef | None = optional("Which child, if it is for one")
    owner: PartyRef = Field(description="Who is to do it")
    # An action without a day is never overdue.
    due: Annotated[Date, Ahead()] = Field(description="By when")

    def sentence(self, names: NameLookup) -> str:
        whom = names.person(self.child) if self.child else lower(self.for_.label)
        return f"Action agreed for {whom}: {stopped(self.action)} {upper(party(names, self.owner))}, due {self.due.in_words()}."


@entry_type("action_reviewed", title="Action reviewed")
class ActionReviewed(EntryData):
    """Somebody looked at whether an action was done."""

    action: Annotated[str, EntryRef("action_agreed"), Field(min_length=1)] = Field(description="The action")
    status: ActionStatus = Field(description="How far it has got")

    def sentence(self, names: NameLookup) -> str:
        return f"Action reviewed: {lower(self.status.label)}."


@entry_type("core_group_held", title="Core group held")
class CoreGroupHeld(EntryData):
    """The family and the professionals named in a child protection plan meet to carry it out. The first is within 10
    working days of the initial conference (Working Together)."""

    plan: PlanRef | None = optional("Which plan")
    present: tuple[Attendee, ...] | None = asked("Who was there")
    # Apart from who was there: who should have come is known only to whoever called the meeting.
    absent: tuple[Attendee, ...] | None = asked("Who should have been there and was not")
    concerns: tuple[Text, ...] | None = asked("Concerns that were raised")

    def sentence(self, names: NameLookup) -> str:
        return (
            f"Core group held. Present: {attended(names, self.present)}. Absent: {attended(names, self.absent)}. "
            f"Concerns: {stopped(texts(self.concerns))}"
        )


@entry_type("core_group_record_sent", title="Core group record sent")
class CoreGroupRecordSent(EntryData):
    """The record of a core group goes to its members."""


@entry_type("plan_meeting_held", title="Child in need meeting held")
class PlanMeetingHeld(EntryData):
    """The people around a child in need meet to review the plan."""


@entry_type("core_group_named", title="Core group members named")
class CoreGroupNamed(EntryData):
    """Who belongs to the core group of a child protection plan: the family and the agencies that are to carry it out (Working
    Together). The latest list is the one that holds."""

    members: tuple[Attendee, ...] | None = asked("Who belongs to the core group")

    def sentence(self, names: NameLookup) -> str:
        return f"Core group members: {attended(names, self.members)}."


@entry_type("core_group_update_sent", title="Written update to the core group")
class CoreGroupUpdateSent(EntryData):
    """An agency that cannot be at a core group says in writing what it has seen and done."""

    organisation: PartyRef = Field(description="Which agency")
    core_group: (
        Annotated[str, EntryRef("core_group_held", earlier="an update is sent before the meeting"), Field(min_length=1)] | None
    ) = optional("Which core group; left out, the next one")

    def sentence(self, names: NameLookup) -> str:
        return f"Written update to the core group from {party(names, self.organisation)}."


@entry_type("outcome_measured", title="How the child is, measured")
class OutcomeMeasured(EntryData):
    """Where a child stands on something that the plan is meant to change for them, in the same measure each time, so that it can
    be seen whether it moves. It measures the child's life, not what the adults attended."""

    child: PersonRef = Field(description="Which child")
    measure: Text = Field(description="What is measured, for example sleep, school attendance or a questionnaire score")
    score: Annotated[float, Field(strict=True, ge=-1000, le=1000)] = Field(description="Where the child stands")

    def sentence(self, names: NameLookup) -> str:
        return f"{names.person(self.child)}, {spoken(self.measure)}: {self.score:g}."
