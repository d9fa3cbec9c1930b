"""Finding a child as people see it: somebody's mother asked for, and a question that is not understood."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import no_sideways, shoot
from tests.pages.household import Wrens


@pytest.mark.parametrize(
    ("typed", "said", "name"),
    [
        ("Noah's mum", "1 child found, and 1 adult", "kin"),
        ("where is my dog", "We could not read all of that", "not-understood"),
        ("Noah Brook's sister", "Open the child’s page to see the family.", "sister"),
    ],
)
def test_an_answer_fits_a_desk_and_a_phone_and_is_read_out(
    live: str,
    chromium_page: Page,
    narrow: Page,
    sign_in_as,
    live_wrens: Wrens,
    check_accessible,
    typed: str,
    said: str,
    name: str,
) -> None:
    sign_in_as("amina.khan")
    for page, size in ((chromium_page, "1280"), (narrow, "320")):
        page.goto(f"{live}/children/find/")
        page.get_by_label("Who are you looking for?").fill(typed)
        page.get_by_role("button", name="Find").click()
        expect(page.get_by_role("status")).to_contain_text(said)
        check_accessible(page)
        no_sideways(page)
        shoot(page, f"find-{name}-{size}")
