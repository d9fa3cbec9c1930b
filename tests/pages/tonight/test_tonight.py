"""Two in the morning, police at the door. Everything the duty worker needs is made from the record; nobody typed it specially."""

from datetime import timedelta

from django.test import Client

from holdfast.access.models import Look, User
from holdfast.duty.models import Delivery
from holdfast.pages.tonight.presenters.night_page import NightPage
from holdfast.record import people
from holdfast.record.models import EntryBody
from tests.pages.household import BEFORE, NIGHT, Wrens
from tests.pages.tonight.conftest import night_of, rang


def fact(page: NightPage, title: str) -> tuple[str, ...]:
    return next(each.said for each in page.facts if each.title == title)


def test_unknown_is_said_to_be_unknown(wrens: Wrens) -> None:
    page = night_of(wrens.noah)
    assert "Lee Brook: parental responsibility not recorded, for Noah Brook and Isla Brook" in fact(page, "Who can agree")
    assert "Nobody has recorded seeing Noah Brook alone." in fact(page, "Last seen alone")
    assert fact(page, "Language") == ()
    assert [each.unknown for each in page.facts if each.title == "Language"] == ["Nobody has recorded which language they speak."]


def test_nobody_dead_can_agree_to_anything(wrens: Wrens) -> None:
    assert any("Carrie Wren" in words for words in fact(night_of(wrens.noah), "Who can agree"))
    wrens.tell("death_recorded", "2026-11-20", [wrens.carrie], person=wrens.carrie)
    assert not any("Carrie Wren" in words for words in fact(night_of(wrens.noah), "Who can agree"))


def test_what_is_so_of_all_three_is_said_once(wrens: Wrens) -> None:
    law = fact(night_of(wrens.noah), "Law")
    assert [words for words in law if "plan for neglect" in words] == [
        "All three: child protection plan for neglect since 6 May 2026."
    ]


def test_the_safety_plan_is_as_agreed_and_a_danger_to_staff_is_named(wrens: Wrens) -> None:
    page = night_of(wrens.noah)
    assert page.safety_plan is not None
    assert page.safety_plan.text == "If Lee Stone comes, Tia rings 999.\nJoy has a key."
    assert fact(page, "Danger to staff")[0].startswith("Danger to staff: dog loose.")


def test_a_danger_stated_of_a_person_says_from_whom_and_that_it_should_have_been_looked_at_again(wrens: Wrens) -> None:
    said = {"at": BEFORE, "by": None, "said_by": "police", "check_by": BEFORE.date(), "detail": {"whose": wrens.lee_brook}}
    people.state_fact(person=wrens.carrie, kind="danger_to_staff", value="Go with police: he pushed a worker", **said)
    (first, *_) = fact(night_of(wrens.noah), "Danger to staff")
    assert first == "Lee Brook: Go with police: he pushed a worker. Said by police. It was to be looked at again: ask."


def test_the_language_spoken_at_home_and_whether_an_interpreter_is_needed(wrens: Wrens) -> None:
    people.state_fact(person=wrens.carrie, kind="language", value="Polish", at=BEFORE, by=None, detail={"interpreter": True})
    assert fact(night_of(wrens.noah), "Language") == ("Polish, needs an interpreter: Carrie Wren.",)


def client(username: str = "joe.ellis") -> Client:
    found = Client()
    found.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    return found


def test_signing_in_at_night_lands_on_tonight(wrens: Wrens) -> None:
    assert client().get("/").headers["Location"] == "/tonight/"


def test_whoever_works_by_day_does_not_land_on_the_night_though_they_may_open_it(wrens: Wrens) -> None:
    for username, first in (("ruth.adeyemi", "/today/"), ("amina.khan", "/today/")):
        assert client(username).get("/").headers["Location"] == first, username
        assert client(username).get("/tonight/").status_code == 200, username


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


def test_the_manager_and_the_duty_social_worker_are_no_longer_refused(wrens: Wrens) -> None:
    for username in ("ruth.adeyemi", "amina.khan", "helen.marsh", "sam.poole"):
        answer = client(username).get(f"/tonight/{wrens.noah}/")
        assert answer.status_code == 200, username
        assert "Who can take them tonight" in answer.content.decode()


def test_somebody_without_a_tie_to_the_child_is_refused(wrens: Wrens) -> None:
    assert client("maya.osei").get(f"/tonight/{wrens.noah}/").status_code == 403


def test_a_look_is_kept_for_every_brother_and_sister_whose_words_are_on_the_page(wrens: Wrens) -> None:
    client().get(f"/tonight/{wrens.noah}/")
    assert set(Look.objects.filter(allowed=True).values_list("child", flat=True)) == set(wrens.children)


def test_whoever_may_not_find_children_is_not_led_to_a_page_that_refuses_them(wrens: Wrens) -> None:
    wrens.tell("core_group_held", "2026-11-10", present=[{"role": "gp", "worker": "maya.osei"}])
    shown = client("maya.osei").get(f"/tonight/{wrens.noah}/").content.decode()
    assert f'href="/children/{wrens.noah}/" class="govuk-back-link"' in shown
    assert 'href="/tonight/"' not in shown


def test_a_concern_is_opened_from_the_page_by_whoever_may_decide_it_and_by_nobody_else(wrens: Wrens) -> None:
    contact = rang(wrens, "He was hungry.", at=NIGHT - timedelta(hours=2))
    assert f"/report-a-concern/{contact.id}/" in client().get(f"/tonight/{wrens.noah}/").content.decode()
    wrens.tell("core_group_held", "2026-11-10", present=[{"role": "gp", "worker": "maya.osei"}])
    assert f"/report-a-concern/{contact.id}/" not in client("maya.osei").get(f"/tonight/{wrens.noah}/").content.decode()


def test_a_partner_in_the_room_reads_no_more_than_is_theirs_and_is_told_that_there_is_more(wrens: Wrens) -> None:
    wrens.tell("adult_disclosure_recorded", "2026-11-10", adult=wrens.carrie, kind="takes heroin", by="sam.poole")
    wrens.tell("core_group_held", "2026-11-10", present=[{"role": "health_visitor", "worker": "priya.nair"}])
    wrens.tell("core_group_held", "2026-11-11", present=[{"role": "school", "worker": "maya.osei"}])
    school, duty = (client(name).get(f"/tonight/{wrens.noah}/").content.decode() for name in ("maya.osei", "joe.ellis"))
    assert "takes heroin" in duty
    assert "Not for you" not in duty
    assert "takes heroin" not in school
    assert "Not for you: 1 entry that social care was told in confidence." in school


def test_a_page_of_last_week_offers_nothing_to_record(wrens: Wrens) -> None:
    shown = client().get(f"/tonight/{wrens.noah}/?as_at=2026-11-15").content.decode()
    assert "Hand over to the day team" not in shown
    assert "Nothing can be recorded on a page that shows the past." in shown
