"""Timing two things side by side."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """How many times longer ``what`` took than ``against``, by the medians of runs taken in turn."""

    what: str
    against: str
    seconds: float
    base: float

    def __str__(self) -> str:
        return (
            f"{self.seconds / self.base:8.1f} x   {self.what} ({_said(self.seconds)})\n"
            f"             against {self.against} ({_said(self.base)})"
        )


def _said(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def side_by_side(what: str, run: Callable[[], object], against: str, base: Callable[[], object], times: int) -> Ratio:
    """Run both ``times`` times, in turn, so that whatever else the machine does falls on both."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for each, into in zip((run, base), taken, strict=True):
            begun = time.perf_counter()
            each()
            into.append(time.perf_counter() - begun)
    return Ratio(what, against, statistics.median(taken[0]), statistics.median(taken[1]))
