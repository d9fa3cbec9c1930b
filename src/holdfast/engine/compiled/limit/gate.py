"""Something that has to be so before the event itself."""

from collections.abc import Iterable

from holdfast.engine.compiled.calendar_arrays import after, span
from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event_lookup import first
from holdfast.engine.compiled.limit.per_start import due_after, from_each_start
from holdfast.engine.compiled.outcome import start_clock
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.standard import KINDS, Now, OverTime
from holdfast.engine.compiled.terms import Terms
from holdfast.engine.compiled.trigger import compile_trigger
from holdfast.rules.limit import Gate
from holdfast.rules.standard import Standard


def gate(compiler: Compiler, rule: Standard, terms: Terms) -> tuple[Now, OverTime]:
    """One clock for each start: met by it where every condition holds, a breach at once where one certainly does not."""
    trigger = compile_trigger(compiler, rule.trigger)
    asked = rule.limit
    assert isinstance(asked, Gate)
    conditions = [compiler.answer(condition, trigger.types, rule.wanted) for condition in asked.conditions]
    within = span(asked.remedy_within)

    def remedy(person: PersonRecord, start: CompactStart) -> tuple[CompactEntry, int] | None:
        """What put a failed gate right, if it came soon enough to be about the same thing."""
        found = None if terms.met_by is None else first(person, terms.met_by, start)
        if found is None or within is None:
            return None
        latest = after(start.day, within)
        return found if latest is not None and found[1] <= latest else None

    def settle(person: PersonRecord, start: CompactStart) -> Iterable[CompactClock]:
        limit = terms.limits[0]
        clock = start_clock(person, terms, start, due_after(person, limit, start), limit)
        clock.gate = True
        answers = [condition(person, start.entry, start.entry, None) for condition in conditions]
        # One that certainly fails is a breach however much else is unknown.
        if any(answer is False for answer in answers):
            found = remedy(person, start)
            if found is not None:
                clock.met, clock.met_on = found
                clock.late = True
        elif (unknown := next((answer for answer in answers if isinstance(answer, str)), None)) is not None:
            clock.missing = unknown
        else:
            clock.met, clock.met_on = start.entry, start.day
        return (clock,)

    return from_each_start(trigger, settle)


KINDS[Gate] = gate
