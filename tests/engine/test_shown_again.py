"""What was put off, or taken back and said again, is over; and what comes after it is told anew. Nothing is told before it was
written down."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest

from holdfast.engine.compiled.evaluate import evaluate as compiled
from holdfast.engine.reference.evaluate import evaluate
from holdfast.engine.reference.version_history import VersionHistory
from holdfast.engine.replay import ReplayLine, replay
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from tests.bulk.generating import cases
from tests.sizes import taken
from tests.specs.kit import CHILD, Example, Given, contact, given

MONDAY, LAST = "Mon 2019-12-02T09:00", "Fri 2019-12-20"
FIRST = contact("c", MONDAY)
DAY = timedelta(days=1)


def put_right(id: str, happened: str, recorded: str, *, corrects: str = "c") -> Given:
    """The contact came on another day."""
    return contact(id, happened, recorded=recorded, corrects=corrects, reason="It came on another day.")


def taken_back(id: str, day: str, withdraws: str) -> Given:
    return given(id, "entry_withdrawn", day, withdraws=withdraws, reason="A mistake.")


def decided(happened: str, **rest: str) -> Given:
    return given("d", "contact_decided", happened, contact="c", decision="no_further_action", reasons="Known.", **rest)


def told(entries: Sequence[Given], rule: str, day: str = LAST) -> list[ReplayLine]:
    """The lines of a rule on a day, the oldest first; the two engines agree on them."""
    example = Example("A case.", tuple(entries), day, ())
    world, moment = example.world(), Moment.at_end_of(date.fromisoformat(day[4:14]))
    meant = evaluate(world, CHILD, moment, [rule]).lines
    assert sorted(meant, key=str) == sorted(compiled(world, CHILD, moment, [rule]).lines, key=str)
    return replay(world, moment, [rule])


def shown(lines: Sequence[ReplayLine]) -> list[tuple[int | None, int | None, str]]:
    """The day of December on which each was raised and on which it was withdrawn, and its state."""
    return [(each.line.raised_on and each.line.raised_on.day, each.line.withdrawn_on and each.line.withdrawn_on.day, each.state)
            for each in lines]  # fmt: skip


TO_THURSDAY = put_right("c2", "Thu 2019-12-05T09:00", "Thu 2019-12-05T10:00")
# The contact is to be decided by the end of the next working day: of the first Monday by Tuesday, late from Wednesday the 4th.
PUT_RIGHT = {
    "put off after it was late: the first is withdrawn, the second is told when it is late": (
        (TO_THURSDAY,),
        [(4, 5, "not_required"), (7, None, "overdue")],
    ),
    "put off before it was late: there is one": (
        (put_right("c2", "Tue 2019-12-03T09:00", "Tue 2019-12-03T10:00"),),
        [(5, None, "overdue")],
    ),
    "said to have come sooner: it goes on": (
        (put_right("c2", "Fri 2019-11-29T09:00", "Thu 2019-12-05T10:00"),),
        [(4, None, "overdue")],
    ),
    "said to have come sooner, before anything was late: late from the day that was known": (
        (put_right("c2", "Thu 2019-11-28T09:00", "Tue 2019-12-03T10:00"),),
        [(3, None, "overdue")],
    ),
    "put off twice: each is told and withdrawn in turn": (
        (TO_THURSDAY, put_right("c3", "Mon 2019-12-09T09:00", "Tue 2019-12-10T10:00", corrects="c2")),
        [(4, 5, "not_required"), (7, 10, "not_required"), (11, None, "overdue")],
    ),
    "put off, and put back on another day: told again then": (
        (TO_THURSDAY, put_right("c3", MONDAY, "Fri 2019-12-06T10:00", corrects="c2")),
        [(4, 5, "not_required"), (6, None, "overdue")],
    ),
    "put off, and then done in time: what was told was withdrawn, and nothing was late": (
        (TO_THURSDAY, decided("Thu 2019-12-05T15:00")),
        [(4, 5, "not_required"), (None, None, "met")],
    ),
    "put off, and then withdrawn before it was late": (
        (TO_THURSDAY, taken_back("w", "Fri 2019-12-06T10:00", "c2"), taken_back("w2", "Fri 2019-12-06T10:00", "c")),
        [(4, 5, "not_required"), (None, 6, "not_required")],
    ),
    "taken back and said again on another day: told again then": (
        (taken_back("w", "Thu 2019-12-05T10:00", "c"), taken_back("w2", "Mon 2019-12-09T10:00", "w")),
        [(4, 5, "not_required"), (9, None, "overdue")],
    ),
    "taken back and said again within the day: it goes on": (
        (taken_back("w", "Thu 2019-12-05T10:00", "c"), taken_back("w2", "Thu 2019-12-05T15:00", "w")),
        [(4, None, "overdue")],
    ),
    "done late, and that taken back: it is late again, and told again": (
        (decided("Thu 2019-12-05T10:00"), taken_back("w", "Mon 2019-12-09T10:00", "d")),
        [(4, 9, "not_required"), (9, None, "overdue")],
    ),
    "done in time and written down late, and that taken back: told again": (
        (decided("Tue 2019-12-03T10:00", recorded="Thu 2019-12-05T10:00"), taken_back("w", "Mon 2019-12-09T10:00", "d")),
        [(4, 9, "not_required"), (9, None, "overdue")],
    ),
    "done in time and written down late: it was late as known, and is met": (
        (decided("Tue 2019-12-03T10:00", recorded="Thu 2019-12-05T10:00"),),
        [(4, None, "met")],
    ),
    "done late, and the day it was done put right: nobody is told again": (
        (
            decided("Thu 2019-12-05T10:00"),
            given(
                "d2",
                "contact_decided",
                "Fri 2019-12-06T09:00",
                contact="c",
                decision="no_further_action",
                reasons="Known.",
                recorded="Tue 2019-12-10T10:00",
                corrects="d",
                reason="It was Friday.",
            ),
        ),
        [(4, None, "met_late")],
    ),
}


@pytest.mark.parametrize("says", PUT_RIGHT)
def test_a_contact_that_is_put_right(says: str) -> None:
    entries, wanted = PUT_RIGHT[says]
    assert shown(told((FIRST, *entries), "FD-02")) == wanted


@pytest.mark.parametrize("says", PUT_RIGHT)
def test_each_showing_is_told_from_its_first_day_until_it_is_over_and_never_in_between(says: str) -> None:
    for each in told((FIRST, *PUT_RIGHT[says][0]), "FD-02"):
        assert (each.line.raised_on is None) == (not each.tells)
        if each.tells:
            assert min((tell.on, tell.rung) for tell in each.tells) == (each.line.raised_on, 0)
            over = each.line.ceased_at
            assert over is None or all(tell.on <= london_day(over) for tell in each.tells)


@pytest.mark.parametrize("says", PUT_RIGHT)
def test_what_has_been_told_by_a_day_is_told_the_same_on_every_later_day(says: str) -> None:
    before: list[tuple[str, date | None]] = []
    day = date(2019, 12, 2)
    while day <= date(2019, 12, 20):
        lines = told((FIRST, *PUT_RIGHT[says][0]), "FD-02", f"{day:%a} {day}")
        now = [(each.line.what.key, each.line.raised_on) for each in lines if each.line.raised_on is not None]
        assert set(before) <= set(now), day
        before, day = now, day + DAY


@pytest.mark.parametrize(
    ("recorded", "happened", "wanted"),
    [
        # Named at once, within two hours: late from 11:00 on.
        ("Mon 2019-12-02T10:59", "Mon 2019-12-02T10:30", [(2, None, "overdue")]),
        ("Mon 2019-12-02T11:30", "Mon 2019-12-02T10:30", [(2, 2, "not_required"), (2, None, "overdue")]),
        ("Mon 2019-12-02T11:30", "Mon 2019-12-02T09:15", [(2, None, "overdue")]),
        ("Wed 2019-12-04T11:00", "Wed 2019-12-04T10:00", [(2, 4, "not_required"), (4, None, "overdue")]),
    ],
)
def test_what_counts_in_hours_is_put_off_within_the_day_too(recorded: str, happened: str, wanted: list[object]) -> None:
    assert shown(told((FIRST, put_right("c2", happened, recorded)), "FD-01")) == wanted


AWAY = {"worker": "sam"}
ALLOCATED = given("a", "worker_allocated", "Fri 2019-11-01T09:00", worker="sam", role="lead_social_worker")


def test_leave_that_is_put_off_for_a_month_is_told_when_the_child_really_has_nobody() -> None:
    leave = given("l", "absence_started", "Tue 2019-11-05T09:00", about=(), **AWAY)
    put_off = given(
        "l2",
        "absence_started",
        "Thu 2019-12-05T09:00",
        about=(),
        recorded="Tue 2019-11-12T09:00",
        corrects="l",
        reason="The wrong month.",
        **AWAY,
    )
    lines = told((ALLOCATED, leave, put_off), "SIG-NO-PRESENT-WORKER")
    days = [(each.line.raised_on, each.line.withdrawn_on) for each in lines]
    assert days == [(date(2019, 11, 7), date(2019, 11, 12)), (date(2019, 12, 7), None)]
    assert {tell.on.month for tell in lines[1].tells} == {12}


@pytest.mark.parametrize("happened", ["Thu 2024-05-09", "Thu 2024-05-09T12:00"])
@pytest.mark.parametrize("recorded", [None, "Thu 2024-05-09T12:00", "Thu 2024-05-09T23:59", "Fri 2024-05-10T12:00"])
def test_a_day_that_was_past_when_it_was_written_down_is_told_from_then_on(happened: str, recorded: str | None) -> None:
    stay = given(
        "s", "stay_started", happened, recorded=recorded, with_="gran", arrangement="family", overnight=True, until="2024-02-01"
    )
    booked = given("b", "conference_booked", happened, recorded=recorded, kind="review", for_="2024-02-01")
    [past_end] = told((stay,), "SIG-STAY-PAST-END", "Fri 2024-05-31")
    [not_known] = told((booked,), "SIG-MEETING-NOT-KNOWN", "Fri 2024-05-31")
    first = date(2024, 5, 10) if recorded == "Fri 2024-05-10T12:00" else date(2024, 5, 9)
    for line in (past_end, not_known):
        assert line.line.raised_on == first
        assert min(tell.on for tell in line.tells) == first


@pytest.mark.parametrize("id", [*STANDARDS, *SIGNALS])
def test_nothing_shows_and_nobody_is_told_before_what_it_rests_on_was_on_the_record(id: str) -> None:
    for world in cases({**STANDARDS, **SIGNALS}[id], taken("lives invented from each rule, read by both engines")):
        if not world.entries:
            continue
        history = VersionHistory(world.entries)
        there_from: dict[str, datetime] = {}
        for entry in world.entries:
            root, since = history.root(entry.id), min(entry.recorded_at, entry.happened.start)
            there_from[root] = min(since, there_from.get(root, since))
        for each in replay(world, Moment.live(max(entry.recorded_at for entry in world.entries)), [id]):
            what, raised = each.line.what, each.line.raised_at
            ids = what.evidence if hasattr(what, "signal") else (what.trigger,)
            there = [there_from[history.root(one)] for one in ids if one in history.by_id]
            if raised is not None and there:
                assert raised >= max(there)
                assert all(tell.on >= london_day(max(there)) for tell in each.tells)
