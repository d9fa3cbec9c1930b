"""How much of something there was between two days."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event_lookup import FEW
from holdfast.engine.compiled.instants import ALWAYS, NEVER
from holdfast.engine.compiled.version_timeline import View

Change = tuple[int, int]
"""The instant at which a version begins or ends to be read, and its day."""


class Tally:
    """How much there was between two days, each version counting for as much as is said of it. Of many that were recorded late
    the sums are kept for the state of knowledge that was asked of last, and the next change is looked for as they come."""

    __slots__ = ("_at", "_changes", "_seen", "days", "late", "late_days", "sums")

    def __init__(self, weighed: Iterable[tuple[CompactEntry, int]]) -> None:
        """From versions in reading order."""
        self.days: list[int] = []
        self.sums = [0]
        self.late: list[tuple[CompactEntry, int]] = []
        for entry, weight in weighed:
            # What was known as it happened is in every state and can be added up once.
            if entry.since != ALWAYS or entry.until != NEVER:
                self.late.append((entry, weight))
            else:
                self.days.append(entry.last)
                self.sums.append(self.sums[-1] + weight)
        self.late_days = [entry.last for entry, _ in self.late]
        self._changes: list[Change] | None = None
        self._at: int | None = None
        self._seen: list[int] = []

    def between(self, view: View, first: int, last: int) -> int:
        """How much had certainly happened by the last of these days and not before the first."""
        days, late_days = self.days, self.late_days
        found = self.sums[bisect_right(days, last)] - self.sums[bisect_left(days, first)] if first <= last else 0
        begin, end = bisect_left(late_days, first), bisect_right(late_days, last)
        # With many, sums are kept for the state that was asked of last: the next question is mostly of the same.
        if end - begin > FEW:
            self._stands(view, first, last)
            seen = self._sums_at(view.at)
            return found + seen[end] - seen[begin]
        for place in range(begin, end):
            entry, weight = self.late[place]
            if view.saw(entry):
                found += weight
        return found

    def _sums_at(self, at: int) -> list[int]:
        # One state's and no more: going through time, none is come back to.
        if self._at != at:
            self._at = at
            self._seen = [0, *accumulate(weight if entry.since <= at < entry.until else 0 for entry, weight in self.late)]
        return self._seen

    def _stands(self, view: View, first: int, last: int) -> None:
        if self._changes is None:
            turns = [(at, entry.last) for entry, _ in self.late for at in (entry.since, entry.until)]
            self._changes = sorted(turn for turn in turns if turn[0] not in (ALWAYS, NEVER))
        changes = self._changes
        # The first change that falls within the days; beyond what limits the answer already nothing has to be looked for.
        for place in range(bisect_right(changes, (view.at, NEVER)), len(changes)):
            at, day = changes[place]
            if at >= view.until:
                return
            if first <= day <= last:
                view.until = at
                return
