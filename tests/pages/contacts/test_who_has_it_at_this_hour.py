"""What a referrer and the day team read of a concern that came at night: who has it now, who can decide it, and a number that is
answered at that hour."""

from datetime import datetime
from uuid import uuid4

import pytest

from holdfast.config import system_clock
from holdfast.duty.contact_assignee import current_assignee
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.duty.models import Delivery, DutyShift
from holdfast.kernel.moment import Moment
from holdfast.pages import partnership
from holdfast.pages.worklists.queries.front_door_queue import front_door_queue
from holdfast.record.models import EntryEnvelope, Worker
from holdfast.record.read import entry_by_id
from tests.pages.contacts.reported import by_child, send, text_of
from tests.pages.partnership import Place, at, make_place

pytestmark = pytest.mark.django_db
NIGHT = at("2026-11-23T00:47")  # a Monday
OPENS = at("2026-11-23T08:30")


@pytest.fixture
def place() -> Place:
    return make_place()


def reported(place: Place, **safety: str) -> tuple[str, str]:
    """Maya reports Noor at 00:47. The concern's id, and what the receipt says."""
    with system_clock.fixed_at(NIGHT):
        concern, receipt = send(place.client("maya.osei"), place.children["Noor"].pk, safety={"danger": "yes", **safety})
    return concern, text_of(receipt)


def page(place: Place, who: str, address: str, when: datetime) -> str:
    with system_clock.fixed_at(when):
        answer = place.client(who).get(address)
    assert answer.status_code == 200, answer.status_code
    return text_of(answer)


def opened_by_joe(place: Place, concern: str, when: datetime = NIGHT) -> None:
    page(place, "joe.ellis", f"/report-a-concern/{concern}/", when)


def minute(when: datetime) -> None:
    with system_clock.fixed_at(when):
        run_minute_jobs(at=when)


def nobody_on_tonight(place: Place) -> None:
    DutyShift.objects.filter(starts__lte=NIGHT, ends__gt=NIGHT).delete()


@pytest.mark.parametrize(
    ("when", "has"),
    [("08:29", "joe.ellis"), ("08:31", "amina.khan"), ("16:59", "amina.khan"), ("17:00", "joe.ellis"), ("17:01", "joe.ellis")],
)
def test_what_was_opened_at_night_and_not_decided_is_with_whoever_is_on_duty(place: Place, when: str, has: str) -> None:
    concern, _ = reported(place)
    opened_by_joe(place, concern)
    then = at(f"2026-11-23T{when}")
    minute(OPENS) if then >= OPENS else None
    found = current_assignee(entry=entry_by_id(concern), at=then).assignee.worker
    assert found is not None and found.pk == has


def test_the_referrer_reads_in_the_morning_who_is_there_and_a_number_they_answer(place: Place) -> None:
    concern, receipt = reported(place)
    assert "Joe Ellis, emergency duty worker, has this now. From 8:30am it is with Amina Khan, duty social worker." in receipt
    opened_by_joe(place, concern)
    at_night = page(place, "maya.osei", f"/report-a-concern/{concern}/mine/", at("2026-11-23T01:00"))
    assert "Joe Ellis, emergency duty worker, is looking at this. From 8:30am it is also with Amina Khan" in at_night
    minute(OPENS)
    by_day = page(place, "maya.osei", f"/report-a-concern/{concern}/mine/", at("2026-11-23T09:00"))
    assert "Amina Khan, duty social worker, has this now." in by_day
    assert "01632 960 111" in by_day
    assert "01632 960 122" not in by_day


def test_it_stands_once_on_the_day_teams_page(place: Place) -> None:
    concern, _ = reported(place)
    opened_by_joe(place, concern)
    minute(OPENS)
    nine = at("2026-11-23T09:00")
    assert [each.concern.id for each in front_door_queue("amina.khan", nine).elsewhere] == []
    shown = page(place, "amina.khan", "/today/", nine)
    assert "Not decided, and with somebody else 0" in shown or "No concern that is with somebody else" in shown
    assert "With you: on duty now" in shown


def test_with_nobody_on_duty_the_director_who_has_it_decides_it(place: Place) -> None:
    nobody_on_tonight(place)
    Worker.objects.filter(pk="ruth.adeyemi").update(role="nobody here")
    concern, receipt = reported(place)
    assert "Helen Marsh, director of children’s services, has this now." in receipt
    today = page(place, "helen.marsh", "/today/", NIGHT)
    assert "Read and decide" in today
    assert "Record the decision" in page(place, "helen.marsh", f"/report-a-concern/{concern}/", NIGHT)
    said = by_child(concern, {"decision_0": "strategy_discussion", "reasons_0": "He is there tonight.", "outcome": "We go now."})
    with system_clock.fixed_at(NIGHT):
        place.client("helen.marsh").post(f"/report-a-concern/{concern}/", {"send_id": str(uuid4()), **said})
    assert EntryEnvelope.objects.filter(type="contact_decided", recorded_by="helen.marsh").exists()
    assert ContactThread.at(concern, Moment.live(NIGHT)).undecided == []


def test_whoever_may_read_and_not_decide_is_told_who_can_and_offered_no_button(place: Place) -> None:
    concern, _ = reported(place)
    # Told beside duty, as a worker of a brother may be.
    Delivery.objects.create(
        kind="concern",
        matter=concern,
        child=place.children["Noor"],
        rung=0,
        worker_id="dana.whitlock",
        role="cover_worker",
        because="it was addressed to them",
        told_at=NIGHT,
    )
    assert "Read and decide" not in page(place, "dana.whitlock", "/today/", NIGHT)
    shown = page(place, "dana.whitlock", f"/report-a-concern/{concern}/", NIGHT)
    assert "Nobody has decided yet. That is for whoever is on duty, or a manager. Ring emergency duty on 01632 960 020" in shown
    assert "Record the decision" not in shown
    said = by_child(concern, {"decision_0": "no_further_action", "reasons_0": "I think so.", "outcome": "Nothing."})
    with system_clock.fixed_at(NIGHT):
        refused = place.client("dana.whitlock").post(f"/report-a-concern/{concern}/", {"send_id": str(uuid4()), **said})
    assert refused.status_code == 403
    words = text_of(refused)
    assert words.startswith("You cannot do this") or "You cannot do this" in words
    assert "Nothing was recorded." in words
    assert "decide what happens about a concern" in words


def test_the_number_on_the_receipt_is_one_that_is_answered_at_that_hour(place: Place) -> None:
    Worker.objects.filter(pk="joe.ellis").update(phone="")
    here = partnership.here()
    _, receipt = reported(place)
    assert f"ring emergency duty on {here.out_of_hours}" in receipt
    assert f"ring the front door on {here.front_door}" not in receipt


def test_the_lead_worker_who_is_asleep_is_not_the_number_to_ring(place: Place) -> None:
    # Opened by Joe, who has gone home; nobody of the day was told yet.
    concern, _ = reported(place)
    opened_by_joe(place, concern)
    shown = page(place, "maya.osei", f"/report-a-concern/{concern}/mine/", at("2026-11-23T08:31"))
    assert "01632 960 122" not in shown
    assert partnership.here().front_door in shown
