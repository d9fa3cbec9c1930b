"""Recording something as people do it: in a browser, by hand, by keyboard, on a small phone, and without scripts."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from holdfast.config.clock import fixed_at
from holdfast.pages.record_something.form import ABOUT_NOBODY
from holdfast.pages.record_something.links import record_home, record_url
from tests.browser import no_sideways, shoot
from tests.pages.record_something.family import NOW, Family, make_family

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHOWN = (
    "conference_held", "contact_received", "visit_made", "voice_recorded", "neglect_tool_completed", "action_agreed",
    "message_received", "stay_started", "absence_started",
)  # fmt: skip


@pytest.fixture
def here(live: str) -> Iterator[Family]:
    """Chloe, Harper, their mother and Sam, on Monday 5 November 2018."""
    with fixed_at(NOW):
        yield make_family()


def form(type: str, family: Family) -> str:
    return record_url(type, None if type in ABOUT_NOBODY else family.chloe.pk)


@pytest.mark.parametrize("type", SHOWN)
def test_a_form_shuts_nobody_out(
    type: str, here: Family, live: str, chromium_page: Page, narrow: Page, sign_in_as: Callable[[str], None],
    check_accessible: Callable[..., None],
) -> None:  # fmt: skip
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
