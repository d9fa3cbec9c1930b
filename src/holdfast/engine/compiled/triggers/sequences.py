"""What starts where one entry follows another: runs, what adds up since the last time, planned days, what workers do for all."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.entries import planned as planned_day
from holdfast.engine.compiled.entry_fields import plain
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_entries import certainly, fitting
from holdfast.engine.compiled.expression import looking_at
from holdfast.engine.compiled.instants import LONG_AGO, instant
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.trigger import MEANINGS, CompiledTrigger, compile_trigger
from holdfast.engine.compiled.triggers.preparation import made_of_each
from holdfast.rules.planned_day import Planned
from holdfast.rules.trigger import (
    InARow,
    SinceLast,
    UntilPlanned,
)


def speaking(person: PersonRecord, event: CompiledEvent) -> list[CompactEntry]:
    """Entries that certainly are the event, about the person or about a worker alone, in the order they are read."""
    return sorted(certainly(person, event), key=lambda entry: entry.order)


def planned(compiler: Compiler, trigger: Planned) -> CompiledTrigger:
    """Every entry that fits, on the day it plans for, unless something was done within a planned day that is a range."""
    event, unless = compiler.event(trigger.event, linked=False), compiler.maybe(*trigger.unless, linked=False)
    field = trigger.planned_in

    def every(person: PersonRecord) -> Iterable[CompactStart]:
        for entry in fitting(person, event):
            day = planned_day(entry, field)
            if day is None:
                continue
            first, last = day.first.toordinal(), day.last.toordinal()
            # A planned day that is one day has nothing within it.
            if unless is not None and first < last and any(first <= done.last < last for done in fitting(person, unless)):
                continue
            at = None if day.instant is None else instant(day.instant)
            yield replaced(start_of(entry), day=last, instant=at, exact=day.exact and entry.exact)

    return CompiledTrigger(every, event.types)


def until_planned(compiler: Compiler, trigger: UntilPlanned) -> CompiledTrigger:
    """What another trigger starts, on the day that its own entry names."""

    def make(person: PersonRecord, start: CompactStart) -> Iterable[CompactStart]:
        day = planned_day(start.entry, trigger.field)
        if day is None:
            return ()
        last = max(day.last.toordinal(), start.day)
        return (replaced(start, day=last, instant=None, exact=day.exact and start.exact, already=None),)

    return made_of_each(compile_trigger(compiler, trigger.trigger), make)


def in_a_row(compiler: Compiler, trigger: InARow) -> CompiledTrigger:
    """So many entries of an event, one straight after another, that each pass."""
    event, n = compiler.event(trigger.event, linked=False), trigger.n
    test = compiler.certain(trigger.where, event.types, "One of a row.")
    looks_around = bool(looking_at(*(compiler.condition(each, event.types) for each in trigger.where)))

    def passes(person: PersonRecord, entry: CompactEntry) -> Any:
        if not looks_around or person.record.steady:
            return test(person, entry, None, None)
        # What one state of knowledge changes leaves most answers as they were.
        # What one late entry changes leaves most answers as they were, so each is kept for as long as it stands.
        return person.keep((test, entry), lambda person: test(person, entry, None, None))

    def every(person: PersonRecord) -> Iterable[CompactStart]:
        run: list[CompactEntry] = []
        for entry in fitting(person, event):
            if not passes(person, entry):
                run = []
                continue
            run.append(entry)
            if len(run) == n:
                yield start_of(entry, extra=tuple(run[:-1]))

    return CompiledTrigger(every, event.types)


def since_last(compiler: Compiler, trigger: SinceLast) -> CompiledTrigger:
    """So many entries since the last of some events, that say the same thing where they must."""
    event, n, alike = compiler.event(*trigger.events, linked=False), trigger.n, trigger.alike
    resetting = [compiler.event(each, linked=False) for each in trigger.since]

    def every(person: PersonRecord) -> Iterator[CompactStart]:
        resets = sorted(entry.last for each in resetting for entry in certainly(person, each))
        running: dict[object, list[CompactEntry]] = {}
        for entry in fitting(person, event):
            place = bisect_right(resets, entry.last)
            last = resets[place - 1] if place else LONG_AGO
            for said in _said(person, entry, alike):
                there = running.setdefault(said, [])
                # They are read in the order of their days: where the oldest still counts, so do the others.
                # They came in the order of their days: where the oldest still counts, so do the others.
                if there and there[0].last <= last:
                    there[:] = [each for each in there if each.last > last]
                if entry.last <= last or (alike and there and there[-1].last == entry.last):
                    continue
                there.append(entry)
                if len(there) == n:
                    yield start_of(entry, extra=tuple(there[:-1]))

    return CompiledTrigger(every, event.types)


def _said(person: PersonRecord, entry: CompactEntry, fields: tuple[str, ...]) -> Iterable[object]:
    """What the entry says in these fields, as it is compared: words plainly, an entry by the id it keeps."""
    if not fields:
        return (None,)
    record, found = person.record, dict[object, None]()
    for field in fields:
        for each in map(str, listed(entry, field)):
            if each in record.by_id:
                found["entry", record.root(each)] = None
            elif words := plain(each):
                found[words] = None
    return found


MEANINGS.update({Planned: planned, UntilPlanned: until_planned, InARow: in_a_row, SinceLast: since_last})
