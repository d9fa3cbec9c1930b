"""Something due by so many completed weeks of pregnancy, and in any case by the birth."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from holdfast.engine.clock import Clock
from holdfast.engine.reference import due_day
from holdfast.engine.reference.outcome import exemption, resolve, start_clock_due
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.trigger import starts
from holdfast.engine.units import gestation_day
from holdfast.kernel.unknown import Unknown
from holdfast.rules.limit import ByGestation
from holdfast.rules.standard import Standard


def by_gestation(person: PersonView, standard: Standard) -> Iterator[Clock]:
    """Something due by so many completed weeks of pregnancy, and in any case by the birth. Where the pregnancy was further on
    than that when it started, it is due so long after as the rule says, or that day."""
    for start in starts(person, standard.trigger):
        rule = standard.on(start.day)
        limit = rule.limit
        assert isinstance(limit, ByGestation)
        due = gestation_day(person.known_person.expected, limit.amount.n)
        # Known late, the weeks are past already: the limit would be broken before anybody could keep it.
        if isinstance(due, date) and due < start.day:
            due = (limit.late_start and due_day.add(start.day, limit.late_start)) or start.day
        # The birth makes it due at once, also where nobody knew when the baby was expected. A birth of an uncertain day moves
        # nothing.
        if person.born is not None and person.born.exact:
            due = person.born.first if isinstance(due, Unknown) else min(due, person.born.first)
        clock = start_clock_due(person, rule, start, due)
        inexact = person.known_person.expected is not None and not person.known_person.expected.exact
        clock = replace(clock, approximate=clock.approximate or inexact)
        yield (
            resolve(person, rule, clock, start, met_by=rule.met_by, over=exemption(person, rule, start))
            if clock.missing is None
            else clock
        )
