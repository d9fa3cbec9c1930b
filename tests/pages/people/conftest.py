"""Two in the morning, and the Wrens: of nobody is more known than their names and where they live."""

import pytest

from tests.pages.household import Wrens, make_wrens
from tests.pages.tonight.conftest import night

__all__ = ["night"]


@pytest.fixture
def wrens(db: None, night: None) -> Wrens:
    return make_wrens()


@pytest.fixture
def live_wrens(transactional_db: None, night: None) -> Wrens:
    """The same, committed, for a browser."""
    return make_wrens()
