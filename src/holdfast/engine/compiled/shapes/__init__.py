"""What each shape of a worry means, and the signals with a function of their own, as functions."""

from collections.abc import Callable
from typing import get_args

from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.findings import CompactMatch
from holdfast.engine.compiled.shape import MEANINGS, CompiledShape
from holdfast.engine.compiled.shapes import (
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
from holdfast.rules.shapes import Named, Shape
from holdfast.rules.signal import Signal

__all__ = [
    "OWN",
    "awaited_birth",
    "composite",
    "confidant",
    "occurrence",
    "omission",
    "overdue",
    "shared_name",
    "sibling_levels",
    "together",
    "unlikely_family",
    "wrong_order",
]

OWN: dict[str, tuple[Callable[[Compiler, Signal], CompiledShape], Callable[[CompactMatch], str]]] = {
    "SIG-SIB-DIFF-LEVEL": (sibling_levels.siblings_at_different_levels, sibling_levels.known_by),
    "SIG-SAME-NAME": (shared_name.same_name, shared_name.known_by),
}
"""The signals that no shape can say: what finds them, and what a match of them is known by."""

MEANINGS.require([each for each in get_args(Shape) if each is not Named])
