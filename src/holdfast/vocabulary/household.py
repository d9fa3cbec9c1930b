"""Who is in the home and who must not be: households and addresses as each agency knows them, checks on adults, people kept
away from a child, and time spent with them."""

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
    YesNo,
    asked,
    entry_type,
    optional,
)
from holdfast.vocabulary.sentence_parts import NOT_RECORDED, listed, lower, parties, party, stopped, yes_no

ExclusionRef = Annotated[str, EntryRef("person_excluded"), Field(min_length=1)]
SuspicionRef = Annotated[str, EntryRef("suspicion_recorded"), Field(min_length=1)]


class AskedAgency(Codes):
    """Whose records were asked."""

    POLICE = "police", "Police"
    HEALTH = "health", "Health"
    EDUCATION = "education", "School or nursery"
    PREVIOUS_AUTHORITY = "previous_authority", "An area the family lived in before"
    PROBATION = "probation", "Probation"
    ADULT_SERVICES = "adult_services", "Services for adults"
    HOUSING = "housing", "Housing"
    OWN_RECORDS = "own_records", "Our own records"


class CheckAnswer(Codes):
    """What came back. A check that was refused or is late is the other agency's to answer for, and is shown as theirs."""

    ANSWERED = "answered", "Answered"
    NOTHING_KNOWN = "nothing_known", "Nothing is known"
    # Four answers, so that asking, which is ours, is told apart from answering, which is theirs.
    DELAYED = "delayed", "Asked; not answered yet"
    REFUSED = "refused", "Asked; refused"


class KeptAwayBy(Codes):
    """What keeps somebody away from a child."""

    SAFETY_PLAN = "safety_plan", "Safety plan"
    BAIL = "bail", "Bail conditions"
    ORDER = "order", "Court order"


class Check(Row):
    """One agency that was asked, and what came back."""

    agency: AskedAgency = Field(description="Who was asked")
    answer: CheckAnswer = Field(description="What came back")


@entry_type("checks_made", title="Checks made with other agencies")
class ChecksMade(EntryData):
    """Other agencies are asked what they know, of the family or of one adult. Asking is ours to do; answering is theirs, and a
    check that they refused or have not answered says so."""

    # Optional: some agencies are asked about the address or the whole family.
    person: PartyRef | None = optional("About which adult, if about one")
    checks: tuple[Check, ...] | None = asked("Who was asked, and what came back")

    def sentence(self, names: NameLookup) -> str:
        about = f" about {party(names, self.person)}" if self.person else ""
        if self.checks is None:
            return f"Checks made{about}: {NOT_RECORDED}."
        each = listed(f"{lower(check.agency.label)} ({lower(check.answer.label)})" for check in self.checks) or "none"
        return f"Checks made{about}: {each}."


@entry_type("household_recorded", title="Who lives there, as one agency knows it")
class HouseholdRecorded(EntryData):
    """Who lives in the child's home by what one agency knows, and who is a parent's partner without living there. Agencies often
    know different halves of it."""

    members: Parties | None = asked("Who lives there, children included")
    # Apart from who lives there: a parent's partner who lives elsewhere is in no list of a household.
    partners: Parties | None = asked("Partners of a parent who do not live there")

    def sentence(self, names: NameLookup) -> str:
        beside = f" Partners who do not: {parties(names, self.partners)}." if self.partners else ""
        return f"Living there: {parties(names, self.members)}.{beside}"


@entry_type("address_held", title="Address an agency holds")
class AddressHeld(EntryData):
    """What one agency has down as where somebody lives now. An address kept back on purpose, such as a refuge, is recorded as
    kept back and not written."""

    person: PersonRef = Field(description="Whose address")
    organisation: OrganisationRef = Field(description="Which agency holds it")
    # May be missing so that a refuge can be recorded as held back. Refusing the entry would get the address typed in.
    address: LongText | None = optional("Address, unless it is kept back for safety")
    kept_back: YesNo | None = asked("Is it kept back on purpose, for safety?")
    until: Date | None = optional("Until when they lived there, if it is over")

    def sentence(self, names: NameLookup) -> str:
        if self.kept_back:
            return f"{names.organisation(self.organisation)} keeps the address of {names.person(self.person)} back, for safety."
        where = self.address or NOT_RECORDED
        left = f" They lived there until {self.until.in_words()}." if self.until else ""
        return (
            f"{names.organisation(self.organisation)} has the address of {names.person(self.person)} as: {stopped(where)}{left}"
        )


@entry_type("person_excluded", title="Somebody kept away from the child")
class PersonExcluded(EntryData):
    """Somebody must not be with the child, or not in the home: by a safety plan, by the conditions of bail, or by a court."""

    person: PartyRef = Field(description="Who must stay away")
    kept_away_by: KeptAwayBy = Field(description="What keeps them away")
    # Asked with the exclusion, since afterwards nobody can tell a breach from time that was allowed.
    supervised_allowed: YesNo | None = asked("May they see the child supervised?")
    until: Annotated[Date, Ahead()] | None = optional("Until when, if it says")

    def sentence(self, names: NameLookup) -> str:
        until = f" until {self.until.in_words()}" if self.until else ""
        return (
            f"{party(names, self.person)} is to stay away ({lower(self.kept_away_by.label)}){until}. "
            f"Supervised contact allowed: {yes_no(self.supervised_allowed)}."
        )


@entry_type("exclusion_ended", title="No longer kept away")
class ExclusionEnded(EntryData):
    """What kept somebody away from the child is over: bail lifted, an order run out, a plan changed."""

    exclusion: ExclusionRef = Field(description="What is over")
    reason: LongText = Field(description="Why")

    def sentence(self, names: NameLookup) -> str:
        return f"No longer kept away: {stopped(self.reason)}"


@entry_type("suspicion_recorded", title="Somebody suspected of harming the child")
class SuspicionRecorded(EntryData):
    """Somebody is under investigation for, or suspected of, harming the child. Who suspects it and why goes with it. It is not a
    finding."""

    person: PartyRef = Field(description="Who is suspected")
    # Who says so is part of it. A suspicion without its author becomes a fact in the next report.
    text: LongText = Field(description="Of what, and who says so")

    def sentence(self, names: NameLookup) -> str:
        return f"{party(names, self.person)} is suspected of harm: {stopped(self.text)}"


@entry_type("suspicion_ended", title="Suspicion ended")
class SuspicionEnded(EntryData):
    """An investigation of somebody suspected of harming the child came to an end."""

    suspicion: SuspicionRef = Field(description="Which suspicion")
    outcome: LongText = Field(description="How it ended")

    def sentence(self, names: NameLookup) -> str:
        return f"Suspicion ended: {stopped(self.outcome)}"


@entry_type("family_time_held", title="Time spent with somebody")
class FamilyTimeHeld(EntryData):
    """The child spent time with somebody who does not live with them, with or without somebody there to watch over it."""

    with_: Parties = Field(alias="with", description="With whom")
    supervised: YesNo | None = asked("Was it supervised?")

    def sentence(self, names: NameLookup) -> str:
        return f"Time spent with {parties(names, self.with_)}. Supervised: {yes_no(self.supervised)}."


@entry_type("parent_consulted", title="Parent asked for their view")
class ParentConsulted(EntryData):
    """A parent was asked for their view, or it is said why that would not be safe. A parent who lives elsewhere is a parent."""

    parent: PersonRef = Field(description="Which parent")
    view: LongText | None = optional("What they said")
    # A reason is an answer. The question would otherwise press a worker to ring somebody's violent partner.
    unsafe_because: LongText | None = optional("If they were not asked because it would not be safe, why")

    def sentence(self, names: NameLookup) -> str:
        if self.unsafe_because:
            return f"{names.person(self.parent)} was not asked, for safety: {stopped(self.unsafe_because)}"
        return f"{names.person(self.parent)} was asked for their view{f': {stopped(self.view)}' if self.view else '.'}"
