"""The only place that reads the clock. Everything else is told the time.

``HOLDFAST_FIXED_NOW`` (an ISO instant, in the environment or set with :func:`fix`) holds the clock still: for tests, and
for a demonstration that should look the same on every day.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from holdfast.kernel.when import parse_instant

FIXED = "HOLDFAST_FIXED_NOW"


def now() -> datetime:
    """This instant, in UTC. Raises ``ValueError`` when ``HOLDFAST_FIXED_NOW`` is set to something that is not an instant."""
    # Asked each time: a test, and a command that another one started, hold it still from outside.
    fixed = os.environ.get(FIXED)
    if fixed:
        return parse_instant(fixed)
    return datetime.now(UTC)  # noqa: TID251 — this is the place


@contextmanager
def fixed_at(instant: datetime) -> Iterator[None]:
    """Hold the clock at ``instant`` for the length of a block. For tests; it holds for every thread of the process."""
    before = os.environ.get(FIXED)
    os.environ[FIXED] = instant.astimezone(UTC).isoformat()
    try:
        yield
    finally:
        if before is None:
            del os.environ[FIXED]
        else:
            os.environ[FIXED] = before
