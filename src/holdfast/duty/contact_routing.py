"""What comes in from outside reaches a person who is at work, and whoever sent it learns who that is.

A concern about a child who has a worker goes to that worker, or to whoever stands in for them; any other goes to the front
door; after hours both go to the emergency duty worker. What was addressed to somebody who is away goes to the people at work
in the same step, and the record says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from holdfast.duty.models import Delivery
from holdfast.duty.outbox import tell
from holdfast.duty.rota import Held, day_duty, front_door, front_door_told, held, on_shift, roster, staff
from holdfast.engine.reference.fields import row_value, value
from holdfast.engine.responsibility.roster import Recipient, Roster, once
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.locks import one_at_a_time
from holdfast.record.models import EntryEnvelope, Organisation, StoredSpan, Worker
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.entry import Entry

STILL_WATCHED = timedelta(days=60)
"""How long an undecided concern is kept with somebody at work by the minute; its own clocks climb all the while."""


@dataclass(frozen=True)
class Taken:
    """A concern or message that came in, and who has it."""

    entry: Entry
    held: Held
    rerouted_from: str | None = None


@transaction.atomic
def receive_concern(
    *,
    at: datetime,
    by: Worker | None,
    happened: When,
    about: Sequence[str],
    data: Mapping[str, Any],
    id: UUID | str | None = None,
    organisation: Organisation | None = None,
    source: str | None = None,
) -> Taken:
    """Record a concern and put it with somebody at work, in one step. Sending it again with the same ``id`` changes nothing."""
    contact = append(
        at=at,
        by=by,
        type="contact_received",
        happened=happened,
        about=about,
        data=data,
        id=id,
        organisation=organisation,
        source=source,
    )
    return take_hold(at=at, entry=contact)


@transaction.atomic
def receive_message(
    *,
    at: datetime,
    by: Worker | None,
    happened: When,
    about: Sequence[str],
    data: Mapping[str, Any],
    id: UUID | str | None = None,
    organisation: Organisation | None = None,
) -> Taken:
    """Record a message for one worker; if they are away, it goes to the people at work in the same step."""
    message = append(
        at=at, by=by, type="message_received", happened=happened, about=about, data=data, id=id, organisation=organisation
    )
    return take_hold(at=at, entry=message)


@transaction.atomic
def take_hold(*, at: datetime, entry: Entry, again: bool = False) -> Taken:
    """Put a concern or message with somebody at work. Once is enough, unless ``again``: whoever had it has gone."""
    one_at_a_time([entry.id])
    before = who_has(entry=entry, at=at) if Delivery.objects.filter(matter=entry.id).exists() else None
    if before is not None and not again:
        return before
    told, absent = route(entry=entry, at=at)
    has = held(told)
    if before is None or (has.worker is not None and has.worker != before.held.worker):
        _record(entry, has, at, first=before is None, passed_on=absent is not None or before is not None)
    if before is not None and has.worker is None and before.held.worker is not None:
        # The mailbox may have had it before: this is a new incident, and it is told again.
        again_there = Delivery.objects.filter(matter=entry.id, worker__isnull=True)
        again_there.update(told_at=at, because=has.because[:500], gathered_at=None, notice=None)
    kind = Delivery.Kind.CONCERN if entry.type == "contact_received" else Delivery.Kind.MESSAGE
    tell(at=at, kind=kind, matter=entry.id, child=next(iter(entry.about), None), rung=0, told=told)
    return Taken(entry, has, absent)


def _record(entry: Entry, has: Held, at: datetime, *, first: bool, passed_on: bool) -> None:
    """Say in the record who has it, that it arrived, and that it was passed on from somebody who is away."""
    to = [worker.pk for worker in (has.worker, *has.copied) if worker is not None]
    if entry.type == "contact_received":
        turn = EntryEnvelope.objects.filter(type="contact_assigned", body__data__contact=entry.id).count()
        if has.worker is not None:
            _say(entry, at, "contact_assigned", {"contact": entry.id, "worker": has.worker.pk}, f"assigned {turn}")
        if first:
            _say(entry, at, "contact_acknowledged", {"contact": entry.id, "to": [_sender(entry)]}, "acknowledged")
    if passed_on and to:
        turn = EntryEnvelope.objects.filter(type="message_rerouted", body__data__message=entry.id).count()
        _say(entry, at, "message_rerouted", {"message": entry.id, "to": to}, f"rerouted {turn}")


def who_has(*, entry: Entry, at: datetime) -> Taken:
    """Who has a concern or message now: whom the record last gave it to, or the mailbox if nobody could be found since."""
    rows = list(Delivery.objects.filter(matter=entry.id).select_related("worker").order_by("told_at", "id"))
    holder, since = _last_given(entry)
    mailbox = next((row for row in rows if row.worker_id is None), None)
    if mailbox is not None and (since is None or mailbox.told_at > since):
        return Taken(entry, Held(None, mailbox.role, mailbox.because, (), mailbox.way))
    first = next((row for row in rows if row.worker_id == holder), rows[0] if rows else None)
    if first is None:
        return Taken(entry, front_door(at))
    copied = tuple(row.worker for row in rows if row.worker is not None and row.told_at == first.told_at and row.pk != first.pk)
    return Taken(entry, Held(first.worker, first.role, first.because, copied, first.way))


def _last_given(entry: Entry) -> tuple[str | None, datetime | None]:
    """The worker the record last gave it to, and when."""
    type, field, said = (
        ("contact_assigned", "contact", "worker") if entry.type == "contact_received" else ("message_rerouted", "message", "to")
    )
    rows = EntryEnvelope.objects.filter(**{"type": type, f"body__data__{field}": entry.id}).select_related("body")
    last = rows.order_by("-sequence").first()
    if last is None:
        return (value(entry, "for"), entry.recorded_at) if entry.type == "message_received" else (None, None)
    given = last.body.data.get(said)
    return (given[0] if isinstance(given, list) else given), last.recorded_at


def route(*, entry: Entry, at: datetime) -> tuple[tuple[Recipient, ...], str | None]:
    """Who is told of a concern or message at this moment, the holder first; and the absent worker it was addressed to."""
    now = roster(next(iter(entry.about), None), at)
    addressed = value(entry, "for")
    absent = str(addressed) if addressed is not None and not now.at_work(str(addressed)) else None
    told: list[Recipient] = []
    if entry.type == "message_received" and absent is None:
        return (Recipient("addressee", str(addressed), "it was addressed to them"),), None
    if day_duty(at) or entry.type == "message_received":
        told += [each for child in _with_a_worker(entry.about, now) for each in now.resolve("lead_social_worker", child)]
    if not told:
        told += _emergency_or_front_door(entry, now, at)
    if absent is not None:
        told += _instead_of(absent, entry, now)
    return once(iter(told)), absent


def _with_a_worker(about: Iterable[str], now: Roster) -> list[str]:
    """Those of these people whose case is open: somebody leads for them, or a plan is running though nobody does."""
    running = set(StoredSpan.objects.filter(child__in=list(about), end__isnull=True).values_list("child_id", flat=True))
    return [person for person in about if now.lead(person) is not None or person in running]


def _emergency_or_front_door(entry: Entry, now: Roster, at: datetime) -> list[Recipient]:
    told = list(front_door_told(now, at))
    if not day_duty(at):  # their own worker and manager find it in the morning
        for child in _with_a_worker(entry.about, now):
            told += now.resolve("lead_social_worker", child)
    return told


def _instead_of(absent: str, entry: Entry, now: Roster) -> list[Recipient]:
    """Cover, manager and duty: nothing addressed to somebody away waits for one person alone."""
    away = now.away(absent)
    why = f"it was addressed to {now.name(absent)}, who is {away.in_words()}" if away else f"{now.name(absent)} has left"
    child = next(iter(entry.about), None)
    told = []
    if (cover := now.cover(absent, child)) is not None:
        told.append(Recipient("cover_worker", cover, why, "cover"))
    if (manager := now.on_call_manager(child, above=absent)) is not None:
        told.append(Recipient("team_manager", manager[0], f"{manager[1]}; {why}", "copy"))
    told += [Recipient("duty_social_worker", worker, f"on duty; {why}", "duty") for worker in now.on_duty()[:1]]
    return told


def _say(entry: Entry, at: datetime, type: str, data: Mapping[str, Any], turn: str) -> None:
    append(at=at, by=None, type=type, happened=When.at(at), about=entry.about, data=data, id=uuid5(UUID(entry.id), turn))


def _sender(entry: Entry) -> str:
    sent = value(entry, "from")
    if isinstance(sent, str):
        return sent
    return str(row_value(sent, "worker") or row_value(sent, "organisation") or row_value(sent, "name") or row_value(sent, "role"))


def undecided(at: datetime) -> list[UUID]:
    """Concerns without a decision and messages without an answer, oldest first."""
    rows = Delivery.objects.filter(kind__in=[Delivery.Kind.CONCERN, Delivery.Kind.MESSAGE]).filter(told_at__gt=at - STILL_WATCHED)
    matters = list(dict.fromkeys(rows.order_by("told_at").values_list("matter", flat=True)))
    ids = [str(each) for each in matters]
    settled = set(
        EntryEnvelope.objects.filter(type="contact_decided", body__data__contact__in=ids).values_list(
            "body__data__contact", flat=True
        )
    ) | set(
        EntryEnvelope.objects.filter(type="message_answered", body__data__message__in=ids).values_list(
            "body__data__message", flat=True
        )
    )
    return [each for each in matters if str(each) not in settled]


def pass_on(*, at: datetime) -> int:
    """Move what is waiting with somebody who has gone, or unopened with a shift that has ended, to somebody at work."""
    now = staff(at)
    moved = 0
    for matter in undecided(at):
        entry = entry_by_id(str(matter))
        if _has_gone(who_has(entry=entry, at=at).held, entry, now, at):
            take_hold(at=at, entry=entry, again=True)
            moved += 1
    return moved


def _has_gone(has: Held, entry: Entry, now: Roster, at: datetime) -> bool:
    if has.worker is None:
        return True
    if not now.at_work(has.worker.pk):
        return True
    shift = on_shift(at)
    if shift is None or has.role not in ("duty_social_worker", "edt") or has.worker.pk in shift:
        return False
    return not Delivery.objects.filter(matter=entry.id, worker=has.worker, read_at__isnull=False).exists()
