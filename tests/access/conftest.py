"""The cast is made once for a file of tests and taken away again after it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.access.cast import Cast, make_cast


@pytest.fixture(scope="module")
def cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    """Ava and everyone around her. Tests of the file may look and not change."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_cast()
        transaction.set_rollback(True)
