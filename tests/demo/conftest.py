"""Northmere, built once for all these tests."""

from datetime import UTC, datetime

import pytest

from holdfast.demo.invented_partnership import Northmere
from holdfast.demo.northmere import build

AT = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)  # Monday


@pytest.fixture(scope="session")
def northmere() -> Northmere:
    """The whole partnership on a Monday morning."""
    return build(AT)
