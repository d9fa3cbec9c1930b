"""What is held of a family is a shorter way to the same: never stale, whoever writes, and never of what was taken back."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from holdfast.record import held, outside, quick
from holdfast.record.append import append
from holdfast.record.models import Alert, StoredClock
from holdfast.record.rebuild import differences
from tests.record.family import MONDAY, Family, make_family

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def short() -> Iterator[list[bool]]:
    """Whether each writing went the short way."""
    went: list[bool] = []

    def follow(*given: Any, **named: Any) -> bool:
        went.append(FOLLOW(*given, **named))
        return went[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quick, "follow", follow)
        yield went


FOLLOW = quick.follow


def seen_at_school(family: Family, at: datetime, *, happened: str | None = None, about: str | None = None) -> str:
    """The school writes down what it sees."""
    data = {"neglect": ["physical"], "other": [], "text": "Cold hands.", "setting": "school"}
    day = happened or at.date().isoformat()
    child = about or family.chloe.pk
    return append(at=at, by=family.sam, type="observation_recorded", happened=day, about=[child], data=data).id


def plan(family: Family) -> None:
    chloe = family.chloe.pk
    decisions = [{"child": chloe, "decision": "plan_made", "category": "NEG", "reasons": "Neglect."}]
    data = {"kind": "initial", "present": [{"worker": "w1", "role": "social_worker"}], "decisions": decisions}
    append(at=MONDAY, by=family.manager, type="conference_held", happened="2018-10-01", about=[chloe], data=data)


@pytest.fixture
def held_family(transactional_db: None) -> Family:
    """A family on a plan that this process has worked with."""
    held.forget()
    family = make_family()
    plan(family)
    for number in range(3):
        seen_at_school(family, MONDAY + HOUR * (number + 1))
    return family


def test_the_second_writing_holds_a_family_and_the_next_goes_the_short_way(held_family: Family, short: list[bool]):
    for number in range(5):
        seen_at_school(held_family, MONDAY + HOUR * (number + 5))
    assert short == [True] * 5
    assert list(differences()) == []


def test_what_time_brings_comes_also_the_short_way(held_family: Family, short: list[bool]):
    assert not Alert.objects.filter(rule_id="CP-20").exists()
    seen_at_school(held_family, MONDAY + 40 * DAY)
    seen_at_school(held_family, MONDAY + 41 * DAY)
    assert Alert.objects.filter(rule_id="CP-20").exists()
    assert short == [True, True]
    assert list(differences()) == []


def test_an_entry_recorded_late_dates_what_showed_meanwhile_as_before(held_family: Family, short: list[bool]):
    at = MONDAY + 40 * DAY
    seen_at_school(held_family, at)
    held_family.visit(at=at + HOUR, happened="2018-10-03")
    assert short[0]
    assert list(differences()) == []


def test_an_answer_is_found_with_its_alert_the_short_way(held_family: Family, short: list[bool]):
    at = MONDAY + 40 * DAY
    seen_at_school(held_family, at)
    alert = Alert.objects.get(rule_id="CP-20")
    about, data = [held_family.chloe.pk], {"alert": str(alert.pk), "answer": "Booked for Friday."}
    answer = append(at=at + HOUR, by=held_family.manager, type="alert_answered", happened="2018-11-10", about=about, data=data)
    assert Alert.objects.get(pk=alert.pk).answered_by == answer.id
    seen_at_school(held_family, at + 2 * HOUR)
    assert list(differences()) == []


def test_what_was_written_in_a_transaction_that_failed_is_not_held(held_family: Family):
    seen_at_school(held_family, MONDAY + 5 * HOUR)
    with pytest.raises(RuntimeError), transaction.atomic():
        held_family.visit(at=MONDAY + 6 * HOUR)
        raise RuntimeError("the request fails after the write")
    seen_at_school(held_family, MONDAY + 7 * HOUR)
    assert list(differences()) == []
    assert StoredClock.objects.get(child=held_family.chloe, key__contains="CP-32").met_by is None


def test_leave_taken_back_with_its_transaction_is_in_nobodys_world(held_family: Family):
    with pytest.raises(RuntimeError), transaction.atomic():
        append(
            at=MONDAY + DAY, by=held_family.sam, type="absence_started", happened="2018-10-02", about=[], data={"worker": "w1"}
        )
        assert outside.outside().entries
        raise RuntimeError("the request fails after the write")
    assert outside.outside().entries == ()


@pytest.mark.parametrize("what", ["visit", "born", "leave", "role", "sibling"])
def test_what_another_process_does_in_between_is_seen(held_family: Family, what: str):
    at = MONDAY + DAY
    seen_at_school(held_family, at)
    name = str(connection.settings_dict["NAME"])
    arguments = [name, held_family.chloe.pk, "w1", (at + HOUR).isoformat(), what]
    done = subprocess.run(
        [sys.executable, "-m", "tests.record.elsewhere", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    seen_at_school(held_family, at + 2 * HOUR)
    seen_at_school(held_family, at + 3 * HOUR)
    assert list(differences()) == []


def test_the_short_way_and_the_long_store_the_same(held_family: Family, short: list[bool]):
    """The same entries about two children alike, of whom only one is held."""
    chloe = held_family.chloe.pk
    for number in range(12):
        at = MONDAY + DAY * (3 * number + 1)
        if number % 3 == 0:
            held_family.visit(at=at, happened=(at - DAY).date().isoformat())
        else:
            seen_at_school(held_family, at, happened=(at - number % 2 * DAY).date().isoformat())
    short_way = stored(chloe)
    assert True in short
    assert list(differences()) == []
    held.forget()
    from holdfast.record.rebuild import rebuild

    rebuild(at=MONDAY + DAY * 34)
    assert stored(chloe) == short_way


def stored(child: str) -> list[Any]:
    """The clocks and alerts of a child."""
    clocks = StoredClock.objects.filter(child=child).order_by("key").values("key", "due", "met_by", "met_on", "open", "missing")
    alerts = Alert.objects.filter(child=child).order_by("key").values("key", "raised_at", "ended_at", "why", "evidence")
    return [*clocks, *alerts]
