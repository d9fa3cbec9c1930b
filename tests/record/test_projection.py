"""What is stored is what a rebuild would store, after every write, whoever writes; and nothing is kept between two writes."""

import gc
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given

from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, Rechecked, StoredClock, Waiting, Worker
from holdfast.record.projection.family_rows import FamilyRows, read_family
from holdfast.record.projection.rebuild import differences, rebuild
from holdfast.record.projection.refresh import sweep, sweep_waiting
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import NO_VALUES
from holdfast.vocabulary.world import World
from tests.bulk.generating import cases
from tests.engine.lives import ON_A_PLAN, lives
from tests.record.family import MONDAY, Family, make_family
from tests.record.lived import lived, put_in
from tests.sizes import drawn, one_in

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ROOT = Path(__file__).parents[2]
A_FEW = drawn("lives lived through", suppress_health_check=list(HealthCheck))
RULES = [*STANDARDS.values(), *SIGNALS.values()][5 :: one_in("rules whose invented lives are lived through")]


def seen_at_school(family: Family, at: datetime, *, happened: str | None = None, about: str | None = None) -> str:
    """The school writes down what it sees."""
    data = {"neglect": ["physical"], "other": [], "text": "Cold hands.", "setting": "school"}
    day = happened or at.date().isoformat()
    child = about or family.chloe.pk
    return append(at=at, by=family.sam, type="observation_recorded", happened=day, about=[child], data=data).id


def plan(family: Family, at: datetime = MONDAY) -> None:
    chloe = family.chloe.pk
    decisions = [{"child": chloe, "decision": "plan_made", "category": "NEG", "reasons": "Neglect."}]
    data = {"kind": "initial", "present": [{"worker": "w1", "role": "social_worker"}], "decisions": decisions}
    append(at=at, by=family.manager, type="conference_held", happened="2018-10-01", about=[chloe], data=data)


@pytest.fixture
def on_a_plan(transactional_db: None) -> Family:
    """A family on a plan about whom something has been written since."""
    family = make_family()
    plan(family)
    for number in range(3):
        seen_at_school(family, MONDAY + HOUR * (number + 1))
    return family


def assert_stored_as_rebuilt(world: World) -> None:
    """Everything that is stored after every entry is what a rebuild would store, by both engines after the last."""
    if not world.entries:
        return
    with transaction.atomic():
        entries = put_in(world, at=min(entry.recorded_at for entry in world.entries) - DAY)
        for number, entry in enumerate(lived(entries), start=1):
            found = list(differences(every=1 if number == len(entries) else 1_000))
            assert found == [], (number, entry.type)
        transaction.set_rollback(True)


@pytest.mark.django_db
@A_FEW
@given(lives(most=10) | lives(most=10, kinds=ON_A_PLAN, plan=True))
def test_a_life_lived_through_is_stored_as_it_would_be_rebuilt(world: World) -> None:
    assert_stored_as_rebuilt(world)


@pytest.mark.django_db
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_is_recorded_late_put_right_or_known_to_a_range_is_stored_as_it_would_be_rebuilt(rule: Any) -> None:
    for world in cases(rule, 1):
        assert_stored_as_rebuilt(world)


def test_what_time_brings_is_stored_with_the_next_writing(on_a_plan: Family) -> None:
    assert not Alert.objects.filter(rule_id="CP-20").exists()
    seen_at_school(on_a_plan, MONDAY + 40 * DAY)
    assert Alert.objects.filter(rule_id="CP-20").exists()
    seen_at_school(on_a_plan, MONDAY + 41 * DAY)
    assert list(differences()) == []


def test_an_entry_recorded_late_dates_what_showed_meanwhile_as_before(on_a_plan: Family) -> None:
    at = MONDAY + 40 * DAY
    seen_at_school(on_a_plan, at)
    on_a_plan.visit(at=at + HOUR, happened="2018-10-03")
    assert list(differences()) == []


def test_what_shows_in_the_hour_that_comes_twice_is_the_same_to_both_engines(family: Family) -> None:
    """The clocks went back on 28 October 2018 at 2. What had been due all month is learned in the second of the two hours."""
    plan(family, at=datetime(2018, 10, 28, 1, 30, tzinfo=UTC))
    assert Alert.objects.filter(raised_at=datetime(2018, 10, 28, 1, 30, tzinfo=UTC)).exists()
    assert list(differences()) == []


def test_an_answer_is_found_with_its_alert(on_a_plan: Family) -> None:
    at = MONDAY + 40 * DAY
    seen_at_school(on_a_plan, at)
    alert = Alert.objects.get(rule_id="CP-20")
    about, data = [on_a_plan.chloe.pk], {"alert": str(alert.pk), "answer": "Booked for Friday."}
    answer = append(at=at + HOUR, by=on_a_plan.manager, type="alert_answered", happened="2018-11-10", about=about, data=data)
    assert Alert.objects.get(pk=alert.pk).answered_by == answer.id
    seen_at_school(on_a_plan, at + 2 * HOUR)
    assert list(differences()) == []


def test_what_was_written_in_a_transaction_that_failed_has_not_happened(on_a_plan: Family) -> None:
    seen_at_school(on_a_plan, MONDAY + 5 * HOUR)
    with pytest.raises(RuntimeError), transaction.atomic():
        on_a_plan.visit(at=MONDAY + 6 * HOUR)
        raise RuntimeError("the request fails after the write")
    seen_at_school(on_a_plan, MONDAY + 7 * HOUR)
    assert list(differences()) == []
    assert StoredClock.objects.get(child=on_a_plan.chloe, key__contains="CP-32").met_by is None


def given_to_sam(family: Family) -> None:
    data = {"worker": "w1", "role": "lead social worker"}
    append(
        at=MONDAY + 5 * HOUR,
        by=family.manager,
        type="worker_allocated",
        happened="2018-10-01",
        about=[family.chloe.pk],
        data=data,
    )


def test_leave_is_stored_at_once_and_the_families_it_touches_follow(on_a_plan: Family) -> None:
    given_to_sam(on_a_plan)
    at = MONDAY + DAY
    append(at=at, by=on_a_plan.manager, type="absence_started", happened="2018-10-02", about=[], data={"worker": "w1"})
    waiting = set(Waiting.objects.values_list("person", flat=True))
    assert on_a_plan.chloe.pk in waiting
    assert Rechecked.objects.get(person=on_a_plan.chloe).at < at
    assert sweep_waiting(at=at) == len(waiting)
    assert not Waiting.objects.exists()
    assert StoredClock.objects.filter(child=on_a_plan.chloe, standard="WK-01").exists()
    assert list(differences()) == []


@pytest.mark.parametrize(
    ("goes", "data"),
    [
        ("absence_started", {"worker": "w2"}),
        ("worker_ended", {"worker": "w2", "reason": "New job."}),
        ("worker_leaving", {"worker": "w2", "last_day": "2018-10-03"}),
    ],
)
def test_when_whoever_covers_goes_the_families_they_cover_for_follow(on_a_plan: Family, goes: str, data: dict[str, str]) -> None:
    """Lena covers for Sam; that she goes is recorded about nobody, and about no child of Sam's."""
    Worker.objects.create(id="w2", name="Lena Brandt", organisation_id="csc", role="social_worker", manager=on_a_plan.manager)
    given_to_sam(on_a_plan)
    told = {"by": on_a_plan.manager, "about": []}
    append(at=MONDAY + DAY, type="absence_started", happened="2018-10-02", data={"worker": "w1"}, **told)
    append(at=MONDAY + DAY + HOUR, type="cover_named", happened="2018-10-02", data={"for": "w1", "cover": "w2"}, **told)
    sweep_waiting(at=MONDAY + DAY + HOUR)
    at = MONDAY + DAY * 2
    append(at=at, type=goes, happened="2018-10-03", data=data, **told)
    assert on_a_plan.chloe.pk in set(Waiting.objects.values_list("person", flat=True))
    sweep_waiting(at=at)
    sweep(at=MONDAY + DAY * 8)
    assert StoredClock.objects.filter(child=on_a_plan.chloe, standard="WK-01").count() == 2
    assert Alert.objects.filter(child=on_a_plan.chloe, rule_id="SIG-NO-PRESENT-WORKER", ended_at=None).exists()
    assert list(differences()) == []


def test_leave_waits_for_no_job_where_somebody_writes_or_the_minute_comes_first(on_a_plan: Family) -> None:
    given_to_sam(on_a_plan)
    for number, follow in enumerate((lambda at: seen_at_school(on_a_plan, at), lambda at: sweep(at=at))):
        at = MONDAY + DAY * (number + 1)
        kind, day = ("absence_started", "absence_ended")[number], at.date().isoformat()
        append(at=at, by=on_a_plan.manager, type=kind, happened=day, about=[], data={"worker": "w1"})
        follow(at + HOUR)
        assert not Waiting.objects.filter(person=on_a_plan.chloe).exists()
        sweep(at=at + 2 * HOUR)
        assert list(differences()) == []


@pytest.mark.parametrize("what", ["visit", "born", "leave", "role", "sibling"])
def test_what_another_process_does_in_between_is_seen(on_a_plan: Family, what: str) -> None:
    at = MONDAY + DAY
    seen_at_school(on_a_plan, at)
    name = str(connection.settings_dict["NAME"])
    arguments = [name, on_a_plan.chloe.pk, "w1", (at + HOUR).isoformat(), what]
    done = subprocess.run(
        [sys.executable, "-m", "tests.record.elsewhere", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    seen_at_school(on_a_plan, at + 2 * HOUR)
    seen_at_school(on_a_plan, at + 3 * HOUR)
    sweep(at=at + 3 * HOUR)
    assert list(differences()) == []


def test_many_writings_store_what_a_rebuild_stores(on_a_plan: Family) -> None:
    chloe = on_a_plan.chloe.pk
    for number in range(12):
        at = MONDAY + DAY * (3 * number + 1)
        if number % 3 == 0:
            on_a_plan.visit(at=at, happened=(at - DAY).date().isoformat())
        else:
            seen_at_school(on_a_plan, at, happened=(at - number % 2 * DAY).date().isoformat())
    one_by_one = stored(chloe)
    assert list(differences()) == []
    rebuild(at=MONDAY + DAY * 34)
    assert stored(chloe) == one_by_one


def read_families() -> set[int]:
    """Which readings of families there are in this process: another test may still hold some."""
    gc.collect()
    return {id(each) for each in gc.get_objects() if isinstance(each, FamilyRecord | FamilyRows)}


def test_nothing_is_kept_of_a_family_between_two_writings(on_a_plan: Family) -> None:
    before = read_families()
    seen_at_school(on_a_plan, MONDAY + 5 * HOUR)
    assert not read_families() - before


@pytest.mark.parametrize("cover", ["w9", "w5"], ids=["his manager", "a colleague"])
def test_leave_of_somebody_who_covers_is_read_for_the_child(on_a_plan: Family, cover: str) -> None:
    """Named by nothing but an entry about nobody that the child's worker is named by."""
    Worker.objects.create(id="w5", name="Ana Lee", role="social_worker", organisation=on_a_plan.sam.organisation)
    given_to_sam(on_a_plan)
    at = MONDAY + DAY
    for kind, data in (
        ("absence_started", {"worker": "w1"}),
        ("cover_named", {"for": "w1", "cover": cover}),
        ("absence_started", {"worker": cover}),
    ):
        append(at=at, by=on_a_plan.manager, type=kind, happened=at.date().isoformat(), about=[], data=data)
    other = people.add_person(at=at, by=None, born="2016")
    seen_at_school(on_a_plan, at + HOUR, about=other.pk)
    sweep(at=at + 2 * HOUR)
    assert list(differences()) == []


def test_whom_else_a_manager_covers_for_is_not_read_for_the_child(on_a_plan: Family) -> None:
    given_to_sam(on_a_plan)
    colleague = {"name": "Ana Lee", "role": "social_worker", "organisation": on_a_plan.sam.organisation}
    Worker.objects.create(id="w5", **colleague)
    Worker.objects.create(id="w6", **colleague)
    at = MONDAY + DAY
    for kind, data in (
        ("cover_named", {"for": "w5", "cover": "w9"}),
        ("absence_started", {"worker": "w5"}),
        ("cover_named", {"for": "w6", "cover": "w5"}),
        ("absence_started", {"worker": "w9"}),
    ):
        append(at=at, by=on_a_plan.manager, type=kind, happened=at.date().isoformat(), about=[], data=data)
    record = read_family([on_a_plan.chloe.pk], at, NO_VALUES).record()
    away = [entry.data["worker"] for entry in record.by_id.values() if entry.type == "absence_started"]
    assert away == ["w9"]
    assert [entry.data["for"] for entry in record.by_id.values() if entry.type == "cover_named"] == ["w5"]


def stored(child: str) -> list[Any]:
    """The clocks and alerts of a child."""
    clocks = StoredClock.objects.filter(child=child).order_by("key").values("key", "due", "met_by", "met_on", "open", "missing")
    alerts = Alert.objects.filter(child=child).order_by("key").values("key", "raised_at", "ended_at", "why", "evidence")
    return [*clocks, *alerts]
