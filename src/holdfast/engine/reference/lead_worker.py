"""Who leads for a child, and from when the child has nobody: the lead worker is not there, and nobody who is covers for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.engine.reference.affiliation import role_of
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.in_post import PostHolders, cover_changes, day_of_effect
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.kernel.when import TICK, When, start_of_day
from holdfast.standards import professions
from holdfast.vocabulary.entry import Entry


def _leads(person: PersonView) -> Iterator[tuple[Entry, str]]:
    for entry in person.entries("worker_allocated"):
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
        ends = [each.happened.last for each in _parts_ended(person, worker) if each.happened.last >= entry.happened.last]
        # Whichever was first: the child given to somebody else, or the worker gone.
        ends += [given[number + 1][0].happened.last] if number + 1 < len(given) else []
        found.append(LeadTime(entry, worker, min(ends, default=None)))
    return found


def _parts_ended(person: PersonView, worker: str) -> list[Entry]:
    """What says that the worker's part ended for this child, or for every child."""
    ended = person.known.of("worker_ended")
    return [entry for entry in ended if value(entry, "worker") == worker and (not entry.about or person.id in entry.about)]


def _ended_between(person: PersonView, earlier: Entry, later: Entry, worker: str) -> bool:
    return any(order(earlier) < order(entry) < order(later) for entry in _parts_ended(person, worker))


def lead_at(person: PersonView, at: datetime) -> str | None:
    """Whoever was last given the child as lead by then, also where their part has ended since."""
    given = [each.worker for each in lead_times(person) if each.allocated.happened.start <= at]
    return given[-1] if given else None


def absence_of_lead_worker(person: PersonView) -> Iterator[Start]:
    """The child's lead worker is away or gone, from that day or from being given the child while already away; and again from
    the day on which whoever covered for them is away or gone."""
    for led in lead_times(person):
        yield from _away(person, led)
        yield from _gone(person, led)
        yield from _cover_lost(person, led)


def _away(person: PersonView, led: LeadTime) -> Iterator[Start]:
    given = led.allocated.happened
    # Leave that was put in ahead of its day is known, and cover should be named before it begins.
    for absence in person.known.planned("absence_started"):
        day = absence.happened.last
        if value(absence, "worker") != led.worker or not led.holds_on(day):
            continue
        # Away after they were given the child; otherwise they were away when they were, which is worse, and counts from then.
        if day >= given.first:
            yield _starting(person, led, absence, absence.happened)
        elif not _back_by(person, led.worker, day, given.last):
            yield _starting(person, led, absence, When.between(given.last, given.last), exact=given.exact)


def _gone(person: PersonView, led: LeadTime) -> Iterator[Start]:
    for entry in person.known.planned("worker_leaving", "post_left"):
        if value(entry, "worker") != led.worker:
            continue
        went = day_of_effect(entry)
        at = _certainly(went)
        before, now = PostHolders.known(person.known, at - TICK), PostHolders.known(person.known, at)
        left = now.left(led.worker)
        # A last day that was put off is not this one; and somebody away already is not there no less for going.
        if left is None or left.entry != entry.id or before.missing(led.worker):
            continue
        if led.holds_on(went.last) and went.last >= led.allocated.happened.first:
            yield _starting(person, led, entry, went)


def _cover_lost(person: PersonView, led: LeadTime) -> Iterator[Start]:
    for change in cover_changes(person.known, led.worker, person.id):
        if not change.covered and led.holds_on(change.day) and change.day >= led.allocated.happened.last:
            went = day_of_effect(change.entry)
            yield Start(change.entry, went.last, went.instant, went.exact, extra=(led.allocated,))


def _starting(person: PersonView, led: LeadTime, entry: Entry, when: When, *, exact: bool | None = None) -> Start:
    """Counting from ``when``, and met as it starts by cover that was in place."""
    covered = PostHolders.known(person.known, _certainly(when)).covers(led.worker, person.id)
    # Named before the day and not on it: what was named that morning is looked for among what meets the clock.
    already = covered[0] if covered and covered[0].happened.last < when.last else None
    exactly = when.exact if exact is None else exact
    return Start(entry, when.last, when.instant, exactly, extra=(led.allocated,), already=already)


def _certainly(when: When) -> datetime:
    return when.instant or start_of_day(when.last)


def _back_by(person: PersonView, worker: str, away_from: date, day: date) -> bool:
    return any(
        value(entry, "worker") == worker and away_from <= entry.happened.last <= day for entry in person.known.of("absence_ended")
    )
