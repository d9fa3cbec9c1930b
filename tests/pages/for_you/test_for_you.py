"""For you: what was told and waits, new first; what is withheld is said to be; and a message outside, a page and the search know
one thing by one reference."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from holdfast.access.models import User
from holdfast.actions.decide_contact import DecisionForChild, decide_contact
from holdfast.actions.raise_disagreement import raise_disagreement
from holdfast.config import system_clock
from holdfast.duty.alerts import CONSEQUENCES, consequence
from holdfast.duty.contact_intake import receive
from holdfast.duty.contact_thread import disagreement_message
from holdfast.duty.models import Delivery
from holdfast.kernel.when import When
from holdfast.pages.entries.links import entry_url
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, EntryEnvelope, Organisation, Worker
from holdfast.standards import STANDARDS
from holdfast.vocabulary.contact_reference import reference
from tests.pages.contacts.reported import send, text_of
from tests.pages.for_you.sent import RULE, a_message, an_alert, person, signed_in, tell
from tests.pages.partnership import FRIDAY, LATE, Place

HIDDEN = "The threshold for court is met"


def for_you(user: User) -> str:
    return text_of(signed_in(user).get("/for-you/"))


def a_kept_alert(place: Place, to: User, *, type: str, data: dict[str, Any], by: str = "ruth.adeyemi") -> Alert:
    """An alert that comes of one entry, and says what that entry says."""
    ava = place.children["Ava"]
    entry = append(at=FRIDAY, by=Worker.objects.get(pk=by), type=type, happened="2026-11-18", about=(ava.pk,), data=data)
    why = f"{HIDDEN}, and nothing was done."
    alert = Alert.objects.create(
        id=uuid4(), child=ava, key=str(uuid4()), rule_id=RULE, why=why, raised_at=FRIDAY, evidence=[entry.id]
    )
    tell(Delivery.Kind.ALERT, alert.pk, ava.pk, to)
    return alert


class TestTheLines:
    def test_what_is_new_stands_first_and_loses_its_mark_when_it_is_opened(self, place: Place) -> None:
        gp = person("gp", "surgery")
        old, new = a_message(place, gp), a_message(place, gp)
        signed_in(gp).get(f"/today/messages/{old.matter}/")
        page = for_you(gp)
        assert page.index(new.words) < page.index(old.words)
        assert page.count("New Ava Hughes") == 1

    def test_with_nothing_it_says_so_in_words(self, place: Place) -> None:
        page = for_you(person("police_officer", "police"))
        assert "Nothing is asked of you now." in page
        assert "No child is shared with you now." in page

    def test_a_message_about_a_child_whom_nobody_knows_opens_for_whom_it_was_put_to(self, place: Place) -> None:
        gp = person("gp", "surgery")
        data = {"for": gp.worker.pk, "from": {"role": "teacher", "name": "A teacher"}, "text": "A boy at the bus stop, no coat."}
        taken = receive(at=FRIDAY, by=None, type="message_received", happened=When.at(FRIDAY), about=(), data=data)
        assert "Message from" in for_you(gp)
        address = f"/today/messages/{taken.entry.id}/"
        assert "A boy at the bus stop" in text_of(signed_in(gp).get(address))
        assert signed_in(person("gp", "other")).get(address).status_code == 403

    def test_an_alert_is_answered_from_it_in_words_by_whom_it_was_put_to(self, place: Place) -> None:
        midwife = person("midwife", "hospital")
        alert = an_alert(place, midwife)
        address = f"/today/answer/{place.children['Ava'].pk}/{alert.matter}/"
        assert address in signed_in(midwife).get("/for-you/").content.decode()
        sent = {"answer": "I saw her on Thursday at the clinic, and she is well.", "send_id": str(uuid4())}
        answer = signed_in(midwife).post(address, sent)
        assert answer.headers["Location"] == "/for-you/"
        assert EntryEnvelope.objects.filter(type="alert_answered", recorded_by=midwife.worker).count() == 1

    def test_a_profession_nobody_described_reads_its_alert_and_nothing_else_of_the_child(self, place: Place) -> None:
        officer = person("designated_officer", "council")
        alert = an_alert(place, officer)
        ava = place.children["Ava"].pk
        assert alert.words in for_you(officer)
        assert signed_in(officer).get(f"/children/{ava}/").status_code == 403
        assert f"/children/{ava}/" not in signed_in(officer).get("/for-you/").content.decode()


class TestWhatIsWithheld:
    def test_a_sentence_that_rests_on_legal_advice_is_not_shown_to_a_gp_and_says_whom_to_ask(self, place: Place) -> None:
        Organisation.objects.filter(pk="csc").update(name="Northmere Legal")
        gp = person("gp", "surgery")
        alert = a_kept_alert(place, gp, type="legal_advice_recorded", data={"advice": HIDDEN})
        page = for_you(gp)
        assert HIDDEN not in page
        assert "Not for you: an entry by Northmere Legal. Ask them, or the child’s social worker." in page
        answer = signed_in(gp).get(f"/today/answer/{place.children['Ava'].pk}/{alert.pk}/")
        assert HIDDEN not in answer.content.decode()
        assert "Legal" not in text_of(answer).replace("Northmere Legal", "")
        assert "Not for you: an entry by Northmere Legal." in text_of(answer)
        assert "Answer in words" in text_of(answer)

    def test_the_same_sentence_is_whole_for_the_social_worker(self, place: Place) -> None:
        dana = place.users["dana.whitlock"]
        alert = a_kept_alert(place, dana, type="legal_advice_recorded", data={"advice": HIDDEN})
        assert HIDDEN in text_of(signed_in(dana).get(f"/today/answer/{place.children['Ava'].pk}/{alert.pk}/"))

    def test_a_mothers_treatment_is_shown_to_the_school_only_by_its_effect(self, place: Place) -> None:
        maya = place.users["maya.osei"]
        data = {"adult": str(place.children["Noor"].pk), "kind": HIDDEN}
        a_kept_alert(place, maya, type="adult_disclosure_recorded", data=data)
        page = for_you(maya)
        assert HIDDEN not in page
        assert CONSEQUENCES[consequence(RULE)] in page
        assert STANDARDS[RULE].title not in page

    def test_the_entry_itself_is_refused_and_says_whom_to_ask(self, place: Place) -> None:
        gp = person("gp", "surgery")
        alert = a_kept_alert(place, gp, type="legal_advice_recorded", data={"advice": HIDDEN})
        refused = signed_in(gp).get(entry_url(alert.evidence[0]))
        assert refused.status_code == 403
        assert "Ask whoever recorded it" in text_of(refused)
        assert HIDDEN not in refused.content.decode()

    def test_the_childs_own_page_withholds_it_too(self, place: Place) -> None:
        gp = person("gp", "surgery")
        a_kept_alert(place, gp, type="legal_advice_recorded", data={"advice": HIDDEN})
        page = signed_in(gp).get(f"/children/{place.children['Ava'].pk}/")
        assert page.status_code == 200
        assert HIDDEN not in page.content.decode()
        assert "Not for you: an entry by" in text_of(page)


class TestTheReference:
    def test_typed_into_the_search_or_on_for_you_it_finds_the_thing_and_only_for_its_reader(self, place: Place) -> None:
        concern, receipt = send(place.client("maya.osei"), place.children["Noor"].pk)
        written = reference(concern)
        assert written in text_of(receipt)
        for typed in (
            written,
            written.lower().replace("-", " "),
            f"  {written.replace('-', '')} ",
            f"ref {written}",
            f"Concern {written}, Noor",
        ):
            found = place.client("amina.khan").post("/children/find/", {"who": typed})
            assert f"/report-a-concern/{concern}/" in found.content.decode(), typed
        own = place.client("maya.osei").post("/r/", {"reference": f"Your reference: {written}"}, follow=True)
        assert own.redirect_chain[-1][0] == f"/report-a-concern/{concern}/mine/"
        refused = place.client("priya.nair").post("/r/", {"reference": written}, follow=True)
        assert refused.status_code == 404
        assert "Noor" not in refused.content.decode()

    def test_one_that_is_there_and_one_that_is_not_are_refused_alike(self, place: Place) -> None:
        concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
        there, nowhere = reference(concern), "HF-0000-0000"
        pages = [text_of(place.client("priya.nair").get(f"/r/{each}/")).replace(each, "") for each in (there, nowhere)]
        assert pages[0] == pages[1]

    @pytest.mark.parametrize("typed", ["", "HF-", "HF-7K3M-92Q", "HF-7K3M-92QDX", "Chloe", "'; drop table", "HF-7K3U-92QD"])
    def test_what_is_no_reference_is_said_to_be_none(self, place: Place, typed: str) -> None:
        answer = place.client("maya.osei").post("/r/", {"reference": typed})
        assert answer.status_code == 404
        assert "as a reference" in text_of(answer)

    def test_a_disagreement_is_one_reference_to_both_sides(self, place: Place) -> None:
        concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
        amina, maya, noor = place.users["amina.khan"], place.users["maya.osei"], place.children["Noor"].pk
        decide_contact(
            at=FRIDAY,
            by=amina,
            contact=concern,
            id=str(uuid4()),
            decisions=[DecisionForChild(noor, "information_and_advice", "Known to early help.")],
            outcome="Advice was given.",
        )
        raised = str(uuid4())
        raise_disagreement(at=FRIDAY, by=maya, contact=concern, id=raised, text="She is hungry.", immediate_risk=False)
        written = reference(disagreement_message(raised))
        page = for_you(maya)
        assert "She is hungry." in page
        assert written in page
        opened = place.client("amina.khan").get(f"/r/{written}/", follow=True)
        assert "She is hungry." in text_of(opened)
        assert written in text_of(opened)
        assert place.client("priya.nair").get(f"/r/{written}/").status_code == 404


class TestLookingAtThePast:
    def test_marks_nothing_as_read(self, place: Place) -> None:
        gp = person("gp", "surgery")
        alert, message = an_alert(place, gp), None
        address = f"/today/answer/{place.children['Ava'].pk}/{alert.matter}/"
        assert signed_in(gp).get(f"{address}?as_at=2026-11-20").status_code == 200
        assert Delivery.objects.get(matter=alert.matter).read_at is None
        signed_in(gp).get(address)
        assert Delivery.objects.get(matter=alert.matter).read_at is not None
        message = a_message(place, gp)
        rows = Delivery.objects.filter(matter=message.matter, worker=gp.worker)
        signed_in(gp).get(f"/today/messages/{message.matter}/?as_at=2026-11-20")
        assert not rows.filter(read_at__isnull=False).exists()
        signed_in(gp).get(f"/today/messages/{message.matter}/")
        assert rows.filter(read_at__isnull=False).exists()

    def test_a_concern_opened_in_the_past_is_not_read_either(self, place: Place) -> None:
        concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
        place.client("amina.khan").get(f"/report-a-concern/{concern}/?as_at=2026-11-20")
        assert not Delivery.objects.filter(matter=UUID(concern), read_at__isnull=False).exists()


class TestTonight:
    def test_opens_with_what_waits_for_the_duty_worker_in_the_childs_words_the_oldest_first(self, place: Place) -> None:
        with system_clock.fixed_at(LATE):
            send(place.client("maya.osei"), place.children["Noor"].pk)
            answer = place.client("joe.ellis").get("/", follow=True)
        page = text_of(answer)
        assert "Waiting for you now 1" in page
        assert "I dont want to go home" in page
        assert page.index("Waiting for you now") < page.index("Who are you looking for?")

    def test_says_so_where_nothing_waits(self, place: Place) -> None:
        assert "Nothing waits for you." in text_of(place.client("joe.ellis").get("/tonight/"))


def test_why_it_is_somebodys_is_said_without_the_id_of_an_entry(place: Place) -> None:
    gp = person("gp", "surgery")
    alert = an_alert(place, gp)
    Delivery.objects.filter(matter=alert.matter).update(because=f"recorded {uuid4()}")
    assert "With you: recorded something it comes from." in for_you(gp)


def test_what_is_the_same_for_brothers_and_sisters_is_said_once_and_answered_for_each(place: Place) -> None:
    gp = person("gp", "surgery")
    for name in ("Ava", "Lucas"):
        child = place.children[name]
        alert = Alert.objects.create(id=uuid4(), child=child, key="same", rule_id=RULE, why="Nobody saw them.", raised_at=FRIDAY)
        tell(Delivery.Kind.ALERT, alert.pk, child.pk, gp)
    page = for_you(gp)
    assert page.count("Nobody saw them.") == 1
    assert "One thing is asked of you" in page
    assert page.count("Read and answer") == 2
