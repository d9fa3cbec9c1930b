"""Who is who: whether two people of the record are one. Nobody is ever merged with anybody by what is written here."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import Codes, EntryData, EntryRef, LongText, NameLookup, Text, entry_type
from holdfast.vocabulary.sentence_parts import stopped


class IdentityDecision(Codes):
    """What somebody found who looked whether two people of the record are one."""

    ONE = "one_person", "They are one person"
    TWO = "two_people", "They are two people"


@entry_type("identity_question_raised", title="Two records may be one person")
class IdentityQuestionRaised(EntryData):
    """Something that belongs to one person alone, such as an NHS number, is recorded for two. It stands on the record of each,
    and somebody who can find out decides."""

    alike_in: Text = Field(description="What is the same")
    # In words and not by id: whoever reads this record is not for that reason somebody who may read the other.
    other: Text = Field(description="Whom the other record is about")

    def sentence(self, names: NameLookup) -> str:
        return f"The same {self.alike_in} is recorded for {self.other}. Are they one person?"


@entry_type("identity_question_answered", title="Whether two records are one person, answered")
class IdentityQuestionAnswered(EntryData):
    """Somebody found out whether two people of the record are one. Both records stay as they are; what is wrong in one of them is
    put right there."""

    question: Annotated[str, EntryRef("identity_question_raised"), Field(min_length=1)] = Field(description="Which question")
    decision: IdentityDecision = Field(description="What was found")
    reasons: LongText = Field(description="How that is known")

    def sentence(self, names: NameLookup) -> str:
        return f"Asked whether two records are one person: {self.decision.label.lower()}. {stopped(self.reasons)}"
