"""J1: a school's safeguarding lead reports a concern at ten to five on a Friday, in twelve taps or fewer."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import no_sideways, shoot
from tests.pages.partnership import Place

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "I dont want to go home. He shouts and I hide in the bath"
SAW = "Came in with no coat, very tired. Asked her friend's mum for food at the gate."


def report(page: Page, live: str, taps: Any) -> None:
    """From the safeguarding lead's own page to the receipt."""
    page.goto(live + "/")
    taps.click(page.get_by_role("button", name="Report a concern"))
    taps.click(page.get_by_role("button", name="Noor Aziz"))
    taps.check(page.get_by_label("Yes", exact=True))
    expect(page.get_by_role("heading", name="Call 999 now")).to_be_visible()
    taps.type(page.get_by_label("Where will the child be tonight"), "At home with Mum and her partner")
    taps.type(page.get_by_label("Who must not know"), "Mum's partner, Darren")
    taps.click(page.get_by_role("button", name="Continue"))
    taps.type(page.get_by_label("What did the child say?"), WORDS)
    taps.type(page.get_by_label("What did you see"), SAW)
    taps.check(page.get_by_label("No, it is not safe to"))
    taps.type(page.get_by_label("Who lives in the home"), "Mum, her partner, a baby")
    taps.click(page.get_by_role("button", name="Continue"))
    taps.click(page.get_by_role("button", name="Send the concern"))


def test_from_home_to_a_receipt_with_a_name_in_twelve_taps(
    live: str, live_place: Place, chromium_page: Page, sign_in_as: Callable[[str], None], count_taps: Any,
    check_accessible: Callable[..., None],
) -> None:  # fmt: skip
    page = chromium_page
    sign_in_as("maya.osei")
    taps = count_taps(page)
    report(page, live, taps)
    expect(page.get_by_role("heading", name="We have your concern")).to_be_visible()
    expect(page.get_by_text("Amina Khan, duty social worker, has this now. From 5pm it is with Joe Ellis")).to_be_visible()
    expect(page.get_by_text("Decision by the end of Monday 23 November 2026")).to_be_visible()
    assert taps.count <= 12, taps.steps
    check_accessible(page)
    shoot(page, "concern-receipt")


def test_every_page_of_it_is_open_to_everyone(
    live: str, live_place: Place, chromium_page: Page, narrow: Page, sign_in_as: Callable[[str], None], count_taps: Any,
    check_accessible: Callable[..., None],
) -> None:  # fmt: skip
    for page, name in ((chromium_page, "wide"), (narrow, "narrow")):
        sign_in_as("maya.osei")

        def look(what: str, page: Page = page, name: str = name) -> None:
            check_accessible(page)
            no_sideways(page)
            shoot(page, f"concern-{what}-{name}")

        page.goto(live + "/report-a-concern/mine/")
        look("mine")
        page.get_by_role("button", name="Report a concern").click()
        look("1-child")
        page.get_by_role("link", name="More than one child").click()
        look("1-children")
        page.get_by_label("Ava Hughes").check()
        page.get_by_label("Noor Aziz").check()
        page.get_by_role("button", name="Continue").click()
        look("2-safety")
        page.get_by_label("Yes", exact=True).check()
        page.get_by_label("Where will the child be tonight").fill("At home")
        look("2-safety-yes")
        page.get_by_role("button", name="Continue").click()
        page.get_by_label("What did a child say?").fill(WORDS)
        page.get_by_label("Noor Aziz").check()
        page.get_by_label("No, it is not safe to").check()
        look("3-happened")
        page.get_by_role("button", name="Continue").click()
        look("4-check")
        page.get_by_role("button", name="Send the concern").click()
        look("5-receipt")
        page.get_by_role("link", name="Follow it").click()
        look("6-followed")
        page.get_by_role("link", name="Add more information").click()
        look("7-more")
        page.go_back()
        page.get_by_role("link", name="I see this differently").click()
        look("8-disagree")
