"""The family: births and deaths, who belongs to whom, and what was agreed for when things go wrong."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import EntryData, LongText, NameLookup, OtherThan, Parties, PersonRef, YesNo, asked, entry_type
from holdfast.vocabulary.sentence_parts import parties, stopped, yes_no


@entry_type("birth_recorded", title="Birth recorded")
class BirthRecorded(EntryData):
    """A baby is born. One record runs through the birth: from here on the child has to be seen, not only the mother."""

    # A birth names its child, because about may list the mother and the brothers too.
    child: PersonRef = Field(description="Which child")

    def sentence(self, names: NameLookup) -> str:
        return f"{names.person(self.child)} was born."


@entry_type("death_recorded", title="Death recorded")
class DeathRecorded(EntryData):
    """Somebody died."""

    person: PersonRef = Field(description="Who died")

    def sentence(self, names: NameLookup) -> str:
        return f"{names.person(self.person)} died."


@entry_type("genogram_reviewed", title="Family diagram reviewed")
class GenogramReviewed(EntryData):
    """The diagram of the family was gone through and brought up to date, men and wider family included."""


@entry_type("safety_plan_agreed", title="Safety plan agreed")
class SafetyPlanAgreed(EntryData):
    """What keeps the child safe now, agreed with the family, and whether the duty team can read it tonight."""

    text: LongText = Field(description="What was agreed")
    # Asked each time. A plan on a team's own drive is no plan at three in the morning.
    readable_by_duty: YesNo | None = asked("Can the duty team read it out of hours?")
    # A list, so that a later plan with an empty one says that nobody is kept away any more.
    excluded: Parties | None = asked("Who must stay away from the child or the home")
    supervised_allowed: YesNo | None = asked("May they see the child supervised?")

    def sentence(self, names: NameLookup) -> str:
        away = "" if self.excluded is None else f" To stay away: {parties(names, self.excluded)}."
        watched = "" if self.supervised_allowed is None else f" Supervised contact allowed: {yes_no(self.supervised_allowed)}."
        return f"Safety plan agreed: {stopped(self.text)} Readable by duty: {yes_no(self.readable_by_duty)}.{away}{watched}"


@entry_type("contingency_agreed", title="Contingency plan agreed")
class ContingencyAgreed(EntryData):
    """Who would care for the child if the plan fails or something happens in the night, and whether anyone asked the child."""

    # Parties, since a neighbour who would take the children in need not be anybody on the record.
    carers: Annotated[Parties, OtherThan()] | None = asked("Who would care for the child")
    child_asked: YesNo | None = asked("Was the child asked?")
    # Apart from the carers: people have stood in plans that nobody had shown them.
    agreed_with: Parties | None = asked("Who agreed to it, the carers included")

    def sentence(self, names: NameLookup) -> str:
        with_ = "" if self.agreed_with is None else f" Agreed with: {parties(names, self.agreed_with)}."
        asked_ = f"Child asked: {yes_no(self.child_asked)}."
        return f"Contingency plan agreed. Carers: {parties(names, self.carers)}. {asked_}{with_}"


@entry_type("practical_help_given", title="Practical help given")
class PracticalHelpGiven(EntryData):
    """Food, heating, nappies, a fare or money is given to a family who had none, the same day if it can be, so that a child is
    not cold or hungry while adults decide (Children Act 1989 section 17(6))."""

    help: LongText = Field(description="What was given")

    def sentence(self, names: NameLookup) -> str:
        return f"Practical help given: {stopped(self.help)}"
