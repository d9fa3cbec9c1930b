"""What comes out: a row for each clock and each signal, the same from every engine."""

from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk.layout import INSTANT, utc
from holdfast.engine.clock import Clock
from holdfast.engine.raised import Raised

CLOCKS = pa.schema([
    ("standard", pa.string()), ("child", pa.string()), ("trigger", pa.string()), ("key", pa.string()),
    ("starts_day", pa.date32()), ("starts_at", INSTANT), ("due_day", pa.date32()), ("due_at", INSTANT),
    ("warn_at", INSTANT), ("met_by", pa.string()), ("met_on", pa.date32()), ("met_late", pa.bool_()),
    ("excused_by", pa.string()), ("excused_on", pa.date32()), ("missing", pa.string()), ("approximate", pa.bool_()),
    ("gate", pa.bool_()), ("broken_on", pa.date32()), ("begun", pa.bool_()), ("state", pa.string()),
])  # fmt: skip
"""``starts`` and ``due`` are a day, or an instant where the limit counts hours: one of the two columns is empty. ``begun``
says whether the clock is there to be seen at the moment it was asked for, ``state`` what to call it then."""

RAISED = pa.schema([
    ("signal", pa.string()), ("child", pa.string()), ("key", pa.string()), ("raised_at", INSTANT), ("ended_at", INSTANT),
    ("ended_by", pa.string()),
])  # fmt: skip

EARLIEST = datetime(1700, 1, 1, tzinfo=UTC)


def _apart(name: str, value: date | datetime | None) -> dict[str, Any]:
    timed = isinstance(value, datetime)
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


def signal_row(raised: Raised) -> dict[str, Any]:
    """A signal of the reference engine as a row."""
    return {
        "signal": raised.signal,
        "child": raised.child,
        "key": raised.key,
        "raised_at": utc(raised.raised_at),
        "ended_at": utc(raised.ended_at),
        "ended_by": raised.ended_by,
    }


def state(day: str, at: str) -> str:
    """What to call a clock on ``day`` at the instant ``at``, both expressions: as :meth:`Clock.state` says it."""
    ended = f"(excused_on IS NOT NULL AND excused_on <= {day})"
    past = f"(CASE WHEN gate THEN {day} >= due_day ELSE {day} > due_day END)"
    late = f"(CASE WHEN due_day IS NOT NULL THEN {past} ELSE due_at IS NOT NULL AND {at} > due_at END)"
    broken = "broken_on IS NOT NULL AND (due_day IS NOT NULL OR due_at IS NOT NULL)"
    overdue = f"(CASE WHEN {broken} THEN {day} >= broken_on ELSE {late} END)"
    return (
        f"CASE WHEN missing IS NOT NULL AND NOT {ended} THEN 'cannot_tell' "
        f"WHEN met_on IS NOT NULL AND met_on <= {day} THEN CASE WHEN met_late THEN 'met_late' ELSE 'met' END "
        f"WHEN {ended} THEN 'not_required' WHEN {overdue} THEN 'overdue' "
        f"WHEN warn_at IS NOT NULL AND {at} >= warn_at THEN 'due_soon' ELSE 'running' END"
    )


def begun(day: str, at: str) -> str:
    """Whether a clock is there to be seen then."""
    return f"(CASE WHEN starts_at IS NOT NULL THEN starts_at <= {at} ELSE starts_day <= {day} END)"
