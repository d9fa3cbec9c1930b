"""What the duty layer knows opens a child's record: being on shift, and having been told."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from holdfast.access.decide import may
from holdfast.access.permissions import Permission
from holdfast.duty.models import Delivery, DutyShift
from holdfast.kernel.moment import Moment
from holdfast.record import people
from holdfast.record.models import Alert, Person
from tests.people import make_demo_people

pytestmark = pytest.mark.django_db
SATURDAY = datetime(2019, 11, 30, 2, 0, tzinfo=UTC)  # a Saturday, two in the morning
NOW = Moment.live(SATURDAY)


@pytest.fixture
def ava() -> Person:
    return people.add_person(at=SATURDAY - timedelta(days=100), by=None, born="2013")


def tell(child: Person, worker: str, *, at: datetime, matter: object = None) -> None:
    Delivery.objects.create(
        kind="alert",
        matter=matter or uuid4(),
        child=child,
        rung=0,
        worker_id=worker,
        role="team_manager",
        because="x",
        told_at=at,
    )


@pytest.mark.parametrize(
    ("starts", "ends", "basis"),
    [
        (-8, 8, "on duty now, by the rota"),
        (0, 1, "on duty now, by the rota"),
        (-8, 0, "works as an emergency duty worker"),
        (1, 8, "works as an emergency duty worker"),
    ],
)
def test_an_emergency_worker_never_waits_and_the_look_says_whether_the_rota_had_them_on(
    ava: Person, starts: int, ends: int, basis: str
) -> None:
    joe = make_demo_people()["joe.ellis"]
    hours = {"starts": SATURDAY + timedelta(hours=starts), "ends": SATURDAY + timedelta(hours=ends)}
    DutyShift.objects.create(worker=joe.worker, team=DutyShift.Team.EMERGENCY, **hours)
    assert may(joe, Permission.SEE_TONIGHT, ava.pk, NOW).basis == basis


def test_where_no_rota_is_kept_the_hours_of_the_post_are_the_rota(ava: Person) -> None:
    joe = make_demo_people()["joe.ellis"]
    assert may(joe, Permission.SEE_TONIGHT, ava.pk, NOW).basis == "on duty now, by the hours of their post"


@pytest.mark.parametrize(("starts", "ends", "opens"), [(-8, 8, True), (0, 1, True), (-8, 0, False), (1, 8, False)])
def test_a_manager_on_the_rota_of_the_night_opens_a_child_of_any_team_and_only_then(
    ava: Person, starts: int, ends: int, opens: bool
) -> None:
    ruth = make_demo_people()["ruth.adeyemi"]
    hours = {"starts": SATURDAY + timedelta(hours=starts), "ends": SATURDAY + timedelta(hours=ends)}
    DutyShift.objects.create(worker=ruth.worker, team=DutyShift.Team.EMERGENCY, **hours)
    assert may(ruth, Permission.SEE_TONIGHT, ava.pk, NOW).allowed is opens


def test_whoever_something_has_reached_may_open_the_child_it_is_about_and_no_other(ava: Person) -> None:
    users = make_demo_people()
    other = people.add_person(at=SATURDAY, by=None, born="2014")
    assert not may(users["sam.poole"], Permission.SEE_CHILD, ava.pk, NOW)
    tell(ava, "sam.poole", at=SATURDAY)
    decision = may(users["sam.poole"], Permission.SEE_CHILD, ava.pk, NOW)
    assert decision.basis == "told of an alert about the child"
    assert not may(users["sam.poole"], Permission.SEE_CHILD, other.pk, NOW)
    assert not may(users["david.lowe"], Permission.SEE_CHILD, ava.pk, NOW)


@pytest.mark.parametrize(("days", "open_"), [(27, True), (28, False), (29, False)])
def test_having_been_told_opens_the_record_for_four_weeks(ava: Person, days: int, open_: bool) -> None:
    sam = make_demo_people()["sam.poole"]
    tell(ava, "sam.poole", at=SATURDAY - timedelta(days=days))
    assert bool(may(sam, Permission.SEE_CHILD, ava.pk, NOW)) == open_


def test_having_been_told_opens_the_record_for_as_long_as_the_alert_is_open(ava: Person) -> None:
    sam = make_demo_people()["sam.poole"]
    long_ago = SATURDAY - timedelta(days=90)
    alert = Alert.objects.create(id=uuid4(), child=ava, key="k", rule_id="CP-30", why="w", raised_at=long_ago)
    tell(ava, "sam.poole", at=long_ago, matter=alert.pk)
    assert may(sam, Permission.SEE_CHILD, ava.pk, NOW)
    alert.ended_at = SATURDAY - timedelta(days=50)
    alert.save()
    assert not may(sam, Permission.SEE_CHILD, ava.pk, NOW)


def test_what_will_be_told_later_opens_nothing_now(ava: Person) -> None:
    sam = make_demo_people()["sam.poole"]
    tell(ava, "sam.poole", at=SATURDAY + timedelta(minutes=1))
    assert not may(sam, Permission.SEE_CHILD, ava.pk, NOW)
