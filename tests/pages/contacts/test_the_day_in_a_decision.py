"""The day on which what was decided is to happen stands on the list of whoever does it: before it, on it and after it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from holdfast.actions.decide_contact import DecisionForChild, decide_contact
from holdfast.actions.record_absence import record_absence
from holdfast.config import system_clock
from holdfast.duty.alerts import worklist
from holdfast.duty.decided_days import put_days_before
from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.duty.models import Delivery
from holdfast.duty.waiting_item import WaitingItem
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Worker
from holdfast.record.read import entry_by_id
from tests.pages.contacts.reported import send, text_of
from tests.pages.partnership import FRIDAY, Place, at

pytestmark = pytest.mark.django_db
MONDAY = at("2026-11-23T09:00")
TUESDAY = When.parse("2026-11-24")
DAYS = {
    "before": ("2026-11-23T09:00", "due Tue 24 Nov"),
    "on the day": ("2026-11-24T09:00", "due today"),
    "the day after": ("2026-11-25T09:00", "1 day late"),
    "weeks after": ("2026-12-15T09:00", "21 days late"),
}


def decided(place: Place, decision: str = "assessment", when: When | None = TUESDAY, who: str | None = "dana.whitlock") -> str:
    """Noor's concern, decided on Friday."""
    concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
    row = DecisionForChild(place.children["Noor"].pk, decision, "See her at home.", who=who, when=when)
    decide_contact(by=place.users["ruth.adeyemi"], at=FRIDAY, contact=concern, id=str(uuid4()), decisions=[row])
    return concern


def tasks(worker: str, moment: datetime) -> list[WaitingItem]:
    return [item for item in worklist(worker, moment) if item.kind == "task"]


def pages(place: Place, worker: str, moment: datetime) -> tuple[str, str]:
    """Today and For you, as somebody reads them at that moment."""
    with system_clock.fixed_at(moment):
        client: Client = place.client(worker)
        return text_of(client.get("/today/")), text_of(client.get("/for-you/"))


def record(place: Place, type: str, moment: datetime, by: str = "dana.whitlock", **data: Any) -> None:
    worker, noor = Worker.objects.get(pk=by), place.children["Noor"].pk
    append(at=moment, by=worker, type=type, happened=When.at(moment), about=(noor,), data=data)


@pytest.mark.parametrize("day", DAYS)
def test_the_day_stands_on_today_and_for_you_of_the_person_named(place: Place, day: str) -> None:
    decided(place)
    moment, says = at(DAYS[day][0]), DAYS[day][1]
    for page in pages(place, "dana.whitlock", moment):
        assert "Noor Aziz: Assessment: " in page
        assert says in page
    assert "Nothing needs you now" not in pages(place, "dana.whitlock", moment)[0] or day == "before"


def test_in_the_week_before_it_counts_as_due_in_the_next_seven_days(place: Place) -> None:
    decided(place)
    assert "Due in the next 7 days 1" in pages(place, "dana.whitlock", MONDAY)[0]


@pytest.mark.parametrize(
    ("decision", "type", "data"),
    [
        ("assessment", "assessment_started", {"kind": "child_and_family"}),
        ("strategy_discussion", "strategy_discussion_held", {"present": [{"role": "police"}], "decision": "section47"}),
    ],
)
def test_it_goes_when_what_was_decided_is_on_the_record(place: Place, decision: str, type: str, data: dict[str, Any]) -> None:
    decided(place, decision)
    assert len(tasks("dana.whitlock", MONDAY)) == 1
    record(place, type, MONDAY, **data)
    assert tasks("dana.whitlock", MONDAY + timedelta(minutes=1)) == []


def test_an_assessment_of_last_year_is_not_the_one_that_was_decided(place: Place) -> None:
    record(place, "assessment_started", at("2026-09-10T10:00"), by="amina.khan", kind="child_and_family")
    decided(place)
    assert len(tasks("dana.whitlock", MONDAY)) == 1


def test_without_a_day_there_is_no_such_task_and_the_clock_of_the_standard_stands_alone(place: Place) -> None:
    decided(place, when=None)
    assert tasks("dana.whitlock", MONDAY) == []
    assert [item.rule for item in worklist("dana.whitlock", MONDAY)] == ["AS-01"]


def test_it_opens_says_what_was_decided_and_leads_to_the_form_that_ends_it(place: Place) -> None:
    concern = decided(place)
    (item,) = tasks("dana.whitlock", FRIDAY)
    with system_clock.fixed_at(MONDAY):
        answer = place.client("dana.whitlock").get(f"/for-you/soon-due/{item.child}/{item.matter}/")
        page = text_of(answer)
    assert "What was decided: Assessment, decided 20 Nov 2026 at 16:50, to be done on 24 Nov 2026." in page
    assert "Record: assessment started" in page
    assert f"/report-a-concern/{concern}/" in answer.content.decode()
    with system_clock.fixed_at(MONDAY):
        form = (
            answer.content.decode().split('What meets it: <a class="govuk-link govuk-!-font-weight-bold" href="')[1].split('"')[0]
        )
        assert place.client("dana.whitlock").get(form).status_code == 200


def test_a_message_that_asks_by_a_day_says_by_when_it_is_late(place: Place) -> None:
    decided(place, "early_help")
    for moment, says in DAYS.values():
        assert all(says in page for page in pages(place, "dana.whitlock", at(moment))), moment
    assert tasks("dana.whitlock", MONDAY) == []


def test_nobody_named_it_is_with_whoever_answers_for_it(place: Place) -> None:
    decided(place, "strategy_discussion", who=None)
    holders = Delivery.objects.filter(kind="task").values_list("worker", flat=True)
    assert list(holders)
    assert all(len(tasks(str(worker), MONDAY)) == 1 for worker in holders)


def test_whoever_was_named_went_on_leave_and_it_is_with_somebody_who_is_there(place: Place) -> None:
    decided(place)
    record_absence(at=MONDAY, by=place.users["ruth.adeyemi"], worker=place.team["dana"])
    run_minute_jobs(at=MONDAY)
    now = set(Delivery.objects.filter(kind="task", rung=1).values_list("worker", flat=True))
    assert now
    assert now.isdisjoint({None, "dana.whitlock"})
    assert all(len(tasks(worker, MONDAY)) == 1 for worker in now)
    run_minute_jobs(at=MONDAY + timedelta(minutes=1))
    assert Delivery.objects.filter(kind="task", rung=2).count() == 0


def test_the_minute_tells_nobody_twice(place: Place) -> None:
    decided(place)
    for minute in range(3):
        put_days_before(at=MONDAY + timedelta(minutes=minute))
    assert Delivery.objects.filter(kind="task").count() == 1


def test_a_decision_typed_into_the_form_or_put_right_for_somebody_else_moves_the_task(place: Place) -> None:
    noor = place.children["Noor"].pk
    concern, _ = send(place.client("maya.osei"), noor)
    data = {"contact": concern, "decision": "assessment", "reasons": "See her.", "when": "2026-11-24", "who": "dana.whitlock"}
    ruth, when = place.worker("ruth.adeyemi"), When.at(FRIDAY)
    first = append(at=FRIDAY, by=ruth, type="contact_decided", happened=when, about=(noor,), data=data)
    put_days_before(at=FRIDAY)
    assert len(tasks("dana.whitlock", FRIDAY)) == 1
    append(
        at=MONDAY,
        by=ruth,
        type="contact_decided",
        happened=when,
        about=(noor,),
        data={**data, "who": "amina.khan", "when": "2026-11-26"},
        corrects=first.id,
        reason="Dana is on a course.",
    )
    put_days_before(at=MONDAY)
    assert tasks("dana.whitlock", MONDAY) == []
    (hers,) = tasks("amina.khan", MONDAY)
    assert hers.due == "2026-11-26"


@pytest.mark.parametrize("ends", ["withdrawn", "decided again", "died"])
def test_what_was_taken_back_or_decided_otherwise_or_is_of_a_child_who_died_asks_nothing(place: Place, ends: str) -> None:
    concern, noor = decided(place), place.children["Noor"].pk
    (item,) = tasks("dana.whitlock", FRIDAY)
    if ends == "withdrawn":
        entry = entry_by_id(item.evidence[0])
        append(
            at=MONDAY,
            by=place.worker("ruth.adeyemi"),
            type="entry_withdrawn",
            happened=When.at(MONDAY),
            about=entry.about,
            data={},
            withdraws=entry.id,
            reason="Slip.",
        )
    elif ends == "died":
        record(place, "death_recorded", MONDAY, person=noor)
    else:
        record(place, "contact_decided", MONDAY, "amina.khan", contact=concern, decision="no_further_action", reasons="Seen.")
    assert tasks("dana.whitlock", MONDAY + timedelta(minutes=1)) == []


def test_two_children_of_one_decision_are_two_tasks(place: Place) -> None:
    ava, lucas = place.children["Ava"].pk, place.children["Lucas"].pk
    concern, _ = send(place.client("maya.osei"), ava, lucas, whose=ava)
    rows = [{"child": each, "decision": "assessment", "reasons": "See each."} for each in (ava, lucas)]
    rows = [{**row, "who": "dana.whitlock", "when": f"2026-11-2{4 + n}"} for n, row in enumerate(rows)]
    data = {"contact": concern, "decision": "assessment", "reasons": "See each child.", "decisions": rows}
    ruth, when = place.worker("ruth.adeyemi"), When.at(FRIDAY)
    append(at=FRIDAY, by=ruth, type="contact_decided", happened=when, about=(ava, lucas), data=data)
    put_days_before(at=FRIDAY)
    assert {(item.child, item.due) for item in tasks("dana.whitlock", FRIDAY)} == {(ava, "2026-11-24"), (lucas, "2026-11-25")}


def test_of_what_is_soon_due_the_first_to_come_stands_first(place: Place) -> None:
    decided(place)
    page = pages(place, "dana.whitlock", MONDAY)[1]
    assert page.index("due Tue 24 Nov") < page.index("due Wed 27 Jan")
