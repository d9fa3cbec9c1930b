"""The meaning of record: what every rule means for one child, in plain Python. Every other engine must give the same answers.

``evaluate`` is the way in. The meanings of conditions are in ``conditions``, those of triggers in ``starting`` and
``sequences``, those of kinds of limit in ``kinds``, those of signals in ``worries``.
"""

# Importing the package registers what every condition and every trigger means.
from holdfast.engine.reference import conditions
from holdfast.engine.reference.triggers import sequences

__all__ = ["conditions", "sequences"]
