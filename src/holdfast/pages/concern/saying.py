"""What is said about a concern after it was sent: more from the referrer, a reply to them, a disagreement and its answer."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from holdfast.access.decide import require
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.duty.contact_routing import Taken, receive_concern, take_hold
from holdfast.duty.rota import Held
from holdfast.engine.reference.fields import value
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.concern.sending import contact_data, source_of
from holdfast.pages.concern.telling import WORDS_APART
from holdfast.pages.concern.thread import Thread
from holdfast.record.ledger.append import append
from holdfast.record.models import Worker
from holdfast.vocabulary.entry import Entry

_IMMEDIATE = {"yes": True, "no": False, "unknown": None}


@transaction.atomic
def add_more(thread: Thread, *, at: datetime, actor: User, id: str, danger: str, words: str, whose: str, text: str) -> Taken:
    """More about a concern from whoever reported it. Where the child is in danger now, or the concern was decided already,
    it is a concern of its own with a decision of its own; otherwise it goes to whoever has the concern."""
    worker = _allowed(actor, Permission.SEE_OWN_CONCERN, thread, at)
    contact, about = thread.contact, thread.contact.about
    if words:
        data = {"child": whose, "how": "words", "words": words, "worker": worker.pk}
        append(
            at=at,
            by=worker,
            type="voice_recorded",
            happened=When.at(at),
            about=(whose,),
            data=data,
            id=uuid5(UUID(id), "voice"),
            source=source_of(contact.id),
        )
    has = thread.held.worker
    if danger == "yes" or not thread.undecided or has is None:
        return receive_concern(
            at=at,
            by=worker,
            happened=When.at(at),
            about=about,
            id=id,
            source=source_of(contact.id),
            data=contact_data(worker, text=text or WORDS_APART, immediate=_IMMEDIATE[danger]),
        )
    return _message(thread, at=at, by=worker, to=has, id=id, text=text or WORDS_APART, serious=None)


@transaction.atomic
def reply(thread: Thread, *, at: datetime, actor: User, id: str, text: str) -> Taken:
    """Write back to whoever reported the concern. It is on their page, and reaches their colleagues if they are away."""
    worker = _allowed(actor, Permission.READ_CONCERN, thread, at)
    referrer = thread.sender()
    if referrer is None:
        raise ValueError("nobody who can be written to reported this concern")
    taken = _message(thread, at=at, by=worker, to=referrer, id=id, text=text, serious=None)
    for each in thread.since:
        if each.type == "message_received" and value(each, "for") != referrer.pk:
            settle(thread, each.id, at=at, by=worker)
    return taken


@transaction.atomic
def disagree(thread: Thread, *, at: datetime, actor: User, id: str, text: str, immediate_risk: bool) -> Taken:
    """Say openly that one sees it differently. It goes on the child's record, and to whoever decided (or has it)."""
    worker = _allowed(actor, Permission.SEE_OWN_CONCERN, thread, at)
    decisions = list(thread.decisions.values())
    subject = decisions[-1].id if decisions else thread.contact.id
    data = {"about_entry": subject, "text": text, "immediate_risk": immediate_risk}
    raised = append(
        at=at,
        by=worker,
        type="disagreement_raised",
        happened=When.at(at),
        about=thread.contact.about,
        data=data,
        id=id,
        source=source_of(thread.contact.id),
    )
    decider = Worker.objects.filter(pk=decisions[-1].by).first() if decisions and decisions[-1].by else thread.held.worker
    if decider is None:
        return Taken(raised, Held(None, "on_call_mailbox", "nobody at work was found"))
    said = f"I see this differently: {text}"
    return _message(thread, at=at, by=worker, to=decider, id=str(uuid5(UUID(id), "to")), text=said, serious=immediate_risk)


@transaction.atomic
def answer_disagreement(thread: Thread, disagreement: Entry, *, at: datetime, actor: User, id: str, answer: str) -> Entry:
    """Answer a disagreement with reasons. The answer is on the child's record and on the referrer's page."""
    worker = _allowed(actor, Permission.DECIDE_CONCERN, thread, at)
    data = {"disagreement": disagreement.id, "stage": "first answer", "answer": answer}
    entry = append(
        at=at, by=worker, type="disagreement_answered", happened=When.at(at), about=disagreement.about, data=data, id=id
    )
    settle(thread, str(uuid5(UUID(disagreement.id), "to")), at=at, by=worker)
    return entry


def settle(thread: Thread, message: str, *, at: datetime, by: Worker) -> None:
    """Say that a message was answered, where there is one and nobody has said so."""
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
        id=uuid5(UUID(message), "answered"),
    )


def _message(thread: Thread, *, at: datetime, by: Worker, to: Worker, id: str, text: str, serious: bool | None) -> Taken:
    sender = {"name": by.name, "role": by.role or "professional", "worker": by.pk}
    if by.organisation_id:
        sender["organisation"] = by.organisation_id
    data: dict[str, object] = {"for": to.pk, "from": sender, "text": text}
    if serious is not None:
        data["possible_serious_harm"] = serious
    entry = append(
        at=at,
        by=by,
        type="message_received",
        happened=When.at(at),
        about=thread.contact.about,
        data=data,
        id=id,
        source=source_of(thread.contact.id),
    )
    return take_hold(at=at, entry=entry)


def _allowed(actor: User, permission: Permission, thread: Thread, at: datetime) -> Worker:
    require(actor, permission, None, Moment.live(at), entry=thread.contact.id)
    if actor.worker is None:
        raise PermissionError("Only somebody with a worker’s record can write about a concern.")
    return actor.worker
