"""When a worker was away: as :mod:`holdfast.engine.reference.worker_absence` says it."""

from collections.abc import Iterable
from typing import NamedTuple

from holdfast.engine.compiled.entries import CompactEntry, certainly_by


class CompactAbsence(NamedTuple):
    """The absence a worker is in. ``certain`` is false where the dates only allow it."""

    entry: CompactEntry
    certain: bool


def away(worker: str, entries: Iterable[CompactEntry], at: int) -> CompactAbsence | None:
    """The absence that a worker is in at an instant, by these entries; ``None`` when they are at work."""
    own = [entry for entry in entries if entry.data.get("worker") == worker]
    ends = [entry for entry in own if entry.type == "absence_ended"]
    best: CompactAbsence | None = None
    for entry in own:
        if entry.type != "absence_started" or at < entry.start:
            continue
        back = [each for each in ends if follows(each, entry)]
        # Certainly back. Being expected back brings nobody back.
        if any(at >= certainly_by(each) for each in back):
            continue
        found = CompactAbsence(entry, at >= certainly_by(entry) and not any(at >= each.start for each in back))
        # A certain absence says more than a possible one; among equals the latest is the one people speak of.
        if best is None or (found.certain, entry.start) > (best.certain, best.entry.start):
            best = found
    return best


def follows(entry: CompactEntry, earlier: CompactEntry) -> bool:
    """Whether ``entry`` came after ``earlier``. Where the dates cannot say which came first, what was written later did."""
    if entry.start > earlier.end:
        return True
    if entry.end < earlier.start:
        return False
    return (entry.recorded, entry.order) >= (earlier.recorded, earlier.order)
