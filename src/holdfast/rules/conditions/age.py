"""How old the child was on the day of the entry, and whether they had been born or were still living."""

from dataclasses import dataclass

from holdfast.rules.event import Condition


@dataclass(frozen=True)
class ChildUnder(Condition):
    """The child had not reached this age in whole years. Unknown where the date of birth is."""

    years: int


@dataclass(frozen=True)
class ChildUnderMonths(Condition):
    """The child had not reached this age in months. Unknown where the date of birth is; before birth it is so."""

    months: int


@dataclass(frozen=True)
class BornAlready(Condition):
    """The child had been born by that day."""


@dataclass(frozen=True)
class Unborn(Condition):
    """The record showed a pregnancy with this child on that day, and no birth by then."""


@dataclass(frozen=True)
class IsChild(Condition):
    """The person counted as a child on the day of the entry."""


@dataclass(frozen=True)
class LivingChild(Condition):
    """The person was living, and a child, at the end of the entry's day."""
