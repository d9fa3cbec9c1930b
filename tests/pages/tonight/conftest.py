"""Two in the morning, and the Wrens."""

from collections.abc import Iterator

import pytest

from holdfast.config import system_clock
from tests.pages.household import NIGHT, Wrens, make_wrens


@pytest.fixture
def night() -> Iterator[None]:
    """The clock stands at two in the morning on a Saturday."""
    with system_clock.fixed_at(NIGHT):
        yield


@pytest.fixture
def wrens(db: None, night: None) -> Wrens:
    return make_wrens()


@pytest.fixture
def live_wrens(transactional_db: None, night: None) -> Wrens:
    """The same, committed, for a browser."""
    return make_wrens()
