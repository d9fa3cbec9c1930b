"""Which version of each entry was read when: what corrects and withdraws it, and what withdraws that."""

from collections.abc import Mapping

from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.instants import NEVER


class CompactVersionHistory:
    """Entries with those that correct or withdraw them. ``put_right`` has these by when they were recorded."""

    def __init__(self, by_id: Mapping[str, CompactEntry]) -> None:
        self.by_id = by_id
        self.corrections: dict[str, list[CompactEntry]] = {}
        self.withdrawals: dict[str, list[CompactEntry]] = {}
        self.put_right: dict[int, list[CompactEntry]] = {}
        self._roots: dict[str, str] = {}
        for entry in by_id.values():
            # Nearly every entry: nothing is put right by it.
            if entry.corrects is None and entry.withdraws is None:
                continue
            if entry.corrects is not None:
                self.corrections.setdefault(entry.corrects, []).append(entry)
            if entry.withdraws is not None:
                self.withdrawals.setdefault(entry.withdraws, []).append(entry)
            self.put_right.setdefault(entry.recorded, []).append(entry)

    def root(self, id: str) -> str:
        """The first version of the entry that ``id`` names any version of."""
        found = self._roots.get(id)
        if found is None:
            seen = {id: None}
            last = id
            while (entry := self.by_id.get(last)) is not None and entry.corrects is not None and entry.corrects not in seen:
                last = entry.corrects
                seen[last] = None
            # What is corrected again and again is walked once, however long the chain.
            self._roots.update(dict.fromkeys(seen, last))
            found = last
        return found

    def versions(self, root: CompactEntry) -> list[tuple[CompactEntry, int, int]]:
        """Every version of an entry that was ever read, in turn, with from when until when."""
        found: list[tuple[CompactEntry, int, int]] = []
        shown, since = None, root.recorded
        for at in sorted({each.recorded for each in self._concerning(root)}):
            read = self._current(root, at)
            if read is not shown:
                if shown is not None:
                    found.append((shown, since, at))
                shown, since = read, at
        if shown is not None:
            found.append((shown, since, NEVER))
        return found

    def _concerning(self, root: CompactEntry) -> list[CompactEntry]:
        """The entry with everything that corrects or withdraws it, or what does."""
        found, seen = [root], {root.id}
        for entry in found:
            for each in (*self.corrections.get(entry.id, ()), *self.withdrawals.get(entry.id, ())):
                if each.id not in seen:
                    seen.add(each.id)
                    found.append(each)
        return found

    def _current(self, entry: CompactEntry, at: int) -> CompactEntry | None:
        """The version of ``entry`` that is read at ``at``: its latest correction still standing, itself, or nothing."""
        if not self._stands(entry, at):
            return None
        seen = {entry.id}
        while True:
            # Depth first: each that does not stand is passed over with all that corrects it.
            later = [each for each in self.corrections.get(entry.id, ()) if each.id not in seen and self._stands(each, at)]
            if not later:
                return entry
            entry = max(later, key=lambda each: (each.recorded, each.id))
            seen.add(entry.id)

    def _stands(self, entry: CompactEntry, at: int) -> bool:
        return entry.recorded <= at and (entry.id not in self.withdrawals or not self._withdrawn(entry, at))

    def _withdrawn(self, entry: CompactEntry, at: int) -> bool:
        """Whether a withdrawal of the entry is in effect. A withdrawal may itself be withdrawn."""
        # Withdrawals of withdrawals, as far as they were known by then; from the last of them back, each stands or not.
        below, seen = [entry], {entry.id}
        for each in below:
            for later in self.withdrawals.get(each.id, ()):
                if later.recorded <= at and later.id not in seen:
                    seen.add(later.id)
                    below.append(later)
        taken_back: dict[str, CompactEntry] = {}
        for each in reversed(below[1:]):
            if each.id not in taken_back and each.withdraws is not None:
                taken_back[each.withdraws] = each
        return any(each.id in seen and each.id not in taken_back for each in self.withdrawals[entry.id])
