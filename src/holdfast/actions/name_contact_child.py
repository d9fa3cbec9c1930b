"""Saying which child a concern is about, once somebody has found out."""

from datetime import datetime

from holdfast.access.decide import may
from holdfast.access.entry_readers import grown
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.duty.contact_about_nobody import is_unnamed, say_about
from holdfast.duty.contact_intake import as_it_stands, assign
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.models import Delivery
from holdfast.duty.refusals import refuse
from holdfast.kernel.moment import Moment
from holdfast.record.entry_versions import first_version
from holdfast.record.locks import after_waiting, lock_in_order
from holdfast.record.models import Person
from holdfast.vocabulary.entry import Entry


@command(needs(Permission.READ_CONCERN, entry="contact"))
def name_contact_child(*, by: User, at: datetime, contact: str, child: str, reason: str) -> Entry:
    """The unknown child of a concern is this ``child``. Their clocks go on from when the concern first came."""
    worker = worker_of(by)
    # Before the concern is read: of two who name a child, the second reads what the first has said.
    lock_in_order([ContactThread.at(contact, Moment.live(at)).contact.id])
    thread = ContactThread.at(contact, after_waiting(at))
    if not Person.objects.filter(pk=child).exists():
        raise refuse("$.child", "The record knows no such child.", "Look for the child by name, and choose one from the list.")
    if grown(child, Moment.live(at)):
        do = "Choose the child. Where it is about a child of this grown-up, look for that child by name."
        raise refuse("$.child", "This is a grown-up, and the concern is about a child.", do)
    if not reason.strip():
        raise refuse("$.reason", "It is not said how you know.", "Say in a few words who told you that it is this child.")
    current = thread.current
    if child in current.about:
        return current
    # Only who stands there without a name gives way. A child who has one may be the wrong one, and that is a correction, with the
    # whole concern before whoever makes it.
    unnamed = [each.id for each in thread.children if is_unnamed(each)]
    if not unnamed:
        raise refuse(
            "$.child",
            "Every child of this concern has a name.",
            "If it is about another child, correct the concern on its own page.",
        )
    about = [child if each == unnamed[0] else each for each in current.about]
    sees = may(by, Permission.SEE_CHILD, child, Moment.live(at)).allowed
    right = say_about(current, about, at=at, by=worker, reason=reason, but=None if sees else worker)
    if not sees and thread.assignee.worker in (worker, None):
        _give_to_whoever_has(child, right, at)
    return right


def _give_to_whoever_has(child: str, contact: Entry, at: datetime) -> None:
    """The concern goes where it would have gone had it named this child at first: to their worker, or to whoever is on duty."""
    # Whoever found out reads the concern on, and does not come to see a child by having chosen one. Where the roster gives it to
    # them all the same, because nobody else is there, they have it as anybody who is told of a concern about this child.
    held = assign(at=at, entry=as_it_stands(first_version(contact), at), again=True).assignee
    told = [each for each in (held.worker, *held.copied) if each is not None]
    Delivery.objects.filter(matter=first_version(contact).id, worker__in=told).update(child=child)
