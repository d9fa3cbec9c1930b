"""A contact or message about nobody goes to duty as one about a child whom nobody has named yet: a person in the record of whom
nothing is known, with every clock of a child, on the duty's list, until somebody finds out who it is."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from django.db.models import Exists, OuterRef

from holdfast.duty.models import Delivery
from holdfast.kernel.moment import Moment
from holdfast.record.entry_versions import first_version, standing
from holdfast.record.ledger.append import append
from holdfast.record.locks import lock_in_order
from holdfast.record.models import EntryEnvelope, Person, Worker
from holdfast.record.people import add_person
from holdfast.record.read import entries_by_id
from holdfast.vocabulary.about_whom import COMES_IN
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownPerson

WHY = "Nobody could say which child: an unknown child stands here until somebody finds out."
SOURCE = "Told of in a concern, by somebody who could not say who the child is"


def add_unknown_child(contact: UUID | str, *, at: datetime, by: Worker | None) -> str:
    """The child of a contact that names nobody. The same contact has the same one, however often it is asked for."""
    # An id made of the contact's, so that a second press of the button and the minute's work find the child that is there.
    id = str(uuid5(UUID(str(contact)), "unknown child"))
    # Before the look: a phone that sends one concern twice would otherwise add them twice.
    lock_in_order([str(contact)])
    if not Person.objects.filter(pk=id).exists():
        add_person(at=at, by=by, source=SOURCE, id=id)
    return id


def say_about(
    contact: Entry, about: Sequence[str], *, at: datetime, by: Worker | None, reason: str, but: Worker | None = None
) -> Entry:
    """Put right whom a contact is about. All that it says stays, and so does when it came: clocks go on from there. Whoever was
    told of it was told about these now, ``but`` one: nobody opens a child's record by saying that a concern is about them."""
    first = first_version(contact)
    lock_in_order([first.id])
    turn = EntryEnvelope.objects.filter(corrects=contact.id).count()
    right = append(
        at=at,
        by=by,
        type=contact.type,
        happened=contact.happened,
        about=tuple(about),
        data=contact.data,
        source=contact.source,
        corrects=contact.id,
        reason=reason,
        id=uuid5(UUID(contact.id), f"about {turn} {' '.join(about)}"),
    )
    # Whoever has it opens the children it is about now, and no others.
    told = Delivery.objects.filter(matter=first.id)
    (told.exclude(worker=but) if but is not None else told).update(child=next(iter(about), None))
    return right


def take_on_unknown(*, at: datetime) -> list[Entry]:
    """Every contact and message that is about nobody, whichever way it came in, is about an unknown child from now on. Returns
    their first versions, to be put with somebody."""
    # Once a minute, and not only where a page writes one: an import, or a correction that takes the only child away, must not be
    # another way for a child in danger to belong to nobody.
    withdrawn = EntryEnvelope.objects.filter(withdraws=OuterRef("pk"))
    corrected = EntryEnvelope.objects.filter(corrects=OuterRef("pk")).filter(~Exists(withdrawn))
    rows = EntryEnvelope.objects.filter(type__in=COMES_IN, about_nobody__isnull=False)
    ids = [str(pk) for pk in rows.filter(~Exists(corrected), ~Exists(withdrawn)).values_list("pk", flat=True)]
    found = []
    for contact in entries_by_id(ids).values():
        first = first_version(contact)
        # Somebody may be finding out who it is at this moment.
        lock_in_order([first.id])
        # The last that anybody said of it, and no version that was passed over: only then is it about nobody now.
        if standing(first.id, Moment.live(at)) == contact:
            child = add_unknown_child(first.id, at=at, by=None)
            say_about(contact, (child,), at=at, by=None, reason=WHY)
            found.append(first)
    return found


def is_unnamed(person: KnownPerson) -> bool:
    """Whether nobody has said what they are called: somebody in the record, and nobody's child yet."""
    return not any(str(name) for name in person.names)
