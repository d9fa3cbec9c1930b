"""Whoever must not know of a concern is not given it either: it goes to somebody who may know, or else to nobody."""

from datetime import timedelta

import pytest

from holdfast.access.kept_back_matters import is_withheld, kept_back
from holdfast.actions.receive_contact import ReportedContact, receive_contact
from holdfast.duty.alerts import worklist
from holdfast.duty.contact_assignee import current_assignee
from holdfast.duty.contact_intake import reassign_from_absent
from holdfast.duty.models import Delivery
from holdfast.duty.unclear_names import ask_who_is_meant
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import EntryEnvelope, Worker
from holdfast.record.models.person_facts import new_id
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.kept_from import KeptFrom
from tests.pages.partnership import FRIDAY, LATE, Place, cover, make_place

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def place() -> Place:
    found = make_place()
    cover(found)
    return found


def told(place: Place, not_to_know: str, *, at: object = FRIDAY, child: str = "Ava", kept_from: KeptFrom | None = None) -> str:
    contact = ReportedContact(
        str(new_id()),
        (place.children[child].pk,),
        None,
        "yes",
        "",
        not_to_know,
        "",
        "",
        "She had a bruise.",
        "not_safe",
        "",
        kept_from,
    )
    receive_contact(by=place.users["maya.osei"], at=at, contact=contact)  # type: ignore[arg-type]
    return contact.id


def given(matter: str) -> set[str]:
    return set(Delivery.objects.filter(matter=matter).exclude(worker=None).values_list("worker_id", flat=True))


def test_the_cover_has_a_concern_that_nobody_is_kept_from(place: Place) -> None:
    assert "dana.whitlock" in given(told(place, "Her dad"))


@pytest.mark.parametrize("said", ["Dana Whitlock", "dana", "Dana, she is mum’s friend", "Ms Whitlock"])
def test_a_worker_who_must_not_know_is_not_given_it_and_somebody_there_is(place: Place, said: str) -> None:
    contact = told(place, said)
    assert "dana.whitlock" not in given(contact)
    has = current_assignee(entry=entry_by_id(contact), at=FRIDAY).assignee.worker
    assert has is not None
    assert contact in {str(item.matter) for item in worklist(has.pk, FRIDAY)}, "with somebody who can see it"


def test_at_night_it_passes_over_the_emergency_worker_who_must_not_know(place: Place) -> None:
    contact = told(place, "Joe Ellis", at=LATE, child="Noor")
    assert "joe.ellis" not in given(contact)
    has = current_assignee(entry=entry_by_id(contact), at=LATE).assignee.worker
    assert has is not None
    assert contact in {str(item.matter) for item in worklist(has.pk, LATE + timedelta(hours=12))}


def test_with_everybody_kept_from_it_the_mailbox_has_it_and_that_is_an_incident(place: Place) -> None:
    contact = told(place, "Northmere Children’s Services")
    assert given(contact) == set()
    assert current_assignee(entry=entry_by_id(contact), at=FRIDAY).assignee.incident


def test_what_is_kept_from_whoever_has_it_already_is_moved_to_somebody_else(place: Place) -> None:
    contact = told(place, "Her dad")
    dana, later = "dana.whitlock", FRIDAY + MINUTE
    holder = current_assignee(entry=entry_by_id(contact), at=FRIDAY).assignee.worker
    assert holder is not None
    data = {"what": "All of it.", "entry": contact, "from": [holder.pk], "why": "danger", "said_by": "ruth.adeyemi"}
    about, by = [place.children["Ava"].pk], place.worker("ruth.adeyemi")
    append(at=later, by=by, type="kept_back", happened=When.at(later), about=about, data=data)
    reassign_from_absent(at=later)
    has = current_assignee(entry=entry_by_id(contact), at=later).assignee.worker
    assert has is not None
    assert has.pk != holder.pk, f"{dana} and the others are still there"


def questions() -> list[str]:
    rows = EntryEnvelope.objects.filter(type="message_received").select_related("body")
    return [row.body.data["text"] for row in rows if "could be meant" in row.body.data["text"]]


def test_words_that_could_mean_several_are_a_question_to_the_childs_worker_once(place: Place) -> None:
    Worker.objects.create(id="dr.hakim", name="Dr Yusuf Hakim", role="gp")
    told(place, "the GP")
    assert [ask_who_is_meant(at=FRIDAY + n * MINUTE) for n in (1, 2)] == [1, 0]
    [text] = questions()
    assert "“the GP” must not know" in text
    message = EntryEnvelope.objects.get(type="message_received")
    assert "dana.whitlock" in given(str(message.pk))


@pytest.mark.parametrize("said", ["Her dad", "Dana Whitlock", "Recovery", "Nobody"])
def test_words_that_mean_nobody_here_or_somebody_outright_are_no_question(place: Place, said: str) -> None:
    told(place, said)
    assert ask_who_is_meant(at=FRIDAY + MINUTE) == 0


def test_the_question_is_kept_from_whoever_could_be_meant(place: Place) -> None:
    gp = Worker.objects.create(id="dr.hakim", name="Dr Yusuf Hakim", role="gp")
    told(place, "the GP")
    ask_who_is_meant(at=FRIDAY + MINUTE)
    message = entry_by_id(str(EntryEnvelope.objects.get(type="message_received").pk))
    [matter] = kept_back([place.children["Ava"].pk], Moment.live(FRIDAY + MINUTE))
    assert matter.is_kept_from(gp)
    assert is_withheld(message, gp, Moment.live(FRIDAY + MINUTE))


def test_it_is_answered_by_saying_who_is_meant(place: Place) -> None:
    gp = Worker.objects.create(id="dr.hakim", name="Dr Yusuf Hakim", role="gp")
    told(place, "the GP")
    later = FRIDAY + MINUTE
    ask_who_is_meant(at=later)
    [matter] = kept_back([place.children["Ava"].pk], Moment.live(later))
    kept = entry_by_id(matter.id)
    by, data = place.team["dana"], {**kept.data.written(), "from": [gp.pk]}
    append(
        at=later,
        by=by,
        type="kept_back",
        happened=kept.happened,
        about=kept.about,
        data=data,
        corrects=kept.id,
        reason="She meant Dr Hakim.",
    )
    ask_who_is_meant(at=later + MINUTE)
    assert EntryEnvelope.objects.filter(type="message_answered").count() == 1
    assert ask_who_is_meant(at=later + 2 * MINUTE) == 0
    assert EntryEnvelope.objects.filter(type="message_answered").count() == 1
