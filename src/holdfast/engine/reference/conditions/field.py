"""What the conditions about a field of the entry mean."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.reference.event import EntryContext, Truth
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition


def _filled(condition: c.Filled, asked: EntryContext) -> Truth:
    # A list of blanks is not filled: forms send one for a row that nobody wrote in.
    return any(str(each).strip() for each in listed(asked.entry, condition.field))


def _number_under(condition: c.NumberUnder, asked: EntryContext) -> Truth:
    found = value(asked.entry, condition.field)
    return Unknown(condition.field) if found is None else float(found) < condition.n


def _grade_at_least(condition: c.GradeAtLeast, asked: EntryContext) -> Truth:
    grades = value(asked.entry, "grades")
    found = [grade for grade in vars(grades).values() if isinstance(grade, int)] if grades is not None else []
    return any(grade >= condition.n for grade in found)


def _row_in(condition: c.RowIn, asked: EntryContext) -> Truth:
    rows = value(asked.entry, condition.field)
    if rows is None:
        return Unknown(condition.field)
    return any(row_value(row, condition.column) in condition.values for row in rows)


def _own_row_in(condition: c.OwnRowIn, asked: EntryContext) -> Truth:
    return row_value(asked.person.row(asked.entry, condition.field), condition.column) in condition.values


def _covers(condition: c.Covers, asked: EntryContext) -> Truth:
    start, end = value(asked.entry, condition.start), value(asked.entry, condition.end)
    if not isinstance(start, When) or not isinstance(end, When):
        return Unknown("the days it covers")
    # The widest it can have been: doubt about a date is settled for whoever says it was covered.
    return (end.last - start.first).days + 1 >= condition.days


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.FieldIn: lambda condition, asked: any(each in condition.values for each in listed(asked.entry, condition.field)),
    c.FieldIs: lambda condition, asked: value(asked.entry, condition.field) is condition.value,
    c.Filled: _filled,
    c.Recorded: lambda condition, asked: value(asked.entry, condition.field) is not None,
    c.NumberUnder: _number_under,
    c.GradeAtLeast: _grade_at_least,
    c.RowIn: _row_in,
    c.OwnRowIn: _own_row_in,
    c.Covers: _covers,
}
