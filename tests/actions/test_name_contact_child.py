"""Saying which child a concern is about opens nobody's record to whoever says so, and names a child."""

from datetime import timedelta

import pytest

from holdfast.access.decide import may
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.name_contact_child import name_contact_child
from holdfast.duty.contact_intake import contact_data, receive
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.models import DutyShift
from holdfast.duty.refusals import DutyRefused
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Person, Worker
from tests.pages.partnership import FRIDAY, LATE, Place, make_place

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
NEXT_DAY = LATE + timedelta(hours=14)


@pytest.fixture
def place() -> Place:
    return make_place()


def a_child_at_the_bus_stop(place: Place, when: object) -> str:
    maya = place.worker("maya.osei")
    data = contact_data(maya, text="A child alone at the bus stop.", immediate=True)
    return receive(at=when, by=maya, type="contact_received", happened=When.at(when), about=(), data=data).entry.id


@pytest.fixture
def ines(place: Place) -> User:
    """The manager of another team, on call that night for two hours, with nobody else on."""
    worker = Worker.objects.create(
        id="ines", name="Ines Roy", role="team_manager", organisation=place.worker("ruth.adeyemi").organisation
    )
    DutyShift.objects.filter(starts__lte=LATE, ends__gt=LATE).delete()
    hour = timedelta(hours=1)
    DutyShift.objects.create(worker=worker, team="manager_on_call", starts=LATE - hour, ends=LATE + hour)
    return User.objects.create(username="ines", worker=worker)


def sees(user: User, child: str, at: object) -> bool:
    return may(user, Permission.SEE_CHILD, child, Moment.live(at)).allowed


def test_whoever_names_a_child_does_not_come_to_see_them_by_it(place: Place, ines: User) -> None:
    concern, noor = a_child_at_the_bus_stop(place, LATE), place.children["Noor"].pk
    assert ContactThread.at(concern, Moment.live(LATE)).assignee.worker == ines.worker
    assert not sees(ines, noor, NEXT_DAY)
    name_contact_child(by=ines, at=NEXT_DAY, contact=concern, child=noor, reason="The school rang.")
    assert not sees(ines, noor, NEXT_DAY + MINUTE)
    assert not may(ines, Permission.RECORD, noor, Moment.live(NEXT_DAY + MINUTE))
    # What they told us of stays open to them, and is with somebody who is there for the child.
    assert may(ines, Permission.READ_CONCERN, None, Moment.live(NEXT_DAY + MINUTE), entry=concern)
    thread = ContactThread.at(concern, Moment.live(NEXT_DAY + MINUTE))
    assert thread.current.about == (noor,)
    assert thread.assignee.worker == place.worker("joe.ellis")


def test_whom_the_roster_gives_it_to_as_about_this_child_sees_the_child(place: Place, ines: User) -> None:
    concern, noor = a_child_at_the_bus_stop(place, LATE), place.children["Noor"].pk
    DutyShift.objects.filter(worker="ines").update(ends=LATE + MINUTE)
    una = Worker.objects.create(id="una", name="Una Keys", role="team_manager", organisation=place.team["dana"].organisation)
    User.objects.create(username="una", worker=una)
    DutyShift.objects.create(worker=una, team="manager_on_call", starts=LATE + MINUTE, ends=LATE + 5 * MINUTE)
    name_contact_child(by=ines, at=LATE + 2 * MINUTE, contact=concern, child=noor, reason="The school rang.")
    assert ContactThread.at(concern, Moment.live(LATE + 3 * MINUTE)).assignee.worker == una
    # Also when her two hours on call are over: a concern about this child came to her.
    assert sees(User.objects.get(username="una"), noor, LATE + 10 * MINUTE)
    assert not sees(ines, noor, LATE + 10 * MINUTE)


def test_a_worker_who_was_given_the_concern_names_no_door_open(place: Place) -> None:
    concern, noor = a_child_at_the_bus_stop(place, FRIDAY), place.children["Noor"].pk
    unknown = ContactThread.at(concern, Moment.live(FRIDAY)).current.about
    given = {"contact": concern, "worker": "dana.whitlock"}
    append(
        at=FRIDAY + MINUTE,
        by=place.worker("amina.khan"),
        type="contact_assigned",
        happened=When.at(FRIDAY),
        about=unknown,
        data=given,
    )
    dana = place.users["dana.whitlock"]
    name_contact_child(by=dana, at=FRIDAY + 2 * MINUTE, contact=concern, child=noor, reason="I know her.")
    assert not sees(dana, noor, FRIDAY + 3 * MINUTE)
    assert ContactThread.at(concern, Moment.live(FRIDAY + 3 * MINUTE)).assignee.worker == place.worker("amina.khan")


def test_a_duty_worker_who_sees_the_child_anyhow_keeps_the_concern(place: Place) -> None:
    concern, noor = a_child_at_the_bus_stop(place, FRIDAY), place.children["Noor"].pk
    amina = place.users["amina.khan"]
    name_contact_child(by=amina, at=FRIDAY + MINUTE, contact=concern, child=noor, reason="The school rang.")
    assert ContactThread.at(concern, Moment.live(FRIDAY + 2 * MINUTE)).assignee.worker == amina.worker


def test_a_grown_up_is_no_answer_to_which_child_it_is(place: Place) -> None:
    concern = a_child_at_the_bus_stop(place, FRIDAY)
    mother = Person.objects.get(relationships_from__to_person=place.children["Ava"])
    with pytest.raises(DutyRefused) as refused:
        name_contact_child(by=place.users["amina.khan"], at=FRIDAY, contact=concern, child=mother.pk, reason="It is she.")
    [fault] = refused.value.faults
    assert fault.path == "$.child"
    assert fault.what == "This is a grown-up, and the concern is about a child."
    assert mother.pk not in ContactThread.at(concern, Moment.live(FRIDAY + MINUTE)).current.about
