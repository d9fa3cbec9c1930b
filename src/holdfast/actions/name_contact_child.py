"""Saying which child a concern is about, once somebody has found out."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.duty.contact_about_nobody import is_unnamed, say_about
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.refusals import refuse
from holdfast.kernel.moment import Moment
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
    return say_about(current, about, at=at, by=worker, reason=reason)
