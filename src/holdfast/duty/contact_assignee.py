"""Who has a concern or message that came in, and which of them still wait for a decision or an answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from django.db.models import QuerySet

from holdfast.duty.models import Delivery
from holdfast.duty.rota import Assignee, front_door, roster_among
from holdfast.engine.responsibility.contact_route import waits_for_nobody
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.record.contact_decisions import decisions_of
from holdfast.record.entry_versions import standing_that_name
from holdfast.record.models import EntryEnvelope, Worker
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import MessageReceived

STILL_WATCHED = timedelta(days=60)
"""How long an undecided concern is kept with somebody at work by the minute; its own clocks climb all the while."""


@dataclass(frozen=True)
class ContactAssignment:
    """A concern or message that came in, who has it, and the absent worker it could not be left with."""

    entry: Entry
    assignee: Assignee
    rerouted_from: str | None = None


def current_assignee(*, entry: Entry, at: datetime, now: Roster | None = None) -> ContactAssignment:
    """Who has a concern or message now: whom the record last gave it to, or the mailbox if nobody could be found since. What
    cannot wait, and is with somebody who has gone home, is with whoever was told and is there. ``now`` is who is there, where the
    caller has read it."""
    rows, holder = _recorded(entry, at)
    if holder is not None and holder.worker_id is not None and waits_for_nobody(entry):
        holder = _somebody_there(holder, [row for row in rows if row.told_at <= at], now, at)
    return _assignment(entry, rows, holder, at)


def recorded_assignee(*, entry: Entry, at: datetime) -> ContactAssignment:
    """Whom the record last gave a concern or message to, whether or not they are there: work that waits with somebody who has
    gone is moved, and the record says so."""
    return _assignment(entry, *_recorded(entry, at), at)


def _recorded(entry: Entry, at: datetime) -> tuple[list[Delivery], Delivery | None]:
    rows = list(Delivery.objects.filter(matter=entry.id).select_related("worker").order_by("told_at", "id"))
    holder, since = _last_given(entry)
    mailbox = next((row for row in rows if row.worker_id is None), None)
    # That nobody could be found is no entry, since there is nobody to name in it: only the delivery to the mailbox tells. So it
    # counts where it is newer than the last time the record gave the matter to somebody.
    if mailbox is not None and (since is None or mailbox.told_at > since):
        return rows, mailbox
    # The last time they were given it: whoever had it, went home and has it again has it from the later time.
    first = next((row for row in rows if row.worker_id == holder), rows[0] if rows else None)
    # A message stays its addressee's, and until they come to work somebody on duty has it for them.
    if first is not None and first.from_at is not None and first.from_at > at:
        first = next((row for row in reversed(rows) if row.worker_id and (row.from_at is None or row.from_at <= at)), first)
    return rows, first


def _assignment(entry: Entry, rows: list[Delivery], has: Delivery | None, at: datetime) -> ContactAssignment:
    if has is None:  # it came by an import, or has not been put with anybody yet
        return ContactAssignment(entry, front_door(at))
    if has.worker_id is None:
        return ContactAssignment(entry, Assignee(None, has.role, has.because, (), has.way))
    copied = tuple(row.worker for row in rows if row.worker is not None and row.told_at == has.told_at and row.pk != has.pk)
    return ContactAssignment(entry, Assignee(has.worker, has.role, has.because, copied, has.way, has.from_at))


def _somebody_there(holder: Delivery, rows: list[Delivery], now: Roster | None, at: datetime) -> Delivery:
    """Whoever holds it, while they answer; else whoever was told last and is there; else the holder all the same."""
    told = [row for row in rows if row.worker_id and (row.from_at is None or row.from_at <= at)]
    now = now or roster_among({str(row.worker_id) for row in (holder, *told) if row.worker_id}, at)
    # Whoever opened it in the night goes on thinking about the child, and at nine is asleep: whom a school rings has to answer.
    if holder.worker_id is None or now.reached(holder.worker_id, urgent=True):
        return holder
    there = [row for row in told if now.reached(str(row.worker_id), urgent=True)]
    return max(there, key=lambda row: row.from_at or row.told_at, default=holder)


def _last_given(entry: Entry) -> tuple[str | None, datetime | None]:
    """The worker the record last gave it to, and when."""
    # Of a concern every holder is an entry of its own. A message is its addressee's until the record says that it was passed on.
    type, field, said = (
        ("contact_assigned", "contact", "worker") if entry.type == "contact_received" else ("message_rerouted", "message", "to")
    )
    rows = EntryEnvelope.objects.filter(**{"type": type, f"body__data__{field}": entry.id}).select_related("body")
    # The few that there are, and the last of them here: asked for the last alone, the database goes back through everybody's.
    last = max(rows, key=lambda each: each.sequence, default=None)
    if last is None:
        return (cast(MessageReceived, entry.data).for_, entry.recorded_at) if entry.type == "message_received" else (None, None)
    given = last.body.data.get(said)
    return (given[0] if isinstance(given, list) else given), last.recorded_at


def first_to_come(matter: str, at: datetime) -> tuple[datetime, Worker] | None:
    """Who has it next, and from when: the first of those who were told and are not at work yet."""
    rows = Delivery.objects.filter(matter=matter, from_at__gt=at, worker__isnull=False).select_related("worker")
    row = rows.order_by("from_at", "id").first()
    return None if row is None or row.worker is None or row.from_at is None else (row.from_at, row.worker)


def open_matters(at: datetime) -> list[UUID]:
    """Concerns without a decision and messages without an answer, oldest first."""
    # Deliveries and not entries: what came by an import was never put with anybody here, and old history must not be moved.
    return _still_open(Delivery.objects.all(), at)


def open_among(matters: Sequence[UUID], at: datetime) -> list[UUID]:
    """Those of these concerns and messages that are still open: one list need not ask about everybody's."""
    return _still_open(Delivery.objects.filter(matter__in=matters), at)


def _still_open(told: QuerySet[Delivery], at: datetime) -> list[UUID]:
    rows = told.filter(kind__in=[Delivery.Kind.CONCERN, Delivery.Kind.MESSAGE], told_at__gt=at - STILL_WATCHED)
    matters = list(dict.fromkeys(rows.order_by("told_at").values_list("matter", flat=True)))
    over = settled([str(each) for each in matters], Moment.live(at))
    return [each for each in matters if str(each) not in over]


def settled(ids: Sequence[str], moment: Moment) -> set[str]:
    """Those of these concerns that are decided for everybody they are about, and of these messages that are answered."""
    return decided_for_all(ids, moment) | set(answers_of(ids, moment))


def answers_of(messages: Iterable[str], moment: Moment) -> dict[str, list[Entry]]:
    """The answers that stand to each of these messages, the first of them first. One that was withdrawn answers nothing."""
    return standing_that_name("message", messages, ("message_answered",), moment)


def decided_for_all(contacts: Sequence[str], moment: Moment) -> set[str]:
    """Those of these contacts, by their first versions, that are decided, with no child's decision still owed."""
    return {id for id, each in decisions_of(contacts, moment).items() if each.complete}
