"""The only writer of entries. An entry goes in once, whole, with everything that follows from it, or not at all."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from holdfast.kernel.when import When
from holdfast.record import recheck
from holdfast.record.canonical import digest
from holdfast.record.fitting import faults_of
from holdfast.record.locks import one_at_a_time
from holdfast.record.models import EntryAbout, EntryBody, EntryEnvelope, Organisation, Worker
from holdfast.record.models.people import new_id
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
    place = organisation or (by.organisation if by else None)
    one_at_a_time([entry.id if id is not None else None, entry.corrects, entry.withdraws])
    if id is not None and EntryEnvelope.objects.filter(pk=entry.id).exists():
        return _already_there(entry, place.pk if place else None)
    faults = faults_of(entry)
    if faults:
        raise AppendRefused(faults)
    write([entry], organisation=place)
    recheck.after([entry], at=at)
    return entry


def write(entries: Sequence[Entry], *, organisation: Organisation | None = None, imported_from: str | None = None) -> None:
    """Put checked entries in, in this order. For :func:`append` and for the exchange, which brings history with the instants
    at which it was first recorded."""
    bodies = [entry.data.written() for entry in entries]
    EntryEnvelope.objects.bulk_create(
        EntryEnvelope(
            id=UUID(entry.id),
            type=entry.type,
            type_version=entry.data.version,
            happened=entry.happened.to_json(),
            happened_first=entry.happened.first,
            happened_last=entry.happened.last,
            happened_start=entry.happened.start,
            happened_end=entry.happened.end,
            recorded_at=entry.recorded_at,
            recorded_by_id=entry.by,
            organisation=organisation,
            source=entry.source,
            corrects_id=entry.corrects and UUID(entry.corrects),
            withdraws_id=entry.withdraws and UUID(entry.withdraws),
            reason=entry.reason,
            body_digest=digest(body),
            imported_from=imported_from,
        )
        for entry, body in zip(entries, bodies, strict=True)
    )
    EntryBody.objects.bulk_create(
        EntryBody(envelope_id=UUID(entry.id), data=body) for entry, body in zip(entries, bodies, strict=True)
    )
    EntryAbout.objects.bulk_create(
        EntryAbout(envelope_id=UUID(entry.id), person_id=person, position=position)
        for entry in entries
        for position, person in enumerate(entry.about)
    )


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
