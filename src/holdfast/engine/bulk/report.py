"""What a run found, for people and for other programs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from holdfast.engine.bulk.duckdb_session import Duck
from holdfast.engine.bulk.snapshot_schema import utc

STATES = ("met", "met_late", "overdue", "due_soon", "running", "not_required", "cannot_tell")

STATES_NOW = """
SELECT CAST(NULL AS DATE) AS day, standard, state, count(*) AS clocks
FROM clocks
WHERE begun
GROUP BY standard, state
ORDER BY standard, state
"""
STATES_ON_DAYS = """
SELECT day, standard, state, CAST(sum(clocks) AS BIGINT) AS clocks
FROM stood
GROUP BY day, standard, state
ORDER BY day, standard, state
"""
SIGNALS_BY_THEN = """
SELECT signal, count(*), count(*) FILTER (WHERE ended_at IS NULL OR ended_at > $now)
FROM signals
WHERE raised_at <= $now
GROUP BY signal
ORDER BY signal
"""
# Without the columns that are there to work out the state with, which is said itself.
CLOCKS_SEEN = """
SELECT * EXCLUDE (begun, gate, warn_at, broken_on) FROM clocks WHERE begun ORDER BY child, standard, key
"""
SIGNALS_SEEN = "SELECT * FROM signals ORDER BY child, signal, key"


@dataclass(frozen=True)
class RunCount:
    """How many clocks of one standard were in each state: at the moment of a run, or on a ``day`` of several."""

    day: date | None
    standard: str
    states: dict[str, int]


def counted(machine: Duck) -> Iterator[RunCount]:
    """How every standard stood at the moment of the last run."""
    yield from _counted(machine.rows(STATES_NOW))


def counted_at(machine: Duck) -> Iterator[RunCount]:
    """How every standard stood on each of the days of the last run, which was at several moments."""
    yield from _counted(machine.rows(STATES_ON_DAYS))


def _counted(rows: Iterable[tuple[Any, ...]]) -> Iterator[RunCount]:
    for (day, standard), group in groupby(rows, key=lambda row: row[:2]):
        # A state in which none stood is said as well, so that every standard has the same columns.
        yield RunCount(day, standard, dict.fromkeys(STATES, 0) | {state: number for _, _, state, number in group})


def signals_counted(machine: Duck, at: datetime) -> list[tuple[str, int, int]]:
    """Each signal with how often it was raised by an instant, and how often it had not ended by then."""
    return [(signal, raised, open) for signal, raised, open in machine.rows(SIGNALS_BY_THEN, now=utc(at))]


def as_json_lines(machine: Duck) -> Iterator[str]:
    """One object a line for every clock and signal that is there to be seen."""
    for query in (CLOCKS_SEEN, SIGNALS_SEEN):
        for batch in machine.batches(query):
            for values in zip(*batch.values(), strict=True):
                yield json.dumps(_plain(dict(zip(batch, values, strict=True))))


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    for name in ("starts", "due"):
        if f"{name}_day" in row:
            # One of the two is empty: which, the kind of limit says.
            day, at = row.pop(f"{name}_day"), row.pop(f"{name}_at")
            row[name] = day if day is not None else at
    return {name: _written(value) for name, value in row.items()}


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def write_parquet(machine: Duck, directory: Path) -> list[Path]:
    """The whole answer as Parquet."""
    directory.mkdir(parents=True, exist_ok=True)
    found = []
    for name, query in (("clocks", "FROM clocks"), ("signals", "FROM signals")):
        path = directory / f"{name}.parquet"
        machine.write(query, path, ", COMPRESSION zstd")
        found.append(path)
    return found
