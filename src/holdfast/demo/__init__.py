"""The demonstration: Northmere, an invented partnership with invented families, as it stands on the day it is made.

Everything comes from one constant and the day: the same day gives the same partnership. It is made once; loading again leaves
the record as it is and only carries the duty rota on. The published review is not among the families: it is
``cases/review.json``, for ``holdfast replay``, because its people would have to be told today about 2019.
"""

from collections.abc import Callable
from datetime import datetime

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


def load(at: datetime, progress: Progress | None = None) -> list[tuple[str, str]]:
    """Make the demonstration as at ``at`` if it is not there yet. Returns who can sign in, with what they do."""
    from holdfast.demo.loading import load_northmere

    return load_northmere(at, progress)


__all__ = ["Progress", "load"]
