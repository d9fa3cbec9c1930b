"""Two in the morning, police at the door. Everything the duty worker needs is made from the record; nobody typed it specially."""

from django.test import Client

from holdfast.access.models import User
from holdfast.duty.models import Delivery
from holdfast.kernel.moment import Moment
from holdfast.pages.child.queries.load_family import family_around
from holdfast.pages.tonight.presenters.night_page import NightPage, night_page
from holdfast.record import people
from holdfast.record.models import EntryBody
from tests.pages.household import BEFORE, NIGHT, Wrens


def night_of(child: str) -> NightPage:
    return night_page(family_around(child, Moment.live(NIGHT)).child(child))


def standing(page: NightPage) -> dict[str, list[str]]:
    return {group.standing: [person.name for person in group.people] for group in page.take.groups}


def test_each_adult_stands_where_the_record_puts_them(wrens: Wrens) -> None:
    assert standing(night_of(wrens.noah)) == {
        "agreed": ["Joy Wren"],
        "offered": ["Pat Wren"],
        "unasked": [],
        "never": ["Lee Stone (father of Tia Stone)", "Dean Stone"],
    }


def test_a_man_found_unsuitable_for_one_child_is_not_offered_for_the_next(wrens: Wrens) -> None:
    (dean,) = [each for each in night_of(wrens.isla).must_not if each.person == wrens.dean]
    assert dean.words == "Found not suitable to care for Tia Stone."


def test_what_a_check_covered_is_said_and_what_it_did_not(wrens: Wrens) -> None:
    groups = {group.standing: group for group in night_of(wrens.noah).take.groups}
    assert groups["agreed"].people[0].facts[0] == (
        "Suitable: assessed 3 Aug 2026 (110 days ago) by Sam Poole, Northmere Children’s Services. "
        "It covered police, health, home visit."
    )
    assert "police done, health not recorded, sleeping place seen: not recorded" in groups["offered"].people[0].facts[0]


def test_a_later_assessment_puts_an_earlier_one_aside(wrens: Wrens) -> None:
    wrens.tell("viability_assessed", "2026-11-19", carer=wrens.joy, outcome="not_suitable", checks=["police"])
    assert "Joy Wren" in standing(night_of(wrens.noah))["never"]
    wrens.tell("viability_assessed", "2026-11-20", [wrens.tia], carer=wrens.dean, outcome="more_needed")
    assert "Dean Stone" in standing(night_of(wrens.noah))["offered"]


def test_an_order_points_to_the_one_person_whose_full_name_it_holds_and_asks_to_check(wrens: Wrens) -> None:
    (stone,) = [each for each in night_of(wrens.noah).must_not if each.person == wrens.lee_stone]
    assert stone.words == "Non-molestation order: Lee Stone may not come to the address"
    assert stone.check == "The order’s words hold this full name: check that it is the same person."


def test_an_order_with_a_first_name_alone_points_to_nobody(wrens: Wrens) -> None:
    wrens.tell("court_order_made", "2026-11-01", kind="prohibited steps: Lee must not take the children")
    barred = [each for each in night_of(wrens.noah).must_not if "prohibited" in each.words.lower()]
    assert [each.person for each in barred] == [None]
    assert barred[0].name == "Read the order’s words"


def test_somebody_recorded_as_to_stay_away_is_named(wrens: Wrens) -> None:
    people.relate(at=BEFORE, by=None, from_person=wrens.lee_brook, to_person=wrens.noah, kind="no_contact")
    (brook,) = [each for each in night_of(wrens.noah).must_not if each.person == wrens.lee_brook]
    assert brook.words == "No contact with Noah Brook."
    assert "Lee Brook (father of Noah Brook and Isla Brook)" in standing(night_of(wrens.noah))["never"]


def test_the_danger_is_one_sentence_from_the_record_with_what_a_sister_said(wrens: Wrens) -> None:
    danger = night_of(wrens.noah).danger
    assert danger.startswith("Child protection plan for neglect since 6 May 2026; the last incidents recorded: domestic abuse")
    assert "Tia Stone, on 18 Nov 2026, does not want to go home: read the words" in danger


def test_unknown_is_said_to_be_unknown(wrens: Wrens) -> None:
    page = night_of(wrens.noah)
    assert "Lee Brook (father of Noah Brook and Isla Brook): parental responsibility not recorded" in page.responsibility
    assert page.last_alone == "Nobody has recorded seeing Noah Brook alone."


def test_the_safety_plan_is_as_agreed_and_a_danger_to_staff_is_named(wrens: Wrens) -> None:
    page = night_of(wrens.noah)
    assert page.safety_plan is not None
    assert page.safety_plan.text == "If Lee Stone comes, Tia rings 999.\nJoy has a key."
    assert page.staff[0].startswith("Danger to staff: dog loose.")


def test_the_worker_is_away_and_the_manager_on_call_is_said_with_why(wrens: Wrens) -> None:
    calls = {call.role: (call.name, call.words) for call in night_of(wrens.noah).calls}
    assert calls["Lead worker"] == ("Sam Poole", "away since 17 Nov 2026")
    assert calls["Manager on call"] == ("Ruth Adeyemi", "manager of Sam Poole")


def client(username: str = "joe.ellis") -> Client:
    found = Client()
    found.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    return found


def test_signing_in_at_night_lands_on_tonight(wrens: Wrens) -> None:
    assert client().get("/").headers["Location"] == "/tonight/"


def test_the_landing_page_lists_the_children_on_a_plan(wrens: Wrens) -> None:
    shown = client().get("/tonight/").content.decode()
    assert all(f"/tonight/{child}/" in shown for child in wrens.children)


def test_what_was_done_at_night_reaches_somebody_at_work_and_the_chronology(wrens: Wrens) -> None:
    did, send_id = "Took all three to Joy’s. <b>Police</b> have Lee Stone.", "01a00000-0000-7000-8000-000000000001"
    sent = {"children": wrens.children, "did": did, "next_steps": "Ring Joy at eight.", "harm": "no", "send_id": send_id}
    answer = client().post(f"/tonight/{wrens.noah}/what-i-did/", sent, follow=True)
    assert "Recorded. It is with Amina Khan: next on duty; Sam Poole is away since 17 Nov 2026." in answer.content.decode()
    told = set(Delivery.objects.filter(kind="message").values_list("worker_id", flat=True))
    assert {"amina.khan", "ruth.adeyemi"} <= told
    assert "sam.poole" not in told
    (message,) = EntryBody.objects.filter(envelope__type="message_received")
    assert message.data["text"].endswith("In the morning: Ring Joy at eight.")
    assert "Took all three to Joy’s. &lt;b&gt;Police" in client("helen.marsh").get(f"/children/{wrens.tia}/").content.decode()


def test_pressing_twice_records_once(wrens: Wrens) -> None:
    sent = {"children": wrens.children, "did": "Visited.", "harm": "no", "send_id": "01a00000-0000-7000-8000-000000000002"}
    for _ in range(2):
        client().post(f"/tonight/{wrens.noah}/what-i-did/", sent)
    assert EntryBody.objects.filter(envelope__type="message_received").count() == 1


def test_saying_nothing_is_asked_about_and_loses_nothing(wrens: Wrens) -> None:
    answer = client().post(
        f"/tonight/{wrens.noah}/what-i-did/", {"children": wrens.children, "did": "", "next_steps": "Ring Joy."}
    )
    assert "There is a problem" in answer.content.decode()
    assert "Ring Joy." in answer.content.decode()


def test_a_day_worker_has_no_tonight(wrens: Wrens) -> None:
    assert client("ruth.adeyemi").get(f"/tonight/{wrens.noah}/").status_code == 403
