"""The frame around every page: who is signed in, where they may go, and which day they are looking at."""

from collections.abc import Callable

import pytest
from django.template.loader import render_to_string
from django.test import Client
from playwright.sync_api import Page, expect

from holdfast.access.models import User
from tests.browser import no_sideways, reach, shoot
from tests.people import make_demo_people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def people(live: str) -> dict[str, User]:
    return make_demo_people()


def test_a_page_in_the_past_says_so_first_and_leads_back(
    live: str, chromium_page: Page, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    page = chromium_page
    sign_in_as("ruth.adeyemi")
    page.goto(live + "/your-account/?as_at=2018-11-02")
    expect(page.get_by_role("banner")).to_contain_text("You are looking at this page as it stood on Friday 2 November 2018.")
    check_accessible(page)
    shoot(page, "past")
    page.get_by_role("link", name="Go back to today").click()
    expect(page.get_by_role("banner")).not_to_contain_text("as it stood")


def test_a_day_that_has_not_come_is_answered_in_words(
    live: str, chromium_page: Page, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    sign_in_as("ruth.adeyemi")
    chromium_page.goto(live + "/your-account/?as_at=2199-01-01")
    check_accessible(chromium_page, status=400)
    expect(chromium_page.get_by_role("main")).to_contain_text("has not come yet")


def test_a_refusal_says_why_and_what_to_do(
    live: str, chromium_page: Page, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    sign_in_as("maya.osei")
    chromium_page.goto(live + "/today/")
    check_accessible(chromium_page, status=403)
    expect(chromium_page.get_by_role("main")).to_contain_text("not part of the work of school safeguarding leads")
    shoot(chromium_page, "refused")


def test_the_frame_fits_a_small_phone_and_its_menu_opens_by_keyboard(
    live: str, narrow: Page, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    sign_in_as("ruth.adeyemi")
    narrow.goto(live + "/your-account/?as_at=2018-11-02")
    no_sideways(narrow)
    reach(narrow, narrow.get_by_role("button", name="Menu"))
    narrow.keyboard.press("Enter")
    expect(narrow.get_by_role("link", name="Today", exact=True)).to_be_visible()
    no_sideways(narrow)
    check_accessible(narrow)
    shoot(narrow, "frame-320")


def test_the_first_press_of_tab_skips_to_the_page_itself(
    live: str, chromium_page: Page, sign_in_as: Callable[[str], None]
) -> None:
    sign_in_as("ruth.adeyemi")
    chromium_page.goto(live + "/your-account/")
    chromium_page.keyboard.press("Tab")
    expect(chromium_page.get_by_role("link", name="Skip to main content")).to_be_focused()
    chromium_page.keyboard.press("Enter")
    expect(chromium_page.get_by_role("main")).to_be_focused()


@pytest.mark.parametrize(
    ("username", "shown"),
    [
        ("maya.osei", ["For you", "My children", "Report a concern"]),
        ("amina.khan", ["Today", "Report a concern", "Find a child", "Tonight", "Duty rota", "Record something"]),
        ("joe.ellis", ["Report a concern", "Find a child", "Tonight", "Duty rota", "Record something"]),
        ("helen.marsh", ["Today", "Report a concern", "Find a child", "Tonight", "Duty rota", "Record something"]),
        ("priya.nair", ["For you", "My children", "Report a concern", "Find a child", "Record something"]),
    ],
)
def test_each_person_is_shown_only_the_places_they_may_open(people: dict[str, User], username: str, shown: list[str]) -> None:
    client = Client()
    client.force_login(people[username], backend="django.contrib.auth.backends.ModelBackend")
    places = client.get("/your-account/").context["frame"]["places"]
    assert [place.title for place in places] == shown
    for place in places:
        assert client.get(place.url).status_code == 200, f"{username} is shown {place.title} and cannot open it"


@pytest.mark.parametrize(
    ("username", "home"),
    [("maya.osei", "/for-you/"), ("joe.ellis", "/tonight/"), ("ruth.adeyemi", "/today/"), ("priya.nair", "/for-you/")],
)
def test_signing_in_lands_on_the_page_that_answers_each_persons_first_question(
    people: dict[str, User], username: str, home: str
) -> None:
    client = Client()
    client.force_login(people[username], backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/").headers["Location"].startswith(home)


def test_somebody_with_no_role_yet_lands_on_their_account(client: Client) -> None:
    client.force_login(User.objects.create(username="new"), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/").headers["Location"] == "/your-account/"
    assert "ask whoever looks after accounts" in client.get("/your-account/").content.decode()


def test_nothing_on_a_page_comes_from_anywhere_else(live: str, chromium_page: Page, sign_in_as: Callable[[str], None]) -> None:
    asked: list[str] = []
    chromium_page.on("request", lambda request: asked.append(request.url))
    sign_in_as("ruth.adeyemi")
    chromium_page.goto(live + "/your-account/")
    assert asked
    assert all(url.startswith(live) for url in asked), asked


@pytest.mark.parametrize(
    ("address", "current", "how"),
    [
        ("/report-a-concern/", "Report a concern", "page"),
        ("/for-you/", "For you", "page"),
        ("/for-you/children/", "My children", "page"),
        ("/your-account/", None, None),
    ],
)
def test_the_navigation_says_where_somebody_is(
    live: str, chromium_page: Page, sign_in_as: Callable[[str], None], address: str, current: str | None, how: str | None
) -> None:
    sign_in_as("maya.osei")
    chromium_page.goto(live + address)
    marked = chromium_page.get_by_role("navigation", name="Holdfast").locator("[aria-current]")
    expect(marked).to_have_count(0 if current is None else 1)
    if current is not None:
        expect(marked).to_have_text(current)
        expect(marked).to_have_attribute("aria-current", str(how))


def test_a_page_that_is_not_there_says_so_to_everyone(
    live: str, chromium_page: Page, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    chromium_page.goto(live + "/no-such-page/")
    check_accessible(chromium_page, status=404)
    sign_in_as("maya.osei")
    chromium_page.goto(live + "/no-such-page/")
    expect(chromium_page.get_by_role("heading", level=1)).to_have_text("We cannot find that page")
    shoot(chromium_page, "not-found")


def test_a_form_that_did_not_come_from_our_page_is_refused_in_words(people: dict[str, User]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(people["maya.osei"], backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post("/drafts/save/", {"draft_key": "/x/", "words": "x"})
    assert answer.status_code == 403
    assert "Nothing was recorded" in answer.content.decode()


def test_a_fault_of_ours_is_answered_without_asking_anything_of_what_is_broken() -> None:
    page = render_to_string("500.html")
    assert "do not wait for this page" in page
    assert "tel:999" in page
