"""The demonstration: Northmere, an invented partnership with invented families, as it stands on the day it is made.

Everything comes from one constant and the day: the same day gives the same partnership. It is made once; loading again leaves
the record as it is and only carries the duty rota on. The published review's case is there too, at its own dates and under its
own pseudonyms, its alerts put away as history (``demo/reviewed.py``).
"""

from collections.abc import Callable
from datetime import datetime

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


def load(at: datetime, progress: Progress | None = None) -> list[tuple[str, str]]:
    """Make the demonstration as at ``at`` if it is not there yet. Returns who can sign in, with what they do."""
    from holdfast.demo.loader import load_northmere

    return load_northmere(at, progress)


__all__ = ["Progress", "load"]
