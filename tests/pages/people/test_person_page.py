"""How to reach somebody, where they live and what to beware of: stated, checked, put right and taken back on one page."""

from datetime import timedelta

import pytest
from django.test import Client

from holdfast.access.models import User
from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.duty.models import Delivery
from holdfast.kernel.moment import Moment
from holdfast.record.models import EntryEnvelope, PersonFact
from holdfast.record.models.person_facts import new_id
from holdfast.record.people import state_fact
from holdfast.record.person_details import details_of
from tests.pages.household import NIGHT, Wrens

NUMBER = "01632 960 141"
CHECK = {"check_by_day": "1", "check_by_month": "2", "check_by_year": "2027"}


def signed_in(username: str = "joe.ellis") -> Client:
    found = Client()
    found.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    return found


def page_of(person: str, username: str = "joe.ellis", **asked: str) -> str:
    answer = signed_in(username).get(f"/person/{person}/", asked)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def state(person: str, kind: str, **answers: str) -> object:
    sent = {"send_id": str(new_id()), "said_by": "Joy Wren, aunt", **CHECK, **answers}
    return signed_in().post(f"/person/{person}/state/{kind}/", sent)


def test_an_empty_page_says_what_is_not_known(wrens: Wrens) -> None:
    page = page_of(wrens.joy)
    assert "No telephone is recorded." in page
    assert "That is not proof that there is none." in page
    assert "Aunt of Tia Stone, Noah Brook, Isla Brook." in page


def test_a_telephone_stated_at_night_can_be_rung_from_the_page(wrens: Wrens) -> None:
    assert state(wrens.joy, "telephone", value=NUMBER, sort="mobile").status_code == 302  # type: ignore[attr-defined]
    page = page_of(wrens.joy)
    assert 'href="tel:01632960141"' in page
    assert "Said by Joy Wren, aunt." in page
    assert "by Joe Ellis" in page
    assert "Check it by Mon 1 Feb 2027." in page


def test_pressing_twice_states_it_once(wrens: Wrens) -> None:
    id = str(new_id())
    for _ in range(2):
        state(wrens.joy, "telephone", value=NUMBER, sort="mobile", send_id=id)
    assert PersonFact.objects.filter(kind="telephone").count() == 1


def test_a_number_that_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(wrens: Wrens) -> None:
    answer = state(wrens.joy, "telephone", value="01632 96", sort="mobile", whose="a neighbour")
    page = answer.content.decode()  # type: ignore[attr-defined]
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert 'href="#id_value"' in page
    assert "a neighbour" in page


@pytest.mark.parametrize(("postcode", "says"), [("NM3 4", "is not a UK postcode"), ("", ""), ("nm34xx", "")])
def test_a_postcode_is_checked_and_may_be_left_out(wrens: Wrens, postcode: str, says: str) -> None:
    answer = state(wrens.pat, "address", value="9 Mill Bank, Northmere", postcode=postcode, sort="home")
    page = answer.content.decode()  # type: ignore[attr-defined]
    assert (says in page) if says else answer.status_code == 302  # type: ignore[attr-defined]
    if not says:
        home = details_of([wrens.pat], Moment.live(NIGHT))[wrens.pat].home
        assert home is not None
        assert home.postcode == ("NM3 4XX" if postcode else None)


def test_an_address_that_somebody_moved_to_is_what_the_rules_read_too(wrens: Wrens) -> None:
    before = EntryEnvelope.objects.filter(type="address_changed").count()
    state(wrens.joy, "address", value="1 Weir Lane, Northmere", postcode="NM3 2AB", sort="home")
    entry = EntryEnvelope.objects.get(type="address_changed", abouts__person=wrens.joy)
    assert entry.body.data["address"] == "1 Weir Lane, Northmere, NM3 2AB"
    assert EntryEnvelope.objects.filter(type="address_changed").count() == before + 1
    assert page_of(wrens.joy).count("1 Weir Lane, Northmere, NM3 2AB</p>") <= 1
    fact = PersonFact.objects.get(kind="address", detail__entry=str(entry.pk))
    signed_in().post(f"/person/{wrens.joy}/{fact.pk}/take-back/", {"reason": "It was her sister who moved."})
    assert EntryEnvelope.objects.filter(withdraws=entry).exists()
    home = details_of([wrens.joy], Moment.live(NIGHT))[wrens.joy].home
    assert home is not None
    assert home.value == "9 Mill Lane, Northmere"


def test_the_first_address_that_is_known_is_no_move(wrens: Wrens) -> None:
    state(wrens.pat, "address", value="9 Mill Bank, Northmere", sort="home")
    assert not EntryEnvelope.objects.filter(type="address_changed", abouts__person=wrens.pat).exists()
    assert EntryEnvelope.objects.filter(type="address_held", abouts__person=wrens.pat).exists()


def overdue_number(wrens: Wrens) -> PersonFact:
    return state_fact(
        person=wrens.joy,
        kind="telephone",
        value=NUMBER,
        at=NIGHT - timedelta(days=90),
        by=wrens.sam,
        said_by="Joy",
        check_by=(NIGHT - timedelta(days=1)).date(),
    )


def test_what_should_have_been_checked_says_so_and_one_tap_checks_it(wrens: Wrens) -> None:
    fact = overdue_number(wrens)
    assert "To be checked since Fri 20 Nov 2026." in page_of(wrens.joy)
    for _ in range(2):
        assert signed_in().post(f"/person/{wrens.joy}/{fact.pk}/checked/").status_code == 302
    page = page_of(wrens.joy)
    assert "Last checked Sat 21 Nov 2026." in page
    assert "To be checked since" not in page.split("Telephones")[1].split("</section>")[0]
    assert PersonFact.objects.filter(kind="telephone").count() == 2


def test_an_address_that_only_an_entry_says_is_checked_in_one_tap_too(wrens: Wrens) -> None:
    home = details_of([wrens.carrie], Moment.live(NIGHT))[wrens.carrie].home
    assert home is not None
    where = home.id or home.entry
    signed_in().post(f"/person/{wrens.carrie}/{where}/checked/")
    checked = details_of([wrens.carrie], Moment.live(NIGHT))[wrens.carrie].home
    assert checked is not None
    assert checked.value == home.value
    assert not checked.overdue(NIGHT.date())


def test_what_is_put_right_stays_in_the_record_with_the_reason(wrens: Wrens) -> None:
    fact = overdue_number(wrens)
    address = f"/person/{wrens.joy}/{fact.pk}/correct/"
    assert NUMBER in signed_in().get(address).content.decode()
    sent = {"value": "01632 960 142", "sort": "mobile", "said_by": "Joy", **CHECK}
    assert signed_in().post(address, sent).status_code == 422, "without a reason nothing is put right"
    assert signed_in().post(address, {**sent, "reason": "One digit was wrong."}).status_code == 302
    assert PersonFact.objects.get(replaces=fact).reason == "One digit was wrong."
    assert NUMBER not in page_of(wrens.joy)
    assert NUMBER in page_of(wrens.joy, as_at="2026-10-01"), "a page of that day shows what was known then"
    assert signed_in().get(address).status_code == 404, "what was replaced is not put right a second time"


def test_what_ended_is_shown_as_what_held_before(wrens: Wrens) -> None:
    fact = overdue_number(wrens)
    sent = {"value": NUMBER, "sort": "mobile", "said_by": "Joy", **CHECK, "reason": "She lost it.", "until_year": "2025"}
    signed_in().post(f"/person/{wrens.joy}/{fact.pk}/correct/", sent)
    page = page_of(wrens.joy)
    assert "No telephone is recorded." in page
    assert "What held before: 1" in page


def test_a_danger_is_shown_first_with_from_whom_and_until_when_it_is_relied_on(wrens: Wrens) -> None:
    state(wrens.carrie, "danger_to_staff", value="Pushed a worker. Go in twos.", whose="Lee Brook")
    page = page_of(wrens.carrie)
    assert page.index("Pushed a worker") < page.index("Telephones")
    assert "Lee Brook" in page


def test_whether_an_interpreter_is_needed_may_be_unknown(wrens: Wrens) -> None:
    state(wrens.pat, "language", value="Polish", interpreter="unknown")
    assert "whether an interpreter is needed is not known" in page_of(wrens.pat)


def test_somebody_who_has_died_is_said_to_have_died(wrens: Wrens) -> None:
    wrens.tell("death_recorded", "2026-11-18", [wrens.noah], person=wrens.joy)
    assert "Died" not in page_of(wrens.pat)
    wrens.tell("death_recorded", "2026-11-19", [wrens.pat], person=wrens.pat)
    assert "Died 19 Nov 2026." in page_of(wrens.pat)
    assert "Died" not in page_of(wrens.pat, as_at="2026-11-18")


def test_a_page_of_the_past_offers_nothing_to_state(wrens: Wrens) -> None:
    assert "Add a telephone" in page_of(wrens.joy)
    assert "Add a telephone" not in page_of(wrens.joy, as_at="2026-11-01")


@pytest.mark.parametrize(
    ("username", "adult", "child"),
    [
        ("sam.poole", 200, 200),
        ("joe.ellis", 200, 200),
        ("helen.marsh", 200, 200),
        ("maya.osei", 403, 403),
        ("priya.nair", 403, 403),
    ],
)
def test_an_adult_is_seen_by_whoever_may_see_a_child_of_their_family(wrens: Wrens, username: str, adult: int, child: int) -> None:
    assert signed_in(username).get(f"/person/{wrens.joy}/").status_code == adult
    assert signed_in(username).get(f"/person/{wrens.tia}/").status_code == child


def test_nobody_states_anything_of_somebody_they_may_not_see(wrens: Wrens) -> None:
    sent = {"send_id": str(new_id()), "value": NUMBER, "sort": "mobile", "said_by": "me", **CHECK}
    assert signed_in("maya.osei").post(f"/person/{wrens.joy}/state/telephone/", sent).status_code == 403
    assert not PersonFact.objects.filter(kind="telephone").exists()


def test_somebody_who_is_not_there_and_a_kind_there_is_not(wrens: Wrens) -> None:
    assert signed_in().get("/person/nobody/").status_code in (403, 404)
    assert signed_in().get(f"/person/{wrens.joy}/state/shoe_size/").status_code == 404
    assert signed_in().get(f"/person/{wrens.joy}/{new_id()}/correct/").status_code == 404


def test_a_childs_and_a_familys_page_lead_to_how_to_reach_somebody(wrens: Wrens) -> None:
    for address in (f"/children/{wrens.tia}/", f"/families/{wrens.tia}/"):
        page = signed_in("sam.poole").get(address).content.decode()
        assert f"/person/{wrens.joy}/" in page
        leads = {part.split('"')[0] for part in page.split('href="')[1:] if part.startswith("/person/")}
        assert {signed_in("sam.poole").get(each).status_code for each in leads} == {200}


def test_the_page_of_an_adult_leads_back_to_the_child_and_never_to_a_page_of_their_own(wrens: Wrens) -> None:
    for username in ("sam.poole", "joe.ellis"):
        page = page_of(wrens.joy, username)
        assert f"/children/{wrens.joy}/" not in page
        assert f'href="/children/{wrens.tia}/" class="govuk-back-link"' in page
        assert f'href="/children/{wrens.noah}/" class="govuk-back-link"' in page_of(wrens.noah, username)


def test_an_address_stated_is_the_one_answer_on_the_childs_page(wrens: Wrens) -> None:
    state(wrens.tia, "address", value="1 Weir Lane, Northmere", sort="home")
    assert "1 Weir Lane, Northmere" in signed_in("sam.poole").get(f"/children/{wrens.tia}/").content.decode()


SHARED_NUMBER = "943 476 5919"
BANNER = "This NHS number is also on the record of"


def for_you(username: str) -> str:
    return signed_in(username).get("/for-you/", follow=True).content.decode()


def test_whoever_writes_down_somebody_elses_nhs_number_is_told_whose_it_is_too(wrens: Wrens) -> None:
    state(wrens.tia, "nhs_number", value=SHARED_NUMBER)
    assert BANNER not in page_of(wrens.tia)
    sent = {"send_id": str(new_id()), "said_by": "Joy Wren, aunt", **CHECK, "value": SHARED_NUMBER}
    page = signed_in().post(f"/person/{wrens.noah}/state/nhs_number/", sent, follow=True).content.decode()
    assert f"{BANNER} Tia Stone, born" in page
    assert "Only one person can have it." in page
    assert "The lead social worker and the team manager will be asked whose it is, with both names." in page


def test_the_question_names_both_and_reaches_somebody(wrens: Wrens) -> None:
    for person in (wrens.tia, wrens.noah):
        state(person, "nhs_number", value=SHARED_NUMBER)
    run_minute_jobs(at=NIGHT)
    told = Delivery.objects.filter(child__in=[wrens.tia, wrens.noah]).exclude(worker=None)
    pages = (for_you(worker) for worker in dict.fromkeys(str(each.worker_id) for each in told))
    page = next((each for each in pages if "NHS number" in each), "")
    assert "Tia Stone" in page and "Noah Brook" in page


def test_a_number_put_right_to_somebody_elses_is_said_too(wrens: Wrens) -> None:
    state(wrens.tia, "nhs_number", value=SHARED_NUMBER)
    state(wrens.noah, "nhs_number", value="401 023 2137")
    fact = PersonFact.objects.get(person_id=wrens.noah, kind="nhs_number")
    answers = {"said_by": "Joy Wren, aunt", **CHECK, "value": SHARED_NUMBER, "reason": "Misread.", "send_id": str(new_id())}
    page = signed_in().post(f"/person/{wrens.noah}/{fact.pk}/correct/", answers, follow=True).content.decode()
    assert BANNER in page


def test_a_number_with_a_wrong_digit_is_refused_without_a_programmers_word(wrens: Wrens) -> None:
    answer = state(wrens.tia, "nhs_number", value="943 476 5918")
    page = answer.content.decode()  # type: ignore[attr-defined]
    assert answer.status_code == 422 or "govuk-error-message" in page  # type: ignore[attr-defined]
    assert "null" not in page
    assert "leave it out until somebody knows it" in page


def test_on_a_day_before_anybody_knew_her_name_a_grown_woman_is_called_an_adult_and_a_child_a_child(wrens: Wrens) -> None:
    assert "an adult whose name is not known" in page_of(wrens.joy, as_at="2020-01-01")
    assert "a child whose name is not known" not in page_of(wrens.joy, as_at="2020-01-01")
    assert "a child whose name is not known" in page_of(wrens.tia, as_at="2020-01-01")
    assert "whose name is not known" not in page_of(wrens.joy)
