"""Who is in post at an instant: not away, not gone, and who stands in for those who are not.

This is the one answer to whether somebody whom the record names is there. Whatever is met, answered or told by naming a worker
asks here, and never whether a form was filled in. Who is on shift is another question.

A worker is away from the day it started until it is recorded that they are back: the day they were expected back passing
brings nobody back. Where dates are imprecise and it cannot be told, they are possibly away, which counts as away: doubt
sends work to somebody who is certainly there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from holdfast.engine.reference.entry_fields import plain, value
from holdfast.engine.reference.record_view import RecordView, order
from holdfast.kernel.when import TICK, When, start_of_day
from holdfast.rules.conditions.workforce import STAFFING
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownWorker

DAY = timedelta(days=1)
DEPARTURES = ("worker_ended", "worker_leaving", "post_left")
"""By which somebody may have gone; a child or a post that they were given later brings them back."""


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


@dataclass(frozen=True)
class Departure:
    """A worker who is no longer in post. ``last_day`` is the last on which they were, or the day they went where no other was
    set."""

    worker: str
    last_day: When
    entry: str
    set_ahead: bool

    def in_words(self) -> str:
        """For a sentence: "gone; the last day was 5 Mar 2026"."""
        # An entry that sets the last day says it; one that says that somebody went says only when.
        return (
            f"gone; the last day was {self.last_day.in_words()}" if self.set_ahead else f"gone since {self.last_day.in_words()}"
        )


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
        found = [*self._ended(worker), *self._last_day_passed(worker), *self._post_left(worker)]
        return max(found, key=lambda each: each.last_day.start, default=None)

    def _ended(self, worker: str) -> Iterator[Departure]:
        # Gone for good, and not only from one child; given a child again, or another post, they are back.
        for entry in self._by(worker, "worker_ended")[-1:]:
            if not self._came_after(worker, entry):
                yield Departure(worker, entry.happened, entry.id, set_ahead=False)

    def _by(self, worker: str, *types: str) -> list[Entry]:
        found = [entry for entry in self._entries(worker, *types) if value(entry, "worker") == worker]
        return sorted((entry for entry in found if entry.type != "worker_ended" or not entry.about), key=order)

    def _came_after(self, worker: str, left: Entry) -> bool:
        return any(order(entry) > order(left) for entry in self._by(worker, "worker_allocated", "post_taken_up"))

    def _last_day_passed(self, worker: str) -> Iterator[Departure]:
        # The latest word: a last day is put off, or brought forward, by saying another.
        for entry in self._by(worker, "worker_leaving")[-1:]:
            last: When = value(entry, "last_day")
            came = self._by(worker, "worker_allocated", "post_taken_up")
            # Whoever is given a child in their last week is going all the same; only what came after the last day is a return.
            if self._at >= start_of_day(last.first + DAY) and not any(each.happened.first > last.last for each in came):
                yield Departure(worker, last, entry.id, set_ahead=True)

    def _post_left(self, worker: str) -> Iterator[Departure]:
        for entry in self._by(worker, "post_left")[-1:]:
            if not self._came_after(worker, entry) and not self._holds_another_post(worker):
                yield Departure(worker, entry.happened, entry.id, set_ahead=False)

    def _holds_another_post(self, worker: str) -> bool:
        posts: dict[str, bool] = {}
        # Whoever took up the next post before leaving the last is somewhere else in the house, and not gone.
        for entry in self._by(worker, "post_taken_up", "post_left"):
            posts[plain(value(entry, "post"))] = entry.type == "post_taken_up"
        return any(posts.values())

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
        back = self._entries(worker, "absence_ended")
        named = [
            entry
            for entry in self._entries(worker, "cover_named")
            if value(entry, "for") == worker
            and (not entry.about or child is None or child in entry.about)
            # Cover that was named for an absence they are back from is over, though nobody ended it.
            and not any(follows(ended, entry) for ended in back)
        ]
        return named[-1] if named else None

    def cover(self, worker: str, child: str | None) -> str | None:
        """The cover named last for the worker, for this child or for all their work, if in post; else that one's own cover."""
        found = self.covers(worker, child)
        return str(value(found[-1], "cover")) if found else None

    def represented(self, worker: str, child: str | None) -> bool:
        """Whether the worker is in post, or covered for by somebody who is."""
        return self.in_post(worker) or bool(self.covers(worker, child))


@dataclass(frozen=True)
class CoverChange:
    """An entry by which a worker who was not there, and goes on not being there, is covered for no longer, or is again; and the
    day that counts."""

    entry: Entry
    at: datetime
    day: date
    covered: bool


def takes_effect(entry: Entry) -> tuple[datetime, ...]:
    """The instants from which an entry about a worker may change who is in post."""
    if entry.type == "worker_leaving":
        last: When = value(entry, "last_day")
        return (start_of_day(last.first + DAY),)
    # From when it can have been and from when it certainly was: possibly away counts as away, possibly back does not.
    return tuple(dict.fromkeys((entry.happened.start, entry.happened.instant or start_of_day(entry.happened.last))))


def day_of_effect(entry: Entry) -> When:
    """The day from which an entry about a worker counts: of one that sets the last day, the day after it."""
    if entry.type == "worker_leaving":
        last: When = value(entry, "last_day")
        return When.between(last.first + DAY, last.last + DAY)
    return entry.happened


def cover_changes(known: RecordView, worker: str, child: str | None) -> list[CoverChange]:
    """Each time that cover for a worker who is not there went, or came again, and by which entry."""
    changes = [(at, entry) for entry in concerned(known, worker) for at in takes_effect(entry)]
    found: list[CoverChange] = []
    for at, entry in sorted(changes, key=lambda each: (each[0], order(each[1]))):
        before, now = PostHolders.known(known, at - TICK), PostHolders.known(known, at)
        # Of several at one instant the first is what did it. Going away oneself loses no cover, and coming back needs none.
        if (found and found[-1].at == at) or before.in_post(worker) or now.in_post(worker):
            continue
        covered = bool(now.covers(worker, child))
        if covered != bool(before.covers(worker, child)):
            found.append(CoverChange(entry, at, day_of_effect(entry).last, covered))
    return found


def concerned(known: RecordView, worker: str) -> list[Entry]:
    """Everything that may say whether the worker, or anybody who may come to cover for them, is there."""
    entries, asked = known.planned(*STAFFING), {worker}
    # One step further each time, until nobody is added: a cover may have a cover.
    while more := {str(value(each, "cover")) for each in entries if str(value(each, "for")) in asked} - asked:
        asked |= more
    return [each for each in entries if not asked.isdisjoint((str(value(each, "worker")), str(value(each, "for"))))]
