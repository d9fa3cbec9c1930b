"""What the kinds of limit have in common: a number of units, as it is said."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from holdfast.rules.event import Event
from holdfast.rules.limit.amount import Amount, Length, Unit
from holdfast.rules.node import Node

LimitKind = Literal[
    "max_after_trigger",
    "max_interval",
    "min_before_event",
    "max_duration",
    "min_duration",
    "milestone",
    "prerequisite",
    "due_by_event",
    "by_gestation",
    "window",
    "min_count",
]
"""The code under which each way of counting is published."""
CountFrom = Literal["day_after_trigger", "day_of_trigger", "moment_of_trigger"]


class KindOfLimit(Node):
    """One way of counting. ``weighed_together``: what one entry starts depends on what the others start."""

    kind: ClassVar[LimitKind]
    weighed_together: ClassVar[bool] = False


@dataclass(frozen=True)
class Counted(KindOfLimit):
    """``n`` units, counted from what starts the clock unless the kind of limit says otherwise."""

    n: float
    unit: Unit

    says: ClassVar[str] = "{}"

    def __post_init__(self) -> None:
        if self.n < 0:
            raise ValueError(f"a limit cannot be {self.n}: time does not run backwards")
        # Guidance counts in whole units; a partnership may set a number of its own, and half a working day would have no day
        # on which it is up.
        if self.n != int(self.n):
            raise ValueError(f"a limit in {self.unit} is a whole number, not {self.n}")

    @property
    def amount(self) -> Amount:
        """The limit as an amount."""
        return Amount(int(self.n), self.unit)

    def in_words(self) -> str:
        """As people say it: "15 working days", "at least every 6 weeks", "the same day"."""
        if self.n == 0:
            return "at once" if self.unit == "hours" else "the same day"
        return self.says.format(self.amount.in_words())


@dataclass(frozen=True)
class Once(Node):
    """The length that holds instead once ``after`` has happened."""

    after: Event
    n: float
    unit: Length


@dataclass(frozen=True)
class FromAge:
    """The length that holds instead from an age in years on."""

    years: int
    n: float
    unit: Length


Change = Once | FromAge
