"""Small invented cases in which a form says that somebody has the child and nobody does: cover who is the worker, or is away, and
a worker or a manager who has left. The right answer is given for each, to the day."""

from datetime import date
from typing import Any

import pytest

from holdfast.engine.replay import replay
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.world import World
from tests.cases.telling import Shown
from tests.engine.staffing import DIRECTOR, DUTY, MANAGER, NADIA, SAM, SERVICE_MANAGER, allocated, case, cover, entry, sick

STAFF = (SAM, NADIA, MANAGER, SERVICE_MANAGER, DIRECTOR, DUTY)
PLAN = entry("plan", "plan_started", "2026-02-02", plan="child_protection", category="NEG")
GIVEN = allocated("w1", "2026-02-02")
CRITICAL = "SIG-NO-PRESENT-WORKER"


def told(world: World, day: date) -> Shown:
    """What the case says at the end of a day."""
    return Shown(world, tuple(each.to_json() for each in replay(world, Moment.at_end_of(day))))


def lines(shown: Shown, rule: str) -> list[tuple[Any, ...]]:
    """A rule's lines about the child, by what began each."""
    return sorted((line["trigger"], line["state"], line["raised_on"]) for line in shown.of(rule, "chloe"))


@pytest.mark.parametrize(
    "more",
    [
        pytest.param((cover("w1", "w1", "2026-03-03"),), id="a worker who is their own cover"),
        pytest.param((sick("w9", "2026-03-02"), cover("w1", "w9", "2026-03-03")), id="cover who is away too"),
        pytest.param(
            (sick("w2", "2026-03-03"), cover("w1", "w2", "2026-03-03"), cover("w2", "w1", "2026-03-03")),
            id="two who cover each other",
        ),
    ],
)
def test_cover_by_nobody_who_is_there_meets_nothing_and_silences_nothing(more: tuple[Any, ...]) -> None:
    world = case(PLAN, GIVEN, sick("w1", "2026-03-03"), *more, workers=STAFF)  # a Tuesday
    assert lines(told(world, date(2026, 3, 4)), "WK-01") == [("sick-w1-2026-03-03", "due_soon", None)]
    after = told(world, date(2026, 3, 5))
    assert lines(after, "WK-01") == [("sick-w1-2026-03-03", "overdue", "2026-03-05")]
    assert lines(after, CRITICAL) == [("sick-w1-2026-03-03", "raised", "2026-03-05")]
    assert {tell["worker"] for tell in after.one(CRITICAL, "chloe")["tells"]}.isdisjoint({"w1", None})


LAST_DAY = entry("leaving", "worker_leaving", "2026-03-02", worker="w1", last_day="2026-03-05", by="w9")


def test_from_the_day_after_the_last_day_nobody_has_the_child_and_it_is_said() -> None:
    world = case(PLAN, GIVEN, LAST_DAY, workers=STAFF)
    # Thursday is the last day; Friday is the first without anybody, and one working day after that is Monday.
    assert [lines(told(world, date(2026, 3, day)), "WK-01") for day in (5, 6, 9, 10)] == [
        [],
        [("leaving", "running", None)],
        [("leaving", "due_soon", None)],
        [("leaving", "overdue", "2026-03-10")],
    ]
    assert lines(told(world, date(2026, 3, 9)), CRITICAL) == []
    assert lines(told(world, date(2026, 3, 10)), CRITICAL) == [("leaving", "raised", "2026-03-10")]


def test_nothing_is_told_to_a_worker_whose_last_day_has_passed() -> None:
    world = case(PLAN, GIVEN, LAST_DAY, workers=STAFF)
    shown = told(world, date(2026, 4, 30))
    days = sorted(tell["on"][:10] for line in shown.lines for tell in line["tells"] if tell["worker"] == "w1")
    assert days and days[-1] <= "2026-03-05"
    assert any(
        tell["on"] > "2026-03-05" and tell["role"] == "lead_social_worker" for line in shown.lines for tell in line["tells"]
    )


@pytest.mark.parametrize("how", ["post_left", "worker_leaving", "worker_ended"])
def test_what_goes_to_a_manager_who_has_left_goes_to_the_next_one_up_who_is_there(how: str) -> None:
    data = {"post_left": {"post": "Team manager"}, "worker_leaving": {"last_day": "2026-02-27"}, "worker_ended": {}}[how]
    left = entry("left", how, "2026-02-27", about=(), worker="w9", **data)
    rang = entry(
        "rang",
        "contact_received",
        "2026-03-04T10:00:00Z",
        channel="phone",
        text="He hit her.",
        immediate_harm=True,
        from_={"name": "Maya Lee", "role": "teacher", "organisation": "school"},
    )
    shown = told(case(PLAN, GIVEN, left, rang, workers=STAFF), date(2026, 3, 6))
    after = [tell for line in shown.lines for tell in line["tells"] if tell["on"] >= "2026-02-28"]
    assert "w9" not in {tell["worker"] for tell in after}
    assert "w20" in {tell["worker"] for tell in after if tell["role"] == "team_manager"}


@pytest.mark.parametrize(
    ("taken_up", "left"), [(("Social worker", "Team manager"), "team manager"), (("Team Manager, North",), "team manager")]
)
def test_a_manager_is_gone_for_every_rule_or_for_none(taken_up: tuple[str, ...], left: str) -> None:
    posts = [
        entry(f"up{number}", "post_taken_up", f"{2020 + number}-01-06", about=(), worker="w9", post=post)
        for number, post in enumerate(taken_up)
    ]
    gone = entry("gone", "post_left", "2026-03-02T10:00:00Z", about=(), worker="w9", post=left)
    shown = told(case(PLAN, GIVEN, *posts, gone, workers=STAFF), date(2026, 4, 30))
    [gap] = [line for line in shown.of("SIG-MANAGER-GAP", "chloe") if line["evidence"][-1] == "gone"]
    assert (gap["state"], gap["raised_on"]) == ("raised", "2026-03-02")
    assert "w9" not in {tell["worker"] for line in shown.lines for tell in line["tells"] if tell["on"] > "2026-03-02"}


def test_a_line_is_never_overdue_and_withdrawn_at_once() -> None:
    left = entry("left", "post_left", "2026-03-05", about=(), worker="w1", post="Social worker")
    # Written down at the end of the month, as months are.
    back = entry("back", "post_taken_up", "2026-03", about=(), worker="w1", post="Senior social worker")
    for more in ((back,), (entry("dead", "death_recorded", "2026-03-04", person="chloe", recorded_at="2026-03-31T09:00:00Z"),)):
        shown = told(case(PLAN, GIVEN, left, *more, workers=STAFF), date(2026, 11, 30))
        withdrawn = [line for line in shown.lines if line["withdrawn_on"] is not None]
        assert withdrawn
        assert {line["state"] for line in withdrawn} <= {"withdrawn", "not_required"}


def test_when_the_cover_goes_the_clock_and_the_critical_alert_begin_again_as_lines_of_their_own() -> None:
    world = case(
        PLAN, GIVEN, sick("w1", "2026-03-03"), cover("w1", "w2", "2026-03-03"), sick("w2", "2026-03-10"), workers=STAFF
    )  # Tuesdays
    shown = told(world, date(2026, 3, 12))
    assert lines(shown, "WK-01") == [("sick-w1-2026-03-03", "met", None), ("sick-w2-2026-03-10", "overdue", "2026-03-12")]
    assert lines(shown, CRITICAL) == [("sick-w2-2026-03-10", "raised", "2026-03-12")]
