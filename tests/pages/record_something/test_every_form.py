"""A form for everything that can happen, each made from its one definition."""

import pytest

from holdfast.pages.record_something.form import ABOUT_NOBODY
from holdfast.pages.record_something.links import record_url
from holdfast.vocabulary.registry import ENTRY_TYPES
from tests.pages.record_something.family import Family, make_family, signed_in

pytestmark = pytest.mark.django_db
TYPES = [name for name in ENTRY_TYPES if name != "entry_withdrawn"]


@pytest.fixture
def family(settings) -> Family:
    from tests.pages.record_something.family import NOW
    settings.CLOCK = lambda: NOW
    return make_family()


@pytest.mark.parametrize("type", TYPES)
def test_smoke(type: str, family: Family) -> None:
    child = None if type in ABOUT_NOBODY else family.chloe.pk
    answer = signed_in(family.user).get(record_url(type, child))
    assert answer.status_code == 200, answer.content[:2000]
