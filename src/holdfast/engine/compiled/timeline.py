"""A list of versions in reading order, and what is read of it in one state of knowledge."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.instants import ALWAYS, NEVER

in_order = attrgetter("order")


class Timeline:
    """The versions that some entries ever had, in reading order. ``changes`` are the instants at which they read otherwise: none
    where everything was known as it happened and nothing was put right."""

    __slots__ = ("_latest", "_read", "changes", "versions")

    def __init__(self, versions: Sequence[CompactEntry]) -> None:
        self.versions = versions
        self._read: dict[int, Sequence[CompactEntry]] = {}
        self._latest: Sequence[CompactEntry] | None = None
        found: set[int] = set()
        for version in versions:
            if version.since != ALWAYS:
                found.add(version.since)
            if version.until != NEVER:
                found.add(version.until)
        self.changes: Sequence[int] = sorted(found)

    def latest(self) -> Sequence[CompactEntry]:
        """What is read of it once everything is known."""
        if self._latest is None:
            self._latest = [version for version in self.versions if version.until == NEVER]
        return self._latest

    def between(self, place: int, at: int) -> Sequence[CompactEntry]:
        """What is read of it at ``at``, which lies before the change in that place."""
        found = self._read.get(place)
        if found is None:
            found = self._read[place] = [version for version in self.versions if version.since <= at < version.until]
        return found


NOTHING = Timeline(())


class View:
    """A state of knowledge being looked at: the one that holds at ``at``. Whoever reads something that reads otherwise later
    brings ``until`` forward to then, so that what was worked out is known to stand from ``at`` until ``until``."""

    __slots__ = ("at", "until")

    def __init__(self) -> None:
        self.at = NEVER - 1
        self.until = NEVER

    def read(self, timeline: Timeline) -> Sequence[CompactEntry]:
        """What is read of a list in this state."""
        changes = timeline.changes
        if not changes:
            return timeline.versions
        if self.at >= changes[-1]:
            return timeline.latest()
        place = bisect_right(changes, self.at)
        if changes[place] < self.until:
            self.until = changes[place]
        return timeline.between(place, self.at)

    def saw(self, entry: CompactEntry) -> bool:
        """Whether this version is read in this state."""
        if entry.since > self.at:
            if entry.since < self.until:
                self.until = entry.since
            return False
        if entry.until <= self.at:
            return False
        if entry.until < self.until:
            self.until = entry.until
        return True
