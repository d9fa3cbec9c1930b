"""Adding to a concern that was sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from holdfast.access.decide import require
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, worker_of
from holdfast.actions.receive_contact import IMMEDIATE
from holdfast.duty.contact_assignee import ContactAssignment
from holdfast.duty.contact_intake import contact_data, receive, record_child_words
from holdfast.duty.contact_messages import send_message
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.refusals import refuse
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.vocabulary.contact_reference import source_of
from holdfast.vocabulary.contact_text import WORDS_APART


def _of_every_child(arguments: Mapping[str, Any]) -> None:
    """follow a concern that you reported, about every child it is about"""
    by, contact, moment = arguments["by"], str(arguments["contact"]), Moment.live(arguments["at"])
    require(by, Permission.SEE_OWN_CONCERN, None, moment, entry=contact)
    for child in ContactThread.at(contact, moment).current.about:
        require(by, Permission.SEE_OWN_CONCERN, child, moment, entry=contact)


@dataclass(frozen=True)
class MoreInformation:
    """What else somebody tells us: the child's own ``words`` and ``whose`` they are, and the referrer's ``text``."""

    danger: str
    words: str
    whose: str
    text: str


@command(_of_every_child)
def add_to_contact(*, by: User, at: datetime, contact: str, id: str, more: MoreInformation) -> ContactAssignment:
    """More about a concern from whoever reported it. Where the child is in danger now, or the concern was decided already, it
    is a concern of its own with a decision of its own; otherwise it goes to whoever has the concern."""
    worker, thread = worker_of(by), ContactThread.at(contact, Moment.live(at))
    about = thread.current.about
    # Words are kept in one child's record. Only a child of this concern can have said them to whoever follows it.
    if more.words and more.whose not in about:
        raise refuse("$.whose", "This concern is not about that child.", "Choose one of the children it is about.")
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
            about=about,
            id=id,
            source=source_of(contact),
            data=contact_data(worker, text=text, immediate=IMMEDIATE[more.danger]),
        )
    return send_message(thread, at=at, by=worker, to=has, id=id, text=text)
