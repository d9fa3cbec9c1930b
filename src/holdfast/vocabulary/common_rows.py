"""Rows that more than one area of practice uses: who sent word, and who was in the room."""

from typing import Annotated

from pydantic import BeforeValidator, Field, Tag

from holdfast.vocabulary.base import ROW, TEXT, EntryRef, PartyRef, PersonRef, Row, Text, WorkerRef, in_either_form, optional
from holdfast.vocabulary.codes import PlanKind
from holdfast.vocabulary.scalars import read_name

# By its kind, because a child has one plan of a kind at a time; by an entry where somebody has to say which of two.
PlanRef = Annotated[str, EntryRef("plan_started", "conference_held", codes=PlanKind), Field(min_length=1)]
"""A plan, named by its kind or by the entry that started it."""


class Sender(Row):
    """Who a contact or a message came from."""

    # May be missing: whoever gives no name has still said something about a child.
    name: Annotated[Text, BeforeValidator(read_name)] | None = optional("Name, if they gave one")
    role: Text = Field(description="Role, for example teacher, health visitor or grandmother")
    organisation: PartyRef | None = optional("Organisation")
    worker: WorkerRef | None = optional("Professional, if they are known here")


# Both forms, since many systems have one line for a sender and could not be brought in otherwise.
SenderOrText = Annotated[Annotated[Sender, Tag(ROW)] | Annotated[PartyRef, Tag(TEXT)], in_either_form]
"""Who something came from: a row, or one id or plain text."""


class Attendee(Row):
    """Somebody who took part in a meeting, or should have."""

    person: PersonRef | None = optional("Family member")
    worker: WorkerRef | None = optional("Professional")
    # A role has to be given even where the person is: quorums ask in what capacity somebody sat there.
    role: Text = Field(description="Role, for example social worker, health visitor or mother")
    organisation: PartyRef | None = optional("Organisation")


class Participant(Row):
    """Somebody who took part in a discussion; the role may be left out."""

    person: PersonRef | None = optional("Family member")
    worker: WorkerRef | None = optional("Professional")
    role: Text | None = optional("Role")
    organisation: PartyRef | None = optional("Organisation")


ParticipantOrText = Annotated[Annotated[Participant, Tag(ROW)] | Annotated[PartyRef, Tag(TEXT)], in_either_form]
"""Somebody who took part: a row, or one id or plain text."""
