"""What came back from a form: every box as it was typed, and what is wrong with it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from holdfast.vocabulary.faults import Fault

Boxes = dict[str, list[str]]
"""The boxes of a form by name, each with every value it holds."""

Path = tuple[str | int, ...]
"""A way down into an entry: ``("data", "present", 0, "role")``."""

_STEP = re.compile(r"\.([A-Za-z_][A-Za-z0-9_]*)|\[(\d+)\]|\['([^']*)'\]")


@dataclass(frozen=True)
class AnswerProblem:
    """Something to put right: the words, and the id of the control it is about."""

    text: str
    target: str


def path_of(written: str) -> Path:
    """``$.data.present[0].role`` as steps."""
    return tuple(int(index) if index else name or quoted for name, index, quoted in _STEP.findall(written))


class Submission:
    """The boxes of one form. Reading questions from it notes where each part of the entry was asked, so that a fault found
    later, by the record itself, comes back to the box it is about."""

    def __init__(self, boxes: Mapping[str, Iterable[str]] | QueryDict) -> None:
        lists = boxes.lists() if isinstance(boxes, QueryDict) else boxes.items()
        self.boxes: Boxes = {name: list(values) for name, values in lists}
        self._asked: dict[Path, tuple[str, str, str]] = {}
        self._problems: dict[str, list[AnswerProblem]] = {}
        self._unplaced: list[AnswerProblem] = []

    def text(self, name: str) -> str:
        """What was typed, with line ends as one character. Browsers send two."""
        # The last of several, as Django reads a form: a draft read back must say what the same boxes said when they were sent.
        values = self.boxes.get(name)
        return values[-1].replace("\r\n", "\n") if values else ""

    def all(self, name: str) -> list[str]:
        """Every value of a box that can have several."""
        return self.boxes.get(name, [])

    def note_asked(self, path: Path, name: str, target: str, label: str) -> None:
        """Note that this part of the entry is asked for here."""
        self._asked[path] = (name, target, label)

    def wrong(self, name: str, text: str, target: str, *, where: str = "") -> None:
        """Say what is wrong with one question. ``where`` says which of several (a row of a list), for the summary."""
        self._problems.setdefault(name, []).append(AnswerProblem(f"{where}: {_lower(text)}" if where else text, target))

    def problems_of(self, name: str) -> list[str]:
        """What is wrong with one question, for the question itself."""
        return [problem.text for problem in self._problems.get(name, [])]

    def refuse(self, faults: Iterable[Fault]) -> None:
        """Take in what the record found wrong, each beside the question that it is about, or at the top if there is none."""
        for fault in faults:
            path, words = path_of(fault.path), f"{fault.what} {fault.do}"
            # A fault deep in a row may be about a part that no box asks for by itself: the nearest part above it that one does.
            while path and path not in self._asked:
                path = path[:-1]
            if path:
                name, target, _ = self._asked[path]
                self._problems.setdefault(name, []).append(AnswerProblem(words, target))
            else:
                self._unplaced.append(AnswerProblem(words, ""))

    def wrong_at_the_top(self, text: str) -> None:
        """Something that no one question is to blame for."""
        self._unplaced.append(AnswerProblem(text, ""))

    @property
    def problems(self) -> list[AnswerProblem]:
        """Everything that is wrong, in the order of the page."""
        # The summary at the top leads down the page. Faults arrive in the order in which they were found, which is another.
        order = dict.fromkeys(name for name, _, _ in self._asked.values())
        names = [*order, *(name for name in self._problems if name not in order)]
        return [*self._unplaced, *(problem for name in names for problem in self._problems.get(name, []))]

    @property
    def fine(self) -> bool:
        """Whether nothing is wrong."""
        return not self._problems and not self._unplaced


def _lower(text: str) -> str:
    # "GP name" keeps its capitals.
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
