"""Nothing is kept that only tests call: a command, a question or a value of the program is used by the program."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parents[2]
SOURCE = HOUSE / "src" / "holdfast"
USERS = ("src", "bench", "scripts", "docs")
"""Whose use counts: the program's own, and what measures and documents it."""
KEPT = {
    "allow_migrate": "Django asks it of a router",
    "at_end_of": "a moment by which the engines are told of a day: the program itself always asks of an instant",
    "with_hindsight": "the moment at which everything is known, by which an engine's meaning is tried",
    "future_dated": "the rest of what a state of knowledge holds, so that all of it can be counted",
    "clock_row": "the bulk engine's table as the other engines would write it, to be compared",
    "signal_row": "the same",
    "module_of": "what was compiled, for a type checker",
    "overlaps": "whether two boxes of a picture lie over each other, which none may",
    "forget_values": "for a process that is pointed at another database",
}
"""Names that nothing of the program says, each with why it is there."""


def defined(tree: ast.Module) -> Iterator[str]:
    """The public functions and classes of a module, and the methods of its classes, that nothing registers by a decorator."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not node.decorator_list:
            yield node.name
        # Whoever inherits may be called by what is inherited from.
        if isinstance(node, ast.FunctionDef) and _is_command(node):
            yield node.name
        if isinstance(node, ast.ClassDef) and not node.bases and not node.name.startswith("_"):
            yield node.name
            yield from (each.name for each in node.body if isinstance(each, ast.FunctionDef) and not each.name.startswith("_"))


def _is_command(node: ast.FunctionDef) -> bool:
    return any(isinstance(each, ast.Call) and getattr(each.func, "id", "") == "command" for each in node.decorator_list)


def said(text: str) -> Iterator[str]:
    """Every word that may name something, of a program or of a page."""
    yield from re.findall(r"[A-Za-z_][A-Za-z0-9_]*", text)


def unused(sources: dict[str, str], others: list[str]) -> set[str]:
    """What ``sources`` define that they and ``others`` say nowhere but where it is defined and brought in."""
    words: Counter[str] = Counter()
    for text in (*sources.values(), *others):
        words.update(_words_of(text))
    names = {name for text in sources.values() for name in defined(ast.parse(text))}
    return {name for name in names if not words[name]}


def _words_of(text: str) -> Iterator[str]:
    try:
        tree = ast.parse(text)
    except SyntaxError:  # a template, or a document
        yield from said(text)
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 80:
            yield from said(node.value)


def test_nothing_of_the_program_is_called_by_tests_alone() -> None:
    sources = {str(path): path.read_text() for path in SOURCE.rglob("*.py") if "migrations" not in path.parts}
    others = [path.read_text() for path in SOURCE.rglob("*.html")]
    for top in USERS[1:]:
        others += [path.read_text() for path in (HOUSE / top).rglob("*.py")]
    found = unused(sources, others)
    assert found == set(KEPT), sorted(found ^ set(KEPT))


def test_a_command_that_only_a_test_calls_is_found() -> None:
    command = "@command(needs(1))\ndef forget(by):\n    pass\n"
    assert unused({"a": command, "b": "from a import forget\n"}, []) == {"forget"}
    assert unused({"a": command, "b": "from a import forget\nforget(by=1)\n"}, []) == set()
