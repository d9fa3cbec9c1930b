"""Before birth and the first days: a concern about a baby not yet born, the plan for the birth, and leaving hospital."""

from pydantic import Field

from holdfast.vocabulary.base import EntryData, LongText, NameLookup, Parties, asked, entry_type
from holdfast.vocabulary.common_rows import Attendee
from holdfast.vocabulary.sentence_parts import attended, parties, quoted, stopped


@entry_type("unborn_concern_identified", title="Concern about an unborn baby identified")
class UnbornConcernIdentified(EntryData):
    """A professional in any agency sees a reason to worry for a baby who is not yet born. From here on the question is how
    soon children's social care hears of it."""

    text: LongText = Field(description="What the worry is")

    def sentence(self, names: NameLookup) -> str:
        return f"Concern about an unborn baby: {quoted(self.text)}"


@entry_type("birth_plan_shared", title="Birth and discharge plan shared")
class BirthPlanShared(EntryData):
    """What is to happen at the birth and when mother and baby leave hospital is agreed, and is on the hospital's own record,
    so that a midwife at night finds it."""

    # The hospital has to be among them for it to be of use, and only a list can show whether it is.
    with_: Parties | None = asked("Who it was shared with", alias="with")

    def sentence(self, names: NameLookup) -> str:
        return f"Birth and discharge plan agreed and shared with: {parties(names, self.with_)}."


@entry_type("discharge_meeting_held", title="Discharge planning meeting held")
class DischargeMeetingHeld(EntryData):
    """Hospital, community and social care decide together whether a baby can leave hospital, with whom, where to, and who
    sees them there."""

    present: tuple[Attendee, ...] | None = asked("Who took part")
    decision: LongText = Field(description="What was decided")

    def sentence(self, names: NameLookup) -> str:
        return f"Discharge planning meeting: {stopped(self.decision)} Took part: {attended(names, self.present)}."


@entry_type("baby_left_hospital", title="Baby left hospital")
class BabyLeftHospital(EntryData):
    """A baby leaves the hospital where they were born or cared for after birth."""

    with_: Parties | None = asked("With whom", alias="with")

    def sentence(self, names: NameLookup) -> str:
        return f"Left hospital with {parties(names, self.with_)}."
