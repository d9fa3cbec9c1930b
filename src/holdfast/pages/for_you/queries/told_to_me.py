"""What was told to one person and waits: the query of every worklist, as this person may read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from holdfast.access.entry_readers import Reader
from holdfast.duty.alerts import worklist
from holdfast.duty.contact_thread import disagreement_message
from holdfast.duty.waiting_item import WaitingItem
from holdfast.duty.withheld import as_read_by
from holdfast.pages.worklists.queries.line_facts import LineFacts, line_facts
from holdfast.record.models import EntryEnvelope
from holdfast.record.read import entries_by_id
from holdfast.vocabulary.entry import Entry


@dataclass(frozen=True)
class ToldToMe:
    """``words`` are a child's own words that came with a concern, by the concern; ``carries`` the disagreement that a message
    brought, by the message."""

    items: tuple[WaitingItem, ...]
    facts: LineFacts
    words: Mapping[str, Entry]
    carries: Mapping[str, str]


def told_to_me(worker: str, reader: Reader) -> ToldToMe:
    """Everything that waits for ``worker``, who is ``reader``."""
    at = reader.moment.as_at
    items = as_read_by(worklist(worker, at), reader)
    facts = line_facts(items, (), at)
    return ToldToMe(items, facts, _words(items), _carries(items, facts))


def _words(items: Sequence[WaitingItem]) -> dict[str, Entry]:
    # Found by an id made from the concern's: the two are recorded in one step, and neither names the other.
    ids = {str(uuid5(UUID(str(item.matter)), "voice")): str(item.matter) for item in items if item.kind == "concern"}
    return {ids[id]: entry for id, entry in entries_by_id(ids).items()}


def _carries(items: Sequence[WaitingItem], facts: LineFacts) -> dict[str, str]:
    messages = {str(item.matter) for item in items if item.kind == "message"}
    about = {person for id in messages if id in facts.entries for person in facts.entries[id].about}
    raised = EntryEnvelope.objects.filter(type="disagreement_raised", abouts__person__in=about).distinct()
    made = {disagreement_message(pk): str(pk) for pk in raised.values_list("pk", flat=True)}
    return {message: made[message] for message in messages if message in made}
