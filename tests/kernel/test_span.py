"""Spans hold from their first day up to, and not including, the day they end."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.span import Span, union

FIRST = date(2018, 1, 1)
days = st.integers(0, 60).map(lambda n: FIRST + timedelta(days=n))
YEAR = [FIRST + timedelta(days=n) for n in range(130)]


@st.composite
def spans(draw: st.DrawFn, *, ended: bool = False) -> Span:
    """A span of these days, perhaps not ended yet."""
    start = draw(days)
    length = draw(st.integers(0, 30) if ended else st.one_of(st.none(), st.integers(0, 30)))
    return Span(start, None if length is None else start + timedelta(days=length))


def covered(*each: Span) -> set[date]:
    """The days that any of them covers."""
    return {day for day in YEAR if any(span.covers(day) for span in each)}


def test_the_day_it_ended_on_does_not_belong_to_it() -> None:
    plan = Span(date(2018, 10, 3), date(2019, 1, 3))
    assert plan.covers(date(2018, 10, 3))
    assert plan.covers(date(2019, 1, 2))
    assert not plan.covers(date(2019, 1, 3))
    assert not plan.covers(date(2018, 10, 2))


def test_a_span_that_has_not_ended_goes_on() -> None:
    assert Span(date(2018, 10, 3)).covers(date(2100, 1, 1))


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Span(date(2018, 10, 3), date(2018, 10, 2))


@given(st.lists(spans(), max_size=6))
def test_a_union_covers_the_same_days_and_no_others(each: list[Span]) -> None:
    assert covered(*union(each)) == covered(*each)


@given(st.lists(spans(), max_size=6))
def test_a_union_is_the_fewest_spans_in_order(each: list[Span]) -> None:
    joined = union(each)
    for earlier, later in pairwise(joined):
        assert earlier.end is not None
        assert earlier.end < later.start
    assert all(span.end is None or span.end > span.start for span in joined)


@given(st.lists(spans(), max_size=6), st.randoms())
def test_a_union_does_not_depend_on_the_order_they_came_in(each: list[Span], random: object) -> None:
    shuffled = list(each)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert union(shuffled) == union(each)
    assert union(union(each)) == union(each)
