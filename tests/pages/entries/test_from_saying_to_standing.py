"""From what somebody says to how it stands: checked, saved once, read by others, put right in the open."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from holdfast.access.models import Look, User
from holdfast.config.system_clock import fixed_at
from holdfast.duty.models import Delivery
from holdfast.pages import drafts
from holdfast.pages.entries.forms.submission import Submission
from holdfast.pages.entries.links import correct_url, entry_url, record_home, record_url, withdraw_url
from holdfast.record.models import EntryEnvelope, Organisation, Worker
from holdfast.record.models.person_facts import new_id
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.faults import Fault
from tests.pages.entries.family import NOW, Family, signed_in
from tests.pages.entries.html import Page, faults


def read(answer: Any) -> Page:
    return Page(answer.content.decode())


def core_group(family: Family, **more: Any) -> dict[str, Any]:
    """A core group on Wednesday 17 October 2018, told by Sam."""
    return {
        "happened_day": "17",
        "happened_month": "10",
        "happened_year": "2018",
        "about": [family.chloe.pk],
        "data-present_row": ["0"],
        "data-present-0-role": "social worker",
        "data-present-0-worker": "sam",
        "send_id": str(new_id()),
        "press": "check",
        **more,
    }


def save(client: Client, url: str, boxes: dict[str, Any]) -> Any:
    checked = client.post(url, boxes)
    assert checked.status_code == 200, read(checked).text
    return client.post(url, {**read(checked).would_send(), "press": "save"})


def test_the_sentence_that_is_checked_is_the_sentence_that_stands(family: Family, sam: Client) -> None:
    url = record_url("core_group_held", family.chloe.pk)
    checked = sam.post(url, core_group(family))
    sentence = "Core group held. Present: Sam Poole (social worker). Absent: not recorded. Concerns: not recorded."
    assert sentence in read(checked).text
    assert faults(read(checked)) == []
    saved = sam.post(url, {**read(checked).would_send(), "press": "save"}, follow=True)
    assert sentence in read(saved).text


def test_saving_says_what_it_met_and_what_it_started(family: Family, sam: Client) -> None:
    saved = sam.get(save(sam, record_url("core_group_held", family.chloe.pk), core_group(family)).url)
    text = " ".join(read(saved).text.split())
    assert "First core group for Chloe Done in time This meets it, due 17 Oct 2018." in text  # Wednesday
    assert "Subsequent core groups for Chloe" in text
    assert "This starts it, due by 28 Nov 2018" in text  # Wednesday, six weeks on
    assert faults(read(saved)) == []


def test_a_core_group_about_one_sister_meets_nothing_for_the_other(family: Family, sam: Client) -> None:
    both = save(
        sam, record_url("core_group_held", family.chloe.pk), core_group(family, about=[family.chloe.pk, family.harper.pk])
    )
    assert "First core group for Chloe and Harper" in " ".join(read(sam.get(both.url)).text.split())
    one = save(sam, record_url("core_group_held", family.chloe.pk), core_group(family))
    assert "Harper" not in read(sam.get(one.url)).text


def test_the_sister_is_offered_and_not_assumed(family: Family, sam: Client) -> None:
    page = read(sam.get(record_url("visit_made", family.chloe.pk)))
    boxes = {control.value: control.on for control in page.controls if control.name == "about"}
    assert boxes == {family.chloe.pk: True, family.harper.pk: False, family.mother.pk: False}


def test_a_second_press_and_a_phone_that_tries_again_record_once(family: Family, sam: Client) -> None:
    held = EntryEnvelope.objects.filter(type="core_group_held")
    before = held.count()
    url, boxes = record_url("core_group_held", family.chloe.pk), core_group(family)
    ready = {**read(sam.post(url, boxes)).would_send(), "press": "save"}
    first, second = sam.post(url, ready), sam.post(url, ready)
    assert first.url == second.url
    with fixed_at(NOW + timedelta(minutes=9)):
        assert sam.post(url, ready).url == first.url
    assert held.count() == before + 1


@pytest.mark.parametrize(
    ("cover", "said"),
    [
        ("sam", "This is the same person twice."),
        ("ruth", "Ruth Adeyemi is away since 1 Nov 2018, and nobody who is at work covers for them."),
    ],
)
def test_cover_by_nobody_who_is_there_is_refused_where_it_was_said_with_what_to_do(
    family: Family, sam: Client, cover: str, said: str
) -> None:
    family.say("absence_started", "2018-11-01", {"worker": "ruth"}, about=())
    boxes = {
        "happened_day": "5",
        "happened_month": "11",
        "happened_year": "2018",
        "about": [family.chloe.pk],
        "data-for": "sam",
        "data-cover": cover,
        "send_id": str(new_id()),
        "press": "check",
    }
    # What no entry may say is refused as it is checked; who is away is asked as it is saved.
    answer = sam.post(record_url("cover_named", family.chloe.pk), boxes)
    answer = answer if answer.status_code == 422 else save(sam, record_url("cover_named", family.chloe.pk), boxes)
    page = read(answer)
    assert answer.status_code == 422
    assert said in " ".join(page.text.split())
    assert any(link.startswith("#") and "cover" in link for link in page.links), "the summary leads to the field"
    assert page.would_send()["data-cover"] == [cover], "nothing typed is lost"
    assert faults(page) == []
    assert not EntryEnvelope.objects.filter(type="cover_named", body__data__cover=cover).exists()


def test_going_back_and_saying_something_else_asks_which_is_meant(family: Family, sam: Client) -> None:
    url, boxes = record_url("core_group_held", family.chloe.pk), core_group(family)
    save(sam, url, boxes)
    changed = {**boxes, "happened_day": "18"}
    answer = sam.post(url, {**changed, "press": "save"})
    page = read(answer)
    assert answer.status_code == 422
    assert "You have recorded this already" in page.text
    assert entry_url(boxes["send_id"]) in page.links
    assert page.would_send()["happened_day"] == ["18"], "nothing typed is lost"
    assert save(sam, url, page.would_send()).status_code == 302, "as another thing it can be saved"


def test_no_nobody_and_not_recorded_are_three_things(family: Family, sam: Client) -> None:
    url = record_url("visit_made", family.chloe.pk)
    base = {"happened_day": "2", "happened_month": "11", "happened_year": "2018", "about": family.chloe.pk, "data-kind": "other"}
    said = {"data-seen": ":none", "data-sleeping_place_seen": "no", "send_id": str(new_id()), "press": "check"}
    save(sam, url, {**base, **said})
    written = entry_by_id(said["send_id"]).data.written()
    assert written == {"kind": "other", "seen": [], "sleeping_place_seen": False}, "what nobody answered is not there"
    both = sam.post(url, {**base, "data-seen": [":none", family.chloe.pk], "press": "check"})
    assert "Choose “Nobody” or the others, not both" in read(both).text


def test_rows_are_added_and_taken_away_without_losing_a_word(family: Family, sam: Client) -> None:
    url, boxes = record_url("core_group_held", family.chloe.pk), core_group(family, **{"data-concerns-0": "Teeth"})
    boxes["data-concerns_row"] = ["0"]
    added = read(sam.post(url, {**boxes, "press": "add:data-present"})).would_send()
    assert added["data-present_row"] == ["0", "1"]
    added |= {"data-present-1-role": ["mother"], "data-present-1-person": [family.mother.pk]}
    fewer = read(sam.post(url, {**added, "press": "remove:data-present-0"})).would_send()
    assert fewer["data-present_row"] == ["1"]
    assert "data-present-0-role" not in fewer
    assert fewer["data-present-1-role"] == ["mother"] and fewer["data-concerns-0"] == ["Teeth"]
    save(sam, url, {**fewer, "press": "check"})
    held = entry_by_id(boxes["send_id"]).data.written()
    assert held["present"] == [{"role": "mother", "person": family.mother.pk}]


def test_a_fault_in_a_row_says_which_row(family: Family, sam: Client) -> None:
    url = record_url("core_group_held", family.chloe.pk)
    ready = {**read(sam.post(url, core_group(family))).would_send(), "press": "save"}
    page = read(sam.post(url, {**ready, "data-present-0-role": [""], "data-present-0-worker": ["sam"]}))
    assert "Person 1: enter role" in page.text
    assert "#id_data-present-0-role" in page.links


def test_faults_of_the_record_come_back_to_their_boxes() -> None:
    sent = Submission({})
    sent.note_asked(("data", "present"), "data-present", "id_data-present-0", "Who was there")
    sent.note_asked(("data", "present", 0, "role"), "data-present-0-role", "id_data-present-0-role", "Role")
    faults_found = [
        Fault("$.data.present[0].role", "This is empty.", "Say it."),
        Fault("$.data.present[4].worker", "The record has no such worker.", "Choose one."),
        Fault("$.recorded_at", "It puts right something that was recorded later.", "Check the time."),
    ]
    sent.refuse(faults_found)
    assert [problem.target for problem in sent.problems] == ["", "id_data-present-0", "id_data-present-0-role"]


def test_two_people_who_put_the_same_entry_right_lose_nothing(family: Family, sam: Client) -> None:
    visit = family.say("visit_made", "2018-11-02", {"kind": "other"})
    mine = read(sam.get(correct_url(visit.id))).would_send() | {"reason": "It was a joint visit.", "data-kind": "joint"}
    theirs = family.say("visit_made", "2018-11-03", {"kind": "other"}, corrects=visit.id, reason="A day later.")
    answer = sam.post(correct_url(visit.id), {**mine, "press": "save"})
    assert answer.url == correct_url(theirs.id)
    page = read(sam.get(answer.url))
    assert "Somebody else put this right while you were writing" in page.text
    assert page.would_send()["reason"] == ["It was a joint visit."]


def test_a_correction_sent_twice_is_one(family: Family, sam: Client) -> None:
    visit = family.say("visit_made", "2018-11-02", {"kind": "other"})
    mine = read(sam.get(correct_url(visit.id))).would_send() | {"reason": "It was a joint visit.", "data-kind": "joint"}
    first, second = (sam.post(correct_url(visit.id), {**mine, "press": "save"}) for _ in range(2))
    assert first.url == second.url
    assert EntryEnvelope.objects.filter(corrects=visit.id).count() == 1


def test_a_date_is_as_exact_as_it_is_known(family: Family, sam: Client) -> None:
    url, base = record_url("section47_started", family.chloe.pk), {"about": family.chloe.pk, "press": "check"}
    told = {
        "2018": {"happened_year": "2018"},
        "2018-10": {"happened_month": "October", "happened_year": "2018"},
        "2018-10-17T15:40:00Z": {
            "happened_day": "17",
            "happened_month": "10",
            "happened_year": "2018",
            "happened_time": "4.40pm",
        },
    }
    for written, boxes in told.items():
        sent = {**base, **boxes, "send_id": str(new_id())}
        save(sam, url, sent)
        assert entry_by_id(sent["send_id"]).happened.to_json() == written
    between = {**base, "happened_month": "9", "happened_year": "2018", "happened_to_day": "3", "happened_to_month": "10"}
    sent = {**between, "happened_to_year": "2018", "send_id": str(new_id())}
    save(sam, url, sent)
    assert entry_by_id(sent["send_id"]).happened.to_json() == {"from": "2018-09-01", "to": "2018-10-03"}
    back = read(sam.post(url, {**sent, "happened_to_year": "2017"}))
    assert "The last date is before the first" in back.text and "#id_happened_to_day" in back.links


def test_what_has_not_come_yet_is_not_taken_for_done(family: Family, sam: Client) -> None:
    back = read(sam.post(record_url("core_group_held", family.chloe.pk), core_group(family, happened_year="2019")))
    assert "This is still to come, and is said as something that has happened." in back.text
    assert "#id_happened_day" in back.links and "Save it" not in back.text


def test_a_child_seen_before_they_were_born_is_asked_about_and_may_be_answered(family: Family, sam: Client) -> None:
    url, id = record_url("voice_recorded", family.chloe.pk), str(new_id())
    boxes = read(sam.get(url)).would_send() | {
        **{"happened_day": "30", "happened_month": "4", "happened_year": "2013", "data-child": family.chloe.pk},
        **{"data-how": "words", "data-words": "I want to stay.", "send_id": id},
    }
    back = read(sam.post(url, boxes))
    assert "was born in May 2013, after this" in back.text and "#id_data-child" in " ".join(back.links)
    assert "Is it so all the same? Then say why" in back.text
    save(sam, url, {**boxes, "because": "The date of birth is wrong, and the family have been asked for the right one."})
    (confirmed,) = EntryEnvelope.objects.filter(type="order_confirmed")
    assert entry_by_id(str(confirmed.pk)).data.written()["entry"] == id


def test_on_the_last_day_before_birth_it_is_asked_and_in_the_month_of_it_not(family: Family, sam: Client) -> None:
    url = record_url("voice_recorded", family.chloe.pk)
    boxes = read(sam.get(url)).would_send() | {
        **{"happened_day": "1", "happened_month": "5", "happened_year": "2013", "data-child": family.chloe.pk},
        **{"data-how": "words", "data-words": "I want to stay."},
    }
    assert "Is it so all the same" not in read(sam.post(url, boxes)).text


def test_a_conference_that_says_nothing_of_one_child_says_so_before_it_is_saved(family: Family, sam: Client) -> None:
    url = record_url("conference_held", family.chloe.pk)
    boxes = read(sam.get(url)).would_send() | {
        "happened_day": "3",
        "happened_month": "10",
        "happened_year": "2018",
        "data-kind": "initial",
        "data-decisions-0-decision": "plan_made",
        "data-decisions-0-reasons": "Neglect.",
        "press": "check",
    }
    checked = read(sam.post(url, boxes))
    assert "“What was decided for each child”: nothing is said about Harper." in checked.text
    sam.post(url, {**checked.would_send(), "press": "save"})
    held = entry_by_id(boxes["send_id"][0]).data.written()
    assert held["decisions"] == [{"child": family.chloe.pk, "decision": "plan_made", "reasons": "Neglect."}]


def test_what_was_begun_is_kept_and_found_again(family: Family, sam: Client) -> None:
    url = record_url("core_group_held", family.chloe.pk)
    sam.post(url, core_group(family, about=[]))
    page = read(sam.get(url))
    assert "You have a draft" in page.text
    assert page.would_send()["data-present-0-role"] == ["social worker"]
    save(sam, url, core_group(family))
    assert drafts.find(family.user, url) is None


def test_what_is_sent_after_signing_out_is_there_after_signing_in_again(family: Family) -> None:
    client, url = signed_in(family.user), record_url("core_group_held", family.chloe.pk)
    boxes = {**read(client.get(url)).would_send(), **core_group(family)}
    client.cookies.pop("sessionid")
    assert "/sign-in/" in client.post(url, boxes).url
    held = client.cookies["sessionid"].value
    client.force_login(family.user, backend="django.contrib.auth.backends.ModelBackend")
    assert held
    page = read(client.get(url))
    assert page.would_send()["data-present-0-role"] == ["social worker"]


def test_a_correction_is_filled_in_with_what_was_said_and_keeps_both(family: Family, sam: Client) -> None:
    first = family.say(
        "visit_made", "2018-11-02T16:40:23.5Z", {"kind": "child_protection", "seen": [family.chloe.pk]}, source="4.6"
    )
    filled = read(sam.get(correct_url(first.id)))
    assert filled.would_send()["data-seen"] == [family.chloe.pk] and filled.would_send()["source"] == ["4.6"]
    without = read(sam.post(correct_url(first.id), {**filled.would_send(), "press": "check"}))
    assert "#id_reason" in without.links, "a correction has a reason"
    boxes = {**filled.would_send(), "reason": "It was Harper.", "data-seen": family.harper.pk, "data-seen_order": []}
    save(sam, correct_url(first.id), {**boxes, "press": "check"})
    later = EntryEnvelope.objects.get(corrects=first.id)
    corrected = entry_by_id(str(later.pk))
    assert corrected.happened == first.happened, "a time nobody touched stays exact to the second"
    assert (corrected.reason, corrected.source) == ("It was Harper.", "4.6")
    page = read(sam.get(entry_url(first.id)))
    assert "This is an earlier version" in page.text and entry_url(corrected.id) in page.links
    assert "It was Harper." in page.text and "Changed: “Who was seen”" in page.text
    assert faults(page) == []
    assert sam.get(correct_url(first.id)).url == correct_url(corrected.id), "only what stands can be put right"


def test_a_withdrawal_has_a_reason_and_can_be_taken_back(family: Family, sam: Client) -> None:
    visit = family.say("visit_made", "2018-11-02", {"kind": "other"})
    page = read(sam.get(withdraw_url(visit.id)))
    assert faults(page) == []
    assert sam.post(withdraw_url(visit.id), page.would_send()).status_code == 422
    sent = {**page.would_send(), "reason": "It was another family."}
    for _ in range(2):  # pressing twice withdraws once
        assert sam.post(withdraw_url(visit.id), sent).url == entry_url(visit.id)
    shown = read(sam.get(entry_url(visit.id)))
    assert "This was withdrawn by Sam Poole" in shown.text and "It was another family." in shown.text
    taken = EntryEnvelope.objects.get(withdraws=visit.id)
    assert sam.get(correct_url(visit.id)).status_code == 409
    back = read(sam.get(withdraw_url(str(taken.pk)))).would_send() | {"reason": "It was this family."}
    assert sam.post(withdraw_url(str(taken.pk)), back).status_code == 302
    again = read(sam.get(entry_url(visit.id)))
    assert "Put back by Sam Poole" in again.text and "This was withdrawn by" not in again.text


def test_what_was_known_on_a_day_is_shown_as_it_was(family: Family, sam: Client) -> None:
    visit = family.say("visit_made", "2018-11-02", {"kind": "other"}, at=NOW - timedelta(days=2))
    assert sam.get(entry_url(visit.id) + "?as_at=2018-11-02").status_code == 404
    assert sam.get(entry_url(visit.id) + "?as_at=2018-11-04").status_code == 200
    assert sam.get(record_url("visit_made", family.chloe.pk) + "?as_at=2018-11-04").status_code == 400


def test_an_entry_shows_what_belongs_to_it(family: Family, sam: Client) -> None:
    contact = family.entries["contact_received"]
    decided = family.say("contact_decided", "2018-08-01", {"contact": contact.id, "decision": "assessment", "reasons": "Cold."})
    assert entry_url(decided.id) in read(sam.get(entry_url(contact.id))).links
    assert entry_url(contact.id) in read(sam.get(entry_url(decided.id))).links


def test_a_link_can_fill_in_what_it_knows(family: Family, sam: Client) -> None:
    contact = family.entries["contact_received"].id
    page = read(
        sam.get(
            record_url("contact_acknowledged", family.chloe.pk, contact=contact, happened="2018-11-05", about=[family.harper.pk])
        )
    )
    sent = page.would_send()
    assert sent["data-contact"] == [contact] and sent["happened_day"] == ["5"]
    assert sent["about"] == [family.chloe.pk, family.harper.pk]


@pytest.fixture
def stranger(family: Family) -> Client:
    """A social worker who has nothing to do with the family."""
    worker = Worker.objects.create(id="jo", name="Jo Bell", organisation=family.sam.organisation, role="social_worker")
    return signed_in(User.objects.create(username="jo.bell", worker=worker))


def test_somebody_without_a_tie_to_the_child_can_neither_record_read_nor_put_right(family: Family, stranger: Client) -> None:
    visit = family.say("visit_made", "2018-11-02", {"kind": "other"})
    for url in (record_url("visit_made", family.chloe.pk), record_home(family.chloe.pk), entry_url(visit.id)):
        assert stranger.get(url).status_code == 403
    for url in (correct_url(visit.id), withdraw_url(visit.id)):
        assert stranger.post(url, {"reason": "x", "press": "save"}).status_code == 403
    assert stranger.post(record_url("visit_made", family.chloe.pk), core_group(family)).status_code == 403


def test_a_social_worker_records_a_visit_and_does_not_decide_a_contact(family: Family, stranger: Client) -> None:
    family.say("worker_allocated", "2018-11-01", {"worker": "jo", "role": "social_worker"})
    assert stranger.get(record_url("visit_made", family.chloe.pk)).status_code == 200
    assert stranger.get(record_url("contact_decided", family.chloe.pk)).status_code == 403
    listed = read(stranger.get(record_home(family.chloe.pk)))
    assert record_url("visit_made", family.chloe.pk) in listed.links
    assert record_url("contact_decided", family.chloe.pk) not in listed.links


def test_ticking_a_child_one_may_not_record_about_saves_nothing(family: Family, stranger: Client) -> None:
    family.say("worker_allocated", "2018-11-01", {"worker": "jo", "role": "health_visitor"})
    family.say("worker_allocated", "2018-11-01", {"worker": "sam", "role": "social_worker"}, about=(family.harper.pk,))
    url = record_url("section47_started", family.chloe.pk)
    sent = {"happened_year": "2018", "about": [family.chloe.pk, family.harper.pk], "press": "save"}
    assert stranger.post(url, sent).status_code == 403
    assert not EntryEnvelope.objects.filter(type="section47_started").exists()


def test_the_search_finds_without_a_script(family: Family, sam: Client) -> None:
    page = read(sam.get(record_home(family.chloe.pk), {"q": "core group"}))
    assert record_url("core_group_held", family.chloe.pk) in page.links
    assert record_url("visit_made", family.chloe.pk) not in page.links
    none = read(sam.get(record_home(family.chloe.pk), {"q": "zzz"}))
    assert "Try another word" in none.text


def test_every_kind_is_on_the_list_under_its_area(family: Family, sam: Client) -> None:
    page = read(sam.get(record_home()))
    assert faults(page) == []
    for type in ("contact_received", "absence_started", "conference_held", "recommendation_progressed"):
        assert record_url(type) in page.links
    assert record_url("entry_withdrawn") not in page.links


def test_what_a_role_records_most_stands_first(family: Family, sam: Client) -> None:
    for day in range(1, 4):
        family.say("result_received", f"2018-11-0{day}", {"test": family.entries["test_taken"].id})
    html = sam.get(record_home(family.chloe.pk)).content.decode()
    first = html[html.index('id="usual"') :]
    assert first.index("Test result received") < first.index("Management decision recorded")


def test_choosing_the_child_offers_those_somebody_works_with(family: Family, sam: Client) -> None:
    page = read(sam.get(record_url("visit_made")))
    assert record_url("visit_made", family.chloe.pk) in page.links
    assert record_url("visit_made", family.mother.pk) not in page.links
    assert sam.get(record_url("visit_made") + f"?child={family.chloe.pk}").url == record_url("visit_made", family.chloe.pk)


def test_every_look_at_an_entry_is_kept_for_each_child_it_is_about(family: Family, sam: Client, stranger: Client) -> None:
    visit = family.say("visit_made", "2018-11-02", {"kind": "other"}, about=(family.chloe.pk, family.harper.pk))
    for client, allowed in ((sam, True), (stranger, False)):
        for url in (entry_url(visit.id), entry_url(visit.id) + "saved/", correct_url(visit.id), withdraw_url(visit.id)):
            before = Look.objects.count()
            client.get(url)
            looks = list(Look.objects.order_by("pk"))[before:]
            assert [(look.child, look.allowed) for look in looks] == [(family.chloe.pk, allowed), (family.harper.pk, allowed)]


def test_a_professional_who_is_not_on_the_list_is_found_by_name(family: Family, sam: Client) -> None:
    trust = Organisation.objects.create(id="trust", kind="health", name="Northmere Health")
    Worker.objects.create(id="mina", name="Mina Chaudhry", organisation=trust, role="health_visitor")
    url = record_url("worker_allocated", family.chloe.pk)
    boxes = {**read(sam.get(url)).would_send(), "happened_year": "2018", "data-role": "health visitor"}
    assert "Mina Chaudhry" not in read(sam.get(url)).text
    found = read(sam.post(url, {**boxes, "data-worker_find": "chaud", "press": "find:data-worker"}))
    assert "1 found" in found.text and "Mina Chaudhry, health visitor, Northmere Health" in found.text
    save(sam, url, {**found.would_send(), "data-worker": "mina", "press": "check"})
    assert entry_by_id(boxes["send_id"][0]).data.written()["worker"] == "mina"


def test_a_contact_said_here_reaches_somebody_at_work_as_any_other(family: Family, sam: Client) -> None:
    url = record_url("contact_received", family.chloe.pk)
    boxes = read(sam.get(url)).would_send() | {
        "happened_day": "5",
        "happened_month": "11",
        "happened_year": "2018",
        "data-from-role": "teacher",
        "data-channel": "phone",
        "data-text": "She was hungry.",
        "press": "check",
    }
    save(sam, url, boxes)
    assert Delivery.objects.filter(matter=boxes["send_id"][0]).exists(), "nobody was told"


def test_a_school_lead_in_the_core_group_records_what_she_sees(family: Family) -> None:
    school = Organisation.objects.get(pk="school")
    maya = Worker.objects.create(id="maya", name="Maya Osei", organisation=school, role="designated_safeguarding_lead")
    browser = signed_in(User.objects.create(username="maya.osei", worker=maya))
    url = record_url("observation_recorded", family.chloe.pk)
    assert browser.get(url).status_code == 403
    family.say("core_group_held", "2018-11-01", {"present": [{"role": "school lead", "worker": "maya"}]})
    assert browser.get(url).status_code == 200
    assert url in read(browser.get(record_home(family.chloe.pk))).links
