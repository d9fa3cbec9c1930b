"""Adding to a concern that was sent."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.actions.receive_contact import IMMEDIATE
from holdfast.duty.contact_assignee import ContactAssignment
from holdfast.duty.contact_intake import contact_data, receive, record_child_words
from holdfast.duty.contact_messages import send_message
from holdfast.duty.contact_thread import ContactThread
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.vocabulary.contact_reference import source_of
from holdfast.vocabulary.contact_text import WORDS_APART


@dataclass(frozen=True)
class MoreInformation:
    """What else somebody tells us: the child's own ``words`` and ``whose`` they are, and the referrer's ``text``."""

    danger: str
    words: str
    whose: str
    text: str


@command(needs(Permission.SEE_OWN_CONCERN, entry="contact"))
def add_to_contact(*, by: User, at: datetime, contact: str, id: str, more: MoreInformation) -> ContactAssignment:
    """More about a concern from whoever reported it. Where the child is in danger now, or the concern was decided already, it
    is a concern of its own with a decision of its own; otherwise it goes to whoever has the concern."""
    worker, thread = worker_of(by), ContactThread.at(contact, Moment.live(at))
    if more.words:
        record_child_words(at=at, by=worker, child=more.whose, words=more.words, id=id, contact=contact)
    text, has = more.text or WORDS_APART, thread.assignee.worker
    # A message starts no clock for a decision: what comes after one, or cannot wait for one, would have nobody bound to decide.
    if more.danger == "yes" or not thread.undecided or has is None:
        return receive(
            at=at,
            by=worker,
            type="contact_received",
            happened=When.at(at),
            about=thread.contact.about,
            id=id,
            source=source_of(contact),
            data=contact_data(worker, text=text, immediate=IMMEDIATE[more.danger]),
        )
    return send_message(thread, at=at, by=worker, to=has, id=id, text=text)
