"""Taking in what was asked about: an entry that cannot well be so goes in with the writer's answer beside it, or not at all."""

from datetime import datetime
from uuid import UUID, uuid5

from holdfast.engine.door_questions import DoorQuestion
from holdfast.kernel.when import When
from holdfast.record.door_check import questions_about, still_open
from holdfast.record.ledger.append import AppendRefused, append
from holdfast.record.models import EntryEnvelope, Worker
from holdfast.vocabulary.entry import Entry


def ask_at_the_door(entry: Entry, *, at: datetime, because: str | None) -> list[DoorQuestion]:
    """What was asked about an entry and answered by ``because``. Raises :class:`AppendRefused` with what was not."""
    # Sent again by a phone that lost its signal: it was asked when it came first.
    if EntryEnvelope.objects.filter(pk=entry.id).exists():
        return []
    asked = questions_about(entry, at)
    if faults := still_open(asked, because):
        raise AppendRefused(faults)
    return asked


def confirm_order(entry: Entry, because: str, *, at: datetime, by: Worker | None) -> None:
    """Keep, beside an entry that was asked about, why its writer says that it is so."""
    data = {"entry": entry.id, "because": because}
    # An id made of the entry's, so that sending twice confirms once.
    id = uuid5(UUID(entry.id), "order confirmed")
    append(at=at, by=by, id=id, type="order_confirmed", happened=When.at(at), about=entry.about, data=data)
