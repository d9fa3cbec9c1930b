"""Entries that add up: the meaning of :class:`~holdfast.rules.trigger.Gathers` in one state of knowledge."""

from collections.abc import Iterable, Iterator, Sequence

from holdfast.engine.compiled.clock_start import CompactStart, replaced
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.event_entries import fitting
from holdfast.engine.compiled.instants import LONG_AGO
from holdfast.engine.compiled.knowledge_states import Tile, starts_over_time
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.trigger import MEANINGS, CompiledTrigger
from holdfast.engine.compiled.triggers.accumulation_over_time import gathered_over_time
from holdfast.engine.compiled.triggers.occasions import LINKS, falls_below, occasions
from holdfast.engine.compiled.triggers.windows import Counted, Gathering, GatheringWindow, last_reset, told
from holdfast.rules.trigger import Gathers

ONE_EVENT = "said to be one event"


def gathers(compiler: Compiler, trigger: Gathers) -> CompiledTrigger:
    """Entries that add up."""
    gathering = Gathering(compiler, trigger)

    def every(person: PersonRecord) -> Iterable[CompactStart]:
        return gathered(person, gathering)

    def tiles(person: PersonRecord) -> Iterable[Tile[CompactStart]]:
        found = gathered_over_time(person, gathering)
        return starts_over_time(person, every) if found is None else found

    return CompiledTrigger(every, gathering.event.types, tiles)


def batches(counted: Sequence[Counted]) -> Iterator[Sequence[Counted]]:
    """One entry about several children is one event, however many of them it is counted for."""
    place, number = 0, len(counted)
    while place < number:
        end, id = place + 1, counted[place][0].id
        while end < number and counted[end][0].id == id:
            end += 1
        yield counted[place:end]
        place = end


def gathered(person: PersonRecord, gathering: Gathering) -> Iterator[CompactStart]:
    """Where there are enough, told with all that are in the window."""
    lives = gathering.lives(person)
    counted = [(entry, each) for each in lives for entry in fitting(each, gathering.event)]
    # Fewer than are wanted in all: most children, for most rules.
    if len(counted) < gathering.least:
        return
    # One child's entries are in order already.
    if len(lives) > 1:
        counted.sort(key=lambda each: each[0].order)
    # Only where somebody has said that reports are of one event does that have to be asked of every window.
    linked = bool(gathering.occasions) and any(each.read(LINKS) for each in lives)
    resets = [] if gathering.since is None else [entry.last for entry in fitting(person, gathering.since)]
    window, above, until = GatheringWindow(gathering), False, LONG_AGO
    for batch in batches(counted):
        entry = batch[-1][0]
        enough = window.take(batch, last_reset(resets, entry.last))
        if enough and linked:
            enough = occasions(batch[-1][1], window.entries(), entry.last) >= gathering.occasions
        enough = enough and gathering.is_allowed(person, entry)
        if enough and not above and entry.last >= until and window.concerns(person):
            yield _told(person, gathering, window) if linked else told(window)
            until = gathering.quiet_until(entry.last)
        above = enough


def _told(person: PersonRecord, gathering: Gathering, window: GatheringWindow) -> CompactStart:
    """The same, until its reports are said to be of fewer events."""
    start = told(window)
    link = falls_below(person, window.entries(), gathering.n, start.day) if gathering.ends_as_one else None
    return start if link is None else replaced(start, excused=(link.last, link, ONE_EVENT))


MEANINGS[Gathers] = gathers
