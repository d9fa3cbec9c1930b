"""What comes out: a row for each clock and each signal, the same from every engine."""

from datetime import date, datetime
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk.snapshot_schema import INSTANT, utc
from holdfast.engine.clock import Clock
from holdfast.engine.raised_signal import Finding

CLOCKS = pa.schema(
    [
        ("standard", pa.string()),
        ("child", pa.string()),
        ("trigger", pa.string()),
        ("key", pa.string()),
        ("starts_day", pa.date32()),
        ("starts_at", INSTANT),
        ("due_day", pa.date32()),
        ("due_at", INSTANT),
        ("warn_at", INSTANT),
        ("met_by", pa.string()),
        ("met_on", pa.date32()),
        ("met_late", pa.bool_()),
        ("excused_by", pa.string()),
        ("excused_on", pa.date32()),
        ("missing", pa.string()),
        ("approximate", pa.bool_()),
        ("gate", pa.bool_()),
        ("broken_on", pa.date32()),
        ("begun", pa.bool_()),
        ("state", pa.string()),
    ]
)
"""``starts`` and ``due`` are a day, or an instant where the limit counts hours: one of the two columns is empty. ``begun``
says whether the clock is there to be seen at the moment it was asked for, ``state`` what to call it then."""

RAISED = pa.schema(
    [
        ("signal", pa.string()),
        ("child", pa.string()),
        ("key", pa.string()),
        ("raised_at", INSTANT),
        ("ended_at", INSTANT),
        ("ended_by", pa.string()),
    ]
)

LINES = pa.schema(
    [
        ("rule", pa.string()),
        ("child", pa.string()),
        ("key", pa.string()),
        ("trigger", pa.string()),
        ("evidence", pa.list_(pa.string())),
        ("due_day", pa.date32()),
        ("due_at", INSTANT),
        ("raised_at", INSTANT),
        ("ended_at", INSTANT),
        ("withdrawn", pa.bool_()),
        ("withdrawn_by", pa.string()),
    ]
)
"""What first showed when, by what was known then, until when, and whether because the record stopped bearing it out: with
history alone."""

STOOD = pa.schema([("day", pa.date32()), ("standard", pa.string()), ("state", pa.string()), ("clocks", pa.int64())])
"""How many clocks of a standard stood how at the end of a day."""


def _apart(name: str, value: date | datetime | None) -> dict[str, Any]:
    timed = isinstance(value, datetime)
    # A day and an instant in one column would have to be one or the other, and a day is not its midnight.
    return {f"{name}_day": None if timed else value, f"{name}_at": utc(value) if timed else None}  # type: ignore[arg-type]


def clock_row(clock: Clock, as_at: datetime) -> dict[str, Any]:
    """A clock of the reference engine as a row."""
    return {
        "standard": clock.standard,
        "child": clock.child,
        "trigger": clock.trigger,
        "key": clock.key,
        **_apart("starts", clock.starts),
        **_apart("due", clock.due),
        "warn_at": utc(clock.warn_from),
        "met_by": clock.met_by,
        "met_on": clock.met_on,
        "met_late": clock.met_late,
        "excused_by": clock.excused_by,
        "excused_on": clock.excused_on,
        "missing": clock.missing,
        "approximate": clock.approximate,
        "gate": clock.gate,
        "broken_on": clock.broken_on,
        "begun": clock.started_at <= as_at,
        "state": clock.state(as_at),
    }


def signal_row(raised: Finding) -> dict[str, Any]:
    """A signal of the reference engine as a row."""
    return {
        "signal": raised.signal,
        "child": raised.child,
        "key": raised.key,
        "raised_at": utc(raised.raised_at),
        "ended_at": utc(raised.ended_at),
        "ended_by": raised.ended_by,
    }
