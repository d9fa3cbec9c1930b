"""One family for all the tests of a module; what a test records goes when it ends."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from holdfast.config.system_clock import fixed_at
from tests.pages.entries.family import NOW, Family, make_family, signed_in


@pytest.fixture(scope="module")
def family(django_db_setup: None, django_db_blocker: Any) -> Iterator[Family]:
    """Chloe, Harper, their mother and Sam, on Monday 5 November 2018."""
    with django_db_blocker.unblock(), fixed_at(NOW), transaction.atomic():
        yield make_family()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def sam(family: Family) -> Client:
    """Sam's browser."""
    return signed_in(family.user)


@pytest.fixture(autouse=True)
def _as_it_was(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test finds the family as it was made."""
    if "family" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("family")
    before = transaction.savepoint()
    yield
    transaction.savepoint_rollback(before)
