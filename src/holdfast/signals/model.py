"""What a signal is: a pattern in the record that should worry someone, asked of a named person as a question.

A signal never scores, ranks or predicts. It is a sentence, the entries that made it, and the source that says it
matters; a person answers it in words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["critical", "high", "medium", "low"]

ANSWER_WITHIN: dict[str, str] = {
    "critical": "the same working day",
    "high": "2 working days",
    "medium": "5 working days",
    "low": "the next supervision",
}


@dataclass(frozen=True)
class Signal:
    """``says`` is the pattern in words, ``numbers`` its parameters (each a setting), ``tell`` the roles told, ``asks``
    what an answer has to hold, ``guard`` what keeps it from crying wolf, ``reads`` the entry types it looks at.
    ``timed`` signals count in hours. ``evidence`` names the research beside the review."""

    id: str
    title: str
    theme: str
    says: str
    severity: Severity
    tell: tuple[str, ...]
    asks: str
    reads: tuple[str, ...]
    numbers: Mapping[str, int | float]
    review_paragraphs: tuple[str, ...]
    evidence: tuple[str, ...] = ()
    guard: str = ""
    timed: bool = False

    @property
    def answer_within(self) -> str:
        """How soon somebody must answer."""
        return ANSWER_WITHIN[self.severity]
