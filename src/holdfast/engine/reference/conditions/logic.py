"""What conditions made of conditions mean: unknown stays unknown, unless another answer decides."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference.event import EntryContext, Truth, holds
from holdfast.kernel.unknown import Unknown
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition


def _not(condition: c.Not, asked: EntryContext) -> Truth:
    answer = holds(condition.condition, asked)
    return answer if isinstance(answer, Unknown) else not answer


def _any_of(condition: c.AnyOf, asked: EntryContext) -> Truth:
    # All of them are asked before any decides: one that is unknown is overruled by one that is plainly true, wherever it
    # stands.
    answers = [holds(each, asked) for each in condition.conditions]
    if any(answer is True for answer in answers):
        return True
    return next((answer for answer in answers if isinstance(answer, Unknown)), False)


def _all_of(condition: c.AllOf, asked: EntryContext) -> Truth:
    answers = [holds(each, asked) for each in condition.conditions]
    if any(answer is False for answer in answers):
        return False
    return next((answer for answer in answers if isinstance(answer, Unknown)), True)


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.Not: _not,
    c.AnyOf: _any_of,
    c.AllOf: _all_of,
    c.Surely: lambda condition, asked: holds(condition.condition, asked) is True,
}
