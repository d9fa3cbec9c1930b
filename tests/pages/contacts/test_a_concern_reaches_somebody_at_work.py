"""A concern about a child reaches a person who is at work, and whoever raised it learns who that is."""

import pytest

from holdfast.config import system_clock
from holdfast.duty.models import Delivery
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.moment import Moment
from holdfast.record.models import EntryEnvelope, Person, Worker
from holdfast.record.read import entry_by_id, people
from tests.pages.contacts.reported import send, step, tell, text_of
from tests.pages.partnership import LATE, Place, cover

pytestmark = pytest.mark.django_db


def told(concern: str) -> set[str]:
    return {row.worker_id for row in Delivery.objects.filter(matter=concern) if row.worker_id}


def entries(type: str) -> list[str]:
    return [str(pk) for pk in EntryEnvelope.objects.filter(type=type).order_by("sequence").values_list("pk", flat=True)]


def test_a_child_nobody_works_with_goes_to_the_front_door_and_the_receipt_names_who_has_it_now_and_next(place: Place) -> None:
    concern, receipt = send(place.client("maya.osei"), place.children["Noor"].pk)
    text = text_of(receipt)
    assert "We have your concern" in text
    assert "Amina Khan, duty social worker, has this now. From 5pm it is with Joe Ellis, emergency duty worker." in text
    assert "Decision by the end of Monday 23 November 2026." in text
    assert "01632 960 111" in text
    assert told(concern) == {"amina.khan"}


def test_a_concern_about_a_child_whose_lead_is_on_sick_leave_reaches_the_cover_and_the_manager(place: Place) -> None:
    cover(place)
    concern, receipt = send(place.client("maya.osei"), place.children["Ava"].pk)
    assert "Dana Whitlock, social worker, has this now." in text_of(receipt)
    assert told(concern) == {"dana.whitlock", "ruth.adeyemi"}


def test_without_cover_it_reaches_duty_and_the_manager_and_never_only_the_absent_worker(place: Place) -> None:
    concern, receipt = send(place.client("maya.osei"), place.children["Ava"].pk)
    assert "Amina Khan, duty social worker, has this now." in text_of(receipt)
    assert told(concern) == {"amina.khan", "ruth.adeyemi"}
    assert "sam.poole" not in told(concern)


def test_after_hours_it_is_with_the_emergency_duty_worker_at_once(place: Place) -> None:
    with system_clock.fixed_at(LATE):
        concern, receipt = send(place.client("maya.osei"), place.children["Noor"].pk)
    assert "Joe Ellis, emergency duty worker, has this now." in text_of(receipt)
    assert told(concern) == {"joe.ellis"}


def test_after_hours_a_child_in_danger_puts_the_night_number_on_the_page_and_the_form_carries_on(place: Place) -> None:
    client = place.client("maya.osei")
    with system_clock.fixed_at(LATE):
        concern = tell(client, place.children["Noor"].pk, safety={"danger": "yes"})
        page = text_of(client.get(step(concern, "what-happened")))
        assert "Call 999 now" in page
        assert "01632 960 020" in page
        client.post(step(concern, "check"))
    assert value(entry_by_id(concern), "immediate_harm") is True


def test_a_child_the_record_does_not_know_is_recorded_with_only_what_was_said(place: Place) -> None:
    before = Person.objects.count()
    child = {"given": "Tilly", "born_year": "2019", "which": "Goes to Hill Lane nursery"}
    concern, receipt = send(place.client("maya.osei"), child=child)
    assert "Amina Khan" in text_of(receipt)
    contact = entry_by_id(concern)
    (person,) = people(contact.about, Moment.live(contact.recorded_at)).values()
    assert Person.objects.count() == before + 1
    assert (person.name, person.born.in_words() if person.born else None) == ("Tilly", "2019")
    assert (person.sex, person.nhs_number) == (None, None)
    assert "Goes to Hill Lane nursery" in value(contact, "text")


def test_a_child_whose_name_nobody_knows_can_still_be_reported(place: Place) -> None:
    concern, _ = send(place.client("maya.osei"), child={"address": "The flat above the chip shop, Quay Street"})
    page = text_of(place.client("amina.khan").get(f"/report-a-concern/{concern}/"))
    assert "A child whose name is not known" in page


def test_the_childs_exact_words_are_an_entry_of_their_own_kept_as_they_were_typed(place: Place) -> None:
    words = "  i dont wanna go home :(\n\nhe SHOUTS  an i hide 🙈"
    concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk, words=words.replace("\n", "\r\n"))
    (voice,) = entries("voice_recorded")
    entry = entry_by_id(voice)
    assert value(entry, "words") == words
    assert entry.about == (place.children["Noor"].pk,)
    assert words not in value(entry_by_id(concern), "text")


def test_without_the_childs_words_nothing_is_said_to_be_in_their_voice(place: Place) -> None:
    send(place.client("maya.osei"), place.children["Noor"].pk, words="   ")
    assert entries("voice_recorded") == []


def test_one_concern_can_be_about_two_children_and_the_words_belong_to_one(place: Place) -> None:
    ava, noor = place.children["Ava"].pk, place.children["Noor"].pk
    concern, _ = send(place.client("maya.osei"), ava, noor, whose=noor)
    assert set(entry_by_id(concern).about) == {ava, noor}
    (voice,) = entries("voice_recorded")
    assert entry_by_id(voice).about == (noor,)


def test_blanks_stay_blank_and_the_reader_is_told_what_a_blank_means(place: Place) -> None:
    concern, _ = send(
        place.client("maya.osei"), place.children["Noor"].pk, safety={"not_to_know": "", "tonight": ""}, household=""
    )
    page = text_of(place.client("amina.khan").get(f"/report-a-concern/{concern}/"))
    assert "Nobody has said. Ask the referrer before you ring or write to the home." in page
    assert "Nobody has said. Find out before the end of the day." in page
    assert "Not known to the referrer." in page


def test_sending_twice_records_one_concern_one_child_and_one_receipt(place: Place) -> None:
    client = place.client("maya.osei")
    concern = tell(client, child={"given": "Tilly"})
    people_before = Person.objects.count()
    first, second = client.post(step(concern, "check")), client.post(step(concern, "check"))
    assert first.status_code == second.status_code == 302
    assert len(entries("contact_received")) == 1
    assert len(entries("voice_recorded")) == 1
    assert Person.objects.count() == people_before + 1


def test_a_school_cannot_pick_a_child_it_does_not_know_by_guessing_an_id(place: Place) -> None:
    other = Worker.objects.create(id="x", name="Nell Frost", role="dsl", organisation=None)
    from holdfast.access.models import User

    place.users["x"] = User.objects.create(username="x", worker=other)
    client = place.client("x")
    answer = client.post("/report-a-concern/", {"children": place.children["Noor"].pk})
    assert "Noor" not in client.get(answer.headers["Location"]).content.decode()


def test_only_children_the_school_has_had_a_part_with_are_offered_and_no_adults(place: Place) -> None:
    page = text_of(place.client("maya.osei").get("/report-a-concern/"))
    for name in ("Ava Hughes", "Lucas Hughes", "Noor Aziz"):
        assert name in page
    assert "Kelly" not in page


def test_no_childs_name_is_in_any_address(place: Place) -> None:
    client = place.client("maya.osei")
    concern = tell(client, child={"given": "Tilly"})
    answer = client.post(step(concern, "check"))
    assert "Tilly" not in answer.headers["Location"]
    assert "Tilly" not in client.get(answer.headers["Location"]).context["concern"].reference
