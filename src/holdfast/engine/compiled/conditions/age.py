"""What the conditions about the child's age mean, on the day of the entry, written out."""

from holdfast.engine.compiled.compiler import MEANINGS, Compiler
from holdfast.engine.compiled.expression import Expression, LooksAt
from holdfast.engine.compiled.person import PersonRecord
from holdfast.rules import conditions as c

Types = tuple[str, ...]
IDENTITY: frozenset[LooksAt] = frozenset({"identity"})


def _child_under(compiler: Compiler, node: c.ChildUnder, types: Types) -> Expression:
    return Expression(f"person.under({node.years!r}, entry.last)", may_be_unknown=True, looks_at=IDENTITY)


def _child_under_months(compiler: Compiler, node: c.ChildUnderMonths, types: Types) -> Expression:
    return Expression(f"person.under_months({node.months!r}, entry.last)", may_be_unknown=True, looks_at=IDENTITY)


def _born_already(compiler: Compiler, node: c.BornAlready, types: Types) -> Expression:
    return Expression(f"{compiler.use(born_by)}(person, entry.last)", looks_at=IDENTITY)


def born_by(person: PersonRecord, day: int) -> bool:
    """Whether they had, or can have, been born by the end of a day."""
    born = person.identity().born_first
    return born is not None and born <= day


def _unborn(compiler: Compiler, node: c.Unborn, types: Types) -> Expression:
    return Expression("person.unborn_on(entry.last)", looks_at=IDENTITY)


def _is_child(compiler: Compiler, node: c.IsChild, types: Types) -> Expression:
    return Expression("not person.is_adult(entry.last)", looks_at=IDENTITY)


def _living_child(compiler: Compiler, node: c.LivingChild, types: Types) -> Expression:
    return Expression("person.is_child_on(entry.last)", looks_at=IDENTITY)


MEANINGS.update({
    c.ChildUnder: _child_under,
    c.ChildUnderMonths: _child_under_months,
    c.BornAlready: _born_already,
    c.Unborn: _unborn,
    c.IsChild: _is_child,
    c.LivingChild: _living_child,
})  # fmt: skip
