"""Entries that each start a clock by themselves: the meaning of :class:`~holdfast.rules.trigger.Each` and of several triggers
together."""

from collections.abc import Callable, Iterable, Sequence

from holdfast.engine.compiled.calendar_arrays import Span, after, span
from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_entries import fitting, fitting_timeline
from holdfast.engine.compiled.family_record import Types
from holdfast.engine.compiled.knowledge_states import Tile, each_over_time
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.trigger import MEANINGS, CompiledTrigger, compile_trigger
from holdfast.engine.compiled.version_timeline import Timeline
from holdfast.rules.conditions import About
from holdfast.rules.event import Event
from holdfast.rules.trigger import Each, Either, Trigger

Begins = Callable[[PersonRecord, CompactEntry], tuple[CompactStart, ...]]
"""What one entry starts: nothing or one thing."""


def each(compiler: Compiler, trigger: Each) -> CompiledTrigger:
    """Every entry that fits starts something of its own."""
    anyones = _is_anyones(trigger.event)
    if _is_plain(trigger):
        return of_events(compiler.event(trigger.event, linked=False), anyones=anyones)
    return _of_entries(trigger.event.types, _begins(compiler, trigger), anyones=anyones)


def either(compiler: Compiler, trigger: Either) -> CompiledTrigger:
    """Any of several, the first of them where one entry starts more than one."""
    events = [part.event for part in trigger.triggers if isinstance(part, Each)]
    # Several plain ones are one event of several kinds, found in one list, where each by itself would be merged with the
    # others for every child.
    if all(map(_is_plain, trigger.triggers)) and len(set(map(_is_anyones, events))) == 1:
        return of_events(compiler.event(*events, linked=False), anyones=_is_anyones(events[0]))
    parts = [compile_trigger(compiler, part) for part in trigger.triggers]

    def every(person: PersonRecord) -> Iterable[CompactStart]:
        found = {start.entry.id: start for part in reversed(parts) for start in part.every(person)}
        return sorted(found.values(), key=lambda start: start.entry.order)

    return CompiledTrigger(every, tuple(dict.fromkeys(type for part in parts for type in part.types)))


def _is_plain(trigger: Trigger) -> bool:
    """Whether it is nothing but entries that certainly fit, each counted from its own day."""
    return isinstance(trigger, Each) and trigger.counted_from is None and not trigger.doubtful


def _is_anyones(event: Event) -> bool:
    return About("anyone") in event.where


def of_events(event: CompiledEvent, *, anyones: bool) -> CompiledTrigger:
    """Every entry that certainly is one of the events, about the person or, where they are ``anyones``, about anybody."""
    fits = event.fits
    there = anyones_fitting if anyones else fitting

    def every(person: PersonRecord) -> Iterable[CompactStart]:
        return [start_of(entry) for entry in there(person, event)]

    def begins(person: PersonRecord, entry: CompactEntry) -> tuple[CompactStart, ...]:
        return (start_of(entry),) if fits(person, entry, None, None) else ()

    def tiles(person: PersonRecord) -> Iterable[Tile[CompactStart]]:
        timeline = anyones_timeline(person, event) if anyones else fitting_timeline(person, event)
        if timeline is not None:
            return ((start_of(entry), entry.since, entry.until) for entry in timeline.versions)
        return _over_time(person, event.types, begins, anyones=anyones)

    # Alone, so that what a start began can be left out once it is over.
    return CompiledTrigger(every, event.types, tiles, alone=not event.by_others)


def anyones_fitting(person: PersonRecord, event: CompiledEvent) -> Sequence[CompactEntry]:
    """Entries about anybody that, seen from the person, certainly are the event, oldest first."""
    found = anyones_timeline(person, event)
    if found is not None:
        return person.view.read(found)
    fits = event.fits
    return [entry for entry in person.anybodys(event.types) if fits(person, entry, None, None)]


def anyones_timeline(person: PersonRecord, event: CompiledEvent) -> Timeline | None:
    """Every version of them, where what is one of them does not depend on what else is known."""
    if not event.is_settled(person):
        return None
    found: Timeline | None = person.kept.get((event, "anybody's"))
    if found is None:
        fits, versions = event.fits, person.record.timeline(None, event.types).versions
        found = person.kept[event, "anybody's"] = Timeline([entry for entry in versions if fits(person, entry, None, None)])
    return found


# Entries that have to be looked at one by one.


def _of_entries(types: Types, begins: Begins, *, anyones: bool) -> CompiledTrigger:
    def every(person: PersonRecord) -> Iterable[CompactStart]:
        entries = person.anybodys(types) if anyones else person.read(types)
        return [start for entry in entries for start in begins(person, entry)]

    return CompiledTrigger(every, types, lambda person: _over_time(person, types, begins, anyones=anyones))


def _over_time(person: PersonRecord, types: Types, begins: Begins, *, anyones: bool) -> Iterable[Tile[CompactStart]]:
    """What each version starts for as long as it is what is read."""
    versions = person.record.timeline(None if anyones else person.id, types).versions
    return each_over_time(person, ((entry, entry.since, entry.until) for entry in versions), begins)


def _begins(compiler: Compiler, trigger: Each) -> Begins:
    fits = compiler.event(trigger.event, linked=False).fits
    doubtful = compiler.doubtful(trigger.event) if trigger.doubtful else None
    counted_from, within = compiler.maybe(*_some(trigger.counted_from), linked=False), span(trigger.counted_within)

    def begins(person: PersonRecord, entry: CompactEntry) -> tuple[CompactStart, ...]:
        answer = (fits if doubtful is None else doubtful)(person, entry, None, None)
        if isinstance(answer, str):
            return (replaced(start_of(entry), missing=answer),)
        if not answer:
            return ()
        return (start_of(entry) if counted_from is None else _counted_from(person, entry, counted_from, within),)

    return begins


def _some(event: Event | None) -> tuple[Event, ...]:
    return () if event is None else (event,)


def _counted_from(person: PersonRecord, entry: CompactEntry, event: CompiledEvent, within: Span | None) -> CompactStart:
    """Counting from the latest earlier entry of the event, if it is near enough."""
    assert within is not None
    since, order, fits = after(entry.last, (-within[0], within[1])), entry.order, event.fits
    found = None
    for other in person.read(event.types) if since is not None else ():
        # In reading order: whatever follows is not before it.
        if other.order >= order:
            break
        if since is not None and other.last >= since and other.id != entry.id and fits(person, other, entry, None):
            found = other
    if found is None:
        return start_of(entry)
    exact = entry.exact and found.exact
    return replaced(start_of(entry, (found,)), day=found.last, instant=found.instant, exact=exact)


MEANINGS.update({Each: each, Either: either})
