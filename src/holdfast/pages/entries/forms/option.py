"""One thing that can be chosen."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """``group`` is the heading it stands under where there are many."""

    value: str
    label: str
    hint: str = ""
    group: str = ""
