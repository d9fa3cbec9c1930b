"""The meaning of record: what every rule means for one child, in plain Python. Every other engine must give the same answers.

``evaluate`` is the way in. The meanings of conditions are in ``conditions``, those of triggers in ``trigger`` and ``triggers``,
those of kinds of limit in ``limit``, those of shapes in ``shapes``.
"""

from typing import get_args

# Importing the package registers what every condition and every trigger means.
from holdfast.engine.reference import conditions
from holdfast.engine.reference.trigger import MEANINGS
from holdfast.engine.reference.triggers import sequences
from holdfast.rules.trigger import Trigger

# As the package is imported, and not when a rule is first read: a trigger without a meaning would else be found by the first
# child that needs it.
MEANINGS.require(list(get_args(Trigger)))

__all__ = ["conditions", "sequences"]
