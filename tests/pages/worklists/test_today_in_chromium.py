"""Today in a real browser: everybody can use it, and an absence is three taps."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from holdfast.duty.contact_intake import receive
from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from tests.browser import no_sideways, reach, shoot
from tests.pages.contacts.reported import send
from tests.pages.partnership import FRIDAY, Place, at
from tests.pages.worklists.test_today import on_a_plan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def busy(live_place: Place) -> Place:
    """A Friday on which a great deal waits."""
    place = live_place
    on_a_plan(place)
    append(
        at=at("2026-07-01T10:00"),
        by=place.worker("ruth.adeyemi"),
        type="preproceedings_started",
        happened="2026-07-01",
        about=(place.children["Lucas"].pk,),
        data={},
    )
    send(place.client("maya.osei"), place.children["Ava"].pk, safety={"danger": "yes"})
    send(place.client("maya.osei"), place.children["Noor"].pk)
    receive(
        at=FRIDAY,
        type="message_received",
        by=place.worker("maya.osei"),
        happened=When.at(FRIDAY),
        about=[place.children["Ava"].pk],
        data={"for": "sam.poole", "from": {"role": "dsl", "worker": "maya.osei"}, "text": "Ava’s shoes are too small."},
    )
    run_minute_jobs(at=FRIDAY)
    return place


@pytest.mark.parametrize("who", ["amina.khan", "sam.poole", "ruth.adeyemi", "helen.marsh"])
def test_every_role_can_use_it_wide_narrow_and_without_scripts(
    live: str,
    busy: Place,
    chromium_page: Page,
    narrow: Page,
    without_javascript: Page,
    sign_in_as: Callable[[str], None],
    check_accessible: Callable[..., None],
    who: str,
) -> None:
    sign_in_as(who)
    for page, name in ((chromium_page, "wide"), (narrow, "narrow")):
        page.goto(live + "/today/")
        check_accessible(page)
        no_sideways(page)
        shoot(page, f"today-{who}-{name}")
    without_javascript.goto(live + "/today/")
    expect(without_javascript.get_by_role("heading", name="Today", exact=True)).to_be_visible()


def test_away_until_is_three_taps_and_confirming_cover_one_more(
    live: str,
    busy: Place,
    chromium_page: Page,
    sign_in_as: Callable[[str], None],
    count_taps: Any,
    check_accessible: Callable[..., None],
) -> None:
    page = chromium_page
    from tests.duty.team import allocate

    allocate(FRIDAY, busy.team["dana"], busy.children["Noor"])
    sign_in_as("ruth.adeyemi")
    page.goto(live + "/today/")
    taps = count_taps(page)
    taps.click(page.get_by_role("link", name="Away until… Dana Whitlock"))
    check_accessible(page)
    shoot(page, "away")
    taps.check(page.get_by_label("In a week"))
    taps.click(page.get_by_role("button", name="Record it and see who covers"))
    assert taps.count <= 3
    expect(page.get_by_role("heading", name="Who covers for Dana Whitlock?")).to_be_visible()
    check_accessible(page)
    shoot(page, "cover-nobody")
    page.goto(live + "/today/away/sam.poole/cover/")
    check_accessible(page)
    shoot(page, "cover")


def test_number_then_list_then_record(
    live: str, busy: Place, chromium_page: Page, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    page = chromium_page
    sign_in_as("ruth.adeyemi")
    page.goto(live + "/today/")
    page.get_by_role("link", name="2 children of Sam Poole").click()
    check_accessible(page)
    shoot(page, "team-worker")
    sign_in_as("helen.marsh")
    page.goto(live + "/today/")
    page.get_by_role("link", name=" open: ").first.click()
    check_accessible(page)
    shoot(page, "rule-list")


def test_answering_an_alert_with_the_keyboard(
    live: str, busy: Place, chromium_page: Page, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    page = chromium_page
    sign_in_as("ruth.adeyemi")
    page.goto(live + "/today/")
    reach(page, page.get_by_role("link", name="Answer in words").first, within=120)
    page.keyboard.press("Enter")
    page.wait_for_url("**/today/answer/**")
    check_accessible(page)
    shoot(page, "answer")
    reach(page, page.get_by_label("What did you decide or do about it, and why?"))
    page.keyboard.type("Dana visits on Monday. I ring the school now.")
    reach(page, page.get_by_role("button", name="Record the answer"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your answer is on the child’s record.")).to_be_visible()


def test_a_message_can_be_read_and_answered(
    live: str, busy: Place, narrow: Page, sign_in_as: Callable[[str], None], check_accessible: Callable[..., None]
) -> None:
    page = narrow
    sign_in_as("amina.khan")
    page.goto(live + "/today/")
    page.get_by_role("link", name="Read and answer").first.click()
    page.wait_for_url("**/today/messages/**")
    check_accessible(page)
    no_sideways(page)
    shoot(page, "message")
