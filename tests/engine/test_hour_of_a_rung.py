"""At which hour each rung of a ladder is told: never one further up before the lowest."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.replay import replay
from holdfast.engine.responsibility.rungs_reached import reached, told_from
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import LONDON, end_of_day
from holdfast.standards.ladders import LADDERS
from holdfast.vocabulary.world import KnownWorker
from tests.sizes import drawn
from tests.specs.kit import Example, contact
from tests.specs.kit import given as entry

SUNDAY = date(2026, 3, 8)
NOON = datetime.combine(SUNDAY, time(12), LONDON)
DAYS = st.dates(date(2019, 1, 1), date(2027, 12, 1))


@pytest.mark.parametrize("ladder", LADDERS)
@given(day=DAYS, minute=st.none() | st.integers(0, 1439), urgent=st.booleans(), stage=st.integers(1, 3))
@drawn("what was told")
def test_nobody_further_up_hears_of_it_before_the_lowest(
    ladder: str, day: date, minute: int | None, urgent: bool, stage: int
) -> None:
    midnight = datetime.combine(day, time(), LONDON)
    raised = day if minute is None else midnight + timedelta(minutes=minute)
    rungs = reached(LADDERS[ladder], raised, None, Moment.live(midnight + timedelta(days=60)), stage=stage, urgent=urgent)
    hours = [rung.hour for rung in rungs]
    assert hours == sorted(hours)
    assert [rung.number for rung in rungs] == sorted(rung.number for rung in rungs)


@pytest.mark.parametrize(
    ("raised", "recorded", "wanted"),
    [
        (NOON, NOON - timedelta(days=1), NOON),
        (NOON - timedelta(hours=12), NOON - timedelta(hours=1), NOON - timedelta(hours=1)),
        (NOON, NOON - timedelta(hours=1), NOON),
        (NOON - timedelta(hours=12), end_of_day(SUNDAY), SUNDAY),
        (NOON - timedelta(hours=12), NOON + timedelta(hours=12), NOON - timedelta(hours=12)),
        (end_of_day(SUNDAY), end_of_day(SUNDAY), SUNDAY),
    ],
)
def test_what_shows_from_the_morning_is_told_from_when_it_was_written_down(
    raised: datetime, recorded: datetime, wanted: date | datetime
) -> None:
    assert told_from(raised, [recorded]) == wanted


AT_RISK = entry("d", "disagreement_raised", "Sun 2026-03-08T02:00", by="dsl", text="He goes home tonight.", immediate_risk=True)
HARM = contact("c", "Sun 2026-03-08T02:00", immediate_harm=True)


@pytest.mark.parametrize(("given_", "rule"), [(AT_RISK, "RPD-05"), (HARM, "FD-06")])
def test_what_is_due_the_same_day_reaches_whoever_is_on_duty_at_midnight_first(given_: object, rule: str) -> None:
    example = Example("At night.", (given_,), "Mon 2026-03-09", ())  # type: ignore[arg-type]
    night = {"edt": KnownWorker("edt", "Ed Tate", "csc", "emergency_duty_worker", "moss")}
    world = replace(example.world(), workers={**example.world().workers, **night})
    [line] = replay(world, example.moment(), [rule])
    lowest = {tell.worker: tell.from_ for tell in line.tells if tell.rung == 0}
    assert lowest["edt"] is None, "there at that hour"
    assert all(from_ is not None for worker, from_ in lowest.items() if worker != "edt"), "the others in the morning"
    assert {tell.rung for tell in line.tells} == {0, 1, 2}
