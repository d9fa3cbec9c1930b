"""However the lead worker of a child on a plan goes, and however precisely anybody says when: somebody is asked who is there."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.reference.evaluate import of_signal, of_standard
from holdfast.engine.reference.first_shown import ReferenceEvaluator
from holdfast.engine.replay import ReplayLine
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.calendar import working_days_after
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, end_of_day
from holdfast.signals.continuity import SIG_NO_PRESENT_WORKER
from holdfast.standards.professions import may_be_social_worker
from holdfast.standards.workers import WK_01
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World
from tests.engine.staffing import DUTY, MANAGER, NADIA, SAM, SERVICE_MANAGER, TEACHER, TOM, allocated, case, entry
from tests.sizes import drawn

STAFF = (SAM, NADIA, TOM, MANAGER, SERVICE_MANAGER, DUTY, TEACHER)
PLAN = entry("plan", "plan_started", "2026-02-02", plan="child_protection", category="NEG")
GIVEN = allocated("w1", "2026-02-02")
CRITICAL, CLOCK = of_signal(SIG_NO_PRESENT_WORKER), of_standard(WK_01)
NOW = {"recorded_at": "2026-03-02T09:00:00Z"}  # a Monday


def shown(world: World, rule: Any, day: date) -> list[dict[str, Any]]:
    """What one rule says of Chloe at the end of a day."""
    moment = Moment.at_end_of(day)
    return [ReplayLine(line, (), moment).to_json() for line in ReferenceEvaluator(world, moment).read("chloe", rule)]


def going(how: str, when: Any) -> Entry:
    """The lead worker goes, one way or another, on a day that is said more or less precisely."""
    match how:
        case "their last day is set":
            return entry("gone", "worker_leaving", "2026-03-02", about=(), worker="w1", last_day=when, **NOW)
        case "they left the post":
            return entry("gone", "post_left", when, about=(), worker="w1", post="Social worker", **NOW)
        case "their part is over":
            return entry("gone", "worker_ended", when, about=(), worker="w1", **NOW)
        case "their part for this child is over":
            return entry("gone", "worker_ended", when, about=("chloe",), worker="w1", **NOW)
    return entry("gone", "absence_started", when, about=(), worker="w1", **NOW)


HOW = ["their last day is set", "they left the post", "their part is over", "their part for this child is over", "away"]
PRECISELY = {
    "a day before it was said": "2026-02-26",
    "a day": "2026-03-05",
    "two days": {"from": "2026-03-05", "to": "2026-03-06"},
    "two days around the allocation": {"from": "2026-02-01", "to": "2026-02-03"},
    "the month": "2026-03",
    "the month before": "2026-02",
    "the year": "2026",
    "from before the allocation to long after": {"from": "2026-01-05", "to": "2026-06-30"},
}


LATER = date(2027, 2, 26)


def certainly_gone(how: str, when: Any) -> date:
    """The first day on which they are certainly gone: a range counts from its last day. A part that is over is over at once."""
    gone = going(how, when)
    if how == "their last day is set":
        return When.parse(when).last + timedelta(days=1)
    return gone.happened.first if "part" in how else gone.happened.last


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("when", PRECISELY.values(), ids=PRECISELY)
def test_the_lead_worker_of_a_child_on_a_plan_never_goes_without_a_word(how: str, when: Any) -> None:
    world = case(PLAN, GIVEN, going(how, when), workers=STAFF)
    # Once it was known and they certainly are gone, and a working day more than nobody should be without a worker.
    first = max(certainly_gone(how, when), date(2026, 3, 2))
    asked = working_days_after(first, 3)
    assert isinstance(asked, date)
    lines = shown(world, CRITICAL, asked)
    assert [line["state"] for line in lines] == ["raised"], (first, asked)
    # And it goes on being asked for.
    assert [line["state"] for line in shown(world, CRITICAL, LATER)] == ["raised"]
    exact = when in ("2026-03-05", "2026-02-26")
    assert lines[0]["approximate"] is not exact


@pytest.mark.parametrize("how", ["their last day is set", "they left the post", "away"])
@pytest.mark.parametrize("when", PRECISELY.values(), ids=PRECISELY)
def test_cover_is_asked_for_from_when_they_are_certainly_gone(how: str, when: Any) -> None:
    world = case(PLAN, GIVEN, going(how, when), workers=STAFF)
    known = Moment.at_end_of(date(2026, 11, 30))
    roster = Roster(world, known)
    days = [date(2026, 2, 2) + timedelta(days=number) for number in range(120)]
    elsewhere = next(day for day in days if not roster.at_hour(end_of_day(day)).in_post("w1"))
    [line] = shown(world, CLOCK, LATER)
    assert line["starts"] == max(elsewhere, certainly_gone(how, when)).isoformat()
    assert line["state"] == "overdue"


IDS = st.sampled_from(["w1", "w2", "w3"])
DAYS = st.dates(date(2026, 2, 3), date(2026, 3, 31))
EXACTLY = DAYS.map(date.isoformat)
POSTS = st.sampled_from(["Social worker", "Social Worker (North)", "Senior social worker", "Locality lead"])


@st.composite
def teams(draw: st.DrawFn) -> World:
    """Two months in which people of a team go, come back, are promoted, cover and are given the child."""
    found = [PLAN, GIVEN]
    for number in range(draw(st.integers(1, 7))):
        id, worker, about = f"e{number}", draw(IDS), draw(st.sampled_from([(), ("chloe",)]))
        match draw(st.sampled_from(["gone", "gone", "back", "cover", "given", "ended", "post left", "post", "leaving"])):
            case "gone":
                found.append(entry(id, "absence_started", draw(EXACTLY), about=(), worker=worker))
            case "back":
                found.append(entry(id, "absence_ended", draw(EXACTLY), about=(), worker=worker))
            case "cover":
                cover = draw(st.sampled_from(["w1", "w2", "w3", "w9", "t1"]))
                found.append(entry(id, "cover_named", draw(EXACTLY), about=about, for_=worker, cover=cover))
            case "given":
                found.append(allocated(draw(st.sampled_from(["w1", "w2", "w3", "t1"])), draw(EXACTLY) + draw(HOURS)))
            case "ended":
                found.append(entry(id, "worker_ended", draw(EXACTLY) + draw(HOURS), about=about, worker=worker))
            case "post left":
                found.append(entry(id, "post_left", draw(EXACTLY), about=(), worker=worker, post=draw(POSTS)))
            case "post":
                found.append(entry(id, "post_taken_up", draw(EXACTLY), about=(), worker=worker, post=draw(POSTS)))
            case "leaving":
                found.append(entry(id, "worker_leaving", draw(EXACTLY), about=(), worker=worker, last_day=draw(EXACTLY)))
    return case(*found, workers=STAFF)


HOURS = st.sampled_from(["", "T10:00", "T14:00"])


def nobody_has_the_child(roster: Roster, at: datetime) -> bool:
    """Whether the child's lead worker is not there, and nobody who may covers for them."""
    now = roster.at_hour(at)
    lead = now.lead("chloe")
    if lead is None:
        return True
    if now.in_post(lead):
        return False
    cover = now.cover(lead, "chloe")
    return cover is None or not may_be_social_worker(now.world.workers[cover].role, now.world.workers[cover].organisation)


@drawn("teams whose people go")
@given(world=teams())
def test_a_child_whom_nobody_has_for_three_working_days_is_asked_after(world: World) -> None:
    for day in (date(2026, 2, 20), date(2026, 3, 20), date(2026, 4, 17)):  # Fridays
        roster = Roster(world, Moment.at_end_of(day))
        ends = [end_of_day(day - timedelta(days=number)) for number in range(6)]
        if all(nobody_has_the_child(roster, end - timedelta(hours=hours)) for end in ends for hours in (0, 9)):
            lines = shown(world, CRITICAL, day)
            assert "raised" in [line["state"] for line in lines], (day, lines)
