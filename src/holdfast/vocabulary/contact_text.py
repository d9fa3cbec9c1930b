"""A concern as it goes into the record: one text in named parts, so that it reads well wherever it is read, and the parts
found again for the pages that show them apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

CHANNEL = "online form"


class Part(Enum):
    """A part of what somebody tells us, by the words that stand before it. In the order they are written in."""

    DANGER = "Hurt or in danger now"
    TONIGHT = "Where the child will be tonight, and with whom"
    NOT_TO_KNOW = "Who must not know about this"
    SAW = "What was seen, heard or known"
    PARENTS = "Whether the parents have been told"
    HOUSEHOLD = "Who lives in the home, as far as the referrer knows"
    WHICH_CHILD = "What else says which child this is"


BETWEEN = "\n\n"
NOT_SAID = "Not said."
WORDS_APART = "See the child’s own words, recorded beside this."


@dataclass(frozen=True)
class Said:
    """One part and what was said. ``said`` is empty where nothing was: a blank stays a blank."""

    part: Part
    said: str


def compose(parts: Mapping[Part, str]) -> str:
    """The parts as one text. A part nobody filled in says so; which child is only there where it was needed."""
    return BETWEEN.join(
        f"{part.value}: {parts.get(part) or NOT_SAID}" for part in Part if part is not Part.WHICH_CHILD or parts.get(part)
    )


def apart(text: str) -> tuple[Said, ...] | None:
    """The parts of a text that :func:`compose` wrote; ``None`` for any other text."""
    found: list[tuple[Part, int, int]] = []
    position = 0
    for part in Part:
        opening = f"{'' if part is Part.DANGER else BETWEEN}{part.value}: "
        start = text.find(opening, position)
        if part is Part.WHICH_CHILD and start < 0:
            continue
        if start < 0 or (part is Part.DANGER and start > 0):
            return None
        position = start + len(opening)
        found.append((part, start, position))
    ends = [start for _, start, _ in found[1:]] + [len(text)]
    said = [(part, text[begin:end]) for (part, _, begin), end in zip(found, ends, strict=True)]
    return tuple(Said(part, "" if words == NOT_SAID else words) for part, words in said)
