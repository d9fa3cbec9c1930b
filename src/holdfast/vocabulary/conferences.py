"""Conferences and plans: the meeting that decides, the plan that follows, and the people who carry it out."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import (
    Ahead,
    Codes,
    Date,
    EntryData,
    EntryRef,
    LongText,
    NameLookup,
    OrganisationRef,
    Parties,
    PartyRef,
    PersonRef,
    Row,
    Text,
    asked,
    entry_type,
    optional,
)
from holdfast.vocabulary.codes import Category
from holdfast.vocabulary.common_rows import Attendee
from holdfast.vocabulary.sentence_parts import attended, lower, on, parties, party, quoted, stopped

ConferenceRef = Annotated[
    str,
    EntryRef("conference_held", "conference_booked", earlier="a report is shared before its conference"),
    Field(min_length=1),
]


class ConferenceKind(Codes):
    """What a child protection conference is for."""

    INITIAL = "initial", "Initial conference"
    REVIEW = "review", "Review conference"
    TRANSFER_IN = "transfer_in", "Transfer-in conference"
    PRE_BIRTH = "pre_birth", "Pre-birth conference"


class ConferenceDecision(Codes):
    """What a conference decides for one child."""

    PLAN_MADE = "plan_made", "Plan made"
    PLAN_CONTINUED = "plan_continued", "Plan continued"
    PLAN_ENDED = "plan_ended", "Plan ended"
    NO_PLAN = "no_plan", "No plan"


class HowViewsCame(Codes):
    """How a child's views reached a conference."""

    ATTENDED = "attended", "The child came"
    ADVOCATE = "advocate", "Through an advocate"
    PACK = "pack", "In a booklet or pack"
    WORKER = "worker", "Told by a worker"
    NONE = "none", "The child's views did not reach the conference"


class SharedWith(Codes):
    """Who a report for a conference was shared with."""

    FAMILY = "family", "The family"
    CHAIR = "chair", "The chair"


class ChildDecision(Row):
    """What the conference decided for one child."""

    # By name, one row a child: "a plan for the children" does not say for which.
    child: PersonRef = Field(description="Child")
    decision: ConferenceDecision = Field(description="Decision")
    category: Category | None = optional("Category of abuse")
    # Reasons for this child. The same words copied to each are found by a signal; none at all cannot be written.
    reasons: LongText = Field(description="Why")


class ChildView(Row):
    """How one child's views reached the conference."""

    child: PersonRef = Field(description="Child")
    how: HowViewsCame = Field(description="How their views reached the conference")
    reason: Text | None = optional("If they did not, why not")


@entry_type("transfer_in_requested", title="Transfer in requested")
class TransferInRequested(EntryData):
    """A child on a child protection plan has moved here and the area they came from asks us to take the plan over."""

    from_area: Text = Field(description="Which area the child moved from")

    def sentence(self, names: NameLookup) -> str:
        return f"{self.from_area} asked for the child protection plan to be transferred here."


@entry_type("conference_booked", title="Conference booked")
class ConferenceBooked(EntryData):
    """A conference is given a date. A booking is not a conference: it meets nothing."""

    kind: ConferenceKind = Field(description="Kind of conference")
    # for is Python's word, hence the alias; the file keeps the people's.
    for_: Annotated[Date, Ahead()] = Field(alias="for", description="When it is to be held")

    def sentence(self, names: NameLookup) -> str:
        return f"{self.kind.label} booked, to be held {on(self.for_)}."


@entry_type("report_shared", title="Conference report shared")
class ReportShared(EntryData):
    """An agency's report for a conference is shared before it, with the family or with the chair."""

    conference: ConferenceRef = Field(description="The conference")
    organisation: OrganisationRef = Field(description="Whose report")
    with_: SharedWith = Field(alias="with", description="Who it was shared with")

    def sentence(self, names: NameLookup) -> str:
        return f"Report of {names.organisation(self.organisation)} shared with {lower(self.with_.label)}."


@entry_type("conference_held", title="Conference held")
class ConferenceHeld(EntryData):
    """Family and professionals meet and decide, for each child by name, whether the child needs a child protection plan and
    under which category (Working Together). A child whom ``decisions`` does not name was not decided about."""

    kind: ConferenceKind = Field(description="Kind of conference")
    present: tuple[Attendee, ...] | None = asked("Who was there")
    # Not required: a conference whose minutes are still being written was held. Until they come its decisions are not recorded,
    # which is not that there were none.
    decisions: tuple[ChildDecision, ...] | None = asked("What was decided for each child")
    child_views: tuple[ChildView, ...] | None = asked("How each child's views reached the conference")

    def sentence(self, names: NameLookup) -> str:
        told = [
            f"{self.kind.label} held.",
            self._decided(names),
            self._views(names),
            f"Present: {attended(names, self.present)}.",
        ]
        return " ".join(told)

    def _decided(self, names: NameLookup) -> str:
        if not self.decisions:
            return "Decisions: not recorded." if self.decisions is None else "Decisions: none."
        each = (
            f"{names.person(d.child)}: {lower(d.decision.label)}{f' ({lower(d.category.label)})' if d.category else ''}"
            for d in self.decisions
        )
        return f"{'; '.join(each)}."

    def _views(self, names: NameLookup) -> str:
        if not self.child_views:
            return "Children's views: not recorded." if self.child_views is None else "Children's views: none."
        each = (f"{names.person(v.child)}, {lower(v.how.label)}{f' ({v.reason})' if v.reason else ''}" for v in self.child_views)
        return f"Children's views: {'; '.join(each)}."


@entry_type("conference_record_sent", title="Conference record sent")
class ConferenceRecordSent(EntryData):
    """The record of a conference goes to the people who need it."""

    to: Parties | None = asked("Who it was sent to")

    def sentence(self, names: NameLookup) -> str:
        return f"Conference record sent. To: {parties(names, self.to)}."


@entry_type("conference_decision_sent", title="Conference decision letter sent")
class ConferenceDecisionSent(EntryData):
    """The decision of a conference, with the outline plan and the date of the first core group, goes to the family and the
    professionals ahead of the full record."""

    to: Parties | None = asked("Who it was sent to")

    def sentence(self, names: NameLookup) -> str:
        return f"Conference decision letter sent. To: {parties(names, self.to)}."


@entry_type("conference_challenged", title="Conference decision challenged by the family")
class ConferenceChallenged(EntryData):
    """A parent, a carer or the child asks for a conference's decision to be looked at again."""

    by: PartyRef = Field(description="Who challenged it")
    text: LongText = Field(description="What they said was wrong")

    def sentence(self, names: NameLookup) -> str:
        return f"Conference decision challenged by {party(names, self.by)}: {quoted(self.text)}"


@entry_type("chair_check_recorded", title="Chair's check between conferences")
class ChairCheckRecorded(EntryData):
    """Between two conferences the chair looks at how far the plan has got, so that somebody outside the family's own
    professionals would notice a plan that stands still."""

    text: LongText = Field(description="What the chair found")

    def sentence(self, names: NameLookup) -> str:
        return f"Chair's check between conferences: {stopped(self.text)}"


@entry_type("chair_challenge_recorded", title="Chair's challenge recorded")
class ChairChallengeRecorded(EntryData):
    """The chair puts it to the agencies that a plan has gone on too long without change, and what they are to do about it."""

    to: Parties | None = asked("Whom the chair challenged")
    text: LongText = Field(description="What the chair challenged")

    def sentence(self, names: NameLookup) -> str:
        return f"The chair challenged {parties(names, self.to)}: {stopped(self.text)}"


@entry_type("concern_repeated", title="Concern raised again")
class ConcernRepeated(EntryData):
    """A concern that was raised before is raised again, so that it does not look new each time."""

    # An earlier entry or plain words, since the concern that is raised again was often never an entry.
    concern: Annotated[str, EntryRef(or_text=True), Field(min_length=1)] = Field(
        description="The concern: what it is, or the earlier entry"
    )

    def sentence(self, names: NameLookup) -> str:
        return f"Concern raised again: {stopped(party(names, self.concern))}"
