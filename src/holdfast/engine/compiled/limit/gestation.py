"""Something due by so many completed weeks of pregnancy, and in any case by the birth."""

from collections.abc import Iterable
from datetime import date

from holdfast.engine import units
from holdfast.engine.compiled.calendar_arrays import Due, due_of
from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.limit.per_start import from_each_start
from holdfast.engine.compiled.outcome import exemption, resolve, start_clock
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.standard import KINDS, Now, OverTime
from holdfast.engine.compiled.terms import Terms
from holdfast.engine.compiled.trigger import compile_trigger
from holdfast.rules.limit import ByGestation
from holdfast.rules.standard import Standard


def by_gestation(compiler: Compiler, rule: Standard, terms: Terms) -> tuple[Now, OverTime]:
    """Where the pregnancy was further on than that when it started, it is due so long after as the rule says, or that day."""
    trigger = compile_trigger(compiler, rule.trigger)
    assert isinstance(rule.limit, ByGestation)
    late_start = rule.limit.late_start

    def due_by(person: PersonRecord, start: CompactStart, weeks: int) -> Due:
        expected = person.person.expected if person.person is not None else None
        due = due_of(units.gestation_day(expected, weeks))
        # Known late, the weeks are past already: the limit would be broken before anybody could keep it.
        if due.at is not None and due.at < start.day:
            started = date.fromordinal(start.day)
            due = due_of((late_start and units.add(started, late_start)) or started)
        who = person.identity()
        # The birth makes it due at once. One of an uncertain day moves nothing.
        if who.born_first is not None and who.born_first == who.born_last:
            due = Due(who.born_first if due.at is None else min(due.at, who.born_first))
        return due

    def settle(person: PersonRecord, start: CompactStart) -> Iterable[CompactClock]:
        limit = terms.limit_on(start.day)
        clock = start_clock(person, terms, start, due_by(person, start, limit.wanted), limit)
        expected = person.person.expected if person.person is not None else None
        clock.approximate = clock.approximate or (expected is not None and not expected.exact)
        if clock.missing is None:
            resolve(person, terms, clock, start, met_by=terms.met_by, over=exemption(person, terms, start))
        return (clock,)

    return from_each_start(trigger, settle)


KINDS[ByGestation] = by_gestation
