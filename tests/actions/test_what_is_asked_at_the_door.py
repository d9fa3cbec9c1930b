"""An entry that cannot have been so is refused at the field; one that is only unlikely goes in with the writer's answer."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest

from holdfast.access.entry_writers import OF_ITS_OWN
from holdfast.actions.correct_entry import correct_entry
from holdfast.actions.record_absence import record_absence
from holdfast.actions.record_entry import EntryAnswers, record_entry
from holdfast.actions.withdraw_entry import withdraw_entry
from holdfast.duty.refusals import DutyRefused
from holdfast.kernel.when import When
from holdfast.record.door_answers import ask_at_the_door
from holdfast.record.ledger.append import AppendRefused, append
from holdfast.record.models import EntryEnvelope, Worker
from holdfast.record.models.person_facts import new_id
from holdfast.vocabulary.base import Ends
from holdfast.vocabulary.entry import Entry, parse_data
from holdfast.vocabulary.entry_order import DAYS_AHEAD, ENDS, NAMES_EARLIER
from holdfast.vocabulary.field_types import shapes
from holdfast.vocabulary.type_registry import ENTRY_TYPES
from tests.pages.partnership import FRIDAY, Place, make_place
from tests.specs.kit import CHILD, MOTHER
from tests.specs.least import VALUES, field, least

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def place() -> Place:
    place = make_place()
    # So that one person may record every type there is: whose work each is has tests of its own.
    Worker.objects.filter(pk="ruth.adeyemi").update(role="service_manager")
    place.users["ruth.adeyemi"].refresh_from_db()
    return place


def say(place: Place, type: str, happened: Any, data: dict[str, Any], *, because: str | None = None, id: str = "") -> Entry:
    child = place.children["Ava"].pk
    written = parse_data(type, {name: child if each == "Ava" else each for name, each in data.items()})
    answers = EntryAnswers(type, When.parse(happened), (child,), written, because=because, reason="It was another day.")
    by, id = place.users["ruth.adeyemi"], id or str(new_id())
    # What has a command of its own comes to the same door by it.
    if type in OF_ITS_OWN:
        ask_at_the_door(answers.draft(id, FRIDAY), at=FRIDAY, because=because)
        return append(at=FRIDAY, by=by.worker, id=id, type=type, happened=happened, about=answers.about, data=written)
    return record_entry(at=FRIDAY, by=by, id=id, answers=answers)


def refused(*args: Any, **rest: Any) -> list[str]:
    with pytest.raises(AppendRefused) as caught:
        say(*args, **rest)
    assert all(fault.what and fault.do for fault in caught.value.faults)
    return [fault.path for fault in caught.value.faults]


def on(day: datetime) -> str:
    return day.date().isoformat()


def visit(place: Place) -> dict[str, Any]:
    return {"kind": "other", "seen": [place.children["Ava"].pk]}


def test_a_visit_said_for_later_today_is_still_to_come_and_one_this_minute_is_not(place: Place) -> None:
    later = When.at(FRIDAY + timedelta(minutes=1)).to_json()
    assert refused(place, "visit_made", later, visit(place), because="It is so.") == ["$.happened"]
    say(place, "visit_made", When.at(FRIDAY).to_json(), visit(place))
    assert refused(place, "visit_made", on(FRIDAY + DAY), visit(place)) == ["$.happened"]


def test_a_booking_may_lie_ahead(place: Place) -> None:
    booked = say(place, "visit_booked", on(FRIDAY + DAY), {"for": on(FRIDAY + DAY)} | _worker(place))
    assert EntryEnvelope.objects.filter(pk=booked.id).exists()


def _worker(place: Place) -> dict[str, Any]:
    return {"worker": place.users["ruth.adeyemi"].worker.pk}  # type: ignore[union-attr]


def test_a_child_seen_after_their_death_is_asked_about_on_the_day_after_and_not_on_the_day(place: Place) -> None:
    died = FRIDAY - 10 * DAY
    say(place, "death_recorded", on(died), {"person": "Ava"})
    say(place, "visit_made", on(died), visit(place))
    assert refused(place, "visit_made", on(died + DAY), visit(place)) == ["$.data.seen"]
    entry = say(place, "visit_made", on(died + DAY), visit(place), because="The death was recorded on the wrong day.")
    confirmed = EntryEnvelope.objects.get(type="order_confirmed")
    assert confirmed.body.data == {"entry": entry.id, "because": "The death was recorded on the wrong day."}


def test_blanks_are_no_answer(place: Place) -> None:
    say(place, "death_recorded", on(FRIDAY - 10 * DAY), {"person": "Ava"})
    assert refused(place, "visit_made", on(FRIDAY - DAY), visit(place), because="  ") == ["$.data.seen"]


def test_a_death_that_was_withdrawn_keeps_nobody_from_writing(place: Place) -> None:
    death = say(place, "death_recorded", on(FRIDAY - 10 * DAY), {"person": "Ava"})
    withdraw_entry(at=FRIDAY, by=place.users["ruth.adeyemi"], id=str(new_id()), entry=death, reason="She lives.")
    made = say(place, "visit_made", on(FRIDAY - DAY), visit(place))
    assert EntryEnvelope.objects.filter(pk=made.id).exists()


def test_a_plan_does_not_end_before_it_began(place: Place) -> None:
    plan = say(place, "plan_started", on(FRIDAY - 20 * DAY), {"plan": "child_in_need"})
    ended = {"plan": plan.id, "reason": "Needs met."}
    assert refused(place, "plan_ended", on(FRIDAY - 21 * DAY), ended, because="It is so.") == ["$.happened"]
    say(place, "plan_ended", on(FRIDAY - 20 * DAY), ended)


def test_a_start_is_not_put_right_to_a_day_after_the_end_that_stands(place: Place) -> None:
    plan = say(place, "plan_started", on(FRIDAY - 20 * DAY), {"plan": "child_in_need"})
    say(place, "plan_ended", on(FRIDAY - 5 * DAY), {"plan": plan.id, "reason": "Needs met."})

    def put_right(day: datetime) -> None:
        data, about = parse_data("plan_started", {"plan": "child_in_need"}), (place.children["Ava"].pk,)
        answers = EntryAnswers("plan_started", When.parse(on(day)), about, data, reason="It was later.")
        correct_entry(at=FRIDAY, by=place.users["ruth.adeyemi"], id=str(new_id()), entry=plan, answers=answers)

    with pytest.raises(AppendRefused):
        put_right(FRIDAY - 4 * DAY)
    put_right(FRIDAY - 5 * DAY)


def test_somebody_found_before_they_went_missing_is_asked_about(place: Place) -> None:
    say(place, "missing_started", on(FRIDAY - 3 * DAY), {})
    assert refused(place, "missing_ended", on(FRIDAY - 4 * DAY), {}) == ["$.happened"]
    say(place, "missing_ended", on(FRIDAY - 4 * DAY), {}, because="She was missing twice; the first was never written down.")
    say(place, "missing_ended", on(FRIDAY - 3 * DAY), {})


def test_an_end_of_what_nobody_wrote_down_is_taken_as_it_is(place: Place) -> None:
    ended = say(place, "missing_ended", on(FRIDAY - 4 * DAY), {})
    assert EntryEnvelope.objects.filter(pk=ended.id).exists()


def test_a_stretch_of_attendance_does_not_end_before_it_begins(place: Place) -> None:
    said = {"setting": "school", "percent": 80, "from": on(FRIDAY - DAY), "to": on(FRIDAY - 2 * DAY)}
    assert refused(place, "attendance_recorded", on(FRIDAY), said) == ["$.data.to"]


def test_sending_twice_asks_nothing_the_second_time_and_confirms_once(place: Place) -> None:
    say(place, "death_recorded", on(FRIDAY - 10 * DAY), {"person": "Ava"})
    id = str(new_id())
    for _ in range(2):
        say(place, "visit_made", on(FRIDAY - DAY), visit(place), because="The day of death is wrong.", id=id)
    assert EntryEnvelope.objects.filter(type="order_confirmed").count() == 1


@pytest.mark.parametrize(("days", "fits"), [(-1, False), (0, True), (1, True)])
def test_an_absence_does_not_end_before_today(place: Place, days: int, fits: bool) -> None:
    manager = place.users["ruth.adeyemi"]
    until = (FRIDAY + days * DAY).date()
    if fits:
        record_absence(at=FRIDAY, by=manager, worker=manager.worker, expected_until=until)  # type: ignore[arg-type]
    else:
        with pytest.raises(DutyRefused):
            record_absence(at=FRIDAY, by=manager, worker=manager.worker, expected_until=until)  # type: ignore[arg-type]


def least_said(place: Place, type: str, **rest: Any) -> dict[str, Any]:
    """The least that an entry of a type has to say, of people and workers who are there."""
    there = {"sam": place.users["ruth.adeyemi"].worker.pk, MOTHER: "Ava", CHILD: "Ava", VALUES["when"]: on(FRIDAY)}  # type: ignore[union-attr]
    return {name: _there(value, there) for name, value in {**least(type), **rest}.items()}


def _there(value: Any, there: dict[str, Any]) -> Any:
    if isinstance(value, list):
        return [_there(each, there) for each in value]
    return there.get(value, value) if isinstance(value, str) else value


@pytest.mark.parametrize(("type", "name"), [pytest.param(*each, id=".".join(each)) for each in NAMES_EARLIER])
def test_what_names_another_entry_is_refused_on_the_day_before_it_and_not_on_its_day(place: Place, type: str, name: str) -> None:
    shape = field(type, name)
    begun = (shape.entry_types or ("contact_received",))[0]
    first = say(place, begun, on(FRIDAY - 5 * DAY), least_said(place, begun))
    said = least_said(place, type, **{name: [first.id] if shape.many else first.id})
    assert "$.happened" in refused(place, type, on(FRIDAY - 6 * DAY), said, because="It is so.")
    say(place, type, on(FRIDAY - 5 * DAY), said)


@pytest.mark.parametrize(("type", "since", "name"), [pytest.param(*each, id=f"{each[0]}.{each[2]}") for each in DAYS_AHEAD])
def test_a_day_that_is_ahead_is_refused_before_what_it_follows(place: Place, type: str, since: str, name: str) -> None:
    first = {since: on(FRIDAY - 5 * DAY)} if since else {}
    if "contact" in least(type):
        first["contact"] = say(place, "contact_received", on(FRIDAY - 5 * DAY), least_said(place, "contact_received")).id
    past, that_day = (least_said(place, type, **{**first, name: on(FRIDAY - n * DAY)}) for n in (6, 5))
    assert refused(place, type, on(FRIDAY - 5 * DAY), past, because="It is so.") == [f"$.data.{name}"]
    say(place, type, on(FRIDAY - 5 * DAY), that_day)


def test_what_follows_for_one_child_of_several_is_not_to_be_done_before_it_was_decided(place: Place) -> None:
    contact = say(place, "contact_received", on(FRIDAY - 5 * DAY), least_said(place, "contact_received"))
    row = {"child": place.children["Ava"].pk, "decision": "assessment", "reasons": "Hurt.", "when": on(FRIDAY - 5 * DAY)}
    said = least_said(place, "contact_decided", contact=contact.id, decisions=[row])
    assert refused(place, "contact_decided", on(FRIDAY - 4 * DAY), said) == ["$.data.decisions[0].when"]


PAIRED = [pytest.param(ended, ends, id=ended) for ended, ends in ENDS]


@pytest.mark.parametrize(("ended", "ends"), PAIRED)
def test_an_end_before_its_beginning_is_asked_about_whichever_is_recorded_first(place: Place, ended: str, ends: Ends) -> None:
    same = {"plan": "child_protection"} if ended == "plan_ended" else {}
    say(place, ends.begun, on(FRIDAY - 5 * DAY), least_said(place, ends.begun))
    assert refused(place, ended, on(FRIDAY - 6 * DAY), least_said(place, ended, **same)) == ["$.happened"]
    say(place, ended, on(FRIDAY - 6 * DAY), least_said(place, ended, **same), because="It began before that, too.")
    # And a beginning that is recorded after the end, of a later day.
    assert refused(place, ends.begun, on(FRIDAY - 4 * DAY), least_said(place, ends.begun)) == ["$.happened"]


def test_a_second_beginning_after_an_end_asks_nothing(place: Place) -> None:
    say(place, "section47_started", on(FRIDAY - 9 * DAY), {})
    say(place, "section47_completed", on(FRIDAY - 5 * DAY), {"outcome": "unsubstantiated", "reasons": "No harm found."})
    again = say(place, "section47_started", on(FRIDAY - 4 * DAY), {})
    assert EntryEnvelope.objects.filter(pk=again.id).exists()


def himself(place: Place) -> list[tuple[str, dict[str, Any], str]]:
    ruth, ava = place.users["ruth.adeyemi"].worker.pk, place.children["Ava"].pk  # type: ignore[union-attr]
    sent = {"from": {"role": "manager", "worker": ruth}}
    contact = say(place, "contact_received", on(FRIDAY - DAY), least_said(place, "contact_received") | sent)
    message = say(place, "message_received", on(FRIDAY - DAY), least_said(place, "message_received") | sent)
    return [
        ("contact_assigned", {"contact": contact.id, "worker": ruth}, "worker"),
        ("message_rerouted", {"message": message.id, "to": [ruth]}, "to"),
        ("cover_named", {"for": ruth, "cover": ruth}, "cover"),
        ("handover_completed", {"from": ruth, "to": ruth}, "to"),
        ("supervision_held", {"worker": ruth, "manager": ruth}, "manager"),
        ("trusted_person_named", {"child": ava, "person": ava}, "person"),
        ("contingency_agreed", {"carers": [ava]}, "carers"),
    ]


def test_nobody_is_named_in_their_own_place(place: Place) -> None:
    apart = {(type, shape.name) for type, model in ENTRY_TYPES.items() for shape in shapes(model) if shape.other_than is not None}
    asked = himself(place)
    assert {(type, name) for type, _, name in asked} == apart
    for type, said, name in asked:
        with pytest.raises((AppendRefused, DutyRefused), match=re.escape(f"$.data.{name}")):
            say(place, type, on(FRIDAY), said, because="It is so.")
    amina = place.users["amina.khan"].worker.pk  # type: ignore[union-attr]
    say(place, "supervision_held", on(FRIDAY), {"worker": amina, "manager": asked[4][1]["manager"]})
