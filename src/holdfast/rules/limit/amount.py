"""Amounts of time, and the units they are in."""

from dataclasses import dataclass
from typing import Literal

Length = Literal["minutes", "hours", "working_days", "calendar_days", "weeks", "months", "years", "school_days"]
"""Units that have a length of their own, whatever is counted in them."""
YearsFrom = Literal["years_from_birth", "years_from_birth_of_subject", "years_from_last_contact", "years_from_order"]
"""Years from something other than what starts the clock."""
Unit = Literal[
    Length,
    YearsFrom,
    "visits",
    "of_interval",
    "before_next_school_day",
    "before_next_working_day",
    "weeks_gestation",
    "cases_per_month",
    "none",
]


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
