"""What the conditions about a field of the entry mean, written out."""

from holdfast.engine.compiled.compiler import MEANINGS, Compiler, is_list, is_single
from holdfast.engine.compiled.entries import CompactEntry, days
from holdfast.engine.compiled.entry_fields import column, each_text, holds_one_of, is_one_of, value_text, worded
from holdfast.engine.compiled.expression import Expression
from holdfast.rules import conditions as c

Types = tuple[str, ...]


def _field_in(compiler: Compiler, node: c.FieldIn, types: Types) -> Expression:
    return Expression(holds_one_of(compiler, types, node.field, node.values))


def _field_is(compiler: Compiler, node: c.FieldIs, types: Types) -> Expression:
    return Expression(f"{value_text(types, node.field)} is {node.value!r}")


def _filled(compiler: Compiler, node: c.Filled, types: Types) -> Expression:
    value = value_text(types, node.field)
    # What the field is in these types is known now, so that nothing of it has to be asked of an entry.
    if is_single(types, node.field):
        return Expression(f"{value} is not None and {worded(types, node.field, value)}.strip() != ''")
    each = worded(types, node.field, "each")
    return Expression(f"any({each}.strip() for each in {each_text(compiler, types, node.field)})")


def _recorded(compiler: Compiler, node: c.Recorded, types: Types) -> Expression:
    return Expression(f"{value_text(types, node.field)} is not None")


def _number_under(compiler: Compiler, node: c.NumberUnder, types: Types) -> Expression:
    value = value_text(types, node.field)
    return Expression(f"{node.field!r} if {value} is None else float({value}) < {node.n!r}", may_be_unknown=True)


def _grade_at_least(compiler: Compiler, node: c.GradeAtLeast, types: Types) -> Expression:
    return Expression(f"{compiler.use(some_grade_at_least)}(entry, {node.n!r})")


def some_grade_at_least(entry: CompactEntry, n: int) -> bool:
    """Whether a neglect tool graded some area of care so badly, or worse."""
    grades = entry.data.get("grades")
    return grades is not None and any(isinstance(grade, int) and grade >= n for grade in grades.values())


def _row_in(compiler: Compiler, node: c.RowIn, types: Types) -> Expression:
    rows = value_text(types, node.field)
    cell = f"{compiler.use(column)}(each, {node.column!r})"
    found = f"any({is_one_of(cell, node.values)} for each in {rows})"
    return Expression(f"{node.field!r} if {rows} is None else {found}", may_be_unknown=True)


def _own_row_in(compiler: Compiler, node: c.OwnRowIn, types: Types) -> Expression:
    return Expression(is_one_of(f"person.row(entry, {node.field!r}).get({node.column!r})", node.values))


def _covers(compiler: Compiler, node: c.Covers, types: Types) -> Expression:
    # A list of days is no beginning: such a field says nothing of how long it was, in any entry.
    if is_list(types, node.start) or is_list(types, node.end):
        return Expression(repr(NOT_SAID), may_be_unknown=True)
    call = f"{compiler.use(days_covered)}(entry, {node.start!r}, {node.end!r})"
    return Expression(f"{NOT_SAID!r} if (covered := {call}) is None else covered >= {node.days!r}", may_be_unknown=True)


NOT_SAID = "the days it covers"


def days_covered(entry: CompactEntry, start: str, end: str) -> int | None:
    """How many days it is from one day that the entry says to another, both counted; ``None`` where it does not say both."""
    begins, ends = days(entry, start), days(entry, end)
    return (ends[0].last - begins[0].first).days + 1 if begins and ends else None


MEANINGS.update(
    {
        c.FieldIn: _field_in,
        c.FieldIs: _field_is,
        c.Filled: _filled,
        c.Recorded: _recorded,
        c.NumberUnder: _number_under,
        c.GradeAtLeast: _grade_at_least,
        c.RowIn: _row_in,
        c.OwnRowIn: _own_row_in,
        c.Covers: _covers,
    }
)
