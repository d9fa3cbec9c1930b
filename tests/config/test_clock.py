"""One place reads the clock."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from holdfast.config import system_clock
from holdfast.config.settings import PROJECT


def test_the_clock_is_read_in_utc():
    assert system_clock.now().tzinfo is UTC


def test_the_clock_can_be_held_still_and_let_go_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(system_clock.FIXED, raising=False)
    friday = datetime(2019, 11, 29, 16, 40, tzinfo=UTC)  # Friday
    with system_clock.fixed_at(friday):
        assert system_clock.now() == friday
        with system_clock.fixed_at(friday + timedelta(hours=1)):
            assert system_clock.now() == friday + timedelta(hours=1)
        assert system_clock.now() == friday
    assert system_clock.now() > friday + timedelta(days=365)


def test_a_fixed_time_that_is_no_time_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(system_clock.FIXED, "half past four")
    with pytest.raises(ValueError, match="half past four"):
        system_clock.now()


def test_nothing_else_in_the_house_reads_it():
    readers = ("datetime.now(", "datetime.utcnow(", "date.today(", "timezone.now(", "time.time(", "localdate(")
    source = Path(PROJECT) / "src" / "holdfast"
    found = {
        str(path.relative_to(source))
        for path in source.rglob("*.py")
        if "migrations" not in path.parts and any(reader in path.read_text() for reader in readers)
    }
    assert found == {"config/system_clock.py"}
