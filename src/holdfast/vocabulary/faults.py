"""What is wrong with something handed in, where, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong. ``path`` is a JSON path from the top of what was handed in (``$.entries[3].data.contact``),
    ``what`` says what is wrong there, ``do`` what to do next."""

    path: str
    what: str
    do: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what} {self.do}"


# What to do travels with what is wrong. A message that only says no is what makes people type something else until it passes.
class Wrong(ValueError):
    """A value that cannot be read, with what to do about it."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(what)
        self.do = do


class Refused(ValueError):
    """Nothing was taken in. ``faults`` holds every fault found, in the order of what was handed in."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


# Two classes, as their paths begin in different places and whoever catches one has to know which.
class EntryRefused(Refused):
    """One entry does not fit; paths start at the entry (``$.data.contact``)."""


class CaseRefused(Refused):
    """A case file does not fit and was refused whole; paths start at the file."""
