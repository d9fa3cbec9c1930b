"""Clocks that each start makes by itself, whatever the others do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from holdfast.engine import units
from holdfast.engine.compiled.calendar_arrays import Due, due_of
from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.entries import planned
from holdfast.engine.compiled.knowledge_states import Tile, each_over_time
from holdfast.engine.compiled.person import NO_STARTS, PersonRecord
from holdfast.engine.compiled.standard import Now, OverTime
from holdfast.engine.compiled.terms import CompiledLimit, Terms
from holdfast.engine.compiled.trigger import CompiledTrigger
from holdfast.rules.limit import Amount, LastsAtLeast

Settle = Callable[[PersonRecord, CompactStart], Iterable[CompactClock]]
"""The clocks (one, mostly) that one start makes."""


def from_each_start(trigger: CompiledTrigger, settle: Settle, terms: Terms | None = None) -> tuple[Now, OverTime]:
    """The clocks of every start, now and over time. With ``terms``, starts that are over can be left out."""
    if terms is not None:
        # Only where neither what starts it nor what becomes of it looks at other entries: otherwise one that is written next
        # year could change it.
        terms.leaves_out = trigger.alone and terms.stand_alone()

    def now(person: PersonRecord) -> Sequence[CompactClock]:
        starts = trigger.starts(person)
        over = NO_STARTS if terms is None else person.over_of(terms)
        if over:
            starts = [start for start in starts if start.entry.root not in over]
        return [clock for start in starts for clock in settle(person, start)] if starts else ()

    def over_time(person: PersonRecord) -> Iterator[Tile[CompactClock]]:
        over = NO_STARTS if terms is None else person.over_of(terms)
        starts = trigger.over_time(person)
        if over:
            starts = (tile for tile in starts if tile[0].entry.root not in over)
        # Each start by itself: one that came late makes no other to be worked out again.
        return each_over_time(person, starts, settle)

    return now, over_time


def due_after(person: PersonRecord, limit: CompiledLimit, start: CompactStart) -> Due:
    """When something counted from a start is due. A limit that is counted from a birth asks the person, or the entry."""
    if not isinstance(limit.limit, LastsAtLeast):
        return limit.count(start.day, start.instant)
    unit, years = limit.limit.unit, limit.limit.amount.n
    if unit == "years_from_birth":
        who = person.identity()
        if who.born_last is None:
            return Due(None, False, "the date of birth")
        return Due(who.turns(years))
    if unit == "years_from_birth_of_subject":
        born = planned(start.entry, "subject_born")
        found = None if born is None else units.add(born.last, Amount(years, "years"))
        if isinstance(found, date):
            return Due(found.toordinal())
        return Due(None, False, getattr(found, "missing", "the date of birth of the person it was about"))
    return limit.count(start.day, start.instant)


def due_before(day: date, amount: Amount) -> Due:
    """When something is due so long before a planned day."""
    return due_of(units.add(day, Amount(-amount.n, amount.unit)))
