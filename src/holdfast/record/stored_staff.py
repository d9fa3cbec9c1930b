"""What is recorded of those who work here, read worker by worker and child by child as a roster asks, and of nobody else."""

from collections.abc import Iterable

from holdfast.engine.reference.departure import DEPARTURES
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.in_post import by_worker
from holdfast.engine.reference.record_view import order
from holdfast.engine.responsibility.staff_record import StaffRecord, by_child, by_cover, staffing_known
from holdfast.kernel.moment import Moment
from holdfast.record.read import allocations_of, allocations_to, posts_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

NOBODY = World({}, {}, {}, (), ())


class StoredStaff(StaffRecord):
    """The record's own, at a moment. Whoever was not read yet is read when they are asked for: nobody can be taken for somebody
    at work because their leave was not looked for."""

    def __init__(self, moment: Moment) -> None:
        super().__init__(NOBODY, moment)
        self._posts: dict[str, tuple[Entry, ...]] = {}
        self._others: dict[str, tuple[str, ...]] = {}
        self._given: dict[str, tuple[Entry, ...]] = {}
        self._children: dict[str, tuple[Entry, ...]] = {}

    def read(self, workers: Iterable[str]) -> None:
        """These, together, where they were not read yet."""
        asked = [worker for worker in dict.fromkeys(workers) if worker not in self._posts]
        if not asked:
            return
        entries = self._known_among(posts_of(asked, self._moment))
        own, others = by_worker(entries), by_cover(entries)
        for worker in asked:
            self._posts[worker], self._others[worker] = own.get(worker, ()), others.get(worker, ())
        # Whoever has gone may have been given a child since, and is then back: of nobody else do their children say where they
        # are.
        gone = [worker for worker in asked if any(entry.type in DEPARTURES for entry in self._posts[worker])]
        self._read_given(gone)
        for worker in gone:
            self._posts[worker] = tuple(sorted({*self._posts[worker], *self._given[worker]}, key=order))

    def _known_among(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        return staffing_known(World({}, {}, {}, (), tuple(entries)), self._moment)

    def read_given(self, workers: Iterable[str]) -> None:
        """What gave these a child, and who has each of those children now."""
        asked = list(workers)
        self.read(asked)
        self._read_given(asked)
        self._read_children(child for worker in asked for entry in self._given[worker] for child in entry.about)

    def _read_given(self, workers: Iterable[str]) -> None:
        asked = [worker for worker in workers if worker not in self._given]
        if not asked:
            return
        own = by_worker(self._known_among(allocations_to(asked, self._moment)))
        for worker in asked:
            self._given[worker] = tuple(entry for entry in own.get(worker, ()) if entry.type == "worker_allocated")

    def posts(self, worker: str) -> tuple[Entry, ...]:
        """What says whether the worker is in post, and who covers for them."""
        self.read([worker])
        return self._posts[worker]

    def given(self, worker: str) -> tuple[Entry, ...]:
        """What gave the worker a child."""
        # Who has each child now is what is asked next.
        self.read_given([worker])
        return self._given[worker]

    def allocations(self, child: str) -> tuple[Entry, ...]:
        """What gave the child to anybody, and ended it."""
        self._read_children([child])
        return self._children[child]

    def _read_children(self, children: Iterable[str]) -> None:
        asked = [child for child in dict.fromkeys(children) if child not in self._children]
        if not asked:
            return
        of_child = by_child(self._known_among(allocations_of(asked, self._moment)))
        for child in asked:
            self._children[child] = of_child.get(child, ())
        # Whether each of these workers has gone for good is asked of every allocation.
        self.read(str(worker) for child in asked for entry in self._children[child] if (worker := value(entry, "worker")))

    def covering(self, worker: str) -> tuple[str, ...]:
        """For whom the worker was ever named as cover."""
        self.read([worker])
        return self._others[worker]
