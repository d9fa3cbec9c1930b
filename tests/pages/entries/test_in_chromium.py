"""Recording something as people do it: in a browser, by hand, by keyboard, on a small phone, and without scripts."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from holdfast.access.entry_permissions import ABOUT_NOBODY
from holdfast.config.system_clock import fixed_at
from holdfast.pages.entries.links import record_home, record_url, standard_url
from tests.browser import no_sideways, reach, shoot
from tests.pages.entries.family import NOW, Family, make_family

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHOWN = (
    "conference_held",
    "contact_received",
    "visit_made",
    "voice_recorded",
    "neglect_tool_completed",
    "action_agreed",
    "message_received",
    "stay_started",
    "absence_started",
)


@pytest.fixture
def here(live: str) -> Iterator[Family]:
    """Chloe, Harper, their mother and Sam, on Monday 5 November 2018."""
    with fixed_at(NOW):
        yield make_family()


def form(type: str, family: Family) -> str:
    return record_url(type, None if type in ABOUT_NOBODY else family.chloe.pk)


@pytest.mark.parametrize("type", SHOWN)
def test_a_form_shuts_nobody_out(
    type: str,
    here: Family,
    live: str,
    chromium_page: Page,
    narrow: Page,
    sign_in_as: Callable[[str], None],
    check_accessible: Callable[..., None],
) -> None:
    sign_in_as("sam.poole")
    for page, name in ((chromium_page, ""), (narrow, "-320")):
        page.goto(live + form(type, here))
        check_accessible(page)
        no_sideways(page)
        shoot(page, f"record-{type}{name}")


def test_the_list_of_kinds(
    here: Family, live: str, chromium_page: Page, narrow: Page, sign_in_as: Callable[[str], None], check_accessible: Any
) -> None:
    sign_in_as("sam.poole")
    for page, name in ((chromium_page, ""), (narrow, "-320")):
        page.goto(live + record_home(here.chloe.pk))
        check_accessible(page)
        no_sideways(page)
        shoot(page, f"record-home{name}")
    chromium_page.get_by_label("What happened?").type("core gr")
    expect(chromium_page.get_by_role("status")).to_contain_text("fit “core gr”")
    expect(chromium_page.get_by_role("link", name="Core group held", exact=True)).to_be_visible()
    expect(chromium_page.get_by_role("link", name="Visit made", exact=True)).to_be_hidden()


def test_a_core_group_is_recorded_without_a_script_and_says_what_it_met(
    here: Family, live: str, without_javascript: Page, sign_in_as: Callable[[str], None]
) -> None:
    page = without_javascript
    sign_in_as("sam.poole")
    page.goto(live + record_home(here.chloe.pk))
    page.get_by_label("What happened?").fill("core group")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Core group held", exact=True).click()
    page.get_by_label("Day", exact=True).first.fill("17")
    page.get_by_label("Month", exact=True).first.fill("10")
    page.get_by_label("Year", exact=True).first.fill("2018")
    page.get_by_label("Harper", exact=True).first.check()
    page.get_by_label("Role").first.fill("social worker")
    page.locator("#id_data-present-0-worker").select_option("sam")
    page.get_by_role("button", name="Add another person to “Who was there”").click()
    expect(page.locator("#id_data-present-1-item")).to_be_focused()
    expect(page.get_by_label("Role").first).to_have_value("social worker")
    page.locator("#id_data-present-1-role").fill("mother")
    page.get_by_role("button", name="Check what you have said").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check what you have said")
    expect(page.get_by_text("Present: Sam Poole (social worker) and mother.")).to_be_visible()
    page.get_by_role("button", name="Change the answer to “Who was there”").click()
    expect(page.locator("#id_data-present-1-role")).to_have_value("mother")
    page.get_by_role("button", name="Check what you have said").last.click()
    page.get_by_role("button", name="Save it").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recorded")
    expect(page.get_by_text("This meets it, due 17 Oct 2018.")).to_be_visible()


def test_the_way_from_saying_to_putting_right_shuts_nobody_out(
    here: Family, live: str, chromium_page: Page, narrow: Page, sign_in_as: Callable[[str], None], check_accessible: Any
) -> None:
    sign_in_as("sam.poole")
    here.say("core_group_held", "2018-10-17", {"present": [{"role": "health visitor"}]}, about=(here.chloe.pk, here.harper.pk))
    for page, name in ((chromium_page, ""), (narrow, "-320")):
        page.goto(live + form("voice_recorded", here))
        page.get_by_role("button", name="Check what you have said").last.click()
        expect(page.get_by_role("alert")).to_contain_text("There is a problem")
        check_accessible(page, status=422)
        no_sideways(page)
        shoot(page, f"record-errors{name}")
        page.get_by_role("link", name="Select which child").click()
        page.keyboard.press("Space")
        page.get_by_label("In words").check()
        page.get_by_label("The child's own words, exactly, or what they drew or did").fill("i want to go swiming\nwith Harper")
        page.get_by_role("button", name="Today is the answer").click()
        page.get_by_role("button", name="Check what you have said").last.click()
        for step in ("record-check", "record-saved", "record-entry"):
            check_accessible(page)
            no_sideways(page)
            shoot(page, f"{step}{name}")
            if step == "record-check":
                page.get_by_role("button", name="Save it").last.click()
            elif step == "record-saved":
                page.get_by_role("link", name="See it as it stands in the record").click()
        page.get_by_role("link", name="Record a correction").click()
        check_accessible(page)
        shoot(page, f"record-correct{name}")
        page.go_back()
        page.get_by_role("link", name="Withdraw this").click()
        check_accessible(page)
        shoot(page, f"record-withdraw{name}")
        page.get_by_label("Why should it not stand?").fill("It was another child.")
        page.get_by_role("button", name="Withdraw it").click()
        expect(page.get_by_text("This was withdrawn by Sam Poole")).to_be_visible()
        check_accessible(page)
        shoot(page, f"record-withdrawn{name}")


def test_a_contact_is_recorded_by_keyboard_alone(
    here: Family, live: str, chromium_page: Page, sign_in_as: Callable[[str], None]
) -> None:
    page = chromium_page
    sign_in_as("sam.poole")
    page.goto(live + form("section47_started", here))
    reach(page, page.get_by_role("button", name="Today is the answer"))
    page.keyboard.press("Enter")
    reach(page, page.get_by_label("Harper", exact=True))
    page.keyboard.press("Space")
    page.keyboard.press("Enter")  # in a box, Enter checks what was said and takes no row away
    expect(page.get_by_role("heading", level=1)).to_have_text("Check what you have said")
    expect(page.get_by_text("5 Nov 2018, about Chloe, Harper")).to_be_visible()
    reach(page, page.get_by_role("button", name="Save it").last)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Recorded")


def test_with_a_script_a_row_comes_without_leaving_the_page(
    here: Family, live: str, chromium_page: Page, sign_in_as: Callable[[str], None], check_accessible: Any
) -> None:
    page = chromium_page
    sign_in_as("sam.poole")
    page.goto(live + form("conference_held", here))
    page.get_by_label("Role").first.fill("health visitor")
    page.evaluate("() => { window.stayed = true }")
    page.get_by_role("button", name="Add another person to “Who was there”").click()
    expect(page.locator("#id_data-present-1-item")).to_be_focused()
    assert page.evaluate("() => window.stayed"), "the page was left"
    expect(page.get_by_label("Role").first).to_have_value("health visitor")
    check_accessible(page)
    page.get_by_role("button", name="Remove Person 1 from “Who was there”").click()
    expect(page.locator("#id_data-present-0-item")).to_have_count(0)


def test_the_standards_shut_nobody_out(
    here: Family, live: str, chromium_page: Page, narrow: Page, sign_in_as: Callable[[str], None], check_accessible: Any
) -> None:
    sign_in_as("sam.poole")
    for page, name in ((chromium_page, ""), (narrow, "-320")):
        for at, address in (
            ("home", "/standards/"),
            ("standard", standard_url("CP-20")),
            ("signal", standard_url("SIG-CG-SW-ABSENT")),
        ):
            page.goto(live + address)
            check_accessible(page)
            no_sideways(page)
            shoot(page, f"explain-{at}{name}")
