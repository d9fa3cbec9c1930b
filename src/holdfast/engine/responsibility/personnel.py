"""The workers of a case as the record knows them at a moment: who is at work, who leads for a child, who covers for whom, who
manages whom, who is on duty."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cached_property

from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView, VersionHistory, order
from holdfast.engine.reference.version_timeline import EntryVersion
from holdfast.engine.reference.worker_absence import Absence, away, follows
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.standards.professions import normal
from holdfast.standards.roles import DUTY_TITLES, EMERGENCY_DUTY_TITLES, LEAD_TITLES
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World


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
    """Who is at work at ``at`` (an instant, or a moment whose record is to be used), by ``world``.

    ``rota`` are the workers on shift then, where a rota is kept; without one, anyone with a duty worker's title counts as
    on duty. ``name`` turns a worker's id into what a sentence calls them.
    """

    def __init__(
        self,
        world: World,
        at: Moment | datetime,
        *,
        rota: Sequence[str] | None = None,
        name: Callable[[str], str] = str,
        history: VersionHistory | None = None,
        mentions: WorkerMentions | None = None,
    ) -> None:
        self.world = world
        self.moment = at if isinstance(at, Moment) else Moment.live(at)
        self.history = history or VersionHistory(world.entries)
        self.known = RecordView(world, self.moment, history=self.history)
        self.mentions = mentions or WorkerMentions(self.history)
        self.rota = rota
        self.name = name

    @cached_property
    def _staffing(self) -> dict[str, tuple[Entry, ...]]:
        # Leave may be recorded ahead of its first day: an absence that was known to be coming is still an absence.
        types = ("worker_allocated", "worker_ended", "absence_started", "absence_ended", "cover_named")
        return {type: self.known.planned(type) for type in types}

    def away(self, worker: str) -> Absence | None:
        """The absence that the worker is in, if any. Possibly away counts as away."""
        return away(worker, (*self._staffing["absence_started"], *self._staffing["absence_ended"]), self.moment.as_at)

    def at_work(self, worker: str) -> bool:
        """Whether the worker is known, not away, and has not left."""
        # Somebody the case does not know may be anywhere: they are not at work for it.
        return worker in self.world.workers and self.away(worker) is None and not self._has_left(worker)

    def _has_left(self, worker: str) -> bool:
        # Gone for good, and not only from one child; and allocated again they are back.
        left = [entry for entry in self._staffing["worker_ended"] if value(entry, "worker") == worker and not entry.about]
        came = [entry for entry in self._staffing["worker_allocated"] if value(entry, "worker") == worker]
        return bool(left) and not any(order(entry) > order(left[-1]) for entry in came)

    def allocations(self, child: str | None) -> tuple[Entry, ...]:
        """Allocations of workers to the child that have not been ended, earliest first."""
        return tuple(entry for entry in self._ever_allocated(child) if not self._ended(entry, child))

    def _has_died(self, child: str | None) -> bool:
        return child is not None and PersonView.of(self.known, child).is_dead_on(london_day(self.moment.as_at))

    def _ever_allocated(self, child: str | None) -> Iterator[Entry]:
        return (entry for entry in self._staffing["worker_allocated"] if child is not None and child in entry.about)

    def _ended(self, allocated: Entry, child: str | None) -> bool:
        # The child's death ends it: whoever was given a child who has died is not theirs to be looked for any more.
        if self._has_died(child):
            return True
        worker = value(allocated, "worker")
        return any(
            value(entry, "worker") == worker and (child in entry.about or not entry.about) and follows(entry, allocated)
            for entry in self._staffing["worker_ended"]
        )

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

    def cover(self, worker: str, child: str | None) -> str | None:
        """The cover named last for the worker, for this child or for all their work, if at work; else that one's own cover.
        Cover that was named for an absence they are back from is over."""
        # Two who cover for each other and are both away would be gone through for ever.
        seen = {worker}
        while True:
            back = [entry for entry in self._staffing["absence_ended"] if value(entry, "worker") == worker]
            named = [
                entry
                for entry in self._staffing["cover_named"]
                if value(entry, "for") == worker
                and (not entry.about or child is None or child in entry.about)
                # Cover that was named for an absence they are back from is over, though nobody ended it.
                and not any(follows(ended, entry) for ended in back)
            ]
            if not named or (worker := str(value(named[-1], "cover"))) in seen:
                return None
            if self.at_work(worker):
                return worker
            seen.add(worker)

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

    def on_duty(self) -> tuple[str, ...]:
        """Duty workers at work, then emergency duty workers, in a stable order; with a rota, those on shift."""
        # A rota says who is there; without one, whoever has the title is taken to be.
        if self.rota is not None:
            return tuple(worker for worker in self.rota if self.at_work(worker))
        titled = {id: normal(worker.role) for id, worker in sorted(self.world.workers.items())}
        day = [worker for worker, title in titled.items() if title in DUTY_TITLES]
        night = [worker for worker, title in titled.items() if title in EMERGENCY_DUTY_TITLES]
        return tuple(worker for worker in (*day, *night) if self.at_work(worker))


def _named_in(entry: Entry) -> Iterator[str]:
    if entry.by is not None:
        yield entry.by
    for field in ("worker", "for", "cover", "to", "manager"):
        yield from (str(named) for named in listed(entry, field))
    for field in ("from", "present", "between"):
        for row in listed(entry, field):
            if (worker := row_value(row, "worker") or (row if isinstance(row, str) else None)) is not None:
                yield worker
