"""What is seen and known: observations, incidents, attendance, diagnoses, and what adults tell other services."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import Codes, Date, EntryData, LongText, Names, Parties, PartyRef, Text, YesNo, asked, entry_type
from holdfast.vocabulary.telling import labels, lower, parties, party, quoted, spoken, stopped, texts, yes_no

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
    AWARE = "aware", "Not there, but aware of it"
    NOT_KNOWN = "not_known", "Not known"


@entry_type("observation_recorded", title="Observation recorded")
class ObservationRecorded(EntryData):
    """Something somebody saw of a child's life and care, in any setting. Observations by different people over time are
    how neglect shows."""

    neglect: tuple[NeglectAspect, ...] | None = asked("Aspects of neglect it points to")
    other: tuple[Text, ...] | None = asked("Other things it points to")
    text: LongText = Field(description="What was seen")
    setting: Text = Field(description="Where, for example home, nursery, school or clinic")

    def sentence(self, names: Names) -> str:
        aspects = "" if self.neglect is None else f" Neglect: {labels(self.neglect)}."
        other = "" if self.other is None else f" Other: {stopped(texts(self.other))}"
        return f"Seen at {spoken(self.setting)}: {quoted(self.text)}{aspects}{other}"


@entry_type("incident_recorded", title="Incident recorded")
class IncidentRecorded(EntryData):
    """Something happened in the family, such as domestic abuse, an overdose or an arrest. What children saw or heard of it
    is asked every time."""

    kind: IncidentKind = Field(description="What happened")
    involved: Parties | None = asked("Who was involved")
    children_present: ChildrenPresent = Field(description="Were children there?")

    def sentence(self, names: Names) -> str:
        return (
            f"{self.kind.label}. Involved: {parties(names, self.involved)}. Children there: {lower(self.children_present.label)}."
        )


@entry_type("adult_disclosure_recorded", title="An adult told a service something")
class AdultDisclosureRecorded(EntryData):
    """A parent or carer tells an adult service something that bears on a child, such as drinking or thoughts of self-harm.
    The question is whether anyone thought of the child and told children's social care."""

    adult: PartyRef = Field(description="Which adult")
    kind: Text = Field(description="What they told")
    shared_with_childrens_social_care: YesNo | None = asked("Was it shared with children's social care?")
    effect_on_child_considered: YesNo | None = asked("Was the effect on the child considered?")

    def sentence(self, names: Names) -> str:
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
    to: Date = Field(description="To")

    def sentence(self, names: Names) -> str:
        return f"Attendance at {self.setting}: {self.percent:g}% from {self.from_.in_words()} to {self.to.in_words()}."


@entry_type("diagnosis_recorded", title="Diagnosis recorded")
class DiagnosisRecorded(EntryData):
    """A clinician's diagnosis, with its code where there is one."""

    code: Text = Field(description="Code, for example SNOMED CT or ICD-10")
    text: LongText = Field(description="Diagnosis in words")

    def sentence(self, names: Names) -> str:
        return f"Diagnosis: {self.text}{f' ({self.code})' if self.code else ''}."
