"""The review's own case in the record, under its pseudonyms, with the demonstration's people to look at it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

from holdfast.exchange.case_ids import internal_id
from holdfast.exchange.importer import import_case
from holdfast.record.models import Worker
from tests.pages.tonight.conftest import live_wrens, night, wrens
from tests.people import make_demo_people

__all__ = ["live_review", "live_wrens", "night", "review", "wrens"]

AS_AT = "2019-11-29"  # a Friday: the day after the message to the absent worker could have come
Id = Callable[[str], str]


def import_review() -> Id:
    """Import it; the ids of its people by those of the file. The director may open every child's page."""
    text = (Path(settings.PROJECT) / "cases" / "review.json").read_bytes()
    import_case(text, origin="review", at=datetime(2026, 11, 20, 9, tzinfo=UTC))  # a Friday
    make_demo_people()
    assert Worker.objects.filter(pk="helen.marsh").exists()
    return lambda id: internal_id("review", "person", id)


@pytest.fixture
def review(db: None) -> Id:
    return import_review()


@pytest.fixture
def live_review(live: str) -> Id:
    """The same, committed, for a browser."""
    return import_review()
