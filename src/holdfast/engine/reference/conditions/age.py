"""What the conditions about the child's age mean, on the day of the entry."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference.event import EntryContext, Truth
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition


def _at_stage(condition: c.AtStage, asked: EntryContext) -> Truth:
    day = asked.entry.happened.last
    match condition.stage:
        case "unborn":
            return asked.person.unborn_on(asked.entry.happened)
        case "born":
            return asked.person.born is not None and asked.person.born.first <= day
        case "child":
            return not asked.person.is_adult(day)
    return asked.person.is_child_on(day)


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.ChildUnder: lambda condition, asked: asked.person.under(condition.age, asked.entry.happened.last, condition.unit),
    c.AtStage: _at_stage,
}
