"""A moment says how far the world had gone and how much of it was known; an unknown is neither true nor false."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.citation import Citation
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import end_of_day

NOON = datetime(2019, 11, 29, 12, 0, tzinfo=UTC)


def test_both_faces_of_a_moment_need_an_offset() -> None:
    for wrong in ({"as_at": datetime(2019, 11, 29)}, {"known_at": datetime(2019, 11, 29)}):
        with pytest.raises(ValueError, match="offset"):
            Moment(**({"as_at": NOON, "known_at": NOON} | wrong))


def test_an_ordinary_page_shows_the_world_as_it_stands_with_what_is_known_by_then() -> None:
    assert Moment.live(NOON) == Moment(as_at=NOON, known_at=NOON)


def test_the_page_as_it_stood_when_a_day_ended() -> None:
    end = end_of_day(date(2019, 11, 29))
    assert Moment.at_end_of(date(2019, 11, 29)) == Moment(as_at=end, known_at=end)


def test_hindsight_stops_the_world_and_not_the_record() -> None:
    assert Moment.with_hindsight(NOON) == Moment(as_at=NOON, known_at=FOREVER)


@given(st.text())
def test_an_unknown_has_no_truth_value(missing: str) -> None:
    unknown = Unknown(missing)
    for use in (lambda: bool(unknown), lambda: not unknown, lambda: unknown and True, lambda: 1 if unknown else 0):
        with pytest.raises(TypeError, match="neither true nor false"):
            use()


def test_two_unknowns_are_the_same_when_the_same_thing_is_missing() -> None:
    assert Unknown("the date of birth") == Unknown("the date of birth")
    assert Unknown("the date of birth") != Unknown("who was present")


def test_a_citation_says_the_document_and_where_in_it() -> None:
    assert str(Citation("WT2018", "p49", "secondary")) == "WT2018, p49"
