"""What is said about a concern after it was sent: messages between its referrer and those who have it, and that one was
answered."""

from datetime import datetime
from uuid import UUID, uuid5

from holdfast.duty.contact_assignee import ContactAssignment
from holdfast.duty.contact_intake import receive, sender_of
from holdfast.duty.contact_thread import ContactThread
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Worker
from holdfast.vocabulary.contact_reference import source_of


def send_message(
    thread: ContactThread, *, at: datetime, by: Worker, to: Worker, id: UUID | str, text: str, serious: bool | None = None
) -> ContactAssignment:
    """Write to one worker about a concern. It reaches their colleagues where they are away, and is found again with the concern
    by the reference in its source."""
    data: dict[str, object] = {"for": to.pk, "from": sender_of(by), "text": text}
    # Left out where nobody was asked: "no" would be an answer, and the rule about possible serious harm would believe it.
    if serious is not None:
        data["possible_serious_harm"] = serious
    return receive(
        at=at,
        by=by,
        type="message_received",
        happened=When.at(at),
        about=thread.contact.about,
        data=data,
        id=id,
        source=source_of(thread.contact.id),
    )


def settle_message(thread: ContactThread, message: str, *, at: datetime, by: Worker) -> None:
    """Say that a message was answered, where there is one and nobody has said so. Until then it is passed from shift to shift."""
    if thread.known.current(message) is None:
        return
    if any(value(each, "message") == message for each in thread.known.of("message_answered")):
        return
    append(
        at=at,
        by=by,
        type="message_answered",
        happened=When.at(at),
        about=thread.contact.about,
        data={"message": message},
        # An id made from the message's own: of two who answer it with the concern in one second, the later is refused with all
        # they did. An answer from a worklist (actions/answer_message.py) has another id, and this does not keep it out.
        id=uuid5(UUID(message), "answered"),
    )
