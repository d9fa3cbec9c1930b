"""What the record says at a moment: corrections and withdrawals applied, and nothing that was recorded later."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

if TYPE_CHECKING:
    from holdfast.engine.life import Life


class Chains:
    """Every entry of a world with the entries that correct or withdraw it. Built once, asked at any moment."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.by_id = {entry.id: entry for entry in entries}
        self.corrections: dict[str, list[Entry]] = defaultdict(list)
        self.withdrawals: dict[str, list[Entry]] = defaultdict(list)
        self._read: dict[tuple[str, str], frozenset[str]] = {}
        for entry in self.by_id.values():
            if entry.corrects is not None:
                self.corrections[entry.corrects].append(entry)
            if entry.withdraws is not None:
                self.withdrawals[entry.withdraws].append(entry)

    def of_entry(self, entry: Entry, what: str, find: Callable[[Entry], frozenset[str]]) -> frozenset[str]:
        """Something read from one entry alone, worked out once however often the entry is seen."""
        key = (entry.id, what)
        if key not in self._read:
            self._read[key] = find(entry)
        return self._read[key]

    def root(self, id: str) -> str:
        """The first entry of the chain that ``id`` belongs to: how a fact is known whatever version of it is read."""
        seen = {id}
        while (entry := self.by_id.get(id)) is not None and entry.corrects is not None and entry.corrects not in seen:
            id = entry.corrects
            seen.add(id)
        return id

    def withdrawal(self, entry: Entry, known_at: datetime) -> Entry | None:
        """The withdrawal of ``entry`` in effect at ``known_at``. A withdrawal may itself be withdrawn."""
        for withdrawal in self.withdrawals.get(entry.id, ()):
            if withdrawal.recorded_at <= known_at and self.withdrawal(withdrawal, known_at) is None:
                return withdrawal
        return None

    def current(self, entry: Entry, known_at: datetime) -> Entry | None:
        """The version of ``entry`` that readers see at ``known_at``: its latest correction still standing, itself, or
        nothing when it was withdrawn or not yet recorded."""
        if entry.recorded_at > known_at or self.withdrawal(entry, known_at) is not None:
            return None
        for correction in sorted(self.corrections.get(entry.id, ()), key=lambda each: (each.recorded_at, each.id), reverse=True):
            if (standing := self.current(correction, known_at)) is not None:
                return standing
        return entry


class Known:
    """The entries of ``world`` as known at ``moment``, oldest first, indexed by type and by whom they are about.

    ``types`` narrows them to what a rule reads. ``future_dated`` are those that say something was done on a day after
    they were recorded: they meet nothing, and stay apart until corrected.
    """

    def __init__(
        self, world: World, moment: Moment, *, chains: Chains | None = None, types: frozenset[str] | None = None
    ) -> None:
        self.world = world
        self.moment = moment
        self.lives: dict[str, Life] = {}
        self.chains = chains or Chains(world.entries)
        entries: list[Entry] = []
        future: list[Entry] = []
        for entry in world.entries:
            if entry.corrects is not None or entry.type == "entry_withdrawn" or (types is not None and entry.type not in types):
                continue
            current = self.chains.current(entry, moment.known_at)
            if current is None or current.happened.start > moment.as_at:
                continue
            (future if is_future_dated(current) else entries).append(current)
        self.entries: tuple[Entry, ...] = tuple(sorted(entries, key=order))
        self.future_dated: tuple[Entry, ...] = tuple(sorted(future, key=order))

    @cached_property
    def _about(self) -> dict[str, dict[str, list[Entry]]]:
        index: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        for entry in self.entries:
            for person in entry.about:
                index[person][entry.type].append(entry)
        return index

    @cached_property
    def _typed(self) -> dict[str, list[Entry]]:
        index: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            index[entry.type].append(entry)
        return index

    def of(self, *types: str) -> tuple[Entry, ...]:
        """Entries of these types about anyone, oldest first."""
        return merge([self._typed[each] for each in types if each in self._typed])

    def planned(self, *types: str) -> tuple[Entry, ...]:
        """As :meth:`of`, with those recorded ahead of their day: leave that was known to be coming is still leave."""
        ahead = [entry for entry in self.future_dated if entry.type in types]
        return merge([list(self.of(*types)), ahead]) if ahead else self.of(*types)

    def about(self, person: str, *types: str) -> tuple[Entry, ...]:
        """Entries of these types about ``person``, oldest first."""
        index = self._about.get(person, {})
        return merge([index[each] for each in types if each in index])

    def current(self, id: str) -> Entry | None:
        """The version of an entry that is read now, whichever version ``id`` names."""
        root = self.chains.by_id.get(self.chains.root(id))
        return None if root is None else self.chains.current(root, self.moment.known_at)

    def same(self, one: str, other: str) -> bool:
        """Whether two ids name versions of the same entry."""
        return self.chains.root(one) == self.chains.root(other)


def is_future_dated(entry: Entry) -> bool:
    """Whether it says something was done on a day after it was recorded."""
    return entry.happened.first > london_day(entry.recorded_at)


def order(entry: Entry) -> tuple[datetime, datetime, datetime, int, str]:
    """The order things are read in: when they had certainly happened, then when they were known, then as they were told."""
    return entry.happened.end, entry.happened.start, entry.recorded_at, entry.arrived, entry.id


def merge(lists: list[list[Entry]]) -> tuple[Entry, ...]:
    """Several sorted lists as one."""
    if len(lists) == 1:
        return tuple(lists[0])
    return tuple(sorted((entry for each in lists for entry in each), key=order))
