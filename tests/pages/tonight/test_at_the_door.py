"""The page on a desk, on a telephone and on paper, at 00:47 on a Monday; and the way from a concern to the day team."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from holdfast.access.models import User
from holdfast.actions.receive_contact import ReportedContact, receive_contact
from holdfast.config import system_clock
from holdfast.record.models.person_facts import new_id
from tests.browser import no_sideways, shoot
from tests.pages.household import Wrens
from tests.pages.tonight.conftest import MONDAY

pytestmark = pytest.mark.browser
TELEPHONE = {"width": 390, "height": 844}


@pytest.fixture
def telephone_page(chromium: Browser, live: str) -> Iterator[Page]:
    """A telephone as most people carry it."""
    context = chromium.new_context(viewport=TELEPHONE, locale="en-GB", has_touch=True)
    yield context.new_page()
    context.close()


def bottom(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None, selector
    return box["y"] + box["height"]


def keep_back(wrens: Wrens) -> None:
    """A banner stands over the page: it must not push the answer out of sight."""
    data = {"what": "That Noah spoke at school.", "from_": [wrens.lee_brook], "why": "danger", "said_by": "maya.osei"}
    wrens.tell("kept_back", "2026-11-22", by="maya.osei", at=MONDAY.replace(day=22), **data)


def test_the_first_screen_of_a_desk_holds_the_danger_the_words_the_men_and_a_carer_with_her_number(
    live: str, chromium_page: Page, sign_in_as, live_monday: Wrens, check_accessible
) -> None:
    keep_back(live_monday)
    sign_in_as("joe.ellis")
    chromium_page.goto(f"{live}/tonight/{live_monday.noah}/")
    shoot(chromium_page, "tonight-first-screen", whole=False)
    for selector in ("#danger", ".hf-stay-away__no", ".hf-stay-away__unknown b", ".hf-who--yes .hf-tel"):
        assert bottom(chromium_page, selector) <= 900, selector
    expect(chromium_page.locator("#danger")).to_contain_text("a man called Dev sleeps there")
    expect(chromium_page.locator("#danger .hf-words")).to_contain_text("I don’t want to go home.")
    check_accessible(chromium_page)


def test_on_a_telephone_the_three_things_one_comes_for_are_at_the_thumb(
    live: str, telephone_page: Page, sign_in_as, live_monday: Wrens, check_accessible
) -> None:
    sign_in_as("joe.ellis")
    page = telephone_page
    page.goto(f"{live}/tonight/{live_monday.noah}/")
    dock = page.get_by_role("navigation", name="On this page")
    for name, target in (("Who can take them", "#take"), ("Ring", "#ring"), ("What I did", "#did")):
        dock.get_by_role("link", name=name).click()
        top = page.locator(f"{target} h2").bounding_box()
        assert top is not None
        assert 0 <= top["y"] < 500, name
    # Whatever the keyboard is on stands above the dock and not under it.
    button = page.get_by_role("button", name="Hand over to the day team")
    button.focus()
    place, edge = button.bounding_box(), dock.bounding_box()
    assert place is not None
    assert edge is not None
    assert place["y"] + place["height"] <= edge["y"]
    for tel in page.locator(".hf-tel").all():
        box = tel.bounding_box()
        assert box is not None
        assert box["height"] >= 48
    no_sideways(page)
    shoot(page, "tonight-telephone")


def test_on_paper_it_is_three_sheets_and_nothing_of_the_screen(
    live: str, chromium_page: Page, sign_in_as, live_monday: Wrens
) -> None:
    sign_in_as("joe.ellis")
    chromium_page.goto(f"{live}/tonight/{live_monday.noah}/")
    chromium_page.emulate_media(media="print")
    for selector in (".hf-dock", "#did", ".govuk-back-link"):
        assert chromium_page.locator(selector).first.is_hidden(), selector
    pages = chromium_page.pdf(format="A4").count(b"/Type /Page\n")
    assert 1 <= pages <= 3


def test_a_concern_at_half_past_midnight_is_seen_acted_on_and_with_the_day_team_at_nine(
    live: str, chromium_page: Page, sign_in_as, live_monday: Wrens, count_taps
) -> None:
    tell_us(live_monday)
    sign_in_as("joe.ellis")
    chromium_page.goto(live + "/")
    expect(chromium_page.get_by_role("heading", level=1)).to_have_text("Tonight")
    expect(chromium_page.get_by_role("main")).to_contain_text("He hit Biscuit and I hid.")
    taps = count_taps(chromium_page)
    taps.click(chromium_page.get_by_role("link", name="Noah Brook").first)
    if "/tonight/" not in chromium_page.url:
        chromium_page.goto(f"{live}/tonight/{live_monday.noah}/")
    expect(chromium_page.locator("#danger .hf-words").first).to_contain_text("He hit Biscuit and I hid.")
    expect(chromium_page.locator(".hf-who--yes")).to_contain_text("Ring Joy")
    taps.type(chromium_page.get_by_label("What did you do?"), "Noah and his sisters are at Joy’s.")
    taps.check(chromium_page.get_by_label("No", exact=True))
    taps.click(chromium_page.get_by_role("button", name="Hand over to the day team"))
    expect(chromium_page.get_by_role("alert")).to_contain_text("It is with")
    assert taps.count <= 4, taps.steps
    with system_clock.fixed_at(datetime(2026, 11, 23, 9, tzinfo=UTC)):
        sign_in_as("ruth.adeyemi")
        chromium_page.goto(f"{live}/tonight/{live_monday.noah}/")
        expect(chromium_page.locator(".hf-notices")).to_contain_text("Noah and his sisters are at Joy’s.")


def tell_us(wrens: Wrens) -> None:
    """Half past midnight: the school's safeguarding lead sends what Noah wrote to her."""
    contact = ReportedContact(
        id=str(new_id()),
        children=(wrens.noah,),
        unlisted=None,
        danger="yes",
        tonight="At home with mum and a man called Dev",
        not_to_know="",
        words="He hit Biscuit and I hid.",
        whose=wrens.noah,
        saw="",
        parents="not_safe",
        household="",
    )
    receive_contact(by=User.objects.get(username="maya.osei"), at=MONDAY.replace(minute=30), contact=contact)
