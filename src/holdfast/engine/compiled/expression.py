"""A condition as a piece of Python: what it says, whether the answer may be unknown, and what it looks at."""

from dataclasses import dataclass
from typing import Literal

LooksAt = Literal["start", "others", "identity", "references"]
"""Beyond the entry itself: the starting entry or the subject; other entries; who the person is; the versions of an entry that
this one points at. The first two decide that a condition is asked anew for each start, the others that it is where they may
change."""
ALONE: frozenset[LooksAt] = frozenset()


@dataclass(frozen=True)
class Expression:
    """``text`` speaks of ``person``, ``entry``, ``start`` and ``subject``. Where the answer ``may_be_unknown``, it is ``True``,
    ``False`` or a text that says what would have to be recorded."""

    text: str
    may_be_unknown: bool = False
    looks_at: frozenset[LooksAt] = ALONE

    @property
    def certain(self) -> str:
        """Whether it certainly holds."""
        # What is missing is a text, and a text is true to Python: it must never be taken for a yes.
        return f"({self.text}) is True" if self.may_be_unknown else f"({self.text})"

    @property
    def three_valued(self) -> str:
        """The answer as true, false or unknown, and as nothing else."""
        return self.text if self.may_be_unknown else f"bool({self.text})"


def looking_at(*parts: Expression) -> frozenset[LooksAt]:
    """What any of several looks at."""
    return ALONE.union(*(part.looks_at for part in parts))


def both(parts: list[str]) -> str:
    """Every one of several."""
    # What always holds need not be asked of every entry.
    wanted = [part for part in parts if part != "True"]
    return " and ".join(wanted) or "True"


def either(parts: list[str]) -> str:
    """One of several."""
    return " or ".join(f"({part})" for part in parts) if len(parts) > 1 else parts[0]
