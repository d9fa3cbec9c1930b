"""The page of a person and the banner, as people open them: on a desk, on a phone, by keyboard, on paper, without scripts."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from holdfast.record.models import PersonFact
from holdfast.record.people import state_fact
from tests.browser import no_sideways, reach, shoot
from tests.pages.household import NIGHT, Wrens


@pytest.fixture
def known(live_wrens: Wrens) -> Wrens:
    """Joy Wren, of whom much is stated, some of it too long ago; and something kept back from a man who is named."""
    by = live_wrens.sam
    for kind, value, detail, checked in (
        ("telephone", "01632 960 141", {"sort": "mobile"}, 80),
        (
            "telephone",
            "01632 960 142",
            {"sort": "landline", "whose": "her neighbour, Mrs Anna Featherstonehaugh-Cholmondeley"},
            -1,
        ),
        ("danger_to_staff", "Dog loose in the yard. Ring before you go in, and go in twos.", {"whose": "the dog"}, 10),
        ("language", "Polish", {"interpreter": True}, 10),
        ("nhs_number", "9990000077", {}, 100),
    ):
        state_fact(
            person=live_wrens.joy,
            kind=kind,
            value=value,
            at=NIGHT - timedelta(days=90),
            by=by,
            said_by="Carrie Wren, her sister",
            source="she rang the office",
            check_by=(NIGHT + timedelta(days=checked)).date(),
            detail=detail or None,
        )
    live_wrens.tell(
        "kept_back",
        "2026-11-20",
        [*live_wrens.children, live_wrens.joy],
        what="The children spoke at school, and Joy has offered to take them.",
        why="danger",
        said_by="maya.osei",
        until="2026-11-18",
        **{"from": [live_wrens.lee_stone, "anybody who rings for him"]},
        at=NIGHT - timedelta(hours=9),
    )
    return live_wrens


def test_on_a_desk_and_on_a_phone(
    live: str, chromium_page: Page, narrow: Page, sign_in_as, known: Wrens, check_accessible
) -> None:
    sign_in_as("joe.ellis")
    for page, size in ((chromium_page, "1280"), (narrow, "320")):
        for path, name in (
            (f"/person/{known.joy}/", "person"),
            (f"/person/{known.pat}/", "person-empty"),
            (f"/person/{known.joy}/state/telephone/", "state-telephone"),
            (f"/person/{known.joy}/state/safe_address/", "state-safe"),
            (f"/children/{known.tia}/", "child-banner"),
        ):
            page.goto(live + path)
            check_accessible(page)
            no_sideways(page)
            shoot(page, f"facts-{name}-{size}", whole=name != "child-banner")


def test_a_phones_width_of_390(live: str, narrow: Page, sign_in_as, known: Wrens) -> None:
    sign_in_as("joe.ellis")
    narrow.set_viewport_size({"width": 390, "height": 844})
    narrow.goto(f"{live}/person/{known.joy}/")
    no_sideways(narrow)
    shoot(narrow, "facts-person-390")


def test_what_is_past_its_day_is_asked_for_and_not_dropped(live: str, chromium_page: Page, sign_in_as, known: Wrens) -> None:
    sign_in_as("joe.ellis")
    chromium_page.goto(f"{live}/children/{known.tia}/")
    banner = chromium_page.locator(".hf-must-not-know")
    expect(banner).to_contain_text("Must not know: Lee Stone and anybody who rings for him.")
    expect(banner).to_contain_text("To be looked at again since 18 Nov 2026.")


def test_without_scripts_a_number_is_stated_checked_and_put_right(
    live: str, without_javascript: Page, sign_in_as, known: Wrens
) -> None:
    sign_in_as("joe.ellis")
    page = without_javascript
    page.goto(f"{live}/person/{known.pat}/")
    page.get_by_role("link", name="Add a telephone").click()
    page.get_by_label("What is the number?").fill("01632 960 1")
    page.get_by_label("Landline").check()
    page.get_by_label("Who says so?").fill("Joy Wren")
    page.get_by_role("button", name="Save it").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("has 9 digits")
    page.get_by_label("What is the number?").fill("01632 960 144")
    page.get_by_role("button", name="Save it").click()
    expect(page.get_by_role("link", name="01632 960 144").first).to_be_visible()
    page.get_by_role("button", name=re.compile("Still so.*960 144")).click()
    expect(page.locator("main")).to_contain_text("Last checked")
    page.get_by_role("link", name=re.compile("Put right.*960 144")).click()
    page.get_by_label("What is the number?").fill("01632 960 145")
    page.get_by_label("What was wrong, or what has changed?").fill("She gave the old one.")
    page.get_by_role("button", name="Save what is right").click()
    expect(page.locator("main")).not_to_contain_text("960 144")
    assert PersonFact.objects.filter(person=known.pat, kind="telephone").count() == 3


def test_with_the_keyboard_alone_a_fact_is_checked(live: str, chromium_page: Page, sign_in_as, known: Wrens) -> None:
    sign_in_as("joe.ellis")
    chromium_page.goto(f"{live}/person/{known.joy}/")
    button = chromium_page.get_by_role("button", name=re.compile("Still so.*960 142"))
    reach(chromium_page, button)
    chromium_page.keyboard.press("Enter")
    expect(chromium_page.locator("main")).to_contain_text("Recorded: checked today, and still so.")


def test_on_paper_the_banner_has_its_edge_and_no_buttons_are_printed(
    live: str, chromium_page: Page, sign_in_as, known: Wrens
) -> None:
    sign_in_as("joe.ellis")
    chromium_page.goto(f"{live}/person/{known.joy}/")
    chromium_page.emulate_media(media="print")
    border = chromium_page.locator(".hf-must-not-know").evaluate("e => getComputedStyle(e).borderTopWidth")
    assert border == "3px"
    expect(chromium_page.get_by_role("button", name="Still so").first).to_be_hidden()


def test_who_is_meant_is_asked_without_scripts_and_answered_by_a_tick(
    live: str, without_javascript: Page, chromium_page: Page, narrow: Page, sign_in_as, known: Wrens, check_accessible
) -> None:
    sign_in_as("joe.ellis")
    for page, size in ((without_javascript, ""), (chromium_page, "1280"), (narrow, "390")):
        if size == "390":
            page.set_viewport_size({"width": 390, "height": 844})
        page.goto(f"{live}/person/{known.joy}/state/safe_address/")
        page.get_by_label("What is the safe address?").fill("1 Hidden Street")
        page.get_by_label("Who must not know this address?").fill("Larkfield school\nPriya, from health visiting")
        page.get_by_label("Somebody could be hurt").check()
        page.get_by_label("Who says so?").fill("Joy Wren")
        page.get_by_role("button", name="Save it").click()
        question = page.get_by_role("group", name="Who is “Larkfield school”?")
        expect(question).to_contain_text("Did you mean this one?")
        expect(page.locator(".govuk-error-summary")).to_contain_text("Say who “Larkfield school” is, or that you are not sure")
        if size:
            check_accessible(page, status=422)
            no_sideways(page)
            shoot(page, f"facts-who-is-meant-{size}", whole=True)
            continue
        question.get_by_label("Everybody at Larkfield Primary School").check()
        page.get_by_role("group", name="Who is “Priya").get_by_label("I am not sure").check()
        page.get_by_role("button", name="Save it").click()
        expect(page.locator(".hf-must-not-know").first).to_contain_text("Larkfield Primary School")
