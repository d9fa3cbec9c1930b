"""What was worked out from a state of knowledge, kept with what was looked at for it.

Nothing has to say beforehand what a rule will look at: every list it asks for is noted as it asks. What was found stands
for every state of knowledge in which all of those lists read the same, and falls with the first of them that changes.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, date, datetime
from typing import Any

from holdfast.engine.reference.chains import Chains
from holdfast.engine.reference.tracks import STEP, Change, Key, Look

TIME: Key = ("", "")
"""Noted by what looks at how far the world has gone, and so finds otherwise as time passes."""
MOST_STATES = 256
BEGINNING = datetime(1, 1, 1, tzinfo=UTC)


class Found:
    """Something worked out, the lists that were looked at for it, and from when until when they read as they did."""

    __slots__ = ("looked", "since", "steps", "until", "value")

    def __init__(self, value: Any, looked: frozenset[Look], since: datetime, until: datetime | None) -> None:
        self.value = value
        self.looked = looked
        self.steps = tuple(look[1:] for look in looked if len(look) == 3)
        self.since = since
        self.until = until

    def stands(self, known_at: datetime) -> bool:
        """Whether it is what would be found at ``known_at``."""
        return self.since <= known_at and (self.until is None or known_at < self.until)


def _since(found: Found) -> datetime:
    return found.since


class Memory:
    """What was worked out in one world stopped at one instant. ``looked`` gathers what the work in hand is looking at,
    ``steps`` has how each step is worked out, and ``verdicts`` what was found of an entry by looking at nothing else."""

    def __init__(self, chains: Chains, *, most: int = MOST_STATES) -> None:
        self.chains = chains
        self.looked: set[Look] = set()
        self.most = most
        self.steps: dict[tuple[str, Hashable], Callable[[Any], Any]] = {}
        self.verdicts: dict[Hashable, dict[str, bool]] = defaultdict(dict)
        self._found: dict[Hashable, list[Found]] = defaultdict(list)
        self._lookers: dict[Look, set[Hashable]] = defaultdict(set)
        self._days: dict[Key, dict[Hashable, tuple[date, date]]] = defaultdict(dict)

    def settle(self, person: str, what: Hashable, known_at: datetime, find: Callable[[], Any]) -> Found:
        """As :meth:`keep`, for a step on the way: whoever looks at it looks at what came of it, and at nothing that was looked
        at for it. As long as the same comes of it, whatever else has changed, they need not look again."""
        with_ = (person, what)
        found = self._there(with_, known_at)
        if found is None:
            outer, self.looked = self.looked, set()
            try:
                value = find()
            finally:
                looked, self.looked = frozenset(self.looked), outer
            found = self._remember(with_, value, looked, known_at)
        self.looked.add((STEP, person, what))
        return found

    def _there(self, what: Hashable, known_at: datetime) -> Found | None:
        there = self._found.get(what)
        at = bisect_right(there, known_at, key=_since) if there is not None else 0
        return there[at - 1] if there is not None and at and there[at - 1].stands(known_at) else None

    def keep(self, what: Hashable, known_at: datetime, find: Callable[[], Any]) -> Found:
        """What ``find`` finds, or found before in a state of knowledge that reads the same to it."""
        there = self._there(what, known_at)
        if there is not None:
            self.looked |= there.looked
            return there
        outer, self.looked = self.looked, set()
        try:
            value = find()
        finally:
            looked, self.looked = frozenset(self.looked), outer
        self.looked |= looked
        return self._remember(what, value, looked, known_at)

    def _remember(self, what: Hashable, value: Any, looked: frozenset[Look], known_at: datetime) -> Found:
        since: datetime | None = None
        until: datetime | None = None
        for look in looked:
            if len(look) == 3:
                step = self._there((look[1], look[2]), known_at)
                begun, over = (None, known_at) if step is None else (step.since, step.until)
            else:
                begun, over = self.chains.lasts(look, known_at)
            since = begun if since is None or (begun is not None and begun > since) else since
            until = over if until is None or (over is not None and over < until) else until
            self._index(look, what)
        found = Found(value, looked, since or BEGINNING, until)
        there = self._found[what]
        insort(there, found, key=_since)
        if len(there) > self.most:
            del there[0]
        return found

    def _index(self, look: Look, what: Hashable) -> None:
        if len(look) == 4:
            days = self._days[look[0], look[1]]
            there = days.get(what)
            days[what] = (look[2], look[3]) if there is None else (min(there[0], look[2]), max(there[1], look[3]))
        else:
            self._lookers[look].add(what)

    def touched(self, changes: Iterable[Change]) -> set[Hashable]:
        """What looked at any of these."""
        found = set[Hashable]()
        for key, first, last in changes:
            found |= self._lookers.get(key, set())
            if len(key) == 2:
                days = self._days.get(key, {})
                found.update(what for what, (since, until) in days.items() if since <= last and first <= until)
        return found

    def reached_from(self, touched: Iterable[Hashable]) -> set[Hashable]:
        """All that may come otherwise for it: these, and what looked at a step among them, however far on."""
        found = set(touched)
        waiting = list(found)
        while waiting:
            what = waiting.pop()
            if what in self.steps:
                further = self._lookers.get((STEP, *what), set()) - found
                found |= further
                waiting += further
        return found

    def cut(self, reached: Iterable[Hashable], instant: datetime) -> dict[Hashable, list[tuple[Found, datetime | None]]]:
        """Let what was found of these stand until ``instant`` and no longer. Returns what did, with until when it had stood."""
        cut: dict[Hashable, list[tuple[Found, datetime | None]]] = {}
        for what in reached:
            cut[what] = []
            for found in self._found.get(what, ()):
                if found.until is None or found.until > instant:
                    cut[what].append((found, found.until))
                    found.until = instant
        return cut

    def forget(self, changes: Iterable[Change]) -> set[Hashable]:
        """These read otherwise, whatever is known: what looked at them, and at steps that did, is to be worked out again."""
        found = self.reached_from(self.touched(changes))
        for what in found:
            self._found.pop(what, None)
        return found
