"""What the conditions about the child's age mean, on the day of the entry."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference.event import EntryContext, Truth
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition


def _at_stage(condition: c.AtStage, a: EntryContext) -> Truth:
    day = a.entry.happened.last
    match condition.stage:
        case "unborn":
            return a.life.unborn_on(a.entry.happened)
        case "born":
            return a.life.born is not None and a.life.born.first <= day
        case "child":
            return not a.life.is_adult(day)
    return a.life.is_child_on(day)


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.ChildUnder: lambda condition, a: a.life.under(condition.age, a.entry.happened.last, condition.unit),
    c.AtStage: _at_stage,
}
