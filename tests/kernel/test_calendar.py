"""Working days are counted as the law of England and Wales has them, and never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.calendar import WorkingCalendar, add_months, england_and_wales, working_days_after
from holdfast.kernel.unknown import Unknown

CALENDAR = england_and_wales()
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LISTED = {
    2018: "Mon 1 Jan, Fri 30 Mar, Mon 2 Apr, Mon 7 May, Mon 28 May, Mon 27 Aug, Tue 25 Dec, Wed 26 Dec",
    2019: "Tue 1 Jan, Fri 19 Apr, Mon 22 Apr, Mon 6 May, Mon 27 May, Mon 26 Aug, Wed 25 Dec, Thu 26 Dec",
    2020: "Wed 1 Jan, Fri 10 Apr, Mon 13 Apr, Fri 8 May, Mon 25 May, Mon 31 Aug, Fri 25 Dec, Mon 28 Dec",
    2021: "Fri 1 Jan, Fri 2 Apr, Mon 5 Apr, Mon 3 May, Mon 31 May, Mon 30 Aug, Mon 27 Dec, Tue 28 Dec",
    2022: "Mon 3 Jan, Fri 15 Apr, Mon 18 Apr, Mon 2 May, Thu 2 Jun, Fri 3 Jun, Mon 29 Aug, Mon 19 Sep, Mon 26 Dec, Tue 27 Dec",
    2023: "Mon 2 Jan, Fri 7 Apr, Mon 10 Apr, Mon 1 May, Mon 8 May, Mon 29 May, Mon 28 Aug, Mon 25 Dec, Tue 26 Dec",
    2024: "Mon 1 Jan, Fri 29 Mar, Mon 1 Apr, Mon 6 May, Mon 27 May, Mon 26 Aug, Wed 25 Dec, Thu 26 Dec",
    2025: "Wed 1 Jan, Fri 18 Apr, Mon 21 Apr, Mon 5 May, Mon 26 May, Mon 25 Aug, Thu 25 Dec, Fri 26 Dec",
    2026: "Thu 1 Jan, Fri 3 Apr, Mon 6 Apr, Mon 4 May, Mon 25 May, Mon 31 Aug, Fri 25 Dec, Mon 28 Dec",
    2027: "Fri 1 Jan, Fri 26 Mar, Mon 29 Mar, Mon 3 May, Mon 31 May, Mon 30 Aug, Mon 27 Dec, Tue 28 Dec",
}
"""Checked by hand against the proclamations; each with its weekday."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

days = st.dates(date(2013, 1, 1), date(2026, 12, 31))


def holidays(year: int) -> set[date]:
    """The bank holidays listed above for a year, their weekdays checked."""
    found = set()
    for words in LISTED[year].split(", "):
        weekday, day, month = words.split(" ")
        holiday = date(year, MONTHS.index(month) + 1, int(day))
        assert WEEKDAYS[holiday.weekday()] == weekday, words
        found.add(holiday)
    return found


@pytest.mark.parametrize("year", LISTED)
def test_the_bank_holidays_of_a_year_are_those_that_were_proclaimed_and_no_others(year: int) -> None:
    assert {day for day in CALENDAR.holidays if day.year == year} == holidays(year)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2020, 5, 4), True),  # Mon: the early May holiday of 2020 was moved to the Friday
        (date(2020, 5, 8), False),  # Fri: seventy-five years since the end of the war in Europe
        (date(2022, 5, 30), True),  # Mon: the spring holiday of 2022 was moved to the Thursday
        (date(2022, 6, 2), False),  # Thu
        (date(2022, 6, 3), False),  # Fri: the Platinum Jubilee
        (date(2022, 9, 19), False),  # Mon: the funeral of the Queen
        (date(2023, 5, 1), False),  # Mon
        (date(2023, 5, 8), False),  # Mon: the Coronation
        (date(2021, 12, 27), False),  # Mon: for Christmas Day, a Saturday
        (date(2019, 12, 24), True),  # Tue: councils close on Christmas Eve; it is a working day all the same
        (date(2018, 8, 6), True),  # Mon: a bank holiday in Scotland alone
        (date(2018, 3, 17), False),  # Sat
        (date(2018, 3, 18), False),  # Sun
        (date(2018, 3, 19), True),  # Mon: a bank holiday in Northern Ireland alone
    ],
)
def test_days_that_are_easy_to_get_wrong(day: date, working: bool) -> None:
    assert CALENDAR.is_working_day(day) is working


def test_a_trigger_on_a_saturday_counts_from_it_and_monday_is_the_first_working_day() -> None:
    assert CALENDAR.add(date(2018, 11, 3), 1) == date(2018, 11, 5)  # Sat, Mon


def test_the_triggers_own_day_is_day_nought() -> None:
    assert CALENDAR.add(date(2018, 9, 14), 0) == date(2018, 9, 14)  # Fri
    assert CALENDAR.add(date(2018, 9, 14), 15) == date(2018, 10, 5)  # Fri to Fri, three weeks on


def test_christmas_and_new_year_move_a_due_day() -> None:
    assert CALENDAR.add(date(2018, 12, 17), 15) == date(2019, 1, 10)  # Mon to Thu


def test_counting_back_from_a_conference() -> None:
    assert CALENDAR.add(date(2018, 10, 3), -2) == date(2018, 10, 1)  # Wed to Mon
    assert CALENDAR.add(date(2019, 4, 23), -1) == date(2019, 4, 18)  # Tue after Easter to Maundy Thursday


@given(days, st.integers(0, 60))
def test_counting_the_days_to_a_due_day_gives_the_limit_back(day: date, n: int) -> None:
    due = CALENDAR.add(day, n)
    assert isinstance(due, date)
    assert CALENDAR.count(day, due) == n


@given(days, st.integers(1, 60))
def test_a_due_day_is_a_working_day_and_the_day_before_it_is_too_early(day: date, n: int) -> None:
    due = CALENDAR.add(day, n)
    assert isinstance(due, date)
    assert CALENDAR.is_working_day(due) is True
    assert CALENDAR.count(day, due - timedelta(days=1)) == n - 1


@given(days, st.integers(1, 30), st.integers(1, 30))
def test_counting_in_two_steps_is_counting_in_one(day: date, first: int, then: int) -> None:
    half = CALENDAR.add(day, first)
    assert isinstance(half, date)
    assert CALENDAR.add(half, then) == CALENDAR.add(day, first + then)


@given(days, st.integers(1, 30))
def test_counting_back_undoes_counting_forward_from_a_working_day(day: date, n: int) -> None:
    start = CALENDAR.add(day, 1)
    assert isinstance(start, date)
    there = CALENDAR.add(start, n)
    assert isinstance(there, date)
    assert CALENDAR.add(there, -n) == start


@given(days, st.integers(-30, 60))
def test_the_remembered_answer_is_the_calendars_own(day: date, n: int) -> None:
    assert working_days_after(day, n) == CALENDAR.add(day, n)


@given(days, days)
def test_the_holidays_shown_are_those_that_made_the_difference(one: date, other: date) -> None:
    first, last = sorted((one, other))
    weekdays = sum((first + timedelta(days=n)).weekday() < 5 for n in range(1, (last - first).days + 1))
    assert CALENDAR.count(first, last) == weekdays - sum(first < day <= last for day in CALENDAR.holidays)


@pytest.mark.parametrize("year", [CALENDAR.first_year - 1, CALENDAR.last_year + 1])
def test_a_year_that_nobody_has_listed_is_unknown_and_never_without_holidays(year: int) -> None:
    tuesday = next(date(year, 6, day) for day in range(1, 8) if date(year, 6, day).weekday() == 1)
    for answer in (
        CALENDAR.is_working_day(tuesday),
        CALENDAR.add(tuesday, 1),
        CALENDAR.count(tuesday, tuesday + timedelta(days=1)),
        working_days_after(tuesday, 5),
    ):
        assert isinstance(answer, Unknown)
        assert str(year) in answer.missing


def test_a_saturday_is_no_working_day_in_any_year() -> None:
    assert CALENDAR.is_working_day(date(1995, 6, 3)) is False


def test_a_count_that_runs_off_the_end_of_the_list_is_unknown() -> None:
    short = WorkingCalendar({date(2018, 12, 25): "Christmas Day"}, 2018, 2018)
    assert short.add(date(2018, 12, 28), 1) == date(2018, 12, 31)  # Fri, Mon
    assert isinstance(short.add(date(2018, 12, 28), 2), Unknown)
    assert isinstance(short.count(date(2018, 12, 28), date(2019, 1, 2)), Unknown)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2018, 10, 3), 3, date(2019, 1, 3)),
        (date(2018, 11, 30), 3, date(2019, 2, 28)),
        (date(2019, 8, 31), 6, date(2020, 2, 29)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2018, 12, 31), 2, date(2019, 2, 28)),
        (date(2019, 3, 31), -1, date(2019, 2, 28)),
        (date(2019, 1, 15), -1, date(2018, 12, 15)),
    ],
)
def test_months_keep_the_day_number_or_end_with_the_month(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


@given(days, st.integers(-48, 48))
def test_months_land_in_the_right_month_and_never_on_a_later_day_number(day: date, n: int) -> None:
    then = add_months(day, n)
    assert (then.year - day.year) * 12 + then.month - day.month == n
    assert then.day == day.day or (then.day < day.day and (then + timedelta(days=1)).day == 1)
