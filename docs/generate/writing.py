"""Small ways of writing Markdown that every generated page shares."""

from collections.abc import Iterable, Sequence

NOTICE = "<!-- Written by docs/build.py from the code. Change the code, then: make docs -->\n\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table. A bar in a cell is written so that it stays in its cell."""
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def words(code: str) -> str:
    """A code as words: ``lead_social_worker`` is "lead social worker"."""
    return code.replace("_", " ")
