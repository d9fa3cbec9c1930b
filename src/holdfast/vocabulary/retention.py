"""Keeping records: when a case closes, how long its record is kept, what forbids destroying it, and when it is."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import EntryData, EntryRef, LongText, NameLookup, PartyRef, Text, entry_type, optional
from holdfast.vocabulary.codes import PlanKind
from holdfast.vocabulary.sentence_parts import lower, party, spoken, stopped

HoldRef = Annotated[str, EntryRef("legal_hold_set"), Field(min_length=1)]


@entry_type("case_closed", title="Case closed")
class CaseClosed(EntryData):
    """Work with a child ends and the case is closed. What the work was settles how long the record is kept."""

    # Asked at closing, because it settles for decades how long the record is kept and later nobody remembers.
    kind: PlanKind = Field(description="The highest plan there was")
    reason: LongText = Field(description="Why it was closed")

    def sentence(self, names: NameLookup) -> str:
        return f"Case closed ({lower(self.kind.label)}): {stopped(self.reason)}"


@entry_type("carer_approval_ended", title="Foster carer's approval ended")
class CarerApprovalEnded(EntryData):
    """Somebody's approval as a foster carer ends, that of a relative or friend under regulation 24 included."""

    carer: PartyRef = Field(description="The carer")
    reason: LongText | None = optional("Why it ended")

    def sentence(self, names: NameLookup) -> str:
        why = f": {stopped(self.reason)}" if self.reason else "."
        return f"Approval of {party(names, self.carer)} as a foster carer ended{why}"


@entry_type("legal_hold_set", title="Legal hold set")
class LegalHoldSet(EntryData):
    """From here on a record must not be destroyed, because an inquiry, a review, a claim, the police or a court may need it.
    A hold about nobody in particular is one on every record."""

    reason: Text = Field(description="For what, for example an inquiry, a review, a claim or court proceedings")

    def sentence(self, names: NameLookup) -> str:
        return f"Legal hold set for {stopped(spoken(self.reason))}"


@entry_type("legal_hold_released", title="Legal hold released")
class LegalHoldReleased(EntryData):
    """What a record was held for is over."""

    hold: HoldRef = Field(description="The hold")

    def sentence(self, names: NameLookup) -> str:
        return "The legal hold was released."


# The program destroys nothing. This says that somebody did so elsewhere.
@entry_type("record_disposed", title="Record destroyed")
class RecordDisposed(EntryData):
    """A record kept outside Holdfast, on paper or in an older system, is destroyed. Holdfast itself never does it: this says
    that somebody did, and on whose authority."""

    reason: LongText = Field(description="On what grounds, and who agreed")

    def sentence(self, names: NameLookup) -> str:
        return f"Record destroyed: {stopped(self.reason)}"
