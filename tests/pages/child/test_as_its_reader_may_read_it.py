"""Every part of a child's page is by what its reader may read: what came in, and what followed from it, is not for all."""

import re

import pytest

from holdfast.standards.front_door import FD_02
from tests.pages.contacts.reported import text_of
from tests.pages.household import Wrens
from tests.pages.people.test_person_page import signed_in

HEARD = "The neighbour heard him scream."


@pytest.fixture
def told(wrens: Wrens) -> Wrens:
    """A concern that nobody has decided, and a health visitor who works with the child."""
    wrens.tell("worker_allocated", "2026-11-02", [wrens.noah], worker="priya.nair", role="health_visitor")
    sender = {"role": "neighbour", "name": "Mrs Hill"}
    wrens.tell("contact_received", "2026-11-18", [wrens.noah], from_=sender, channel="phone", text=HEARD)
    return wrens


@pytest.mark.parametrize(("reader", "reads"), [("sam.poole", True), ("ruth.adeyemi", True), ("priya.nair", False)])
def test_a_concern_its_clock_and_its_words_are_shown_to_those_who_may_read_them_alone(
    told: Wrens, reader: str, reads: bool
) -> None:
    page = text_of(signed_in(reader).get(f"/children/{told.noah}/"))
    assert (HEARD in page, FD_02.title in page) == (reads, reads)


def test_what_is_not_counted_is_said_so_that_nothing_overdue_is_not_believed(told: Wrens) -> None:
    page = text_of(signed_in("priya.nair").get(f"/children/{told.noah}/"))
    assert re.search(r"(One entry is|\d+ entries are) not for you, and what should follow is not counted here", page)
    assert "not counted here" not in text_of(signed_in("sam.poole").get(f"/children/{told.noah}/"))
