"""Writing back to whoever reported a concern."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.duty.contact_assignee import ContactAssignment
from holdfast.duty.contact_messages import send_message, settle_message
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.refusals import refuse
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.moment import Moment


@command(needs(Permission.READ_CONCERN, entry="contact"))
def reply_to_contact(*, by: User, at: datetime, contact: str, id: str, text: str) -> ContactAssignment:
    """Write back to whoever reported the concern. It is on their page, and reaches their colleagues if they are away."""
    worker, thread = worker_of(by), ContactThread.at(contact, Moment.live(at))
    referrer = thread.sender()
    if referrer is None or not thread.read_here:
        do = "Ring them, or write by the way it came, and record that you did."
        raise refuse("$.contact", "Whoever reported this concern cannot be written to here.", do)
    hold = send_message(thread, at=at, by=worker, to=referrer, id=id, text=text)
    # What the referrer asked meanwhile is answered by this; what others wrote to the referrer is not ours to settle.
    for each in thread.since:
        if each.type == "message_received" and value(each, "for") != referrer.pk:
            settle_message(thread, each.id, at=at, by=worker)
    return hold
