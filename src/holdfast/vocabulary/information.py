"""Information: who may see it, who has to be told, and what happens when it goes astray."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import (
    Codes,
    EntryData,
    EntryRef,
    LongText,
    NameLookup,
    Parties,
    PartyRef,
    Text,
    YesNo,
    asked,
    entry_type,
    optional,
)
from holdfast.vocabulary.sentence_parts import parties, party, spoken, stopped, yes_no

RequestRef = Annotated[str, EntryRef("subject_access_requested"), Field(min_length=1)]
BreachRef = Annotated[str, EntryRef("data_breach_identified"), Field(min_length=1)]


@entry_type("subject_access_requested", title="Subject access request received")
class SubjectAccessRequested(EntryData):
    """Somebody asks for what is held about them, or a parent for what is held about their child (UK GDPR article 15)."""

    from_: PartyRef = Field(alias="from", description="Who asked")
    complex: YesNo | None = asked("Is it complex, or one of many, so that more time may be needed?")

    def sentence(self, names: NameLookup) -> str:
        return f"{party(names, self.from_)} asked for what is held about them. Complex or one of many: {yes_no(self.complex)}."


@entry_type("subject_access_extended", title="More time for a subject access request notified")
class SubjectAccessExtended(EntryData):
    """Whoever asked is told, within the first month, that the answer needs up to two months more, and why (UK GDPR article
    12(3))."""

    request: RequestRef = Field(description="The request")
    reasons: LongText = Field(description="Why more time is needed")

    def sentence(self, names: NameLookup) -> str:
        return f"More time for the subject access request notified: {stopped(self.reasons)}"


@entry_type("subject_access_answered", title="Subject access request answered")
class SubjectAccessAnswered(EntryData):
    """Whoever asked gets what is held about them, or is told what is held back and why."""

    request: RequestRef = Field(description="The request")

    def sentence(self, names: NameLookup) -> str:
        return "The subject access request was answered."


@entry_type("data_breach_identified", title="Personal data breach identified")
class DataBreachIdentified(EntryData):
    """Personal information was lost, seen by somebody who should not see it, or changed, and the controller knows (UK GDPR
    article 33)."""

    # A breach's own entry must not be the next place where the information lies open.
    text: LongText = Field(description="What happened, without repeating the information itself")
    risk: YesNo | None = asked("Could it put anybody's rights or safety at risk?")

    def sentence(self, names: NameLookup) -> str:
        return f"Personal data breach: {stopped(self.text)} Risk to people: {yes_no(self.risk)}."


@entry_type("data_breach_notified", title="Personal data breach notified")
class DataBreachNotified(EntryData):
    """The Information Commissioner is told of a breach, within 72 hours of its being known."""

    breach: BreachRef = Field(description="The breach")

    def sentence(self, names: NameLookup) -> str:
        return "The Information Commissioner was told of the breach."


class LeavingKind(Codes):
    """How a child came to leave a school's roll."""

    HOME_EDUCATION = "elective_home_education", "Taken out of school to be educated at home"
    OFF_ROLL = "removed_from_roll", "Removed from the school roll"
    REFUSED = "place_refused", "A school place was refused"


@entry_type("school_changed", title="School changed")
class SchoolChanged(EntryData):
    """A child moves to another school or college."""

    to: PartyRef = Field(description="The new school or college")
    from_: PartyRef | None = optional("The school before", alias="from")
    # Three answers on purpose: none held ends the need, not known does not.
    protection_file: YesNo | None = asked("Does the school before hold a child protection file?")

    def sentence(self, names: NameLookup) -> str:
        left = f" from {party(names, self.from_)}" if self.from_ else ""
        return f"Moved{left} to {party(names, self.to)}. Child protection file held: {yes_no(self.protection_file)}."


@entry_type("school_left", title="Left the school roll")
class SchoolLeft(EntryData):
    """A child leaves, or is about to leave, a school's roll, or a place they need is refused. A school sees a child most days; a
    child on no roll is seen by nobody unless somebody makes sure of it (Children Missing Education guidance)."""

    kind: LeavingKind = Field(description="How")
    to: PartyRef | None = optional("The new school, if there is one")
    on_new_roll: YesNo | None = asked("Has the new school confirmed that the child is on its roll?")

    def sentence(self, names: NameLookup) -> str:
        to = f" New school: {party(names, self.to)}." if self.to else ""
        return f"{self.kind.label}.{to} On a new roll: {yes_no(self.on_new_roll)}."


@entry_type("protection_file_transferred", title="Child protection file passed to the new school")
class ProtectionFileTransferred(EntryData):
    """The safeguarding lead of the school before passes the child protection file on, apart from the main pupil file, and
    the new school says that it has it (Keeping Children Safe in Education)."""

    to: PartyRef = Field(description="The school it went to")
    receipt_confirmed: YesNo | None = asked("Has the new school confirmed that it has it?")

    def sentence(self, names: NameLookup) -> str:
        return f"Child protection file passed to {party(names, self.to)}. Receipt confirmed: {yes_no(self.receipt_confirmed)}."


@entry_type("school_told", title="School told of an incident")
class SchoolTold(EntryData):
    """A child's school hears of what happened at home before the child walks in (Operation Encompass)."""

    incident: Annotated[str, EntryRef("incident_recorded"), Field(min_length=1)] = Field(description="The incident")
    schools: Parties | None = asked("Which schools")

    def sentence(self, names: NameLookup) -> str:
        return f"School told of an incident: {parties(names, self.schools)}."


@entry_type("sharing_decided", title="Decision whether to share information")
class SharingDecided(EntryData):
    """Somebody who holds information that bears on a child decides whether to share it. A decision not to is written down
    with its reasons (Children Act 2004 section 16LA)."""

    information: Annotated[str, EntryRef(), Field(min_length=1)] = Field(description="The entry that holds the information")
    shared: YesNo | None = asked("Was it shared?")
    reasons: LongText = Field(description="Why")

    def sentence(self, names: NameLookup) -> str:
        return f"Information shared: {yes_no(self.shared)}. {stopped(self.reasons)}"


@entry_type("record_opened", title="Agency's record of a child opened")
class RecordOpened(EntryData):
    """An agency opens its record of a child. The number that is to be the same in every agency is kept with the child's name
    and date of birth; here stands which one it is (Children Act 2004 section 16LC)."""

    agency: PartyRef = Field(description="Whose record it is")
    identifier: Text | None = optional("Which consistent identifier it carries, for example the NHS number")

    def sentence(self, names: NameLookup) -> str:
        identifier = spoken(self.identifier) if self.identifier else "not recorded"
        return f"{party(names, self.agency)} opened its record of the child. Consistent identifier: {stopped(identifier)}"
