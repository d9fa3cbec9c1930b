"""Governance: what the partnership itself owes, year by year and month by month. Its entries are about nobody."""

from pydantic import Field

from holdfast.vocabulary.base import Codes, Ends, EntryData, NameLookup, PartyRef, Text, asked, entry_type
from holdfast.vocabulary.common_rows import Attendee
from holdfast.vocabulary.sentence_parts import attended, labels, party, spoken, stopped


class LearningSubject(Codes):
    """What the published review asks the workforce to learn about."""

    DRUGS = "drugs", "Parents' drug use"
    NEGLECT = "neglect", "Neglect"
    DESENSITISATION = "desensitisation", "Becoming used to what is not good enough"
    PRACTICE_MODEL = "practice_model", "The practice model"


# Nothing but its day. What the report says is public and belongs to nobody's record.
@entry_type("partnership_report_published", title="Partnership's yearly report published")
class PartnershipReportPublished(EntryData):
    """The safeguarding partners say in public what they have done in the year, and what difference it made (Children Act 2004
    section 16G)."""


@entry_type("training_year_started", title="Training year started")
class TrainingYearStarted(EntryData):
    """A year of learning begins for the staff of one agency."""

    agency: PartyRef = Field(description="Which agency")

    def sentence(self, names: NameLookup) -> str:
        return f"Training year of {party(names, self.agency)} started."


@entry_type("training_uptake_reported", title="Training uptake reported")
class TrainingUptakeReported(EntryData):
    """An agency says what learning it offered its staff in the year, and how many took it up."""

    agency: PartyRef = Field(description="Which agency")
    subjects: tuple[LearningSubject, ...] | None = asked("What was offered")
    # Words: "12 of 40" and "all health visitors" are both answers, and neither is a number to add up.
    uptake: Text = Field(description="How many took it up")

    def sentence(self, names: NameLookup) -> str:
        return f"{party(names, self.agency)} offered learning on: {labels(self.subjects)}. Uptake: {stopped(spoken(self.uptake))}"


@entry_type("audit_programme_started", title="Audit programme started")
class AuditProgrammeStarted(EntryData):
    """The partnership begins to audit a number of cases every month, from the month after this."""

    kind: Text = Field(description="What is audited, for example neglect")

    def sentence(self, names: NameLookup) -> str:
        return f"Audit programme started: {stopped(spoken(self.kind))}"


@entry_type("audit_programme_ended", title="Audit programme ended", ends=Ends("audit_programme_started", same=("kind",)))
class AuditProgrammeEnded(EntryData):
    """The monthly audits of one kind end."""

    kind: Text = Field(description="What was audited")

    def sentence(self, names: NameLookup) -> str:
        return f"Audit programme ended: {stopped(spoken(self.kind))}"


@entry_type("provision_commenced", title="Provision of an Act commenced")
class ProvisionCommenced(EntryData):
    """A provision that Parliament has enacted comes into force."""

    provision: Text = Field(description="Which provision, for example Children Act 2004 section 16EA")

    def sentence(self, names: NameLookup) -> str:
        return f"Came into force: {stopped(self.provision)}"


@entry_type("protection_team_established", title="Multi-agency child protection team established")
class ProtectionTeamEstablished(EntryData):
    """The safeguarding partners set up a team for child protection with a social worker, a police officer, a health
    professional and somebody from education in it (Children Act 2004 section 16EA)."""

    present: tuple[Attendee, ...] | None = asked("Who is in it")

    def sentence(self, names: NameLookup) -> str:
        return f"Multi-agency child protection team established: {attended(names, self.present)}."
