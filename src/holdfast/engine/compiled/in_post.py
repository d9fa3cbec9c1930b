"""Who is in post at an instant, and who stands in for those who are not: as :mod:`holdfast.engine.reference.in_post` says it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from holdfast.engine.compiled.entries import CompactEntry, certainly_by, planned
from holdfast.engine.compiled.instants import instant, midnight
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.worker_absence import CompactAbsence, away, follows
from holdfast.engine.reference.entry_fields import plain
from holdfast.kernel.when import When
from holdfast.rules.conditions.workforce import STAFFING
from holdfast.vocabulary.world import KnownWorker

CAME = ("worker_allocated", "post_taken_up")


class KnownStaff:
    """What a state of knowledge says of who works: the entries of each type about each worker, and who is known."""

    __slots__ = ("covers", "of", "workers")

    def __init__(self, entries: Iterable[CompactEntry], workers: Mapping[str, KnownWorker]) -> None:
        self.workers = workers
        # By whose it is, because a family reads the leave of everybody it works with, and each question is about one.
        self.of: dict[str, list[CompactEntry]] = {}
        self.covers: dict[str, list[CompactEntry]] = {}
        for entry in entries:
            own, whose = (self.covers, "for") if entry.type == "cover_named" else (self.of, "worker")
            own.setdefault(str(entry.data.get(whose)), []).append(entry)

    def about(self, worker: str, *types: str) -> list[CompactEntry]:
        """What is said of the worker in entries of these types, in reading order."""
        return [entry for entry in self.of.get(worker, ()) if entry.type in types]

    def concerned(self, worker: str) -> Iterator[CompactEntry]:
        """Everything that may say whether the worker, or anybody who may come to cover for them, is there."""
        asked, seen = [worker], {worker}
        while asked:
            each = asked.pop()
            yield from self.of.get(each, ())
            for named in self.covers.get(each, ()):
                yield named
                cover = str(named.data.get("cover"))
                if cover not in seen:
                    seen.add(cover)
                    asked.append(cover)


def staff(person: PersonRecord) -> KnownStaff:
    """What is known of who works with a person."""
    found: KnownStaff = person.keep("staff", _staff)
    return found


def _staff(person: PersonRecord) -> KnownStaff:
    # Leave is put in before it begins, and by its day it is leave like any other.
    return KnownStaff(person.record.read_ahead(STAFFING), person.record.people.workers)


def left(known: KnownStaff, worker: str, at: int) -> CompactEntry | None:
    """The entry by which the worker left, where they had by then and have not come back."""
    if worker not in known.of:
        return None
    own = [entry for entry in known.of[worker] if entry.start <= at]
    best: tuple[int, CompactEntry] | None = None
    for entry, since in (*_ended(own), *_last_day_passed(own, at), *_post_left(own)):
        if best is None or since > best[0]:
            best = (since, entry)
    return None if best is None else best[1]


def _latest(own: Iterable[CompactEntry], type: str) -> list[CompactEntry]:
    # Their part for one child is not their post.
    return [entry for entry in own if entry.type == type and (type != "worker_ended" or not entry.about)][-1:]


def _came_after(own: Iterable[CompactEntry], left: CompactEntry) -> bool:
    return any(entry.type in CAME and entry.order > left.order for entry in own)


def _ended(own: Sequence[CompactEntry]) -> Iterator[tuple[CompactEntry, int]]:
    for entry in _latest(own, "worker_ended"):
        if not _came_after(own, entry):
            yield entry, entry.start


def _last_day_passed(own: Sequence[CompactEntry], at: int) -> Iterator[tuple[CompactEntry, int]]:
    for entry in _latest(own, "worker_leaving"):
        last = last_day(entry)
        came = any(each.type in CAME and each.first > last.last.toordinal() for each in own)
        if at >= midnight(last.first.toordinal() + 1) and not came:
            yield entry, instant(last.start)


def _post_left(own: Sequence[CompactEntry]) -> Iterator[tuple[CompactEntry, int]]:
    for entry in _latest(own, "post_left"):
        posts = {plain(each.data.get("post")): each.type for each in own if each.type in ("post_taken_up", "post_left")}
        if not _came_after(own, entry) and "post_taken_up" not in posts.values():
            yield entry, entry.start


def last_day(entry: CompactEntry) -> When:
    """The last day that an entry sets for a worker who is leaving."""
    found = planned(entry, "last_day")
    assert found is not None, "a last day is required"
    return found


def is_in_post(known: KnownStaff, worker: str, at: int) -> bool:
    """Whether the worker is known, not away, and has not left."""
    return worker in known.workers and (worker not in known.of or missing(known, worker, at) is None)


def missing(known: KnownStaff, worker: str, at: int) -> CompactEntry | None:
    """The entry by which the worker is away or gone."""
    absent: CompactAbsence | None = away(worker, known.about(worker, "absence_started", "absence_ended"), at)
    return left(known, worker, at) if absent is None else absent.entry


def covers(known: KnownStaff, worker: str, child: str, at: int) -> tuple[CompactEntry, ...]:
    """The entries that name who covers for the worker, and for that one in turn, up to the first who is in post; none where that
    leads to nobody."""
    found: list[CompactEntry] = []
    seen = {worker}
    while (named := _cover_named(known, worker, child, at)) is not None:
        worker = str(named.data.get("cover"))
        # Nobody covers for themselves, and round and round is nobody.
        if worker in seen:
            return ()
        found.append(named)
        if is_in_post(known, worker, at):
            return tuple(found)
        seen.add(worker)
    return ()


def _cover_named(known: KnownStaff, worker: str, child: str, at: int) -> CompactEntry | None:
    back = [entry for entry in known.about(worker, "absence_ended") if entry.start <= at]
    for entry in reversed(known.covers.get(worker, ())):
        concerns = not entry.about or child in entry.about
        if entry.start <= at and concerns and not any(follows(ended, entry) for ended in back):
            return entry
    return None


def is_represented(known: KnownStaff, worker: str, child: str, at: int) -> bool:
    """Whether the worker is in post, or covered for by somebody who is."""
    return is_in_post(known, worker, at) or bool(covers(known, worker, child, at))


class CompactCoverChange(NamedTuple):
    """By which entry a worker who is not there is covered for no longer, or is again, and on which day."""

    entry: CompactEntry
    at: int
    day: int
    covered: bool


def takes_effect(entry: CompactEntry) -> tuple[int, ...]:
    """The instants from which an entry about a worker may change who is in post."""
    if entry.type == "worker_leaving":
        return (midnight(last_day(entry).first.toordinal() + 1),)
    surely = certainly_by(entry)
    return (entry.start,) if entry.start == surely else (entry.start, surely)


class Effect(NamedTuple):
    """The day from which an entry about a worker counts, its time where that is known, and whether the day is exact."""

    day: int
    instant: int | None
    exact: bool


def effect(entry: CompactEntry) -> Effect:
    """From when it counts: of one that sets the last day, the day after it."""
    if entry.type == "worker_leaving":
        last = last_day(entry)
        return Effect(last.last.toordinal() + 1, None, last.exact)
    return Effect(entry.last, entry.instant, entry.exact)


def cover_changes(known: KnownStaff, worker: str, child: str) -> list[CompactCoverChange]:
    """Each time that cover for a worker who is not there went, or came again."""
    # Nobody was ever named for them: then nothing can change.
    if worker not in known.covers:
        return []
    changes = [(at, entry.order, entry) for entry in known.concerned(worker) for at in takes_effect(entry)]
    found: list[CompactCoverChange] = []
    for at, _, entry in sorted(changes, key=lambda change: change[:2]):
        if (found and found[-1].at == at) or is_in_post(known, worker, at - 1) or is_in_post(known, worker, at):
            continue
        covered = bool(covers(known, worker, child, at))
        if covered != bool(covers(known, worker, child, at - 1)):
            found.append(CompactCoverChange(entry, at, effect(entry).day, covered))
    return found
