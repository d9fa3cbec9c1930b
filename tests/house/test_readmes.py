"""Each top folder says in ten to fifteen lines what lives there, what may not and where to start, and names only what exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "holdfast"
FOLDERS = sorted(path.parent for path in SOURCE.glob("*/__init__.py"))
NAMED = re.compile(r"`([\w./-]+)`|\]\(([\w./-]+)\)")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_top_folder_says_what_it_is(folder: Path) -> None:
    readme = folder / "README.md"
    assert readme.is_file(), f"{readme.relative_to(ROOT)} is missing: say what lives there, what may not, where to start reading"
    lines = readme.read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert lines[0].startswith(f"# {folder.name}: "), "The first line is the folder's name and what it is."
    assert 10 <= len(lines) <= 15, f"{len(lines)} lines: ten to fifteen are read, more are not"
    assert any(line.startswith("**What may not live here:**") for line in lines)
    assert any(line.startswith("**Start reading**") for line in lines)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_top_folder_names_only_what_exists(folder: Path) -> None:
    named = {first or second for first, second in NAMED.findall((folder / "README.md").read_text(encoding="utf-8"))}
    files = {name for name in named if "/" in name or Path(name).suffix in (".py", ".csv", ".md")}
    places = (folder, SOURCE, ROOT)
    assert sorted(name for name in files if not any((place / name).exists() for place in places)) == []
