"""The review's own case: what its pages would have shown on the Friday before the children were removed."""

import pytest
from django.test import Client

from holdfast.access.models import User
from tests.pages.child.conftest import AS_AT, Id


def shown(path: str) -> str:
    client = Client()
    client.force_login(User.objects.get(username="helen.marsh"), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("child", ["ava", "lucas", "harper", "chloe"])
def test_every_childs_page_opens_as_it_stood(review: Id, child: str) -> None:
    page = shown(f"/children/{review(child)}/?as_at={AS_AT}")
    assert "Child protection plan for neglect since October 2018; pre-proceedings since March 2019." in page
    assert "In care" not in page


def test_what_lucas_said_is_first_and_nobody_had_answered_any_of_it(review: Id) -> None:
    page = shown(f"/children/{review('lucas')}/?as_at={AS_AT}")
    words = page[page.index('id="words"') : page.index('id="worries"')]
    assert "he is happy in his new home and likes playing football" in words
    assert words.count("Nobody has answered this yet.") == words.count("hf-said--open") == 7


def test_what_was_said_to_the_review_years_later_is_not_there(review: Id) -> None:
    assert "scared and confused" not in shown(f"/children/{review('lucas')}/?as_at={AS_AT}")
    assert "scared and confused" in shown(f"/children/{review('lucas')}/")


def test_the_grandmother_who_was_never_assessed_is_offered_and_not_checked(review: Id) -> None:
    client = Client()
    client.force_login(User.objects.get(username="joe.ellis"), backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(f"/tonight/{review('lucas')}/?as_at={AS_AT}").content.decode()
    offered = page[page.index("In part: ") : page.index("Not asked")]
    assert "Maternal grandmother" in offered
    assert "not checked" in offered
    assert "Lucas has stayed there 2 times" in offered


def test_the_imprecise_stays_imprecise(review: Id) -> None:
    page = shown(f"/children/{review('chloe')}/?as_at={AS_AT}")
    assert "Between 16 and 22 months old, born between 1 Jan 2018 and 22 Jul 2018; the exact date is not recorded." in page
