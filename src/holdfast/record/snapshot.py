"""The ledger as Parquet, for reading everybody at once. What goes out is as confidential as the ledger itself.

Append-only like the ledger: a run adds what has been recorded since the run before. A transaction that took its place in
the order early and was committed late is not lost, because each run looks back over the last few thousand places again. If
a body has been lawfully disposed of since, everything is written afresh without it.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from holdfast.engine.bulk.snapshot_schema import row
from holdfast.engine.bulk.snapshot_writer import (
    MANIFEST,
    NotASnapshot,
    Snapshot,
    manifest,
    person_row,
    recorded_since,
    relationship_row,
)
from holdfast.kernel.when import When
from holdfast.record.models import Organisation, Worker
from holdfast.record.read import _person
from holdfast.vocabulary.entry import Entry, parse_data
from holdfast.vocabulary.world import KnownRelationship

# A place in the order is drawn when a row goes in, and seen when its transaction is committed: one that took its time may appear
# behind the place that the run before had reached.
LOOKED_BACK = 10_000
Progress = Callable[[int, int], None]

COUNTS = """
SELECT count(*) FILTER (WHERE e.sequence > %(after)s), count(*) FILTER (WHERE b.envelope_id IS NULL)
FROM record_entryenvelope e LEFT JOIN record_entrybody b ON b.envelope_id = e.id
"""
ENTRIES = """
SELECT e.id::text, e.type, e.happened, e.recorded_at, e.recorded_by_id, e.source, e.corrects_id::text, e.withdraws_id::text,
       e.reason, e.sequence, b.data,
       ARRAY(SELECT a.person_id FROM record_entryabout a WHERE a.envelope_id = e.id ORDER BY a.position)
FROM record_entryenvelope e JOIN record_entrybody b ON b.envelope_id = e.id
WHERE e.sequence > %(after)s ORDER BY e.sequence
"""
FACTS = """
SELECT p.id, f.kind, f.value, f.recorded_at, l.recorded_at
FROM record_person p LEFT JOIN record_personfact f ON f.person_id = p.id AND f.value IS NOT NULL
LEFT JOIN record_personfact l ON l.replaces_id = f.id
ORDER BY p.id, f.position, f.recorded_at
"""
RELATIONSHIPS = """
SELECT r.from_person_id, r.to_person_id, r.kind, r.parental_responsibility, r.start, r."end", r.recorded_at, l.recorded_at
FROM record_relationship r LEFT JOIN record_relationship l ON l.replaces_id = r.id
WHERE r.kind <> '' ORDER BY r.position, r.recorded_at, r.id
"""


def write(directory: Path, *, progress: Progress | None = None) -> int:
    """Bring the snapshot in ``directory`` up to what is committed now. Returns how many entries were added."""
    with transaction.atomic():
        # A disposal is the one thing that takes away. Of what has been written, nothing can be unwritten row by row, so all of it
        # goes.
        disposed = _counts(0)[1]
        if _is_stale(directory, disposed):
            shutil.rmtree(directory)
        with Snapshot(directory) as snapshot:
            snapshot.note("disposed", disposed)
            after = max(snapshot.reached - LOOKED_BACK, 0)
            there = recorded_since(directory, snapshot.before, after)
            total = _counts(after)[0]
            for done, entry in enumerate(_entries(after), start=1):
                if entry.id not in there:
                    snapshot.add_row(entry.type, _row(entry))
                    snapshot.reached = max(snapshot.reached, entry.arrived)
                if progress is not None and (done % 1000 == 0 or done == total):
                    progress(done, total)
            snapshot.table("people", _people())
            snapshot.table("relationships", _relationships())
            snapshot.table("workers", _workers())
            snapshot.table("organisations", _organisations())
            return snapshot.wrote


def _is_stale(directory: Path, disposed: int) -> bool:
    """Whether the snapshot may hold something that the ledger no longer does, or was written by another version."""
    if not (directory / MANIFEST).exists():
        return False
    try:
        return bool(manifest(directory).get("notes", {}).get("disposed", 0) != disposed)
    except NotASnapshot:
        return True


def _counts(after: int) -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(COUNTS, {"after": after})
        new, disposed = cursor.fetchone()
        return int(new), int(disposed)


def _stream(query: str, values: dict[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
    """Rows as they come, never all of them at once."""
    # A cursor of the server's, which lives as long as the transaction around it. The client would fetch the whole ledger first.
    with connection.chunked_cursor() as cursor:
        cursor.execute(query, values)
        while rows := cursor.fetchmany(2_000):
            yield from rows


def _read(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _entries(after: int) -> Iterator[Entry]:
    for id, type, happened, recorded_at, by, source, corrects, withdraws, reason, sequence, data, about in _stream(
        ENTRIES, {"after": after}
    ):
        yield Entry(
            id,
            type,
            When.parse(_read(happened)),
            recorded_at,
            by,
            tuple(about),
            parse_data(type, _read(data)),
            source,
            corrects,
            withdraws,
            reason,
            sequence,
        )


def _row(entry: Entry) -> dict[str, Any]:
    said: dict[str, Any] = {"data": entry.data.written()}
    said |= {name: value for name in ("source", "reason") if (value := getattr(entry, name)) is not None}
    return row(entry, json.dumps(entry.happened.to_json()), json.dumps(said))


def _people() -> Iterator[dict[str, Any]]:
    """Everyone, once for each time what is known of them changed."""
    facts: list[tuple[Any, ...]] = []
    person: str | None = None
    for id, *fact in _stream(FACTS):
        if id != person and person is not None:
            yield from _versions(person, facts)
            facts = []
        person = id
        if fact[0] is not None:
            facts.append((fact[0], _read(fact[1]), fact[2], fact[3]))
    if person is not None:
        yield from _versions(person, facts)


def _versions(id: str, facts: list[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    changes: list[datetime] = sorted({at for fact in facts for at in fact[2:] if at is not None})
    for since, until in zip([None, *changes], [*changes, None], strict=True):
        said: dict[str, list[Any]] = {}
        for kind, value, recorded_at, replaced_at in facts:
            if since is not None and recorded_at <= since and (replaced_at is None or replaced_at > since):
                said.setdefault(kind, []).append(value)
        yield person_row(_person(id, said), since, until)


def _relationships() -> Iterator[dict[str, Any]]:
    for position, (one, other, kind, parental, start, end, since, until) in enumerate(_stream(RELATIONSHIPS)):
        begun, over = (When.parse(_read(each)) if each is not None else None for each in (start, end))
        yield relationship_row(KnownRelationship(one, other, kind, parental, begun, over), position, since, until)


def _workers() -> Iterator[dict[str, Any]]:
    for each in Worker.objects.all().iterator():
        yield {
            "id": each.pk,
            "name": each.name,
            "organisation": each.organisation_id,
            "role": each.role,
            "manager": each.manager_id,
        }


def _organisations() -> Iterator[dict[str, Any]]:
    for each in Organisation.objects.all().iterator():
        yield {"id": each.pk, "kind": each.kind, "name": each.name}
