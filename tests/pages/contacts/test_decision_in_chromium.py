"""Deciding for each child, saying who told us and finding out which child it is, as a browser shows them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from holdfast.duty.contact_intake import receive
from holdfast.kernel.when import When
from tests.browser import no_sideways, shoot
from tests.pages.contacts.reported import send
from tests.pages.partnership import FRIDAY, Place

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RUNG_IN = {"role": "caller"}


def rung_in(place: Place, *about: str) -> str:
    """Somebody rang from the school's number, and Amina typed it in."""
    data = {"from": RUNG_IN, "channel": "phone", "text": "She limps. My number is 01632 960 150.", "immediate_harm": True}
    by = place.worker("amina.khan")
    return receive(at=FRIDAY, by=by, type="contact_received", happened=When.at(FRIDAY), about=about, data=data).entry.id


def test_a_decision_for_each_child_and_each_brother_by_keyboard_and_narrow(
    live: str,
    live_place: Place,
    chromium_page: Page,
    narrow: Page,
    sign_in_as: Callable[[str], None],
    check_accessible: Callable[..., None],
) -> None:
    children = live_place.children
    concern, _ = send(live_place.client("maya.osei"), children["Ava"].pk, children["Noor"].pk, whose=children["Ava"].pk)
    sign_in_as("amina.khan")
    page = chromium_page
    page.goto(f"{live}/report-a-concern/{concern}/")
    ava = page.get_by_role("group", name="What happens for Ava Hughes?")
    ava.get_by_label("Strategy discussion").check()
    page.get_by_label("Why, for Ava Hughes?").fill("A bruise, and what she said.")
    page.get_by_label("Who does what follows for Ava Hughes?").select_option("dana.whitlock")
    page.get_by_role("group", name="What happens for Noor Aziz?").get_by_label("Not decided yet").check()
    page.get_by_label("I will tell them later").check()
    check_accessible(page)
    shoot(page, "decision-each-child")
    page.get_by_role("button", name="Record the decision").click()
    expect(page.get_by_text("Dana Whitlock, social worker, due by")).to_be_visible()
    check_accessible(page)
    shoot(page, "decision-what-follows")
    narrow.goto(f"{live}/report-a-concern/{concern}/")
    no_sideways(narrow)


def test_who_told_us_and_which_child_are_found_out_on_pages_open_to_everyone(
    live: str,
    live_place: Place,
    chromium_page: Page,
    narrow: Page,
    sign_in_as: Callable[[str], None],
    check_accessible: Callable[..., None],
) -> None:
    concern = rung_in(live_place)
    sign_in_as("amina.khan")
    page = chromium_page
    page.goto(f"{live}/report-a-concern/{concern}/")
    shoot(page, "concern-about-nobody")
    page.get_by_role("link", name="Say who it was").click()
    expect(page.get_by_text("The number they gave is that of Larkfield Primary School.")).to_be_visible()
    page.get_by_label("Maya Osei").check()
    page.get_by_label("How did you make sure?").fill("Rang back on the number we hold for the school.")
    check_accessible(page)
    shoot(page, "concern-who-told-us")
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("link", name="I know which child it is").click()
    page.get_by_label("Name of the child").fill("Noor Aziz")
    page.get_by_role("button", name="Look for the child").click()
    page.get_by_label("Noor Aziz").check()
    page.get_by_label("How do you know?").fill("The school said so when I rang back.")
    check_accessible(page)
    shoot(page, "concern-which-child")
    page.get_by_role("button", name="This is the child").click()
    expect(page.get_by_role("heading", name="Noor Aziz", level=1)).to_be_visible()
    for part in ("who-told-us", "which-child"):
        narrow.goto(f"{live}/report-a-concern/{concern}/{part}/")
        no_sideways(narrow)
