"""Who a contact came from, as far as that is sure. Whoever typed in what was told on the telephone is not who told it; and a name
that matches is nobody's identity."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import row_value, value
from holdfast.kernel.moment import Moment
from holdfast.record.agency_part import contacts_confirmed_as
from holdfast.record.entry_versions import history_of, standing_that_name
from holdfast.record.models import EntryEnvelope
from holdfast.vocabulary.entry import Entry


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
