"""What the record says at a moment: corrections and withdrawals applied, and nothing that was recorded later."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from holdfast.engine.chains import Chains, Key, Version, is_future_dated, order
from holdfast.engine.remembering import Memory
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

if TYPE_CHECKING:
    from holdfast.engine.life import Life

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

    def _read(self, key: Key) -> tuple[Entry, ...]:
        self.memory.looked.add(key)
        track = self.chains.tracks.get(key)
        return () if track is None else track.read(self.known_at, self.as_at)

    def _done(self, key: Key) -> tuple[Entry, ...]:
        found = self._read(key)
        for entry in found:
            if is_future_dated(entry):
                return tuple(each for each in found if not is_future_dated(each))
        return found

    def of(self, *types: str) -> tuple[Entry, ...]:
        """Entries of these types about anyone, oldest first."""
        return merge([self._done((None, each)) for each in types])

    def planned(self, *types: str) -> tuple[Entry, ...]:
        """As :meth:`of`, with those recorded ahead of their day: leave that was known to be coming is still leave."""
        return merge([self._read((None, each)) for each in types])

    def about(self, person: str, *types: str) -> tuple[Entry, ...]:
        """Entries of these types about ``person``, oldest first."""
        return merge([self._done((person, each)) for each in types])
