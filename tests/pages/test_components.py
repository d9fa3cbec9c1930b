"""The pieces that every page is made of: the child's words are told apart without colour, and each piece is open to everyone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import no_sideways, shoot

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.pages.gallery"),
]


def test_every_component_is_accessible_on_a_desk_and_on_a_small_phone(
    live: str, chromium_page: Page, narrow: Page, check_accessible: Callable[..., None]
) -> None:
    for page, name in ((chromium_page, "gallery"), (narrow, "gallery-320")):
        page.goto(live + "/gallery/")
        no_sideways(page)
        check_accessible(page)
        shoot(page, name)


def test_a_childs_words_are_blue_italics_with_a_mark_and_words_that_say_whose_they_are(live: str, chromium_page: Page) -> None:
    page = chromium_page
    page.goto(live + "/gallery/")
    words = page.locator("blockquote").first
    expect(words).to_contain_text("In Ava’s own words: I want to sleep at Nana’s.")
    style = words.evaluate("e => { const s = getComputedStyle(e); return [s.fontStyle, s.color, s.borderLeftWidth] }")
    assert style == ["italic", "rgb(20, 78, 129)", "5px"]
    assert "“" in words.evaluate("e => getComputedStyle(e, '::before').content")


def test_a_childs_words_keep_their_marks_on_paper(live: str, chromium_page: Page) -> None:
    page = chromium_page
    page.goto(live + "/gallery/")
    page.emulate_media(media="print")
    words = page.locator("blockquote").first
    style = words.evaluate("e => { const s = getComputedStyle(e); return [s.fontStyle, s.borderLeftStyle] }")
    assert style == ["italic", "solid"]
    expect(page.get_by_role("link", name="Back")).not_to_be_visible()
    shoot(page, "gallery-print")


def test_a_childs_words_are_told_apart_when_the_computer_chooses_the_colours(live: str, chromium_page: Page) -> None:
    page = chromium_page
    page.emulate_media(forced_colors="active")
    page.goto(live + "/gallery/")
    words = page.locator("blockquote").first
    assert words.evaluate("e => getComputedStyle(e).fontStyle") == "italic"
    assert words.evaluate("e => getComputedStyle(e).borderLeftWidth") == "5px"
    shoot(page, "gallery-forced-colours")
