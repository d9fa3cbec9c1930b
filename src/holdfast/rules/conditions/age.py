"""How old the child was on the day of the entry, and whether they had been born or were still living."""

from dataclasses import dataclass
from typing import Literal

from holdfast.rules.event import Condition


@dataclass(frozen=True)
class ChildUnder(Condition):
    """The child had not reached this age. Unknown where the date of birth is; before birth it is so."""

    age: int
    unit: Literal["years", "months"] = "years"


@dataclass(frozen=True)
class AtStage(Condition):
    """How far the child had come in life on the day of the entry: ``unborn``, where the record showed a pregnancy with them and
    no birth by then; ``born`` by that day; counting as a ``child``; or a ``living_child`` at the end of it."""

    stage: Literal["unborn", "born", "living_child", "child"]
