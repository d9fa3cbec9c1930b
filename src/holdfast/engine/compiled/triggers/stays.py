"""Stays with relatives and friends that repeat: the meaning of :class:`~holdfast.rules.trigger.StaysRepeat`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_entries import certainly, fitting
from holdfast.engine.compiled.family_record import Types
from holdfast.engine.compiled.instants import FAR_OFF
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.trigger import MEANINGS, CompiledTrigger
from holdfast.rules.trigger import StaysRepeat


class CompactStay(NamedTuple):
    """A stay away from the main home: who with, the first day, and the day it ended (:data:`FAR_OFF` while it lasts)."""

    entry: CompactEntry
    carers: tuple[str, ...]
    start: int
    end: int

    def nights(self, first: int, last: int) -> range:
        """Nights slept there, each named by the day it began, from ``first`` to ``last`` inclusive."""
        return range(max(self.start, first), min(self.end - 1, last) + 1)


def stays_repeat(compiler: Compiler, trigger: StaysRepeat) -> CompiledTrigger:
    """Where stays with a carer reach the number, told with those that make it."""
    stay, ends = compiler.event(trigger.stay, linked=False), trigger.ends
    unless = [compiler.event(each, linked=False) for each in trigger.unless]
    types = tuple(dict.fromkeys((*stay.types, *ends.types)))
    days, episodes, nights = trigger.within.n, trigger.episodes, trigger.nights

    def every(person: PersonRecord) -> Iterator[CompactStart]:
        told: set[tuple[str, ...]] = set()
        found = stays(person, stay, types)
        for number, each in enumerate(found):
            recent = _recent(found, number, days)
            day = each.start if len(recent) + 1 >= episodes else _last_night(each, recent, days, nights)
            if day is None or _done_by(person, unless, each, day):
                continue
            again = each.carers in told and bool(recent)
            told.add(each.carers)
            if not again:
                used = tuple(other.entry for other in recent)
                exact = each.entry.exact and all(entry.exact for entry in used)
                yield replaced(start_of(each.entry, extra=used), day=day, instant=None, exact=exact)

    return CompiledTrigger(every, stay.types)


def stays(person: PersonRecord, stay: CompiledEvent, types: Types) -> list[CompactStay]:
    """Every stay that is meant, in order. A stay ends when it is said to, or when the next begins."""
    entries = person.read(types)
    meant = {entry.id for entry in fitting(person, stay)}
    found = []
    for number, entry in enumerate(entries):
        if entry.id in meant:
            end = max(entries[number + 1].last, entry.last) if number + 1 < len(entries) else FAR_OFF
            found.append(CompactStay(entry, tuple(map(str, listed(entry, "with"))), entry.last, end))
    return found


def _recent(found: Sequence[CompactStay], number: int, days: int) -> list[CompactStay]:
    """The stays with the same carers before this one that had not ended so many days before it, oldest first."""
    stay, since = found[number], found[number].start - days
    recent = []
    for place in range(number - 1, -1, -1):
        if found[place].end <= since:  # and so had all before it
            # And so had all before it: each stay ends when the next begins.
            break
        if not set(found[place].carers).isdisjoint(stay.carers):
            recent.append(found[place])
    return recent[::-1]


def _last_night(stay: CompactStay, recent: Sequence[CompactStay], days: int, nights: int) -> int | None:
    """The day on which the last of so many nights in the window begins."""
    slept = [night for each in recent for night in each.nights(stay.start - days + 1, stay.start)]
    slept += stay.nights(stay.start, stay.start + nights - 1)
    return sorted(slept)[nights - 1] if len(slept) >= nights else None


def _done_by(person: PersonRecord, unless: Sequence[CompiledEvent], stay: CompactStay, day: int) -> bool:
    return any(entry.first <= day for event in unless for entry in certainly(person, event, stay.entry))


MEANINGS[StaysRepeat] = stays_repeat
