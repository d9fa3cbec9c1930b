"""Who leads for a child, and from when the child has nobody: as :mod:`holdfast.engine.reference.lead_worker` says it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.in_post import Effect, KnownStaff, cover_changes, covers, effect, left, missing, staff
from holdfast.engine.compiled.instants import midnight
from holdfast.engine.compiled.person import PersonRecord
from holdfast.standards import professions

ALLOCATED, PART_ENDED = ("worker_allocated",), ("worker_ended",)
AWAY, BACK, GONE = ("absence_started",), ("absence_ended",), ("worker_leaving", "post_left")

Episode = tuple[CompactEntry, str]
"""Somebody became a child's lead worker: by which entry, and who."""


class CompactLeadTime(NamedTuple):
    """One stretch in which a worker led for the child: by which entry, and until which day."""

    allocated: CompactEntry
    worker: str
    until: int | None

    def holds_on(self, day: int) -> bool:
        """Whether the child was still theirs on that day."""
        return self.until is None or day < self.until


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


def lead_times(person: PersonRecord) -> Sequence[CompactLeadTime]:
    """Each stretch in which a worker led. Given the child again after their part had ended, they lead anew."""
    return cast("Sequence[CompactLeadTime]", person.keep("lead times", _lead_times))


def _lead_times(person: PersonRecord) -> Sequence[CompactLeadTime]:
    given: list[Episode] = []
    ended = [entry for entry in person.anybodys(PART_ENDED) if not entry.about or person.id in entry.about]
    for entry in person.read(ALLOCATED):
        worker = str(entry.data.get("worker"))
        if (not given or given[-1][1] != worker or _ended_between(ended, given[-1][0], entry, worker)) and is_lead(person, entry):
            given.append((entry, worker))
    found = []
    for number, (entry, worker) in enumerate(given):
        ends = [each.last for each in ended if each.data.get("worker") == worker and each.last >= entry.last]
        if number + 1 < len(given):
            ends.append(given[number + 1][0].last)
        found.append(CompactLeadTime(entry, worker, min(ends, default=None)))
    return found


def _ended_between(ended: Sequence[CompactEntry], earlier: CompactEntry, later: CompactEntry, worker: str) -> bool:
    return any(each.data.get("worker") == worker and earlier.order < each.order < later.order for each in ended)


def lead_at(person: PersonRecord, at: int) -> str | None:
    """Whoever was last given the child as lead by then, also where their part has ended since."""
    return next((led.worker for led in reversed(lead_times(person)) if led.allocated.start <= at), None)


def absence_of_lead_worker(person: PersonRecord) -> Iterator[CompactStart]:
    """The child's lead worker is away or gone, from that day or from being given the child while already away; and again from
    the day on which whoever covered for them is away or gone."""
    times = lead_times(person)
    # Without a lead worker there is nobody to be away.
    if not times:
        return
    known = staff(person)
    for led in times:
        yield from _away(person, known, led)
        yield from _gone(person, known, led)
        yield from _cover_lost(person, known, led)


def _away(person: PersonRecord, known: KnownStaff, led: CompactLeadTime) -> Iterator[CompactStart]:
    allocated = led.allocated
    for absence in known.about(led.worker, *AWAY):
        day = absence.last
        # Away after the child had gone to somebody else is no matter of this child's.
        if not led.holds_on(day):
            continue
        if day >= allocated.first:
            yield _starting(person, known, led, absence, effect(absence))
        # Away already when they were given the child: it counts from then, since from then the child had nobody.
        elif not _back_by(person, led.worker, day, allocated.last):
            yield _starting(person, known, led, absence, Effect(allocated.last, None, allocated.exact))


def _gone(person: PersonRecord, known: KnownStaff, led: CompactLeadTime) -> Iterator[CompactStart]:
    for entry in known.about(led.worker, *GONE):
        went = effect(entry)
        at = _certainly(went)
        if left(known, led.worker, at) is not entry or missing(known, led.worker, at - 1) is not None:
            continue
        if led.holds_on(went.day) and went.day >= led.allocated.first:
            yield _starting(person, known, led, entry, went)


def _cover_lost(person: PersonRecord, known: KnownStaff, led: CompactLeadTime) -> Iterator[CompactStart]:
    for change in cover_changes(known, led.worker, person.id):
        if not change.covered and led.holds_on(change.day) and change.day >= led.allocated.last:
            yield _counting(led, change.entry, effect(change.entry))


def _counting(led: CompactLeadTime, entry: CompactEntry, when: Effect) -> CompactStart:
    return replaced(start_of(entry, (led.allocated,)), day=when.day, instant=when.instant, exact=when.exact)


def _starting(person: PersonRecord, known: KnownStaff, led: CompactLeadTime, entry: CompactEntry, when: Effect) -> CompactStart:
    """Counting from ``when``, and met as it starts by cover that was in place."""
    covered = covers(known, led.worker, person.id, _certainly(when))
    start = _counting(led, entry, when)
    return replaced(start, already=covered[0]) if covered and covered[0].last < when.day else start


def _certainly(when: Effect) -> int:
    return midnight(when.day) if when.instant is None else when.instant


def _back_by(person: PersonRecord, worker: str, since: int, day: int) -> bool:
    return any(entry.data.get("worker") == worker and since <= entry.last <= day for entry in person.anybodys(BACK))
