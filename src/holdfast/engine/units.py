"""How each unit of time is counted, exactly as the case file's contract says. Days, instants and numbers only: nothing here
knows of entries or people."""

from datetime import date, datetime, time, timedelta

from holdfast.kernel.calendar import add_months, england_and_wales, working_days_after
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import LONDON, When, later
from holdfast.rules.limit import Amount, Gate, LastsAtMost, Limit, ShareOfInterval

ELAPSED = {"minutes": timedelta(minutes=1), "hours": timedelta(hours=1)}
ROUGH = frozenset({"school_days", "before_next_school_day"})
"""Units counted on the working days of England and Wales because a school's own terms are not on the record: the day
they give is the earliest it can be, and is marked approximate."""
SCHOOL_BEGINS = time(9)
FULL_TERM_WEEKS = 40
SUNDAY = 6


def limit_ends(limit: Limit, day: date, end: datetime) -> date | datetime | Unknown | None:
    """When ``limit``, counted from ``day``, is up; ``end`` is the latest instant at which it can have started. ``None`` where
    it is counted in something that has no date."""
    # Both have a limit and no length: a gate is asked as it happens, a share of what only the record can say.
    if isinstance(limit, Gate):
        return day
    if isinstance(limit, ShareOfInterval):
        return None
    if limit.unit in ELAPSED:
        return later(end, int(limit.n) * ELAPSED[limit.unit])
    if limit.unit == "before_next_school_day":
        return next_school_morning(end)
    if limit.unit == "before_next_working_day":
        following = working_days_after(day, int(limit.n))
        # Due before the working day begins is due by the end of the day before it.
        return following if isinstance(following, Unknown) else following - timedelta(days=1)
    found = add(day, limit.amount)
    # A unit with no length (visits) gives nothing, a calendar that ends gives what is missing: neither has a last day to
    # move.
    if not isinstance(found, date):
        return found
    if limit.count_from == "day_of_trigger" and limit.unit in ("calendar_days", "weeks") and limit.n:
        found -= timedelta(days=1)  # "beginning with": the day it started is the first of them
    return _noon_after_holiday(found) if isinstance(limit, LastsAtMost) and limit.noon_after_holiday else found


def gestation_day(expected: When | None, weeks: int) -> date | Unknown:
    """The day so many weeks of pregnancy are completed, counted back from the day the baby is due."""
    # From the first day it can be: with a range the earliest is the one by which nobody can be too late.
    return Unknown("the date the baby is due") if expected is None else expected.first - timedelta(weeks=FULL_TERM_WEEKS - weeks)


def share_of(start: date, end: date, share: float) -> date:
    """The day by which so much of the time from ``start`` to ``end`` has gone by, in whole days."""
    # Python cuts off what is less than a day: half of 15 days is the seventh.
    return start + (end - start) * share


def next_school_morning(after: datetime) -> datetime | Unknown:
    """When the first school day to begin after an instant begins, taking schools to be open on working days."""
    day = after.astimezone(LONDON).date()
    if after.astimezone(LONDON).time() >= SCHOOL_BEGINS or england_and_wales().is_working_day(day) is not True:
        following = working_days_after(day, 1)
        if isinstance(following, Unknown):
            return following
        day = following
    return datetime.combine(day, SCHOOL_BEGINS, LONDON)


def _noon_after_holiday(day: date) -> date | datetime | Unknown:
    # An order that ends on such a day runs on to the court's next one. Where the list of holidays ends, that day cannot be
    # told at all.
    calendar = england_and_wales()
    if not calendar.covers(day):
        return Unknown(f"bank holidays for {day.year}: the list covers {calendar.first_year} to {calendar.last_year}")
    if day.weekday() != SUNDAY and day not in calendar.holidays:
        return day
    while day.weekday() == SUNDAY or day in calendar.holidays:
        day += timedelta(days=1)
    return datetime.combine(day, time(12), LONDON)


def add(day: date, amount: Amount) -> date | Unknown | None:
    """``amount`` after ``day``, counted in days, weeks, months, years or working days. Weeks and months do not move for a
    weekend or a holiday. Unknown where no calendar reaches that far."""
    try:
        return _add(day, amount)
    # The end of the calendar is no normal answer: a retention of a hundred years from a year beyond 9900 falls off it, and is
    # said to.
    except (OverflowError, ValueError):
        return Unknown(f"a date that the calendar reaches ({amount.in_words()} from {day.isoformat()} is beyond it)")


def _add(day: date, amount: Amount) -> date | Unknown | None:
    match amount.unit:
        case "working_days" | "school_days":
            return working_days_after(day, amount.n)
        case "calendar_days":
            return day + timedelta(days=amount.n)
        case "weeks":
            return day + timedelta(weeks=amount.n)
        case "months":
            return add_months(day, amount.n)
        case "years" | "years_from_last_contact" | "years_from_order":
            return add_months(day, 12 * amount.n)
        case _:
            return None
