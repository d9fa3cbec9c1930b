"""Thirteen minutes to one on a Monday: a school reports, emergency duty sees it and acts, the school sees what became of it, and
at nine the day team has it."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from holdfast.config import system_clock
from holdfast.duty.escalation_job import run_minute_jobs
from tests.browser import no_sideways, shoot
from tests.pages.contacts.test_friday_ten_to_five import SAW, WORDS, report
from tests.pages.partnership import Place, at, make_place

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NIGHT = at("2026-11-23T00:47")  # a Monday
LATER = at("2026-11-23T01:05")
MORNING = at("2026-11-23T09:00")


@pytest.fixture
def live_night(transactional_db: None) -> Place:
    """The partnership at 00:47: Joe Ellis has emergency duty until half past eight, and then Amina Khan the front door."""
    return make_place()


def test_whoever_is_told_at_night_can_see_it_and_act_and_the_day_team_has_it_in_the_morning(
    live: str,
    live_night: Place,
    chromium_page: Page,
    narrow: Page,
    sign_in_as: Callable[[str], None],
    count_taps: Any,
    check_accessible: Callable[..., None],
) -> None:
    page = chromium_page
    with system_clock.fixed_at(NIGHT):
        sign_in_as("maya.osei")
        report(page, live, count_taps(page))
        expect(page.get_by_role("heading", name="We have your concern")).to_be_visible()
        expect(page.get_by_role("main")).to_contain_text("Joe Ellis, emergency duty worker, has this now. From 8:30am it is with")
        expect(page.get_by_role("main")).to_contain_text("Amina Khan")
        shoot(page, "night-receipt")
        reference = page.locator(".hf-ref, .govuk-panel__body strong").first.inner_text()

        sign_in_as("joe.ellis")
        page.goto(live + "/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Tonight")
        expect(page.get_by_role("main")).to_contain_text(WORDS)
        check_accessible(page)
        shoot(page, "night-home")
        narrow.goto(live + "/")
        shoot(narrow, "night-home-narrow")
        no_sideways(narrow)
        taps = count_taps(page)
        taps.click(page.get_by_role("link", name="Read and decide").first)
        expect(page.get_by_role("main")).to_contain_text(reference)
        expect(page.get_by_role("main")).to_contain_text(SAW)
        shoot(page, "night-concern")

    with system_clock.fixed_at(LATER):
        decide = count_taps(page)
        decide.check(page.get_by_label("Strategy discussion"))
        decide.type(page.get_by_label("Why?"), "She is afraid of him and he is there tonight.")
        decide.type(
            page.get_by_label("What Maya Osei will be told"), "The police and I are going there now. Keep her with you at nine."
        )
        decide.click(page.get_by_role("button", name="Record the decision"))
        expect(page.get_by_role("main")).to_contain_text("Decided for Noor Aziz: Strategy discussion")
        assert decide.count <= 4, decide.steps
        assert taps.count == 1, "what is told is one tap from being read"
        page.goto(live + "/")
        expect(page.get_by_role("main")).not_to_contain_text(WORDS)

        sign_in_as("maya.osei")
        page.goto(live + "/")
        page.get_by_role("link", name=reference).or_(page.get_by_role("link", name="Noor Aziz")).first.click()
        expect(page.get_by_role("main")).to_contain_text("The police and I are going there now.")
        expect(page.get_by_role("main")).to_contain_text("Joe Ellis")
        # The decision's own reasons are for the child's record.
        expect(page.get_by_role("main")).not_to_contain_text("She is afraid of him")
        shoot(page, "night-referrer")

    with system_clock.fixed_at(MORNING):
        # Nobody was named to hold the discussion: it is the manager's of the day team, from when it opened.
        run_minute_jobs(at=MORNING)
        sign_in_as("ruth.adeyemi")
        page.goto(live + "/")
        expect(page.get_by_role("main")).to_contain_text("Noor Aziz")
        expect(page.get_by_role("main")).to_contain_text("trategy discussion")
        shoot(page, "night-morning")
        sign_in_as("amina.khan")
        page.goto(f"{live}/children/{live_night.children['Noor'].pk}/")
        expect(page.get_by_role("main")).to_contain_text("Strategy discussion")
        shoot(page, "night-child")


def test_an_undecided_concern_of_the_night_is_with_the_day_team_when_it_opens(
    live: str, live_night: Place, chromium_page: Page, sign_in_as: Callable[[str], None], count_taps: Any
) -> None:
    page = chromium_page
    with system_clock.fixed_at(NIGHT):
        sign_in_as("maya.osei")
        report(page, live, count_taps(page))
    with system_clock.fixed_at(MORNING):
        run_minute_jobs(at=MORNING)
        sign_in_as("amina.khan")
        page.goto(live + "/")
        expect(page.get_by_role("main")).to_contain_text(SAW)
        page.get_by_role("link", name="Read and decide").first.click()
        expect(page.get_by_role("heading", name="Decide what happens")).to_be_visible()
