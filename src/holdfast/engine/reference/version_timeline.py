"""In which order entries are read, and from when each version of one was known."""

from datetime import UTC, datetime
from typing import NamedTuple

from holdfast.kernel.when import end_of_day, london_day
from holdfast.vocabulary.entry import Entry

PARTNERSHIP = "partnership"
"""Whom an entry is about that is about nobody: the safeguarding partnership itself, which is read like a person who is no
child."""
Key = tuple[str | None, str]
"""A list that rules look at: the entries of one type about one person, or (``None``) about anybody."""
Order = tuple[datetime, datetime, datetime, int, str]
BEGINNING = datetime(1, 1, 1, tzinfo=UTC)
"""What was known as it happened counts as known from here: what happens later changes nothing that showed earlier."""


def order(entry: Entry) -> Order:
    """The order things are read in: when they had certainly happened, then when they were known, then as they were told."""
    when = entry.happened
    # By the end of when it can have been: something said to have been in March is read after what was on 2 March.
    return when.end, when.start, entry.recorded_at, entry.arrived, entry.id


def follows(entry: Entry, earlier: Entry) -> bool:
    """Whether ``entry`` came after ``earlier``. Where the dates cannot say which came first, what was written later did."""
    if entry.happened.start > earlier.happened.end:
        return True
    if entry.happened.end < earlier.happened.start:
        return False
    # By what was written when: a worker who is back is seldom written down as back before being away.
    return (entry.recorded_at, order(entry)) >= (earlier.recorded_at, order(earlier))


def is_future_dated(entry: Entry) -> bool:
    """Whether it says something was done on a day after it was recorded."""
    return entry.happened.first > london_day(entry.recorded_at)


def known_as_it_happened(entry: Entry, *, timed: bool) -> bool:
    """Whether it was recorded by the end of the first day on which it can have happened. For what counts in hours, something
    that has a time of its own was only if it was recorded by then (docs/counting.md)."""
    # Only for hours: a time to the minute would else make late whatever was written up the same afternoon.
    by = entry.happened.instant if timed and entry.happened.instant else end_of_day(entry.happened.first)
    return entry.recorded_at <= by


def read_for(entry: Entry) -> tuple[str, ...]:
    """Whom an entry is about, as it is read: about nobody is about the partnership."""
    return entry.about or (PARTNERSHIP,)


class EntryVersion(NamedTuple):
    """One version of an entry, read from ``since`` until ``until`` (``None``: to this day)."""

    entry: Entry
    since: datetime
    until: datetime | None

    def is_read_at(self, at: datetime) -> bool:
        """Whether this is the version that is read at an instant."""
        return self.since <= at and (self.until is None or at < self.until)
