"""Sending a concern: the child if the record does not know them yet, the concern, the child's own words, and a person at work
who has it. All of it in one transaction, or none of it."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from holdfast.access.decide import require
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.duty.contact_routing import Taken, receive_concern, take_hold
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.concern.answers import Concern, Unlisted
from holdfast.pages.concern.forms import DANGER, PARENTS
from holdfast.pages.concern.reference import reference
from holdfast.pages.concern.telling import CHANNEL, WORDS_APART, Part, compose
from holdfast.record.ledger.append import append
from holdfast.record.locks import one_at_a_time
from holdfast.record.models import EntryEnvelope, Worker
from holdfast.record.people import add_person
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.world import PersonName

_IMMEDIATE = {"yes": True, "no": False, "unknown": None}


class NoWorker(PermissionError):
    """Somebody without a worker's record cannot report: nobody could ring them back."""


def already_sent(id: UUID | str) -> bool:
    """Whether this concern is in the record."""
    return EntryEnvelope.objects.filter(pk=id).exists()


def source_of(contact: str) -> str:
    """What is said later about a concern names it by its reference."""
    return f"Concern {reference(contact)}"


@transaction.atomic
def send(concern: Concern, *, at: datetime, actor: User) -> Taken:
    """Put the concern in the record and with somebody at work. Sending it again changes nothing."""
    require(actor, Permission.REPORT_CONCERN, None, Moment.live(at))
    worker = actor.worker
    if worker is None:
        raise NoWorker("Only somebody with a worker’s record can report a concern here. Ring the front door instead.")
    one_at_a_time([concern.id])
    if already_sent(concern.id):
        return take_hold(at=at, entry=entry_by_id(concern.id))
    children = {child.id: child.id for child in concern.children}
    if concern.unlisted:
        children["unlisted"] = _add(concern.unlisted, at=at, by=worker)
    about = tuple(children.values())
    if concern.words:  # before the concern, so that whoever opens it finds them
        data = {"child": children[concern.whose], "how": "words", "words": concern.words, "worker": worker.pk}
        append(
            at=at,
            by=worker,
            type="voice_recorded",
            happened=When.at(at),
            about=(children[concern.whose],),
            data=data,
            id=uuid5(UUID(concern.id), "voice"),
            source=source_of(concern.id),
        )
    return receive_concern(
        at=at,
        by=worker,
        happened=When.at(at),
        about=about,
        id=concern.id,
        data=contact_data(
            worker,
            text=compose(_parts(concern)),
            immediate=_IMMEDIATE[concern.danger],
        ),
    )


def contact_data(worker: Worker, *, text: str, immediate: bool | None) -> dict[str, object]:
    """The data of a concern from somebody who works here with children."""
    sender = {"name": worker.name, "role": worker.role or "professional", "worker": worker.pk}
    if worker.organisation_id:
        sender["organisation"] = worker.organisation_id
    data: dict[str, object] = {"from": sender, "channel": CHANNEL, "text": text}
    return data if immediate is None else {**data, "immediate_harm": immediate}


def _add(unlisted: Unlisted, *, at: datetime, by: Worker) -> str:
    names = [PersonName("usual", unlisted.given or None, unlisted.family or None)] if unlisted.given or unlisted.family else []
    born = unlisted.born.to_json() if unlisted.born else None
    told_by = by.organisation.name if by.organisation else by.name
    person = add_person(
        at=at, by=by, names=names, born=born, address=unlisted.address or None, source=f"Said by {told_by} in a concern"
    )
    return str(person.pk)


def _parts(concern: Concern) -> dict[Part, str]:
    return {
        Part.DANGER: dict(DANGER)[concern.danger].replace("I do not know", "Not known to the referrer"),
        Part.TONIGHT: concern.tonight,
        Part.NOT_TO_KNOW: concern.not_to_know,
        Part.SAW: concern.saw or WORDS_APART,
        Part.PARENTS: dict(PARENTS)[concern.parents],
        Part.HOUSEHOLD: concern.household,
        Part.WHICH_CHILD: concern.unlisted.which,
    }
