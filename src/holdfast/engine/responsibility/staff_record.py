"""What is recorded of those who work here, found by the worker or by the child whom it is of, as it is known at some moment.

A roster asks here and never goes through everybody's: of a thousand workers a page is about ten. Whoever keeps the record
elsewhere reads it from there as it is asked for.
"""

from collections.abc import Iterable
from functools import cached_property

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.in_post import by_worker
from holdfast.engine.reference.record_view import RecordView, VersionHistory
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.rules.conditions.workforce import STAFFING
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

ALLOCATIONS = ("worker_allocated", "worker_ended")
"""What gives a child to a worker, and ends it."""


def staffing_known(world: World, moment: Moment, history: VersionHistory | None = None) -> tuple[Entry, ...]:
    """Everything that is known at the moment of workers, oldest first: leave put in ahead of its day too, however far."""
    return RecordView(world, Moment(FOREVER, moment.known_at), history=history).planned(*STAFFING)


def by_child(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Allocations, and what ends them, by the child they are about."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for child in entry.about if entry.type in ALLOCATIONS else ():
            found.setdefault(child, []).append(entry)
    return {child: tuple(theirs) for child, theirs in found.items()}


def by_cover(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """The workers for whom each worker was ever named as cover."""
    found: dict[str, dict[str, None]] = {}
    for entry in entries:
        if entry.type == "cover_named":
            found.setdefault(str(value(entry, "cover")), {})[str(value(entry, "for"))] = None
    return {cover: tuple(others) for cover, others in found.items()}


class StaffRecord:
    """What one world says of those who work in it, at a moment."""

    def __init__(self, world: World, moment: Moment, *, history: VersionHistory | None = None) -> None:
        self._world, self._moment, self._history = world, moment, history

    @cached_property
    def _known(self) -> tuple[Entry, ...]:
        return staffing_known(self._world, self._moment, self._history)

    @cached_property
    def _of_worker(self) -> dict[str, tuple[Entry, ...]]:
        return by_worker(self._known)

    @cached_property
    def _of_child(self) -> dict[str, tuple[Entry, ...]]:
        return by_child(self._known)

    @cached_property
    def _covering(self) -> dict[str, tuple[str, ...]]:
        return by_cover(self._known)

    def read(self, workers: Iterable[str]) -> None:
        """These are asked for next. Where the record is elsewhere, they are read at once."""

    def read_given(self, workers: Iterable[str]) -> None:
        """The children of these are asked for next."""

    def posts(self, worker: str) -> tuple[Entry, ...]:
        """What says whether the worker is in post, and who covers for them."""
        return self._of_worker.get(worker, ())

    def allocations(self, child: str) -> tuple[Entry, ...]:
        """What gave the child to anybody, and ended it."""
        return self._of_child.get(child, ())

    def given(self, worker: str) -> tuple[Entry, ...]:
        """What gave the worker a child."""
        return tuple(entry for entry in self.posts(worker) if entry.type == "worker_allocated")

    def covering(self, worker: str) -> tuple[str, ...]:
        """For whom the worker was ever named as cover."""
        return self._covering.get(worker, ())
