"""In court: proceedings that are given more time, orders that are lengthened or end, and the days a court has named."""

from typing import Annotated

from pydantic import Field

from holdfast.vocabulary.base import Ahead, Date, Ends, EntryData, LongText, NameLookup, Text, entry_type, optional
from holdfast.vocabulary.sentence_parts import on, spoken, stopped


@entry_type("proceedings_extended", title="Proceedings given more time by the court")
class ProceedingsExtended(EntryData):
    """The court gives care or supervision proceedings more time than the twenty-six weeks, because they could not otherwise be
    decided justly; each time for at most eight weeks (Children Act 1989 section 32)."""

    # Optional: that there is more time may be known before until when.
    until: Annotated[Date, Ahead()] | None = optional("Until when")
    reasons: LongText = Field(description="Why the court gave more time")

    def sentence(self, names: NameLookup) -> str:
        until = "" if self.until is None else f", to end {on(self.until)}"
        return f"The court gave more time{until}: {stopped(spoken(self.reasons))}"


@entry_type("court_order_extended", title="Court order extended")
class CourtOrderExtended(EntryData):
    """A court lengthens an order that runs for a set time. An emergency protection order can be lengthened once, by up to seven
    days (Children Act 1989 section 45)."""

    # Free text: orders are written in many ways, and rules match the usual ones (standards/care_states).
    kind: Text = Field(description="Which order")
    until: Annotated[Date, Ahead()] | None = optional("Until when")

    def sentence(self, names: NameLookup) -> str:
        until = "" if self.until is None else f", to end {on(self.until)}"
        return f"Court order extended{until}: {stopped(spoken(self.kind))}"


@entry_type("court_order_ended", title="Court order ended", ends=Ends("court_order_made", same=("kind",)))
class CourtOrderEnded(EntryData):
    """An order runs out, is discharged, or is overtaken by another."""

    kind: Text = Field(description="Which order")
    outcome: Text | None = optional("How it ended")

    def sentence(self, names: NameLookup) -> str:
        outcome = "" if self.outcome is None else f" ({self.outcome})"
        return f"Court order ended{outcome}: {stopped(spoken(self.kind))}"


@entry_type("assessment_order_begun", title="Child assessment order's days begin")
class AssessmentOrderBegun(EntryData):
    """The day the court named for an assessment under a child assessment order to begin. The order lasts up to seven days from it
    (Children Act 1989 section 43)."""
