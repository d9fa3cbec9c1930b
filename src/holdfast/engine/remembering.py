"""What was worked out from a state of knowledge, kept with what was looked at for it.

Nothing has to say beforehand what a rule will look at: every list it asks for is noted as it asks. What was found stands
for every state of knowledge in which all of those lists read the same, and falls with the first of them that changes.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime
from typing import Any

from holdfast.engine.chains import Chains, Key

TIME: Key = ("", "")
"""Noted by what looks at how far the world has gone, and so finds otherwise as time passes."""
MOST_STATES = 256
BEGINNING = datetime(1, 1, 1, tzinfo=UTC)


class Found:
    """Something worked out, the lists that were looked at for it, and from when until when they read as they did."""

    __slots__ = ("looked", "since", "until", "value")

    def __init__(self, value: Any, looked: frozenset[Key], since: datetime, until: datetime | None) -> None:
        self.value = value
        self.looked = looked
        self.since = since
        self.until = until

    def stands(self, known_at: datetime) -> bool:
        """Whether it is what would be found at ``known_at``."""
        return self.since <= known_at and (self.until is None or known_at < self.until)


def _since(found: Found) -> datetime:
    return found.since


class Memory:
    """What was worked out in one world stopped at one instant. ``looked`` gathers what the work in hand is looking at."""

    def __init__(self, chains: Chains, *, most: int = MOST_STATES) -> None:
        self.chains = chains
        self.looked: set[Key] = set()
        self.most = most
        self._found: dict[Hashable, list[Found]] = defaultdict(list)
        self._lookers: dict[Key, set[Hashable]] = defaultdict(set)

    def keep(self, what: Hashable, known_at: datetime, find: Callable[[], Any]) -> Found:
        """What ``find`` finds, or found before in a state of knowledge that reads the same to it."""
        there = self._found.get(what)
        if there is not None:
            at = bisect_right(there, known_at, key=_since)
            if at and there[at - 1].stands(known_at):
                self.looked |= there[at - 1].looked
                return there[at - 1]
        outer, self.looked = self.looked, set()
        try:
            value = find()
        finally:
            looked, self.looked = frozenset(self.looked), outer
        self.looked |= looked
        return self._remember(what, value, looked, known_at)

    def _remember(self, what: Hashable, value: Any, looked: frozenset[Key], known_at: datetime) -> Found:
        since: datetime | None = None
        until: datetime | None = None
        for key in looked:
            track = self.chains.tracks.get(key)
            if track is not None:
                begun, over = track.lasts(known_at)
                since = begun if since is None or (begun is not None and begun > since) else since
                until = over if until is None or (over is not None and over < until) else until
            self._lookers[key].add(what)
        found = Found(value, looked, since or BEGINNING, until)
        there = self._found[what]
        insort(there, found, key=_since)
        if len(there) > self.most:
            del there[0]
        return found

    def change(self, keys: Iterable[Key], instant: datetime) -> set[Hashable]:
        """From ``instant`` on these lists read otherwise: what looked at them stands until then. Returns what did."""
        touched = set[Hashable]()
        for key in keys:
            touched |= self._lookers.get(key, set())
        for what in touched:
            for found in self._found[what]:
                if (found.until is None or found.until > instant) and not found.looked.isdisjoint(keys):
                    found.until = instant
        return touched

    def forget(self, keys: Iterable[Key]) -> set[Hashable]:
        """These lists read otherwise, whatever is known: what looked at them is to be worked out again."""
        touched = set[Hashable]()
        for key in keys:
            touched |= self._lookers.pop(key, set())
        for what in touched:
            self._found.pop(what, None)
        return touched
