"""How far a long command has come is told wherever its words go."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from holdfast.cli.progress import PARTS, ProgressBar

HOUSE = Path(__file__).parents[2]


def test_where_there_is_no_terminal_each_thing_is_told_in_a_few_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    told = io.StringIO()
    monkeypatch.setattr(sys, "stderr", told)
    with ProgressBar("Making Northmere") as shown:
        for done in range(1, 1001):
            shown.doing("entries", done, 1000)
        shown.doing("old alerts answered", 0, 0)
    lines = told.getvalue().splitlines()
    assert lines[0] == "Making Northmere …"
    assert lines[1] == "  entries: 1 of 1000"
    assert "  entries: 1000 of 1000" in lines
    assert lines[-1] == "  old alerts answered: 0 of 0"
    assert len(lines) == PARTS + 3
    assert "\x1b" not in told.getvalue()


def test_the_demonstration_is_made_at_the_port_that_is_asked_for() -> None:
    def says(*more: str) -> str:
        done = subprocess.run(["make", "-n", "-o", "setup", "demo", *more], cwd=HOUSE, capture_output=True, text=True, check=True)
        return done.stdout

    assert "holdfast demo --port 8123" in says("PORT=8123")
    assert "--port" not in says()
