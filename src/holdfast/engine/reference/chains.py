"""Every entry of a world with what corrects and withdraws it: which version of each was read when."""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise

from holdfast.engine.reference.tracks import PARTNERSHIP, Change, Days, Key, Track, Version, known_late, order
from holdfast.vocabulary.entry import Entry


class Chains:
    """Every entry of a world with the entries that correct or withdraw it. Built once, asked at any moment, and added to as
    entries arrive. ``types`` narrows what is listed, never what is found by id."""

    def __init__(self, entries: Iterable[Entry], types: frozenset[str] | None = None) -> None:
        self.by_id = {entry.id: entry for entry in entries}
        self.types = types
        self.corrections: dict[str, list[Entry]] = defaultdict(list)
        self.withdrawals: dict[str, list[Entry]] = defaultdict(list)
        self._found: dict[tuple[str, str], frozenset[str]] = {}
        self._roots: dict[str, str] = {}
        for entry in self.by_id.values():
            self._link(entry)

    def _link(self, entry: Entry) -> None:
        if entry.corrects is not None:
            self.corrections[entry.corrects].append(entry)
        if entry.withdraws is not None:
            self.withdrawals[entry.withdraws].append(entry)

    def of_entry(self, entry: Entry, what: str, find: Callable[[Entry], frozenset[str]]) -> frozenset[str]:
        """Something read from one entry alone, worked out once however often the entry is seen."""
        key = (entry.id, what)
        if key not in self._found:
            self._found[key] = find(entry)
        return self._found[key]

    def root(self, id: str) -> str:
        """The first entry of the chain that ``id`` belongs to: how a fact is known whatever version of it is read."""
        found = self._roots.get(id)
        if found is not None:
            return found
        seen = [id]
        while (entry := self.by_id.get(seen[-1])) is not None and entry.corrects is not None and entry.corrects not in seen:
            if entry.corrects in self._roots:
                seen.append(self._roots[entry.corrects])
                break
            seen.append(entry.corrects)
        if entry is not None:
            self._roots.update(dict.fromkeys(seen, seen[-1]))
        return seen[-1]

    def withdrawal(self, entry: Entry, known_at: datetime) -> Entry | None:
        """The withdrawal of ``entry`` in effect at ``known_at``. A withdrawal may itself be withdrawn."""
        if entry.id not in self.withdrawals:
            return None
        below, seen = [entry], {entry.id}
        for each in below:
            for later in self.withdrawals.get(each.id, ()):
                if later.recorded_at <= known_at and later.id not in seen:
                    seen.add(later.id)
                    below.append(later)
        taken_back: dict[str, Entry] = {}
        for each in reversed(below[1:]):
            if each.id not in taken_back and each.withdraws is not None:
                taken_back[each.withdraws] = each
        standing = (each for each in self.withdrawals[entry.id] if each.id in seen and each.id not in taken_back)
        return next(standing, None)

    def current(self, entry: Entry, known_at: datetime) -> Entry | None:
        """The version of ``entry`` that readers see at ``known_at``: its latest correction still standing, itself, or
        nothing when it was withdrawn or not yet recorded."""
        standing, seen = entry, {entry.id}
        if not self._stands(entry, known_at):
            return None
        # Depth first, the latest correction first: each that does not stand is passed over with all that corrects it.
        while True:
            later = [
                each for each in self.corrections.get(standing.id, ()) if each.id not in seen and self._stands(each, known_at)
            ]
            if not later:
                return standing
            standing = max(later, key=lambda each: (each.recorded_at, each.id))
            seen.add(standing.id)

    def _stands(self, entry: Entry, known_at: datetime) -> bool:
        return entry.recorded_at <= known_at and (entry.id not in self.withdrawals or self.withdrawal(entry, known_at) is None)

    def versions(self, root: Entry) -> Iterator[Version]:
        """Every version of the entry that was ever read, in turn."""
        if root.id not in self.corrections and root.id not in self.withdrawals:
            yield Version(order(root), root.recorded_at, None, root)
            return
        chain = list(self._concerning(root))
        if all(earlier.id == later.corrects and earlier.recorded_at < later.recorded_at for earlier, later in pairwise(chain)):
            until = [*(later.recorded_at for later in chain[1:]), None]
            yield from (Version(order(each), each.recorded_at, end, each) for each, end in zip(chain, until, strict=True))
            return
        shown: Entry | None = None
        since = root.recorded_at
        for instant in sorted({each.recorded_at for each in chain}):
            now = self.current(root, instant)
            if now is not shown:
                if shown is not None:
                    yield Version(order(shown), since, instant, shown)
                shown, since = now, instant
        if shown is not None:
            yield Version(order(shown), since, None, shown)

    def _concerning(self, root: Entry) -> Iterator[Entry]:
        """The entry with everything that corrects or withdraws it, or what does."""
        waiting, seen = [root], {root.id}
        while waiting:
            entry = waiting.pop()
            yield entry
            for each in (*self.corrections.get(entry.id, ()), *self.withdrawals.get(entry.id, ())):
                if each.id not in seen:
                    seen.add(each.id)
                    waiting.append(each)

    @cached_property
    def tracks(self) -> dict[Key, Track]:
        """The lists, by type and whom they are about."""
        found = [version for entry in self.by_id.values() if self._is_listed(entry) for version in self.versions(entry)]
        tracks: dict[Key, Track] = defaultdict(Track)
        for version in sorted(found, key=lambda each: each.order):
            _list(tracks, version)
        return tracks

    def lasts(self, look: Key | Days | tuple[str], known_at: datetime) -> tuple[datetime | None, datetime | None]:
        """From when until when what was looked at reads as it does at ``known_at``."""
        if len(look) == 1:
            root = self.by_id.get(look[0])
            changes = [] if root is None else sorted({each.recorded_at for each in self._concerning(root)})
            at = bisect_right(changes, known_at)
            return changes[at - 1] if at else None, changes[at] if at < len(changes) else None
        track = self.tracks.get((look[0], look[1]))
        if track is None:
            return None, None
        return track.lasts_on(known_at, look[2], look[3]) if len(look) == 4 else track.lasts(known_at)

    def _is_listed(self, entry: Entry) -> bool:
        return entry.corrects is None and entry.type != "entry_withdrawn" and (self.types is None or entry.type in self.types)

    @cached_property
    def late(self) -> dict[tuple[str, bool], list[datetime]]:
        """The instants at which something of a type became known later than it happened: ``True`` for what counts in hours."""
        found: dict[tuple[str, bool], set[datetime]] = defaultdict(set)
        for entry in self.by_id.values():
            for key in self._late(entry):
                found[key].add(entry.recorded_at)
        return defaultdict(list, {key: sorted(instants) for key, instants in found.items()})

    def _late(self, entry: Entry) -> Iterator[tuple[str, bool]]:
        about = entry if entry.withdraws is None else self.by_id.get(entry.withdraws)
        if about is not None:
            yield from ((about.type, timed) for timed in (False, True) if known_late(entry, timed=timed))

    @cached_property
    def put_right(self) -> dict[datetime, list[Entry]]:
        """Corrections and withdrawals by when they were recorded."""
        found: dict[datetime, list[Entry]] = defaultdict(list)
        for entry in self.by_id.values():
            if entry.corrects is not None or entry.withdraws is not None:
                found[entry.recorded_at].append(entry)
        return found

    def add(self, entry: Entry) -> list[Change]:
        """One entry more. Returns what reads otherwise from its recording on."""
        self.tracks, self.late, self.put_right  # noqa: B018  (made before the entry is among them)
        root = self._first(entry)
        before = [] if root is None or root is entry else list(self.versions(root))
        self.by_id[entry.id] = entry
        self._link(entry)
        if entry.corrects is not None or entry.withdraws is not None:
            self.put_right[entry.recorded_at].append(entry)
        for key in self._late(entry):
            if entry.recorded_at not in self.late[key]:
                insort(self.late[key], entry.recorded_at)
        changed: list[Change] = [((self.root(entry.id),), date.min, date.max), ((entry.id,), date.min, date.max)]
        if root is None or not self._is_listed(root):
            return changed
        changed.append(((root.id,), date.min, date.max))
        after = list(self.versions(root))
        for version in before:
            if version not in after:
                changed += _unlist(self.tracks, version)
        for version in after:
            if version not in before:
                changed += _list(self.tracks, version)
        return changed

    def _first(self, entry: Entry) -> Entry | None:
        """The entry that this one is a version of, corrects or withdraws, however far back."""
        seen = set[str]()
        while (earlier := entry.corrects or entry.withdraws) is not None:
            found = self.by_id.get(earlier)
            if found is None or earlier in seen:
                return None
            seen.add(earlier)
            entry = found
        return entry


def read_for(entry: Entry) -> tuple[str, ...]:
    """Whom an entry is about, as it is read: about nobody is about the partnership."""
    return entry.about or (PARTNERSHIP,)


def _keys(entry: Entry) -> set[Key]:
    return {(None, entry.type), *((person, entry.type) for person in read_for(entry))}


def _list(tracks: dict[Key, Track], version: Version) -> list[Change]:
    for key in _keys(version.entry):
        tracks[key].add(version)
    return changes(version.entry)


def _unlist(tracks: dict[Key, Track], version: Version) -> list[Change]:
    for key in _keys(version.entry):
        tracks[key].remove(version)
    return changes(version.entry)


def changes(entry: Entry) -> list[Change]:
    """The lists an entry is in, on the days it may have happened."""
    return [(key, entry.happened.first, entry.happened.last) for key in _keys(entry)]
