"""Whoever says in ordinary words who must not know is asked whom they mean, and what they say is kept from that person."""

from uuid import uuid4

from holdfast.access.kept_back_matters import kept_back
from holdfast.kernel.moment import Moment
from holdfast.pages.forms.who_is_meant import meant_name
from holdfast.record.models import Organisation, PersonFact, Worker
from holdfast.record.people import add_person, relate
from tests.pages.contacts.reported import SAFE, send, step, tell
from tests.pages.household import BEFORE, NIGHT, Wrens
from tests.pages.people.test_person_page import page_of, signed_in, state

HERE = {"setting": "larkfield-primary", "percent": 90, "from": "2026-10-01", "to": "2026-10-30"}
ADDRESS = {"value": "1 Hidden Street", "why": "danger"}


def keep(wrens: Wrens, kept_from: str, **answers: object) -> object:
    return state(wrens.carrie, "safe_address", kept_from=kept_from, **ADDRESS, **answers)  # type: ignore[arg-type]


def kept_from(person: str) -> tuple[str, ...]:
    [matter] = kept_back([person], Moment.live(NIGHT))
    return matter.kept_from


def test_a_whole_name_with_what_somebody_does_is_taken_without_a_question(wrens: Wrens) -> None:
    assert keep(wrens, "Priya Nair, health visitor; Lee Brook").status_code == 302  # type: ignore[attr-defined]
    assert kept_from(wrens.carrie) == ("priya.nair", wrens.lee_brook)
    page = page_of(wrens.tia)
    assert "Priya Nair and Lee Brook." in page
    assert "In their words: “Priya Nair, health visitor; Lee Brook”" in page


def test_a_name_that_could_be_somebodys_is_asked_about_and_nothing_is_written_before_it_is_answered(wrens: Wrens) -> None:
    answer = keep(wrens, "Larkfield school")
    assert answer.status_code == 422  # type: ignore[attr-defined]
    page = answer.content.decode()  # type: ignore[attr-defined]
    assert "Who is “Larkfield school”?" in page
    assert "Did you mean" in page
    assert "Everybody at Larkfield Primary School" in page
    assert "Hidden Street" in page, "nothing that was typed is lost"
    assert not PersonFact.objects.filter(kind="safe_address").exists()
    said = {meant_name("Larkfield school"): "larkfield-primary"}
    assert keep(wrens, "Larkfield school", **said).status_code == 302  # type: ignore[attr-defined]
    assert kept_from(wrens.carrie) == ("larkfield-primary",)
    assert "Hidden" not in page_of_any(wrens.carrie, "maya.osei")


def page_of_any(person: str, username: str) -> str:
    return signed_in(username).get(f"/person/{person}/").content.decode()


def test_whoever_is_not_sure_keeps_it_from_all_of_them(wrens: Wrens) -> None:
    answer = keep(wrens, "the health visitor", **{meant_name("the health visitor"): "any"})
    assert answer.status_code == 302  # type: ignore[attr-defined]
    assert kept_from(wrens.carrie) == ("the health visitor",)
    [matter] = kept_back([wrens.carrie], Moment.live(NIGHT))
    assert matter.is_kept_from(Worker.objects.get(pk="priya.nair"))


def test_somebody_of_the_family_with_a_workers_name_keeps_it_from_no_worker(wrens: Wrens) -> None:
    answer = keep(wrens, "Sam, who drinks with her dad", **{meant_name("Sam, who drinks with her dad"): "none"})
    assert answer.status_code == 302  # type: ignore[attr-defined]
    [matter] = kept_back([wrens.carrie], Moment.live(NIGHT))
    assert not matter.is_kept_from(Worker.objects.get(pk="sam.poole"))


def test_one_is_not_both_somebody_and_nobody(wrens: Wrens) -> None:
    answer = keep(wrens, "Priya", **{meant_name("Priya"): ["priya.nair", "none"]})
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert "one of the last two answers alone" in answer.content.decode()  # type: ignore[attr-defined]


def test_a_referrer_is_asked_on_the_page_of_the_three_questions(wrens: Wrens) -> None:
    steve = Worker.objects.create(
        id="steve.ware",
        name="Steve Ware",
        role="substance_misuse_worker",
        organisation=Organisation.objects.create(id="recovery", kind="substance_misuse_service", name="Recovery North"),
    )
    wrens.tell("attendance_recorded", "2026-11-01", [wrens.noah], by="maya.osei", **HERE)
    maya, concern = signed_in("maya.osei"), uuid4()
    assert maya.post(step(concern, "children"), {"children": [wrens.noah]}).status_code == 302
    asked = maya.post(step(concern, "safety"), {**SAFE, "not_to_know": "mum's drug worker"})
    assert asked.status_code == 422
    assert "Steve Ware, substance misuse worker, Recovery North" in asked.content.decode()
    safety = {"not_to_know": "mum's drug worker", meant_name("mum's drug worker"): "steve.ware"}
    concern_id, _ = send(maya, wrens.noah, safety=safety)
    [matter] = kept_back([wrens.noah], Moment.live(NIGHT))
    assert (matter.kept, matter.kept_from, matter.is_kept_from(steve)) == (concern_id, ("steve.ware",), True)
    again = tell(signed_in("maya.osei"), wrens.noah, safety=safety)
    back = signed_in("maya.osei").get(step(again, "safety")).content.decode()
    assert 'value="steve.ware" checked' in " ".join(back.split()), "what was answered is there when they come back"


def test_a_safe_address_is_written_into_no_record_that_its_writer_may_not_write_in_and_that_is_said(wrens: Wrens) -> None:
    elsewhere = add_person(at=BEFORE, by=None, names=[], born="2019").pk
    relate(at=BEFORE, by=None, from_person=wrens.carrie, to_person=elsewhere, kind="mother")
    for child in (wrens.tia, wrens.noah, wrens.isla):
        wrens.tell("worker_allocated", "2026-11-02", [child], worker="priya.nair", role="health_visitor")
    priya = signed_in("priya.nair")
    sent = {
        "send_id": str(uuid4()),
        "said_by": "Joy",
        "kept_from": "Lee Brook",
        **ADDRESS,
        **{"check_by_day": "1", "check_by_month": "2", "check_by_year": "2027"},
    }
    answer = priya.post(f"/person/{wrens.carrie}/state/safe_address/", sent, follow=True)
    assert answer.status_code == 200
    assert "One of their children has a record that you may not write in." in answer.content.decode()
    [matter] = kept_back([wrens.carrie], Moment.live(NIGHT))
    assert set(matter.children) == {wrens.carrie, wrens.tia, wrens.noah, wrens.isla}
