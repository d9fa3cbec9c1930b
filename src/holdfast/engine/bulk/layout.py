"""What a snapshot looks like: one Parquet data set for each entry type, with the type's own fields as typed columns.

A rule reads only the kinds it names, and of those only the columns it asks about. All instants are UTC without a zone;
days are days in England. ``f_`` is put before a field's own name, so that no field can hide a column of the envelope.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pyarrow as pa

from holdfast.engine.reference.tracks import is_future_dated
from holdfast.kernel.when import When, start_of_day
from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.shapes import Shape, references, shapes

FORMAT = 1
INSTANT = pa.timestamp("us")
TEXTS = pa.list_(pa.string())
DAYS = pa.struct([("first", pa.date32()), ("last", pa.date32()), ("exact", pa.bool_())])

ENVELOPE: tuple[tuple[str, Any], ...] = (
    ("id", pa.string()),
    ("first", pa.date32()),
    ("last", pa.date32()),
    ("start_at", INSTANT),
    ("end_at", INSTANT),
    ("instant", INSTANT),
    ("seen_at", INSTANT),
    ("midnight", INSTANT),
    ("recorded_at", INSTANT),
    ("recorded_day", pa.date32()),
    ("future", pa.bool_()),
    ("recorder", pa.string()),
    ("about", TEXTS),
    ("named", TEXTS),
    ("arrived", pa.int64()),
    ("corrects", pa.string()),
    ("withdraws", pa.string()),
    ("happened", pa.string()),
    ("body", pa.string()),
)
PEOPLE = pa.schema([
    ("id", pa.string()), ("born_first", pa.date32()), ("born_last", pa.date32()), ("expected", pa.bool_()),
    ("sex", pa.string()), ("written", pa.string()), ("known_from", INSTANT), ("known_until", INSTANT),
])  # fmt: skip
RELATIONSHIPS = pa.schema([
    ("from_person", pa.string()), ("to_person", pa.string()), ("kind", pa.string()),
    ("parental_responsibility", pa.bool_()), ("written", pa.string()), ("position", pa.int64()),
    ("known_from", INSTANT), ("known_until", INSTANT),
])  # fmt: skip
WORKERS = pa.schema([(name, pa.string()) for name in ("id", "name", "organisation", "role", "manager")])
ORGANISATIONS = pa.schema([(name, pa.string()) for name in ("id", "kind", "name")])
CALENDAR = pa.schema([("day", pa.date32()), ("working", pa.bool_()), ("holiday", pa.string())])
TABLES = {
    "people": PEOPLE, "relationships": RELATIONSHIPS, "workers": WORKERS, "organisations": ORGANISATIONS, "calendar": CALENDAR,
}  # fmt: skip

_PLAIN = {"boolean": pa.bool_(), "integer": pa.int64(), "number": pa.float64(), "when": DAYS}


def column(name: str) -> str:
    """The column of a field, by the name the case file gives it."""
    return f"f_{name}"


def text_column(name: str) -> str:
    """The column for a field that was written as plain text where it is mostly something else."""
    return f"f_{name}__text"


def _plain_type(shape: Shape) -> Any:
    if shape.kind == "row":
        return pa.struct([(field.name, _type(field)) for field in shape.fields])
    return _PLAIN.get(shape.kind, pa.string())


def _type(shape: Shape) -> Any:
    return pa.list_(_plain_type(shape)) if shape.many else _plain_type(shape)


def _two_forms(shape: Shape) -> bool:
    """Whether plain text may stand where the column has another type."""
    return bool(shape.also) and _plain_type(shape) != pa.string()


def schema(model: type[EntryData]) -> pa.Schema:
    """The columns of one entry type."""
    found = list(ENVELOPE)
    for shape in shapes(model):
        found.append((column(shape.name), _type(shape)))
        if _two_forms(shape):
            found.append((text_column(shape.name), TEXTS if shape.many else pa.string()))
    return pa.schema(found)


def utc(instant: datetime | None) -> datetime | None:
    """An instant as it is stored."""
    return None if instant is None else instant.astimezone(UTC).replace(tzinfo=None)


def row(entry: Entry, happened: str, body: str) -> dict[str, Any]:
    """One entry as a row; ``happened`` and ``body`` are its written form, from which it is read back whole."""
    when = entry.happened
    found: dict[str, Any] = {
        "id": entry.id,
        "first": when.first,
        "last": when.last,
        "start_at": utc(when.start),
        "end_at": utc(when.end),
        "instant": utc(when.instant),
        "seen_at": utc(when.instant or start_of_day(when.last)),
        "midnight": utc(start_of_day(when.last + timedelta(days=1))),
        "recorded_at": utc(entry.recorded_at),
        "recorded_day": When.at(entry.recorded_at).first,
        "future": is_future_dated(entry),
        "recorder": entry.by,
        "about": list(entry.about),
        "named": list(dict.fromkeys(_named(entry))),
        "arrived": entry.arrived,
        "corrects": entry.corrects,
        "withdraws": entry.withdraws,
        "happened": happened,
        "body": body,
    }
    for shape in shapes(type(entry.data)):
        found |= _columns(shape, getattr(entry.data, shape.attribute))
    return found


def _named(entry: Entry) -> Iterator[str]:
    """Whoever and whatever the entry points at: how it is known what belongs together."""
    yield from (reference.value for reference in references(entry.data))
    yield from (id for id in (entry.corrects, entry.withdraws) if id is not None)


def _columns(shape: Shape, value: Any) -> dict[str, Any]:
    if not _two_forms(shape):
        return {column(shape.name): _stored(shape, value)}
    many = shape.many and value is not None
    each = list(value) if many else [value]
    texts = [str(one) for one in each if isinstance(one, str)]
    others = [_one(shape, one) for one in each if one is not None and not isinstance(one, str)]
    if many:
        return {column(shape.name): others, text_column(shape.name): texts}
    return {column(shape.name): next(iter(others), None), text_column(shape.name): next(iter(texts), None)}


def _stored(shape: Shape, value: Any) -> Any:
    if value is None:
        return None
    return [_one(shape, each) for each in value] if shape.many else _one(shape, value)


def _one(shape: Shape, value: Any) -> Any:
    if shape.kind == "row":
        return {field.name: _stored(field, getattr(value, field.attribute)) for field in shape.fields}
    if isinstance(value, When):
        return {"first": value.first, "last": value.last, "exact": value.exact}
    return str(value) if isinstance(value, str) else value
