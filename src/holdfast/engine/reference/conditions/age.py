"""What the conditions about the child's age mean, on the day of the entry."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference.holding import Answer, Asked
from holdfast.kernel.calendar import add_months
from holdfast.kernel.unknown import Unknown
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition


def _child_under(condition: c.ChildUnder, a: Asked) -> Answer:
    return a.life.under(condition.years, a.entry.happened.last)


def _under_months(condition: c.ChildUnderMonths, a: Asked) -> Answer:
    born, day = a.life.born, a.entry.happened.last
    if born is None:
        return True if a.life.expected else Unknown("the date of birth")
    if day < add_months(born.first, condition.months):
        return True
    return False if day >= add_months(born.last, condition.months) else Unknown("the exact date of birth")


MEANINGS: dict[type[Condition], Callable[[Any, Asked], Answer]] = {
    c.ChildUnder: _child_under,
    c.ChildUnderMonths: _under_months,
    c.BornAlready: lambda condition, a: a.life.born is not None and a.life.born.first <= a.entry.happened.last,
    c.Unborn: lambda condition, a: a.life.unborn_on(a.entry.happened),
    c.IsChild: lambda condition, a: not a.life.is_adult(a.entry.happened.last),
    c.LivingChild: lambda condition, a: a.life.is_child_on(a.entry.happened.last),
}
