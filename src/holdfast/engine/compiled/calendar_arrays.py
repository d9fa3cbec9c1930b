"""Counting from a day: as :mod:`holdfast.engine.units` does it, over arrays that are made once. What no array reaches is asked
of the obvious way, so that what cannot be told is said in the same words."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from holdfast.engine import units
from holdfast.engine.compiled.instants import FAR_OFF, LONG_AGO, MICROSECONDS, instant, midnight, moment
from holdfast.kernel.calendar import add_months, england_and_wales
from holdfast.kernel.unknown import Unknown
from holdfast.rules.limit import Amount, Gate, LastsAtMost, Limit, ShareOfInterval

Span = tuple[int, str]
"""An amount of time as a number and its unit."""

_CALENDAR = england_and_wales()
BEGINS, ENDS = date(_CALENDAR.first_year, 1, 1).toordinal(), date(_CALENDAR.last_year, 12, 31).toordinal()
WORKING: list[int] = []
"""Every working day the calendar covers, in order."""
WORKED: list[int] = []
"""For each day the calendar covers, how many working days there were up to and including it."""
# Made once as the module is imported. Working days are counted for nearly every clock of every child, and from then on each
# count is two looks at a list.
for _day in range(BEGINS, ENDS + 1):
    if _CALENDAR.is_working_day(date.fromordinal(_day)) is True:
        WORKING.append(_day)
    WORKED.append(len(WORKING))


def span(amount: Amount | None) -> Span | None:
    """An amount as it is counted here."""
    return None if amount is None else (amount.n, amount.unit)


def after(day: int, amount: Span) -> int | None:
    """The day so long after ``day`` (before it, where the number is negative). ``None`` where no calendar reaches it or the
    unit has no length."""
    n, unit = amount
    if unit == "calendar_days":
        # The last day that Python's calendar has. Numbers would go on beyond it, and be no day.
        return day + n if 1 <= day + n <= 3_652_059 else None
    if unit == "weeks":
        return day + 7 * n if 1 <= day + 7 * n <= 3_652_059 else None
    if unit in ("working_days", "school_days"):
        return _working(day, n)
    found = units.add(date.fromordinal(day), Amount(n, unit))  # type: ignore[arg-type]
    return found.toordinal() if isinstance(found, date) else None


def _working(day: int, n: int) -> int | None:
    if n == 0:
        return day
    place = day - BEGINS
    # The day before the first counts too: its next working day is in the list, though it is not itself.
    if n > 0 and -1 <= place <= ENDS - BEGINS:
        wanted = (WORKED[place] if place >= 0 else 0) + n - 1
        return WORKING[wanted] if wanted < len(WORKING) else None
    if n < 0 and 0 <= place <= ENDS - BEGINS + 1:
        # Going back, the day itself must not be counted, so it starts from those before it.
        wanted = (WORKED[place - 1] if place > 0 else 0) + n
        return WORKING[wanted] if wanted >= 0 else None
    # Beyond the list the obvious way is asked, so that what cannot be told is said in the same words.
    found = units.add(date.fromordinal(day), Amount(n, "working_days"))
    return found.toordinal() if isinstance(found, date) else None


def before(day: int, amount: Span | None) -> int:
    """The first day that is no more than so long before ``day``: any day at all where there is no amount, or no calendar
    reaches."""
    if amount is None:
        return LONG_AGO
    found = after(day, (-amount[0], amount[1]))
    return LONG_AGO if found is None else found


def until(day: int, amount: Span | None) -> int:
    """The last day that is no more than so long after ``day``, in the same way."""
    if amount is None:
        return FAR_OFF
    found = after(day, amount)
    return FAR_OFF if found is None else found


class Due(NamedTuple):
    """When something is due: a day, or an instant where ``timed``. ``at`` is ``None`` where it has no date yet or, with
    ``missing``, where it cannot be told."""

    at: int | None
    timed: bool = False
    missing: str | None = None


Count = Callable[[int, int | None], Due]
"""From the day (and instant, where known) that something is counted from to when it is due."""


def count(limit: Limit) -> Count:
    """How one limit is counted from a day."""
    if isinstance(limit, Gate):
        # A gate is asked as it happens.
        return lambda day, at: Due(day)
    if isinstance(limit, ShareOfInterval):
        return _obvious(limit)
    if limit.unit in MICROSECONDS:
        # From the midnight that ends the day where no time is known: whoever did it in the evening is not late by the
        # morning.
        length = int(limit.n) * MICROSECONDS[limit.unit]
        return lambda day, at: Due((midnight(day + 1) if at is None else at) + length, True)
    if isinstance(limit, LastsAtMost) and limit.noon_after_holiday:
        return _obvious(limit)
    if limit.unit in ("working_days", "school_days"):
        return _count_working(limit, limit.amount.n)
    if limit.unit in ("calendar_days", "weeks"):
        # "Beginning with": the day it started is the first of them, so there is one fewer to come.
        first = 1 if limit.count_from == "day_of_trigger" and limit.n else 0
        days = limit.amount.n * (7 if limit.unit == "weeks" else 1) - first
        return lambda day, at: Due(day + days) if day + days <= 3_652_000 else _obvious(limit)(day, at)
    if limit.unit in ("months", "years"):
        return _count_months(limit, limit.amount.n * (12 if limit.unit == "years" else 1))
    return _obvious(limit)


def _count_working(limit: Limit, n: int) -> Count:
    obvious = _obvious(limit)
    # Names of the function's own are found sooner than those of the module, and this is called for every clock.
    working, worked, begins, covered, last = WORKING, WORKED, BEGINS, ENDS - BEGINS, len(WORKING)
    if n == 0:
        return lambda day, at: Due(day)

    def due(day: int, at: int | None) -> Due:
        place = day - begins
        if 0 <= place <= covered and (wanted := worked[place] + n - 1) < last:
            return Due(working[wanted])
        return obvious(day, at)

    return due


def _count_months(limit: Limit, months: int) -> Count:
    obvious = _obvious(limit)

    def due(day: int, at: int | None) -> Due:
        try:
            return Due(add_months(date.fromordinal(day), months).toordinal())
        # Off the end of the calendar: the obvious way says what is missing. It happens to retention of a hundred years and to
        # nothing else.
        except (OverflowError, ValueError):
            return obvious(day, at)

    return due


def _obvious(limit: Limit) -> Count:
    """By the function that is the meaning of record."""

    def due(day: int, at: int | None) -> Due:
        return due_of(units.limit_ends(limit, date.fromordinal(day), moment(midnight(day + 1) if at is None else at)))

    return due


def due_of(found: date | datetime | Unknown | None) -> Due:
    """A due day, instant or unknown of the reference, as it is held here."""
    if isinstance(found, Unknown):
        return Due(None, False, found.missing)
    if isinstance(found, datetime):
        return Due(instant(found), True)
    return Due(None if found is None else found.toordinal())
