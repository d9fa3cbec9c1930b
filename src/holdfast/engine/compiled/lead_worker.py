"""Who leads for a child, and from when the child has nobody: as :mod:`holdfast.engine.reference.lead_worker` says it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, cast

from holdfast.engine.compiled.affiliation import may_be_social_worker
from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.departure import effect, follows, may_be_from, takes_effect
from holdfast.engine.compiled.entries import CompactEntry, certainly_by
from holdfast.engine.compiled.in_post import KnownStaff, cover_changes, covers, missing, staff
from holdfast.engine.compiled.instants import FAR_OFF, day_of, midnight
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.state import CompiledState, Spans, holds_on, spans
from holdfast.engine.reference.departure import DEPARTURES
from holdfast.rules.event import State
from holdfast.standards import professions

ALLOCATED, PART_ENDED, AWAY = ("worker_allocated",), ("worker_ended",), ("absence_started",)
GOES = frozenset(DEPARTURES) - {"worker_ended"}
"""By which a lead worker goes who is still to be covered for."""

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
    for entry in _allocations(person):
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
    ended = _parts_ended(person)
    for entry in _allocations(person):
        worker = str(entry.data.get("worker"))
        if (not given or given[-1][1] != worker or _ended_between(ended, given[-1][0], entry, worker)) and is_lead(person, entry):
            given.append((entry, worker))
    found = []
    for number, (entry, worker) in enumerate(given):
        ends = [each.last for each in ended if each.data.get("worker") == worker and follows(each, entry)]
        if number + 1 < len(given):
            ends.append(given[number + 1][0].last)
        found.append(CompactLeadTime(entry, worker, min(ends, default=None)))
    return found


def _allocations(person: PersonRecord) -> Iterator[CompactEntry]:
    """What gave the child to anybody, also from a day ahead."""
    return (entry for entry in person.record.read_ahead(ALLOCATED) if person.id in entry.about)


def _parts_ended(person: PersonRecord) -> list[CompactEntry]:
    """What says that somebody's part ended for this child, or for every child, also where it was put in ahead of its day."""
    return [entry for entry in person.record.read_ahead(PART_ENDED) if not entry.about or person.id in entry.about]


def _ended_between(ended: Sequence[CompactEntry], earlier: CompactEntry, later: CompactEntry, worker: str) -> bool:
    return any(each.data.get("worker") == worker and follows(each, earlier) and follows(later, each) for each in ended)


def lead_at(person: PersonRecord, at: int) -> str | None:
    """Whoever was last given the child as lead by then, also where their part has ended since."""
    return next((led.worker for led in reversed(lead_times(person)) if led.allocated.start <= at), None)


def cover_of(person: PersonRecord, lead: str, at: int, qualified_in: CompiledState | None) -> tuple[CompactEntry, ...]:
    """The entries that name who covers for the child's lead worker, up to one who is in post: none, where that one is no social
    worker and the child is in a state in which only one may cover."""
    found = covers(staff(person), lead, person.id, at)
    if not found or qualified_in is None or may_be_social_worker(person, str(found[-1].data.get("cover"))):
        return found
    return () if holds_on(person, qualified_in, day_of(at)) else found


def absence_of_lead_worker(compiler: Compiler, state: State | None = None) -> Callable[[PersonRecord], Iterator[CompactStart]]:
    """The child's lead worker is, or may be, away or gone, from that day or from being given the child while away or going; and
    again from the day on which nobody who may covers for them: while the child is in ``state``, nobody but a social worker."""
    qualified_in = compiler.states(state)

    def every(person: PersonRecord) -> Iterator[CompactStart]:
        times = lead_times(person)
        # Without a lead worker there is nobody to be away.
        if not times:
            return
        for led in times:
            watch = _LeadWatch(person, staff(person), led, qualified_in)
            went = (*watch.away(), *watch.gone(), *watch.missing_when_given())
            for start in (*map(watch.unless_covered, went), *watch.cover_lost()):
                if led.holds_on(start.day):
                    yield start

    return every


def part_of_lead_ended(compiler: Compiler, state: State | None = None) -> Callable[[PersonRecord], Iterator[CompactStart]]:
    """The part of the child's lead worker is, or may be, over, and nobody had been given the child by then: on the first day on
    which it may be and the child is in ``state``."""
    during = compiler.states(state)

    def every(person: PersonRecord) -> Iterator[CompactStart]:
        times = lead_times(person)
        parts = _parts_ended(person) if times else []
        for number, led in enumerate(times):
            own = (each for each in parts if each.data.get("worker") == led.worker and follows(each, led.allocated))
            ended = next(own, None)
            if ended is None or (number + 1 < len(times) and follows(ended, times[number + 1].allocated)):
                continue
            first = min(max(ended.first, led.allocated.last + 1), ended.last)
            day = first if during is None else _first_day(spans(person, during), first)
            if day <= ended.last:
                yield replaced(start_of(ended), day=day, follows=day == ended.last)

    return every


def _first_day(stretches: Spans, day: int) -> int:
    """The first day from another on, on which a state holds."""
    return min((max(day, each.start) for each in stretches if max(day, each.start) < each.end), default=FAR_OFF)


class _LeadWatch(NamedTuple):
    """One stretch of leading for a child, and what may leave the child without anybody in it."""

    person: PersonRecord
    known: KnownStaff
    led: CompactLeadTime
    qualified_in: CompiledState | None

    def away(self) -> Iterator[CompactStart]:
        """From when they are, or may be, away."""
        for absence in self.known.about(self.led.worker, *AWAY):
            # Away after the child had gone to somebody else is no matter of this child's.
            if self.led.holds_on(absence.first) and absence.first >= self.led.allocated.first:
                yield self._counting(absence, absence.start)

    def gone(self) -> Iterator[CompactStart]:
        """From when they are, or may be, gone."""
        worker, known = self.led.worker, self.known
        own = known.of.get(worker, ())
        # Nobody who was never said to go can be gone.
        if not any(entry.type in GOES for entry in own):
            return
        for at in sorted({at for entry in own for at in takes_effect(entry)}):
            if at <= self.led.allocated.start or not self.led.holds_on(day_of(at)):
                continue
            went = missing(known, worker, at)
            if went is not None and went.type in GOES and missing(known, worker, at - 1) is None:
                yield self._counting(went, at)

    def missing_when_given(self) -> Iterator[CompactStart]:
        """From being given the child while away or going already."""
        given = self.led.allocated
        entry = missing(self.known, self.led.worker, certainly_by(given))
        if entry is None or entry.type in PART_ENDED or not self.led.holds_on(given.last):
            return
        absent = entry.type == "absence_started"
        if entry.first < given.first if absent else may_be_from(entry) <= given.start:
            yield self._counting(entry, midnight(given.last), exact=given.exact)

    def cover_lost(self) -> Iterator[CompactStart]:
        """From when nobody who may covers for them any more."""

        def covered(at: int) -> bool:
            return bool(cover_of(self.person, self.led.worker, at, self.qualified_in))

        def harder() -> Iterator[tuple[int, CompactEntry]]:
            held = () if self.qualified_in is None else spans(self.person, self.qualified_in)
            return ((midnight(span.start), span.started_by) for span in held)

        for change in cover_changes(self.known, self.led.worker, covered, harder):
            day = day_of(change.at)
            if not change.covered and self.led.holds_on(day) and day >= self.led.allocated.last:
                yield self._counting(change.entry, change.at)

    def unless_covered(self, start: CompactStart) -> CompactStart:
        """Met as it starts by cover that was in place."""
        at = midnight(start.day) if start.instant is None else start.instant
        covered = cover_of(self.person, self.led.worker, at, self.qualified_in)
        return replaced(start, already=covered[0]) if covered and covered[0].last < start.day else start

    def _counting(self, entry: CompactEntry, at: int, *, exact: bool = True) -> CompactStart:
        went = effect(entry)
        certain = at >= went.surely
        return replaced(
            start_of(entry, (self.led.allocated,)),
            day=day_of(at) if certain else max(day_of(at), went.day),
            instant=at if at == went.instant else None,
            exact=exact and certain,
        )
