"""What the record says at a moment: corrections and withdrawals applied, and nothing that was recorded later."""

from typing import TYPE_CHECKING

from holdfast.engine.reference.chains import Chains
from holdfast.engine.reference.remembering import TIME, Memory
from holdfast.engine.reference.tracks import Key, is_future_dated, order
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

if TYPE_CHECKING:
    from holdfast.engine.reference.life import Life

__all__ = ["Chains", "Known", "is_future_dated", "order"]


class Known:
    """The entries of ``world`` as known at ``moment``, oldest first, by type and by whom they are about.

    ``types`` narrows them to those alone. ``future_dated`` are those that say something was done on a day after they were
    recorded: they meet nothing, and stay apart until corrected. What is worked out from a state of knowledge is kept in
    ``memory`` with the lists that were looked at for it, so that another state in which they read the same need not work it
    out again.
    """

    def __init__(
        self,
        world: World,
        moment: Moment,
        *,
        chains: Chains | None = None,
        types: frozenset[str] | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.world = world
        self.known_at = moment.known_at
        self.as_at = moment.as_at
        self.lives: dict[str, Life] = {}
        self.chains = chains or Chains(world.entries, types)
        self.memory = memory or Memory(self.chains)
        self._moment = moment

    @property
    def moment(self) -> Moment:
        """The moment itself. Whoever asks gives another answer as time passes."""
        self.memory.looked.add(TIME)
        return self._moment

    def _read(self, key: Key, *, ahead: bool = False) -> tuple[Entry, ...]:
        self.memory.looked.add(key)
        track = self.chains.tracks.get(key)
        return () if track is None else track.read(self.known_at, self.as_at, ahead=ahead)

    def of(self, *types: str) -> tuple[Entry, ...]:
        """Entries of these types about anyone, oldest first."""
        return merge([self._read((None, each)) for each in types])

    def planned(self, *types: str) -> tuple[Entry, ...]:
        """As :meth:`of`, with those recorded ahead of their day: leave that was known to be coming is still leave."""
        return merge([self._read((None, each), ahead=True) for each in types])

    def about(self, person: str, *types: str) -> tuple[Entry, ...]:
        """Entries of these types about ``person``, oldest first."""
        return merge([self._read((person, each)) for each in types])

    def current(self, id: str) -> Entry | None:
        """The version of an entry that is read now, whichever version ``id`` names."""
        first = self.chains.root(id)
        self.memory.looked.add((first,))
        root = self.chains.by_id.get(first)
        return None if root is None else self.chains.current(root, self.known_at)

    def done(self, id: str) -> Entry | None:
        """The same, where it is one of :meth:`entries`: begun by now, and no day after it was recorded."""
        entry = self.current(id)
        return None if entry is None or entry.happened.start > self.as_at or is_future_dated(entry) else entry

    def same(self, one: str, other: str) -> bool:
        """Whether two ids name versions of the same entry."""
        return one == other or self.chains.root(one) == self.chains.root(other)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them."""
        return merge([self._read(key) for key in self._every])

    @property
    def future_dated(self) -> tuple[Entry, ...]:
        """Those of a day after they were recorded."""
        found = merge([self._read(key, ahead=True) for key in self._every])
        return tuple(entry for entry in found if is_future_dated(entry))

    @property
    def _every(self) -> list[Key]:
        return [key for key in self.chains.tracks if key[0] is None]


def merge(lists: list[tuple[Entry, ...]]) -> tuple[Entry, ...]:
    """Several sorted lists as one."""
    lists = [each for each in lists if each]
    if len(lists) == 1:
        return lists[0]
    return tuple(sorted((entry for each in lists for entry in each), key=order))
