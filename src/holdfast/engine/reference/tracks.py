"""Which version of each entry was read when, kept as lists by type and by whom they are about."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Hashable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from holdfast.kernel.when import end_of_day, london_day, start_of_day
from holdfast.vocabulary.entry import Entry

PARTNERSHIP = "partnership"
"""Whom an entry is about that is about nobody: the safeguarding partnership itself, which is read like a person who is no
child."""
Key = tuple[str | None, str]
"""A list that rules look at: the entries of one type about one person, or (``None``) about anybody."""
Days = tuple[str | None, str, date, date]
"""The part of such a list that falls within some days, the first and the last."""
Step = tuple[str, str, Hashable]
"""Something worked out on the way that is looked at by what came of it alone: ``STEP``, whose it is and what."""
STEP = "step"
Look = Key | Days | tuple[str] | Step
"""What can be looked at: a list, some days of it, one entry in all its versions by its root, or a step."""
Change = tuple[Key | tuple[str] | Step, date, date]
"""What reads otherwise: a list, an entry in all its versions or a step, on the days from the first to the last."""
Order = tuple[datetime, datetime, datetime, int, str]


def order(entry: Entry) -> Order:
    """The order things are read in: when they had certainly happened, then when they were known, then as they were told."""
    kept: Order | None = entry.__dict__.get("_order")  # an entry never changes, and everything sorts it
    if kept is None:
        when = entry.happened
        kept = entry.__dict__["_order"] = (when.end, when.start, entry.recorded_at, entry.arrived, entry.id)
    return kept


def is_future_dated(entry: Entry) -> bool:
    """Whether it says something was done on a day after it was recorded."""
    return entry.happened.first > london_day(entry.recorded_at)


def known_late(entry: Entry, *, timed: bool) -> bool:
    """Whether it became known later than the day it happened (for what counts in hours: later than it happened)."""
    if entry.corrects is not None or entry.withdraws is not None:
        return True
    by = entry.happened.start if timed and entry.happened.instant else end_of_day(entry.happened.first)
    return entry.recorded_at > by


class Version(NamedTuple):
    """One version of an entry, read from ``since`` until ``until`` (``None``: to this day), with its place in the order."""

    order: Order
    since: datetime
    until: datetime | None
    entry: Entry


class Track:
    """The versions of one list in reading order, and the instants at which what is read of them changed."""

    def __init__(self) -> None:
        self.versions: list[Version] = []
        self.changes: list[datetime] = []
        self.starts_by: datetime | None = None
        self.inexact: list[Version] = []
        self._read: dict[tuple[int, bool], tuple[Entry, ...]] = {}

    def add(self, version: Version) -> None:
        """One version more."""
        if not self.versions or self.versions[-1].order < version.order:
            self.versions.append(version)
        else:
            insort(self.versions, version, key=lambda each: each.order)
        for instant in (version.since, version.until):
            if instant is not None:
                self._changed(instant)
        if not version.entry.happened.exact:
            self.inexact.append(version)
        start = version.entry.happened.start
        if self.starts_by is None or start > self.starts_by:
            self.starts_by = start
        self._read.clear()

    def remove(self, version: Version) -> None:
        """One version fewer. What is read may have changed at fewer instants than are kept: that costs time and no truth."""
        self.versions.remove(version)
        if version in self.inexact:
            self.inexact.remove(version)
        self._read.clear()

    def _changed(self, instant: datetime) -> None:
        at = bisect_right(self.changes, instant)
        if not at or self.changes[at - 1] != instant:
            self.changes.insert(at, instant)

    def lasts(self, known_at: datetime) -> tuple[datetime | None, datetime | None]:
        """From when until when it read as it does at ``known_at``."""
        at = bisect_right(self.changes, known_at)
        return self.changes[at - 1] if at else None, self.changes[at] if at < len(self.changes) else None

    def lasts_on(self, known_at: datetime, first: date, last: date) -> tuple[datetime | None, datetime | None]:
        """The same for what may have happened on these days alone."""
        begun, over = self.lasts(known_at)
        if over is None:  # nothing changes any more: that it may have stood for longer would save little
            return begun, over
        begun = over = None
        for version in self._on(first, last):
            for instant in (version.since, version.until):
                if instant is None:
                    continue
                if instant <= known_at:
                    begun = instant if begun is None or instant > begun else begun
                else:
                    over = instant if over is None or instant < over else over
        return begun, over

    def _on(self, first: date, last: date) -> Iterator[Version]:
        at = bisect_left(self.versions, start_of_day(first), key=lambda version: version.order[0])
        after = end_of_day(last)
        for number in range(at, len(self.versions)):
            version = self.versions[number]
            if version.order[0] > after:
                break
            yield version
        # What is not exact may have begun within them and be read after.
        yield from (each for each in self.inexact if each.entry.happened.first <= last and each.order[0] > after)

    def read(self, known_at: datetime, as_at: datetime, *, ahead: bool = False) -> tuple[Entry, ...]:
        """What is read of it, oldest first, of what had begun by ``as_at``. ``ahead``: with what says that something was done
        on a day after it was recorded."""
        key = (bisect_right(self.changes, known_at), ahead)
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = tuple(
                v.entry
                for v in self.versions
                if v.since <= known_at and (v.until is None or known_at < v.until) and (ahead or not is_future_dated(v.entry))
            )
        if self.starts_by is not None and self.starts_by > as_at:
            return tuple(entry for entry in found if entry.happened.start <= as_at)
        return found
