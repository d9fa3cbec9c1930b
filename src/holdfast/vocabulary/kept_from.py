"""From whom something is kept, once it is asked who is meant."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NOBODY = frozenset({"nobody", "no one", "no-one", "none", "no", "n/a", "not applicable", "not known", "unknown", "i do not know"})
"""What people write where there is nobody who must not know."""


@dataclass(frozen=True)
class KeptFrom:
    """``parties`` are ids, and words for whoever has none. ``outsiders`` are those of the words of which it was said that they
    mean nobody who works here; other words that may mean a professional hold for every one of them. ``said_as`` is what was
    written."""

    parties: tuple[str, ...]
    outsiders: tuple[str, ...] = ()
    said_as: str | None = None

    @classmethod
    def of(cls, named: Sequence[str], outsiders: Sequence[str], said: str) -> "KeptFrom":
        """Whoever was ``named`` when it was asked who is meant; else each whom the words ``said`` name. Nobody is nobody."""
        lines = lines_of(said)
        parties = tuple(each for each in named or lines if each.strip(" .").lower() not in NOBODY)
        return cls(parties, tuple(outsiders), said if named and said and lines != parties else None)

    def written(self, name: str = "from") -> Mapping[str, object]:
        """As the fields of an entry, ``name`` that of the parties."""
        more = {"outsiders": list(self.outsiders), "said_as": self.said_as}
        return {name: list(self.parties), **{field: value for field, value in more.items() if value}}


def lines_of(said: str) -> tuple[str, ...]:
    """Each of those who are named: on a line of their own, or behind a semicolon."""
    return tuple(line for each in re.split(r"[\n;]", said) if (line := each.strip()))
