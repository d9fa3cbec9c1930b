"""Answer a message in words: whoever wrote it is written back to, and the message counts as answered."""

from datetime import datetime
from uuid import UUID

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.contact_assignee import answers_of
from holdfast.duty.contact_intake import receive, sender_of
from holdfast.duty.message_writer import answer_to, writer_of
from holdfast.duty.refusals import refuse, require_worker
from holdfast.kernel.when import LONDON, When
from holdfast.record.ledger.append import append
from holdfast.record.locks import after_waiting, lock_in_order
from holdfast.record.models import Worker
from holdfast.vocabulary.entry import Entry


@command(needs(Permission.READ_MESSAGE, entry="message"))
def answer_message(*, by: User, at: datetime, message: Entry, words: str, id: UUID) -> Entry:
    """Send ``words`` to whoever wrote ``message``, and record that it is answered. Returns that entry."""
    worker = require_worker(by.worker)
    _refuse_second_answer(message, worker, id, at)
    writer = writer_of(message)
    if writer is not None and writer.pk != worker.pk:
        reply = {"for": writer.pk, "from": sender_of(worker), "text": words}
        receive(at=at, by=worker, type="message_received", happened=When.at(at), about=message.about, data=reply, id=id)
    return append(
        at=at,
        by=worker,
        type="message_answered",
        happened=When.at(at),
        about=message.about,
        data={"message": message.id},
        # One press records two entries. The second id is made from the first, so that sending it again finds both.
        id=answer_to(id),
    )


def _refuse_second_answer(message: Entry, worker: Worker, id: UUID, at: datetime) -> None:
    """Two people who were told of one message may both be writing: the second is told who has answered it."""
    # The message is locked before the look, so that two who press in one second are not both the first.
    lock_in_order([message.id])
    answers = answers_of([message.id], after_waiting(at)).get(message.id, [])
    first = next((each for each in answers if each.id != answer_to(id)), None)
    if first is None:
        return
    by = Worker.objects.filter(pk=first.by).first()
    who = "You have" if by == worker else f"{by.name if by else 'Somebody'} has"
    day = first.happened.start.astimezone(LONDON)
    raise refuse(
        "$.words",
        f"{who} already answered this message, at {day:%H:%M} on {day.day} {day:%B %Y}.",
        "Read that answer first. If there is more to say, write a message of your own.",
    )
