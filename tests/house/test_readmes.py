"""Each top folder says in ten to fifteen lines what lives there, what may not and where to start. What it names exists, and so
does what is named by the README, by how Holdfast is built, and by the guides."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "holdfast"
FOLDERS = sorted(path.parent for path in SOURCE.glob("*/__init__.py"))
NAMED = re.compile(r"`([\w./-]+)`|\]\(([\w./-]+)\)")
PAGES = (ROOT / "README.md", ROOT / "docs" / "architecture.md", *sorted((ROOT / "docs" / "guides").glob("*.md")))
EXAMPLES = {"add-a-command.md": ["src/holdfast/actions/move_visit.py"]}
"""What a guide writes: there is no such file until somebody follows it."""


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


@pytest.fixture(scope="module")
def tree() -> set[str]:
    """Every file and folder by its whole path from the root, each after a slash, so that a page may name the end of it."""
    roots = (ROOT / name for name in ("src", "docs", "tests", "scripts", "cases", "bench"))
    inside = (path for root in roots for path in root.rglob("*") if "__pycache__" not in path.parts)
    return {f"/{path.relative_to(ROOT).as_posix()}" for path in (*inside, *ROOT.glob("*"))}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_for_readers_names_only_what_exists(page: Path, tree: set[str]) -> None:
    quoted = {name for name, _ in NAMED.findall(page.read_text(encoding="utf-8")) if name}
    paths = {name.rstrip("/") for name in quoted if "/" in name or Path(name).suffix in (".py", ".csv", ".md", ".html", ".json")}
    # By how it ends: `pages/drafts.py` is said of src/holdfast, and a bare `views.py` of any place.
    missing = sorted(name for name in paths if not any(each.endswith(f"/{name}") for each in tree))
    assert missing == EXAMPLES.get(page.name, [])
