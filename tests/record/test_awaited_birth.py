"""A baby of whom nothing is known but the day on which they were to be born is looked at every day like anybody else."""

from datetime import UTC, datetime, timedelta

import pytest

from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.duty.models import Delivery
from holdfast.record.models import Alert, Person
from holdfast.record.people import add_person, state_fact
from holdfast.record.projection.rebuild import differences, rebuild
from holdfast.record.projection.refresh import sweep
from tests.record.family import MONDAY, Family

RULE = "SIG-BIRTH-NOT-KNOWN"
THREE_WEEKS_ON = datetime(2018, 11, 9, 12, tzinfo=UTC)  # due on 19 October
DAY = timedelta(days=1)


@pytest.fixture
def baby(family: Family) -> Person:
    return add_person(at=MONDAY, by=family.sam, expected="2018-10-19")


def sweep_all(at: datetime) -> None:
    while sweep(at=at):
        pass


def test_the_daily_look_asks_about_a_baby_of_whom_nothing_is_recorded(baby: Person) -> None:
    sweep_all(THREE_WEEKS_ON)
    assert not Alert.objects.filter(rule_id=RULE).exists()
    sweep_all(THREE_WEEKS_ON + DAY)
    alert = Alert.objects.get(rule_id=RULE)
    assert (alert.child_id, alert.evidence, alert.ended_at) == (baby.pk, [], None)
    assert alert.raised_at == datetime(2018, 11, 10, tzinfo=UTC)
    assert list(differences()) == []


def test_somebody_is_told_and_climbs_as_for_any_other_alert(baby: Person) -> None:
    now = THREE_WEEKS_ON + DAY
    run_minute_jobs(at=now)
    alert = Alert.objects.get(rule_id=RULE)
    assert {row.rung for row in Delivery.objects.filter(matter=alert.pk)} == {0}
    run_minute_jobs(at=now + 4 * DAY)
    assert {row.rung for row in Delivery.objects.filter(matter=alert.pk)} == {0, 1}


def test_a_day_that_is_stated_a_year_late_is_put_to_those_who_can_act_and_to_nobody_further_up(family: Family) -> None:
    late = MONDAY + timedelta(days=400)
    baby = add_person(at=late, by=family.sam)
    state_fact(person=baby, kind="expected", value="2018-10-19", at=late, by=family.sam)
    run_minute_jobs(at=late + timedelta(minutes=1))
    rows = Delivery.objects.filter(matter=Alert.objects.get(rule_id=RULE).pk)
    assert {(row.rung, row.carried_in) for row in rows} == {(0, True)}


def test_the_birth_that_the_register_learns_of_ends_it(family: Family, baby: Person) -> None:
    sweep_all(THREE_WEEKS_ON + DAY)
    state_fact(person=baby, kind="born", value="2018-10-21", at=THREE_WEEKS_ON + 2 * DAY, by=family.sam)
    assert Alert.objects.get(rule_id=RULE).ended_at == THREE_WEEKS_ON + 2 * DAY
    assert list(differences()) == []


def test_a_rebuild_keeps_it(baby: Person) -> None:
    sweep_all(THREE_WEEKS_ON + DAY)
    rebuild(at=THREE_WEEKS_ON + 2 * DAY)
    assert Alert.objects.get(rule_id=RULE).ended_at is None
