"""What is said about a concern after it was sent: messages between its referrer and those who have it, and that one was
answered."""

from datetime import datetime
from uuid import UUID

from holdfast.duty.contact_assignee import ContactAssignment, answers_of
from holdfast.duty.contact_intake import receive, sender_of
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.models import Delivery
from holdfast.duty.outbox import notify
from holdfast.duty.rota import Assignee, first_recipient, front_door
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.responsibility.roster import Recipient
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.locks import after_waiting, lock_in_order
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
        about=thread.current.about,
        data=data,
        id=id,
        source=source_of(thread.contact.id),
    )


def somebody_to_write_to(thread: ContactThread, *, at: datetime) -> Worker | None:
    """Whoever has the concern; else whoever is at the front door now; else whoever had it last, in whose place somebody
    will be found."""
    found = thread.assignee.worker or front_door(at).worker
    if found is None:
        given = thread.known.of("contact_assigned")
        last = next((value(each, "worker") for each in reversed(given) if value(each, "contact") == thread.contact.id), None)
        found = Worker.objects.filter(pk=last).first() if last else None
    return found


def tell_mailbox_again(thread: ContactThread, *, at: datetime) -> Assignee:
    """Nobody was ever there to have the concern: the on-call mailbox is told once more that it waits."""
    nobody = Recipient("on_call_mailbox", None, "nobody at work was found, and somebody sees this differently", "mailbox")
    rung = Delivery.objects.filter(matter=thread.contact.id, worker__isnull=True).count()
    child = next(iter(thread.current.about), None)
    notify(at=at, kind=Delivery.Kind.CONCERN, matter=thread.contact.id, child=child, rung=rung, told=[nobody])
    return first_recipient([nobody])


def settle_message(thread: ContactThread, message: str, *, at: datetime, by: Worker) -> None:
    """Say that a message was answered, where there is one and nobody has said so. Until then it is passed from shift to shift."""
    if thread.known.current(message) is None:
        return
    # The message is locked before the look, by whichever page it is answered: two who answer it in one second are not both the
    # first.
    lock_in_order([message])
    if message in answers_of([message], after_waiting(at)):
        return
    append(
        at=at,
        by=by,
        type="message_answered",
        happened=When.at(at),
        about=thread.current.about,
        data={"message": message},
    )
