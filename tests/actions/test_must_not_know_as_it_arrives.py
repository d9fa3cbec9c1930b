"""Who must not know is asked of whoever tells us, and what they answer is what the record holds from that minute."""

import pytest

from holdfast.access.kept_back_matters import banner_for, is_withheld, kept_back
from holdfast.actions.receive_contact import ReportedContact, receive_contact
from holdfast.duty.contact_intake import receive, sender_of
from holdfast.duty.contact_thread import ContactThread
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import EntryEnvelope
from holdfast.record.models.person_facts import new_id
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.contact_reference import source_of
from holdfast.vocabulary.contact_text import ContactPart, compose
from tests.pages.partnership import FRIDAY, Place, make_place

pytestmark = pytest.mark.django_db
NOW = Moment.live(FRIDAY)


@pytest.fixture
def place() -> Place:
    return make_place()


def told(place: Place, not_to_know: str, child: str = "Ava") -> str:
    contact = ReportedContact(
        id=str(new_id()),
        children=(place.children[child].pk,),
        unlisted=None,
        danger="no",
        tonight="",
        not_to_know=not_to_know,
        words="",
        whose="",
        saw="She had a bruise.",
        parents="not_safe",
        household="",
    )
    receive_contact(by=place.users["maya.osei"], at=FRIDAY, contact=contact)
    return contact.id


def test_what_a_referrer_answers_warns_everybody_who_works_with_the_child(place: Place) -> None:
    contact = told(place, "Her dad\nHis brother Kev")
    [matter] = banner_for(place.worker("amina.khan"), [place.children["Ava"].pk], NOW)
    assert matter.kept_from == ("Her dad", "His brother Kev")
    assert (matter.kept, matter.said_by, matter.why) == (contact, "maya.osei", "Nobody has said why")


def test_somebody_who_is_named_is_shown_neither_the_concern_nor_that_it_is_kept_back(place: Place) -> None:
    contact = told(place, place.worker("sam.poole").name)
    assert is_withheld(entry_by_id(contact), place.worker("sam.poole"), NOW)
    assert not is_withheld(entry_by_id(contact), place.worker("amina.khan"), NOW)
    assert banner_for(place.worker("sam.poole"), [place.children["Ava"].pk], NOW) == ()


@pytest.mark.parametrize("said", ["", "  ", "Nobody", "no one.", "None", "I do not know"])
def test_nobody_is_not_taken_for_somebody(place: Place, said: str) -> None:
    told(place, said)
    assert kept_back([place.children["Ava"].pk], NOW) == ()


def test_pressing_send_twice_keeps_it_back_once(place: Place) -> None:
    contact = told(place, "Her dad")
    again = ReportedContact(contact, (place.children["Ava"].pk,), None, "no", "", "Her dad", "", "", "x", "not_yet", "")
    receive_contact(by=place.users["maya.osei"], at=FRIDAY, contact=again)
    assert EntryEnvelope.objects.filter(type="kept_back").count() == 1


def test_a_concern_that_came_by_telephone_in_the_same_parts_is_kept_back_too(place: Place) -> None:
    text = compose({ContactPart.DANGER: "No", ContactPart.NOT_TO_KNOW: "Her dad", ContactPart.SAW: "A bruise."})
    data = {"from": {"name": "Mrs Hill", "role": "neighbour"}, "channel": "phone", "text": text}
    about = [place.children["Ava"].pk]
    receive(at=FRIDAY, by=place.worker("amina.khan"), type="contact_received", happened=When.at(FRIDAY), about=about, data=data)
    [matter] = kept_back(about, NOW)
    assert (matter.kept_from, matter.said_by) == (("Her dad",), "Mrs Hill")


def test_a_reply_that_is_kept_back_from_the_referrer_is_not_in_their_thread(place: Place) -> None:
    contact, about, amina = told(place, ""), [place.children["Ava"].pk], place.worker("amina.khan")
    reply = append(
        at=FRIDAY,
        by=amina,
        type="message_received",
        happened=When.at(FRIDAY),
        about=about,
        data={"from": sender_of(amina), "for": "maya.osei", "text": "We saw him at the school gate."},
        source=source_of(contact),
    )
    data = {"what": "Where he was seen.", "entry": reply.id, "from": ["maya.osei"], "why": "enquiry", "said_by": "amina.khan"}
    append(at=FRIDAY, by=amina, type="kept_back", happened=When.at(FRIDAY), about=about, data=data)
    for reader, sees in (("maya.osei", False), ("amina.khan", True)):
        thread = ContactThread.find(contact, NOW, place.worker(reader))
        assert thread is not None
        assert (reply.id in {each.id for each in thread.since}) is sees
