"""The arithmetic of a due day, step by step, so that anyone can count it again on a calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from holdfast.engine.sentences import in_words
from holdfast.engine.units import ELAPSED, ROUGH, SCHOOL_BEGINS
from holdfast.kernel.calendar import england_and_wales
from holdfast.kernel.when import day_in_words, london_day
from holdfast.rules.limit import Gate, LastsAtMost, Limit, MonthlyCount, PlannedDay, ShareOfInterval

DAY = timedelta(days=1)


@dataclass(frozen=True)
class ArithmeticStep:
    """One day of the count: ``number`` is which day of the limit it is, ``None`` where it is not counted."""

    day: date
    number: int | None
    words: str


def count(limit: Limit, start: date, due: date | datetime) -> tuple[ArithmeticStep, ...]:
    """Each day from the start to the due day, numbered where it counts. A limit counted back runs backwards."""
    last = london_day(due) if isinstance(due, datetime) else due
    if limit.unit in ("working_days", "school_days", "before_next_school_day"):
        return tuple(_working(start, last))
    return (
        ArithmeticStep(start, _first(limit), f"{day_in_words(start)}: {_started(limit)}"),
        ArithmeticStep(last, None, _landed(limit, due)),
    )


def _first(limit: Limit) -> int:
    # A limit of nothing has no first day: what is due at once is due on the day itself.
    return 1 if limit.count_from == "day_of_trigger" and limit.n else 0


def _started(limit: Limit) -> str:
    if limit.unit in ELAPSED:
        return "elapsed time runs from here, through nights, weekends and clock changes"
    return "day 1, because the limit begins with the day itself" if _first(limit) else "day 0"


def _landed(limit: Limit, due: date | datetime) -> str:
    to_noon = isinstance(limit, LastsAtMost) and limit.noon_after_holiday and isinstance(due, datetime)
    moved = " (moved to noon after a Sunday or bank holiday)" if to_noon else ""
    return f"{in_words(due)}: {_reached(limit)}{moved}"


def _reached(limit: Limit) -> str:
    """What the last day of the count is, as people say it."""
    if isinstance(limit, Gate):
        return "asked as it happens"
    if isinstance(limit, MonthlyCount):
        return "the month ends"
    if isinstance(limit, ShareOfInterval) or not limit.n:
        return limit.in_words()
    spoken = limit.amount.in_words()
    if isinstance(limit, PlannedDay):
        return f"{spoken} before"
    return f"{spoken} {'is' if limit.n == 1 else 'are'} up"


def _working(start: date, last: date) -> Iterator[ArithmeticStep]:
    back = last < start
    yield ArithmeticStep(start, 0, f"{day_in_words(start)}: day 0")
    number, day = 0, start
    while day != last:
        day += -DAY if back else DAY
        why_not = _not_working(day)
        if why_not is None:
            number += 1
            yield ArithmeticStep(day, number, f"{day_in_words(day)}: working day {number}{' before' if back else ''}")
        else:
            yield ArithmeticStep(day, None, f"{day_in_words(day)}: {why_not}, not counted")


def _not_working(day: date) -> str | None:
    # The holiday before the weekday: on a Saturday that is Christmas Day it is Christmas that people look for.
    named = england_and_wales().holidays.get(day)
    if named is not None:
        return named
    return day.strftime("%A") if day.weekday() >= 5 else None


def _counted(limit: Limit) -> str:
    if isinstance(limit, Gate | ShareOfInterval) or limit.unit == "before_next_school_day" or not limit.n:
        return limit.in_words()
    return limit.amount.in_words()


def in_short(limit: Limit, start: date, due: date | datetime) -> str:
    """The same in a sentence: what was counted, and which days were not."""
    steps = count(limit, start, due)
    if limit.unit not in ("working_days", "school_days", "before_next_school_day"):
        return "; ".join(step.words for step in steps) + "."
    weekend = sum(1 for step in steps if step.number is None and step.day not in england_and_wales().holidays)
    holidays = [step for step in steps if step.number is None and step.day in england_and_wales().holidays]
    named = ", ".join(f"{england_and_wales().holidays[step.day]} ({day_in_words(step.day)})" for step in holidays)
    # Said wherever it is so: the day is the earliest it can be, and whoever counts with the school's own calendar comes to a
    # later one.
    rough = "; the school's own terms are not on the record, so working days are counted" if limit.unit in ROUGH else ""
    opening = f", by {SCHOOL_BEGINS:%H:%M}" if limit.unit == "before_next_school_day" else ""
    on = "before it" if isinstance(limit, PlannedDay) and limit.n else "on"
    return (
        f"{day_in_words(start)} is day 0; {_counted(limit)} {on}{opening} is {in_words(due)}. Not counted: "
        f"{weekend} Saturdays and Sundays{f'; {named}' if named else ''}{rough}."
    )
