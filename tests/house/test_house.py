"""The house rules, held by a test so that they hold on every machine."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
SOURCES = [path for path in sorted((ROOT / "src/holdfast").rglob("*.py")) if "migrations" not in path.parts]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """A tool of the house, from the project's root."""
    return subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("ruff", "check", "."), id="nothing reads the clock outside config, and the linter is content"),
        pytest.param(("ruff", "format", "--check", "."), id="one layout"),
        pytest.param(("lint-imports",), id="dependencies point down the house, and the meaning of practice is pure"),
        pytest.param(("python", "docs/build.py", "--check"), id="the generated pages are current"),
    ],
)
def test_the_house_rules_hold(command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]


def test_modules_are_small_enough_to_read_at_once() -> None:
    long = [f"{path.relative_to(ROOT)}: {n}" for path in SOURCES if (n := len(path.read_text().splitlines())) > 300]
    assert long == []


def test_functions_are_small_enough_to_hold_in_the_head() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _lines_of(node) >= 40
    ]
    assert long == []


def _lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines that do something: a list of named arguments and a docstring are for reading, and may take their room."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if path.stat().st_size and not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert silent == []


def test_nothing_is_called_by_a_name_that_says_nothing() -> None:
    vague = [
        str(path.relative_to(ROOT)) for path in SOURCES if path.stem in ("utils", "util", "helpers", "helper", "misc", "common")
    ]
    assert vague == []


def test_the_repository_names_no_place_outside_itself() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    outside = re.compile(r"\.\./shared|/work/(main|shared)|pypi\.org|registry\.npmjs|deb\.debian")
    readable = (".py", ".md", ".toml", ".html", ".txt", ".lock", ".sh", ".json", ".csv", "")
    paths = [ROOT / name for name in listed if name and Path(name).suffix in readable and ROOT / name != Path(__file__)]
    texts = {path: path.read_text(encoding="utf-8", errors="replace") for path in paths if path.is_file()}
    assert [str(path) for path, text in texts.items() if outside.search(text)] == []
