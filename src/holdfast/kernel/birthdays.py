"""The day an age is reached, and what happens to birthdays on 29 February.

By the Family Law Reform Act 1969, section 9, an age is reached at the start of the anniversary of the birth. In a year without
a 29 February that day has only passed once the 28th is over, so 1 March is the default; a partnership may choose the 28th.
"""

from calendar import isleap
from datetime import date

ON_1_MARCH, ON_28_FEBRUARY = "1_march", "28_february"


def birthday(born: date, years: int, leap: str = ON_1_MARCH) -> date:
    """The day somebody born on ``born`` reaches an age, counting a birthday on 29 February as ``leap`` says."""
    # Asked of the calendar and not tried and caught: a year beyond the last is a mistake of another kind, and must not be
    # taken for a missing 29 February.
    year = born.year + years
    if (born.month, born.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1) if leap == ON_1_MARCH else date(year, 2, 28)
    return born.replace(year=year)
