"""Somebody who doubts a clock can count it again, see what it rests on and who was told, and try another day."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from holdfast.access.models import Look, User
from holdfast.record.models import EntryEnvelope, StoredClock
from tests.browser import no_sideways, shoot
from tests.pages.household import Wrens


def opened(child: str, rule: str, query: str = "", status: int = 200) -> str:
    """The page as the director sees it."""
    client = Client()
    client.force_login(User.objects.get(username="helen.marsh"), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(f"/why/{child}/{rule}/{query}")
    assert answer.status_code == status
    return answer.content.decode()


@pytest.fixture
def conference(wrens: Wrens) -> str:
    """The entry that started the children's plan."""
    clock = StoredClock.objects.filter(child=wrens.noah, standard="CP-20").latest("starts")
    assert clock.trigger is not None
    return clock.trigger


def test_the_count_the_entries_the_source_and_who_was_told_are_on_one_page(wrens: Wrens, conference: str) -> None:
    shown = opened(wrens.noah, "CP-20")
    assert "First core group" in shown
    assert "working day 10" in shown and "not counted" in shown
    assert f"/entry/{conference}/" in shown
    assert "Who was told, and when" in shown
    assert "Working Together" in shown


def test_looking_is_recorded_as_a_look_at_the_child(wrens: Wrens) -> None:
    opened(wrens.noah, "CP-20")
    assert Look.objects.filter(child=wrens.noah, page="holdfast.pages.explanation.views.why").exists()


def test_supposing_another_day_says_how_it_would_stand_and_writes_nothing(wrens: Wrens, conference: str) -> None:
    before = EntryEnvelope.objects.count()
    shown = opened(wrens.noah, "CP-20", f"?entry={conference}&day=2026-11-20")
    assert "Had this been on 20 Nov 2026" in shown
    assert "Nothing was written" in shown
    assert "4 Dec 2026" in shown  # ten working days on from Friday 20 November
    assert EntryEnvelope.objects.count() == before


def test_supposing_it_never_happened(wrens: Wrens, conference: str) -> None:
    assert "Had this never happened" in opened(wrens.noah, "CP-20", f"?entry={conference}&never=1")


@pytest.mark.parametrize(
    ("query", "said"), [("day=", "Enter the day it would have been"), ("day=2026-02-30", "Enter the day it would have been")]
)
def test_a_day_that_is_none_is_asked_for_again(wrens: Wrens, conference: str, query: str, said: str) -> None:
    assert said in opened(wrens.noah, "CP-20", f"?entry={conference}&{query}", status=422)


def test_a_rule_that_says_nothing_of_the_child_says_so(wrens: Wrens) -> None:
    assert "It says nothing of this child by this day" in opened(wrens.noah, "PLO-03")


def test_a_rule_that_does_not_exist_is_not_found(wrens: Wrens) -> None:
    assert "We cannot find that page" in opened(wrens.noah, "CP-999", status=404)


def test_in_a_browser_at_both_widths(
    live: str, live_wrens: Wrens, chromium_page: Page, narrow: Page, sign_in_as: Callable[[str], None], check_accessible: Any
) -> None:
    sign_in_as("helen.marsh")
    for page, name in ((chromium_page, ""), (narrow, "-320")):
        page.goto(f"{live}/why/{live_wrens.noah}/CP-20/")
        page.get_by_text("How it was counted, day by day").first.click()
        check_accessible(page)
        no_sideways(page)
        shoot(page, f"why{name}")
    chromium_page.get_by_label("The day it would have been").fill("2026-11-20")
    chromium_page.get_by_role("button", name="See how it would stand").click()
    expect(chromium_page.get_by_role("heading", name="Had this been on 20 Nov 2026")).to_be_visible()
    check_accessible(chromium_page)
    shoot(chromium_page, "why-what-if")
