"""What the lines of a list are worded from: the entries, people and dates of everything on it, read together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from holdfast.duty.waiting_item import WaitingItem
from holdfast.kernel.moment import Moment
from holdfast.record.contact_sender import as_confirmed
from holdfast.record.entry_versions import as_they_stand, versions_of
from holdfast.record.models import EntryEnvelope, StoredClock
from holdfast.record.read import entries_by_id, people, world_of
from holdfast.standards.front_door import FD_02
from holdfast.vocabulary.contact_reference import is_of_concern, source_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownPerson, World


@dataclass(frozen=True)
class LineFacts:
    """``decide_by`` says by when a concern has to be decided, ``concern_of`` which concern a message belongs to."""

    at: datetime
    entries: Mapping[str, Entry]
    persons: Mapping[str, KnownPerson]
    world: World
    decide_by: Mapping[str, str]
    concern_of: Mapping[str, str]


def line_facts(
    items: Iterable[WaitingItem], clocks: Iterable[StoredClock], at: datetime, *, children: Iterable[str] = ()
) -> LineFacts:
    """The facts of these items and clocks, and the names of ``children`` besides."""
    # All of it in a handful of queries, however long the list: a manager's has hundreds of lines, and one query for each would be
    # most of the time the page takes.
    found, running = list(items), list(clocks)
    asked = [id for item in found for id in (*item.evidence[:1], str(item.matter))]
    entries = entries_by_id([*asked, *(clock.trigger for clock in running if clock.trigger)])
    moment = Moment.live(at)
    contacts = {id: entry for id, entry in entries.items() if entry.type == "contact_received"}
    entries |= as_confirmed(as_they_stand(contacts, moment), moment)
    concerned = {item.child for item in found if item.child} | {clock.child_id for clock in running} | set(children)
    concerned |= {person for entry in entries.values() for person in entry.about}
    messages = [entries[str(item.matter)] for item in found if item.kind == "message" and str(item.matter) in entries]
    concerns = {entry.id: contact for entry in messages if (contact := concern_of(entry)) is not None}
    decide_by = decisions_due([str(item.matter) for item in found if item.kind == "concern"], moment)
    return LineFacts(at, entries, people(concerned, moment), world_of((), (), moment), decide_by, concerns)


def decisions_due(contacts: Sequence[str], moment: Moment) -> dict[str, str]:
    """By when each of these concerns has to be decided, as its clock says: the earliest of its children's."""
    first_of = versions_of(contacts, moment)
    # Latest first, so that of several children's clocks the earliest is the one that stays in the dictionary.
    rows = StoredClock.objects.filter(trigger__in=list(first_of), standard=FD_02.id, open=True, due__isnull=False)
    return {first_of[str(row.trigger)]: str(row.due) for row in rows.order_by("-overdue_from")}


def concern_of(message: Entry) -> str | None:
    """The concern that a message belongs to, by the reference it was filed under."""
    if not is_of_concern(message.source):
        return None
    # The reference is made from the concern's id and cannot be turned back into it: the concerns about the same children are few.
    rows = EntryEnvelope.objects.filter(type="contact_received", abouts__person__in=message.about).values_list("pk", flat=True)
    return next((str(pk) for pk in rows.distinct() if source_of(str(pk)) == message.source), None)
