"""Who a child's lead worker was, when a worker was away, and who covered for them: as
:mod:`holdfast.engine.reference.worker_absence` and :mod:`holdfast.engine.reference.triggers.patterns` say it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.entries import CompactEntry, certainly_by
from holdfast.engine.compiled.instants import LONG_AGO
from holdfast.engine.compiled.person import PersonRecord
from holdfast.standards import professions

ALLOCATED, LEFT, COVER = ("worker_allocated",), ("worker_ended",), ("cover_named",)
STARTED, ENDED = ("absence_started",), ("absence_ended",)
ABSENCES = (*STARTED, *ENDED)

Episode = tuple[CompactEntry, str]
"""Somebody became a child's lead worker: by which entry, and who."""


class CompactAbsence(NamedTuple):
    """The absence a worker is in. ``certain`` is false where the dates only allow it."""

    entry: CompactEntry
    certain: bool


def role_in(person: PersonRecord, entry: CompactEntry) -> str:
    """The role in which an entry names a worker: as it says, or else as the worker has it. Empty where neither is known."""
    # As whom they were given the child goes before what they otherwise are.
    said = entry.data.get("role")
    role = professions.normal(said) if said else ""
    if role:
        return role
    worker = person.record.people.workers.get(str(entry.data.get("worker")))
    return professions.normal(worker.role) if worker is not None else ""


def is_lead(person: PersonRecord, entry: CompactEntry) -> bool:
    """Whether the worker it names was given the child as the lead."""
    return role_in(person, entry) in professions.LEAD_ROLES


def lead_episodes(person: PersonRecord) -> Sequence[Episode]:
    """Each time somebody became this child's lead worker. The same worker again is no change."""
    return cast("Sequence[Episode]", person.keep("lead episodes", _lead_episodes))


def _lead_episodes(person: PersonRecord) -> Sequence[Episode]:
    found: list[Episode] = []
    for entry in person.read(ALLOCATED):
        worker = str(entry.data.get("worker"))
        # The cheaper question first: given the child again, the same worker is no new episode.
        if (not found or found[-1][1] != worker) and is_lead(person, entry):
            found.append((entry, worker))
    return found


def absences(person: PersonRecord) -> Sequence[CompactEntry]:
    """Every entry that says that a worker is away or back, also those recorded ahead of their day."""
    # Leave is put in before it begins, and by its day it is leave like any other.
    return person.record.read_ahead(ABSENCES)


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


def follows(entry: CompactEntry, earlier: CompactEntry) -> bool:
    """Whether ``entry`` came after ``earlier``. Where the dates cannot say which came first, what was written later did."""
    if entry.start > earlier.end:
        return True
    if entry.end < earlier.start:
        return False
    return (entry.recorded, entry.order) >= (earlier.recorded, earlier.order)


def absence_of_lead_worker(person: PersonRecord) -> Iterator[CompactStart]:
    """The child's worker is away: from the absence, or from being given the child while already away."""
    episodes = lead_episodes(person)
    if not episodes:
        return
    started = person.record.read_ahead(STARTED)
    for number, (allocated, worker) in enumerate(episodes):
        until = _until(person, episodes, number)
        for absence in started:
            day = absence.last
            # Away after the child had gone to somebody else is no matter of this child's.
            if absence.data.get("worker") != worker or (until is not None and day >= until):
                continue
            if day >= allocated.first:
                yield replaced(start_of(absence, (allocated,)), already=cover_in_place(person, worker, day))
            # Away already when they were given the child: it counts from then, since from then the child had nobody.
            elif not _back_by(person, worker, day, allocated.last):
                yield replaced(
                    start_of(absence, (allocated,)),
                    day=allocated.last,
                    instant=None,
                    exact=allocated.exact,
                    already=cover_in_place(person, worker, allocated.last),
                )


def _until(person: PersonRecord, episodes: Sequence[Episode], number: int) -> int | None:
    """The day on which the child went to another worker, or this one left."""
    allocated, worker = episodes[number]
    ends = [episodes[number + 1][0].last] if number + 1 < len(episodes) else []
    ends += [
        entry.last
        for entry in person.anybodys(LEFT)
        if entry.data.get("worker") == worker and _concerns(person, entry) and entry.last >= allocated.last
    ]
    return min(ends, default=None)


def _concerns(person: PersonRecord, entry: CompactEntry) -> bool:
    """Whether an entry about a worker speaks for this child: it names no child, or this one."""
    return not entry.about or person.id in entry.about


def _back_by(person: PersonRecord, worker: str, since: int, day: int) -> bool:
    return any(entry.data.get("worker") == worker and since <= entry.last <= day for entry in person.anybodys(ENDED))


def cover_in_place(person: PersonRecord, worker: str, day: int) -> CompactEntry | None:
    """Cover that had been named for the worker before ``day``, since they were last back from being away."""
    back = (entry.last for entry in person.anybodys(ENDED) if entry.data.get("worker") == worker and entry.last <= day)
    since = max(back, default=LONG_AGO)
    named = [
        entry
        for entry in person.anybodys(COVER)
        if entry.data.get("for") == worker and _concerns(person, entry) and since <= entry.last < day
    ]
    return named[-1] if named else None
