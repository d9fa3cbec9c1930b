"""A date is kept exactly as precise as somebody said it."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from holdfast.kernel.when import LONDON, When, day_in_words, end_of_day, later, london_day, parse_instant, start_of_day

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
instants = st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
whens = st.one_of(
    days.map(When.day),
    instants.map(When.at),
    days.map(lambda day: When.parse(f"{day:%Y-%m}")),
    days.map(lambda day: When.parse(f"{day:%Y}")),
    st.tuples(days, days).map(sorted).map(lambda ends: When.between(*ends)),
)


@given(whens)
def test_what_is_written_is_read_back_the_same(when: When) -> None:
    assert When.parse(when.to_json()) == when


@given(whens)
def test_it_ends_no_earlier_than_it_starts_and_lies_within_its_days(when: When) -> None:
    assert when.start <= when.end
    assert london_day(when.start) == when.first
    assert london_day(when.end) == when.last


@given(whens)
def test_only_one_day_is_exact(when: When) -> None:
    assert when.exact == (when.first == when.last)
    assert (when.instant is not None) == (when.precision == "instant")


@pytest.mark.parametrize(
    ("written", "first", "last", "precision", "words"),
    [
        ("2019-11-29", date(2019, 11, 29), date(2019, 11, 29), "day", "29 Nov 2019"),
        ("2019-11", date(2019, 11, 1), date(2019, 11, 30), "month", "November 2019"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month", "February 2020"),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31), "month", "December 2019"),
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "year", "2019"),
        ("2019-11-29T16:40:00Z", date(2019, 11, 29), date(2019, 11, 29), "instant", "29 Nov 2019 at 16:40"),
        ("2019-07-31T23:30:00Z", date(2019, 8, 1), date(2019, 8, 1), "instant", "1 Aug 2019 at 00:30"),
        ("2019-07-31T23:30", date(2019, 7, 31), date(2019, 7, 31), "instant", "31 Jul 2019 at 23:30"),
    ],
)
def test_what_somebody_said_stays_as_precise_as_they_said_it(
    written: str, first: date, last: date, precision: str, words: str
) -> None:
    when = When.parse(written)
    assert (when.first, when.last, when.precision, when.in_words()) == (first, last, precision, words)


def test_a_range_reaches_from_its_first_day_to_its_last() -> None:
    when = When.parse({"from": "2019-09-01", "to": "2019-10-31"})
    assert (when.first, when.last, when.precision) == (date(2019, 9, 1), date(2019, 10, 31), "range")
    assert when.in_words() == "between 1 Sep 2019 and 31 Oct 2019"


def test_a_range_of_months_reaches_from_the_start_of_the_first_to_the_end_of_the_last() -> None:
    when = When.parse({"from": "2019-09", "to": "2019-10"})
    assert (when.first, when.last) == (date(2019, 9, 1), date(2019, 10, 31))


def test_a_range_of_one_day_is_that_day() -> None:
    assert When.parse({"from": "2019-09-01", "to": "2019-09-01"}) == When.day(date(2019, 9, 1))


@pytest.mark.parametrize(
    "written",
    [
        "2019-02-29",
        "2019-13",
        "2019-00-01",
        "2019-11-31",
        "0000",
        "1066",
        "9999-12-31",
        "29/11/2019",
        "2019-11-29T25:00:00Z",
        "0001-01-01T00:00:00+05:00",
        "9999-12-31T23:59:59-05:00",
        "1799-12-31T10:00:00",
        "2019-11-29 16:40",
        "2019-11-29T16:40:00+1",
        "20191129",
        "",
        " 2019",
        "yesterday",
        None,
        20191129,
        2019.5,
        True,
        ["2019"],
        {"from": "2019-09-01"},
        {"from": "2019-09-01", "to": None},
        {"from": "2019-09-01", "to": "2019-08-01"},
        {"from": "2019-09-01", "to": "2019-10-01", "about": "then"},
    ],
)
def test_an_impossible_date_is_refused_in_words(written: object) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        When.parse(written)


def test_a_time_the_clocks_skipped_did_not_happen_in_england() -> None:
    with pytest.raises(ValueError, match="did not happen in England"):
        parse_instant("2019-03-31T01:30")  # Sun, the clocks went from one to two


def test_the_offset_tells_the_hour_that_happened_twice_apart() -> None:
    # Sunday 27 October 2019: the clocks went back from two to one.
    first, second = parse_instant("2019-10-27T01:30+01:00"), parse_instant("2019-10-27T01:30+00:00")
    assert second - first == timedelta(hours=1)


def test_an_instant_with_another_offset_is_the_same_instant() -> None:
    assert When.parse("2019-11-29T11:40:00-05:00") == When.parse("2019-11-29T16:40:00Z")


def test_an_instant_without_an_offset_is_no_instant() -> None:
    with pytest.raises(ValueError, match="offset"):
        When.at(datetime(2019, 11, 29, 16, 40))


@given(instants, st.integers(0, 200))
def test_hours_are_elapsed_hours_through_every_change_of_the_clocks(instant: datetime, hours: int) -> None:
    assert later(instant, timedelta(hours=hours)) - instant == timedelta(hours=hours)


@pytest.mark.parametrize(("day", "hours"), [(date(2019, 3, 31), 23), (date(2019, 10, 27), 25), (date(2019, 6, 5), 24)])
def test_a_day_is_as_long_as_the_clocks_make_it(day: date, hours: int) -> None:
    length = start_of_day(day + timedelta(days=1)).astimezone(UTC) - start_of_day(day).astimezone(UTC)
    assert length == timedelta(hours=hours)


@given(days)
def test_the_last_moment_of_a_day_is_followed_by_the_next_day(day: date) -> None:
    assume(day < date(2100, 12, 31))
    assert london_day(end_of_day(day)) == day
    assert london_day(end_of_day(day).astimezone(UTC) + timedelta(microseconds=1)) == day + timedelta(days=1)


@given(instants)
def test_the_day_of_an_instant_is_the_date_on_the_wall_in_england(instant: datetime) -> None:
    elsewhere = instant.astimezone(timezone(timedelta(hours=9)))
    assert london_day(elsewhere) == london_day(instant) == instant.astimezone(LONDON).date()


def test_a_summers_evening_is_still_that_day_in_england() -> None:
    assert london_day(datetime(2019, 7, 31, 22, 59, tzinfo=UTC)) == date(2019, 7, 31)
    assert london_day(datetime(2019, 7, 31, 23, 0, tzinfo=UTC)) == date(2019, 8, 1)


def test_days_are_said_as_people_say_them() -> None:
    assert day_in_words(date(2018, 10, 5)) == "5 Oct 2018"
    assert str(When.day(date(2018, 10, 5))) == "5 Oct 2018"


def test_a_when_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        When.between(date(2019, 10, 2), date(2019, 10, 1))


def test_a_day_is_no_moment() -> None:
    when = When.day(date(2019, 11, 29))
    assert (when.start, when.end) == (
        datetime.combine(date(2019, 11, 29), time.min, LONDON),
        datetime.combine(date(2019, 11, 29), time.max, LONDON),
    )
    assert when.instant is None
