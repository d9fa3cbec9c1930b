"""Hours as people write them: which instants they are open at, over bank holidays and the nights on which the clocks change."""

import pytest

from holdfast.kernel.opening_hours import HoursRefused, read_hours
from holdfast.kernel.when import parse_instant

DAY = read_hours("Mon-Fri 08:30-17:00")
NIGHT = read_hours("outside Mon-Fri 08:30-17:00")


@pytest.mark.parametrize(
    ("when", "is_open"),
    [
        ("2019-11-29T08:29:59", False),  # Friday
        ("2019-11-29T08:30", True),
        ("2019-11-29T16:59:59", True),
        ("2019-11-29T17:00", False),
        ("2019-11-30T11:00", False),  # Saturday
        ("2019-12-25T11:00", False),  # Christmas Day, a Wednesday
        ("2020-01-01T11:00", False),  # New Year's Day, a Wednesday
        ("2090-03-01T11:00", True),  # a Wednesday, beyond the published list of holidays
    ],
)
def test_a_day_team_and_the_night_team_are_never_both_there_and_never_both_gone(when: str, is_open: bool) -> None:
    assert (DAY.open_at(parse_instant(when)), NIGHT.open_at(parse_instant(when))) == (is_open, not is_open)


def test_a_stretch_that_ends_before_it_begins_is_a_night() -> None:
    nights = read_hours("Fri-Sat 22:00-06:00")
    times = ("29T21:59", "29T22:00", "30T05:59", "30T06:00", "28T23:00")
    found = [nights.open_at(parse_instant(f"2019-11-{when}")) for when in times]
    assert found == [False, True, True, False, False]


def test_a_bank_holiday_is_open_only_where_it_is_said() -> None:
    assert read_hours("Sat,Sun,Hol 10:00-16:00").open_at(parse_instant("2019-12-25T10:00"))


def test_hours_of_the_night_on_which_the_clocks_go_back_are_one_longer() -> None:
    changes = list(NIGHT.changes(parse_instant("2019-10-25T12:00")))[:2]
    assert (changes[1] - changes[0]).total_seconds() / 3600 == 64.5  # Friday five to Monday half past eight, and an hour


@pytest.mark.parametrize(
    ("after", "opens"),
    [
        ("2019-11-29T17:00", "2019-12-02T08:30"),  # over a weekend
        ("2019-12-24T17:00", "2019-12-27T08:30"),  # over Christmas
        ("2019-12-02T08:29", "2019-12-02T08:30"),
        ("2019-12-02T08:30", "2019-12-03T08:30"),
    ],
)
def test_when_it_opens_next(after: str, opens: str) -> None:
    assert next(DAY.opens_next(parse_instant(after))) == parse_instant(opens)


def test_always_is_always_and_opens_never() -> None:
    always = read_hours("Always")
    assert always.open_at(parse_instant("2019-12-25T02:00"))
    assert list(always.opens_next(parse_instant("2019-12-25T02:00"))) == []


NOT_HOURS = ("", "nine to five", "Mon-Fri 9:00-17:00", "Mon-Fri 09:00-25:00", "Fri-Mon 09:00-17:00", "Mon-Hol 09:00-17:00")


@pytest.mark.parametrize("written", NOT_HOURS)
def test_hours_that_cannot_be_read_are_refused(written: str) -> None:
    with pytest.raises(HoursRefused):
        read_hours(written)
