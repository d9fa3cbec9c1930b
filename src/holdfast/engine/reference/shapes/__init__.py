"""What every shape means, asked of one person: a file for each file of :mod:`holdfast.rules.shapes`, of the same name, and one
for each signal that no shape can say."""

from typing import get_args

from holdfast.engine.reference.shapes import (
    awaited_birth,
    composite,
    confidant,
    occurrence,
    omission,
    overdue,
    shared_name,
    sibling_levels,
    together,
    unlikely_family,
    wrong_order,
)
from holdfast.engine.reference.shapes.matches import MEANINGS
from holdfast.rules.shapes import Named, Shape

FILES = (
    awaited_birth,
    composite,
    confidant,
    occurrence,
    omission,
    overdue,
    shared_name,
    sibling_levels,
    together,
    unlikely_family,
    wrong_order,
)
"""Each gives its shapes their meaning as it is imported."""

MEANINGS.require([each for each in get_args(Shape) if each is not Named])
