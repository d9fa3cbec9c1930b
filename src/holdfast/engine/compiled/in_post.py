"""Who is in post at an instant, and who stands in for those who are not: as :mod:`holdfast.engine.reference.in_post` says it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from holdfast.engine.compiled.departure import edges, follows, left
from holdfast.engine.compiled.entries import CompactEntry, certainly_by
from holdfast.engine.compiled.instants import day_of
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.reference.in_post import COMING_BACK
from holdfast.rules.conditions.workforce import STAFFING
from holdfast.vocabulary.world import KnownWorker


class CompactAbsence(NamedTuple):
    """The absence a worker is in. ``certain`` is false where the dates only allow it."""

    entry: CompactEntry
    certain: bool


def away(worker: str, entries: Iterable[CompactEntry], at: int) -> CompactAbsence | None:
    """The absence that a worker is in at an instant, by these entries; ``None`` when they are at work."""
    own = [entry for entry in entries if entry.data.get("worker") == worker]
    ends = [entry for entry in own if entry.type == "absence_ended"]
    best: CompactAbsence | None = None
    for entry in own:
        if entry.type != "absence_started" or at < entry.start:
            continue
        back = [each for each in ends if follows(each, entry)]
        # Certainly back. Being expected back brings nobody back.
        if any(at >= certainly_by(each) for each in back):
            continue
        found = CompactAbsence(entry, at >= certainly_by(entry) and not any(at >= each.start for each in back))
        # A certain absence says more than a possible one; among equals the latest is the one people speak of.
        if best is None or (found.certain, entry.start) > (best.certain, best.entry.start):
            best = found
    return best


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


def gone(known: KnownStaff, worker: str, at: int) -> CompactEntry | None:
    """The entry by which the worker left, where they had by then and have not come back."""
    return left(_begun(known, worker, at), at)


def _begun(known: KnownStaff, worker: str, at: int) -> list[CompactEntry]:
    return [entry for entry in known.of.get(worker, ()) if entry.start <= at]


def is_in_post(known: KnownStaff, worker: str, at: int) -> bool:
    """Whether the worker is known, not away, and has not left."""
    return worker in known.workers and (worker not in known.of or missing(known, worker, at) is None)


def missing(known: KnownStaff, worker: str, at: int) -> CompactEntry | None:
    """The entry by which the worker is away or gone."""
    absent: CompactAbsence | None = away(worker, known.about(worker, "absence_started", "absence_ended"), at)
    return gone(known, worker, at) if absent is None else absent.entry


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
    for entry in reversed(known.covers.get(worker, ())):
        concerns = not entry.about or child in entry.about
        if entry.start <= at and concerns and not _back_since(known, worker, entry, at):
            return entry
    return None


def _back_since(known: KnownStaff, worker: str, named: CompactEntry, at: int) -> bool:
    """Whether cover was named for an absence or a going that the worker is back from."""
    return any(
        certainly_by(each) <= at and follows(each, named) and _brought_back(known, worker, each)
        for each in known.about(worker, *COMING_BACK)
    )


def _brought_back(known: KnownStaff, worker: str, entry: CompactEntry) -> bool:
    """Whether by this entry a worker who was not there is there again."""
    at = certainly_by(entry)
    if entry.type == "absence_ended":
        return gone(known, worker, at) is None
    if missing(known, worker, at) is not None:
        return False
    return left([each for each in _begun(known, worker, at) if each is not entry], at) is not None


def is_represented(known: KnownStaff, worker: str, child: str, at: int) -> bool:
    """Whether the worker is in post, or covered for by somebody who is."""
    return is_in_post(known, worker, at) or bool(covers(known, worker, child, at))


class CompactCoverChange(NamedTuple):
    """By which entry a worker who is not there is covered for no longer, or is again, and from when."""

    entry: CompactEntry
    at: int
    covered: bool


def cover_changes(
    known: KnownStaff, worker: str, covered: Callable[[int], bool], also: Callable[[], Iterable[tuple[int, CompactEntry]]]
) -> list[CompactCoverChange]:
    """Each time that cover for a worker who is not there went, or came again. ``also`` gives other instants at which it may
    have."""
    # Nobody was ever named for them: then nothing can change.
    if worker not in known.covers:
        return []
    found: list[CompactCoverChange] = []
    for at, entry in sorted([*edges(known.concerned(worker)), *also()], key=lambda edge: edge[0]):
        if (found and found[-1].at == at) or is_in_post(known, worker, at - 1) or is_in_post(known, worker, at):
            continue
        if (there := covered(at)) != covered(at - 1):
            found.append(CompactCoverChange(entry, at, there))
    return found


class CompactTimeUncovered(NamedTuple):
    """A time in which a worker was not represented: its first day, by which entry, whether they were gone (or away), its end
    (``None`` while it lasts) and by which entry."""

    day: int
    by: CompactEntry
    gone: bool
    ended: int | None
    ended_by: CompactEntry | None


def times_uncovered(known: KnownStaff, worker: str, child: str) -> list[CompactTimeUncovered]:
    """Each time in which a worker was not there and nobody who was covered for them, oldest first."""
    found: list[CompactTimeUncovered] = []
    open: CompactTimeUncovered | None = None
    for at, entry in edges(known.concerned(worker)):
        there = is_represented(known, worker, child, at)
        if open is None and not there:
            absent = away(worker, known.about(worker, "absence_started", "absence_ended"), at)
            open = CompactTimeUncovered(day_of(at), entry, absent is None, None, None)
        elif open is not None and there:
            found.append(open._replace(ended=day_of(at), ended_by=entry))
            open = None
    return found if open is None else [*found, open]
