"""The partnership on a Friday at ten to five."""

from collections.abc import Iterator

import pytest

from holdfast.config import system_clock
from tests.pages.partnership import FRIDAY, Place, make_place


@pytest.fixture
def friday() -> Iterator[None]:
    """The clock stands at 16:50 on Friday 20 November 2026."""
    with system_clock.fixed_at(FRIDAY):
        yield


@pytest.fixture
def place(db: None, friday: None) -> Place:
    """The partnership."""
    return make_place()


@pytest.fixture
def live_place(transactional_db: None, friday: None) -> Place:
    """The partnership, committed, for a real browser."""
    return make_place()
