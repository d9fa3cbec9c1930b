"""How long: amounts of time, and the closed set of ways in which a limit is counted."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

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
Unit = Literal[
    "minutes",
    "hours",
    "working_days",
    "calendar_days",
    "weeks",
    "months",
    "years",
    "visits",
    "of_interval",
    "school_days",
    "school_term",
    "before_next_school_day",
    "before_next_working_day",
    "weeks_gestation",
    "years_from_birth",
    "years_from_birth_of_subject",
    "years_from_last_contact",
    "years_from_order",
    "cases_per_month",
    "none",
]
CountFrom = Literal["day_after_trigger", "day_of_trigger", "moment_of_trigger", "before_event"]


@dataclass(frozen=True)
class Amount:
    """A number of units, as in "2 working days"."""

    n: int
    unit: Unit

    def in_words(self) -> str:
        """As people say it."""
        words = SPOKEN_UNITS.get(self.unit, self.unit.replace("_", " "))
        return f"{self.n} {words[:-1] if self.n == 1 and words.endswith('s') else words}"


SPOKEN_UNITS: dict[Unit, str] = {
    "weeks_gestation": "weeks of pregnancy",
    "years_from_birth": "years from birth",
    "years_from_birth_of_subject": "years from the birth of the person it was about",
    "years_from_last_contact": "years from the last contact",
    "years_from_order": "years from the order",
    "cases_per_month": "cases a month",
}
"""Units whose name is not what people say."""


@dataclass(frozen=True)
class Limit:
    """How long: ``n`` units counted in the way ``kind`` says. A prerequisite has no ``n``: it is a gate, not a clock.

    ``noon_after_holiday``: an order that would end on a Sunday or a bank holiday runs to noon on the next day that is
    neither. ``or_at_once``: what should come so long before a planned day is due at once where the day is closer than that.
    """

    kind: LimitKind
    n: float | None
    unit: Unit
    count_from: CountFrom = "day_after_trigger"
    noon_after_holiday: bool = False
    or_at_once: bool = False

    def __post_init__(self) -> None:
        if (self.kind == "prerequisite") != (self.n is None):
            raise ValueError(f"a {self.kind} limit cannot have n={self.n}: only a prerequisite has no number")
        if self.n is not None and self.n < 0:
            raise ValueError(f"a limit cannot be {self.n}: time does not run backwards")
        if self.n is not None and self.unit != "of_interval" and self.n != int(self.n):
            raise ValueError(f"a limit in {self.unit} is a whole number, not {self.n}")

    @property
    def amount(self) -> Amount:
        """The limit as an amount. A prerequisite, or a share of an interval, has none."""
        if self.n is None or self.unit == "of_interval":
            raise ValueError(f"a limit of {self.n} {self.unit} is no amount of time")
        return Amount(int(self.n), self.unit)

    def in_words(self) -> str:
        """As people say it: "15 working days", "every 6 weeks", "same day"."""
        if self.n is None:
            return "before it happens"
        if self.unit == "of_interval":
            return "half-way to the next" if self.n == 0.5 else f"{self.n:g} of the way to the next"
        if self.unit == "before_next_school_day":
            return "before the next school day begins"
        if self.unit == "before_next_working_day":
            return "before the next working day"
        if self.kind == "due_by_event" and self.n == 0:
            return "by that day"
        if self.n == 0:
            return "at once" if self.unit == "hours" else "the same day"
        words = self.amount.in_words()
        if self.kind == "max_interval":
            return f"at least every {words}"
        if self.kind == "by_gestation":
            return f"by {words}"
        return f"at least {words}" if self.kind in ("min_duration", "min_count") else words


@dataclass(frozen=True)
class LocalLimit:
    """A partnership's own number for a limit, for what starts on or after ``since``."""

    since: date
    n: float
