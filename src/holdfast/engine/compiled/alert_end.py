"""When there was no longer anything to answer, by what the record knew."""

from holdfast.engine.compiled.compact_clock import CompactClock, state
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.first_shown import CompactLine
from holdfast.engine.compiled.instants import day_of, midnight


def ended_at(record: FamilyRecord, line: CompactLine, raised: int, reads: frozenset[str]) -> int | None:
    """When a line that showed at ``raised`` ended: it was withdrawn, done, no longer needed or no longer so, or what was known
    was put right. ``None`` while it lasts; ``reads`` are the entry types its rule looks at."""
    what = line.what
    if line.withdrawn_at is not None:
        # It may have been done, and over, days before it was taken back. Within one day it lasted until then.
        ceased = line.withdrawn_at if line.ceased_at is None else line.ceased_at
        return line.withdrawn_at if day_of(ceased) == day_of(line.withdrawn_at) else max(raised, ceased)
    if not isinstance(what, CompactClock):
        # What ends later than the moment has not ended: a worry that goes with a birthday is there until then.
        return None if what.ended is None or what.ended > record.as_at else what.ended
    now = state(what, record.as_at)
    if now in ("met", "met_late") and what.met_on is not None:
        # By when it was recorded and not by when it was done: until then people saw it as not done.
        return max(raised, midnight(what.met_on) if what.met is None else what.met.recorded)
    if now == "not_required" and what.excused_on is not None:
        return max(raised, midnight(what.excused_on) if what.excused_by is None else what.excused_by.recorded)
    # It showed as a breach and is none any more, though nothing met it: somebody put right what it rested on.
    return put_right_after(record, raised, reads) if now in ("running", "due_soon") else None


def put_right_after(record: FamilyRecord, at: int, types: frozenset[str]) -> int:
    """When something of these types that had been known was first put right from an instant on; the instant where nothing
    was."""
    later = []
    for instant, entries in record.put_right.items():
        targets = (record.by_id.get(entry.corrects or entry.withdraws or "") for entry in entries)
        if instant >= at and any(target is not None and target.type in types for target in targets):
            later.append(instant)
    # Where nothing was put right it never was one, and lasted no time.
    return min(later, default=at)
