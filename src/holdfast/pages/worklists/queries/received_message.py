"""One message, for whom it was meant, and when it was answered."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.duty.contact_assignee import answers_of
from holdfast.duty.message_writer import writer_of
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.moment import Moment
from holdfast.record.models import Worker
from holdfast.record.read import entries_by_id
from holdfast.vocabulary.entry import Entry


@dataclass(frozen=True)
class ReceivedMessage:
    """``writer`` is nobody where whoever wrote it cannot be written to here."""

    entry: Entry
    meant_for: Worker | None
    writer: Worker | None
    answered_at: datetime | None


def message_of(id: str) -> Entry | None:
    """The message with this id, if it is one."""
    found = entries_by_id([id]).get(id)
    return found if found is not None and found.type == "message_received" else None


def received_message(entry: Entry, moment: Moment) -> ReceivedMessage:
    """What belongs to it."""
    first = next(iter(answers_of([entry.id], moment).get(entry.id, [])), None)
    meant_for = Worker.objects.filter(pk=value(entry, "for")).first()
    return ReceivedMessage(entry, meant_for, writer_of(entry), first.recorded_at if first else None)
