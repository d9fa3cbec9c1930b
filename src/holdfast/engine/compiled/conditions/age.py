"""What the conditions about the child's age mean, on the day of the entry, written out."""

from holdfast.engine.compiled.compiler import MEANINGS, Compiler
from holdfast.engine.compiled.expression import Expression, LooksAt
from holdfast.engine.compiled.person import PersonRecord
from holdfast.rules import conditions as c

Types = tuple[str, ...]
IDENTITY: frozenset[LooksAt] = frozenset({"identity"})


def _child_under(compiler: Compiler, node: c.ChildUnder, types: Types) -> Expression:
    text = f"person.under({node.age!r}, entry.last, {node.unit!r})"
    return Expression(text, may_be_unknown=True, looks_at=IDENTITY)


def _at_stage(compiler: Compiler, node: c.AtStage, types: Types) -> Expression:
    text = {
        "unborn": "person.unborn_on(entry.last)",
        "born": f"{compiler.use(born_by)}(person, entry.last)",
        "child": "not person.is_adult(entry.last)",
        "living_child": "person.is_child_on(entry.last)",
    }[node.stage]
    return Expression(text, looks_at=IDENTITY)


def born_by(person: PersonRecord, day: int) -> bool:
    """Whether they had, or can have, been born by the end of a day."""
    born = person.identity().born_first
    # By the first day it can have been: can have been born is what is asked.
    return born is not None and born <= day


MEANINGS.update({c.ChildUnder: _child_under, c.AtStage: _at_stage})
