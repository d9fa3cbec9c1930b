"""How long something must last, and how long a right stays open."""

from collections.abc import Iterable

from holdfast.engine.compiled.clock_start import CompactStart, Excuse, replaced
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.event_lookup import first
from holdfast.engine.compiled.instants import FAR_OFF
from holdfast.engine.compiled.limit.per_start import due_after, from_each_start
from holdfast.engine.compiled.outcome import due_day, exemption, resolve, start_clock
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.standard import KINDS, Now, OverTime
from holdfast.engine.compiled.state import CompiledState, spans
from holdfast.engine.compiled.terms import Terms
from holdfast.engine.compiled.trigger import compile_trigger
from holdfast.rules.limit import LastsAtLeast, Window
from holdfast.rules.standard import Standard


def min_duration(compiler: Compiler, rule: Standard, terms: Terms) -> tuple[Now, OverTime]:
    """Something that must last at least so long: overdue from the day it was found not to have, met when it has."""
    trigger = compile_trigger(compiler, rule.trigger)
    assert isinstance(rule.limit, LastsAtLeast)
    broken_by = compiler.maybe(*rule.limit.broken_by)
    keeps = compiler.states(rule.limit.keeps)

    def settle(person: PersonRecord, start: CompactStart) -> Iterable[CompactClock]:
        limit = terms.limit_on(start.day)
        clock = start_clock(person, terms, start, due_after(person, limit, start), limit)
        due = due_day(clock)
        if due is None or clock.missing is not None:
            return (clock,)
        broken = None if broken_by is None else first(person, broken_by, start)
        # An event that broke it says so itself; the state's end has to be looked for.
        lapse = broken[1] if broken is not None and broken[1] < due else _lapse(person, keeps, start.day, due)
        over = exemption(person, terms, start)
        if over is not None and (lapse is not None or over[0] < due):
            clock.excused_on, clock.excused_by, why = over
            clock.excused_why = why or None
        if clock.excused_on is not None and (lapse is None or clock.excused_on <= lapse):
            return (clock,)
        if lapse is None:
            clock.met, clock.met_on = start.entry, due
            return (clock,)
        clock.broken_on = lapse
        found = None if terms.met_by is None else first(person, terms.met_by, replaced(start, day=lapse, instant=None))
        if found is not None:
            clock.met, clock.met_on = found
            clock.late = True
        if broken is not None and broken[1] == lapse:
            clock.evidence = (*clock.evidence, broken[0])
        return (clock,)

    return from_each_start(trigger, settle)


def _lapse(person: PersonRecord, keeps: CompiledState | None, begins: int, due: int) -> int | None:
    """The first day on which the state that should last did not hold: from the day after the start, so that it can begin on the
    day itself or the next."""
    if keeps is None:
        return None
    # It may begin on the day itself or the next: a step down is written up the morning after.
    day = begins + 1
    for span in spans(person, keeps):
        if span.start <= day < span.end:
            day = due if span.end == FAR_OFF else span.end
    return day if day < due else None


def window(compiler: Compiler, rule: Standard, terms: Terms) -> tuple[Now, OverTime]:
    """A right that stays open so long: used, or closed the day after. It is never overdue."""
    trigger = compile_trigger(compiler, rule.trigger)

    def settle(person: PersonRecord, start: CompactStart) -> Iterable[CompactClock]:
        limit = terms.limit_on(start.day)
        clock = start_clock(person, terms, start, due_after(person, limit, start), limit)
        due = due_day(clock)
        if due is None:
            return (clock,)
        closed: Excuse = (due + 1, None, f"the {limit.limit.in_words()} in which to do so are over")
        ends = exemption(person, terms, start) or closed
        # On one day that the time is up goes first, as in the reference.
        over = closed if closed[0] <= ends[0] else ends
        found = None if terms.met_by is None else first(person, terms.met_by, start)
        used = terms.met_by if found is not None and found[1] <= due else None
        return (resolve(person, terms, clock, start, met_by=used, over=over),)

    return from_each_start(trigger, settle)


KINDS.update({LastsAtLeast: min_duration, Window: window})
