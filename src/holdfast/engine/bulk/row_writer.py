"""What compiled rules show, as rows of numbers, written column by column."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from holdfast.engine.compiled.compact_clock import CompactClock, begins, state
from holdfast.engine.compiled.findings import CompactFinding
from holdfast.engine.compiled.first_shown import CompactLine
from holdfast.engine.compiled.shown_stretch import CompactShown

EPOCH_DAY = date(1970, 1, 1).toordinal()
HELD = 20_000
"""How many rows are held before they are written."""


class Rows:
    """Rows of one kind on their way into a file, which is there whole or not at all."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.count = 0
        self._schema = schema
        self._path = path
        # Beside its place until it is whole: a part that failed half way must not be counted.
        self._beside = path.with_suffix(".new")
        self._held: list[tuple[Any, ...]] = []
        self._writer = pq.ParquetWriter(self._beside, schema, compression="lz4")
        # The list's own method: a function around it would cost as much as what it does.
        self.add = self._held.append

    def flush_some(self) -> None:
        """Write what is held, once it is much."""
        if len(self._held) >= HELD:
            self._flush()

    def close(self) -> None:
        """Write the rest and put the file in its place."""
        self._flush()
        self._writer.close()
        self._beside.replace(self._path)

    def _flush(self) -> None:
        if not self._held:
            return
        # From rows to columns at once for many: Arrow takes a column sooner than a value.
        columns = zip(*self._held, strict=True)
        arrays = [pa.array(values, field.type) for values, field in zip(columns, self._schema, strict=True)]
        self._writer.write_batch(pa.RecordBatch.from_arrays(arrays, schema=self._schema))
        self.count += len(self._held)
        self._held.clear()


def clock_values(clock: CompactClock, as_at: int) -> tuple[Any, ...]:
    """A clock as a row of :data:`~holdfast.engine.bulk.result_schema.CLOCKS`."""
    starts, due, timed, due_timed = clock.starts, clock.due, clock.timed, clock.due_timed
    met, met_on, by, on, broken = clock.met, clock.met_on, clock.excused_by, clock.excused_on, clock.broken_on
    return (
        clock.terms.rule.id,
        clock.person,
        clock.start.entry.id,
        clock.key,
        None if timed else starts - EPOCH_DAY,
        starts if timed else None,
        None if due is None or due_timed else due - EPOCH_DAY,
        due if due_timed else None,
        clock.warn_from,
        None if met is None else met.id,
        None if met_on is None else met_on - EPOCH_DAY,
        clock.late,
        None if by is None else by.id,
        None if on is None else on - EPOCH_DAY,
        clock.missing,
        clock.approximate,
        clock.gate,
        None if broken is None else broken - EPOCH_DAY,
        begins(clock) <= as_at,
        state(clock, as_at),
    )


def finding_values(found: CompactFinding) -> tuple[Any, ...]:
    """A signal that is raised as a row of :data:`~holdfast.engine.bulk.result_schema.RAISED`."""
    by = found.ended_by
    return found.signal.id, found.person, found.key, found.at, found.ended, None if by is None else by.id


def line_values(line: CompactLine, ended: int | None) -> tuple[Any, ...]:
    """What first showed when, and ended when, as a row of :data:`~holdfast.engine.bulk.result_schema.LINES`."""
    what, by = line.what, line.withdrawn_by
    trigger: str | None = None
    due: Sequence[int | None] = (None, None)
    if isinstance(what, CompactClock):
        trigger = what.start.entry.id
        if what.due is not None:
            due = (None, what.due) if what.due_timed else (what.due - EPOCH_DAY, None)
    return (
        rule_of(what),
        what.person,
        what.key,
        trigger,
        [entry.id for entry in what.evidence],
        *due,
        line.raised_at,
        ended,
        line.withdrawn_at is not None,
        None if by is None else by.id,
    )


def rule_of(what: CompactShown) -> str:
    """The standard or the signal that a clock or a finding is of."""
    return what.terms.rule.id if isinstance(what, CompactClock) else what.signal.id
