"""Who leads for a child, and from when the child has nobody: the lead worker is not there, and nobody who is covers for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from holdfast.engine.reference.affiliation import may_be_social_worker, role_of
from holdfast.engine.reference.departure import DAY, Departure, day_of_effect, may_be_from, takes_effect
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.in_post import Absence, PostHolders, cover_changes
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.state import StateSpan, spans
from holdfast.engine.reference.version_timeline import follows
from holdfast.kernel.when import TICK, london_day, start_of_day
from holdfast.rules.conditions.workforce import STAFFING
from holdfast.rules.event import State
from holdfast.standards import professions
from holdfast.vocabulary.entry import Entry

PART_ENDED = "worker_ended"
"""Whose part is over is not covered for: another has to be given the child, which is asked by itself."""


def _leads(person: PersonView) -> Iterator[tuple[Entry, str]]:
    # From the day they are to have it, where that was put in ahead of it, as the roster has it.
    for entry in person.known.planned("worker_allocated"):
        if person.id not in entry.about:
            continue
        worker = str(value(entry, "worker"))
        # As whom they were given the child goes before what they otherwise are.
        role = professions.normal(value(entry, "role")) or role_of(person.known, worker)
        if role in professions.LEAD_ROLES:
            yield entry, worker


def lead_episodes(person: PersonView) -> list[tuple[Entry, str]]:
    """Each time somebody became this child's lead worker: the entry and the worker. The same worker again is no change."""
    found: list[tuple[Entry, str]] = []
    for entry, worker in _leads(person):
        if not found or found[-1][1] != worker:
            found.append((entry, worker))
    return found


@dataclass(frozen=True)
class LeadTime:
    """One stretch in which a worker led for the child: by which entry, and until which day. ``until`` is the day on which the
    child went to another worker or this one's part ended."""

    allocated: Entry
    worker: str
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the child was still theirs on that day."""
        return self.until is None or day < self.until


def lead_times(person: PersonView) -> list[LeadTime]:
    """Each stretch in which a worker led. Given the child again after their part had ended, they lead anew."""
    given: list[tuple[Entry, str]] = []
    for entry, worker in _leads(person):
        if not given or given[-1][1] != worker or _ended_between(person, given[-1][0], entry, worker):
            given.append((entry, worker))
    found = []
    for number, (entry, worker) in enumerate(given):
        # As the roster has it: given the child again later that day, they lead on.
        ends = [each.happened.last for each in _parts_ended(person, worker) if follows(each, entry)]
        # Whichever was first: the child given to somebody else, or the worker gone.
        ends += [given[number + 1][0].happened.last] if number + 1 < len(given) else []
        found.append(LeadTime(entry, worker, min(ends, default=None)))
    return found


def _parts_ended(person: PersonView, worker: str) -> list[Entry]:
    """What says that the worker's part ended for this child, or for every child."""
    # One that was put in ahead of its day ends it on that day, as the roster has it.
    ended = person.known.planned(PART_ENDED)
    return [entry for entry in ended if value(entry, "worker") == worker and (not entry.about or person.id in entry.about)]


def _ended_between(person: PersonView, earlier: Entry, later: Entry, worker: str) -> bool:
    return any(follows(entry, earlier) and follows(later, entry) for entry in _parts_ended(person, worker))


def lead_at(person: PersonView, at: datetime) -> str | None:
    """Whoever was last given the child as lead by then, also where their part has ended since."""
    given = [each.worker for each in lead_times(person) if each.allocated.happened.start <= at]
    return given[-1] if given else None


def cover_of(person: PersonView, lead: str, at: datetime, qualified_in: State | None) -> tuple[Entry, ...]:
    """The entries that name who covers for the child's lead worker, up to one who is in post: none, where that one is no social
    worker and the child is in a state in which only one may cover."""
    found = PostHolders.known(person.known, at).covers(lead, person.id)
    if not found or qualified_in is None or may_be_social_worker(person.known, str(value(found[-1], "cover"))):
        return found
    return () if any(span.holds_on(london_day(at)) for span in spans(person, qualified_in)) else found


def absence_of_lead_worker(person: PersonView, state: State | None = None) -> Iterator[Start]:
    """The child's lead worker is, or may be, away or gone, from that day or from being given the child while away or going; and
    again from the day on which nobody who may covers for them: while the child is in ``state``, nobody but a social worker."""
    for led in lead_times(person):
        went = [*_away(person, led), *_gone(person, led), *_missing_when_given(person, led)]
        counting = (_unless_covered(person, led, start, state) for start in went)
        # By the day from which it counts, the child may have gone to somebody else.
        yield from (start for start in (*counting, *_cover_lost(person, led, state)) if led.holds_on(start.day))


def part_of_lead_ended(person: PersonView, state: State | None = None) -> Iterator[Start]:
    """The part of the child's lead worker is, or may be, over, and nobody had been given the child by then: on the first day on
    which it may be and the child is in ``state``."""
    times = lead_times(person)
    for number, led in enumerate(times):
        ended = next((each for each in _parts_ended(person, led.worker) if follows(each, led.allocated)), None)
        if ended is None or any(follows(ended, each.allocated) for each in times[number + 1 : number + 2]):
            continue
        # Not on the day on which they were given it, unless it was over that day: what gave it to them gives it to nobody after.
        last = ended.happened.last
        first = min(max(ended.happened.first, led.allocated.happened.last + DAY), last)
        day = first if state is None else _first_day(spans(person, state), first)
        if day is not None and day <= last:
            yield replace(Start.of(ended), day=day, follows=day == last)


def _first_day(stretches: Iterable[StateSpan], day: date) -> date | None:
    """The first day from another on, on which a state holds."""
    from_then = ((max(day, each.start), each) for each in stretches)
    return min((first for first, each in from_then if each.holds_on(first)), default=None)


def _away(person: PersonView, led: LeadTime) -> Iterator[Start]:
    # Leave that was put in ahead of its day is known, and cover should be named before it begins.
    for absence in person.known.planned("absence_started"):
        first = absence.happened.first
        if value(absence, "worker") == led.worker and led.holds_on(first) and first >= led.allocated.happened.first:
            yield _counting(led, absence, absence.happened.start)


def _gone(person: PersonView, led: LeadTime) -> Iterator[Start]:
    own = [entry for entry in person.known.planned(*STAFFING) if value(entry, "worker") == led.worker]
    for at in sorted({at for entry in own for at in takes_effect(entry)}):
        if at <= led.allocated.happened.start or not led.holds_on(london_day(at)):
            continue
        before, now = PostHolders.known(person.known, at - TICK), PostHolders.known(person.known, at)
        gone = now.missing(led.worker)
        # Somebody away already is not there no less for going.
        if not isinstance(gone, Departure) or before.missing(led.worker) is not None:
            continue
        if (entry := _entry(own, gone)).type != PART_ENDED:
            yield _counting(led, entry, at)


def _missing_when_given(person: PersonView, led: LeadTime) -> Iterator[Start]:
    """Away or going already when they were given the child: it counts from then, since from then the child had nobody."""
    given = led.allocated.happened
    at = given.certain_from
    missing = PostHolders.known(person.known, at).missing(led.worker)
    if missing is None or not led.holds_on(given.last):
        return
    entry = _entry(person.known.planned(*STAFFING), missing)
    if entry.type == PART_ENDED:
        return
    if (missing.started.first < given.first) if isinstance(missing, Absence) else (may_be_from(entry) <= given.start):
        yield _counting(led, entry, start_of_day(given.last), exact=given.exact)


def _cover_lost(person: PersonView, led: LeadTime, state: State | None) -> Iterator[Start]:
    def covered(at: datetime) -> bool:
        return bool(cover_of(person, led.worker, at, state))

    # Whoever may cover for one child may not for another: it can be lost by what becomes of the child.
    harder = [(start_of_day(span.start), span.started_by) for span in (spans(person, state) if state else ())]
    for change in cover_changes(person.known, led.worker, covered, harder):
        if not change.covered and led.holds_on(change.day) and change.day >= led.allocated.happened.last:
            yield _counting(led, change.entry, change.at)


def _entry(entries: Iterable[Entry], missing: Absence | Departure) -> Entry:
    return next(entry for entry in entries if entry.id == missing.entry)


def _unless_covered(person: PersonView, led: LeadTime, start: Start, state: State | None) -> Start:
    """Met as it starts by cover that was in place."""
    covered = cover_of(person, led.worker, start.instant or start_of_day(start.day), state)
    # Named before the day and not on it: what was named that morning is looked for among what meets the clock.
    return replace(start, already=covered[0]) if covered and covered[0].happened.last < start.day else start


def _counting(led: LeadTime, entry: Entry, at: datetime, *, exact: bool = True) -> Start:
    """Counting from an instant."""
    went = day_of_effect(entry)
    # They may be gone from the first day, as the roster has it; a range counts from its last, and is about.
    certain = at >= went.certain_from
    day = london_day(at) if certain else max(london_day(at), went.last)
    return Start(entry, day, at if at == went.instant else None, exact and certain, extra=(led.allocated,))
