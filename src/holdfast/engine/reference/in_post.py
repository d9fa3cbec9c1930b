"""Who is in post at an instant: not away, not gone, and who stands in for those who are not.

This is the one answer to whether somebody whom the record names is there. Whatever is met, answered or told by naming a worker
asks here, and never whether a form was filled in. Who is on shift is another question.

A worker is away from the day it started until it is recorded that they are back: the day they were expected back passing
brings nobody back. Where dates are imprecise and it cannot be told, they are possibly away, which counts as away: doubt
sends work to somebody who is certainly there. How they go is in :mod:`~holdfast.engine.reference.departure`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from holdfast.engine.reference.departure import DEPARTURES, RETURNS, Departure, edges, left
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.record_view import RecordView
from holdfast.engine.reference.version_timeline import follows
from holdfast.kernel.when import TICK, When, london_day
from holdfast.rules.conditions.workforce import STAFFING
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownWorker

HOLDING = (*DEPARTURES, *RETURNS)
"""What says whether somebody holds a post."""
COMING_BACK = ("absence_ended", "worker_leaving", *RETURNS)
"""By which somebody may be there again: a last day may be put off after it passed."""


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
    if any(at >= entry.happened.certain_from for entry in back):
        return None
    # Possibly away counts as away, and says so: whoever is told instead is certainly there.
    certain = at >= started.happened.certain_from and not any(at >= entry.happened.start for entry in back)
    return Absence(worker, started.happened, certain, started.id, value(started, "expected_until"))


def by_worker(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Entries by the worker whom they are of: who is given a child, away or gone, or whom somebody covers for."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for worker in {str(named) for named in (value(entry, "worker"), value(entry, "for")) if named is not None}:
            found.setdefault(worker, []).append(entry)
    return {worker: tuple(theirs) for worker, theirs in found.items()}


def _staff_of(known: RecordView) -> dict[str, tuple[Entry, ...]]:
    # Leave put in ahead of its day too.
    return by_worker(known.planned(*STAFFING))


class PostHolders:
    """Who is in post at ``at``, of ``workers``, by what ``of`` finds of each of them as known at some moment, oldest first."""

    def __init__(self, of: Callable[[str], Iterable[Entry]], at: datetime, workers: Mapping[str, KnownWorker]) -> None:
        self._workers = workers
        self._at = at
        self._find = of
        self._of: dict[str, list[Entry]] = {}

    @classmethod
    def known(cls, known: RecordView, at: datetime) -> "PostHolders":
        """By everything that a state of knowledge says of workers."""
        staff = known.keep("staff by worker", _staff_of)
        return cls(lambda worker: staff.get(worker, ()), at, known.world.workers)

    def _entries(self, worker: str, *types: str) -> list[Entry]:
        found = self._of.get(worker)
        if found is None:
            # Nothing that had certainly not begun by then: what was put in ahead counts from its day.
            found = self._of[worker] = [entry for entry in self._find(worker) if entry.happened.start <= self._at]
        return [entry for entry in found if entry.type in types]

    def away(self, worker: str) -> Absence | None:
        """The absence that the worker is in, if any. Possibly away counts as away."""
        return away(worker, self._entries(worker, "absence_started", "absence_ended"), self._at)

    def left(self, worker: str) -> Departure | None:
        """How the worker left, where they did and have not come back: their part ended for every child, their last day passed,
        or they left their post and hold no other. Possibly gone counts as gone."""
        return left(worker, self._entries(worker, *HOLDING), self._at)

    def missing(self, worker: str) -> Absence | Departure | None:
        """Why the worker is not there: away, or else gone."""
        return self.away(worker) or self.left(worker)

    def in_post(self, worker: str) -> bool:
        """Whether the worker is known, not away, and has not left."""
        # Somebody the case does not know may be anywhere: they are not at work for it.
        return worker in self._workers and self.missing(worker) is None

    def covers(self, worker: str, child: str | None) -> tuple[Entry, ...]:
        """The entries that name who covers for the worker, for this child or for all their work, and who covers for that one in
        turn, up to the first who is in post; none where that leads to nobody."""
        found: list[Entry] = []
        # Nobody covers for themselves, and two who cover for each other are both away: round and round is nobody.
        seen = {worker}
        while (named := self._cover_named(worker, child)) is not None:
            worker = str(value(named, "cover"))
            if worker in seen:
                return ()
            found.append(named)
            if self.in_post(worker):
                return tuple(found)
            seen.add(worker)
        return ()

    def _cover_named(self, worker: str, child: str | None) -> Entry | None:
        named = (
            entry
            for entry in reversed(self._entries(worker, "cover_named"))
            if value(entry, "for") == worker and (not entry.about or child is None or child in entry.about)
        )
        return next((each for each in named if not self._back_since(worker, each)), None)

    def _back_since(self, worker: str, named: Entry) -> bool:
        """Whether cover was named for an absence or a going that the worker is back from: it is over, though nobody ended it."""
        came = (each for each in self._entries(worker, *COMING_BACK) if value(each, "worker") == worker)
        return any(
            each.happened.certain_from <= self._at and follows(each, named) and self._at_hour(each).brought_back(worker, each)
            for each in came
        )

    def _at_hour(self, entry: Entry) -> "PostHolders":
        return PostHolders(self._find, entry.happened.certain_from, self._workers)

    def brought_back(self, worker: str, entry: Entry) -> bool:
        """Whether by this entry a worker who was not there is there again."""
        if entry.type == "absence_ended":
            return self.left(worker) is None
        # Given another child while they are away, they are away none the less; and who was there does not come back.
        before = [each for each in self._entries(worker, *HOLDING) if each.id != entry.id]
        return self.missing(worker) is None and left(worker, before, self._at) is not None

    def cover(self, worker: str, child: str | None) -> str | None:
        """The cover named last for the worker, for this child or for all their work, if in post; else that one's own cover."""
        found = self.covers(worker, child)
        return str(value(found[-1], "cover")) if found else None

    def represented(self, worker: str, child: str | None) -> bool:
        """Whether the worker is in post, or covered for by somebody who is."""
        return self.in_post(worker) or bool(self.covers(worker, child))


@dataclass(frozen=True)
class CoverChange:
    """An entry by which a worker who was not there, and goes on not being there, is covered for no longer, or is again; and from
    when."""

    entry: Entry
    at: datetime
    covered: bool

    @property
    def day(self) -> date:
        """The day that counts."""
        return london_day(self.at)


def cover_changes(
    known: RecordView, worker: str, covered: Callable[[datetime], bool], also: Iterable[tuple[datetime, Entry]] = ()
) -> list[CoverChange]:
    """Each time that cover for a worker who is not there went, or came again, and by which entry. ``also`` are other instants at
    which it may have."""
    found: list[CoverChange] = []
    for at, entry in sorted([*edges(concerned(known, worker)), *also], key=lambda edge: edge[0]):
        before, now = PostHolders.known(known, at - TICK), PostHolders.known(known, at)
        # Of several at one instant the first is what did it. Going away oneself loses no cover, and coming back needs none.
        if (found and found[-1].at == at) or before.in_post(worker) or now.in_post(worker):
            continue
        if (there := covered(at)) != covered(at - TICK):
            found.append(CoverChange(entry, at, there))
    return found


@dataclass(frozen=True)
class TimeUncovered:
    """A time in which a worker was not there and nobody who was covered for them: from when, by which entry, whether they were
    ``gone`` (or away), and until when and by which entry they or somebody were there again."""

    began: datetime
    by: Entry
    gone: bool
    ended: datetime | None = None
    ended_by: Entry | None = None


def times_uncovered(known: RecordView, worker: str, child: str | None) -> list[TimeUncovered]:
    """Each time in which a worker was not represented, oldest first."""
    found: list[TimeUncovered] = []
    open: TimeUncovered | None = None
    for at, entry in edges(concerned(known, worker)):
        posts = PostHolders.known(known, at)
        there = posts.represented(worker, child)
        if open is None and not there:
            open = TimeUncovered(at, entry, gone=isinstance(posts.missing(worker), Departure))
        elif open is not None and there:
            found.append(replace(open, ended=at, ended_by=entry))
            open = None
    return found if open is None else [*found, open]


def concerned(known: RecordView, worker: str) -> list[Entry]:
    """Everything that may say whether the worker, or anybody who may come to cover for them, is there."""
    entries, asked = known.planned(*STAFFING), {worker}
    # One step further each time, until nobody is added: a cover may have a cover.
    while more := {str(value(each, "cover")) for each in entries if str(value(each, "for")) in asked} - asked:
        asked |= more
    return [each for each in entries if not asked.isdisjoint((str(value(each, "worker")), str(value(each, "for"))))]
