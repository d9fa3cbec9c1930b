"""Where the child is: stays away from home, going missing, moves, and who lives in the home."""

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
    Parties,
    PartyRef,
    PersonRef,
    YesNo,
    asked,
    entry_type,
    optional,
)
from holdfast.vocabulary.sentence_parts import lower, parties, party, yes_no

StayRef = Annotated[str, EntryRef("stay_started"), Field(min_length=1)]


class Arrangement(Codes):
    """On what footing a child stays somewhere."""

    FAMILY = "family", "Arranged within the family"
    SECTION20 = "section20", "Accommodated by the council (section 20)"
    REG24 = "reg24", "With a connected person (regulation 24)"
    FOSTER = "foster", "In foster care"
    PARENTS = "parents", "With parents"
    OTHER = "other", "Other arrangement"


class ArrangementBasis(Codes):
    """What an arrangement for a child is in law, once somebody has decided it."""

    FAMILY = "family_arrangement", "Family arrangement"
    SECTION17 = "section17", "Support under section 17"
    SECTION20 = "section20", "Accommodated under section 20"
    REGULATION24 = "regulation24", "Placed with a connected person under regulation 24"
    PRIVATE_FOSTERING = "private_fostering", "Private fostering"


@entry_type("stay_started", title="Stay started")
class StayStarted(EntryData):
    """The child begins to stay with somebody. Who agreed to it, and whether anyone asked the child, is part of it."""

    # Several, because a couple cares together and each of them has to be checked.
    with_: Parties = Field(alias="with", description="With whom")
    arrangement: Arrangement = Field(description="On what footing")
    # Who agreed tells whether it is the family's arrangement or ours, and so what is owed.
    agreed_by: Parties | None = asked("Who agreed to it")
    overnight: YesNo | None = asked("Overnight?")
    child_asked: YesNo | None = asked("Was the child asked?")
    # Agreed for a weekend and never ended is how a child comes to live with somebody whom nobody has assessed.
    until: Annotated[Date, Ahead()] | None = optional("Until when, if that was agreed")

    def sentence(self, names: NameLookup) -> str:
        until = f" Until {self.until.in_words()}." if self.until else ""
        return (
            f"Stay with {parties(names, self.with_)} started: {lower(self.arrangement.label)}. "
            f"Overnight: {yes_no(self.overnight)}. Agreed by: {parties(names, self.agreed_by)}. "
            f"Child asked: {yes_no(self.child_asked)}.{until}"
        )


@entry_type("stay_ended", title="Stay ended", ends=Ends("stay_started"))
class StayEnded(EntryData):
    """A stay ends."""

    unannounced: YesNo | None = asked("Did it end without notice?")

    def sentence(self, names: NameLookup) -> str:
        return f"Stay ended. Without notice: {yes_no(self.unannounced)}."


@entry_type("arrangement_decided", title="Legal footing of a stay decided")
class ArrangementDecided(EntryData):
    """Somebody decides what a child's stay with a relative or friend is in law, because that settles which checks, visits
    and support are owed (Children Act 1989 sections 17, 20 and 66; Care Planning Regulations 2010 regulation 24)."""

    stay: StayRef = Field(description="The stay")
    basis: ArrangementBasis = Field(description="What it is in law")

    def sentence(self, names: NameLookup) -> str:
        return f"Legal footing of the stay decided: {lower(self.basis.label)}."


@entry_type("missing_started", title="Child missing")
class MissingStarted(EntryData):
    """A child is missing."""


@entry_type("missing_ended", title="Child found", ends=Ends("missing_started"))
class MissingEnded(EntryData):
    """A child who was missing is back."""


@entry_type("return_interview_held", title="Return home interview held")
class ReturnInterviewHeld(EntryData):
    """Somebody independent talked with the child after they were missing; it is offered within 72 hours of the return."""


@entry_type("return_interview_declined", title="Return home interview declined")
class ReturnInterviewDeclined(EntryData):
    """A child who was missing was offered a talk with somebody independent and did not want it."""


@entry_type("address_changed", title="Address changed")
class AddressChanged(EntryData):
    """Somebody lives somewhere else now, and how anyone knows."""

    person: PersonRef = Field(description="Who moved")
    address: LongText = Field(description="New address")
    # Whose word it is. Two agencies hold two addresses, and both are somebody's.
    confirmed_by: PartyRef = Field(description="Who confirmed it")
    # Told later, where they have left again and nobody knows where to.
    until: Date | None = optional("Until when they lived there, if it is over")

    def sentence(self, names: NameLookup) -> str:
        left = f" They lived there until {self.until.in_words()}." if self.until else ""
        return f"{names.person(self.person)} moved to {self.address}. Confirmed by {party(names, self.confirmed_by)}.{left}"


@entry_type("household_changed", title="Household changed")
class HouseholdChanged(EntryData):
    """Somebody joined or left the home."""

    joined: Parties | None = asked("Who joined")
    left: Parties | None = asked("Who left")

    def sentence(self, names: NameLookup) -> str:
        return f"Household changed. Joined: {parties(names, self.joined)}. Left: {parties(names, self.left)}."
