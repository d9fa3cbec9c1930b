"""Signing in as one of eight people: one tap each, in any browser."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from holdfast.access.demo_people import DEMO_PEOPLE
from tests.browser import no_sideways, reach, shoot
from tests.people import EIGHT, make_demo_people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _a_demonstration(settings: Any, live: str) -> None:
    settings.DEMO = True
    make_demo_people()


def test_each_of_the_eight_is_one_tap_away_and_says_what_they_will_see(
    live: str, chromium_page: Page, check_accessible: Callable[..., None], count_taps: Callable[[Page], Any]
) -> None:
    page = chromium_page
    page.goto(live + "/sign-in/")
    for person in (each for each in DEMO_PEOPLE if each.username in EIGHT):
        button = page.get_by_role("button", name=person.name)
        expect(button).to_contain_text(person.title)
        expect(button).to_contain_text(person.sees)
    check_accessible(page)
    shoot(page, "sign-in")
    taps = count_taps(page)
    taps.click(page.get_by_role("button", name="Priya Nair"))
    assert taps.count == 1
    expect(page.get_by_role("banner")).to_contain_text("Priya Nair, health visitor")


def test_somebody_who_uses_only_the_keyboard_can_sign_in_and_out(live: str, chromium_page: Page) -> None:
    page = chromium_page
    page.goto(live + "/sign-in/?next=/your-account/")
    reach(page, page.get_by_role("button", name="Joe Ellis"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")
    reach(page, page.get_by_role("button", name="Sign out"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Whose eyes")


def test_signing_in_works_without_javascript(live: str, without_javascript: Page) -> None:
    page = without_javascript
    page.goto(live + "/sign-in/?next=/your-account/")
    page.get_by_role("button", name="Ruth Adeyemi").click()
    expect(page.get_by_role("banner")).to_contain_text("Ruth Adeyemi, team manager")


def test_the_page_fits_a_small_phone(live: str, narrow: Page, check_accessible: Callable[..., None]) -> None:
    narrow.goto(live + "/sign-in/")
    no_sideways(narrow)
    check_accessible(narrow)
    shoot(narrow, "sign-in-320")


def test_signing_in_brings_somebody_back_to_where_they_were_going_and_nowhere_else(client: Client) -> None:
    asked = {"username": "amina.khan", "next": "/your-account/#drafts"}
    assert client.post("/sign-in/as/", asked).headers["Location"] == "/your-account/#drafts"
    for elsewhere in ("https://example.com/", "//example.com/", "javascript:alert(1)", "/\\example.com"):
        assert Client().post("/sign-in/as/", {"username": "amina.khan", "next": elsewhere}).headers["Location"] == "/"


def test_outside_a_demonstration_nobody_signs_in_as_somebody_else(client: Client, settings: Any) -> None:
    settings.DEMO = False
    assert client.post("/sign-in/as/", {"username": "helen.marsh"}).status_code == 404
    assert client.get("/sign-in/").headers["Location"].startswith("/account/login/")


def test_only_the_eight_can_be_chosen_even_in_a_demonstration(client: Client) -> None:
    from holdfast.access.models import User

    User.objects.create(username="somebody.else", is_superuser=True)
    assert client.post("/sign-in/as/", {"username": "somebody.else"}).status_code == 404
