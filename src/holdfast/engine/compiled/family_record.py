"""The record of one family at a moment, read compactly: every entry by type and by whom it is about, every version from when
until when it was what was known. Nothing is kept of it beyond the reading it was made for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from holdfast.engine.compiled.entries import CompactEntry, by_end_of, copy, of_entry
from holdfast.engine.compiled.instants import ALWAYS, LAST, NEVER, instant
from holdfast.engine.compiled.own_row import OF_EACH, about_named, own
from holdfast.engine.compiled.same_person import NO_IDENTITIES, Identities, by_identity, links_by_identity, people_by_identity
from holdfast.engine.compiled.version_history import CompactVersionHistory
from holdfast.engine.compiled.version_timeline import NOTHING, Timeline, View, in_order
from holdfast.engine.reference.version_timeline import PARTNERSHIP
from holdfast.kernel.birthdays import ON_1_MARCH
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.world import KnownOrganisation, KnownPerson, KnownRelationship, KnownWorker, World, WorldNames

Types = tuple[str, ...]
# A line that is gone is told as it stood, and lines go at the same few instants. More than this at once would be a family
# kept in memory for every one.
MOST_EARLIER = 16
"""How many earlier states of a record are kept beside it at once."""


class FamilyPeople:
    """Who they are, how they are related, and who works with them: each under one id, whichever of ``identities`` they go by."""

    __slots__ = ("by_id", "identities", "leap_birthdays", "links", "organisations", "workers")

    by_id: Mapping[str, KnownPerson]
    identities: Identities
    leap_birthdays: str
    links: Sequence[KnownRelationship]
    organisations: Mapping[str, KnownOrganisation]
    workers: Mapping[str, KnownWorker]

    def __init__(
        self,
        by_id: Mapping[str, KnownPerson],
        links: Sequence[KnownRelationship],
        workers: Mapping[str, KnownWorker],
        organisations: Mapping[str, KnownOrganisation],
        *,
        leap_birthdays: str = ON_1_MARCH,
        identities: Identities = NO_IDENTITIES,
    ) -> None:
        self.by_id = people_by_identity(by_id, identities) if identities else by_id
        self.links = links_by_identity(links, identities) if identities else links
        self.identities = identities
        self.workers = workers
        self.organisations = organisations
        self.leap_birthdays = leap_birthdays

    @property
    def names(self) -> WorldNames:
        """Their names, for sentences."""
        return WorldNames(World(self.organisations, self.workers, self.by_id, tuple(self.links), ()))

    @classmethod
    def of(cls, world: World) -> "FamilyPeople":
        """Those of a world."""
        return cls(world.people, world.relationships, world.workers, world.organisations, leap_birthdays=world.leap_birthdays)


class FamilyRecord:
    """What had begun by ``as_at`` of what was recorded by ``known_at``.

    An entry recorded by the end of the first day on which it can have happened counts as known as it happened; any other, and
    whatever puts one right, from when it was recorded (docs/counting.md). ``hourly``: an entry with a time of its own counts so
    only if it was recorded by then, for rules that count in hours. ``now``: the last state of knowledge and no other. ``since``:
    what was known by that instant was known as it happened, for whoever has kept what had shown by then.

    ``view`` is the state being looked at. ``kept`` holds what was worked out in this reading, by what worked it out.
    """

    def __init__(
        self,
        entries: Iterable[CompactEntry],
        people: FamilyPeople,
        as_at: int,
        known_at: int,
        *,
        now: bool = False,
        hourly: bool = False,
        since: int = ALWAYS,
    ) -> None:
        self.people = people
        self.as_at = as_at
        self.known_at = known_at
        self.now = now
        # Only the last state: everything that is known counts as known from the beginning.
        self.since = LAST if now else since
        self.view = View()
        if people.identities:
            # Before anything is listed, so that no rule ever sees an id that stands for somebody else.
            entries = (by_identity(entry, people.identities) for entry in entries)
        # What was recorded later is not there at all, not even as a version: that is what makes the moment a hard cut.
        self.by_id = {
            entry.id: entry if entry.type not in OF_EACH else about_named(entry)
            for entry in entries
            if entry.recorded <= known_at
        }
        self.history = CompactVersionHistory(self.by_id)
        self.put_right = self.history.put_right
        # Most families have no correction at all, and without one every entry is its own only version.
        self.chained = bool(self.put_right)
        self._hourly = hourly
        self._lists: dict[str | None, dict[str, list[CompactEntry]]] = {None: {}}
        self._merged: dict[tuple[str | None, Types], Sequence[CompactEntry]] = {}
        self._ahead: dict[str, list[CompactEntry]] = {}
        self._by_root: dict[str, list[CompactEntry]] = {}
        self._timelines: dict[tuple[str | None, Types], Timeline] = {}
        # Whoever is read of this record, as objects that it need not know: it holds them so that everybody asks the same one.
        self.persons: dict[str, Any] = {}
        self._earlier: dict[int, FamilyRecord] = {}
        # Until something is found that came late or was put right: then there is more than one state of knowledge.
        self.steady = True
        # Sorted once, together: each list that is made of it is then in order too.
        self._list(sorted(self._versions(), key=in_order))

    @classmethod
    def of(cls, world: World, moment: Moment, *, now: bool = False) -> "FamilyRecord":
        """The record of a whole case at a moment."""
        entries = [of_entry(entry) for entry in world.entries]
        return cls(entries, FamilyPeople.of(world), instant(moment.as_at), min(instant(moment.known_at), LAST), now=now)

    def _list(self, versions: Iterable[CompactEntry]) -> None:
        lists = self._lists
        for entry in versions:
            if self.chained:
                self._by_root.setdefault(entry.root, []).append(entry)
            if entry.since != ALWAYS or entry.until != NEVER:
                self.steady = False
            if entry.ahead:
                # Dated after it was recorded, it meets nothing and starts nothing, and would be in every rule's way among the
                # others.
                self._ahead.setdefault(entry.type, []).append(entry)
                continue
            # It had not begun by the moment. Left out here it need not be asked of any rule.
            if entry.start > self.as_at:
                continue
            # Under everybody it is about, and under nobody for rules that look at anybody's.
            for person in (*(entry.about or (PARTNERSHIP,)), None):
                # Not ``setdefault``, which would make a dictionary for every entry to throw it away.
                of_person = lists.get(person)
                if of_person is None:
                    of_person = lists[person] = {}
                listed = entry if entry.type not in OF_EACH else own(entry, person)
                found = of_person.get(entry.type)
                if found is None:
                    of_person[entry.type] = [listed]
                else:
                    found.append(listed)

    def _versions(self) -> Iterator[CompactEntry]:
        """Every version that is read in some state of knowledge, with from and until when it is."""
        corrections, withdrawals, since = self.history.corrections, self.history.withdrawals, self.since
        for entry in self.by_id.values():
            if entry.corrects is not None or entry.type == "entry_withdrawn":
                continue
            if entry.id not in corrections and entry.id not in withdrawals:
                entry.root = entry.id
                entry.until = NEVER
                # As it happened, or by when whoever asks had seen everything: then no state of knowledge begins with it.
                entry.since = ALWAYS if entry.recorded <= since or entry.recorded <= self._prompt(entry) else entry.recorded
                yield entry
            else:
                yield from self._versions_of(entry)

    def _prompt(self, entry: CompactEntry) -> int:
        """The last instant at which an entry is recorded as it happens."""
        # Only rules that count in hours ask whether it was written down by the minute (docs/counting.md).
        return entry.instant if self._hourly and entry.instant is not None else by_end_of(entry)

    def _versions_of(self, root: CompactEntry) -> Iterator[CompactEntry]:
        used: set[str] = set()
        for version, begun, until in self.history.versions(root):
            # Read only before the instant from which anybody asks.
            if until <= self.since:
                continue
            # A version that is read twice, because its withdrawal was withdrawn, is an object for each time.
            # Withdrawn and brought back it is read twice, and from and until when stands on the object.
            entry = copy(version) if version.id in used else version
            used.add(version.id)
            entry.root, entry.until = root.id, until
            # A correction was never known as it happened: whoever wrote it knew better only then.
            prompt = version is root and begun == root.recorded and root.recorded <= self._prompt(root)
            entry.since = ALWAYS if begun <= self.since or prompt else begun
            yield entry

    # What is read.

    def timeline(self, person: str | None, types: Types) -> Timeline:
        """The versions of entries of these types about a person (``None``: about anybody)."""
        versions = self.versions(person, types)
        if not versions:
            return NOTHING
        found = self._timelines.get((person, types))
        if found is None:
            found = self._timelines[person, types] = Timeline(versions)
        return found

    def versions(self, person: str | None, types: Types) -> Sequence[CompactEntry]:
        """The same as they are listed, whenever they were read."""
        of_person = self._lists.get(person)
        if of_person is None:
            return ()
        # Most events are of one type, whose list is there already.
        if len(types) == 1:
            return of_person.get(types[0], ())
        lists = [of_person[type] for type in types if type in of_person]
        if len(lists) < 2:
            return lists[0] if lists else ()
        # Several are merged once for whoever asks for the same.
        found = self._merged.get((person, types))
        if found is None:
            found = self._merged[person, types] = sorted((entry for there in lists for entry in there), key=in_order)
        return found

    def read(self, person: str | None, types: Types) -> Sequence[CompactEntry]:
        """Entries of these types about a person, oldest first, in the state of knowledge being looked at."""
        return self.view.read(self.timeline(person, types))

    def read_ahead(self, types: Types) -> Sequence[CompactEntry]:
        """Those about anybody, with what was recorded ahead of its day: leave that was known to be coming is still leave."""
        there = self.read(None, types)
        as_at = self.as_at
        # Leave is put in before it begins, and by its day it is leave like any other.
        ahead = [entry for type in types for entry in self._ahead.get(type, ()) if entry.start <= as_at and self.view.saw(entry)]
        return sorted((*there, *ahead), key=in_order) if ahead else there

    def ahead_of_their_day(self, types: Types) -> list[CompactEntry]:
        """Every version of entries of these types that tells of a day after it was recorded, come or not."""
        return sorted((entry for type in types for entry in self._ahead.get(type, ())), key=in_order)

    def news(self) -> list[CompactEntry]:
        """What was recorded after ``since``."""
        return [entry for entry in self.by_id.values() if entry.recorded > self.since]

    def there(self, person: str | None = None) -> set[str]:
        """The types of entries that there are about a person, or about anybody, those dated ahead among them."""
        found = set(self._lists.get(person, ()))
        for type, entries in self._ahead.items():
            if person is None or any(person in (entry.about or (PARTNERSHIP,)) for entry in entries):
                found.add(type)
        return found

    def current(self, id: str) -> CompactEntry | None:
        """The version that is read of the entry that ``id`` names any version of."""
        # No versions: what an id names is the entry of that id, if it is read.
        if not self.chained:
            entry = self.by_id.get(id)
            return entry if entry is not None and (self.steady or self.view.saw(entry)) else None
        found = None
        # Every version is asked, also after one was found, because each says until when it, or its not being read, stands.
        for entry in self._by_root.get(self.root(id), ()):
            if self.view.saw(entry):
                found = entry
        return found

    def root(self, id: str) -> str:
        """The first version of an entry: how a fact is known whatever version of it is read."""
        return self.history.root(id) if self.chained else id

    def same(self, one: str, other: str) -> bool:
        """Whether two ids name versions of the same entry."""
        return one == other or (self.chained and self.root(one) == self.root(other))

    # The same record otherwise.

    def before(self, at: int) -> "FamilyRecord":
        """The record as it was known just before an instant. The last few that were asked for are kept."""
        found = self._earlier.get(at)
        if found is None:
            if len(self._earlier) >= MOST_EARLIER:
                # All at once: which of them is asked for again cannot be told, and they are soon made.
                self._earlier.clear()
            found = self._earlier[at] = FamilyRecord(self._afresh(), self.people, self.as_at, at - 1, hourly=self._hourly)
        return found

    @cached_property
    def hourly(self) -> "FamilyRecord":
        """The same for rules that count in hours: itself, where nothing that has a time was recorded after it."""
        # Only an entry written down after its minute and on its day is known in one of the two and not in the other.
        late = any(
            entry.instant is not None and entry.instant < entry.recorded <= by_end_of(entry) for entry in self.by_id.values()
        )
        if self.now or self._hourly or not late:
            return self
        return FamilyRecord(self._afresh(), self.people, self.as_at, self.known_at, hourly=True, since=self.since)

    def _afresh(self) -> Iterator[CompactEntry]:
        # Each record says of an entry from and until when it was what was known, so none can share the object with another.
        return map(copy, self.by_id.values())
