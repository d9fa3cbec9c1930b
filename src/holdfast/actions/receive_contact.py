"""Receiving a concern: the child if the record does not know them yet, the concern, the child's own words, and a person at work
who has it. All of it in one transaction, or none of it."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.duty.contact_assignee import ContactAssignment
from holdfast.duty.contact_intake import assign, contact_data, receive, record_child_words
from holdfast.kernel.when import When
from holdfast.record.locks import lock_in_order
from holdfast.record.models import EntryEnvelope, Worker
from holdfast.record.people import add_person
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.contact_text import DANGER, NAMELESS, PARENTS, WORDS_APART, ContactPart, compose
from holdfast.vocabulary.kept_from import KeptFrom
from holdfast.vocabulary.world import PersonName

IMMEDIATE = {"yes": True, "no": False, "unknown": None}
UNLISTED = "unlisted"
"""What stands for the child whom the record does not know yet, until they are in it."""


@dataclass(frozen=True)
class UnlistedChild:
    """A child the record does not know yet, with only what was said. Nothing is filled in."""

    given: str = ""
    family: str = ""
    born: When | None = None
    address: str = ""
    which: str = ""

    @property
    def name(self) -> str:
        """What to call them."""
        return " ".join(part for part in (self.given, self.family) if part) or NAMELESS


@dataclass(frozen=True)
class ReportedContact:
    """Everything that somebody tells us in a concern. ``id`` is that of the entry to be, ``children`` are ids of people in the
    record, ``whose`` is the id of the child whose ``words`` these are, or :data:`UNLISTED`. A blank is a blank."""

    id: str
    children: tuple[str, ...]
    unlisted: UnlistedChild | None
    danger: str
    tonight: str
    not_to_know: str
    words: str
    whose: str
    saw: str
    parents: str
    household: str
    kept_from: KeptFrom | None = None


@command(needs(Permission.REPORT_CONCERN))
def receive_contact(*, by: User, at: datetime, contact: ReportedContact) -> ContactAssignment:
    """Put the concern in the record and with somebody at work. Sending it again changes nothing."""
    worker = worker_of(by)
    # The lock comes before the look: two presses of the button would otherwise both find no concern, and each add the child whom
    # the record does not know. The entry's id keeps the concern from being there twice, but nothing keeps a child from it.
    lock_in_order([contact.id])
    if EntryEnvelope.objects.filter(pk=contact.id).exists():
        return assign(at=at, entry=entry_by_id(contact.id))
    children = {child: child for child in contact.children}
    if contact.unlisted is not None:
        children[UNLISTED] = _add(contact.unlisted, at=at, by=worker)
    if contact.words:  # before the concern, so that whoever opens it finds them
        whose = children[contact.whose]
        record_child_words(at=at, by=worker, child=whose, words=contact.words, id=contact.id, contact=contact.id)
    return receive(
        at=at,
        by=worker,
        type="contact_received",
        happened=When.at(at),
        about=tuple(children.values()),
        id=contact.id,
        data=contact_data(
            worker, text=compose(_parts(contact)), immediate=IMMEDIATE[contact.danger], kept_from=contact.kept_from
        ),
    )


def _add(unlisted: UnlistedChild, *, at: datetime, by: Worker) -> str:
    # Nothing is made up to fill a box: without a name there is no name, and without a day no age. Whether this is somebody the
    # record knows is for whoever takes the concern to find out; a guess here could put it on the wrong child.
    names = [PersonName("usual", unlisted.given or None, unlisted.family or None)] if unlisted.given or unlisted.family else []
    born = unlisted.born.to_json() if unlisted.born else None
    told_by = by.organisation.name if by.organisation else by.name
    person = add_person(
        at=at, by=by, names=names, born=born, address=unlisted.address or None, source=f"Said by {told_by} in a concern"
    )
    return str(person.pk)


def _parts(contact: ReportedContact) -> dict[ContactPart, str]:
    return {
        # "I do not know" would read as the words of whoever opens it.
        ContactPart.DANGER: dict(DANGER)[contact.danger].replace("I do not know", "Not known to the referrer"),
        ContactPart.TONIGHT: contact.tonight,
        ContactPart.NOT_TO_KNOW: contact.not_to_know,
        ContactPart.SAW: contact.saw or WORDS_APART,
        ContactPart.PARENTS: dict(PARENTS)[contact.parents],
        ContactPart.HOUSEHOLD: contact.household,
        ContactPart.WHICH_CHILD: contact.unlisted.which if contact.unlisted is not None else "",
    }
