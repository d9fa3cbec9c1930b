"""How a worker goes, and comes back: their part ended, their last day passed, or they left their post.

Whoever may be gone counts as gone, from the first day on which they may be, and whoever may be back does not count as back until
they certainly are: doubt sends work, and the question, to somebody who is certainly there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.version_timeline import follows, order
from holdfast.kernel.when import When, start_of_day
from holdfast.standards.post_titles import title_in, words_of
from holdfast.vocabulary.entry import Entry

DAY = timedelta(days=1)
DEPARTURES = ("worker_ended", "worker_leaving", "post_left")
"""By which somebody may have gone."""
RETURNS = ("worker_allocated", "post_taken_up")
"""A child or a post that they were given since, by which they are back."""
MOVING_ON = timedelta(days=31)
"""Within how long before leaving a post the next one is taken up, where the record does not have the one that is left."""


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


def left(worker: str, entries: Iterable[Entry], at: datetime) -> Departure | None:
    """How the worker left, by ``entries`` that may have begun by ``at``, where they have not come back."""
    # Their part for one child is not their post.
    theirs = (each for each in entries if value(each, "worker") == worker and (each.type != "worker_ended" or not each.about))
    own = sorted(theirs, key=order)
    found = [*_ended(worker, own, at), *_last_day_passed(worker, own, at), *_post_left(worker, own, at)]
    return max(found, key=lambda each: each.last_day.start, default=None)


def _ended(worker: str, own: Sequence[Entry], at: datetime) -> Iterator[Departure]:
    # Gone for good, and not only from one child; given a child again, or another post, they are back.
    for entry in _of(own, "worker_ended"):
        if not _came_after(own, entry, at):
            yield Departure(worker, entry.happened, entry.id, set_ahead=False)


def _of(own: Iterable[Entry], *types: str) -> list[Entry]:
    return [entry for entry in own if entry.type in types]


def _came_after(own: Sequence[Entry], gone: Entry, at: datetime) -> bool:
    return any(follows(each, gone) and each.happened.certain_from <= at for each in _of(own, *RETURNS))


def _last_day_passed(worker: str, own: Sequence[Entry], at: datetime) -> Iterator[Departure]:
    # The latest word: a last day is put off, or brought forward, by saying another.
    for entry in _of(own, "worker_leaving")[-1:]:
        last: When = value(entry, "last_day")
        # Whoever is given a child in their last week is going all the same; only what came after the last day is a return.
        came = any(each.happened.first > last.last and each.happened.certain_from <= at for each in _of(own, *RETURNS))
        if at >= start_of_day(last.first + DAY) and not came:
            yield Departure(worker, last, entry.id, set_ahead=True)


def _post_left(worker: str, own: Sequence[Entry], at: datetime) -> Iterator[Departure]:
    for entry in _of(own, "post_left"):
        if not _came_after(own, entry, at) and not _holds_another_post(own, entry, at):
            yield Departure(worker, entry.happened, entry.id, set_ahead=False)


def _holds_another_post(own: Sequence[Entry], gone: Entry, at: datetime) -> bool:
    """Whether whoever leaves this post is still in one: the last that they took up, where that is not the one they leave.

    One post after another is a career: taking up the next ends the one before, though nobody wrote down that it was left.
    Whoever keeps two takes up the one they keep again.
    """
    taken = [each for each in _of(own, "post_taken_up") if each.happened.certain_from <= at and not follows(each, gone)]
    if not taken or not _is_another(gone, taken):
        return False
    others = (each for each in _of(own, "post_left") if each.id != gone.id and follows(each, taken[-1]))
    return all(_is_another(each, taken) for each in others)


def _is_another(gone: Entry, taken: Sequence[Entry]) -> bool:
    *before, last = taken
    # By its very name first, and then by its title: the same post is seldom spelt twice in the same way.
    for same in (_same_name, _same_post):
        if same(gone, last):
            return False
        if any(same(gone, each) for each in before):
            return True
    # The record never had them take up what they leave. Then it is the one it has, by another name, unless that is so new that
    # it must be where they went.
    return last.happened.last >= gone.happened.first - MOVING_ON


def _same_name(one: Entry, other: Entry) -> bool:
    return words_of(_post(one)) == words_of(_post(other))


def _same_post(one: Entry, other: Entry) -> bool:
    return title_in(_post(one)) == title_in(_post(other))


def _post(entry: Entry) -> str:
    return str(value(entry, "post"))


def may_be_from(entry: Entry) -> datetime:
    """The instant from which what an entry says of a worker may be so."""
    if entry.type == "worker_leaving":
        last: When = value(entry, "last_day")
        # Nobody is gone by a last day that nobody had set yet.
        return max(start_of_day(last.first + DAY), entry.happened.start)
    return entry.happened.start


def takes_effect(entry: Entry) -> tuple[datetime, ...]:
    """The instants from which an entry about a worker may change who is in post."""
    if entry.type == "worker_leaving":
        # As it is said, too: it may put off a last day that had passed.
        return tuple(dict.fromkeys((entry.happened.start, may_be_from(entry))))
    # From when it can have been and from when it certainly was: possibly away counts as away, possibly back does not.
    return tuple(dict.fromkeys((entry.happened.start, entry.happened.certain_from)))


def edges(entries: Iterable[Entry]) -> list[tuple[datetime, Entry]]:
    """Each instant at which one of the entries may change who is in post, in turn. Of several at one instant what takes anybody
    away goes before what only says that they will go."""
    found = [(at, entry) for entry in entries for at in takes_effect(entry)]
    return sorted(found, key=lambda edge: (edge[0], edge[0] < may_be_from(edge[1]), order(edge[1])))


def day_of_effect(entry: Entry) -> When:
    """The day from which an entry about a worker counts: of one that sets the last day, the day after it."""
    if entry.type == "worker_leaving":
        last: When = value(entry, "last_day")
        return When.between(last.first + DAY, last.last + DAY)
    return entry.happened


def known_from(entry: Entry) -> datetime | None:
    """The very instant from which it counts, where anybody said it: the day after a last day begins at midnight, and of another
    day nobody said at what hour."""
    went = day_of_effect(entry)
    return went.certain_from if entry.type == "worker_leaving" and went.exact else went.instant
