"""The child's voice: what a child says, shows and does about their life, and what anyone did about it."""

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
    OtherThan,
    Parties,
    PartyRef,
    PersonRef,
    Text,
    Words,
    WorkerRef,
    YesNo,
    asked,
    entry_type,
    optional,
)
from holdfast.vocabulary.sentence_parts import lower, party, quoted, stopped, yes_no


class HowTold(Codes):
    """How a child told: children speak with more than words."""

    WORDS = "words", "In words"
    WRITING = "writing", "In writing"
    DRAWING = "drawing", "In a drawing"
    BEHAVIOUR = "behaviour", "Through behaviour"
    TOLD_BY = "told_by", "Told by someone else"


class Wants(Codes):
    """What the child wants to come of it."""

    TELL = "tell", "To be heard"
    CHANGE = "change", "Something to change"


@entry_type("voice_recorded", title="What the child said")
class VoiceRecorded(EntryData):
    """What a child said, wrote, drew or showed, kept exactly as it came and never put into other words."""

    child: PersonRef = Field(description="Which child")
    how: HowTold = Field(description="How the child told")
    # A kind of text of its own, so that no form trims it and no page corrects it.
    words: Words = Field(description="The child's own words, exactly, or what they drew or did")
    worker: WorkerRef | None = optional("Who they told")
    wants: Wants | None = optional("What the child wants to come of it")
    # The child decides who may know, so it is asked together with the words and kept beside them.
    may_share_with: Parties | None = asked("Who the child is happy for this to be shared with")
    guarded: YesNo | None = asked("Was the child guarded, or did they not want to talk?")

    def sentence(self, names: NameLookup) -> str:
        to = f" to {names.worker(self.worker)}" if self.worker else ""
        return f"{names.person(self.child)}, {lower(self.how.label)}{to}: {quoted(self.words)}"


@entry_type("views_not_gathered", title="Child's views could not be gathered")
class ViewsNotGathered(EntryData):
    """A child was to be asked what they want before a meeting, and nobody could: who tried, how, and what else was done."""

    child: PersonRef = Field(description="Which child")
    reason: LongText = Field(description="Why not, and what was tried")

    def sentence(self, names: NameLookup) -> str:
        return f"The views of {names.person(self.child)} could not be gathered: {stopped(self.reason)}"


@entry_type("views_declined", title="The child did not want to be asked")
class ViewsDeclined(EntryData):
    """A child was asked and did not want to say. It counts as asking only with who asked, how, and when somebody tries again."""

    child: PersonRef = Field(description="Which child")
    # All three may be missing, so that a bare refusal can be written down; only with all three does it count as asking.
    worker: WorkerRef | None = optional("Who asked")
    how: Text | None = optional("How, and where")
    next_attempt: Annotated[Date, Ahead()] | None = optional("When somebody tries again")

    def sentence(self, names: NameLookup) -> str:
        by = f" by {names.worker(self.worker)}" if self.worker else ""
        again = f" To be tried again {self.next_attempt.placed()}." if self.next_attempt else " When to try again: not recorded."
        return f"{names.person(self.child)} was asked{by} and did not want to say.{again}"


@entry_type("voice_answered", title="The child was answered")
class VoiceAnswered(EntryData):
    """What was done about something a child said, and whether anyone told the child."""

    voice: Annotated[str, EntryRef("voice_recorded"), Field(min_length=1)] = Field(description="What the child said")
    answer: LongText = Field(description="What was done about it")
    told_child: YesNo | None = asked("Was the child told?")

    def sentence(self, names: NameLookup) -> str:
        return f"Answer to what the child said: {stopped(self.answer)} Child told: {yes_no(self.told_child)}."


@entry_type("advocate_offered", title="Advocate offered")
class AdvocateOffered(EntryData):
    """A child is offered an advocate: an independent person who helps them say what they want."""

    child: PersonRef = Field(description="Which child")
    accepted: YesNo | None = asked("Did the child say yes?")

    def sentence(self, names: NameLookup) -> str:
        return f"Advocate offered to {names.person(self.child)}. Accepted: {yes_no(self.accepted)}."


@entry_type("trusted_person_named", title="Trusted person named")
class TrustedPersonNamed(EntryData):
    """A child says whom they can talk to."""

    child: PersonRef = Field(description="Which child")
    person: Annotated[PartyRef, OtherThan("child")] = Field(description="Whom they trust")

    def sentence(self, names: NameLookup) -> str:
        return f"{names.person(self.child)} named {party(names, self.person)} as someone to talk to."
