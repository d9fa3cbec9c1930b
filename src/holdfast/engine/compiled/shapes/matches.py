"""What several shapes share: a match for each start, and the entries of an event that happened in a stretch of days."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_entries import fitting, fitting_timeline
from holdfast.engine.compiled.event_lookup import first
from holdfast.engine.compiled.findings import CompactMatch, Ended, began, seen_at
from holdfast.engine.compiled.instants import LONG_AGO, MICROSECONDS, midnight
from holdfast.engine.compiled.knowledge_states import Tile, each_over_time
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import CompiledShape
from holdfast.engine.compiled.trigger import CompiledTrigger
from holdfast.engine.compiled.version_timeline import in_order

DAY = 24 * MICROSECONDS["hours"]
NEXT_DAYS = 3 * DAY
"""Longer than any day, wherever on earth it was written down."""

Worries = Callable[[PersonRecord, CompactStart], Iterable[CompactMatch]]
"""What one start worries about: one match, or none."""


def from_each_start(trigger: CompiledTrigger, worries: Worries) -> CompiledShape:
    """The matches of every start, now and over time."""

    def now(person: PersonRecord) -> Iterable[CompactMatch]:
        starts = trigger.starts(person)
        return [match for start in starts for match in worries(person, start)] if starts else ()

    def over_time(person: PersonRecord) -> Iterator[Tile[CompactMatch]]:
        return each_over_time(person, trigger.over_time(person), worries)

    return CompiledShape(now, over_time)


def can_worry(person: PersonRecord, day: int) -> bool:
    """Whether somebody was there to worry about on a day: a child who was living, or an adult."""
    return person.is_child_on(day) or person.is_adult(day)


def ended_by(person: PersonRecord, event: CompiledEvent | None, start: CompactStart) -> Ended | None:
    """When something was done about a start, and by which entry."""
    found = None if event is None else first(person, event, start)
    return None if found is None else (max(seen_at(found[0]), began(start)), found[0])


class Entries:
    """The versions about a person that are one event, in reading order."""

    __slots__ = ("ends", "ranged", "versions")

    def __init__(self, versions: Sequence[CompactEntry]) -> None:
        self.versions = versions
        self.ends = [entry.end for entry in versions]
        self.ranged = any(not entry.exact for entry in versions)


def entries_of(person: PersonRecord, event: CompiledEvent) -> Entries:
    """The entries about a person that certainly are an event: every version, where whether they are depends on nothing else;
    otherwise those of the state of knowledge being looked at."""
    found: Entries | None = person.kept.get((event, "entries"))
    if found is None and (event, "entries") not in person.kept:
        timeline = fitting_timeline(person, event)
        # None says that it was asked and cannot be listed once for all.
        found = person.kept[event, "entries"] = None if timeline is None else Entries(timeline.versions)
    return Entries(fitting(person, event)) if found is None else found


def between(person: PersonRecord, event: CompiledEvent, since: int, until: int) -> list[CompactEntry]:
    """Entries of an event that may have happened on the days from ``since`` to ``until``, and perhaps some beside them. What is
    not looked at here may read otherwise without changing the answer."""
    entries = entries_of(person, event)
    # By the ends of entries, which are in order; a day too many is looked at and set aside by whoever asks.
    begins = 0 if since == LONG_AGO else bisect_left(entries.ends, midnight(since) - DAY)
    ends = bisect_right(entries.ends, midnight(until) + NEXT_DAYS)
    return [entry for entry in entries.versions[begins:ends] if person.view.saw(entry)]


def following(person: PersonRecord, entries: Entries, entry: CompactEntry) -> Iterator[CompactEntry]:
    """Those of the entries that are read after an entry, looked at one by one."""
    versions = entries.versions
    for place in range(bisect_right(versions, entry.order, key=in_order), len(versions)):
        if person.view.saw(versions[place]):
            yield versions[place]
