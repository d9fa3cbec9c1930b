"""Every test has a real PostgreSQL of its own, and speaks to it as the web app does: as a role that owns nothing."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("HOLDFAST_ENV", "test")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's own loop runs in the thread of the test

import pytest
from hypothesis import HealthCheck, settings

from tests.databases import OneDatabase
from tests.sizes import LONG, LONGEST_FIRST, drawn

# How long an example takes says more about the machine than about the program.
settings.register_profile(
    "house", drawn("anything at all"), suppress_health_check=[HealthCheck.too_slow], derandomize=not LONG, print_blob=True
)
settings.load_profile("house")
TESTS = Path(__file__).parent


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The modules that take longest, first."""
    places = {TESTS / name: place for place, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """One database per process, made below."""


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """A database with every migration in it, copied from one kept for the migrations as they stand."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        database = OneDatabase.make()
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        database.drop()


@pytest.fixture(autouse=True, scope="session")
def _empty_after_committing() -> Iterator[None]:
    """Tests that commit (``transactional_db``, ``live_server``) leave an empty database. The web app's role may not empty
    the record, so the database's own superuser does it, past the refusals. For the whole session, because a test's
    database is put away after the test's other fixtures are."""
    from django.test import TransactionTestCase

    def empty(self: TransactionTestCase) -> None:
        OneDatabase.empty()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty)
        yield
