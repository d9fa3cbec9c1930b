"""The workers of a case as the record knows them at a moment: who is in post, who is on shift, who leads for a child, who covers
for whom, who manages whom, who is on duty."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from typing import Self

from holdfast.engine.reference.departure import Departure, takes_effect
from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.reference.in_post import Absence, PostHolders
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView, VersionHistory
from holdfast.engine.reference.version_timeline import EntryVersion, follows
from holdfast.engine.responsibility.shifts import Shifts
from holdfast.engine.responsibility.staff_record import StaffRecord
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.standards.professions import normal
from holdfast.standards.roles import LEAD_TITLES, RANKS
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.working_hours import Team
from holdfast.vocabulary.world import World

STARTS_LOOKED_AT = 30
"""How many times of coming to work are asked for the first at which a worker on leave is back. Then nothing is promised."""


class WorkerMentions:
    """Where each worker is named in each child's record, in every version that was ever known."""

    def __init__(self, history: VersionHistory) -> None:
        self._history = history
        self._of: dict[str, dict[str, list[EntryVersion]]] = {}

    def of(self, child: str) -> dict[str, list[EntryVersion]]:
        """The versions that name each worker: as one they are allocated to, who was present, who wrote or sent it."""
        found = self._of.get(child)
        if found is None:
            found = self._of[child] = {}
            # Every version that was ever read, once for all rosters: at each moment it is then only asked which were read.
            for (person, _), versions in self._history.lists(timed=False).items():
                for version in versions if person == child else ():
                    for worker in dict.fromkeys(_named_in(version.entry)):
                        found.setdefault(worker, []).append(version)
        return found


class Personnel:
    """Who is in post by ``world`` at ``at`` (an instant, or a moment whose record is to be used), and who is on shift.

    ``hour`` is the instant at which somebody is to be reached, where that is not the moment's own: what is told in the course of
    a day is told at no particular hour of it. ``name`` turns a worker's id into what a sentence calls them.
    """

    def __init__(
        self,
        world: World,
        at: Moment | datetime,
        *,
        hour: datetime | None = None,
        name: Callable[[str], str] = str,
        history: VersionHistory | None = None,
        mentions: WorkerMentions | None = None,
        shifts: Shifts | None = None,
        staff: StaffRecord | None = None,
    ) -> None:
        self.world = world
        self.moment = at if isinstance(at, Moment) else Moment.live(at)
        self.hour = hour or self.moment.as_at
        self.history = history or VersionHistory(world.entries)
        self.known = RecordView(world, self.moment, history=self.history)
        self.mentions = mentions or WorkerMentions(self.history)
        self.shifts = shifts or Shifts(world)
        self.staff = staff or StaffRecord(world, self.moment, history=self.history)
        self.name = name
        self._at_hours: dict[datetime, Self] = {}

    @cached_property
    def _posts(self) -> PostHolders:
        return PostHolders(self.staff.posts, self.moment.as_at, self.world.workers)

    def staffing_changes(self, workers: Iterable[str]) -> frozenset[datetime]:
        """The instants at which one of these may go or come back, by what is recorded of leave and of leaving."""
        asked = list(workers)
        self.staff.read(asked)
        return frozenset(edge for worker in asked for entry in self.staff.posts(worker) for edge in takes_effect(entry))

    def away(self, worker: str) -> Absence | None:
        """The absence that the worker is in, if any. Possibly away counts as away."""
        return self._posts.away(worker)

    def missing(self, worker: str) -> Absence | Departure | None:
        """Why the worker is not there: away, or else gone."""
        return self._posts.missing(worker)

    def in_post(self, worker: str) -> bool:
        """Whether the worker is known, not away, and has not left: at whatever hour."""
        return self._posts.in_post(worker)

    def those_in_post(self, workers: Iterable[str]) -> tuple[str, ...]:
        """Those of the workers who are in post, in the same order."""
        asked = tuple(workers)
        self.staff.read(asked)
        return tuple(worker for worker in asked if self.in_post(worker))

    def cover(self, worker: str, child: str | None) -> str | None:
        """The cover named last for the worker, for this child or for all their work, if at work; else that one's own cover."""
        return self._posts.cover(worker, child)

    def allocations(self, child: str | None) -> tuple[Entry, ...]:
        """Allocations of workers to the child that have not been ended, earliest first."""
        return tuple(entry for entry in self._ever_allocated(child) if not self._ended(entry, child))

    def _has_died(self, child: str | None) -> bool:
        return child is not None and PersonView.of(self.known, child).is_dead_on(london_day(self.moment.as_at))

    def _ever_allocated(self, child: str | None) -> Iterator[Entry]:
        return (entry for entry in self._begun(child) if entry.type == "worker_allocated")

    def _begun(self, child: str | None) -> Iterator[Entry]:
        entries = self.staff.allocations(child) if child is not None else ()
        return (entry for entry in entries if entry.happened.start <= self.moment.as_at)

    def _ended(self, allocated: Entry, child: str | None) -> bool:
        # The child's death ends it: whoever was given a child who has died is not theirs to be looked for any more.
        if self._has_died(child):
            return True
        worker = str(value(allocated, "worker"))
        own = (entry for entry in self._begun(child) if value(entry, "worker") == worker)
        # Gone for good, and not only from one child.
        whole = (each for each in self.staff.posts(worker) if not each.about and each.happened.start <= self.moment.as_at)
        return any(entry.type == "worker_ended" and follows(entry, allocated) for entry in (*own, *whole))

    def given(self, worker: str) -> tuple[str, ...]:
        """The children whom the worker was ever given, in that order, whoever has them since."""
        begun = (entry for entry in self.staff.given(worker) if entry.happened.start <= self.moment.as_at)
        return tuple(dict.fromkeys(child for entry in begun for child in entry.about))

    def may_cover_for(self, worker: str) -> tuple[str, ...]:
        """Whoever the worker may come to cover for: those they were named for, and those whom these were named for in turn."""
        found = [worker]
        for each in found:
            found += [other for other in self.staff.covering(each) if other not in found]
        return tuple(found[1:])

    def lead(self, child: str) -> str | None:
        """The lead worker: the latest allocated as one, unless that has been ended. Somebody they replaced does not come
        back by their leaving."""
        # The latest that was ever given, and then whether it was ended: somebody they replaced does not come back by their
        # leaving.
        leads = [entry for entry in self._ever_allocated(child) if normal(str(value(entry, "role"))) in LEAD_TITLES]
        return str(value(leads[-1], "worker")) if leads and not self._ended(leads[-1], child) else None

    def anchor(self, child: str | None) -> str | None:
        """Whose managers answer for the child: the lead worker, else whoever last was, else whoever is allocated."""
        if child is None:
            return None
        allocated = list(self._ever_allocated(child))
        leads = [entry for entry in allocated if normal(str(value(entry, "role"))) in LEAD_TITLES]
        latest = leads or allocated
        return str(value(latest[-1], "worker")) if latest else None

    def tied_to(self, child: str) -> frozenset[str]:
        """Every worker who is named somewhere in this child's record."""
        return frozenset(worker for worker in self.mentions.of(child) if self.is_tied(worker, child))

    def is_tied(self, worker: str, child: str | None) -> bool:
        """Whether the worker is named somewhere in this child's record."""
        return child is not None and any(map(self.known.shows, self.mentions.of(child).get(worker, ())))

    def managers(self, worker: str) -> tuple[str, ...]:
        """The line of management above the worker, nearest first."""
        line = [worker]
        # A line that leads back into itself, as a mistake in a register may, ends where it does.
        while (found := self.world.workers.get(line[-1])) is not None and found.manager not in (None, *line):
            line.append(str(found.manager))
        return tuple(line[1:])

    def manager_of(self, worker: str, place: int) -> str:
        """Why the manager at ``place`` in the worker's line is told: "manager of w1"."""
        below = worker if place == 0 else self.managers(worker)[place - 1]
        return f"manager of {self.name(below)}"

    def on_shift(self, worker: str) -> bool:
        """Whether the worker is in post and at work at this hour."""
        return self.in_post(worker) and self.shifts.working(worker, self.hour)

    def on_duty(self) -> tuple[str, ...]:
        """Duty workers who are there at this hour, then emergency duty workers, in a stable order."""
        return self.those_in_post(self.shifts.on_duty(self.hour))

    def answers(self, team: Team) -> bool | None:
        """Whether somebody in post is on for a duty team at this hour; ``None`` where the record names nobody for it."""
        if not self.shifts.names_anybody(team, self.hour):
            return None
        return bool(self.those_in_post(self.shifts.on_for(team, self.hour)))

    def next_on_duty(self) -> tuple[str, ...]:
        """The front door's duty workers in post, as they come to work."""
        self.staff.read(self.shifts.front_door())
        coming = [(starts, worker) for worker in self.shifts.front_door() if (starts := self.comes_to_work(worker)) is not None]
        return tuple(worker for _, worker in sorted(coming))

    def comes_to_work(self, worker: str) -> datetime | None:
        """The next instant at which the worker comes to work and is in post; ``None`` where nothing says so."""
        starts = islice(self.shifts.starts_next(worker, self.hour), STARTS_LOOKED_AT)
        return next((start for start in starts if self.at_hour(start).on_shift(worker)), None)

    def at_hour(self, instant: datetime) -> Self:
        """The same staff at another instant, by what is known now."""
        found = self._at_hours.get(instant.astimezone(UTC))
        if found is None:
            moment = Moment(as_at=instant, known_at=self.moment.known_at)
            # What is known of staff is the same at any instant, and a week of a rota is asked about at a hundred of them.
            found = type(self)(
                self.world,
                moment,
                name=self.name,
                history=self.history,
                mentions=self.mentions,
                shifts=self.shifts,
                staff=self.staff,
            )
            self._at_hours[instant.astimezone(UTC)] = found
        return found

    def on_call(self) -> tuple[str, ...]:
        """Managers who answer the telephone at this hour, the nearest to the front line first."""
        return self._nearest_first(self.those_in_post(self.shifts.on_call(self.hour)))

    def managers_there(self) -> tuple[str, ...]:
        """Managers at work at this hour, the nearest to the front line first, then those on call."""
        ranked = self.those_in_post(worker for worker in self.world.workers if self.rank(worker))
        at_work = (worker for worker in ranked if self.on_shift(worker))
        return tuple(dict.fromkeys((*self._nearest_first(at_work), *self.on_call())))

    def _nearest_first(self, workers: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(workers, key=lambda worker: (self.rank(worker), worker)))

    def rank(self, worker: str) -> int:
        """How far up the line the worker's own title stands: 1 for a team manager; 0 for whoever manages nobody."""
        found = self.world.workers.get(worker)
        return RANKS.get(normal(found.role), 0) if found is not None else 0


def _named_in(entry: Entry) -> Iterator[str]:
    if entry.by is not None:
        yield entry.by
    for field in ("worker", "for", "cover", "to", "manager"):
        yield from (str(named) for named in listed(entry, field))
    for field in ("from", "present", "between"):
        for row in listed(entry, field):
            if (worker := row_value(row, "worker") or (row if isinstance(row, str) else None)) is not None:
                yield worker
