"""How dates and times are said."""

from datetime import UTC, date, datetime

import pytest

from holdfast.kernel.when import When
from holdfast.pages import date_phrases

FRIDAY = datetime(2019, 11, 29, 16, 40, tzinfo=UTC)  # a Friday


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (0, 0, "midnight"),
        (0, 5, "12:05am"),
        (9, 0, "9am"),
        (12, 0, "midday"),
        (12, 30, "12:30pm"),
        (16, 40, "4:40pm"),
        (23, 59, "11:59pm"),
    ],
)
def test_a_time_is_said_as_people_say_it(hour: int, minute: int, said: str) -> None:
    assert date_phrases.clock(FRIDAY.replace(hour=hour, minute=minute)) == said


def test_a_time_in_summer_is_the_time_on_the_wall() -> None:
    assert date_phrases.instant(datetime(2019, 7, 1, 23, 30, tzinfo=UTC)) == "12:30am on Tuesday 2 July 2019"


def test_days_carry_their_weekday() -> None:
    assert date_phrases.day(FRIDAY) == "Friday 29 November 2019"
    assert date_phrases.short_day(date(2018, 11, 2)) == "Fri 2 Nov 2018"


def test_what_is_not_recorded_is_said_to_be_not_recorded() -> None:
    assert {date_phrases.day(None), date_phrases.short_day(None), date_phrases.clock(None), date_phrases.instant(None)} == {
        "not recorded"
    }
    assert date_phrases.when(None) == "not known when"
    assert date_phrases.how_long_ago(None, FRIDAY) == "not recorded"


@pytest.mark.parametrize(
    ("that", "said"),
    [
        (date(2019, 11, 29), "today"),
        (date(2019, 11, 28), "yesterday"),
        (date(2019, 11, 27), "2 days ago"),
        (date(2019, 9, 29), "61 days ago"),
        (date(2017, 11, 29), "730 days ago"),
        (date(2011, 11, 20), "over 8 years ago"),
        (date(2019, 11, 30), "tomorrow"),
        (date(2019, 12, 2), "in 3 days"),
        (datetime(2019, 11, 28, 23, 59, tzinfo=UTC), "yesterday"),
        (datetime(2019, 11, 29, 0, 1, tzinfo=UTC), "today"),
    ],
)
def test_how_long_ago_counts_days_on_the_wall(that: date, said: str) -> None:
    assert date_phrases.how_long_ago(that, FRIDAY) == said


def test_an_imprecise_date_stays_imprecise() -> None:
    assert date_phrases.when(When.parse("2018-11")) == "November 2018"
