"""Saying who it was that rang, wrote or came in, once that has been made sure of."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.refusals import refuse
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Person, Worker
from holdfast.vocabulary.entry import Entry


@command(needs(Permission.READ_CONCERN, entry="contact"))
def confirm_sender(
    *, by: User, at: datetime, contact: str, id: str, worker: str | None = None, person: str | None = None, how: str
) -> Entry:
    """The concern came from this ``worker``, or this ``person`` of the family; from neither, if it is not known after all. It
    moves to that worker's own page, and off anybody else's. Said again it is put right: the last that was said counts."""
    recorder, thread = worker_of(by), ContactThread.at(contact, Moment.live(at))
    if worker and person:
        raise refuse("$.worker", "It came from one of them, and two are chosen.", "Choose the professional or the family member.")
    if worker and not Worker.objects.filter(pk=worker).exists():
        raise refuse("$.worker", "The record knows no such professional.", "Choose somebody from the list.")
    if person and not Person.objects.filter(pk=person).exists():
        raise refuse("$.person", "The record knows no such person.", "Choose somebody from the list.")
    # A voice and a name are not enough: a parent who says that they are the teacher would read what became of it.
    if not how.strip():
        raise refuse("$.how", "It is not said how you made sure.", "Ring them back on the number the record holds, and say so.")
    said = {"worker": worker, "person": person, "how": how}
    return append(
        at=at,
        by=recorder,
        type="sender_confirmed",
        happened=When.at(at),
        about=thread.current.about,
        data={"contact": thread.contact.id, **{name: each for name, each in said.items() if each}},
        id=id,
    )
