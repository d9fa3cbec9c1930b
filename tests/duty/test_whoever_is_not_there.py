"""A name on the rota is no person at work: leave and last days count for what is opened, listed and given as a number to ring."""

from datetime import timedelta

import pytest

from holdfast.access.decide import NotAllowed, may, may_of_each, require
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.duty.alerts import worklist
from holdfast.duty.contact_intake import contact_data, receive
from holdfast.duty.models import Delivery, DutyShift
from holdfast.duty.rota import is_on_duty, staffing_roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages import partnership
from holdfast.pages.contacts.queries.duty_phone import duty_phone
from holdfast.record.ledger.append import append
from holdfast.record.models import Worker
from tests.pages.partnership import BEFORE, FRIDAY, LATE, Place, at, make_place

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
ELEVEN = at("2026-11-20T11:00")  # the Friday morning


@pytest.fixture
def place() -> Place:
    return make_place()


def say(place: Place, type: str, on: object, **data: object) -> None:
    """Recorded of staff by their manager, a week before."""
    append(
        at=at("2026-11-14T09:00"),
        by=place.worker("ruth.adeyemi"),
        type=type,
        happened=When.parse(on) if isinstance(on, str) else When.at(on),
        about=(),
        data=data,
    )


def in_a_concern(place: Place, when: object) -> str:
    """Somebody in Noor's school is worried."""
    maya = place.worker("maya.osei")
    noor = place.children["Noor"].pk
    data = contact_data(maya, text="She did not want to go home.", immediate=True)
    return receive(at=when, by=maya, type="contact_received", happened=When.at(when), about=(noor,), data=data).entry.id


@pytest.mark.parametrize(
    ("last_day", "there"),
    [("2026-11-19", False), ("2026-11-20", True), ("2026-11-21", True)],  # it is the evening of the 20th
)
def test_whoever_is_on_the_rota_is_on_duty_until_their_last_day_is_over(place: Place, last_day: str, there: bool) -> None:
    say(place, "worker_leaving", "2026-11-14", worker="joe.ellis", last_day=last_day)
    assert is_on_duty("joe.ellis", LATE) is there
    assert ("joe.ellis" in staffing_roster(LATE).on_duty()) is there
    joe, moment = place.users["joe.ellis"], Moment.live(LATE)
    concern = in_a_concern(place, LATE)
    assert may(joe, Permission.DECIDE_CONCERN, None, moment, entry=concern).allowed is there
    assert may(joe, Permission.SEE_CHILD, place.children["Ava"].pk, moment).allowed is there


def test_a_worker_on_leave_who_was_left_on_the_rota_is_not_on_duty(place: Place) -> None:
    say(place, "absence_started", LATE - MINUTE, worker="joe.ellis")
    assert not is_on_duty("joe.ellis", LATE)
    joe, moment = place.users["joe.ellis"], Moment.live(LATE)
    concern = in_a_concern(place, LATE)
    assert not may(joe, Permission.DECIDE_CONCERN, None, moment, entry=concern)
    # By their post they may still look, and the look says no more than that.
    assert may(joe, Permission.SEE_CHILD, place.children["Ava"].pk, moment).basis == "works as an emergency duty worker"


@pytest.mark.parametrize(("away_from", "opens"), [("2026-11-20T16:50", False), ("2026-11-20T22:16", True)])
def test_a_manager_on_call_who_is_on_leave_opens_no_other_teams_child(place: Place, away_from: str, opens: bool) -> None:
    worker = Worker.objects.create(
        id="ines", name="Ines Roy", role="team_manager", organisation=place.worker("ruth.adeyemi").organisation
    )
    ines = User.objects.create(username="ines", worker=worker)
    DutyShift.objects.create(worker=worker, team="manager_on_call", starts=FRIDAY, ends=LATE + timedelta(hours=8))
    say(place, "absence_started", at(away_from), worker="ines")
    decision = may(ines, Permission.SEE_CHILD, place.children["Noor"].pk, Moment.live(LATE))
    assert decision.allowed is opens
    assert decision.basis == ("the manager on call now, by the rota" if opens else "")


def test_what_came_because_they_were_on_duty_leaves_the_list_of_whoever_goes_on_leave(place: Place) -> None:
    concern = in_a_concern(place, LATE)
    Delivery.objects.filter(matter=concern, worker="joe.ellis").update(way="duty")
    assert [str(item.matter) for item in worklist("joe.ellis", LATE + MINUTE)] == [concern]
    say(place, "absence_started", LATE, worker="joe.ellis")
    assert worklist("joe.ellis", LATE + MINUTE) == ()


def test_nothing_waits_for_somebody_who_has_left_and_no_record_opens(place: Place) -> None:
    concern = in_a_concern(place, at("2026-11-13T20:00"))
    say(place, "worker_leaving", "2026-11-14", worker="joe.ellis", last_day="2026-11-15")
    assert [str(item.matter) for item in worklist("joe.ellis", at("2026-11-15T23:00"))] == [concern]
    assert worklist("joe.ellis", LATE) == ()
    joe, moment = place.users["joe.ellis"], Moment.live(LATE)
    for permission in (Permission.SEE_CHILD, Permission.SEE_TONIGHT, Permission.RECORD, Permission.SEE_PERSON):
        refused = may(joe, permission, place.children["Ava"].pk, moment)
        assert not refused
        assert refused.reason == "By the record you no longer work here: gone; the last day was 15 Nov 2026."
        assert "ask your manager" in refused.next
    assert not may(joe, Permission.FIND_CHILD, None, moment)
    assert not may(joe, Permission.READ_CONCERN, None, moment, entry=concern)
    assert may_of_each(joe, Permission.SEE_CHILD, [place.children["Ava"].pk], moment) == {}
    with pytest.raises(NotAllowed):
        require(joe, Permission.RECORD, place.children["Ava"].pk, moment)
    # Anybody may tell us about a child, for good.
    assert may(joe, Permission.REPORT_CONCERN, None, moment)


def test_the_lead_worker_who_has_left_no_longer_opens_the_child_though_nobody_ended_their_part(place: Place) -> None:
    sam, ava, moment = place.users["sam.poole"], place.children["Ava"].pk, Moment.live(LATE)
    # On sick leave somebody may still look at what they will come back to.
    assert may(sam, Permission.SEE_CHILD, ava, moment).basis == "lead social worker"
    say(place, "worker_leaving", "2026-11-14", worker="sam.poole", last_day="2026-11-19")
    assert not may(sam, Permission.SEE_CHILD, ava, moment)


def test_a_last_day_that_is_known_to_a_month_shuts_no_door_before_the_month_is_over(place: Place) -> None:
    say(place, "worker_leaving", "2026-11-14", worker="joe.ellis", last_day={"from": "2026-11-01", "to": "2026-11-30"})
    joe, ava = place.users["joe.ellis"], place.children["Ava"].pk
    assert may(joe, Permission.SEE_CHILD, ava, Moment.live(at("2026-11-30T23:59")))
    assert not may(joe, Permission.SEE_CHILD, ava, Moment.live(at("2026-12-01T00:00")))
    # Nobody counts on them meanwhile.
    assert not is_on_duty("joe.ellis", LATE)


def test_the_number_for_a_child_in_danger_is_one_that_somebody_answers(place: Place) -> None:
    here = partnership.here()
    assert duty_phone(ELEVEN).phone == here.front_door
    assert duty_phone(LATE).phone == here.out_of_hours
    say(place, "absence_started", at("2026-11-20T08:00"), worker="amina.khan")
    # Nobody is at the front door, and nobody on the night's rota is on by day: the manager at work is.
    by_day = duty_phone(ELEVEN)
    assert (by_day.phone, by_day.night) == ("01632 960 133", True)
    assert by_day.of == "Ruth Adeyemi (team manager)"
    assert duty_phone(LATE).phone == here.out_of_hours


def test_where_no_manager_answers_either_the_number_is_the_one_that_is_always_switched_through(place: Place) -> None:
    for worker in ("amina.khan", "ruth.adeyemi", "helen.marsh"):
        say(place, "absence_started", at("2026-11-20T08:00"), worker=worker)
    assert duty_phone(ELEVEN).phone == partnership.here().out_of_hours


def test_a_front_door_of_which_the_record_names_nobody_goes_by_its_hours() -> None:
    here = partnership.here()
    opens = at("2026-11-20T08:30")
    assert [duty_phone(opens + minutes * MINUTE).phone for minutes in (-1, 0, 1)] == [
        here.out_of_hours,
        here.front_door,
        here.front_door,
    ]


@pytest.mark.parametrize("by", ["leave", "last day"])
def test_with_no_rota_the_hours_of_a_post_put_nobody_on_who_is_not_there(place: Place, by: str) -> None:
    DutyShift.objects.all().delete()
    assert duty_phone(ELEVEN).phone == partnership.here().front_door
    if by == "leave":
        say(place, "absence_started", at("2026-11-19T08:00"), worker="amina.khan")
    else:
        say(place, "worker_leaving", "2026-11-14", worker="amina.khan", last_day="2026-11-19")
    assert not is_on_duty("amina.khan", ELEVEN)
    assert duty_phone(ELEVEN).phone != partnership.here().front_door


def test_who_is_back_from_leave_is_on_duty_again(place: Place) -> None:
    say(place, "absence_started", BEFORE + timedelta(days=70), worker="joe.ellis")
    say(place, "absence_ended", at("2026-11-20T22:15"), worker="joe.ellis")
    assert not is_on_duty("joe.ellis", LATE - MINUTE)
    assert is_on_duty("joe.ellis", LATE)
