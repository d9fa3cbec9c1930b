"""Whatever happens between typing and sending, the words are still there."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from playwright.sync_api import Page, expect

from holdfast.access.models import User
from holdfast.pages import drafts
from holdfast.pages.models import Draft
from tests.browser import no_sideways, reach, shoot
from tests.pages.forms import sheet
from tests.people import make_demo_people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.pages.forms.sheet")]
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday


@pytest.fixture(autouse=True)
def people() -> dict[str, User]:
    sheet.SENT.clear()
    return make_demo_people()


def signed_in(people: dict[str, User], username: str = "priya.nair") -> Client:
    client = Client()
    client.force_login(people[username], backend="django.contrib.auth.backends.ModelBackend")
    return client


def filled(**other: str) -> dict[str, str]:
    return {
        "name": "Ava",
        "seen_year": "2018",
        "alone": "yes",
        "home": "mum",
        "words": "I want to sleep at Nana’s",
        **other,
    }


def test_what_is_typed_is_kept_while_it_is_typed_and_is_there_on_return(
    live: str, chromium_page: Page, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    page = chromium_page
    sign_in_as("priya.nair")
    page.goto(live + "/sheet/")
    page.get_by_label("Name of the child").fill("Ava")
    page.get_by_label("What did they say?").fill("I want to sleep at Nana’s")
    page.get_by_label("Year").first.fill("2018")
    page.get_by_label("Where they sleep").check()
    page.get_by_role("radio", name="No", exact=True).check()
    page.get_by_label("Why not?").fill("Mother stayed in the room")
    expect(page.get_by_text("Draft kept at")).to_be_visible()
    page.wait_for_timeout(1_200)
    page.goto(live + "/your-account/")
    expect(page.get_by_role("link", name="Record a visit")).to_be_visible()
    check_accessible(page)
    shoot(page, "account-with-draft")
    page.get_by_role("link", name="Record a visit").click()
    expect(page.get_by_text("You have a draft from")).to_be_visible()
    expect(page.get_by_label("Name of the child")).to_have_value("Ava")
    expect(page.get_by_label("What did they say?")).to_have_value("I want to sleep at Nana’s")
    expect(page.get_by_label("Year").first).to_have_value("2018")
    expect(page.get_by_label("Where they sleep")).to_be_checked()
    expect(page.get_by_label("Why not?")).to_have_value("Mother stayed in the room")
    assert page.get_by_text("There is a problem").count() == 0
    check_accessible(page)
    shoot(page, "form-draft")
    page.get_by_role("button", name="Discard the draft").click()
    expect(page.get_by_label("Name of the child")).to_have_value("")
    assert not Draft.objects.exists()


def test_a_mistake_sends_the_reader_to_it_and_keeps_everything_else(
    live: str, chromium_page: Page, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    page = chromium_page
    sign_in_as("priya.nair")
    page.goto(live + "/sheet/")
    page.get_by_label("What did they say?").fill("It is cold in my room")
    page.get_by_role("radio", name="No", exact=True).check()
    page.get_by_role("button", name="Record the visit").click()
    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    expect(page).to_have_title("Error: Record a visit – Holdfast")
    check_accessible(page, status=422)
    shoot(page, "form-errors")
    expect(page.get_by_label("What did they say?")).to_have_value("It is cold in my room")
    links = summary.get_by_role("link")
    for number in range(links.count()):
        links.nth(number).click()
        expect(page.locator(str(links.nth(number).get_attribute("href")))).to_be_focused()
    assert links.count() == 4


def test_the_form_is_sent_without_javascript_and_by_keyboard_alone(
    live: str, without_javascript: Page, chromium_page: Page, sign_in_as: Callable[[str], None]
) -> None:
    sign_in_as("priya.nair")
    page = without_javascript
    page.goto(live + "/sheet/")
    page.get_by_label("Name of the child").fill("Ava")
    page.get_by_label("Year").first.fill("2018")
    page.get_by_role("radio", name="No", exact=True).check()
    page.get_by_label("Why not?").fill("Mother stayed")
    page.get_by_label("Which home?").select_option("mum")
    page.get_by_role("button", name="Record the visit").click()
    expect(page.get_by_text("The visit is recorded.")).to_be_visible()
    page = chromium_page
    page.goto(live + "/sheet/")
    for wanted, typed in (("Name of the child", "Lucas"), ("Year", "2018")):
        reach(page, page.get_by_label(wanted).first)
        page.keyboard.type(typed)
    reach(page, page.get_by_role("radio", name="Yes"))
    page.keyboard.press("Space")
    reach(page, page.get_by_label("Which home?"))
    page.keyboard.type("Gr")
    reach(page, page.get_by_role("button", name="Record the visit"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("The visit is recorded.")).to_be_visible()
    assert [sent["name"] for sent in sheet.SENT] == ["Ava", "Lucas"]
    assert not Draft.objects.exists(), "a draft of what was sent stayed behind"


def test_a_date_of_today_is_one_tap(live: str, chromium_page: Page, sign_in_as: Callable[[str], None]) -> None:
    sign_in_as("priya.nair")
    page = chromium_page
    page.goto(live + "/sheet/")
    page.get_by_role("button", name="Yesterday").click()
    assert page.get_by_label("Day").first.input_value() != ""
    assert len(page.get_by_label("Year").first.input_value()) == 4


def test_a_form_fits_a_small_phone(
    live: str, narrow: Page, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    sign_in_as("priya.nair")
    narrow.goto(live + "/sheet/")
    no_sideways(narrow)
    check_accessible(narrow)
    narrow.get_by_role("button", name="Record the visit").click()
    no_sideways(narrow)
    check_accessible(narrow, status=422)
    shoot(narrow, "form-errors-320")


def test_what_was_sent_after_the_time_ran_out_comes_back_to_the_same_person(people: dict[str, User]) -> None:
    client = signed_in(people)
    owner = str(client.get("/sheet/").context["draft_owner"])
    Session.objects.all().delete()
    answer = client.post("/sheet/", filled(draft_key="/sheet/", draft_owner=owner, draft_title="Record a visit"))
    assert answer.headers["Location"] == "/sign-in/?next=/sheet/"
    client.force_login(people["priya.nair"], backend="django.contrib.auth.backends.ModelBackend")
    returned = client.get("/sheet/").content.decode()
    assert "You have a draft from" in returned
    assert "I want to sleep at Nana’s" in returned


def test_what_was_sent_after_the_time_ran_out_is_shown_to_nobody_else(people: dict[str, User]) -> None:
    client = signed_in(people)
    owner = str(client.get("/sheet/").context["draft_owner"])
    Session.objects.all().delete()
    client.post("/sheet/", filled(draft_key="/sheet/", draft_owner=owner))
    client.force_login(people["maya.osei"], backend="django.contrib.auth.backends.ModelBackend")
    assert "Nana" not in client.get("/sheet/").content.decode()
    assert not Draft.objects.exists()


def test_a_form_with_a_forged_owner_is_not_kept(people: dict[str, User]) -> None:
    client = Client()
    client.post("/sheet/", filled(draft_key="/sheet/", draft_owner=str(people["priya.nair"].pk)))
    client.force_login(people["priya.nair"], backend="django.contrib.auth.backends.ModelBackend")
    assert "Nana" not in client.get("/sheet/").content.decode()


def test_what_the_record_refuses_is_said_beside_its_question_and_kept(people: dict[str, User]) -> None:
    client = signed_in(people)
    answer = client.post("/sheet/", filled(name="Nobody"))
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"name": ["There is no such child. Choose another."]}
    assert drafts.find(people["priya.nair"], "/sheet/") is not None


def test_pressing_send_twice_keeps_one_id(people: dict[str, User]) -> None:
    client = signed_in(people)
    sent = client.get("/sheet/").context["send_id"]
    client.post("/sheet/", filled(send_id=sent))
    client.post("/sheet/", filled(send_id=sent))
    # The second is answered as the first was, and sends nothing more.
    assert [each["send_id"] for each in sheet.SENT] == [sent]


def test_a_draft_still_on_its_way_when_the_form_was_sent_does_not_bring_it_back(people: dict[str, User]) -> None:
    client = signed_in(people)
    sent = client.get("/sheet/").context["send_id"]
    client.post("/sheet/", filled(send_id=sent))
    client.post("/drafts/save/", filled(send_id=sent, draft_key="/sheet/"))
    assert drafts.find(people["priya.nair"], "/sheet/") is None
    following = client.get("/sheet/").context["send_id"]
    client.post("/drafts/save/", filled(send_id=following, draft_key="/sheet/"))
    assert drafts.find(people["priya.nair"], "/sheet/") is not None


def test_a_draft_is_seen_by_its_writer_alone(people: dict[str, User]) -> None:
    signed_in(people).post(
        "/drafts/save/", {"draft_key": "/sheet/", "draft_title": "Record a visit", "name": "Ava", "password": "hunter2hunter2"}
    )
    draft = Draft.objects.get()
    assert draft.data == {"name": ["Ava"]}, "a password or a token was kept in a draft"
    other = signed_in(people, "maya.osei")
    assert "Ava" not in other.get("/sheet/").content.decode()
    assert "Record a visit" not in other.get("/your-account/").content.decode()
    other.post("/drafts/discard/", {"draft_key": "/sheet/"})
    assert Draft.objects.filter(pk=draft.pk).exists(), "somebody discarded another person's draft"


def test_hostile_words_are_kept_as_words(people: dict[str, User]) -> None:
    client = signed_in(people)
    hostile = "<script>alert(1)</script>' \x00 {{ 7|add:7 }} 👩‍👧 \u202e"
    client.post("/drafts/save/", {"draft_key": "/sheet/", "name": hostile})
    shown = client.get("/sheet/").content.decode()
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "{{ 7|add:7 }} 👩‍👧" in shown


def test_a_draft_too_long_to_keep_says_so_and_changes_nothing(people: dict[str, User]) -> None:
    client = signed_in(people)
    client.post("/drafts/save/", {"draft_key": "/sheet/", "words": "kept"})
    answer = client.post("/drafts/save/", {"draft_key": "/sheet/", "words": "x" * (drafts.LIMIT + 1)})
    assert "too long to keep" in answer.content.decode()
    assert Draft.objects.get().data == {"words": ["kept"]}


def test_discarding_leads_back_to_our_own_pages_only(people: dict[str, User]) -> None:
    client = signed_in(people)
    for key, leads in (("/sheet/", "/sheet/"), ("https://example.com/", "/"), ("//example.com", "/"), ("", "/")):
        assert client.post("/drafts/discard/", {"draft_key": key}).headers["Location"] == leads


def test_an_empty_form_is_no_draft(people: dict[str, User]) -> None:
    signed_in(people).post(
        "/drafts/save/", {"draft_key": "/sheet/", "name": "  ", "send_id": "018f0000-0000-7000-8000-000000000000"}
    )
    assert not Draft.objects.exists()


def test_the_time_out_warns_first_and_can_be_put_off(
    live: str, chromium_page: Page, sign_in_as: Callable[[str], None], settings: Any, check_accessible: Callable[..., None]
) -> None:
    settings.SESSION_COOKIE_AGE = 8
    sign_in_as("priya.nair")
    page = chromium_page
    page.goto(live + "/sheet/")
    page.get_by_label("Name of the child").fill("Ava")
    warning = page.get_by_role("dialog", name="Are you still there?")
    expect(warning).to_be_visible(timeout=8_000)
    expect(page.get_by_role("button", name="Stay signed in")).to_be_focused()
    check_accessible(page)
    shoot(page, "time-out", whole=False)
    page.get_by_role("button", name="Stay signed in").click()
    expect(warning).not_to_be_visible()
    expect(page.get_by_label("Name of the child")).to_have_value("Ava")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in", timeout=15_000)
    assert Draft.objects.get().data["name"] == ["Ava"]
