"""What the words of the entry say."""

from dataclasses import dataclass
from typing import Literal

from holdfast.rules.event import Condition


@dataclass(frozen=True)
class Mentions(Condition):
    """The text in ``field``, or in one of several, has one of ``words`` in it: ``anywhere`` or ``at_the_start``, compared without
    case, spaces or hyphens, or ``as_phrases``, as whole words that are not denied just before. Words raise a question; they never
    answer or lower one."""

    field: str | tuple[str, ...]
    words: tuple[str, ...]
    how: Literal["anywhere", "at_the_start", "as_phrases"] = "anywhere"

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that is looked through."""
        # One field is what most rules say, and reads better without brackets; both engines ask for several.
        return (self.field,) if isinstance(self.field, str) else self.field


@dataclass(frozen=True)
class SpeaksOf(Condition):
    """The text in ``field`` has one of the texts of the starting entry's ``start_field`` in it (four letters or more)."""

    field: str
    start_field: str


@dataclass(frozen=True)
class SaysBeside(Condition):
    """What ``field`` says beside the same field of the starting entry: ``more``, longer in words; or something ``other``,
    compared without case, spaces or punctuation."""

    field: str
    what: Literal["more", "other"]


@dataclass(frozen=True)
class AsksForSafety(Condition):
    """The child's words in ``field`` may ask for safety: not to go home, to be looked after elsewhere, that somebody is not
    safe. Matched to raise the question, never to answer it."""

    field: str


@dataclass(frozen=True)
class ReasonGiven(Condition):
    """The reason given for this child speaks of one of ``words``: the entry's own, or that of a conference's decision about
    the child."""

    words: tuple[str, ...]
