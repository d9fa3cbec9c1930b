"""Entries that add up, in every state of knowledge, gone through once. Where something becomes known late or is put right, what
was found is taken up again from the first entry for which it matters, and not followed beyond the next such instant: what happens
after that shows in no state that ends before it."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_entries import fitting_timeline
from holdfast.engine.compiled.instants import ALWAYS, LONG_AGO, NEVER, midnight
from holdfast.engine.compiled.knowledge_states import Tile, each_over_time
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.triggers.occasions import LINKS
from holdfast.engine.compiled.triggers.windows import Counted, Gathering, GatheringWindow, last_reset, told


def gathered_over_time(person: PersonRecord, gathering: Gathering) -> Iterable[Tile[CompactStart]] | None:
    """Every start with from when until when it was one. ``None`` where reports are said to be of one event: that is to be worked
    out afresh in each state of knowledge."""
    lives = gathering.lives(person)
    # A link changes which windows there are, and not only from its place on: then each state is gone through by itself.
    if gathering.occasions and any(each.record.timeline(each.id, LINKS).versions for each in lives):
        return None
    versions = [
        _Version((entry, each), since, until)
        for each in lives
        for entry, since, until in _fitting_over_time(each, gathering.event)
    ]
    if len(versions) < gathering.least:
        return ()
    if len(lives) > 1:
        versions.sort(key=lambda each: each.counted[0].order)
    resets = () if gathering.since is None else _fitting_over_time(person, gathering.since)
    return _OnePass(person, gathering, versions, resets).tiles()


class _Version(NamedTuple):
    """A version of an entry that counts for a child, and from when until when it did."""

    counted: Counted
    since: int
    until: int


def _fitting_over_time(person: PersonRecord, event: CompiledEvent) -> list[Tile[CompactEntry]]:
    """Entries about the person that are the event, from when until when each was, in reading order."""
    timeline = fitting_timeline(person, event)
    if timeline is not None:
        return [(entry, entry.since, entry.until) for entry in timeline.versions]
    fits, found = event.fits, list[Tile[CompactEntry]]()
    versions = person.record.timeline(person.id, event.types).versions
    read = ((entry, entry.since, entry.until) for entry in versions)
    for entry, since, until in each_over_time(
        person, read, lambda person, entry: (entry,) if fits(person, entry, None, None) else ()
    ):
        # The same answer in the next state: it goes on.
        if found and found[-1][0] is entry and found[-1][2] == since:
            since = found.pop()[1]
        found.append((entry, since, until))
    return found


class _Before(NamedTuple):
    """How things stood before an entry was taken: the place at which the window opened, whether there was enough, and until when
    it was not to be said again."""

    opens: int
    above: bool
    until: int


class _Standing(NamedTuple):
    """A start, the entries it is told with, and from when it has been one."""

    start: CompactStart
    entries: tuple[CompactEntry, ...]
    since: int


class _Rest(NamedTuple):
    """An answer that looked at other entries: until when it stands, its place, and the soonest that it or one before it ends."""

    until: int
    place: int
    soonest: int


class _OnePass:
    """The versions that add up, in reading order, and how far they have been gone through. ``places`` says for each entry in the
    window which version it is, ``rests_on`` which answers looked at other entries, in the order of their places.
    ``standing`` are the starts by the place of what makes them so, in order."""

    def __init__(
        self, person: PersonRecord, gathering: Gathering, versions: Sequence[_Version], resets: Sequence[Tile[CompactEntry]]
    ) -> None:
        self.person = person
        self.gathering = gathering
        self.versions = versions
        self.window = GatheringWindow(gathering)
        self.places: list[int] = []
        self.before: list[_Before] = []
        self.now = _Before(0, above=False, until=LONG_AGO)
        self.standing: dict[int, _Standing] = {}
        self.rests_on: list[_Rest] = []
        recorded = [each.counted[0].recorded for each in reversed(versions)]
        # So that going on can stop: from a place on, nothing can be part of a state that ends before any of it was recorded.
        self.recorded_from = list(accumulate(recorded, min))[::-1]
        """For each place, before when nothing from there on had been recorded."""
        self.resets = [entry.last for entry, since, _ in resets if since == ALWAYS]
        self.reset_changes = _comings_and_goings(resets)
        # The last first, so that each is taken off the end as it comes.
        self.changes = _changes(versions, resets)

    def tiles(self) -> Iterator[Tile[CompactStart]]:
        """Every start over time."""
        at, place, undone = ALWAYS, 0, dict[int, _Standing]()
        while True:
            # As far as shows in this state: what happens after it ends is gone through in one that knows more.
            place = self._go_on(at, place)
            yield from self._ended(undone, at)
            until = self._until()
            if until == NEVER:
                break
            # To the first entry for which the next change matters. Everything before it stands.
            place, undone = self._go_back(until, place)
            at = until
        for start, _, since in self.standing.values():
            yield start, since, NEVER

    def _until(self) -> int:
        """The next instant at which something reads otherwise."""
        known = self.changes[-1][0] if self.changes else NEVER
        return self._soonest(known)

    def _soonest(self, until: int) -> int:
        return min(until, self.rests_on[-1].soonest) if self.rests_on else until

    def _go_on(self, at: int, place: int) -> int:
        """Go on from a place in the state of knowledge at an instant, as far as shows in it. Returns how far that was."""
        versions, until, number = self.versions, self._until(), len(self.versions)
        while place < number:
            entry = versions[place].counted[0]
            if until != NEVER and midnight(entry.last) >= until and self.recorded_from[place] >= until:
                break
            begun, order = place, entry.order
            # One entry about several children, and every version of it that is read at one place.
            while place < number and versions[place].counted[0].order == order:
                place += 1
            here = [each for each in range(begun, place) if versions[each].since <= at < versions[each].until]
            if here and self._take(here, begun, at):
                until = self._until()
        return place

    def _take(self, here: Sequence[int], begun: int, at: int) -> bool:
        """One entry more. Whether what comes of it rests on other entries that read otherwise later."""
        window, now = self.window, self.now
        self.places.extend(here)
        # How it stood before this entry, so that it can be taken back without going through what came before.
        self.before.extend(now for _ in here)
        batch = [self.versions[each].counted for each in here]
        entry, rests = batch[-1][0], False
        enough, until = window.take(batch, last_reset(self.resets, entry.last)), now.until
        if enough and (self.gathering.unless or self.gathering.only is not None):
            view = self.person.view
            view.at, view.until = at, NEVER
            enough = self.gathering.is_allowed(self.person, entry)
            # The answer looked at entries that read otherwise later: then this place has to be come back to, though nothing
            # of its own changes.
            rests = view.until != NEVER
            if rests:
                self.rests_on.append(_Rest(view.until, begun, self._soonest(view.until)))
        if enough and not now.above and entry.last >= now.until and window.concerns(self.person):
            self.standing[begun] = _Standing(told(window), window.entries(), at)
            until = self.gathering.quiet_until(entry.last)
        self.now = _Before(window.opens, enough, until)
        return rests

    def _ended(self, undone: dict[int, _Standing], at: int) -> Iterator[Tile[CompactStart]]:
        """Those that were there before and are no more end here; those that are there again go on."""
        for place, was in undone.items():
            found = self.standing.get(place)
            # Undone and found again the same: it was never gone.
            if found is not None and found.entries == was.entries:
                self.standing[place] = was
            else:
                yield was.start, was.since, at

    def _go_back(self, until: int, reached: int) -> tuple[int, dict[int, _Standing]]:
        """Undo what may come otherwise from an instant on. Returns from which place to go on, and the starts that were undone."""
        place = self._first_of_its_entry(min(reached, self._first_otherwise(until, reached)))
        while self.rests_on and self.rests_on[-1].place >= place:
            self.rests_on.pop()
        length = bisect_left(self.places, place)
        if length < len(self.places):
            self.now = self.before[length]
            self.window.go_back(length, self.now.opens)
            del self.places[length:], self.before[length:]
        undone: dict[int, _Standing] = {}
        # A dictionary keeps the order in which they were found, which is that of their places.
        while self.standing and next(reversed(self.standing)) >= place:
            begun, was = self.standing.popitem()
            undone[begun] = was
        return place, undone

    def _first_otherwise(self, until: int, reached: int) -> int:
        """The first place at which something reads otherwise from an instant on."""
        place = next((each.place for each in self.rests_on if each.until <= until), reached)
        while self.changes and self.changes[-1][0] <= until:
            place = min(place, self.changes.pop()[1])
        while self.reset_changes and self.reset_changes[-1][0] <= until:
            _, day, comes = self.reset_changes.pop()
            if comes:
                insort(self.resets, day)
            else:
                del self.resets[bisect_left(self.resets, day)]
        return place

    def _first_of_its_entry(self, place: int) -> int:
        versions = self.versions
        while 0 < place < len(versions) and versions[place - 1].counted[0].order == versions[place].counted[0].order:
            place -= 1
        return place


def _changes(versions: Sequence[_Version], resets: Sequence[Tile[CompactEntry]]) -> list[tuple[int, int]]:
    """The instants at which something reads otherwise, the last first, each with the first place for which it matters."""
    found: dict[int, int] = {}
    for place, (_, since, until) in enumerate(versions):
        found.setdefault(since, place)
        found.setdefault(until, place)
    days = [each.counted[0].last for each in versions] if resets else []
    for entry, since, until in resets:
        place = bisect_left(days, entry.last)
        for at in (since, until):
            found[at] = min(place, found.get(at, place))
    return sorted(((at, place) for at, place in found.items() if at not in (ALWAYS, NEVER)), reverse=True)


def _comings_and_goings(resets: Sequence[Tile[CompactEntry]]) -> list[tuple[int, int, bool]]:
    """When a reset comes or goes, the last first: the instant, its day, and whether it comes."""
    found = [(since, entry.last, True) for entry, since, _ in resets if since != ALWAYS]
    found += [(until, entry.last, False) for entry, _, until in resets if until != NEVER]
    return sorted(found, reverse=True)
