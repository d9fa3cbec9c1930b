"""What is seen and known: observations, incidents, attendance, diagnoses, and what adults tell other services."""

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
    Parties,
    PartyRef,
    PersonRef,
    Text,
    YesNo,
    asked,
    entry_type,
)
from holdfast.vocabulary.sentence_parts import labels, lower, parties, party, people, quoted, spoken, stopped, texts, yes_no

Percent = Annotated[float, Field(strict=True, ge=0, le=100)]


class NeglectAspect(Codes):
    """The six aspects of neglect."""

    MEDICAL = "medical", "Medical"
    NUTRITIONAL = "nutritional", "Nutritional"
    EMOTIONAL = "emotional", "Emotional"
    EDUCATIONAL = "educational", "Educational"
    PHYSICAL = "physical", "Physical"
    SUPERVISION = "supervision", "Lack of supervision and guidance"


class IncidentKind(Codes):
    """What happened in the family."""

    DOMESTIC_ABUSE = "domestic_abuse", "Domestic abuse"
    SELF_HARM = "self_harm_by_adult", "Self-harm by an adult"
    OVERDOSE = "overdose_by_adult", "Overdose by an adult"
    ARREST = "arrest", "Arrest"
    SUBSTANCE_USE = "substance_use", "Substance use"
    INTOXICATED = "intoxicated_with_child", "Intoxicated while caring for a child"
    OTHER = "other", "Other incident"


class ChildrenPresent(Codes):
    """Whether children were there."""

    YES = "yes", "Yes"
    NO = "no", "No"
    # Children who were not in the room and knew of it. Without a code of their own they would count as absent.
    AWARE = "aware", "Not there, but aware of it"
    NOT_KNOWN = "not_known", "Not known"


class Sighting(Codes):
    """How somebody came to see a child."""

    SCHOOL = "school_or_nursery", "At school or nursery"
    HEALTH = "health", "At a health appointment or by a health visitor"
    POLICE = "police_check", "On a police welfare check"
    OTHER = "other", "Seen"


class TreatmentEnd(Codes):
    """How an adult's treatment ended."""

    COMPLETED = "completed", "Treatment completed as planned"
    NOT_ATTENDING = "not_attending", "Discharged for not attending"
    LEFT = "left", "Left against advice"
    TRANSFERRED = "transferred", "Passed on to another service"


@entry_type("observation_recorded", title="Observation recorded")
class ObservationRecorded(EntryData):
    """Something somebody saw of a child's life and care, in any setting. Observations by different people over time are
    how neglect shows."""

    # By aspect, so that small things seen by many people add up. "Neglect" as one word would be on every second entry.
    neglect: tuple[NeglectAspect, ...] | None = asked("Aspects of neglect it points to")
    other: tuple[Text, ...] | None = asked("Other things it points to")
    text: LongText = Field(description="What was seen")
    # Where it was seen tells whether the child was there to be seen (signals/seen).
    setting: Text = Field(description="Where, for example home, nursery, school or clinic")

    def sentence(self, names: NameLookup) -> str:
        aspects = "" if self.neglect is None else f" Neglect: {labels(self.neglect)}."
        other = "" if self.other is None else f" Other: {stopped(texts(self.other))}"
        return f"Seen at {spoken(self.setting)}: {quoted(self.text)}{aspects}{other}"


@entry_type("incident_recorded", title="Incident recorded")
class IncidentRecorded(EntryData):
    """Something happened in the family, such as domestic abuse, an overdose or an arrest. What children saw or heard of it
    is asked every time."""

    kind: IncidentKind = Field(description="What happened")
    involved: Parties | None = asked("Who was involved")
    # Required, with "not known" among the answers: that nobody asked is then said and not left out.
    children_present: ChildrenPresent = Field(description="Were children there?")

    def sentence(self, names: NameLookup) -> str:
        return (
            f"{self.kind.label}. Involved: {parties(names, self.involved)}. Children there: {lower(self.children_present.label)}."
        )


@entry_type("adult_disclosure_recorded", title="An adult told a service something")
class AdultDisclosureRecorded(EntryData):
    """A parent or carer tells an adult service something that bears on a child, such as drinking or thoughts of self-harm.
    The question is whether anyone thought of the child and told children's social care."""

    adult: PartyRef = Field(description="Which adult")
    kind: Text = Field(description="What they told")
    # Asked where the adult is seen, of people whose work is with adults: the two things that they may not think of.
    shared_with_childrens_social_care: YesNo | None = asked("Was it shared with children's social care?")
    effect_on_child_considered: YesNo | None = asked("Was the effect on the child considered?")

    def sentence(self, names: NameLookup) -> str:
        return (
            f"{party(names, self.adult)} told a service: {stopped(spoken(self.kind))} "
            f"Shared with children's social care: {yes_no(self.shared_with_childrens_social_care)}. "
            f"Effect on the child considered: {yes_no(self.effect_on_child_considered)}."
        )


@entry_type("attendance_recorded", title="Attendance recorded")
class AttendanceRecorded(EntryData):
    """How much of the time a child was at school, nursery or another setting, over a period."""

    setting: Text = Field(description="Which setting")
    percent: Percent = Field(description="Attendance in percent")
    from_: Date = Field(alias="from", description="From")
    to: Annotated[Date, Ahead(since="from")] = Field(description="To")

    def sentence(self, names: NameLookup) -> str:
        return f"Attendance at {self.setting}: {self.percent:g}% from {self.from_.in_words()} to {self.to.in_words()}."


@entry_type("diagnosis_recorded", title="Diagnosis recorded")
class DiagnosisRecorded(EntryData):
    """A clinician's diagnosis, with its code where there is one."""

    # The code or the name is enough for a rule; clinicians write either.
    code: Text = Field(description="Code, for example SNOMED CT or ICD-10")
    text: LongText = Field(description="Diagnosis in words")

    def sentence(self, names: NameLookup) -> str:
        return f"Diagnosis: {self.text}{f' ({self.code})' if self.code else ''}."


@entry_type("unexplained_absence_recorded", title="Unexplained absence")
class UnexplainedAbsenceRecorded(EntryData):
    """A child was not at school, nursery or another setting for a session they were expected at, and nobody has said why."""

    setting: Text = Field(description="Which setting")

    def sentence(self, names: NameLookup) -> str:
        return f"Not at {self.setting} for a session, and nobody has said why."


@entry_type("injury_recorded", title="Injury or mark recorded")
class InjuryRecorded(EntryData):
    """Somebody saw an injury, a bruise or any other mark on the child. In a child who cannot move about by themselves no mark is
    too small to ask about (guidance on bruising in children who are not independently mobile)."""

    kind: Text = Field(description="What it is, for example bruise, burn, bite or fracture")
    text: LongText = Field(description="Where it is, what it looks like and what was said about it")
    mobile: YesNo | None = asked("Can the child move about by themselves: crawl, cruise or walk?")
    at_birth: YesNo | None = asked("Has it been there since birth, as a clinician says?")

    def sentence(self, names: NameLookup) -> str:
        born = " There since birth." if self.at_birth else ""
        moves = "" if self.mobile is None else f" Moves about by themselves: {yes_no(self.mobile)}."
        return f"{self.kind[:1].upper()}{self.kind[1:]}: {stopped(self.text)}{moves}{born}"


@entry_type("child_sighted", title="Child seen by another agency")
class ChildSighted(EntryData):
    """Somebody who can be trusted says that they saw the child: a school or nursery that day, a clinic, the police on a welfare
    check. It shows for the children named, and for nobody else."""

    # By name: "the children were seen" says nothing of each of them.
    seen: tuple[PersonRef, ...] | None = asked("Which children were seen")
    by: PartyRef = Field(description="Who saw them")
    how: Sighting = Field(description="How")

    def sentence(self, names: NameLookup) -> str:
        return f"{self.how.label}: {people(names, self.seen)} seen by {party(names, self.by)}."


@entry_type("treatment_ended", title="Adult's treatment ended")
class TreatmentEnded(EntryData):
    """A parent or carer stops treatment, for drugs, alcohol or their mental health: because it is complete, or because they no
    longer came."""

    adult: PartyRef = Field(description="Which adult")
    service: Text = Field(description="Which service")
    how: TreatmentEnd = Field(description="How it ended")

    def sentence(self, names: NameLookup) -> str:
        return f"{party(names, self.adult)}, {spoken(self.service)}: {lower(self.how.label)}."


@entry_type("behaviour_analysed", title="What a child's behaviour may mean")
class BehaviourAnalysed(EntryData):
    """Somebody thought about what a child may be telling with how they behave. Behaviour that is noted and not thought about
    has not been heard."""

    behaviour: tuple[Annotated[str, EntryRef("voice_recorded", "observation_recorded")], ...] | None = asked(
        "Which entries about the behaviour"
    )
    meaning: LongText = Field(description="What it may mean for this child")

    def sentence(self, names: NameLookup) -> str:
        return f"What the child's behaviour may mean: {stopped(self.meaning)}"


@entry_type("aspects_analysed", title="Aspects of neglect looked at")
class AspectsAnalysed(EntryData):
    """For each aspect of neglect that was seen, a conference or an assessment says whether it bears on this child, yes or no, and
    why."""

    of: Annotated[
        str,
        EntryRef("conference_held", "assessment_completed", earlier="it is written for them, and before them"),
        Field(min_length=1),
    ] = Field(description="Which conference or assessment")
    aspects: tuple[NeglectAspect, ...] | None = asked("Aspects that were looked at")
    text: LongText = Field(description="What was found of each")

    def sentence(self, names: NameLookup) -> str:
        return f"Aspects of neglect looked at: {labels(self.aspects)}. {stopped(self.text)}"
