"""A concern that is decided, and whose sender cannot sign in to read it: somebody has to ring or write to them, and by when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from holdfast.access.models import User
from holdfast.duty.contact_assignee import STILL_WATCHED, decided_for_all
from holdfast.duty.models import Delivery
from holdfast.kernel.moment import Moment
from holdfast.record.contact_sender import confirmations_of, sender_of_contact
from holdfast.record.entry_versions import as_they_stand, standing_that_name, versions_of
from holdfast.record.models import EntryEnvelope, StoredClock
from holdfast.record.read import entries_by_id
from holdfast.standards.front_door import FD_04
from holdfast.standards.workers import WK_03, WK_04
from holdfast.vocabulary.entry import Entry

ANSWERED_BY = (WK_03.id, WK_04.id, FD_04.id)
"""The standards that say by when whoever told us hears back: a professional, the family, anybody."""


@dataclass(frozen=True)
class OutcomeOwed:
    """A concern whose sender has not been told; ``due`` by its clocks, as they are written."""

    contact: Entry
    due: str | None


def outcomes_owed(contacts: Iterable[str], at: datetime) -> dict[str, OutcomeOwed]:
    """Of these concerns, by their first versions, those decided for every child whose sender a person has to tell."""
    moment = Moment.live(at)
    wanted = list(contacts)
    decided = decided_for_all(wanted, moment) - set(standing_that_name("contact", wanted, ("referrer_informed",), moment))
    standing = as_they_stand(entries_by_id(decided), moment)
    said = confirmations_of(decided, moment)
    senders = {id: sender_of_contact(contact, said.get(id, [])).worker for id, contact in standing.items()}
    can_read = set(User.objects.filter(worker__in=set(senders.values()), is_active=True).values_list("worker_id", flat=True))
    owed = {id: contact for id, contact in standing.items() if senders[id] not in can_read}
    due = _due(list(owed), moment)
    return {id: OutcomeOwed(contact, due.get(id)) for id, contact in owed.items()}


def still_owed(at: datetime) -> list[UUID]:
    """The concerns that came in lately of which somebody is still owed the outcome."""
    rows = Delivery.objects.filter(kind=Delivery.Kind.CONCERN, told_at__gt=at - STILL_WATCHED)
    return [UUID(id) for id in outcomes_owed({str(matter) for matter in rows.values_list("matter", flat=True)}, at)]


def _due(contacts: list[str], moment: Moment) -> dict[str, str]:
    """By when each sender hears back: the earliest of the clocks that run for it."""
    if not contacts:
        return {}
    begun = versions_of(contacts, moment)
    rows = EntryEnvelope.objects.filter(type="contact_decided", body__data__contact__in=contacts)
    begun |= {str(pk): contact for pk, contact in rows.values_list("pk", "body__data__contact")}
    clocks = StoredClock.objects.filter(trigger__in=list(begun), standard__in=ANSWERED_BY, due__isnull=False)
    found: dict[str, str] = {}
    # Latest first, so that the earliest is the one that stays.
    for clock in clocks.order_by("-overdue_from"):
        found[begun[str(clock.trigger)]] = str(clock.due)
    return found
