"""The twenty questions that a newcomer is asked have answers that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ASKED = re.compile(r"^\| (\d+) \| (.+\?) \| `([^`]+)` \|$", re.MULTILINE)


def test_each_of_the_twenty_things_a_newcomer_looks_for_is_where_the_page_says() -> None:
    asked = ASKED.findall((ROOT / "docs/where-things-live.md").read_text(encoding="utf-8"))
    assert [int(number) for number, _, _ in asked] == list(range(1, 21))
    assert [path for _, _, path in asked if not (ROOT / path).is_file()] == []
