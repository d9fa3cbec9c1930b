"""What each signal means, asked of one life. One function for each signal of :mod:`holdfast.signals`."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Protocol

from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.shapes import omission, overdue, same_name, sibling_levels
from holdfast.engine.reference.shapes.occurrence import shaped
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard

__all__ = ["WORRIES", "SignalFinder", "omission", "overdue", "worry"]


class SignalFinder(Protocol):
    """Finds what one signal raises in one life."""

    def __call__(self, life: PersonView, signal: Signal) -> Iterable[Finding]: ...


WORRIES: dict[str, SignalFinder] = {
    "SIG-SIB-DIFF-LEVEL": sibling_levels.siblings_at_different_levels,
    "SIG-SAME-NAME": same_name.same_name,
}


def worry(signal: Signal, standards: Mapping[str, Standard]) -> Callable[[PersonView], Iterable[Finding]]:
    """What finds a signal: its shape, or the function of its own that a comparison no shape can say has. What a shape says
    of standards is said of ``standards``."""
    if signal.pattern is None:
        return partial(WORRIES[signal.id], signal=signal)
    return partial(shaped, signal=signal, standards=standards)
