"""The night the clocks go back has an hour that comes twice. What is due in it is due once, and overdue after it."""

from datetime import UTC, date, datetime, timedelta

from holdfast.engine.clock import Clock
from holdfast.kernel.when import LONDON

DUE = datetime(2026, 10, 25, 1, 23, tzinfo=UTC)  # Sunday; the second 01:23 of that night in England


def due_in_the_second_hour() -> Clock:
    """A clock of 72 hours, as an engine that counts in England's time makes it."""
    return Clock("MIS-01", "child", ("child",), "e", "key", date(2026, 10, 22), DUE.astimezone(LONDON))


def test_what_is_due_in_the_hour_that_comes_twice_is_not_overdue_an_hour_early() -> None:
    clock = due_in_the_second_hour()
    assert clock.state(DUE - timedelta(minutes=30)) == "running"
    assert clock.state(DUE) == "running"
    assert clock.state(DUE + timedelta(minutes=1)) == "overdue"


def test_the_moment_it_is_overdue_equals_itself_wherever_it_is_kept() -> None:
    breached = due_in_the_second_hour().breached_at
    assert breached == DUE + timedelta(microseconds=1)  # two zones' readings of an hour that comes twice never compare equal
