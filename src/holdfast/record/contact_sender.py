"""Who a contact came from, as far as that is sure. Whoever typed in what was told on the telephone is not who told it; and a name
that matches is nobody's identity."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from holdfast.engine.reference.affiliation import confirmed_sender
from holdfast.engine.reference.entry_fields import row_value, value
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.record.agency_part import contacts_confirmed_as
from holdfast.record.entry_versions import history_of, standing_that_name
from holdfast.record.models import EntryEnvelope, Worker
from holdfast.record.read import people
from holdfast.vocabulary.common_rows import Sender
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownPerson


@dataclass(frozen=True)
class ContactSender:
    """A ``worker`` or a ``person``, by id, or neither; and the ``organisation`` they gave. ``confirmed`` is the entry by which a
    worker said that this was made sure of."""

    worker: str | None = None
    person: str | None = None
    organisation: str | None = None
    confirmed: Entry | None = None

    @property
    def known(self) -> bool:
        """Whether it is somebody the record knows."""
        return self.worker is not None or self.person is not None


def sender_of_contact(contact: Entry, confirmations: Sequence[Entry]) -> ContactSender:
    """The sender of a contact as it stands, by the confirmations that stand, oldest first."""
    sent = value(contact, "from")
    # The last word counts, also that nobody knows after all: that is how a mistake is taken off the wrong person's page.
    if confirmations:
        last = confirmations[-1]
        return ContactSender(value(last, "worker"), value(last, "person"), None, last)
    return ContactSender(row_value(sent, "worker"), None, row_value(sent, "organisation"))


def confirmations_of(contacts: Iterable[str], moment: Moment) -> dict[str, list[Entry]]:
    """The confirmations that stand for each of these contacts, oldest first. A contact is named by its first version."""
    return standing_that_name("contact", contacts, ("sender_confirmed",), moment)


def confirmed_in(known: RecordView, contact: Entry) -> str | None:
    """The worker or person of whom somebody made sure that a contact came from them, by everything that ``known`` shows."""
    return confirmed_sender(known, contact)


def as_confirmed(contacts: Mapping[str, Entry], moment: Moment) -> dict[str, Entry]:
    """These contacts, by their first versions, each from whoever was confirmed to have told us: a list names the caller, and not
    what somebody typed while they rang."""
    said = confirmations_of(contacts, moment)
    senders = {id: sender_of_contact(contact, said[id]) for id, contact in contacts.items() if said.get(id)}
    workers = Worker.objects.in_bulk([each.worker for each in senders.values() if each.worker])
    persons = people([each.person for each in senders.values() if each.person], moment)
    return {id: _from(contact, senders.get(id), workers, persons) for id, contact in contacts.items()}


def _from(
    contact: Entry, sender: ContactSender | None, workers: Mapping[str, Worker], persons: Mapping[str, KnownPerson]
) -> Entry:
    role = str(row_value(value(contact, "from"), "role"))
    if sender is None or not sender.known:
        return contact
    if sender.worker in workers:
        worker = workers[str(sender.worker)]
        sent = Sender(name=worker.name, role=worker.role or role, worker=worker.pk, organisation=worker.organisation_id)
    else:
        person = persons.get(sender.person or "")
        sent = Sender(name=person.name if person is not None else None, role=role)
    return replace(contact, data=contact.data.model_copy(update={"from_": sent}))


@dataclass(frozen=True)
class SentContact:
    """A contact as it was ``first`` recorded, as it stands ``now``, and the ids of all its versions."""

    first: Entry
    now: Entry
    versions: tuple[str, ...]


def sent_by(worker: str, moment: Moment) -> list[SentContact]:
    """The contacts that this worker sent, or was confirmed to have sent; newest first."""
    known = {"recorded_at__lte": moment.known_at}
    written = EntryEnvelope.objects.filter(type="contact_received", recorded_by=worker, corrects__isnull=True, **known)
    ids = {str(pk) for pk in written.values_list("pk", flat=True)}
    ids |= contacts_confirmed_as(worker, moment)
    history, said = history_of(ids, moment), confirmations_of(ids, moment)
    found = []
    for id in ids:
        first = history.by_id.get(id)
        now = history.current(first, moment.known_at) if first is not None else None
        if first is not None and now is not None and sender_of_contact(now, said.get(id, [])).worker == worker:
            versions = tuple(each.id for each in history.concerning(first) if each.type == first.type)
            found.append(SentContact(first, now, versions))
    return sorted(found, key=lambda each: each.first.recorded_at, reverse=True)
