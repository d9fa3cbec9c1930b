"""Clocks and alerts are kept true to the entries: in the write itself, as time passes, and provably."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from holdfast.config import postgres
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.record import people
from holdfast.record.ledger.append import AppendRefused, append
from holdfast.record.models import Alert, EntryEnvelope, Rechecked, StoredClock, StoredSpan
from holdfast.record.projection.affected_people import families_of, families_of_workers
from holdfast.record.projection.rebuild import differences, rebuild
from holdfast.record.projection.refresh import sweep
from holdfast.record.read import network, world_around
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import PersonName
from tests.record.family import MONDAY, Family, make_family

DAY = timedelta(days=1)


def touched(entries: list[Entry]) -> set[str]:
    """Everybody whom these entries can touch, those who work with the same people among them."""
    return families_of(entries) | families_of_workers(entries)


def plan(family: Family, *, at: datetime = MONDAY) -> str:
    """A conference on the Monday puts Chloe on a plan for neglect."""
    chloe = family.chloe.pk
    decisions = [{"child": chloe, "decision": "plan_made", "category": "NEG", "reasons": "Neglect."}]
    data = {"kind": "initial", "present": [{"worker": "w1", "role": "social_worker"}], "decisions": decisions}
    return append(at=at, by=family.manager, type="conference_held", happened="2018-10-01", about=[chloe], data=data).id


def clock(family: Family, standard: str) -> StoredClock:
    return StoredClock.objects.get(child=family.chloe, standard=standard)


def test_a_plan_starts_its_span_and_its_clocks_in_the_same_transaction(family: Family):
    with pytest.raises(RuntimeError), transaction.atomic():
        plan(family)
        assert StoredSpan.objects.filter(kind="child_protection_plan").count() == 1
        raise RuntimeError("the request fails after the write")
    assert not StoredSpan.objects.exists()
    assert not StoredClock.objects.exists()
    assert not EntryEnvelope.objects.exists()


def test_the_first_core_group_is_due_ten_working_days_after_the_plan(family: Family):
    plan(family)  # Monday 1 October 2018
    running = clock(family, "CP-20")
    assert running.due == "2018-10-15"  # Monday
    assert running.open
    assert not Alert.objects.filter(rule_id="CP-20").exists()


def test_an_alert_appears_when_time_passes_though_nobody_writes_anything(family: Family):
    plan(family)
    overdue = clock(family, "CP-20").overdue_from
    assert overdue is not None
    sweep(at=overdue - timedelta(microseconds=1))
    assert not Alert.objects.filter(rule_id="CP-20").exists()
    sweep(at=overdue)
    alert = Alert.objects.get(rule_id="CP-20")
    assert alert.raised_at == overdue
    assert alert.ended_at is None


def test_a_sweep_that_runs_late_still_says_when_it_first_showed(family: Family):
    plan(family)
    overdue = clock(family, "CP-20").overdue_from
    assert overdue is not None
    sweep(at=overdue + 3 * DAY)
    assert Alert.objects.get(rule_id="CP-20").raised_at == overdue


def test_a_second_sweep_has_nothing_left_to_do(family: Family):
    plan(family)
    at = MONDAY + 60 * DAY
    assert sweep(at=at) > 0
    assert sweep(at=at + timedelta(minutes=1)) == 0
    assert sweep(at=at + DAY) > 0  # everybody is looked at again once a day


def core_group(family: Family, *, on: str, at: datetime) -> str:
    data = {"present": [{"worker": "w1", "role": "social_worker"}], "absent": []}
    return append(at=at, by=family.sam, type="core_group_held", happened=on, about=[family.chloe.pk], data=data).id


def test_an_alert_met_late_is_kept_and_says_when_it_ended(family: Family):
    plan(family)
    late = datetime(2018, 10, 18, 15, 0, tzinfo=UTC)  # Thursday
    sweep(at=late)
    raised = Alert.objects.get(rule_id="CP-20")
    held = core_group(family, on="2018-10-18", at=late)
    alert = Alert.objects.get(pk=raised.pk)
    assert (alert.raised_at, alert.ended_at) == (raised.raised_at, late)
    assert alert.ended_why == "Done on 18 Oct 2018, late."
    assert clock(family, "CP-20").met_by == held


def test_an_alert_raised_on_what_was_known_and_then_withdrawn_does_not_vanish(family: Family):
    made = plan(family)
    sweep(at=MONDAY + 30 * DAY)
    raised = Alert.objects.get(rule_id="CP-20")
    append(
        at=MONDAY + 31 * DAY,
        by=family.manager,
        type="entry_withdrawn",
        happened="2018-11-01",
        about=[family.chloe.pk],
        data={},
        withdraws=made,
        reason="Recorded on the wrong family.",
    )
    alert = Alert.objects.get(pk=raised.pk)
    assert alert.withdrawn
    assert alert.ended_at == MONDAY + 31 * DAY
    assert "Recorded on the wrong family." in (alert.ended_why or "")
    assert not StoredClock.objects.filter(standard="CP-20").exists()


def test_what_is_recorded_about_one_child_reaches_the_clocks_of_the_whole_family(family: Family):
    visit = family.visit()
    assert touched([visit]) == {family.chloe.pk, family.harper.pk, family.mother.pk}


def test_a_workers_sick_leave_reaches_the_children_they_work_with(family: Family):
    data = {"worker": "w1", "role": "lead social worker"}
    about = [family.chloe.pk]
    append(at=MONDAY, by=family.manager, type="worker_allocated", happened="2018-10-01", about=about, data=data)
    away = append(
        at=MONDAY + DAY, by=family.manager, type="absence_started", happened="2018-10-02", about=[], data={"worker": "w1"}
    )
    assert family.chloe.pk in touched([away])
    sweep(at=MONDAY + DAY)
    assert Rechecked.objects.get(person=family.chloe).at == MONDAY + DAY


def test_a_managers_sick_leave_reaches_the_children_their_workers_work_with(family: Family):
    data = {"worker": "w1", "role": "lead social worker"}
    about = [family.chloe.pk]
    append(at=MONDAY, by=family.manager, type="worker_allocated", happened="2018-10-01", about=about, data=data)
    away = append(at=MONDAY + DAY, by=family.sam, type="absence_started", happened="2018-10-02", about=[], data={"worker": "w9"})
    assert family.chloe.pk in touched([away])


def test_a_correction_that_moves_an_entry_to_another_child_rechecks_both(family: Family):
    other = people.add_person(at=MONDAY, by=None)
    visit = family.visit()
    moved = family.visit(at=MONDAY + DAY, about=(other.pk,), seen=(other.pk,), corrects=visit.id, reason="Wrong child.")
    assert {family.chloe.pk, other.pk} <= touched([moved])


def test_an_entry_that_was_moved_to_a_child_of_another_family_counts_for_them_and_no_longer_for_the_first(family: Family):
    other = people.add_person(at=MONDAY, by=None, born="2014-02-02")
    about = {"type": "conference_held", "happened": "2018-10-01", "by": family.manager}
    first = plan(family)
    assert StoredSpan.objects.filter(child=family.chloe, kind="child_protection_plan").exists()
    decided = [{"child": other.pk, "decision": "plan_made", "category": "NEG", "reasons": "Neglect."}]
    data = {"kind": "initial", "present": [{"worker": "w1", "role": "social_worker"}], "decisions": decided}
    reason = "The other family's conference."
    moved = append(at=MONDAY + DAY, about=[other.pk], data=data, corrects=first, reason=reason, **about)
    assert not StoredSpan.objects.filter(child=family.chloe, kind="child_protection_plan").exists()
    assert StoredSpan.objects.filter(child=other, kind="child_protection_plan").exists()
    assert list(differences()) == []
    # And back again: it was the first child's after all.
    decided[0]["child"] = family.chloe.pk
    append(at=MONDAY + 2 * DAY, about=[family.chloe.pk], data=data, corrects=moved.id, reason="It was Chloe's.", **about)
    assert StoredSpan.objects.filter(child=family.chloe, kind="child_protection_plan").exists()
    assert not StoredSpan.objects.filter(child=other, kind="child_protection_plan").exists()
    assert list(differences()) == []


def test_withdrawing_a_move_puts_the_entry_back_where_it_was(family: Family):
    other = people.add_person(at=MONDAY, by=None, born="2014-02-02")
    visit = family.visit()
    moved = family.visit(at=MONDAY + DAY, about=(other.pk,), seen=(other.pk,), corrects=visit.id, reason="Wrong child.")
    append(
        **{"at": MONDAY + 2 * DAY, "by": family.sam, "type": "entry_withdrawn", "happened": "2018-10-03", "about": [other.pk]},
        **{"data": {}, "withdraws": moved.id, "reason": "It was Chloe after all."},
    )
    for child in (family.chloe, other):
        world = world_around(child.pk, Moment.live(MONDAY + 2 * DAY))
        there = RecordView(world, Moment.live(MONDAY + 2 * DAY)).of("visit_made")
        assert [(entry.id, entry.about) for entry in there] == [(visit.id, (family.chloe.pk,))]
    assert list(differences()) == []


def test_whoever_only_another_version_is_about_is_nobody_of_the_family(family: Family):
    other = people.add_person(at=MONDAY, by=None, names=[PersonName("usual", "Bela", "Roe")])
    visit = family.visit()
    family.visit(at=MONDAY + DAY, about=(other.pk,), seen=(other.pk,), corrects=visit.id, reason="Wrong child.")
    assert other.pk not in world_around(family.chloe.pk, Moment.live(MONDAY + DAY)).people
    assert family.chloe.pk not in world_around(other.pk, Moment.live(MONDAY + DAY)).people


def test_a_family_is_as_far_as_it_was_known_then(family: Family):
    father = people.add_person(at=MONDAY + DAY, by=None)
    people.relate(at=MONDAY + DAY, by=None, from_person=father, to_person=family.chloe, kind="father")
    assert father.pk not in network(family.chloe.pk, Moment.live(MONDAY))
    assert father.pk in network(family.chloe.pk, Moment.live(MONDAY + DAY))


def test_an_answer_in_words_is_found_with_its_alert(family: Family):
    plan(family)
    at = MONDAY + 30 * DAY
    sweep(at=at)
    alert = Alert.objects.get(rule_id="CP-20")
    answer = append(
        at=at,
        by=family.manager,
        type="alert_answered",
        happened="2018-10-31",
        about=[family.chloe.pk],
        data={"alert": str(alert.pk), "answer": "Booked for Friday; I will chair it."},
    )
    assert Alert.objects.get(pk=alert.pk).answered_by == answer.id


@pytest.fixture
def stored(transactional_db: None) -> Family:
    family = make_family()
    plan(family)
    family.visit(at=MONDAY + DAY, happened="2018-10-02")
    sweep(at=MONDAY + 40 * DAY)
    return family


def test_what_is_stored_is_what_the_entries_say(stored: Family):
    assert Alert.objects.count() > 3
    assert list(differences()) == []


@pytest.mark.parametrize(
    ("plant", "found"),
    [
        ("UPDATE record_storedclock SET due = '\"2019-01-01\"' WHERE standard = 'CP-20'", "differs in due"),
        ("UPDATE record_alert SET why = 'All is well.' WHERE rule_id = 'CP-20'", "differs in why"),
        ("DELETE FROM record_alert WHERE rule_id = 'CP-20'", "missing"),
        ("UPDATE record_storedspan SET \"end\" = '2018-10-09'", "differs in end"),
        (
            "INSERT INTO record_storedspan (child_id, kind, detail, start, entry)"
            " SELECT id, 'x', '', '2018-01-01', 'e' FROM record_person",
            "not in the entries",
        ),
        ("DELETE FROM record_rechecked", "never worked out"),
    ],
)
def test_a_planted_difference_is_found_and_a_rebuild_puts_it_right(stored: Family, plant: str, found: str):
    from django.db import connection

    with postgres.superuser(connection.settings_dict["NAME"]) as intruder:
        assert intruder.execute(plant).rowcount > 0
    assert found in "\n".join(map(str, differences()))
    rebuild(at=MONDAY + 40 * DAY)
    assert list(differences()) == []


def test_rebuilding_gives_every_alert_its_old_id(stored: Family):
    before = {alert.pk: alert.raised_at for alert in Alert.objects.all()}
    Alert.objects.all().delete()
    StoredClock.objects.all().delete()
    StoredSpan.objects.all().delete()
    rebuild(at=MONDAY + 40 * DAY)
    assert {alert.pk: alert.raised_at for alert in Alert.objects.all()} == before


def test_a_refused_entry_leaves_everything_derived_as_it_was(stored: Family):
    before = list(StoredClock.objects.order_by("pk").values())
    with pytest.raises(AppendRefused):
        stored.visit(about=("nobody",))
    assert list(StoredClock.objects.order_by("pk").values()) == before
