"""Answer a message in words: whoever wrote it is written back to, and the message counts as answered."""

from datetime import datetime
from uuid import UUID, uuid5

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.contact_intake import receive
from holdfast.duty.message_writer import writer_of
from holdfast.duty.refusals import require_worker
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.vocabulary.entry import Entry


@command(needs(Permission.READ_MESSAGE, entry="message"))
def answer_message(*, by: User, at: datetime, message: Entry, words: str, id: UUID) -> Entry:
    """Send ``words`` to whoever wrote ``message``, and record that it is answered. Returns that entry."""
    worker = require_worker(by.worker)
    writer = writer_of(message)
    if writer is not None and writer.pk != worker.pk:
        own = {"name": worker.name, "role": worker.role or "professional", "worker": worker.pk}
        reply = {"for": writer.pk, "from": own, "text": words}
        receive(at=at, by=worker, type="message_received", happened=When.at(at), about=message.about, data=reply, id=id)
    return append(
        at=at,
        by=worker,
        type="message_answered",
        happened=When.at(at),
        about=message.about,
        data={"message": message.id},
        # One press records two entries. The second id is made from the first, so that sending it again finds both.
        id=uuid5(id, "answered"),
    )
