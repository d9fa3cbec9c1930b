"""What adds up, and the window in which it is counted."""

from bisect import bisect_right
from collections.abc import Sequence

from holdfast.engine.compiled.calendar_arrays import Span, after, before, span
from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event_lookup import Candidates, candidates
from holdfast.engine.compiled.instants import FAR_OFF, LONG_AGO, MICROSECONDS
from holdfast.engine.compiled.neighbouring_entries import touching
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.triggers.counted import COUNTS_AS, SEVERAL, CountsAs
from holdfast.rules.trigger import Gathers

Counted = tuple[CompactEntry, PersonRecord]
"""An entry, with the child it is counted for."""


class Gathering:
    """What adds up, ready to be looked for."""

    def __init__(self, compiler: Compiler, trigger: Gathers) -> None:
        wanted = ((trigger.counting, trigger.n), *trigger.also)
        self.n = trigger.n
        self.event = compiler.event(*trigger.events, linked=False)
        self.counts: list[tuple[CountsAs, int]] = [(COUNTS_AS[key], n) for key, n in wanted]
        # One entry is one of most things, so fewer entries than are wanted cannot be enough; it can show several aspects.
        self.least = max((n for key, n in wanted if key not in SEVERAL), default=1)
        """Fewer entries than this never are enough."""
        self.occasions = max((n for key, n in wanted if key == "occasions"), default=0)
        self.ends_as_one = trigger.counting == "occasions"
        self.within: Span = (trigger.within.n, trigger.within.unit)
        self.hours = trigger.within.n * MICROSECONDS["hours"] if trigger.within.unit == "hours" else None
        self.since = compiler.maybe(*trigger.since, linked=False)
        self.unless = [compiler.event(each, linked=False) for each in trigger.unless]
        self.unless_within = span(trigger.unless_within)
        self.family = trigger.across == "family"
        self.only = compiler.certain(trigger.only, self.event.types, "What makes it so.") if trigger.only else None
        self.quiet = span(trigger.quiet)

    def lives(self, person: PersonRecord) -> list[PersonRecord]:
        """The children whose entries count: the person first."""
        return [person, *map(person.other, person.siblings)] if self.family else [person]

    def is_allowed(self, person: PersonRecord, entry: CompactEntry) -> bool:
        """Whether enough, reached with this entry, is worth saying: nothing had been made of it yet, and it is one of those
        meant."""
        day = entry.last
        # From the day after the last that is too long before.
        since = opens(day, self.unless_within) + 1
        for event in self.unless:
            done = candidates(person, event)
            assert isinstance(done, Candidates)
            # Any will do: whether there is one is all that is asked.
            if any(True for _ in touching(person, done, since, day)):
                return False
        return self.only is None or bool(self.only(person, entry, None, None))

    def quiet_until(self, day: int) -> int:
        """The day until which it is not said again."""
        if self.quiet is None:
            return LONG_AGO
        ends = after(day, self.quiet)
        return FAR_OFF if ends is None else ends


def opens(day: int, within: Span | None) -> int:
    """The last day that is too long before ``day`` to be in its window."""
    if within is None:
        return LONG_AGO
    if within[1] == "hours":
        # At least a day: of something known only by its day nobody can tell on which side of an hour it was.
        return day - max(1, within[0] // 24)
    return before(day, within)


class GatheringWindow:
    """The entries that still count, oldest first, with how often each thing that is counted is among them. ``there`` has those
    that no longer count too, before the place ``opens``."""

    __slots__ = ("_counts", "_hours", "_within", "opens", "there")

    def __init__(self, gathering: Gathering) -> None:
        self._within = gathering.within
        self._hours = gathering.hours
        self._counts: list[tuple[CountsAs, int, dict[object, int]]] = [(key, n, {}) for key, n in gathering.counts]
        self.there: list[Counted] = []
        self.opens = 0

    def take(self, batch: Sequence[Counted], emptied: int) -> bool:
        """One entry more, and those that lie too far back from it let go, or came by the day on which the window was
        ``emptied``. Whether there is enough of everything that is counted."""
        there, counts = self.there, self._counts
        there.extend(batch)
        for counted in batch:
            self._count(counted)
        last = batch[-1][0]
        since, hours, place, number = opens(last.last, self._within), self._hours, self.opens, len(there)
        while place < number:
            entry, person = there[place]
            if hours is not None and entry.instant is not None and last.instant is not None:
                too_old = last.instant - entry.instant >= hours
            else:
                too_old = entry.last <= since
            if not too_old and entry.last > emptied:
                break
            place += 1
            for counts_as, _, times in counts:
                for thing in counts_as(entry, person):
                    # What is there no times must go, or it would still be counted as one of several.
                    if times[thing] == 1:
                        del times[thing]
                    else:
                        times[thing] -= 1
        self.opens = place
        return place < number and all(len(times) >= n for _, n, times in counts)

    def _count(self, counted: Counted) -> None:
        entry, person = counted
        for counts_as, _, times in self._counts:
            for thing in counts_as(entry, person):
                times[thing] = times.get(thing, 0) + 1

    def go_back(self, length: int, opens: int) -> None:
        """As it was when so many had been taken, the first of which that still counted was in a place."""
        del self.there[length:]
        self.opens = opens
        # Counted again from what is left: going back is rare, and keeping every count would not be.
        for _, _, times in self._counts:
            times.clear()
        for counted in self.there[opens:]:
            self._count(counted)

    def concerns(self, person: PersonRecord) -> bool:
        """Whether this child is among those it is about: a family's worry is each child's own."""
        return any(each is person for _, each in self.there[self.opens :])

    def entries(self) -> tuple[CompactEntry, ...]:
        """The entries in it, each once, oldest first."""
        return tuple(dict.fromkeys(entry for entry, _ in self.there[self.opens :]))


def last_reset(resets: Sequence[int], day: int) -> int:
    """The last of the days in order that is not after a day."""
    place = bisect_right(resets, day) if resets else 0
    return resets[place - 1] if place else LONG_AGO


def told(window: GatheringWindow) -> CompactStart:
    """What the window starts as it stands."""
    entries = window.entries()
    return replaced(start_of(entries[-1], extra=entries[:-1]), exact=all(entry.exact for entry in entries))
