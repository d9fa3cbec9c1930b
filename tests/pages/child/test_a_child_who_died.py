"""The pages of a child who has died, and of a family in which a parent has: age stops, the work is over, and nobody who is dead
holds parental responsibility."""

import pytest

from holdfast.record.projection.rebuild import differences
from tests.pages.child.test_child_page import as_, page
from tests.pages.household import NIGHT, Wrens
from tests.pages.search.test_find import search


@pytest.fixture
def mourned(wrens: Wrens) -> Wrens:
    """Noah died on a Wednesday in November; his mother had in March, on some day of it."""
    wrens.tell("death_recorded", "2026-11-18", [wrens.noah], person=wrens.noah)
    wrens.tell("death_recorded", "2026-03", [wrens.carrie, *wrens.children], person=wrens.carrie, at=NIGHT)
    return wrens


def text(html: str) -> str:
    """A page's words, whatever marks them up."""
    return " ".join(html.split())


def test_a_child_who_died_grows_no_older_and_nobody_leads_for_them(mourned: Wrens) -> None:
    shown = text(page(mourned.noah))
    assert "Died 18 Nov 2026, aged 8, born 10 Jun 2018." in shown
    assert "The plan and the work on it ended with the death" in shown
    assert "Noah Brook died 18 Nov 2026. Nobody leads for a child who has died." in shown
    assert "leads for Noah Brook and is" not in shown


def test_as_it_was_known_the_day_before_the_child_lives(mourned: Wrens) -> None:
    shown = text(page(mourned.noah, "?as_at=2026-11-17"))
    assert "Aged 8, born 10 Jun 2018." in shown
    assert "Died" not in shown


def test_a_parent_who_died_is_shown_with_their_age_then_and_holds_no_parental_responsibility(mourned: Wrens) -> None:
    shown = text(page(mourned.tia))
    assert "Died March 2026, aged 34." in shown
    assert "has parental responsibility" not in shown.split("Carrie Wren")[-1].split("</li>")[0]


def test_nobody_dead_is_looked_for_in_the_night(mourned: Wrens) -> None:
    shown = text(as_("joe.ellis").get(f"/tonight/{mourned.tia}/").content.decode())
    assert ": has parental responsibility" not in shown
    assert "Lee Stone: does not have parental responsibility" in shown


def test_a_search_shows_a_child_who_died_as_one(mourned: Wrens) -> None:
    assert "Born 10 Jun 2018, died 18 Nov 2026, aged 8" in search("noah brook")
    assert "Born 20 Jan 2026, 10 months old" in search("isla brook")


def test_what_is_kept_of_a_child_who_died_is_what_would_be_worked_out(mourned: Wrens) -> None:
    assert list(map(str, differences())) == []
