"""Worries about what was not done: what should have followed, come round again, or come before."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from holdfast.engine.compiled.calendar_arrays import Span, after, before, span
from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_lookup import Candidates, candidates, first
from holdfast.engine.compiled.findings import CompactMatch, began, seen_at
from holdfast.engine.compiled.instants import FAR_OFF, LONG_AGO, midnight
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import MEANINGS, CompiledShape
from holdfast.engine.compiled.shapes.matches import can_worry, from_each_start
from holdfast.engine.compiled.shapes.overdue import of_each_clock, over, overdue, overdue_of
from holdfast.engine.compiled.standard import compile_standard
from holdfast.engine.compiled.trigger import compile_trigger
from holdfast.engine.reference.shapes.omission import as_standard
from holdfast.rules.shapes import Lacks, Stale, Undone


def _undone(compiler: Compiler, shape: Undone) -> CompiledShape:
    rule = compile_standard(compiler, as_standard(shape))
    if not shape.at_once:
        return overdue_of([rule])
    at_once = compiler.event(*shape.at_once)

    def worries(person: PersonRecord, clock: CompactClock) -> Iterable[CompactMatch]:
        late, entry, done = overdue(clock), clock.start.entry, over(clock)
        # Nothing that is read before it can be trying again.
        again = first(person, at_once, replaced(start_of(entry), follows=True))
        if again is None:
            return late
        at = seen_at(again[0])
        # Overdue before they tried again: that is the worry.
        if any(match.at <= at for match in late):
            return late
        if done is not None and done.start < at:
            return ()
        return (CompactMatch(at, (again[0], entry), None if done is None else (max(seen_at(done), at), done)),)

    return of_each_clock([rule], worries)


def _stale(compiler: Compiler, shape: Stale) -> CompiledShape:
    return overdue_of([compile_standard(compiler, as_standard(shape))])


def _lacks(compiler: Compiler, shape: Lacks) -> CompiledShape:
    trigger = compile_trigger(compiler, shape.trigger)
    needs = [compiler.event(*each, linked=False) for each in shape.needs]
    opened_by = [compiler.event(each, linked=False) for each in shape.opened_by]
    excused_by = compiler.maybe(*shape.excused_by, linked=False)
    within, grace = span(shape.within), span(shape.grace)

    def worries(person: PersonRecord, start: CompactStart) -> Iterable[CompactMatch]:
        at = _ready(start, grace)
        if at is None or not can_worry(person, start.day):
            return ()
        opening = _opening(person, opened_by, within, start)
        done = [_first(person, each, opening, start) for each in needs]
        found = [each for each in done if each is not None]
        ends = [max(found, key=seen_at)] if found and len(found) == len(done) else []
        excuse = None if excused_by is None else _first(person, excused_by, opening, start)
        ends += [] if excuse is None else [excuse]
        ending = min(ends, key=seen_at, default=None)
        if ending is not None and seen_at(ending) <= at:
            return ()
        known = [each for each in (*([] if opening is None else [opening.entry]), *found) if seen_at(each) <= at]
        shown = {each.id: each for each in (*known, *start.extra) if each.id != start.entry.id}.values()
        entries = (*sorted(shown, key=lambda entry: entry.order), start.entry)
        return (CompactMatch(at, entries, None if ending is None else (seen_at(ending), ending), who=start.about),)

    return from_each_start(trigger, worries)


def _ready(start: CompactStart, grace: Span | None) -> int | None:
    """From when it worries; none where the calendar cannot tell."""
    if grace is None:
        return began(start)
    last = after(start.day, grace)
    return None if last is None else midnight(last + 1)


def _opening(
    person: PersonRecord, opened_by: Sequence[CompiledEvent], within: Span | None, start: CompactStart
) -> CompactStart | None:
    """From what on something done counts. None: whenever it was."""
    entry: CompactEntry | None = None
    for event in opened_by:
        # Each kind before the one that was found for the last, and where there is none the opening stays where it was.
        entry = _latest(person, event, start.entry if entry is None else entry, start) or entry
    back = before(start.day, within)
    if entry is not None and entry.last >= back:
        return start_of(entry)
    return None if back == LONG_AGO else replaced(start_of(start.entry), day=back, instant=None, exact=True)


def _candidates(person: PersonRecord, event: CompiledEvent) -> Candidates:
    found = candidates(person, event)
    assert isinstance(found, Candidates)
    return found


def _subject(start: CompactStart) -> str | None:
    return start.about[0] if start.about else None


def _latest(person: PersonRecord, event: CompiledEvent, than: CompactEntry, start: CompactStart) -> CompactEntry | None:
    """The latest entry of an event that is read before another."""
    found, view, subject = _candidates(person, event), person.view, _subject(start)
    known, test, best = view.at, found.test, None
    for place in range(found.read_before(than) - 1, -1, -1):
        each = found.exact[place]
        if each.since <= known < each.until and (test is None or test(person, each, start.entry, subject)):
            best = each
            break
    for each in found.ranges:
        if (
            each.order < than.order
            and (best is None or each.order > best.order)
            and each.since <= known < each.until
            and (test is None or test(person, each, start.entry, subject))
        ):
            best = each
    if known < found.changes_by:
        found.stand_until(view, LONG_AGO if best is None else best.first, than.last)
    return best


def _first(person: PersonRecord, event: CompiledEvent, opening: CompactStart | None, start: CompactStart) -> CompactEntry | None:
    """The earliest entry of an event since the opening. The starting entry counts only for an event that says so."""
    found, view, subject = _candidates(person, event), person.view, _subject(start)
    known, test, id = view.at, found.test, start.entry.id
    best: CompactEntry | None = None

    def counts(each: CompactEntry) -> bool:
        return (
            each.since <= known < each.until
            and (opening is None or _is_after(each, opening))
            and (best is None or (seen_at(each), each.order) < (seen_at(best), best.order))
            and bool((each.id != id) if test is None else test(person, each, start.entry, subject))
        )

    # What has a time of its own may be read before what happened on the same day without one, and be seen after it.
    # From the day before, since what has a time of its own may be read after what happened later that day.
    for place in range(0 if opening is None else bisect_left(found.days, opening.day - 1), len(found.exact)):
        each = found.exact[place]
        # No entry of a later day can be seen sooner.
        if best is not None and each.last > best.last + 1:
            break
        if counts(each):
            best = each
    for each in found.ranges:
        if counts(each):
            best = each
    if known < found.changes_by:
        since = LONG_AGO if opening is None else opening.day - 1
        found.stand_until(view, since, FAR_OFF if best is None else best.last + 1)
    return best


def _is_after(entry: CompactEntry, opening: CompactStart) -> bool:
    """Whether it can have happened at or after the opening."""
    if entry.instant is not None and opening.instant is not None:
        return entry.instant >= opening.instant
    return entry.last >= opening.day


MEANINGS.update({Undone: _undone, Stale: _stale, Lacks: _lacks})
