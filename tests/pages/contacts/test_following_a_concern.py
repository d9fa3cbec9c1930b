"""Whoever raised a concern sees who has it, who has read it, what was decided and why, and can say that they disagree."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from holdfast.config import system_clock
from holdfast.duty.models import Delivery
from holdfast.engine.reference.entry_fields import value
from holdfast.record.models import EntryEnvelope
from holdfast.record.read import entry_by_id
from tests.pages.contacts.reported import by_child, send, text_of
from tests.pages.partnership import FRIDAY, LATE, MONDAY, Place, at, cover

pytestmark = pytest.mark.django_db

REASONS = "Known to us twice before. Two earlier concerns about the same partner."
OUTCOME = "A social worker will see Noor at school on Tuesday. Please tell nobody at home."


@pytest.fixture
def sent(place: Place) -> str:
    return send(place.client("maya.osei"), place.children["Noor"].pk)[0]


def own_page(place: Place, concern: str, who: str = "maya.osei") -> str:
    return text_of(place.client(who).get(f"/report-a-concern/{concern}/mine/"))


def decide(client: Client, concern: str, **parts: Any) -> int:
    data = {"decision_0": "assessment", "reasons_0": REASONS, "outcome": OUTCOME, "send_id": str(uuid4()), **parts}
    return client.post(f"/report-a-concern/{concern}/", by_child(concern, data)).status_code


def last(type: str) -> Any:
    return entry_by_id(str(EntryEnvelope.objects.filter(type=type).order_by("-sequence").values_list("pk", flat=True)[0]))


def test_until_somebody_opens_it_the_page_says_that_nobody_has(place: Place, sent: str) -> None:
    assert "Nobody yet." in own_page(place, sent)


def test_opening_it_shows_the_referrer_who_read_it_and_when(place: Place, sent: str) -> None:
    with system_clock.fixed_at(at("2026-11-20T16:54")):
        place.client("amina.khan").get(f"/report-a-concern/{sent}/")
        page = own_page(place, sent)
    assert "Amina Khan, duty social worker, at 4:54pm on Friday 20 November 2026" in page
    assert "Amina Khan, duty social worker, is looking at this." in page


def test_the_referrers_own_look_is_not_shown_as_a_reading(place: Place, sent: str) -> None:
    own_page(place, sent)
    assert not Delivery.objects.filter(matter=sent, read_at__isnull=False).exists()
    assert "Nobody yet." in own_page(place, sent)


def test_the_decision_the_reasons_they_were_given_and_what_comes_next_are_on_their_page(place: Place, sent: str) -> None:
    assert decide(place.client("amina.khan"), sent) == 302
    page = own_page(place, sent)
    assert "Decision for Noor Aziz: Assessment" in page
    assert OUTCOME in page
    assert "A social worker will see the child and talk with the family." in page


def test_the_reasons_written_for_the_childs_record_are_not_shown_to_the_referrer(place: Place, sent: str) -> None:
    decide(place.client("amina.khan"), sent)
    assert REASONS not in own_page(place, sent)
    assert REASONS in text_of(place.client("amina.khan").get(f"/report-a-concern/{sent}/"))


def test_it_stays_their_concern_whatever_it_becomes(place: Place, sent: str) -> None:
    decide(place.client("amina.khan"), sent, decision_0="information_and_advice")
    page = own_page(place, sent)
    assert "Your concern about Noor Aziz" in page
    assert "contact" not in page.lower().replace("contact_", "")


def test_another_school_cannot_open_it_and_a_colleague_of_the_same_school_can(place: Place, sent: str) -> None:
    from holdfast.access.models import User
    from holdfast.record.models import Organisation, Worker

    other = Organisation.objects.create(id="hill-lane", kind="school", name="Hill Lane")
    for id, place_ in (("nell", other), ("tom", Organisation.objects.get(pk="larkfield-primary"))):
        worker = Worker.objects.create(id=id, name=id.title(), role="designated_safeguarding_lead", organisation=place_)
        place.users[id] = User.objects.create(username=id, worker=worker)
    assert place.client("nell").get(f"/report-a-concern/{sent}/mine/").status_code == 403
    assert place.client("tom").get(f"/report-a-concern/{sent}/mine/").status_code == 200


def test_the_referrer_cannot_open_the_page_of_those_who_decide(place: Place, sent: str) -> None:
    assert place.client("maya.osei").get(f"/report-a-concern/{sent}/").status_code == 403


def test_more_information_goes_to_whoever_has_the_concern(place: Place, sent: str) -> None:
    more = {"danger": "no", "text": "Her uncle collected her today.", "send_id": str(uuid4())}
    answer = place.client("maya.osei").post(f"/report-a-concern/{sent}/more/", more)
    assert answer.status_code == 302
    message = last("message_received")
    assert (value(message, "for"), value(message, "text")) == ("amina.khan", "Her uncle collected her today.")
    assert "Her uncle collected her today." in text_of(place.client("amina.khan").get(f"/report-a-concern/{sent}/"))


def test_more_information_that_a_child_is_in_danger_is_a_concern_of_its_own(place: Place, sent: str) -> None:
    more = {"danger": "yes", "text": "She has a burn on her arm.", "send_id": str(uuid4())}
    place.client("maya.osei").post(f"/report-a-concern/{sent}/more/", more)
    contact = last("contact_received")
    assert contact.id != sent
    assert value(contact, "immediate_harm") is True
    listed = text_of(place.client("maya.osei").get("/report-a-concern/mine/"))
    assert listed.count("Your concern about Noor Aziz") == 1


def test_more_information_after_the_decision_gets_a_decision_of_its_own(place: Place, sent: str) -> None:
    decide(place.client("amina.khan"), sent)
    place.client("maya.osei").post(
        f"/report-a-concern/{sent}/more/", {"danger": "no", "text": "It happened again.", "send_id": str(uuid4())}
    )
    assert last("contact_received").id != sent


def test_the_same_addition_sent_twice_is_there_once(place: Place, sent: str) -> None:
    more = {"danger": "no", "text": "Her uncle collected her today.", "words": "I like Uncle Bo", "send_id": str(uuid4())}
    client = place.client("maya.osei")
    for _ in range(2):
        assert client.post(f"/report-a-concern/{sent}/more/", more).status_code == 302
    assert EntryEnvelope.objects.filter(type="message_received").count() == 1
    assert EntryEnvelope.objects.filter(type="voice_recorded").count() == 2  # the first concern's and this one


def test_a_reply_reaches_the_referrer_and_waits_in_their_list_until_they_open_it(place: Place, sent: str) -> None:
    text = "Which uncle? What is he called?"
    place.client("amina.khan").post(f"/report-a-concern/{sent}/reply/", {"text": text, "send_id": str(uuid4())})
    client = place.client("maya.osei")
    assert "Reply for you" in text_of(client.get("/report-a-concern/mine/"))
    assert text in own_page(place, sent)
    assert "Reply for you" not in text_of(client.get("/report-a-concern/mine/"))


def test_replying_answers_what_the_referrer_had_added(place: Place, sent: str) -> None:
    place.client("maya.osei").post(
        f"/report-a-concern/{sent}/more/", {"danger": "no", "text": "He was at the gate.", "send_id": str(uuid4())}
    )
    message = last("message_received")
    place.client("amina.khan").post(f"/report-a-concern/{sent}/reply/", {"text": "Thank you.", "send_id": str(uuid4())})
    assert value(last("message_answered"), "message") == message.id


def test_i_see_this_differently_quotes_the_decision_goes_on_the_record_and_to_whoever_decided(place: Place, sent: str) -> None:
    decide(place.client("amina.khan"), sent, decision_0="no_further_action")
    client = place.client("maya.osei")
    assert "The decision for Noor Aziz was: No further action" in text_of(client.get(f"/report-a-concern/{sent}/disagree/"))
    text = "Noor needs somebody to see her before the weekend."
    client.post(f"/report-a-concern/{sent}/disagree/", {"text": text, "risk": "yes", "send_id": str(uuid4())})
    raised, message = last("disagreement_raised"), last("message_received")
    assert value(raised, "about_entry") == last("contact_decided").id
    assert (value(message, "for"), value(message, "possible_serious_harm")) == ("amina.khan", True)
    assert "Not answered yet." in own_page(place, sent)


def test_the_answer_to_a_disagreement_is_on_the_referrers_page_and_settles_the_message(place: Place, sent: str) -> None:
    decide(place.client("amina.khan"), sent, decision_0="no_further_action")
    place.client("maya.osei").post(
        f"/report-a-concern/{sent}/disagree/", {"text": "She is not safe.", "risk": "no", "send_id": str(uuid4())}
    )
    raised = last("disagreement_raised")
    answer = "You are right. I have changed this to an assessment, because the partner is known to the police."
    place.client("amina.khan").post(
        f"/report-a-concern/{sent}/disagreements/{raised.id}/", {"answer": answer, "send_id": str(uuid4())}
    )
    assert answer in own_page(place, sent)
    assert EntryEnvelope.objects.filter(type="message_answered").count() == 1


def test_a_decision_that_is_late_says_so_and_how_to_ask(place: Place, sent: str) -> None:
    with system_clock.fixed_at(at("2026-11-24T08:00")):  # a Tuesday: the decision was due on Monday
        assert "The decision was due by the end of Monday 23 November 2026." in own_page(place, sent)
        assert "Decision late" in text_of(place.client("maya.osei").get("/report-a-concern/mine/"))
    with system_clock.fixed_at(at("2026-11-23T23:59")):
        assert "Decision by the end of Monday 23 November 2026." in own_page(place, sent)


def test_two_concerns_about_one_child_are_read_apart(place: Place, sent: str) -> None:
    second, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
    place.client("amina.khan").get(f"/report-a-concern/{second}/")
    assert "Nobody yet." in own_page(place, sent)
    assert "Amina Khan" in own_page(place, second)


def test_as_it_stood_before_the_decision_nothing_of_it_shows(place: Place, sent: str) -> None:
    with system_clock.fixed_at(MONDAY):
        decide(place.client("amina.khan"), sent)
        page = place.client("maya.osei").get(f"/report-a-concern/{sent}/mine/?as_at=2026-11-20")
    assert "Decision for" not in text_of(page)


def test_the_receipt_at_night_says_who_has_it_in_the_morning(place: Place) -> None:
    with system_clock.fixed_at(LATE):
        _, receipt = send(place.client("maya.osei"), place.children["Noor"].pk)
    assert "Joe Ellis, emergency duty worker, has this now." in text_of(receipt)


def test_what_the_child_was_called_when_it_was_reported_stays_on_the_referrers_page(place: Place, sent: str) -> None:
    from holdfast.record.models import PersonFact
    from holdfast.record.people import state_fact

    noor = place.children["Noor"]
    fact = PersonFact.objects.get(person=noor, kind="name")
    state_fact(
        at=MONDAY,
        by=place.worker("amina.khan"),
        person=noor,
        kind="name",
        replaces=fact,
        reason="Adopted",
        value={"use": "usual", "given": "Nora", "family": "Bell"},
    )
    with system_clock.fixed_at(MONDAY):
        page = own_page(place, sent)
    assert "Noor Aziz" in page
    assert "Bell" not in page


def test_the_cover_who_has_it_is_named_with_their_own_number(place: Place) -> None:
    cover(place)
    with system_clock.fixed_at(FRIDAY):
        _, receipt = send(place.client("maya.osei"), place.children["Ava"].pk)
    assert "ring Dana Whitlock on 01632 960 144" in text_of(receipt)
