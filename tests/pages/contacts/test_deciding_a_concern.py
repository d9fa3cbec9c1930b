"""Whoever decides about a concern reads the child's words first, decides with reasons for each child, and tells the referrer."""

from typing import Any
from uuid import uuid4

import pytest

from holdfast.access.decide import NotAllowed
from holdfast.actions.inform_referrer import inform_referrer
from holdfast.config import system_clock
from holdfast.engine.reference.entry_fields import value
from holdfast.record.models import EntryEnvelope, StoredClock
from holdfast.record.read import entry_by_id
from tests.pages.contacts.reported import by_child, send, text_of
from tests.pages.partnership import FRIDAY, MONDAY, Place

pytestmark = pytest.mark.django_db

DECISION = {"decision_0": "assessment", "reasons_0": "Two earlier concerns.", "outcome": "A social worker will see her."}


def page_of(place: Place, concern: str, who: str = "amina.khan") -> str:
    return text_of(place.client(who).get(f"/report-a-concern/{concern}/"))


def post(place: Place, concern: str, who: str = "amina.khan", **parts: str) -> Any:
    typed = by_child(concern, {**DECISION, "send_id": str(uuid4()), **parts})
    return place.client(who).post(f"/report-a-concern/{concern}/", typed)


def decisions() -> list[Any]:
    rows = EntryEnvelope.objects.filter(type="contact_decided").order_by("sequence").values_list("pk", flat=True)
    return [entry_by_id(str(pk)) for pk in rows]


@pytest.fixture
def sent(place: Place) -> str:
    return send(place.client("maya.osei"), place.children["Noor"].pk)[0]


def test_the_childs_own_words_come_before_everything_that_adults_said(place: Place, sent: str) -> None:
    page = page_of(place, sent)
    assert page.index("I dont want to go home") < page.index("She cried at the gate.") < page.index("Decide what happens")


def test_who_must_not_know_is_said_before_anybody_rings_home(place: Place, sent: str) -> None:
    page = page_of(place, sent)
    assert "Who must not know about this Mum’s partner" in page
    assert page.index("Mum’s partner") < page.index("Decide what happens")


def test_a_decision_needs_reasons_and_says_whether_the_referrer_hears_now_or_later(place: Place, sent: str) -> None:
    answer = post(place, sent, decision_0="", reasons_0="  ", outcome="")
    page = text_of(answer)
    assert answer.status_code == 422
    assert "Decide what happens for Noor Aziz" in page
    assert "Give the reasons" in page
    assert "Say what the referrer will be told, or tick that you will tell them later" in page
    assert decisions() == []


def test_deciding_stops_the_clock_and_tells_the_referrer_in_one_go(place: Place, sent: str) -> None:
    assert post(place, sent).status_code == 302
    (decided,) = decisions()
    assert (value(decided, "decision"), value(decided, "contact")) == ("assessment", sent)
    clock_ = StoredClock.objects.get(standard="FD-02", trigger=sent)
    assert clock_.met_by == decided.id
    assert EntryEnvelope.objects.filter(type="referrer_informed").count() == 1


def test_pressing_twice_decides_once(place: Place, sent: str) -> None:
    press = str(uuid4())
    for _ in range(2):
        assert post(place, sent, send_id=press).status_code == 302
    assert len(decisions()) == 1
    assert EntryEnvelope.objects.filter(type="referrer_informed").count() == 1


def test_two_children_need_two_decisions(place: Place) -> None:
    concern, _ = send(
        place.client("maya.osei"), place.children["Ava"].pk, place.children["Noor"].pk, whose=place.children["Noor"].pk
    )
    assert post(place, concern, decision_1="").status_code == 422
    second = {"decision_1": "no_further_action", "reasons_1": "Her grandmother came at once."}
    assert post(place, concern, **second).status_code == 302
    assert {(entry.about, value(entry, "decision")) for entry in decisions()} == {
        ((entry_by_id(concern).about[0],), "assessment"),
        ((entry_by_id(concern).about[1],), "no_further_action"),
    }


def test_the_referrer_can_be_told_later_and_the_page_keeps_saying_that_nobody_has(place: Place, sent: str) -> None:
    assert post(place, sent, outcome="", later="on").status_code == 302
    assert "Nothing yet. Tell Maya Osei what was decided and why" in page_of(place, sent)
    told = {"outcome": "We will see her on Tuesday.", "send_id": str(uuid4())}
    assert place.client("amina.khan").post(f"/report-a-concern/{sent}/tell/", told).status_code == 302
    assert "We will see her on Tuesday." in text_of(place.client("maya.osei").get(f"/report-a-concern/{sent}/mine/"))


def test_earlier_concerns_about_the_child_are_there_with_what_came_of_them(place: Place, sent: str) -> None:
    post(place, sent, decision_0="no_further_action")
    with system_clock.fixed_at(MONDAY):
        second, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
        page = page_of(place, second)
    assert "1 earlier concern" in page
    assert "No further action." in page


def test_it_says_when_the_lead_worker_is_away_and_that_nobody_covers(place: Place) -> None:
    concern, _ = send(place.client("maya.osei"), place.children["Ava"].pk)
    page = page_of(place, concern)
    assert "Sam Poole is the lead worker and away since 13 Nov 2026" in page
    assert "Nobody is named to cover." in page


def test_the_absent_lead_worker_may_read_it_and_cannot_decide(place: Place) -> None:
    concern, _ = send(place.client("maya.osei"), place.children["Ava"].pk)
    assert "Decide what happens" not in page_of(place, concern, "sam.poole")
    assert post(place, concern, "sam.poole").status_code == 403
    assert decisions() == []


def test_the_command_itself_refuses_whoever_may_not_decide(place: Place, sent: str) -> None:
    with pytest.raises(NotAllowed):
        inform_referrer(by=place.users["maya.osei"], at=FRIDAY, contact=sent, id=str(uuid4()), outcome="Told.")


def test_an_address_of_something_that_is_not_a_concern_opens_nothing(place: Place, sent: str) -> None:
    voice = EntryEnvelope.objects.get(type="voice_recorded").pk
    assert place.client("amina.khan").get(f"/report-a-concern/{voice}/").status_code == 404
    assert place.client("amina.khan").get(f"/report-a-concern/{uuid4()}/").status_code == 403


def test_a_concern_that_came_another_way_is_shown_as_it_was_told(place: Place) -> None:
    from holdfast.duty.contact_intake import receive
    from holdfast.kernel.when import When

    text = "Grandmother rang. Hurt or in danger now: she could not say. The little one has no bed."
    taken = receive(
        at=FRIDAY,
        type="contact_received",
        by=place.worker("amina.khan"),
        happened=When.at(FRIDAY),
        about=[place.children["Noor"].pk],
        data={"from": {"name": "Jean Aziz", "role": "grandmother"}, "channel": "phone", "text": text},
    )
    page = page_of(place, taken.entry.id)
    assert text in page
    assert "From Jean Aziz (grandmother)" in page


def test_nothing_can_be_decided_from_a_page_in_the_past(place: Place, sent: str) -> None:
    with system_clock.fixed_at(MONDAY):
        answer = place.client("amina.khan").get(f"/report-a-concern/{sent}/?as_at=2026-11-21")
        assert "<textarea" not in answer.content.decode()
        assert place.client("amina.khan").post(f"/report-a-concern/{sent}/?as_at=2026-11-21", DECISION).status_code == 400
    assert decisions() == []
