"""What conditions made of conditions mean, written out: unknown stays unknown, unless another answer decides."""

from collections.abc import Callable

from holdfast.engine.compiled.compiler import MEANINGS, Compiler
from holdfast.engine.compiled.expression import Expression, looking_at
from holdfast.engine.compiled.three_valued import all_of, any_of, negated
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition

Types = tuple[str, ...]


def _not(compiler: Compiler, node: c.Not, types: Types) -> Expression:
    part = compiler.condition(node.condition, types)
    if part.may_be_unknown:
        return Expression(f"{compiler.use(negated)}({part.text})", may_be_unknown=True, looks_at=part.looks_at)
    return Expression(f"not ({part.text})", looks_at=part.looks_at)


def _parts(compiler: Compiler, conditions: tuple[Condition, ...], types: Types) -> tuple[list[str], list[str], Expression]:
    """The parts that are never unknown, those that may be, and all of them."""
    parts = [compiler.condition(each, types) for each in conditions]
    # Apart, because what is never unknown can be joined by Python's own words, which stop at the first that decides.
    sure = [f"({part.text})" for part in parts if not part.may_be_unknown]
    open = [f"({part.text})" for part in parts if part.may_be_unknown]
    return sure, open, Expression("", may_be_unknown=bool(open), looks_at=looking_at(*parts))


def _of_several(compiler: Compiler, several: Callable[..., bool | str], parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{compiler.use(several)}({', '.join(parts)})"


def _any_of(compiler: Compiler, node: c.AnyOf, types: Types) -> Expression:
    sure, open, whole = _parts(compiler, node.conditions, types)
    text = " or ".join(sure) or "False"
    if open:
        # What is certain decides whatever is not.
        # What is certain is asked first, whatever the order in the rule: the answer is the same and mostly comes sooner.
        text = f"True if {text} else {_of_several(compiler, any_of, open)}"
    return Expression(text, whole.may_be_unknown, whole.looks_at)


def _all_of(compiler: Compiler, node: c.AllOf, types: Types) -> Expression:
    sure, open, whole = _parts(compiler, node.conditions, types)
    text = " and ".join(sure) or "True"
    if open:
        text = f"{_of_several(compiler, all_of, open)} if {text} else False"
    return Expression(text, whole.may_be_unknown, whole.looks_at)


def _surely(compiler: Compiler, node: c.Surely, types: Types) -> Expression:
    part = compiler.condition(node.condition, types)
    return Expression(part.certain, looks_at=part.looks_at)


MEANINGS.update({c.Not: _not, c.AnyOf: _any_of, c.AllOf: _all_of, c.Surely: _surely})
