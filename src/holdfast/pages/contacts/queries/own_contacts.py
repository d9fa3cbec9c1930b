"""The list of one's own concerns: what has become of each, in one line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from holdfast.access.kept_back_matters import hidden_about
from holdfast.duty.contact_thread import instant_of
from holdfast.duty.models import Delivery
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.moment import Moment
from holdfast.pages.child_names import child_name, listed
from holdfast.pages.contacts.presenters.thread_lines import came_words
from holdfast.pages.date_phrases import day
from holdfast.record.contact_decisions import ContactDecisions, as_sent, decisions_of
from holdfast.record.contact_sender import SentContact, sent_by
from holdfast.record.models import EntryEnvelope, StoredClock, Worker
from holdfast.record.read import people
from holdfast.standards.front_door import FD_02
from holdfast.vocabulary.contact_reference import reference, source_of
from holdfast.vocabulary.front_door import ContactDecision
from holdfast.vocabulary.world import KnownPerson


@dataclass(frozen=True)
class OwnContact:
    """One concern. ``state`` is reply, decided, overdue, read or sent."""

    id: str
    reference: str
    names: str
    came: str
    state: str
    says: str


@dataclass(frozen=True)
class FollowUp:
    """What followed from several concerns, read together. ``hidden`` are the entries kept back from whoever sent them."""

    decided: Mapping[str, ContactDecisions]
    hidden: frozenset[str]
    read: frozenset[str]
    due: Mapping[str, datetime]
    replies: frozenset[str]


def already_sent(id: UUID | str) -> bool:
    """Whether this concern is in the record."""
    return EntryEnvelope.objects.filter(pk=id).exists()


def own_contacts(worker: Worker, moment: Moment) -> list[OwnContact]:
    """The concerns that this worker reported, newest first. What was added to one is found on its page."""
    # A concern that adds to another of their own is named by it and found on its page: on the list it would look like a second.
    sent = sent_by(worker.pk, moment)
    sources = {source_of(each.first.id) for each in sent}
    follow_up = _follow_up(sent, worker, moment)
    persons = people({person for each in sent for person in each.first.about}, moment)
    return [_row(each, persons, follow_up, moment) for each in sent if each.first.source not in sources]


def _follow_up(sent: Sequence[SentContact], worker: Worker, moment: Moment) -> FollowUp:
    # One question for each table and all of the concerns: a thread for each would read the whole record of every child on it.
    ids = [each.first.id for each in sent]
    decided = decisions_of(ids, moment)
    hidden = hidden_about(sorted({child for each in sent for child in each.now.about}), worker, moment)
    read = Delivery.objects.filter(matter__in=ids, read_at__lte=moment.known_at).values_list("matter", flat=True)
    # A clock names the version that began it, and the list names the first.
    first_of = {version: each.first.id for each in sent for version in each.versions}
    due: dict[str, datetime] = {}
    for row in StoredClock.objects.filter(trigger__in=list(first_of), standard=FD_02.id, due__isnull=False):
        instant, contact = instant_of(str(row.due)), first_of[str(row.trigger)]
        due[contact] = min(instant, due.get(contact, instant))
    return FollowUp(decided, hidden, frozenset(str(each) for each in read), due, _replies(ids, worker))


def _replies(ids: list[str], worker: Worker) -> frozenset[str]:
    """Concerns to which a reply came that the worker has not opened."""
    waiting = Delivery.objects.filter(kind=Delivery.Kind.MESSAGE, worker=worker, read_at__isnull=True)
    sources = {source_of(id): id for id in ids}
    found = EntryEnvelope.objects.filter(pk__in=list(waiting.values_list("matter", flat=True)), source__in=sources)
    return frozenset(sources[str(source)] for source in found.values_list("source", flat=True))


def _row(sent: SentContact, persons: Mapping[str, KnownPerson], follow_up: FollowUp, moment: Moment) -> OwnContact:
    contact = sent.first
    names = listed([child_name(persons[id]) for id in contact.about])
    decided, due = _decided(sent, follow_up), follow_up.due.get(contact.id)
    # In the order in which something is asked of the reader: a reply first, a decision that is late before one that is awaited.
    if contact.id in follow_up.replies:
        state, says = "reply", "There is a reply for you that you have not opened."
    elif decided:
        state, says = "decided", f"Decided: {listed([label[:1].lower() + label[1:] for label in decided])}."
    elif due is not None and moment.as_at > due:
        state, says = "overdue", f"The decision was due by the end of {day(due)}. Ring and ask, or say that you disagree."
    else:
        state = "read" if contact.id in follow_up.read else "sent"
        says = f"A decision is due by the end of {day(due)}." if due else "Not decided yet."
    return OwnContact(contact.id, reference(contact.id), names, came_words(contact), state, says)


def _decided(sent: SentContact, follow_up: FollowUp) -> list[str]:
    """What was decided for the children whom they spoke of, in words; nothing while one of these is still waited for."""
    found = follow_up.decided.get(sent.first.id)
    theirs = as_sent(sent.first, sent.now)
    if found is None or not theirs.keys().isdisjoint(found.undecided):
        return []
    # What was decided about a brother is not theirs to learn of, though the concern is about him too by now.
    entries = [entry for child, entry in found.decided.items() if child in theirs]
    if any(entry.id in follow_up.hidden for entry in entries):
        return []
    return list(dict.fromkeys(ContactDecision(value(entry, "decision")).label for entry in entries))
