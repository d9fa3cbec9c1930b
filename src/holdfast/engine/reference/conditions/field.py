"""What the conditions about a field of the entry mean."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.reference.event import EntryContext, Truth
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition


def _filled(condition: c.Filled, a: EntryContext) -> Truth:
    return any(str(each).strip() for each in listed(a.entry, condition.field))


def _number_under(condition: c.NumberUnder, a: EntryContext) -> Truth:
    found = value(a.entry, condition.field)
    return Unknown(condition.field) if found is None else float(found) < condition.n


def _grade_at_least(condition: c.GradeAtLeast, a: EntryContext) -> Truth:
    grades = value(a.entry, "grades")
    found = [grade for grade in vars(grades).values() if isinstance(grade, int)] if grades is not None else []
    return any(grade >= condition.n for grade in found)


def _row_in(condition: c.RowIn, a: EntryContext) -> Truth:
    rows = value(a.entry, condition.field)
    if rows is None:
        return Unknown(condition.field)
    return any(row_value(row, condition.column) in condition.values for row in rows)


def _own_row_in(condition: c.OwnRowIn, a: EntryContext) -> Truth:
    return row_value(a.life.row(a.entry, condition.field), condition.column) in condition.values


def _covers(condition: c.Covers, a: EntryContext) -> Truth:
    start, end = value(a.entry, condition.start), value(a.entry, condition.end)
    if not isinstance(start, When) or not isinstance(end, When):
        return Unknown("the days it covers")
    return (end.last - start.first).days + 1 >= condition.days


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.FieldIn: lambda condition, a: any(each in condition.values for each in listed(a.entry, condition.field)),
    c.FieldIs: lambda condition, a: value(a.entry, condition.field) is condition.value,
    c.Filled: _filled,
    c.Recorded: lambda condition, a: value(a.entry, condition.field) is not None,
    c.NumberUnder: _number_under,
    c.GradeAtLeast: _grade_at_least,
    c.RowIn: _row_in,
    c.OwnRowIn: _own_row_in,
    c.Covers: _covers,
}
