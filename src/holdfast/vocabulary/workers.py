"""Workers: who holds a child's case, who is away, who covers, and who thinks it through with them."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import (
    Ahead,
    Date,
    Ends,
    EntryData,
    LongText,
    NameLookup,
    OtherThan,
    Parties,
    Text,
    WorkerRef,
    YesNo,
    asked,
    entry_type,
    optional,
)
from holdfast.vocabulary.common_rows import ParticipantOrText
from holdfast.vocabulary.sentence_parts import NOT_RECORDED, attended, listed, parties, party, spoken, stopped, yes_no


@entry_type("worker_allocated", title="Worker allocated")
class WorkerAllocated(EntryData):
    """A named professional takes responsibility for the child's case, in a role."""

    worker: WorkerRef = Field(description="Who")
    # In which role is asked because several workers hold one child, and only one of them leads.
    role: Text = Field(description="In which role, for example lead social worker")

    def sentence(self, names: NameLookup) -> str:
        return f"{names.worker(self.worker)} allocated as {spoken(self.role)}."


@entry_type("worker_ended", title="Worker's part ended", ends=Ends("worker_allocated", same=("worker",)))
class WorkerEnded(EntryData):
    """A professional stops being responsible for the child's case."""

    worker: WorkerRef = Field(description="Who")
    reason: Text = Field(description="Why")

    def sentence(self, names: NameLookup) -> str:
        return f"{names.worker(self.worker)} is no longer allocated: {stopped(spoken(self.reason))}"


@entry_type("worker_leaving", title="Worker is leaving")
class WorkerLeaving(EntryData):
    """The day is set on which a worker's access ends, such as an agency worker's last day. It is about the children whose
    records they hold: everything they did for them has to be written down by then."""

    worker: WorkerRef = Field(description="Who is leaving")
    last_day: Annotated[Date, Ahead(earlier="that somebody left may be said after their last day")] = Field(
        description="Last day"
    )

    def sentence(self, names: NameLookup) -> str:
        return f"{names.worker(self.worker)} is leaving; last day {self.last_day.in_words()}."


@entry_type("recording_closed_off", title="Worker's recording closed off")
class RecordingClosedOff(EntryData):
    """The manager of a worker who is leaving has made sure that every visit and everything else they did is on the record."""

    worker: WorkerRef = Field(description="Whose recording")

    def sentence(self, names: NameLookup) -> str:
        return f"Everything {names.worker(self.worker)} did is on the record."


@entry_type("absence_started", title="Worker away")
class AbsenceStarted(EntryData):
    """A worker is away. From here on what is theirs has to reach somebody who is at work."""

    worker: WorkerRef = Field(description="Who is away")
    # May be unknown: sick leave begins without an end, and must not wait for one.
    expected_until: Annotated[Date, Ahead()] | None = optional("Until when, if it is known")

    def sentence(self, names: NameLookup) -> str:
        until = self.expected_until.in_words() if self.expected_until else NOT_RECORDED
        return f"{names.worker(self.worker)} is away. Expected back: {until}."


@entry_type("absence_ended", title="Worker back", ends=Ends("absence_started", same=("worker",)))
class AbsenceEnded(EntryData):
    """A worker who was away is back at work."""

    worker: WorkerRef = Field(description="Who is back")

    def sentence(self, names: NameLookup) -> str:
        return f"{names.worker(self.worker)} is back at work."


@entry_type("cover_named", title="Cover named")
class CoverNamed(EntryData):
    """A named, qualified person acts for a worker who is away."""

    for_: WorkerRef = Field(alias="for", description="Who is away")
    # A person and not a team. "Duty covers" is nobody in particular.
    cover: Annotated[WorkerRef, OtherThan("for")] = Field(description="Who covers")

    def sentence(self, names: NameLookup) -> str:
        return f"{names.worker(self.cover)} covers for {names.worker(self.for_)}."


@entry_type("handover_completed", title="Handover completed")
class HandoverCompleted(EntryData):
    """One worker hands the child's case to the next, and the family is told who it is now."""

    from_: WorkerRef = Field(alias="from", description="From whom")
    to: Annotated[WorkerRef, OtherThan("from")] = Field(description="To whom")
    family_told: YesNo | None = asked("Was the family told?")

    def sentence(self, names: NameLookup) -> str:
        return f"Handover from {names.worker(self.from_)} to {names.worker(self.to)}. Family told: {yes_no(self.family_told)}."


@entry_type("case_discussed", title="Case discussed")
class CaseDiscussed(EntryData):
    """Professionals talked the case through with each other, outside a meeting."""

    between: Parties | None = asked("Between whom")

    def sentence(self, names: NameLookup) -> str:
        return f"Case discussed. Between: {parties(names, self.between)}."


@entry_type("joint_visit_agreed", title="Joint visit agreed")
class JointVisitAgreed(EntryData):
    """Professionals agreed to see the family together."""

    between: Parties | None = asked("Between whom")

    def sentence(self, names: NameLookup) -> str:
        return f"Joint visit agreed. Between: {parties(names, self.between)}."


@entry_type("supervision_held", title="Supervision held")
class SupervisionHeld(EntryData):
    """A worker and their manager thought the child's case through together."""

    worker: WorkerRef = Field(description="Worker")
    manager: Annotated[WorkerRef, OtherThan("worker")] = Field(description="Manager")

    def sentence(self, names: NameLookup) -> str:
        return f"Supervision of {names.worker(self.worker)} with {names.worker(self.manager)}."


@entry_type("multi_agency_supervision_held", title="Multi-agency supervision held")
class MultiAgencySupervisionHeld(EntryData):
    """The professionals who work with one family thought it through together, across agencies."""

    present: tuple[ParticipantOrText, ...] | None = asked("Who took part")

    def sentence(self, names: NameLookup) -> str:
        return f"Multi-agency supervision held. Took part: {self._who(names)}."

    def _who(self, names: NameLookup) -> str:
        if not self.present:
            return NOT_RECORDED if self.present is None else "nobody"
        return listed(party(names, row) if isinstance(row, str) else attended(names, [row]) for row in self.present)


@entry_type("management_decision_recorded", title="Management decision recorded")
class ManagementDecisionRecorded(EntryData):
    """A manager decides something about the child's case and says why."""

    decision: LongText = Field(description="What was decided")
    reasons: LongText = Field(description="Why")

    def sentence(self, names: NameLookup) -> str:
        return f"Management decision: {stopped(self.decision)} Reasons: {stopped(self.reasons)}"


@entry_type("support_notes_read", title="Support worker's notes read")
class SupportNotesRead(EntryData):
    """The lead worker has read what the family support worker wrote about the child, up to now. Being able to read something is
    not having read it."""

    worker: WorkerRef = Field(description="Who read them")

    def sentence(self, names: NameLookup) -> str:
        return f"{names.worker(self.worker)} read the support worker's notes."


@entry_type("post_taken_up", title="Post taken up")
class PostTakenUp(EntryData):
    """Somebody starts in a post, such as managing a team."""

    worker: WorkerRef = Field(description="Who")
    post: Text = Field(description="Which post, for example team manager")

    def sentence(self, names: NameLookup) -> str:
        return f"{names.worker(self.worker)} took up the post of {spoken(self.post)}."


@entry_type("post_left", title="Post left", ends=Ends("post_taken_up", same=("worker", "post")))
class PostLeft(EntryData):
    """Somebody leaves a post. It is vacant until somebody takes it up or is named to cover."""

    worker: WorkerRef = Field(description="Who")
    post: Text = Field(description="Which post, for example team manager")

    def sentence(self, names: NameLookup) -> str:
        return f"{names.worker(self.worker)} left the post of {spoken(self.post)}."


@entry_type("oversight_counted", title="Children under a manager counted")
class OversightCounted(EntryData):
    """How many children with a child protection plan or in pre-proceedings one manager oversees."""

    worker: WorkerRef = Field(description="Which manager")
    children: Annotated[int, Field(strict=True, ge=0, le=100_000)] = Field(description="How many children")

    def sentence(self, names: NameLookup) -> str:
        number = "child" if self.children == 1 else "children"
        return f"{names.worker(self.worker)} oversees {self.children} {number} with a plan or in pre-proceedings."
