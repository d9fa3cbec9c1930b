"""The only writer of entries. An entry goes in once, whole, with everything that follows from it, or not at all.

:func:`append` is for what happens now; :func:`write` for history, which the exchange and the demonstration bring in.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from holdfast.kernel.when import When
from holdfast.record.ledger.canonical import digest
from holdfast.record.ledger.entry_rows import ask
from holdfast.record.ledger.moved_entries import NOTE_MOVED
from holdfast.record.ledger.named_staff import staff_named
from holdfast.record.ledger.validation import faults_of
from holdfast.record.locks import lock_in_order
from holdfast.record.models import EntryEnvelope, Organisation, Worker
from holdfast.record.models.person_facts import new_id
from holdfast.record.projection import refresh
from holdfast.record.projection.affected_people import families_of, wait_for
from holdfast.record.projection.named_parties import concerned
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.faults import EntryRefused, Fault, Refused


class AppendRefused(Refused):
    """The entry does not fit and nothing was written. ``faults`` has one for each field that is wrong; paths start at the
    entry (``$.data.contact``)."""


@transaction.atomic
def append(
    *,
    at: datetime,
    by: Worker | None,
    type: str,
    happened: When | str | Mapping[str, Any],
    about: Sequence[str],
    data: EntryData | Mapping[str, Any],
    id: UUID | str | None = None,
    organisation: Organisation | None = None,
    source: str | None = None,
    corrects: UUID | str | None = None,
    withdraws: UUID | str | None = None,
    reason: str | None = None,
) -> Entry:
    """Record that something happened, as known from ``at`` on. Returns the entry.

    With the ``id`` of an entry already there, and the same content, nothing is written and that entry is returned: a phone
    that lost its signal may send again. With other content it is refused. Raises :class:`AppendRefused`.
    """
    entry = _build(
        id=_entry_id(id),
        type=type,
        happened=happened,
        recorded_at=at,
        by=by.pk if by else None,
        about=tuple(about),
        data=data,
        source=source,
        corrects=_text(corrects),
        withdraws=_text(withdraws),
        reason=reason,
    )
    return _admit(entry, at=at, place=organisation or (by.organisation if by else None), may_be_there=id is not None)


def _admit(entry: Entry, *, at: datetime, place: Organisation | None, may_be_there: bool) -> Entry:
    """Put a whole entry in where it fits, with what follows from it."""
    # Before anything is looked at. Two phones that send one id would both find nothing there, and two people who correct one
    # entry would both be the first. What is locked is the id, because the row does not exist yet.
    lock_in_order([entry.id if may_be_there else None, entry.corrects, entry.withdraws])
    if may_be_there and EntryEnvelope.objects.filter(pk=entry.id).exists():
        return _already_there(entry, place.pk if place else None)
    faults = faults_of(entry)
    if faults:
        raise AppendRefused(faults)
    # The whole family before the entry, in one order (record/locks.py): two who write about a brother and a sister would
    # otherwise each hold one child and wait for the other's. Leave touches too many families to wait for: a job does those.
    families = families_of([entry]) if entry.about else set[str]()
    wait_for(families)
    written = write([entry], organisation=place)
    # In this transaction and not in a job: whoever records that a plan has begun sees its clocks on the next page.
    refresh.project(written, at=at, families=families)
    return entry


# One statement for all five tables: an entry is one trip to the database, and a thousand of an import are one as well. The
# sequence is drawn by the database as the row goes in, so the envelope hands it to the list of entries about nobody.
WRITE = """
WITH envelope AS (
  INSERT INTO record_entryenvelope (id, type, type_version, happened, happened_first, happened_last, happened_start,
    happened_end, recorded_at, recorded_by_id, organisation_id, source, corrects_id, withdraws_id, reason, body_digest,
    imported_from)
  SELECT id, type, type_version, happened, happened_first, happened_last, happened_start, happened_end, recorded_at,
    recorded_by_id, organisation_id, source, corrects_id, withdraws_id, reason, body_digest, imported_from
  FROM jsonb_to_recordset(%(entries)s::jsonb) AS e(id uuid, type text, type_version int, happened jsonb, happened_first date,
    happened_last date, happened_start timestamptz, happened_end timestamptz, recorded_at timestamptz, recorded_by_id text,
    organisation_id text, source text, corrects_id uuid, withdraws_id uuid, reason text, body_digest text, imported_from text)
  RETURNING id, sequence
), body AS (
  INSERT INTO record_entrybody (envelope_id, data) SELECT id, body
  FROM jsonb_to_recordset(%(entries)s::jsonb) AS e(id uuid, body jsonb)
), about AS (
  INSERT INTO record_entryabout (envelope_id, person_id, position) SELECT id, person, position
  FROM jsonb_to_recordset(%(about)s::jsonb) AS a(id uuid, person text, position int)
), nobody AS (
  INSERT INTO record_aboutnobody (sequence, envelope_id, chain, concerns)
  SELECT e.sequence, e.id, coalesce((SELECT chain FROM record_aboutnobody WHERE envelope_id = n.first), n.first), n.concerns
  FROM envelope e JOIN jsonb_to_recordset(%(nobody)s::jsonb) AS n(id uuid, first uuid, concerns varchar[]) ON n.id = e.id
), staff AS (
  INSERT INTO record_namedstaff (envelope_id, chain, worker, of_post)
  SELECT s.id, coalesce(earlier.chain, s.first), s.worker, s.of_post
  FROM jsonb_to_recordset(%(staff)s::jsonb) AS s(id uuid, first uuid, ours boolean, of_post boolean, worker varchar)
  LEFT JOIN LATERAL (SELECT chain FROM record_namedstaff WHERE envelope_id = s.first LIMIT 1) earlier ON true
  WHERE s.ours OR earlier.chain IS NOT NULL
)
SELECT id::text, sequence FROM envelope
"""


def write(entries: Sequence[Entry], *, organisation: Organisation | None = None, imported_from: str | None = None) -> list[Entry]:
    """Put checked entries in, in this order, and return them with their place in the order of arrival. For :func:`append`
    and for the exchange, which brings history with the instants at which it was first recorded."""
    place = organisation.pk if organisation else None
    parameters = {
        "entries": json.dumps([_row(entry, place, imported_from) for entry in entries], ensure_ascii=False),
        "about": json.dumps(
            [
                {"id": entry.id, "person": person, "position": position}
                for entry in entries
                for position, person in enumerate(entry.about)
            ]
        ),
        "nobody": json.dumps(_about_nobody(entries), ensure_ascii=False),
        "staff": json.dumps(staff_named(entries), ensure_ascii=False),
    }
    arrived = dict(ask(WRITE, parameters))
    # Only now: the steps of one statement do not see each other's rows, and this one follows versions back to the first.
    put_right = [entry.id for entry in entries if entry.corrects or entry.withdraws]
    if put_right:
        ask(NOTE_MOVED, {"ids": put_right})
    return [replace(entry, arrived=arrived[entry.id]) for entry in entries]


def _about_nobody(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Those that are about nobody, with the first of these that each puts right (or what that puts right)."""
    # The chain is begun here and finished by the statement: what these entries put right may be among them, and not in a table
    # yet, or have been there for years.
    there = {entry.id: entry for entry in entries if not entry.about}
    found = []
    for entry in there.values():
        first, each = entry.id, there.get(entry.id)
        while each is not None and (earlier := each.corrects or each.withdraws):
            first, each = earlier, there.get(earlier)
        found.append({"id": entry.id, "first": first, "concerns": concerned(entry)})
    return found


def _row(entry: Entry, place: str | None, imported_from: str | None) -> dict[str, Any]:
    body, when = entry.data.written(), entry.happened
    return {
        "id": entry.id,
        "type": entry.type,
        "type_version": entry.data.version,
        "happened": when.to_json(),
        "happened_first": when.first.isoformat(),
        "happened_last": when.last.isoformat(),
        "happened_start": when.start.isoformat(),
        "happened_end": when.end.isoformat(),
        "recorded_at": entry.recorded_at.isoformat(),
        "recorded_by_id": entry.by,
        "organisation_id": place,
        "source": entry.source,
        "corrects_id": entry.corrects,
        "withdraws_id": entry.withdraws,
        "reason": entry.reason,
        "body_digest": digest(body),
        "imported_from": imported_from,
        "body": body,
    }


def _build(**parts: Any) -> Entry:
    if parts["recorded_at"].tzinfo is None:
        raise ValueError("the time of recording needs an offset, so that it is one instant everywhere")
    try:
        return Entry.build(**parts)
    except EntryRefused as error:
        raise AppendRefused(error.faults) from error


def _text(id: UUID | str | None) -> str | None:
    return None if id is None else str(id)


def _entry_id(id: UUID | str | None) -> str:
    if id is None:
        return str(new_id())
    try:
        return str(UUID(str(id)))
    except ValueError as error:
        raise AppendRefused([Fault("$.id", f"{str(id)[:60]!r} is not a UUID.", "Make one, or leave it out.")]) from error


def _already_there(entry: Entry, organisation: str | None) -> Entry:
    # Everything but when it was recorded: a phone that sends again says a later time, and the first one stands.
    there = EntryEnvelope.objects.get(pk=entry.id)
    found = entry_by_id(entry.id)
    same = (
        found.type == entry.type
        and found.happened == entry.happened
        and found.by == entry.by
        and found.about == entry.about
        and there.body_digest == digest(entry.data.written())
        and (found.source, found.corrects, found.withdraws, found.reason)
        == (entry.source, entry.corrects, entry.withdraws, entry.reason)
        and there.organisation_id == organisation
    )
    if not same:
        raise AppendRefused(
            [
                Fault(
                    "$.id",
                    "There is already another entry with this id.",
                    "If it is the same thing told differently, record a correction of it; if it is another, give it its own id.",
                )
            ]
        )
    return found
