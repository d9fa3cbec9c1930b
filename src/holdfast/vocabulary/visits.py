"""Visits and contact: who was seen, who was seen alone, and what was missed."""

from typing import Annotated

from pydantic import Field, Tag

from holdfast.vocabulary.base import (
    TEXT,
    YES_NO,
    Ahead,
    Codes,
    Date,
    EntryData,
    NameLookup,
    PersonRef,
    Text,
    WorkerRef,
    YesNo,
    asked,
    entry_type,
    in_either_form,
    optional,
)
from holdfast.vocabulary.sentence_parts import by, on, people, yes_no

# "At home?" is a yes or a no, and where it was not, people write where.
YesNoOrText = Annotated[Annotated[YesNo, Tag(YES_NO)] | Annotated[Text, Tag(TEXT)], in_either_form]


class VisitKind(Codes):
    """What a visit was made under. Only a visit of the right kind counts for a plan's visiting standard."""

    CHILD_PROTECTION = "child_protection", "Child protection visit"
    CHILD_IN_NEED = "child_in_need", "Child in need visit"
    LOOKED_AFTER = "looked_after", "Visit to a looked-after child"
    FAMILY_SUPPORT = "family_support", "Family support visit"
    JOINT = "joint", "Joint visit"
    OTHER = "other", "Visit"


class MissedKind(Codes):
    """How contact with a child came not to happen. A child does not fail to attend: somebody did not bring them."""

    NOT_BROUGHT = "not_brought", "The child was not brought"
    NO_ACCESS = "no_access", "Nobody let the visitor in"
    REFUSED = "refused", "It was refused"
    CANCELLED = "cancelled", "It was cancelled"


@entry_type("visit_booked", title="Visit booked")
class VisitBooked(EntryData):
    """A visit is given a date. A booking is not a visit: it meets nothing."""

    worker: WorkerRef = Field(description="Who is to visit")
    for_: Annotated[Date, Ahead()] = Field(alias="for", description="When the visit is to be")

    def sentence(self, names: NameLookup) -> str:
        return f"Visit by {names.worker(self.worker)} booked, to be made {on(self.for_)}."


@entry_type("visit_made", title="Visit made")
class VisitMade(EntryData):
    """A professional went to see the child. It counts as seeing a child only for the children named in ``seen``, and as
    seeing a child alone only for those in ``seen_alone``; being on the list of whom the entry is about is not being seen."""

    kind: VisitKind = Field(description="Kind of visit")
    # Optional, as visits of other agencies come without a name. A rule that needs a social worker lets it count
    # (standards/done_by).
    worker: WorkerRef | None = optional("Who visited")
    # Two lists and never one with a mark: alone is a different thing to have done, and a mark is forgotten.
    seen: tuple[PersonRef, ...] | None = asked("Who was seen")
    seen_alone: tuple[PersonRef, ...] | None = asked("Who was seen alone, without a parent or carer")
    sleeping_place_seen: YesNo | None = asked("Was the place where the child sleeps seen?")
    home: YesNoOrText | None = optional("Was it at home? If not, say where")

    def sentence(self, names: NameLookup) -> str:
        slept = "" if self.sleeping_place_seen is None else f" Sleeping place seen: {yes_no(self.sleeping_place_seen)}."
        return (
            f"{self.kind.label}{by(names.worker, self.worker)}{self._where()}. Seen: {people(names, self.seen)}. "
            f"Seen alone: {people(names, self.seen_alone)}.{slept}"
        )

    def _where(self) -> str:
        if self.home is None:
            return ""
        if isinstance(self.home, str):
            return f" at {self.home}" if self.home else ""
        return " at home" if self.home else ", not at home"


@entry_type("contact_missed", title="Contact missed")
class ContactMissed(EntryData):
    """An appointment or a visit did not happen: the child was not brought, nobody let the visitor in, or it was refused or
    cancelled. Each one is a fact about the adults, and they add up."""

    kind: MissedKind = Field(description="What happened")
    service: Text = Field(description="Which appointment, visit or service")

    def sentence(self, names: NameLookup) -> str:
        return f"{self.kind.label}: {self.service}."
