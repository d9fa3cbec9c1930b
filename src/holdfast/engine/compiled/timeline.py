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
        # Between two of these instants nothing of the list reads otherwise, so that is how many ways of reading it there are.
        self.changes: Sequence[int] = sorted(found)

    def latest(self) -> Sequence[CompactEntry]:
        """What is read of it once everything is known."""
        if self._latest is None:
            # What stands to this day: asked for more than all the rest, so it has a place of its own.
            self._latest = [version for version in self.versions if version.until == NEVER]
        return self._latest

    def between(self, place: int, at: int) -> Sequence[CompactEntry]:
        """What is read of it at ``at``, which lies before the change in that place."""
        # By the place between two changes, because every instant between them reads the same.
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
        # The last state, until somebody looks at another.
        self.at = NEVER - 1
        self.until = NEVER

    def read(self, timeline: Timeline) -> Sequence[CompactEntry]:
        """What is read of a list in this state."""
        changes = timeline.changes
        # Everything known as it happened: the list itself, and it stands for ever.
        if not changes:
            return timeline.versions
        # After the last change: nothing limits the answer.
        if self.at >= changes[-1]:
            return timeline.latest()
        place = bisect_right(changes, self.at)
        if changes[place] < self.until:
            self.until = changes[place]
        return timeline.between(place, self.at)

    def saw(self, entry: CompactEntry) -> bool:
        """Whether this version is read in this state."""
        # Not read yet: the answer stands until it is.
        if entry.since > self.at:
            if entry.since < self.until:
                self.until = entry.since
            return False
        # Read no more, and never again: that limits nothing.
        if entry.until <= self.at:
            return False
        if entry.until < self.until:
            self.until = entry.until
        return True
