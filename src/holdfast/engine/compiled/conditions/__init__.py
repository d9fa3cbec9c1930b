"""What every condition means, written out: a file for each file of :mod:`holdfast.rules.conditions`, of the same name.

A condition that is given no meaning here cannot be used by any rule, so importing this package refuses it.
"""

from holdfast.engine.compiled.compiler import MEANINGS
from holdfast.engine.compiled.conditions import (
    age,
    comparison,
    contact,
    field,
    logic,
    meeting,
    plan,
    reference,
    subject,
    text,
    timeline,
    workforce,
)
from holdfast.rules.event import Condition

__all__ = [
    "age",
    "comparison",
    "contact",
    "field",
    "logic",
    "meeting",
    "plan",
    "reference",
    "subject",
    "text",
    "timeline",
    "workforce",
]


def _theme(module: str) -> str:
    return module.rpartition(".")[2]


if _meaningless := sorted(
    each.__name__
    for each in Condition.__subclasses__()
    if each not in MEANINGS or _theme(MEANINGS[each].__module__) != _theme(each.__module__)
):
    raise ImportError(
        f"no compiled meaning is given to {', '.join(_meaningless)}: give each one in the file of "
        "holdfast.engine.compiled.conditions that has the name of its file in holdfast.rules.conditions"
    )
