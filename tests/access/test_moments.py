"""A page is read now, or as it stood on a day; and nothing is written from the past."""

from datetime import UTC, datetime

import pytest

from holdfast.access.moments import MomentRefused, PastMoment, asked_moment
from holdfast.kernel.moment import Moment

FRIDAY = datetime(2019, 11, 29, 16, 50, tzinfo=UTC)  # a Friday


def test_a_page_is_read_now_unless_somebody_asks_otherwise() -> None:
    assert asked_moment({}, "GET", FRIDAY) == (Moment.live(FRIDAY), False)
    assert asked_moment({"as_at": "  "}, "GET", FRIDAY) == (Moment.live(FRIDAY), False)


def test_a_day_is_shown_as_it_stood_when_it_ended_and_knows_nothing_later() -> None:
    moment, past = asked_moment({"as_at": "2018-11-02"}, "GET", FRIDAY)
    assert past
    assert moment.as_at == moment.known_at == datetime(2018, 11, 2, 23, 59, 59, 999999, tzinfo=UTC)
    assert isinstance(moment, PastMoment)
    assert moment.asked_at == FRIDAY


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("2018-07-01", datetime(2018, 7, 1, 22, 59, 59, 999999, tzinfo=UTC)),  # a Sunday in summer time
        ("2018-10", datetime(2018, 10, 31, 23, 59, 59, 999999, tzinfo=UTC)),
        ("2018", datetime(2018, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)),
        ("2018-11-02T09:00:00Z", datetime(2018, 11, 2, 9, tzinfo=UTC)),
        ("2019-11-29", FRIDAY),  # today is shown up to now
        ("2019-11", FRIDAY),
    ],
)
def test_a_month_or_a_year_is_shown_as_it_ended_but_never_past_now(said: str, shown: datetime) -> None:
    assert asked_moment({"as_at": said}, "GET", FRIDAY)[0].as_at == shown


def test_the_same_day_can_be_told_with_what_was_learned_later() -> None:
    moment, _ = asked_moment({"as_at": "2018-11-02", "known_at": "2019-01-31"}, "GET", FRIDAY)
    assert moment.as_at < moment.known_at == datetime(2019, 1, 31, 23, 59, 59, 999999, tzinfo=UTC)


@pytest.mark.parametrize("said", ["yesterday", "2018-02-30", "30/11/2018", "' OR 1=1", "\x00", "9" * 5000, "2019-11-30", "2020"])
def test_a_day_that_is_not_one_or_has_not_come_is_refused_in_words(said: str) -> None:
    with pytest.raises(MomentRefused, match="We cannot show this page"):
        asked_moment({"as_at": said}, "GET", FRIDAY)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_is_recorded_from_a_page_in_the_past(method: str) -> None:
    with pytest.raises(MomentRefused, match="nothing can be recorded from here"):
        asked_moment({"as_at": "2018-11-02"}, method, FRIDAY)
    assert asked_moment({}, method, FRIDAY)[0] == Moment.live(FRIDAY)
