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


MEANINGS.require(Condition.__subclasses__())
