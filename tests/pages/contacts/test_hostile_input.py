"""Whatever is typed or sent, nothing breaks, nothing is disguised and nothing is lost."""

from typing import Any
from uuid import uuid4

import pytest

from holdfast.engine.reference.entry_fields import value
from holdfast.pages.forms.verbatim_fields import LONGEST
from holdfast.pages.models import Draft
from holdfast.record.models import EntryEnvelope, Person
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.contact_text import ContactPart, apart, compose
from tests.pages.contacts.reported import HAPPENED, SAFE, send, step, tell, text_of
from tests.pages.partnership import Place

pytestmark = pytest.mark.django_db

NASTY = (
    "<script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    "{{ request.user.password }} {% load static %} ${7*7} #{7*7}",
    "'; DROP TABLE record_entryenvelope; --",
    "👩‍👧‍👦 🙈 zażółć gęślą jaźń 你好 مرحبا",
    "Robert‮tpircs‬ ",
    "a\u0301\u200b\ufeff",
    "=cmd|' /C calc'!A0",
)


@pytest.mark.parametrize("text", NASTY)
def test_what_is_typed_is_kept_as_typed_and_shown_as_text(place: Place, text: str) -> None:
    concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk, words=text, saw=text, household=text)
    voice = entry_by_id(str(EntryEnvelope.objects.get(type="voice_recorded").pk))
    assert value(voice, "words") == text
    for who, address in (("maya.osei", f"{concern}/mine/"), ("amina.khan", f"{concern}/"), ("maya.osei", "mine/")):
        page = place.client(who).get(f"/report-a-concern/{address}")
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()
        assert "<img src=x" not in page.content.decode()
        assert "pbkdf2" not in page.content.decode()
    assert place.client("amina.khan").get("/today/").status_code == 200


def test_text_that_runs_backwards_cannot_reach_beyond_its_own_box(place: Place) -> None:
    concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk, saw="Robert\u202etpircs")
    page = place.client("amina.khan").get(f"/report-a-concern/{concern}/").content.decode()
    assert '<div class="hf-told">Robert\u202etpircs</div>' in page  # .hf-told is an isolate of its own


@pytest.mark.parametrize("name", ["Smith\u202eEVITCA", "Ann\u200ba", "Tilly\u0007"])
def test_a_name_with_characters_that_do_not_show_is_refused_with_which_they_are(place: Place, name: str) -> None:
    answer = place.client("maya.osei").post(step(uuid4(), "children"), {"given": name, "family": ""})
    assert answer.status_code == 422
    assert "characters that do not show (U+" in text_of(answer)
    assert "Type it again by hand." in text_of(answer)


@pytest.mark.parametrize("name", ["O’Neill", "Zoë", "Zoe\u0308", "Siân Ŵyn", "İpek", "van der Berg", "N"])
def test_names_are_kept_as_they_are_spelt(place: Place, name: str) -> None:
    concern, _ = send(place.client("maya.osei"), child={"given": name})
    page = place.client("maya.osei").get(f"/report-a-concern/{concern}/mine/")
    assert page.context["concern"].names == name


@pytest.mark.parametrize(("length", "status"), [(254, 302), (255, 302), (256, 422)])
def test_a_name_has_a_limit_and_it_is_said(place: Place, length: int, status: int) -> None:
    answer = place.client("maya.osei").post(step(uuid4(), "children"), {"given": "A" * length})
    assert answer.status_code == status
    if status == 422:
        assert "First name must be 255 characters or fewer" in text_of(answer)


def test_null_characters_are_left_out_and_the_rest_is_kept(place: Place) -> None:
    concern, _ = send(place.client("maya.osei"), child={"given": "Til\x00ly"}, saw="He \x00shouts", words="ow\x00")
    assert "He shouts" in value(entry_by_id(concern), "text")
    assert value(entry_by_id(str(EntryEnvelope.objects.get(type="voice_recorded").pk)), "words") == "ow"


@pytest.mark.parametrize(("length", "status"), [(LONGEST - 1, 302), (LONGEST, 302), (LONGEST + 1, 422), (700_000, 422)])
def test_a_box_has_a_limit_that_says_what_to_do_and_keeps_every_word(place: Place, length: int, status: int) -> None:
    client, concern, text = place.client("maya.osei"), tell(place.client("maya.osei"), place.children["Noor"].pk), "a" * length
    answer = client.post(step(concern, "what-happened"), {**HAPPENED, "saw": text})
    assert answer.status_code == status
    if status == 422:
        assert f"can hold 20,000 characters, and you have {length:,}. Nothing is lost." in text_of(answer)
        assert text in answer.content.decode()
        assert Draft.objects.get(key=step(concern, "what-happened")).data["saw"] == [text]


def test_more_than_even_a_draft_can_hold_stays_on_the_page(place: Place) -> None:
    client, concern = place.client("maya.osei"), tell(place.client("maya.osei"), place.children["Noor"].pk)
    text = "b" * 1_500_000
    answer = client.post(step(concern, "what-happened"), {**HAPPENED, "saw": text})
    assert answer.status_code == 422
    assert text in answer.content.decode()


@pytest.mark.parametrize("address", ["more", "disagree"])
def test_the_same_holds_for_what_is_said_later(place: Place, address: str) -> None:
    client = place.client("maya.osei")
    concern, _ = send(client, place.children["Noor"].pk)
    text = "d" * 1_500_000
    answer = client.post(f"/report-a-concern/{concern}/{address}/", {"danger": "no", "risk": "no", "text": text})
    assert answer.status_code == 422
    assert text in answer.content.decode()


def test_ten_megabytes_are_refused_and_what_was_there_before_is_still_there(place: Place) -> None:
    client, concern = place.client("maya.osei"), tell(place.client("maya.osei"), place.children["Noor"].pk)
    answer = client.post(step(concern, "what-happened"), {**HAPPENED, "saw": "c" * 10_000_000})
    assert answer.status_code == 400
    assert HAPPENED["saw"] in client.get(step(concern, "check")).content.decode()


@pytest.mark.parametrize("field", [("danger", "maybe"), ("parents", "perhaps"), ("children", "nobody"), ("born_month", "13")])
def test_a_choice_that_was_not_offered_is_not_taken(place: Place, field: tuple[str, str]) -> None:
    client, concern = place.client("maya.osei"), str(uuid4())
    name, said = field
    child = {"given": "Tilly", "born_year": "2019", **({name: said} if name in ("children", "born_month") else {})}
    answer = client.post(step(concern, "children"), child)
    if name in ("danger", "parents"):
        answer = client.post(step(concern, "safety"), {**SAFE, name: said})
    if name == "parents":
        answer = client.post(step(concern, "what-happened"), {**HAPPENED, name: said})
    assert answer.status_code == 422


@pytest.mark.parametrize("said", [{"born_year": "2031"}, {"born_day": "29", "born_month": "2", "born_year": "2023"}])
def test_a_date_of_birth_that_cannot_be_is_said_to_be_one(place: Place, said: dict[str, str]) -> None:
    answer = place.client("maya.osei").post(step(uuid4(), "children"), {"given": "Tilly", **said})
    assert answer.status_code == 422
    assert "There is a problem" in text_of(answer)


def test_pages_asked_for_out_of_order_lead_to_the_first_question_that_is_open(place: Place) -> None:
    client, concern = place.client("maya.osei"), str(uuid4())
    assert client.get(step(concern, "check")).headers["Location"] == "/report-a-concern/"
    client.post(step(concern, "children"), {"given": "Tilly"})
    assert client.get(step(concern, "check")).headers["Location"] == step(concern, "safety")
    assert client.post(step(concern, "check")).headers["Location"] == step(concern, "safety")
    assert not EntryEnvelope.objects.filter(type="contact_received").exists()
    assert client.get("/report-a-concern/new/not-an-id/check/").status_code == 404


def test_a_person_half_told_is_nobody_in_the_record_until_it_is_sent(place: Place) -> None:
    before = Person.objects.count()
    tell(place.client("maya.osei"), child={"given": "Tilly"})
    assert Person.objects.count() == before


def test_an_expired_session_keeps_what_was_typed_for_the_same_person_only(place: Place) -> None:
    client = place.client("maya.osei")
    concern = tell(client, place.children["Noor"].pk)
    page = client.get(step(concern, "what-happened")).content.decode()
    mark = page.split('name="draft_owner" value="')[1].split('"')[0]
    sent: dict[str, Any] = {
        **HAPPENED,
        "saw": "Typed while the session ran out",
        "draft_owner": mark,
        "draft_key": step(concern, "what-happened"),
    }
    client.logout()
    answer = client.post(step(concern, "what-happened"), sent)
    assert answer.headers["Location"].startswith("/sign-in/")
    client.force_login(place.users["maya.osei"], backend="django.contrib.auth.backends.ModelBackend")
    assert "Typed while the session ran out" in client.get(step(concern, "what-happened")).content.decode()
    other = place.client("priya.nair")
    assert "Typed while" not in other.get(step(concern, "what-happened")).content.decode()


def test_a_concern_begun_is_offered_again_and_can_be_thrown_away(place: Place) -> None:
    client = place.client("maya.osei")
    concern = tell(client, place.children["Noor"].pk)
    assert "You began a concern on" in text_of(client.get("/report-a-concern/"))
    assert client.get(f"/report-a-concern/new/{concern}/").headers["Location"] == step(concern, "check")
    client.post(f"/report-a-concern/new/{concern}/throw-away/")
    assert not Draft.objects.exists()


def test_after_sending_no_draft_is_left_and_its_address_leads_to_what_became_of_it(place: Place) -> None:
    client = place.client("maya.osei")
    concern, _ = send(client, place.children["Noor"].pk)
    assert not Draft.objects.exists()
    for name in ("safety", "check"):
        assert client.get(step(concern, name)).headers["Location"] == f"/report-a-concern/{concern}/mine/"
    assert client.post(step(concern, "safety"), SAFE).headers["Location"] == f"/report-a-concern/{concern}/mine/"


def test_somebody_elses_draft_cannot_be_opened_by_its_address(place: Place) -> None:
    concern = tell(place.client("maya.osei"), place.children["Noor"].pk)
    answer = place.client("priya.nair").get(step(concern, "check"))
    assert answer.status_code == 302
    assert "Noor" not in place.client("priya.nair").get(step(concern, "safety")).content.decode()


def test_the_named_parts_are_found_again_whatever_was_typed_into_them() -> None:
    said = {part: f"{part.value}\n\nsomething: else" for part in ContactPart}
    found = apart(compose(said))
    assert found is not None
    assert {each.part: each.said for each in found} == said


@pytest.mark.parametrize("text", ["", "A letter.", "Hurt or in danger now: yes", "x\n\nHurt or in danger now: No"])
def test_any_other_text_is_left_whole(text: str) -> None:
    assert apart(text) is None
