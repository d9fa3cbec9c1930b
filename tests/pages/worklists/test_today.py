"""Today answers one question: what must I do, by what happens to a child if it waits."""

from uuid import uuid4

import pytest

from holdfast.config import system_clock
from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.duty.rota import staffing_roster
from holdfast.pages.worklists.presenters.worker_day import NEEDS_ME_NOW, day_of
from holdfast.pages.worklists.queries.waiting_work import waiting_work
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, EntryEnvelope
from tests.pages.contacts.reported import by_child, send, text_of
from tests.pages.partnership import FRIDAY, LATE, MONDAY, Place, at, cover

pytestmark = pytest.mark.django_db


def today(place: Place, who: str, query: str = "") -> str:
    return text_of(place.client(who).get(f"/today/{query}"))


def on_a_plan(place: Place, name: str = "Ava") -> None:
    """A child protection plan since September, with no visit and no core group since: overdue, and adding up."""
    data = {"plan": "child_protection", "category": "NEG"}
    append(
        at=at("2026-09-14T10:00"),
        by=place.worker("ruth.adeyemi"),
        type="plan_started",
        happened="2026-09-14",
        about=(place.children[name].pk,),
        data=data,
    )
    run_minute_jobs(at=FRIDAY)


def test_a_new_concern_stands_at_the_top_with_the_child_why_since_when_by_when_and_what_to_do(place: Place) -> None:
    concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
    answer = place.client("amina.khan").get("/today/")
    page = text_of(answer)
    assert "1 thing needs you now" in page
    assert "New concerns that need a decision 1 Noor Aziz: Concern from Maya Osei" in page
    assert "“She cried at the gate.”" in page
    assert "Came in today at 4:50pm." in page
    assert "due Mon 23 Nov" in page
    assert f"/report-a-concern/{concern}/" in answer.content.decode()


def test_deciding_takes_it_off_the_list_and_nothing_else_does(place: Place) -> None:
    concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
    client = place.client("amina.khan")
    client.get(f"/report-a-concern/{concern}/")
    assert "Concern from Maya Osei" in today(place, "amina.khan")
    decision = {"decision_0": "assessment", "reasons_0": "Why", "outcome": "Told", "send_id": str(uuid4())}
    client.post(f"/report-a-concern/{concern}/", by_child(concern, decision))
    assert "Concern from Maya Osei" not in today(place, "amina.khan")


def test_there_is_no_way_to_put_anything_aside(place: Place) -> None:
    on_a_plan(place)
    page = place.client("ruth.adeyemi").get("/today/").content.decode().lower()
    for word in ("dismiss", "snooze", "ignore", "mark as read", "hide"):
        assert word not in page


def test_what_is_overdue_says_why_and_what_meets_it(place: Place) -> None:
    on_a_plan(place)
    page = today(place, "ruth.adeyemi")
    assert "Overdue" in page
    assert "Ava Hughes:" in page
    assert "Record:" in page
    assert "Answer in words" in page
    assert "days late" in page


def test_a_childs_safety_comes_before_what_is_overdue_and_that_before_what_is_due(place: Place) -> None:
    on_a_plan(place)
    send(place.client("maya.osei"), place.children["Ava"].pk, safety={"danger": "yes"})
    with system_clock.fixed_at(MONDAY):
        run_minute_jobs(at=MONDAY)
        sections = [section.id for section in day_of(waiting_work("ruth.adeyemi", staffing_roster(MONDAY))).sections]
    wanted = ["new", "safety", "overdue", "worry", "today", "week", "read", "later", "answered"]
    assert sections == [section for section in wanted if section in sections]
    assert sections.index("new") < sections.index("safety") < sections.index("overdue")


def test_the_number_at_the_top_is_the_number_of_lines_below_it(place: Place) -> None:
    on_a_plan(place)
    day = day_of(waiting_work("ruth.adeyemi", staffing_roster(FRIDAY)))
    assert day.now == sum(section.count for section in day.sections if section.id in NEEDS_ME_NOW)
    assert all(section.count == len(section.lines) + section.hidden for section in day.sections)
    whole = day_of(waiting_work("ruth.adeyemi", staffing_roster(FRIDAY)), whole="overdue")
    assert all(section.hidden == 0 for section in whole.sections if section.id == "overdue")


def test_a_day_with_nothing_says_so_in_plain_words(place: Place) -> None:
    assert "Nothing needs you now, and nothing is due in the next 7 days." in today(place, "amina.khan")


def test_it_says_when_it_was_worked_out(place: Place) -> None:
    assert "Worked out at 4:50pm on Friday 20 November 2026" in today(place, "amina.khan")


def test_a_worker_who_is_away_sees_that_nothing_waits_for_them_alone_who_covers_and_what_came_in(place: Place) -> None:
    cover(place)
    send(place.client("maya.osei"), place.children["Ava"].pk)
    page = today(place, "sam.poole")
    assert "You are recorded as away since 13 Nov 2026" in page
    assert "Dana Whitlock covers for you" in page
    assert "While you were away 2" in page
    assert "I dont want to go home" in page


def test_the_cover_sees_the_children_they_stand_in_for_and_what_came_in_about_them(place: Place) -> None:
    cover(place)
    send(place.client("maya.osei"), place.children["Ava"].pk)
    page = today(place, "dana.whitlock")
    assert "You cover for Sam Poole" in page
    assert "With you: named cover for Sam Poole" in page


def test_the_school_has_no_list_of_other_peoples_work(place: Place) -> None:
    assert place.client("maya.osei").get("/today/").status_code == 403


def test_what_waits_is_always_as_it_is_now(place: Place) -> None:
    assert place.client("amina.khan").get("/today/?as_at=2026-09-01").headers["Location"] == "/today/"


class TestAnsweringInWords:
    def alert(self, place: Place) -> Alert:
        on_a_plan(place)
        found = Alert.objects.filter(child=place.children["Ava"].pk, ended_at__isnull=True).order_by("raised_at").first()
        assert found is not None
        return found

    def address(self, alert: Alert) -> str:
        return f"/today/answer/{alert.child_id}/{alert.pk}/"

    def test_words_are_needed(self, place: Place) -> None:
        alert = self.alert(place)
        for words in ("", "   ", "..."):
            answer = place.client("ruth.adeyemi").post(self.address(alert), {"answer": words, "send_id": str(uuid4())})
            assert answer.status_code == 422, words
        assert not EntryEnvelope.objects.filter(type="alert_answered").exists()

    def test_an_answer_stays_on_the_record_and_in_view(self, place: Place) -> None:
        alert = self.alert(place)
        assert "Your answer stays on the child’s record" in text_of(place.client("ruth.adeyemi").get(self.address(alert)))
        words = "I have asked Dana to visit on Monday. Sam is away and nobody was named."
        answer = place.client("ruth.adeyemi").post(self.address(alert), {"answer": words, "send_id": str(uuid4())})
        assert answer.status_code == 302
        alert.refresh_from_db()
        assert alert.answered_by is not None
        assert alert.ended_at is None
        assert words in text_of(place.client("ruth.adeyemi").get(self.address(alert)))
        assert "Answered in words, and still so" in today(place, "ruth.adeyemi")

    def test_pressing_twice_answers_once(self, place: Place) -> None:
        alert, press = self.alert(place), str(uuid4())
        for _ in range(2):
            place.client("ruth.adeyemi").post(self.address(alert), {"answer": "Seen.", "send_id": press})
        assert EntryEnvelope.objects.filter(type="alert_answered").count() == 1

    def test_somebody_it_was_not_put_to_cannot_answer_it(self, place: Place) -> None:
        alert = self.alert(place)
        page = place.client("amina.khan").get(self.address(alert))
        assert "the answer is not yours to give" in text_of(page)
        place.client("amina.khan").post(self.address(alert), {"answer": "Not mine to answer.", "send_id": str(uuid4())})
        assert not EntryEnvelope.objects.filter(type="alert_answered").exists()

    def test_a_professional_without_a_tie_to_the_child_cannot_open_it(self, place: Place) -> None:
        assert place.client("priya.nair").get(self.address(self.alert(place))).status_code == 403

    def test_an_alert_of_one_child_cannot_be_opened_under_another(self, place: Place) -> None:
        alert = self.alert(place)
        other = f"/today/answer/{place.children['Lucas'].pk}/{alert.pk}/"
        assert place.client("ruth.adeyemi").get(other).status_code == 404


def test_a_message_is_read_and_answered_and_the_writer_hears_back(place: Place) -> None:
    from holdfast.duty.contact_intake import receive
    from holdfast.kernel.when import When

    cover(place)
    taken = receive(
        at=FRIDAY,
        type="message_received",
        by=place.worker("maya.osei"),
        happened=When.at(FRIDAY),
        about=[place.children["Ava"].pk],
        data={"for": "sam.poole", "from": {"role": "dsl", "worker": "maya.osei"}, "text": "Ava’s shoes are too small."},
    )
    client = place.client("dana.whitlock")
    assert "Ava Hughes: Message from" in today(place, "dana.whitlock")
    address = f"/today/messages/{taken.entry.id}/"
    assert "Ava’s shoes are too small." in text_of(client.get(address))
    assert client.post(address, {"text": "Thank you, I will see to it.", "send_id": str(uuid4())}).status_code == 302
    assert EntryEnvelope.objects.filter(type="message_answered").count() == 1
    assert "Message from" not in today(place, "dana.whitlock")


class TestTheFrontDoor:
    def test_whoever_is_on_it_and_whoever_is_next_is_said(self, place: Place) -> None:
        page = today(place, "amina.khan")
        assert "You have the front door now. From 5pm: Joe Ellis." in page

    def test_off_shift_it_says_who_has_it_and_what_they_have(self, place: Place) -> None:
        with system_clock.fixed_at(LATE):
            concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
            answer = place.client("amina.khan").get("/today/")
        page = text_of(answer)
        assert "Joe Ellis has the front door now." in page
        assert "From 8:30am on Saturday" not in page  # it is Joe's still
        assert "Not decided, and with somebody else 1 Noor Aziz" in page
        assert "With Joe Ellis." in page
        assert f"/report-a-concern/{concern}/" in answer.content.decode()

    def test_it_is_shown_to_nobody_else(self, place: Place) -> None:
        for who in ("ruth.adeyemi", "sam.poole", "helen.marsh"):
            assert "The front door" not in today(place, who)


def test_what_is_the_same_for_brothers_and_sisters_is_said_once_and_answered_for_each(place: Place) -> None:
    run_minute_jobs(at=FRIDAY)
    (section,) = [each for each in day_of(waiting_work("ruth.adeyemi", staffing_roster(FRIDAY))).sections if each.id == "overdue"]
    (line,) = section.lines
    assert section.count == 1
    assert {each.child for each in line.all} == {"Ava Hughes", "Lucas Hughes"}
    assert len({each.answer for each in line.all}) == 2
    page = today(place, "ruth.adeyemi")
    assert page.count("Absent lead worker: named cover in place Child's worker not there") == 1
