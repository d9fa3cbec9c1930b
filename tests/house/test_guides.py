"""The guides are paths that can be walked: numbered, with what a mistake prints, along files that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = sorted((ROOT / "docs/guides").glob("*.md"))
MADE_ON_THE_WAY = {"src/holdfast/actions/move_visit.py"}
"""What a reader of a guide writes."""
LAYERS = re.compile(r"`((?:rules|standards|signals|vocabulary|engine|access)/[\w/]+\.py)")


def test_there_is_a_guide_for_each_thing_that_is_added() -> None:
    assert [path.stem for path in GUIDES] == [
        "add-a-command",
        "add-a-condition",
        "add-a-page",
        "add-a-standard",
        "add-an-entry-type",
    ]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_is_a_numbered_path_that_ends_in_looking(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    steps = [int(number) for number in re.findall(r"^(\d+)\. \*\*", text, re.MULTILINE)]
    assert steps == list(range(1, len(steps) + 1)) and len(steps) >= 4
    assert "**Look**" in text and "make check" in text
    assert "## What a mistake prints" in text


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_names_files_that_are_there(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w/])((?:src|tests|docs|scripts)/[\w/.-]+\.(?:py|csv|md|html))", text))
    named |= {f"src/holdfast/{path}" for path in LAYERS.findall(text)}
    assert sorted(path for path in named - MADE_ON_THE_WAY if not (ROOT / path).is_file()) == []
    linked = re.findall(r"\]\(([\w./-]+)\)", text)
    assert [link for link in linked if not (guide.parent / link).exists()] == []
