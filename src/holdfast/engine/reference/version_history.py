"""Every entry of a world with what corrects and withdraws it: which version of each was read when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from holdfast.engine.reference.own_row import about_named, own
from holdfast.engine.reference.version_timeline import BEGINNING, EntryVersion, Key, known_as_it_happened, order, read_for
from holdfast.vocabulary.entry import Entry


class VersionHistory:
    """Every entry of a world with the entries that correct or withdraw it. Built once, asked at any moment."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        # Before anything is listed: a child without a row in a decision is not one whom it is about, whoever asks.
        self.by_id = {entry.id: about_named(entry) if entry.data.of_each else entry for entry in entries}
        self.corrections: dict[str, list[Entry]] = defaultdict(list)
        self.withdrawals: dict[str, list[Entry]] = defaultdict(list)
        self.put_right: dict[datetime, list[Entry]] = defaultdict(list)
        """Corrections and withdrawals by when they were recorded."""
        self._lists: dict[bool, dict[Key, list[EntryVersion]]] = {}
        for entry in self.by_id.values():
            if entry.corrects is not None:
                self.corrections[entry.corrects].append(entry)
            if entry.withdraws is not None:
                self.withdrawals[entry.withdraws].append(entry)
            if entry.corrects is not None or entry.withdraws is not None:
                self.put_right[entry.recorded_at].append(entry)

    def root(self, id: str) -> str:
        """The first entry of the chain that ``id`` belongs to: how a fact is known whatever version of it is read."""
        # A correction of itself, by way of others, cannot be written any more; a case file may still hold one.
        seen = [id]
        while (entry := self.by_id.get(seen[-1])) is not None and entry.corrects is not None and entry.corrects not in seen:
            seen.append(entry.corrects)
        return seen[-1]

    def withdrawal(self, entry: Entry, known_at: datetime) -> Entry | None:
        """The withdrawal of ``entry`` in effect at ``known_at``. A withdrawal may itself be withdrawn."""
        if entry.id not in self.withdrawals:
            return None
        # All that withdraws it, and what withdraws that, by then: each is known at its own time.
        below, seen = [entry], {entry.id}
        for each in below:
            for later in self.withdrawals.get(each.id, ()):
                if later.recorded_at <= known_at and later.id not in seen:
                    seen.add(later.id)
                    below.append(later)
        taken_back: dict[str, Entry] = {}
        # From the last withdrawal back: whether one stands hangs on whether those that take it back do.
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
            # Two corrections of one version are two opinions: the last that was recorded is read.
            standing = max(later, key=lambda each: (each.recorded_at, each.id))
            seen.add(standing.id)

    def _stands(self, entry: Entry, known_at: datetime) -> bool:
        return entry.recorded_at <= known_at and (entry.id not in self.withdrawals or self.withdrawal(entry, known_at) is None)

    def versions(self, root: Entry, *, timed: bool = False) -> Iterator[EntryVersion]:
        """Every version of the entry that was ever read, in turn. The first counts as known from the beginning where it was
        recorded as it happened, and every other from when it was recorded."""
        shown: Entry | None = None
        since = root.recorded_at
        # Nothing changes between these instants, so they are all that has to be looked at.
        for instant in sorted({each.recorded_at for each in self.concerning(root)}):
            now = self.current(root, instant)
            if now is not shown:
                if shown is not None:
                    yield EntryVersion(shown, self._known_since(root, shown, since, timed), instant)
                shown, since = now, instant
        if shown is not None:
            yield EntryVersion(shown, self._known_since(root, shown, since, timed), None)

    def _known_since(self, root: Entry, shown: Entry, since: datetime, timed: bool) -> datetime:
        # Only the first version can have been recorded as it happened: a correction is news from when it was made, however
        # true.
        first = shown is root and since == root.recorded_at
        return BEGINNING if first and known_as_it_happened(root, timed=timed) else since

    def concerning(self, root: Entry) -> Iterator[Entry]:
        """The entry with everything that corrects or withdraws it, or what does."""
        waiting, seen = [root], {root.id}
        while waiting:
            entry = waiting.pop()
            yield entry
            for each in (*self.corrections.get(entry.id, ()), *self.withdrawals.get(entry.id, ())):
                if each.id not in seen:
                    seen.add(each.id)
                    waiting.append(each)

    def lists(self, *, timed: bool) -> dict[Key, list[EntryVersion]]:
        """Every version that was ever read, in reading order, by type and by whom it is about."""
        if timed not in self._lists:
            # Corrections are versions of what they correct, and a withdrawal is about the record and not about the child.
            roots = (each for each in self.by_id.values() if each.corrects is None and each.type != "entry_withdrawn")
            every = (version for root in roots for version in self.versions(root, timed=timed))
            found: dict[Key, list[EntryVersion]] = defaultdict(list)
            for version in sorted(every, key=lambda each: order(each.entry)):
                # Under everybody it is about, and once under nobody in particular: rules ask for either.
                for person in dict.fromkeys((None, *read_for(version.entry))):
                    of_each = version.entry.data.of_each
                    read = version._replace(entry=own(version.entry, person)) if of_each else version
                    found[person, version.entry.type].append(read)
            self._lists[timed] = found
        return self._lists[timed]

    def steps(self, types: frozenset[str], *, timed: bool) -> list[datetime]:
        """The instants at which something of these types became known later than it happened, or was put right."""
        versions = (each for type in types for each in self.lists(timed=timed).get((None, type), ()))
        found = {instant for each in versions for instant in (each.since, each.until) if instant is not None}
        # What was known as it happened is in every state and begins none.
        return sorted(found - {BEGINNING})
