"""The working days of England and Wales, and how limits are counted.

A working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in England and Wales
(regulation 1(3) of the Children Act 2004 (Joint Area Reviews) Regulations 2005 defines it so). The bank holidays are
the published list, carried offline by ``govuk-bank-holidays``. A year that the list does not cover gives
:class:`~holdfast.kernel.unknown.Unknown`, never "no holidays".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from govuk_bank_holidays.bank_holidays import BankHolidays

from holdfast.kernel.unknown import Unknown

DAY = timedelta(days=1)


@dataclass(frozen=True)
class WorkingCalendar:
    """Bank holidays by date, for the years ``first_year`` to ``last_year`` inclusive."""

    holidays: Mapping[date, str]
    first_year: int
    last_year: int

    def covers(self, day: date) -> bool:
        """Whether the list of bank holidays reaches ``day``."""
        return self.first_year <= day.year <= self.last_year

    def is_working_day(self, day: date) -> bool | Unknown:
        """Whether people are at work on ``day``; unknown outside the years the list covers, except at weekends."""
        # Asked before the list: a Saturday is no working day in any year, so a weekend can be told even where the holidays
        # cannot.
        if day.weekday() >= 5:
            return False
        if not self.covers(day):
            return Unknown(f"bank holidays for {day.year}: the list covers {self.first_year} to {self.last_year}")
        return day not in self.holidays

    def add(self, day: date, n: int) -> date | Unknown:
        """The ``n``-th working day after ``day`` (before it, when ``n`` is negative). ``day`` is day 0 whether or not
        it is a working day, so working day 1 is the next working day."""
        step = DAY if n >= 0 else -DAY
        left = abs(n)
        while left:
            day += step
            working = self.is_working_day(day)
            if isinstance(working, Unknown):
                return working
            # A yes counts as one: Unknown has left already, so nothing but true and false comes here.
            left -= working
        return day

    def count(self, first: date, last: date) -> int | Unknown:
        """How many working days there are after ``first`` up to and including ``last``."""
        total = 0
        while first < last:
            first += DAY
            working = self.is_working_day(first)
            if isinstance(working, Unknown):
                return working
            total += working
        return total


@cache
def england_and_wales() -> WorkingCalendar:
    """The published calendar. The first and last listed years are trusted whole."""
    # The list that comes with the package, never the one on the web: what was due must not depend on whether a server could
    # reach it.
    listed = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    holidays = {each["date"]: each["title"] for each in listed}
    # A year in which a holiday is listed is listed whole: the list is published by the year, so no year is half known.
    return WorkingCalendar(holidays, min(holidays).year, max(holidays).year)


def add_months(day: date, n: int) -> date:
    """The same day number ``n`` months later, or the month's last day where there is none."""
    # Counted in months since year 0, so that going back over the turn of a year needs no case of its own.
    month = day.year * 12 + day.month - 1 + n
    year, month = divmod(month, 12)
    first_of_next = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (first_of_next - DAY).day))


# Counting steps day by day. Everybody's deadlines fall on the same few thousand days, so nearly every answer has been given
# before.
@lru_cache(maxsize=65536)
def working_days_after(day: date, n: int) -> date | Unknown:
    """``england_and_wales().add`` remembered, because every rule asks it."""
    return england_and_wales().add(day, n)
