"""What each signal means, asked of one life. One function for each signal of :mod:`holdfast.signals`."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Protocol

from holdfast.engine.raised import Raised
from holdfast.engine.reference.life import Life
from holdfast.engine.reference.worries import identity, lacking, plans, standing
from holdfast.engine.reference.worries.shaped import shaped
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard

__all__ = ["WORRIES", "Worry", "lacking", "standing", "worry"]


class Worry(Protocol):
    """Finds what one signal raises in one life."""

    def __call__(self, life: Life, signal: Signal) -> Iterable[Raised]: ...


WORRIES: dict[str, Worry] = {
    "SIG-SIB-DIFF-LEVEL": plans.siblings_at_different_levels,
    "SIG-SAME-NAME": identity.same_name,
}


def worry(signal: Signal, standards: Mapping[str, Standard]) -> Callable[[Life], Iterable[Raised]]:
    """What finds a signal: its shape, or the function of its own that a comparison no shape can say has. What a shape says
    of standards is said of ``standards``."""
    if signal.pattern is None:
        return partial(WORRIES[signal.id], signal=signal)
    return partial(shaped, signal=signal, standards=standards)
