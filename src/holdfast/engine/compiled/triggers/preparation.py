"""What another trigger starts, looked at one by one: what had been done before it, what explains it, whether it is meant."""

from bisect import bisect_left
from collections.abc import Callable, Iterable

from holdfast.engine.compiled.clock_start import CompactStart, replaced
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_lookup import candidates, later, of_start
from holdfast.engine.compiled.instants import FAR_OFF, LONG_AGO
from holdfast.engine.compiled.knowledge_states import Tile, each_over_time
from holdfast.engine.compiled.neighbouring_entries import latest_before, latest_own
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.trigger import MEANINGS, CompiledTrigger, compile_trigger
from holdfast.rules.trigger import Explained, Only, Prepared


def made_of_each(inner: CompiledTrigger, make: Callable[[PersonRecord, CompactStart], Iterable[CompactStart]]) -> CompiledTrigger:
    """What is made of each start of another trigger, whatever the others are."""

    def every(person: PersonRecord) -> Iterable[CompactStart]:
        return [made for start in inner.every(person) for made in make(person, start)]

    def tiles(person: PersonRecord) -> Iterable[Tile[CompactStart]]:
        return each_over_time(person, inner.every_over_time(person), make)

    return CompiledTrigger(every, inner.types, tiles)


def only(compiler: Compiler, trigger: Only) -> CompiledTrigger:
    """Those starts whose own entry certainly passes every condition."""
    inner = compile_trigger(compiler, trigger.trigger)
    passes = compiler.certain(trigger.where, inner.types, "Only some of what starts.")

    def make(person: PersonRecord, start: CompactStart) -> Iterable[CompactStart]:
        return (start,) if passes(person, start.entry, start.entry, None) else ()

    return made_of_each(inner, make)


def prepared(compiler: Compiler, trigger: Prepared) -> CompiledTrigger:
    """Met as it starts where something had been done on an earlier day, since the last of an event before it."""
    by, since = compiler.event(trigger.by, linked=False), compiler.event(trigger.since, linked=False)

    def make(person: PersonRecord, start: CompactStart) -> Iterable[CompactStart]:
        last = latest_own(person, since, start.entry, 1)
        done = _last_done(person, by, start, last[0].last if last else LONG_AGO)
        return (start if done is None else replaced(start, already=done),)

    return made_of_each(compile_trigger(compiler, trigger.trigger), make)


def _last_done(person: PersonRecord, event: CompiledEvent, start: CompactStart, since: int) -> CompactEntry | None:
    """The last of the event that certainly happened before the day of the start, and not before another day."""
    entry, day, view = start.entry, start.day, person.view
    found = of_start(candidates(person, event), entry.root)
    # Not the test of the candidates, which sets the start aside: here the start is another entry.
    fits = event.fits if found.test is not None else None
    if view.at < found.changes_by:
        found.stand_until(view, since, day - 1)
    known, best = view.at, None
    for place in range(bisect_left(found.days, day) - 1, -1, -1):
        each = found.exact[place]
        if each.last < since:
            break
        if each.since <= known < each.until and (fits is None or fits(person, each, entry, None)):
            best = each
            break
    for each in found.ranges:
        if (
            since <= each.last < day
            and (best is None or each.order > best.order)
            and each.since <= known < each.until
            and (fits is None or fits(person, each, entry, None))
        ):
            best = each
    return best


def explained(compiler: Compiler, trigger: Explained) -> CompiledTrigger:
    """Told together with the latest entry of an event there was by then, or else the next."""
    by = compiler.event(trigger.by, linked=False)

    def make(person: PersonRecord, start: CompactStart) -> Iterable[CompactStart]:
        told = latest_before(person, start.entry, None, by)
        if told is None:
            # The next, where nothing was known by then.
            told = min(later(person, start.entry, None, by, FAR_OFF), key=lambda entry: entry.order, default=None)
        return (start if told is None else replaced(start, extra=(*start.extra, told)),)

    return made_of_each(compile_trigger(compiler, trigger.trigger), make)


MEANINGS.update({Only: only, Prepared: prepared, Explained: explained})
