"""What was rung in and typed in by somebody else stands on the page of whoever told us, once somebody made sure who it was."""

from datetime import timedelta
from uuid import uuid4

import pytest

from holdfast.access.models import User
from holdfast.actions.add_to_contact import MoreInformation, add_to_contact
from holdfast.actions.answer_message import answer_message
from holdfast.actions.confirm_sender import confirm_sender
from holdfast.actions.decide_contact import DecisionForChild, decide_contact
from holdfast.actions.inform_referrer import inform_referrer
from holdfast.actions.raise_disagreement import raise_disagreement
from holdfast.actions.record_absence import record_absence
from holdfast.duty.alerts import worklist
from holdfast.duty.contact_intake import receive
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.models import Delivery, DutyShift
from holdfast.duty.refusals import DutyRefused
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.contacts.queries.possible_senders import possible_senders
from holdfast.record.models import EntryEnvelope, Organisation, PersonFact, StoredClock, Worker
from holdfast.record.people import state_fact
from tests.pages.contacts.reported import send, text_of
from tests.pages.partnership import FRIDAY, Place

pytestmark = pytest.mark.django_db
EARLIER, LATER = FRIDAY - timedelta(minutes=3), FRIDAY


def rung_in(place: Place, *, text: str = "She was limping. Ring 01632 960 150.", role: str = "caller", **sender: str) -> str:
    """Amina typed in what somebody said on the telephone about Noor."""
    data = {"from": {"role": role, **sender}, "channel": "phone", "text": text, "immediate_harm": False}
    about = (place.children["Noor"].pk,)
    by = place.worker("amina.khan")
    return receive(at=EARLIER, by=by, type="contact_received", happened=When.at(EARLIER), about=about, data=data).entry.id


def mine(place: Place, who: str) -> str:
    return text_of(place.client(who).get("/report-a-concern/mine/"))


def confirm(place: Place, concern: str, at: object = EARLIER, **who: str) -> None:
    confirm_sender(
        by=place.users["amina.khan"],
        at=at,  # type: ignore[arg-type]
        contact=concern,
        id=str(uuid4()),
        how="Rang back on the school's number.",
        **who,
    )


def decide(place: Place, concern: str, outcome: str = "") -> None:
    noor = DecisionForChild(place.children["Noor"].pk, "assessment", "Two earlier bruises that her aunt told us of.")
    decide_contact(by=place.users["amina.khan"], at=LATER, contact=concern, id=str(uuid4()), decisions=[noor], outcome=outcome)


def test_it_is_not_the_typists_own_concern(place: Place) -> None:
    rung_in(place)
    assert "You have not reported a concern here." in mine(place, "amina.khan")


def test_once_confirmed_it_is_on_the_senders_page_with_who_has_it_who_read_it_and_what_they_were_told(place: Place) -> None:
    concern = rung_in(place)
    assert place.client("maya.osei").get(f"/report-a-concern/{concern}/mine/").status_code == 403
    confirm(place, concern, worker="maya.osei")
    place.client("amina.khan").get(f"/report-a-concern/{concern}/")
    decide(place, concern, outcome="We will see her at school on Monday.")
    assert "Your concern about Noor Aziz" in mine(place, "maya.osei")
    page = text_of(place.client("maya.osei").get(f"/report-a-concern/{concern}/mine/"))
    assert "Amina Khan, duty social worker" in page.split("Who has read it", 1)[1]
    assert "We will see her at school on Monday." in page
    assert "bruises" not in page


def test_a_number_the_record_holds_is_offered_and_a_name_alone_is_a_question(place: Place) -> None:
    by_number = rung_in(place)
    thread = ContactThread.at(by_number, Moment.live(FRIDAY))
    (school,) = [each for each in possible_senders(thread) if each.choice == "worker:maya.osei"]
    assert school.why == "The number they gave is that of Larkfield Primary School."
    by_name = rung_in(place, text="She was limping.", name="Maya Osei")
    thread = ContactThread.at(by_name, Moment.live(FRIDAY))
    (name,) = [each for each in possible_senders(thread) if each.choice == "worker:maya.osei"]
    assert name.why == "Only the name is the same. Ring back on the number the record holds before you choose this."
    assert "Noor Aziz" not in mine(place, "maya.osei")


@pytest.mark.parametrize(
    "said",
    ["01632 960 150", "+44 1632 960150", "+44 (0)1632 960 150", "0044 1632-960-150", "01632 960 150 ext. 4", "01632960150"],
)
@pytest.mark.parametrize("held", ["01632 960 150", "+44 (0)1632 960150", "01632 960 150 ext 31"])
def test_a_number_is_the_same_however_it_was_said_and_however_the_record_holds_it(place: Place, said: str, held: str) -> None:
    Organisation.objects.filter(pk="larkfield-primary").update(phone=held)
    thread = ContactThread.at(rung_in(place, text=f"She was limping. Ring {said} 10 to 12."), Moment.live(FRIDAY))
    assert "worker:maya.osei" in [each.choice for each in possible_senders(thread)]
    other = ContactThread.at(rung_in(place, text="She was limping. Ring 01632 960 151."), Moment.live(FRIDAY))
    assert "worker:maya.osei" not in [each.choice for each in possible_senders(other)]


def test_the_page_confirms_and_refuses_without_saying_how_it_was_made_sure(place: Place) -> None:
    concern = rung_in(place)
    client, address = place.client("amina.khan"), f"/report-a-concern/{concern}/who-told-us/"
    assert "The number they gave is that of Larkfield Primary School." in text_of(client.get(address))
    refused = client.post(address, {"who": "worker:maya.osei", "how": " ", "send_id": str(uuid4())})
    assert refused.status_code == 422 and "Say how you made sure of it" in text_of(refused)
    said = {"who": "worker:maya.osei", "how": "Rang back.", "send_id": str(uuid4())}
    assert client.post(address, said).status_code == 302
    assert "Your concern about Noor Aziz" in mine(place, "maya.osei")
    looked = client.post(address, {"reach": "01632 960 144", "look": "1"})
    assert "Dana Whitlock" in text_of(looked)


@pytest.mark.parametrize("right", [{"worker": "dana.whitlock"}, {}])
def test_putting_right_who_rang_takes_it_off_the_wrong_persons_page(place: Place, right: dict[str, str]) -> None:
    concern = rung_in(place)
    confirm(place, concern, worker="maya.osei")
    confirm(place, concern, LATER, **right)
    assert "Noor" not in mine(place, "maya.osei")
    assert place.client("maya.osei").get(f"/report-a-concern/{concern}/mine/").status_code == 403
    if right:
        assert "Your concern about Noor Aziz" in mine(place, "dana.whitlock")


def test_a_sender_who_cannot_sign_in_is_a_task_for_whoever_has_it_until_somebody_says_how_they_were_told(place: Place) -> None:
    concern = rung_in(place, role="neighbour")
    decide(place, concern)
    (item,) = [item for item in worklist("amina.khan", LATER) if item.kind == "outcome"]
    assert (str(item.matter), item.due is not None) == (concern, True)
    page = text_of(place.client("amina.khan").get("/today/"))
    assert "Tell neighbour what was decided: they cannot sign in to read it" in page
    with pytest.raises(DutyRefused):
        inform_referrer(by=place.users["amina.khan"], at=LATER, contact=concern, id=str(uuid4()), outcome="We see her Monday.")
    told = {"outcome": "We see her on Monday.", "how": "Rang her at 5pm.", "send_id": str(uuid4())}
    assert place.client("amina.khan").post(f"/report-a-concern/{concern}/tell/", told).status_code == 302
    assert [item for item in worklist("amina.khan", LATER) if item.kind == "outcome"] == []
    assert EntryEnvelope.objects.get(type="referrer_informed").body.data["how"] == "Rang her at 5pm."


def test_somebody_known_here_without_an_account_is_told_by_a_person_too_and_not_once_they_can_sign_in(place: Place) -> None:
    gp = Worker.objects.create(id="gp", name="Gia Park", role="gp")
    concern = rung_in(place)
    confirm(place, concern, worker=gp.pk)
    decide(place, concern)
    assert [item.kind for item in worklist("amina.khan", LATER) if item.kind == "outcome"] == ["outcome"]
    User.objects.create(username="gp", worker=gp)
    assert [item for item in worklist("amina.khan", LATER) if item.kind == "outcome"] == []


def test_the_family_is_told_only_what_is_theirs_and_the_page_says_so_before_a_word_is_written(place: Place) -> None:
    concern = rung_in(place, role="grandmother")
    decide(place, concern)
    page = text_of(place.client("amina.khan").get(f"/report-a-concern/{concern}/tell/"))
    assert "They are one of the family. Say only what is about them or this child" in page


def test_the_second_to_answer_a_message_is_told_who_has_answered_it(place: Place) -> None:
    concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
    more = MoreInformation("no", "", place.children["Noor"].pk, "She is at her aunt's.")
    sent = add_to_contact(by=place.users["maya.osei"], at=FRIDAY, contact=concern, id=str(uuid4()), more=more)
    first = {"at": LATER, "message": sent.entry, "words": "Thank you."}
    answer_message(by=place.users["amina.khan"], id=uuid4(), **first)
    with pytest.raises(DutyRefused) as refused:
        answer_message(by=place.users["joe.ellis"], id=uuid4(), **first)
    assert refused.value.faults[0].what == "Amina Khan has already answered this message, at 16:50 on 20 November 2026."
    reply = EntryEnvelope.objects.filter(type="message_received", body__data__for="maya.osei").get()
    assert reply.body.data["from"]["organisation"] == "csc"


def test_words_are_never_put_with_a_child_the_concern_is_not_about(place: Place) -> None:
    concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
    more = MoreInformation("no", "I am scared.", place.children["Ava"].pk, "")
    with pytest.raises(DutyRefused):
        add_to_contact(by=place.users["maya.osei"], at=FRIDAY, contact=concern, id=str(uuid4()), more=more)


def test_a_disagreement_with_nobody_in_post_is_told_to_the_mailbox_and_never_to_nobody(place: Place) -> None:
    DutyShift.objects.all().delete()
    maya = place.worker("maya.osei")
    Worker.objects.exclude(pk=maya.pk).update(role=None, manager=None)
    concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
    assert ContactThread.at(concern, Moment.live(FRIDAY)).assignee.worker is None
    before = Delivery.objects.filter(worker__isnull=True).count()
    raise_disagreement(
        by=place.users["maya.osei"], at=LATER, contact=concern, id=str(uuid4()), text="See her today.", immediate_risk=True
    )
    assert Delivery.objects.filter(worker__isnull=True, matter=concern).count() == before + 1


def test_the_call_that_is_owed_goes_to_somebody_else_when_whoever_had_it_goes_away(place: Place) -> None:
    concern = rung_in(place, role="neighbour")
    decide(place, concern)
    record_absence(at=LATER, by=place.users["ruth.adeyemi"], worker=place.worker("amina.khan"))
    has = ContactThread.at(concern, Moment.live(LATER)).assignee.worker
    assert has is not None and has.pk != "amina.khan"
    assert [str(item.matter) for item in worklist(has.pk, LATER) if item.kind == "outcome"] == [concern]


def test_the_confirmed_callers_page_says_that_they_rang_and_asks_no_form_of_them(place: Place) -> None:
    about, by = (place.children["Noor"].pk,), place.worker("amina.khan")
    data = {"from": {"role": "caller"}, "channel": "phone", "text": "He is hitting her now.", "immediate_harm": True}
    rang = When.at(EARLIER)
    concern = receive(at=LATER, by=by, type="contact_received", happened=rang, about=about, data=data).entry.id
    confirm(place, concern, LATER, worker="maya.osei")
    page = text_of(place.client("maya.osei").get(f"/report-a-concern/{concern}/mine/"))
    assert "You told us (phone) at 4:47pm on Friday 20 November 2026." in page
    assert "Sent at" not in page
    assert "Sending this form" not in page
    assert "Carry on with this form" not in page
    assert "999" in page
    assert "You told us (phone) at 4:47pm" in mine(place, "maya.osei")


def test_whoever_filled_in_the_form_reads_that_it_was_sent_and_does_not_replace_the_call(place: Place) -> None:
    concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk, safety={"danger": "yes"})
    page = text_of(place.client("maya.osei").get(f"/report-a-concern/{concern}/mine/"))
    assert "Sent at 4:50pm on Friday 20 November 2026." in page
    assert "Sending this form does not replace the call." in page


def test_every_list_names_the_confirmed_caller_and_not_what_was_typed(place: Place) -> None:
    concern = rung_in(place, role="neighbour", name="A neighbour")
    for address in ("/today/", "/for-you/", "/tonight/"):
        assert "Concern from A neighbour" in text_of(place.client("amina.khan").get(address))
    confirm(place, concern, worker="maya.osei")
    noor = place.children["Noor"].pk
    for address in ("/today/", "/for-you/", "/tonight/", f"/tonight/{noor}/"):
        page = text_of(place.client("amina.khan").get(address))
        assert "Maya Osei" in page, address
        assert "A neighbour" not in page, address
    second = rung_in(place, text="She was limping again.")
    page = text_of(place.client("amina.khan").get(f"/report-a-concern/{second}/"))
    assert "from Maya Osei" in page.split("1 earlier concern", 1)[1]


def test_the_school_that_rang_is_owed_an_answer_from_when_it_rang(place: Place) -> None:
    concern = rung_in(place, role="neighbour")
    assert not StoredClock.objects.filter(standard="WK-03", trigger=concern).exists()
    confirm(place, concern, worker="maya.osei")
    assert StoredClock.objects.filter(standard="WK-03", trigger=concern, open=True).exists()


def test_a_message_to_whoever_typed_it_in_is_read_by_deciding_like_anybodys(place: Place) -> None:
    concern = rung_in(place)
    confirm(place, concern, worker="maya.osei")
    more = MoreInformation(danger="no", words="", whose=place.children["Noor"].pk, text="She is at her aunt's.")
    add_to_contact(by=place.users["maya.osei"], at=EARLIER, contact=concern, id=str(uuid4()), more=more)
    decide(place, concern, outcome="We will see her.")
    waits = [item for item in worklist("amina.khan", LATER) if item.kind == "message"]
    assert waits == []


@pytest.mark.parametrize(("born", "offered"), [("2024-11-21", False), ("2024-11-20", True), ("2018-07-21", True)])
def test_a_child_who_cannot_speak_yet_is_not_offered_as_the_one_who_told_us(place: Place, born: str, offered: bool) -> None:
    noor = place.children["Noor"].pk
    row = PersonFact.objects.get(person=noor, kind="born")
    state_fact(person=noor, kind="born", value=born, at=EARLIER, by=None, replaces=row, reason="The certificate says so.")
    thread = ContactThread.at(rung_in(place), Moment.live(FRIDAY))
    assert (f"person:{noor}" in [each.choice for each in possible_senders(thread)]) is offered


def test_whoever_must_not_know_that_anybody_told_us_is_not_offered(place: Place) -> None:
    ava = place.children["Ava"].pk
    concern, _ = send(place.client("maya.osei"), ava, safety={"not_to_know": "Kelly Hughes, her mother"})
    thread = ContactThread.at(concern, Moment.live(FRIDAY))
    names = [each.name for each in possible_senders(thread)]
    assert "Ava Hughes" in names
    assert "Kelly Hughes" not in names
