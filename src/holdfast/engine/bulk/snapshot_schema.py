"""What a snapshot looks like: one Parquet data set for each entry type, and a table each of people, relationships, workers and
organisations. All instants are UTC without a zone; days are days in England."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.field_types import references

FORMAT = 2
INSTANT = pa.timestamp("us")
TEXTS = pa.list_(pa.string())

ENTRIES = pa.schema(
    [
        ("id", pa.string()),
        ("first", pa.date32()),
        ("last", pa.date32()),
        ("instant", INSTANT),
        ("recorded_at", INSTANT),
        ("recorder", pa.string()),
        ("about", TEXTS),
        ("named", TEXTS),
        ("arrived", pa.int64()),
        ("corrects", pa.string()),
        ("withdraws", pa.string()),
        ("happened", pa.string()),
        ("body", pa.string()),
    ]
)
"""``happened`` and ``body`` are as they are written (docs/case-file.md); ``named`` is whoever and whatever the entry points
at."""
PEOPLE = pa.schema(
    [
        ("id", pa.string()),
        ("born_first", pa.date32()),
        ("born_last", pa.date32()),
        ("expected", pa.bool_()),
        ("sex", pa.string()),
        ("written", pa.string()),
        ("known_from", INSTANT),
        ("known_until", INSTANT),
    ]
)
RELATIONSHIPS = pa.schema(
    [
        ("from_person", pa.string()),
        ("to_person", pa.string()),
        ("kind", pa.string()),
        ("parental_responsibility", pa.bool_()),
        ("written", pa.string()),
        ("position", pa.int64()),
        ("known_from", INSTANT),
        ("known_until", INSTANT),
    ]
)
WORKERS = pa.schema([(name, pa.string()) for name in ("id", "name", "organisation", "role", "manager")])
ORGANISATIONS = pa.schema([(name, pa.string()) for name in ("id", "kind", "name")])
TABLES = {"people": PEOPLE, "relationships": RELATIONSHIPS, "workers": WORKERS, "organisations": ORGANISATIONS}


def utc(instant: datetime | None) -> datetime | None:
    """An instant as it is stored."""
    # Parquet would keep the zone in every file, and two writers could differ in it.
    return None if instant is None else instant.astimezone(UTC).replace(tzinfo=None)


def row(entry: Entry, happened: str, body: str) -> dict[str, Any]:
    """One entry as a row; ``happened`` and ``body`` are its written form, from which it is read back whole."""
    when = entry.happened
    return {
        "id": entry.id,
        "first": when.first,
        "last": when.last,
        "instant": utc(when.instant),
        "recorded_at": utc(entry.recorded_at),
        "recorder": entry.by,
        "about": list(entry.about),
        "named": list(dict.fromkeys(_named(entry))),
        "arrived": entry.arrived,
        "corrects": entry.corrects,
        "withdraws": entry.withdraws,
        "happened": happened,
        "body": body,
    }


def _named(entry: Entry) -> Iterator[str]:
    """Whoever and whatever the entry points at: how it is known what belongs together."""
    yield from (reference.value for reference in references(entry.data))
    yield from (id for id in (entry.corrects, entry.withdraws) if id is not None)
