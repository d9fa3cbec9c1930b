"""Whether a worker was away at an instant, from the entries that say so.

A worker is away from the day it started until it is recorded that they are back: the day they were expected back passing
brings nobody back. Where dates are imprecise and it cannot be told, they are possibly away, which counts as away: doubt
sends work to somebody who is certainly there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.record_view import order
from holdfast.kernel.when import When, start_of_day
from holdfast.vocabulary.entry import Entry


@dataclass(frozen=True)
class Absence:
    """A worker who is away. ``certain`` is false where the dates only allow it; ``expected_until`` is what was said, and
    ends nothing."""

    worker: str
    started: When
    certain: bool
    entry: str
    expected_until: When | None = None

    def in_words(self) -> str:
        """For a sentence: "away since 3 Sep 2019", "possibly away (from between 1 Sep 2019 and 31 Oct 2019)"."""
        if self.certain and self.started.exact:
            return f"away since {self.started.in_words()}"
        if self.certain:
            return f"away from a day {self.started.placed()}"
        return f"possibly away (from {self.started.in_words()})"


def away(worker: str, entries: Iterable[Entry], at: datetime) -> Absence | None:
    """The absence that ``worker`` is in at ``at``, by ``entries`` (as known at some moment); ``None`` when at work."""
    own = [entry for entry in entries if value(entry, "worker") == worker]
    ends = [entry for entry in own if entry.type == "absence_ended"]
    found = [
        current for entry in own if entry.type == "absence_started" and (current := _current(worker, entry, ends, at)) is not None
    ]
    # A certain absence says more than a possible one; among equals the latest is the one people speak of.
    return max(found, key=lambda each: (each.certain, each.started.start), default=None)


def _current(worker: str, started: Entry, ends: Iterable[Entry], at: datetime) -> Absence | None:
    if at < started.happened.start:
        return None
    # Only what came after this absence ends it: being back from the last one does not.
    back = [entry for entry in ends if follows(entry, started)]
    if any(at >= _certainly(entry.happened) for entry in back):
        return None
    # Possibly away counts as away, and says so: whoever is told instead is certainly there.
    certain = at >= _certainly(started.happened) and not any(at >= entry.happened.start for entry in back)
    return Absence(worker, started.happened, certain, started.id, value(started, "expected_until"))


def _certainly(when: When) -> datetime:
    """From when it had certainly happened, where a day is taken whole: a worker is away, or back, from its morning."""
    return when.instant or start_of_day(when.last)


def follows(entry: Entry, earlier: Entry) -> bool:
    """Whether ``entry`` came after ``earlier``. Where the dates cannot say which came first, what was written later did."""
    if entry.happened.start > earlier.happened.end:
        return True
    if entry.happened.end < earlier.happened.start:
        return False
    # By what was written when: a worker who is back is seldom written down as back before being away.
    return (entry.recorded_at, order(entry)) >= (earlier.recorded_at, order(earlier))
