"""Whether a concern is decided has one answer: on its page, on every list, at night and for whoever told us."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from holdfast.access.entry_readers import Reader
from holdfast.actions.decide_contact import DecisionForChild, decide_contact
from holdfast.duty.contact_assignee import open_matters
from holdfast.duty.contact_thread import ContactThread
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.child.queries.load_family import family_around
from holdfast.pages.contacts.queries.own_contacts import own_contacts
from holdfast.pages.tonight.presenters.night_words import undecided
from holdfast.pages.tonight.queries.night_family import night_family
from holdfast.record.ledger.append import append
from holdfast.record.models import EntryEnvelope
from holdfast.record.people import add_person, relate
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import PersonName
from tests.pages.contacts.reported import send, text_of
from tests.pages.partnership import BEFORE, FRIDAY, Place

pytestmark = pytest.mark.django_db
LATER = FRIDAY + timedelta(minutes=5)


def told_of(place: Place, *names: str) -> str:
    """A concern of the school's about these people."""
    children = [place.children[name].pk for name in names]
    return send(place.client("maya.osei"), *children, whose=children[0])[0]


def about(place: Place, *people: str) -> str:
    """A concern that the school wrote about these people, whoever they are."""
    sender = {"name": "Maya Osei", "role": "designated_safeguarding_lead", "worker": "maya.osei"}
    data = {"from": sender, "channel": "online form", "text": "He was there again."}
    at, maya = When.at(FRIDAY), place.worker("maya.osei")
    return append(at=FRIDAY, by=maya, type="contact_received", happened=at, about=people, data=data).id


def decide(place: Place, contact: str, *people: str, at: datetime = FRIDAY, **more: Any) -> Entry:
    """Somebody decides about these, in one entry."""
    data = {"contact": contact, "decision": "assessment", "reasons": "As told.", **more}
    ruth = place.worker("ruth.adeyemi")
    return append(at=at, by=ruth, type="contact_decided", happened=When.at(at), about=people, data=data)


def withdraw(place: Place, entry: Entry, at: datetime = LATER) -> None:
    append(
        at=at,
        by=place.worker("ruth.adeyemi"),
        type="entry_withdrawn",
        happened=When.at(at),
        about=entry.about,
        data={},
        withdraws=entry.id,
        reason="The wrong child.",
    )


def answers(place: Place, contact: str, child: str, at: datetime = LATER) -> dict[str, bool]:
    """What each place says to: is it decided?"""
    moment = Moment.live(at)
    (own,) = [row for row in own_contacts(place.worker("maya.osei"), moment) if row.id == contact]
    night = night_family(family_around(child, moment, reader=None), child)
    thread = ContactThread.at(contact, moment)
    given = contact in {str(each) for each in open_matters(at)}
    found = {
        "the page of the concern": not thread.undecided,
        "the list of whoever told us": own.state == "decided",
        "the night": contact not in {entry.id for entry in undecided(night)},
    }
    # What came without being put with anybody is on no list to come off.
    return found | ({"the lists of whoever has it": False} if given else {})


def everywhere(found: dict[str, bool]) -> bool:
    said = set(found.values())
    assert len(said) == 1, found
    return said.pop()


def mother(place: Place, born: str | None = "1992") -> str:
    """Noor's mother."""
    found = add_person(at=BEFORE, by=None, names=[PersonName("usual", "Sana", "Aziz")], born=born, sex="F").pk
    relate(at=BEFORE, by=None, from_person=found, to_person=place.children["Noor"].pk, kind="mother")
    return found


def test_nobody_has_decided(place: Place) -> None:
    assert not everywhere(answers(place, told_of(place, "Noor"), place.children["Noor"].pk))


def test_a_decision_is_seen_everywhere_and_taken_back_everywhere(place: Place) -> None:
    concern, noor = told_of(place, "Noor"), place.children["Noor"].pk
    decided = decide(place, concern, noor)
    assert everywhere(answers(place, concern, noor))
    withdraw(place, decided)
    assert not everywhere(answers(place, concern, noor))
    (own,) = own_contacts(place.worker("maya.osei"), Moment.live(LATER))
    assert own.says.startswith("A decision is due by")


@pytest.mark.parametrize("born", ["1992", None], ids=["a mother of a known age", "a mother whose birth nobody recorded"])
def test_a_concern_about_a_child_and_her_mother_is_decided_when_the_child_is(place: Place, born: str | None) -> None:
    noor = place.children["Noor"].pk
    concern = about(place, noor, mother(place, born))
    assert not everywhere(answers(place, concern, noor))
    decide(place, concern, noor)
    assert everywhere(answers(place, concern, noor))
    (own,) = own_contacts(place.worker("maya.osei"), Moment.live(LATER))
    assert own.says == "Decided: assessment."


def test_a_decision_about_the_mother_alone_decides_nothing_for_the_child(place: Place) -> None:
    noor, sana = place.children["Noor"].pk, mother(place)
    concern = about(place, noor, sana)
    decide(place, concern, sana)
    assert not everywhere(answers(place, concern, noor))


def test_a_concern_about_an_adult_alone_is_decided_for_her(place: Place) -> None:
    sana = mother(place)
    concern = about(place, sana)
    assert not everywhere(answers(place, concern, sana))
    decide(place, concern, sana)
    assert everywhere(answers(place, concern, sana))


def test_one_of_two_children_is_not_all_of_them(place: Place) -> None:
    ava, lucas = place.children["Ava"].pk, place.children["Lucas"].pk
    concern = told_of(place, "Ava", "Lucas")
    decide(place, concern, ava)
    assert not everywhere(answers(place, concern, lucas))
    decide(place, concern, lucas)
    assert everywhere(answers(place, concern, lucas))


def test_rows_of_one_decision_count_for_the_children_who_have_one(place: Place) -> None:
    ava, lucas = place.children["Ava"].pk, place.children["Lucas"].pk
    concern = told_of(place, "Ava", "Lucas")
    rows = [{"child": ava, "decision": "no_further_action", "reasons": "Well."}]
    decide(place, concern, ava, lucas, decisions=rows)
    assert not everywhere(answers(place, concern, lucas))


def test_who_has_grown_up_since_was_decided_about_as_a_child(place: Place) -> None:
    noor = place.children["Noor"].pk
    concern = about(place, noor, mother(place))
    decide(place, concern, noor)
    grown = FRIDAY.replace(year=2037)
    thread = ContactThread.at(concern, Moment.live(grown))
    (own,) = own_contacts(place.worker("maya.osei"), Moment.live(grown))
    assert (thread.undecided, own.state) == ([], "decided")


def test_a_child_who_died_needs_no_decision_beside_one_who_lives(place: Place) -> None:
    ava, lucas = place.children["Ava"].pk, place.children["Lucas"].pk
    concern = told_of(place, "Ava", "Lucas")
    decide(place, concern, ava)
    ruth, at = place.worker("ruth.adeyemi"), When.at(FRIDAY)
    append(at=FRIDAY, by=ruth, type="death_recorded", happened=at, about=(lucas,), data={"person": lucas})
    assert everywhere(answers(place, concern, ava))


def test_a_decision_that_names_a_version_put_right_since_is_one_about_the_concern(place: Place) -> None:
    noor = place.children["Noor"].pk
    concern = told_of(place, "Noor")
    first = entry_by_id(concern)
    right = append(
        at=FRIDAY,
        by=place.worker("amina.khan"),
        type=first.type,
        happened=first.happened,
        about=first.about,
        data={**first.data.written(), "immediate_harm": True},
        corrects=first.id,
        reason="Rung back: he is there now.",
    )
    decide(place, right.id, noor)
    assert everywhere(answers(place, concern, noor))


def test_whoever_told_us_reads_what_was_decided_for_the_children_they_named_and_no_other(place: Place) -> None:
    concern = told_of(place, "Ava")
    _decide_on_page(place, concern, Ava="no_further_action", Lucas="assessment")
    for address in ("/for-you/", "/report-a-concern/mine/"):
        page = text_of(place.client("maya.osei").get(address))
        assert "Decided: no further action." in page
        assert "assessment" not in page.split("My children")[0].lower()


def test_a_brother_still_undecided_leaves_her_decision_said_to_whoever_named_her_alone(place: Place) -> None:
    concern, ava, lucas = told_of(place, "Ava"), place.children["Ava"].pk, place.children["Lucas"].pk
    _decide_on_page(place, concern, Ava="assessment", Lucas="assessment")
    his = EntryEnvelope.objects.get(type="contact_decided", abouts__person=lucas)
    withdraw(place, entry_by_id(str(his.pk)))
    (own,) = own_contacts(place.worker("maya.osei"), Moment.live(LATER))
    assert own.says == "Decided: assessment."
    assert [child.id for child in ContactThread.at(concern, Moment.live(LATER)).undecided] == [lucas]
    assert ava in ContactThread.at(concern, Moment.live(LATER)).decisions


def test_a_decision_kept_back_from_whoever_told_us_is_on_no_list_of_theirs(place: Place) -> None:
    concern, noor = told_of(place, "Noor"), place.children["Noor"].pk
    decided = decide(place, concern, noor)
    data = {
        "what": "That it was decided.",
        "entry": decided.id,
        "from": ["Maya Osei"],
        "why": "not_said",
        "said_by": "ruth.adeyemi",
    }
    ruth = place.worker("ruth.adeyemi")
    append(at=FRIDAY, by=ruth, type="kept_back", happened=When.at(FRIDAY), about=(noor,), data=data)
    (own,) = own_contacts(place.worker("maya.osei"), Moment.live(LATER))
    assert own.state != "decided"
    page = text_of(place.client("maya.osei").get(f"/report-a-concern/{concern}/mine/"))
    assert "Assessment" not in page


def _decide_on_page(place: Place, concern: str, **decisions: str) -> None:
    rows = [DecisionForChild(place.children[name].pk, code, f"Reasons for {name}.") for name, code in decisions.items()]
    decide_contact(by=place.users["ruth.adeyemi"], at=FRIDAY, contact=concern, id=str(uuid4()), decisions=rows, outcome="Seen.")


def earlier(place: Place, concern: str) -> Sequence[str]:
    page = text_of(place.client("ruth.adeyemi").get(f"/report-a-concern/{concern}/"))
    return page.split("What the record already holds", 1)[1].split("Who has", 1)[0]


def test_a_concern_never_counts_itself_as_an_earlier_one(place: Place) -> None:
    concern = told_of(place, "Ava")
    assert "No earlier concern about this child is on the record." in earlier(place, concern)
    _decide_on_page(place, concern, Ava="strategy_discussion", Lucas="assessment")
    said = earlier(place, concern)
    assert "earlier concern about this child" in said
    assert "1 earlier concern" not in said


def test_a_concern_put_right_since_is_earlier_by_when_it_first_came_and_says_what_it_came_to(place: Place) -> None:
    first = told_of(place, "Ava")
    _decide_on_page(place, first, Ava="assessment", Lucas="no_further_action")
    second = about(place, place.children["Lucas"].pk)
    said = earlier(place, second)
    assert "1 earlier concern" in said
    assert "No further action." in said
    assert "Assessment" not in said


def test_when_it_came_is_when_it_first_came_also_after_a_brother_was_added(place: Place) -> None:
    concern = told_of(place, "Ava")
    rows = [DecisionForChild(place.children[name].pk, "assessment", "Both.") for name in ("Ava", "Lucas")]
    at = FRIDAY + timedelta(hours=2)
    decide_contact(by=place.users["ruth.adeyemi"], at=at, contact=concern, id=str(uuid4()), decisions=rows)
    page = text_of(place.client("ruth.adeyemi").get(f"/report-a-concern/{concern}/"))
    assert "Maya Osei, school safeguarding lead, Larkfield Primary School, at 4:50pm on Friday 20 November 2026" in page


def test_the_reader_of_the_night_sees_it_wait_while_one_child_is_undecided(place: Place) -> None:
    concern, lucas = told_of(place, "Ava", "Lucas"), place.children["Lucas"].pk
    decide(place, concern, place.children["Ava"].pk)
    reader = Reader(place.users["joe.ellis"], Moment.live(LATER))
    night = night_family(family_around(lucas, Moment.live(LATER), reader=None), lucas, reader=reader)
    assert concern in {entry.id for entry in undecided(night)}
