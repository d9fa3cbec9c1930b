"""A concern as it goes into the record: one text in named parts, so that it reads well wherever it is read, and the parts
found again for the pages that show them apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

CHANNEL = "online form"


class ContactPart(Enum):
    """A part of what somebody tells us, by the words that stand before it. In the order they are written in."""

    DANGER = "Hurt or in danger now"
    TONIGHT = "Where the child will be tonight, and with whom"
    NOT_TO_KNOW = "Who must not know about this"
    SAW = "What was seen, heard or known"
    PARENTS = "Whether the parents have been told"
    HOUSEHOLD = "Who lives in the home, as far as the referrer knows"
    WHICH_CHILD = "What else says which child this is"


DANGER = (("yes", "Yes"), ("no", "No"), ("unknown", "I do not know"))
PARENTS = (
    ("yes", "Yes, I have told them"),
    ("not_safe", "No, it is not safe to"),
    ("child_asked", "No, the child asked me not to"),
    ("not_reached", "No, I have not been able to reach them"),
    ("advised", "No, I was advised not to"),
    ("not_yet", "No, not yet"),
)
"""What may be answered to two of the questions, by code."""

NAMELESS = "a child whose name is not known"
BETWEEN = "\n\n"
NOT_SAID = "Not said."
WORDS_APART = "See the child’s own words, recorded beside this."


@dataclass(frozen=True)
class PartSaid:
    """One part and what was said. ``said`` is empty where nothing was: a blank stays a blank."""

    part: ContactPart
    said: str


def compose(parts: Mapping[ContactPart, str]) -> str:
    """The parts as one text. A part nobody filled in says so; which child is only there where it was needed."""
    return BETWEEN.join(
        f"{part.value}: {parts.get(part) or NOT_SAID}"
        for part in ContactPart
        if part is not ContactPart.WHICH_CHILD or parts.get(part)
    )


def apart(text: str) -> tuple[PartSaid, ...] | None:
    """The parts of a text that :func:`compose` wrote; ``None`` for any other text."""
    # In the order of the parts and each from where the last began: somebody may have typed the words that open another part, and
    # only the ones that we wrote come in this order with a blank line before them.
    found: list[tuple[ContactPart, int, int]] = []
    position = 0
    for part in ContactPart:
        opening = f"{'' if part is ContactPart.DANGER else BETWEEN}{part.value}: "
        start = text.find(opening, position)
        if part is ContactPart.WHICH_CHILD and start < 0:
            continue
        if start < 0 or (part is ContactPart.DANGER and start > 0):
            return None
        position = start + len(opening)
        found.append((part, start, position))
    ends = [start for _, start, _ in found[1:]] + [len(text)]
    said = [(part, text[begin:end]) for (part, _, begin), end in zip(found, ends, strict=True)]
    return tuple(PartSaid(part, "" if words == NOT_SAID else words) for part, words in said)
