"""What the record says at a moment: corrections and withdrawals applied, and nothing that was recorded later."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from typing import Any, TypeVar, cast

from holdfast.engine.reference.version_history import VersionHistory
from holdfast.engine.reference.version_timeline import EntryVersion, Key, is_future_dated, order
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

__all__ = ["RecordView", "VersionHistory", "is_future_dated", "order"]

Found = TypeVar("Found")


class RecordView:
    """The entries of ``world`` as known at ``moment``, oldest first, by type and by whom they are about.

    ``at`` looks back from the moment: what was known at that instant of what the record shows at the moment, where whatever was
    recorded as it happened counts as known as it happened (docs/counting.md; ``timed`` for what counts in hours).
    ``future_dated`` are those that say something was done on a day after they were recorded: they meet nothing, and stay apart
    until corrected.
    """

    def __init__(
        self,
        world: World,
        moment: Moment,
        *,
        history: VersionHistory | None = None,
        at: datetime | None = None,
        timed: bool = False,
    ) -> None:
        self.world = world
        self.moment = moment
        self.as_at = moment.as_at
        # Never more than the moment allows: a state of knowledge after it is the moment's own.
        self.known_at = moment.known_at if at is None else min(at, moment.known_at)
        self.timed = timed
        self._kept: dict[Hashable, Any] = {}
        self.history = history or VersionHistory(world.entries)
        self._lists: dict[tuple[Key, bool], tuple[Entry, ...]] = {}

    def keep(self, what: Hashable, find: "Callable[[RecordView], Found]") -> Found:
        """What ``find`` makes of this state of knowledge, made once whoever asks."""
        if what not in self._kept:
            self._kept[what] = find(self)
        return cast("Found", self._kept[what])

    def _read(self, key: Key, *, ahead: bool = False) -> tuple[Entry, ...]:
        found = self._lists.get((key, ahead))
        if found is None:
            # The lists of all versions are made once for a world and shared; what is kept here is which of them this state
            # reads.
            versions = self.history.lists(timed=self.timed).get(key, ())
            found = self._lists[key, ahead] = tuple(each.entry for each in versions if self.shows(each, ahead=ahead))
        return found

    def shows(self, version: EntryVersion, *, ahead: bool = False) -> bool:
        """Whether this version is among the entries; with ``ahead``, also one that was recorded ahead of its day."""
        entry = version.entry
        # By when it can have begun: a month that has started may hold it, and it is read as one that holds it.
        return self._is_read(version) and entry.happened.start <= self.as_at and (ahead or not is_future_dated(entry))

    def _is_read(self, version: EntryVersion) -> bool:
        # What was recorded after the moment is not there at all, even if it was recorded as it happened.
        return version.entry.recorded_at <= self.moment.known_at and version.is_read_at(self.known_at)

    def of(self, *types: str) -> tuple[Entry, ...]:
        """Entries of these types about anyone, oldest first."""
        return merge(self._read((None, each)) for each in types)

    def planned(self, *types: str) -> tuple[Entry, ...]:
        """As :meth:`of`, with those recorded ahead of their day: leave that was known to be coming is still leave."""
        return merge(self._read((None, each), ahead=True) for each in types)

    def about(self, person: str, *types: str) -> tuple[Entry, ...]:
        """Entries of these types about ``person``, oldest first."""
        return merge(self._read((person, each)) for each in types)

    def dated_ahead(self, person: str, *types: str) -> tuple[Entry, ...]:
        """Entries about ``person`` that say something was done on a day after they were recorded, come or not."""
        versions = (each for type in types for each in self.history.lists(timed=self.timed).get((person, type), ()))
        found = (each.entry for each in versions if self._is_read(each) and is_future_dated(each.entry))
        return tuple(sorted(found, key=order))

    def current(self, id: str) -> Entry | None:
        """The version of an entry that is read now, whichever version ``id`` names."""
        # By the root and not by the id: what points at an entry points at whichever version of it is read.
        root = self.history.by_id.get(self.history.root(id))
        # A correction whose first version never came is no version of anything.
        if root is None or root.corrects is not None:
            return None
        versions = self.history.versions(root, timed=self.timed)
        return next((each.entry for each in versions if self._is_read(each)), None)

    def same(self, one: str, other: str) -> bool:
        """Whether two ids name versions of the same entry."""
        return one == other or self.history.root(one) == self.history.root(other)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them."""
        return merge(self._read(key) for key in self._every)

    @property
    def future_dated(self) -> tuple[Entry, ...]:
        """Those of a day after they were recorded."""
        found = merge(self._read(key, ahead=True) for key in self._every)
        return tuple(entry for entry in found if is_future_dated(entry))

    @property
    def _every(self) -> list[Key]:
        return [key for key in self.history.lists(timed=self.timed) if key[0] is None]


def merge(lists: Iterable[tuple[Entry, ...]]) -> tuple[Entry, ...]:
    """Several sorted lists as one."""
    there = [each for each in lists if each]
    # One list is in order already, and most rules look at one type.
    if len(there) == 1:
        return there[0]
    return tuple(sorted((entry for each in there for entry in each), key=order))
