"""A partnership sets its own values: with what they would change said first, never looser than the law, and never forgotten."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page

from holdfast.access.models import User
from holdfast.record.models import LocalSetting, StoredClock
from holdfast.record.projection import refresh
from tests.browser import no_sideways, shoot
from tests.pages.household import NIGHT, Wrens


@pytest.fixture
def director(wrens: Wrens) -> Client:
    """Somebody who may set values."""
    client = Client()
    client.force_login(User.objects.get(username="helen.marsh"), backend="django.contrib.auth.backends.ModelBackend")
    return client


def said(number: str = "5", since: str = "1 1 2026", **more: str) -> dict[str, str]:
    """The answers of the form."""
    day, month, year = since.split()
    return {
        "name": "limit",
        "number": number,
        "since_day": day,
        "since_month": month,
        "since_year": year,
        "by": "The partnership board",
        "why": "Three serious incidents.",
        **more,
    }


def test_what_it_would_change_is_said_before_anything_is_set(director: Client) -> None:
    shown = director.post("/own-values/CP-20/", said())
    assert shown.status_code == 200
    assert "Check before you set it" in shown.content.decode()
    assert "3 people" in shown.content.decode()
    assert not LocalSetting.objects.exists()


def test_the_answers_can_be_changed_before_they_are_set(director: Client) -> None:
    shown = director.post("/own-values/CP-20/", said(change="yes")).content.decode()
    assert "Three serious incidents." in shown and "See what it would change" in shown
    assert not LocalSetting.objects.exists()


def test_a_value_that_is_set_is_kept_with_who_and_why_and_judges_what_runs(director: Client, wrens: Wrens) -> None:
    due = _due(wrens)
    answer = director.post("/own-values/CP-20/", said(confirmed="yes"), follow=True)
    assert "CP-20 is set" in answer.content.decode()
    row = LocalSetting.objects.get()
    assert (row.rule, row.name, row.value, str(row.since), row.by) == ("CP-20", "limit", 5, "2026-01-01", "The partnership board")
    refresh.sweep(at=NIGHT)
    assert _due(wrens) < due
    assert "Three serious incidents." in director.get("/standards/CP-20/").content.decode()
    assert "Three serious incidents." in director.get("/own-values/").content.decode()


def _due(wrens: Wrens) -> str:
    return str(StoredClock.objects.filter(child=wrens.noah, standard="CP-20").latest("starts").due)


@pytest.mark.parametrize(("number", "status"), [("9", 200), ("10", 200), ("11", 422)])  # ten working days, by statutory guidance
def test_what_guidance_sets_can_be_tightened_and_never_loosened(director: Client, number: str, status: int) -> None:
    shown = director.post("/own-values/CP-20/", said(number))
    assert shown.status_code == status
    assert ("never looser" in shown.content.decode().split("<form")[-1]) == (status == 422)


def test_a_reason_is_asked_for(director: Client) -> None:
    assert director.post("/own-values/CP-20/", said(why="")).status_code == 422
    assert not LocalSetting.objects.exists()


def test_a_gate_has_nothing_to_set(director: Client) -> None:
    assert director.get("/own-values/CP-02/").status_code == 404


def test_a_social_worker_may_read_what_was_set_and_not_set_it(wrens: Wrens) -> None:
    client = Client()
    client.force_login(User.objects.get(username="sam.poole"), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/own-values/").status_code == 200
    assert client.get("/own-values/CP-20/").status_code == 403
    assert "Set a value" not in client.get("/standards/CP-20/").content.decode()


def test_values_are_never_changed_or_removed(director: Client) -> None:
    from django.db import Error, transaction

    director.post("/own-values/CP-20/", said(confirmed="yes"))
    for attempt in (LocalSetting.objects.all().delete, lambda: LocalSetting.objects.update(value=99)):
        with pytest.raises(Error), transaction.atomic():
            attempt()
    assert LocalSetting.objects.get().value == 5
    assert isinstance(LocalSetting.objects.get().set_at, datetime)


def test_in_a_browser_at_both_widths(
    live: str, live_wrens: Wrens, chromium_page: Page, narrow: Page, sign_in_as: Callable[[str], None], check_accessible: Any
) -> None:
    sign_in_as("helen.marsh")
    for page, name in ((chromium_page, ""), (narrow, "-320")):
        for address, shot in (
            ("/own-values/", "own-values"),
            ("/own-values/CP-21/", "own-values-set"),
            ("/standards/CP-21/", "rule"),
        ):
            page.goto(live + address)
            check_accessible(page)
            no_sideways(page)
            shoot(page, f"{shot}{name}")
    page = chromium_page
    page.goto(f"{live}/own-values/CP-21/")
    page.get_by_label("Its limit, in weeks").fill("4")
    for label, value in (("Day", "1"), ("Month", "1"), ("Year", "2026")):
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_label("Who decided it?").fill("The partnership board")
    page.get_by_label("Why is it right here?").fill("Six weeks was too long.")
    page.get_by_role("button", name="See what it would change").click()
    check_accessible(page)
    shoot(page, "own-values-check")
