"""J3: two in the morning, police at the door. A worker who never met the family finds the safe relative and the excluded man."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import no_sideways, reach, shoot
from tests.pages.household import Wrens

pytestmark = pytest.mark.browser
MOST_TAPS = 4


def find(page: Page, typed: str) -> None:
    page.get_by_label("Who are you looking for?").fill(typed)
    page.get_by_role("button", name="Find", exact=True).click()


@pytest.mark.parametrize("typed", ["noa brok", "Carrie Wren", "quay row", "4 quay rd brook", "10/6/2018"])
def test_the_answer_is_four_taps_away_whatever_is_known_of_the_child(
    live: str, chromium_page: Page, sign_in_as, live_wrens: Wrens, count_taps, typed: str
) -> None:
    sign_in_as("joe.ellis")
    chromium_page.goto(live + "/")
    expect(chromium_page).to_have_title("Tonight – Holdfast")
    taps = count_taps(chromium_page)
    taps.type(chromium_page.get_by_label("Who are you looking for?"), typed)
    taps.click(chromium_page.get_by_role("button", name="Find", exact=True))
    taps.click(chromium_page.locator(".hf-cards").get_by_role("link", name="Noah Brook"))
    expect(chromium_page.locator(".hf-who--yes")).to_contain_text("Joy Wren")
    expect(chromium_page.get_by_role("link", name="Ring Joy 01632 960 141")).to_have_attribute("href", "tel:01632960141")
    expect(chromium_page.locator(".hf-stay-away__no").first).to_contain_text("Lee Stone")
    assert taps.count <= MOST_TAPS, taps.steps


def test_what_was_typed_is_in_no_address_and_no_history(live: str, chromium_page: Page, sign_in_as, live_wrens: Wrens) -> None:
    sign_in_as("joe.ellis")
    chromium_page.goto(live + "/tonight/")
    find(chromium_page, "Carrie Wren")
    assert chromium_page.url == live + "/tonight/"
    chromium_page.locator(".hf-cards").get_by_role("link", name="Noah Brook").click()
    assert chromium_page.url == f"{live}/tonight/{live_wrens.noah}/"


def test_recording_what_was_done_takes_few_taps_and_says_who_has_it(
    live: str, chromium_page: Page, sign_in_as, live_wrens: Wrens, count_taps, check_accessible
) -> None:
    sign_in_as("joe.ellis")
    chromium_page.goto(f"{live}/tonight/{live_wrens.noah}/")
    taps = count_taps(chromium_page)
    taps.type(chromium_page.get_by_label("What did you do?"), "All three are at Joy’s. Lee Stone was taken away by the police.")
    taps.check(chromium_page.get_by_label("No", exact=True))
    taps.click(chromium_page.get_by_role("button", name="Hand over to the day team"))
    expect(chromium_page.get_by_role("alert")).to_contain_text("It is with")
    check_accessible(chromium_page)
    assert taps.count <= 3


PAGES = ["/tonight/", "/tonight/{}/", "/tonight/{}/what-i-did/", "/children/{}/", "/families/{}/", "/children/find/"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_open_to_everybody_on_a_desk_and_on_a_phone(
    live: str, chromium_page: Page, narrow: Page, sign_in_as, live_wrens: Wrens, check_accessible, path: str
) -> None:
    sign_in_as("joe.ellis")
    address = live + path.format(live_wrens.noah)
    name = path.strip("/").replace("{}", "child").replace("/", "-")
    chromium_page.goto(address)
    check_accessible(chromium_page)
    shoot(chromium_page, name)
    narrow.goto(address)
    check_accessible(narrow)
    no_sideways(narrow)
    shoot(narrow, f"{name}-narrow")


def test_without_scripts_the_whole_journey_works(live: str, without_javascript: Page, sign_in_as, live_wrens: Wrens) -> None:
    page = without_javascript
    sign_in_as("joe.ellis")
    page.goto(live + "/")
    find(page, "noah")
    page.locator(".hf-cards").get_by_role("link", name="Noah Brook").click()
    expect(page.locator(".hf-who--yes")).to_contain_text("Joy Wren")
    page.get_by_label("What did you do?").fill("Visited.")
    # Nobody says whether a child could still be hurt: asked for on a page of its own, and what was typed is still there.
    page.get_by_role("button", name="Hand over to the day team").click()
    expect(page.get_by_label("What did you do?")).to_have_value("Visited.")
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Record it and tell the day team").click()
    expect(page.get_by_role("alert")).to_contain_text("It is with")
    page.goto(f"{live}/families/{live_wrens.noah}/")
    expect(page.locator("svg.hf-geno")).to_be_visible()


def test_with_the_keyboard_alone(live: str, chromium_page: Page, sign_in_as, live_wrens: Wrens) -> None:
    sign_in_as("joe.ellis")
    chromium_page.goto(live + "/tonight/")
    reach(chromium_page, chromium_page.get_by_label("Who are you looking for?"))
    chromium_page.keyboard.type("noah brook")
    chromium_page.keyboard.press("Enter")
    reach(chromium_page, chromium_page.locator(".hf-cards").get_by_role("link", name="Noah Brook"))
    chromium_page.keyboard.press("Enter")
    expect(chromium_page.get_by_role("heading", name="Tonight: Noah Brook")).to_be_visible()
    reach(chromium_page, chromium_page.get_by_role("link", name="Ring Joy 01632 960 141"))
    reach(chromium_page, chromium_page.get_by_role("button", name="Hand over to the day team"))


def test_in_the_family_picture_the_keyboard_walks_from_child_to_child(
    live: str, chromium_page: Page, sign_in_as, live_wrens: Wrens
) -> None:
    sign_in_as("joe.ellis")
    chromium_page.goto(f"{live}/families/{live_wrens.noah}/")
    tia = chromium_page.locator(f"svg.hf-geno a[data-person='{live_wrens.tia}']")
    for _ in range(40):
        chromium_page.keyboard.press("Tab")
        if tia.evaluate("e => e === document.activeElement"):
            break
    assert tia.locator(".hf-geno__focus").evaluate("e => getComputedStyle(e).fill") == "rgb(255, 221, 0)"
    chromium_page.keyboard.press("Enter")
    expect(chromium_page.get_by_role("heading", name="Tia Stone", level=1)).to_be_visible()


def test_on_paper_the_childs_words_keep_their_mark_and_closed_parts_are_open(
    live: str, chromium_page: Page, sign_in_as, live_wrens: Wrens
) -> None:
    sign_in_as("joe.ellis")
    chromium_page.goto(f"{live}/children/{live_wrens.noah}/")
    chromium_page.emulate_media(media="print")
    assert chromium_page.locator(".hf-words").first.evaluate("e => getComputedStyle(e).fontStyle") == "italic"
    assert chromium_page.locator(".hf-contents").is_hidden()
    assert chromium_page.locator("#visits ~ details.hf-print-open li").first.is_visible()
