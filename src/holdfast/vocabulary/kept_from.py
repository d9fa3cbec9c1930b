"""From whom something is kept, once it is asked who is meant."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class KeptFrom:
    """``parties`` are ids, and words for whoever has none. ``outsiders`` are those of the words of which it was said that they
    mean nobody who works here; other words that may mean a professional hold for every one of them. ``said_as`` is what was
    written."""

    parties: tuple[str, ...]
    outsiders: tuple[str, ...] = ()
    said_as: str | None = None

    def written(self, name: str = "from") -> Mapping[str, object]:
        """As the fields of an entry, ``name`` that of the parties."""
        more = {"outsiders": list(self.outsiders), "said_as": self.said_as}
        return {name: list(self.parties), **{field: value for field, value in more.items() if value}}
