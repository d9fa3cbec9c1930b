"""An alert that was stored may have been put to somebody. Whatever is recorded afterwards, it never vanishes."""

from datetime import UTC, datetime, timedelta

import pytest

from holdfast.duty.escalation_job import waiting
from holdfast.duty.models import Delivery
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert
from holdfast.record.people import add_person
from holdfast.record.projection.derivation import alert_id
from holdfast.record.projection.family_evaluation import FamilyEvaluation
from holdfast.record.projection.rebuild import differences, rebuild
from holdfast.record.projection.refresh import sweep
from tests.record.family import MONDAY, Family
from tests.record.test_projection import plan, seen_at_school

RULE = "SIG-WEEKS-UNSEEN"
JUST_AFTER_MIDNIGHT = datetime(2018, 10, 16, 0, 5, tzinfo=UTC)  # Tuesday, two weeks and a day after she was last seen
THAT_AFTERNOON = JUST_AFTER_MIDNIGHT + timedelta(hours=17)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def sweep_all(at: datetime) -> None:
    while sweep(at=at):
        pass


@pytest.fixture
def raised_at_night(family: Family) -> Alert:
    """Chloe, on a plan, has not been seen for two weeks. The night's sweep says so, and her manager is told."""
    plan(family)
    sweep_all(JUST_AFTER_MIDNIGHT)
    alert = Alert.objects.get(child=family.chloe, rule_id=RULE)
    Delivery.objects.create(
        kind="alert",
        matter=alert.pk,
        child=family.chloe,
        rung=0,
        worker=family.manager,
        role="team_manager",
        because="manages the child's worker",
        told_at=JUST_AFTER_MIDNIGHT + MINUTE,
    )
    return alert


def seen(family: Family, at: datetime = THAT_AFTERNOON) -> str:
    return family.visit(at=at, happened=at.date().isoformat()).id


def test_one_raised_at_night_is_withdrawn_when_the_child_turns_out_to_have_been_seen_that_day(
    family: Family, raised_at_night: Alert
) -> None:
    seen(family)
    now = Alert.objects.get(pk=raised_at_night.pk)
    assert (now.withdrawn, now.ended_at) == (True, THAT_AFTERNOON)
    assert now.ended_why == "What has been recorded since no longer shows it."
    assert (now.raised_at, now.why, now.evidence) == (raised_at_night.raised_at, raised_at_night.why, raised_at_night.evidence)
    [delivery] = Delivery.objects.filter(kind="alert")
    assert Alert.objects.filter(pk=delivery.matter).exists()
    assert now not in waiting(THAT_AFTERNOON)
    assert list(differences()) == []


def test_one_that_was_withdrawn_stays_as_it_is_whatever_is_written_and_however_it_is_rebuilt(
    family: Family, raised_at_night: Alert
) -> None:
    seen(family)
    as_withdrawn = Alert.objects.filter(pk=raised_at_night.pk).values().get()
    seen_at_school(family, THAT_AFTERNOON + MINUTE)
    sweep_all(THAT_AFTERNOON + DAY)
    rebuild(at=THAT_AFTERNOON + 2 * DAY)
    assert Alert.objects.filter(pk=raised_at_night.pk).values().get() == as_withdrawn
    assert list(differences()) == []


def test_one_that_was_withdrawn_is_open_again_if_the_visit_is_taken_back(family: Family, raised_at_night: Alert) -> None:
    visit, at = seen(family), THAT_AFTERNOON + DAY
    append(
        at=at,
        by=family.sam,
        type="entry_withdrawn",
        happened=at.date().isoformat(),
        about=[family.chloe.pk],
        data={},
        withdraws=visit,
        reason="Another child.",
    )
    now = Alert.objects.get(pk=raised_at_night.pk)
    assert (now.withdrawn, now.ended_at, now.raised_at) == (False, None, at)
    assert list(differences()) == []


def test_one_that_shows_again_on_another_day_is_another_alert_and_the_first_stays_withdrawn(family: Family) -> None:
    """What Chloe said was dated a day late by a correction, so that until the next day it was not yet too long ago."""
    plan(family)
    about, said = [family.chloe.pk], {"child": family.chloe.pk, "how": "words", "words": "I am not safe."}
    parts = {"by": family.sam, "type": "voice_recorded", "about": about, "data": said}
    first = append(at=MONDAY, happened="2018-10-01", **parts)
    sweep_all(MONDAY + DAY)
    raised = Alert.objects.get(rule_id="SIG-VOICE-NO-ACTION")
    append(at=MONDAY + DAY + MINUTE, happened="2018-10-02", corrects=first.id, reason="It was Tuesday.", **parts)
    assert Alert.objects.get(pk=raised.pk).withdrawn
    assert list(differences()) == []
    seen_at_school(family, MONDAY + 2 * DAY)
    now = Alert.objects.get(pk=raised.pk)
    assert (now.withdrawn, now.ended_at, now.raised_at) == (True, MONDAY + DAY + MINUTE, raised.raised_at)
    again = Alert.objects.exclude(pk=raised.pk).get(rule_id="SIG-VOICE-NO-ACTION")
    assert (again.withdrawn, again.ended_at) == (False, None)
    assert now.ended_at < again.raised_at < MONDAY + 2 * DAY
    assert list(differences()) == []


def test_one_that_was_withdrawn_stays_so_when_more_comes_and_goes_by_the_same_entry(family: Family) -> None:
    """What Chloe said is dated twice anew: a worry was raised by the first date, and another would have been by the second."""
    plan(family)
    about, said = [family.chloe.pk], {"child": family.chloe.pk, "how": "words", "words": "I am not safe."}
    parts = {"by": family.sam, "type": "voice_recorded", "about": about, "data": said}
    first = append(at=MONDAY + 70 * DAY, happened="2018-12-09", **parts)
    right = {"reason": "Another day.", **parts}
    second = append(at=MONDAY + 70 * DAY + MINUTE, happened="2018-11-06", corrects=first.id, **right)
    append(at=MONDAY + 78 * DAY, happened="2018-12-17", **parts)
    sweep_all(MONDAY + 79 * DAY)
    key = f"SIG-VIEWS-STALE/{family.chloe.pk}/{first.id}"
    raised = Alert.objects.get(key=key)
    append(at=MONDAY + 111 * DAY, happened="2019-01-19", corrects=second.id, **right)
    as_withdrawn = Alert.objects.filter(key=key).values().get()
    assert as_withdrawn["withdrawn"]
    assert as_withdrawn["raised_at"] == raised.raised_at
    append(at=MONDAY + 121 * DAY, happened="2019-01-30", **parts)
    sweep_all(MONDAY + 122 * DAY)
    rebuild(at=MONDAY + 123 * DAY)
    assert Alert.objects.filter(key=key).values().get() == as_withdrawn
    assert list(differences()) == []


def test_later_writing_does_not_work_out_its_whole_history_again(
    family: Family, raised_at_night: Alert, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen(family)
    monkeypatch.setattr(FamilyEvaluation, "record", property(lambda self: pytest.fail("the whole history was read")))
    for days in (1, 2):
        seen(family, THAT_AFTERNOON + days * DAY)


def test_one_that_is_stored_and_was_not_withdrawn_is_found_to_be_missing_from_the_entries(
    family: Family, raised_at_night: Alert
) -> None:
    seen(family)
    Alert.objects.filter(pk=raised_at_night.pk).update(withdrawn=False)
    assert [(each.table, each.what) for each in differences()] == [("record_alert", "not in the entries")]


def test_one_of_somebody_no_entry_is_about_is_withdrawn_by_a_rebuild(family: Family, raised_at_night: Alert) -> None:
    nobody = add_person(at=MONDAY, by=None, born="2016")
    Alert.objects.filter(pk=raised_at_night.pk).update(child=nobody, id=alert_id(nobody.pk, raised_at_night.key))
    rebuild(at=THAT_AFTERNOON)
    now = Alert.objects.get(child=nobody)
    assert (now.withdrawn, now.ended_at) == (True, THAT_AFTERNOON)
    assert list(differences()) == []
