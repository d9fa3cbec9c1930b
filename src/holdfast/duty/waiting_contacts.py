"""Concerns and messages as they wait on somebody's list, and what is left of a concern once it is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from holdfast.duty.contact_assignee import current_assignee
from holdfast.duty.decided_days import asked_by
from holdfast.duty.models import Delivery
from holdfast.duty.outcome_tasks import outcomes_owed
from holdfast.duty.waiting_item import WaitingItem
from holdfast.engine.reference.entry_fields import value
from holdfast.record.read import entries_by_id
from holdfast.vocabulary.entry import Entry


def came_in(open: Sequence[UUID], highest: Mapping[tuple[str, UUID], Delivery]) -> list[WaitingItem]:
    """Concerns that nobody has decided and messages that nobody has answered, with the day by which an answer is asked for."""
    entries = entries_by_id(map(str, open))
    by_day = asked_by(entry for entry in entries.values() if entry.type == "message_received")
    kinds = {"contact_received": "concern", "message_received": "message"}
    return [
        replace(_of_entry(entry, highest[kinds[entry.type], UUID(id)]), due=by_day[id].isoformat() if id in by_day else None)
        for id, entry in entries.items()
    ]


def owed(decided: Sequence[UUID], highest: Mapping[tuple[str, UUID], Delivery], at: datetime) -> list[WaitingItem]:
    """What is left of decided concerns: their sender cannot read the outcome here, and whoever has the concern tells them."""
    found = []
    for id, left in outcomes_owed([str(matter) for matter in decided], at).items():
        row = highest["concern", UUID(id)]
        # With whoever has it now, and not with everybody who was ever copied: a call that four people may make, nobody makes.
        has = current_assignee(entry=left.contact, at=at).assignee.worker
        if has is None or row.worker_id in (None, has.pk):
            found.append(replace(_of_entry(left.contact, row), kind="outcome", due=left.due, consequence=1))
    return found


def _of_entry(entry: Entry, row: Delivery) -> WaitingItem:
    urgent = bool(value(entry, "immediate_harm") or value(entry, "possible_serious_harm"))
    title = "A concern that came in" if entry.type == "contact_received" else "A message"
    return WaitingItem(
        kind=row.kind,
        matter=row.matter,
        child=row.child_id,
        title=title,
        why=str(value(entry, "text")),
        consequence=0 if urgent else 1,
        since=entry.recorded_at,
        due=None,
        rung=row.rung,
        role=row.role,
        because=row.because,
        read_at=row.read_at,
        evidence=(entry.id,),
    )
