"""What the conditions about the words of the entry mean."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference.entry_fields import listed, plain, plain_values, value
from holdfast.engine.reference.event import EntryContext, Truth
from holdfast.engine.reference.phrases import says
from holdfast.engine.reference.safety_requests import plea
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition
from holdfast.vocabulary.entry import Entry

SHORTEST_TEXT = 4


def _mentions(condition: c.Mentions, asked: EntryContext) -> Truth:
    texts = (str(text) for field in condition.fields for text in listed(asked.entry, field))
    return any(HAS_ONE_OF[condition.how](text, condition.words) for text in texts)


HAS_ONE_OF: dict[str, Callable[[str, tuple[str, ...]], bool]] = {
    "anywhere": lambda text, words: any(plain(word) in plain(text) for word in words),
    "at_the_start": lambda text, words: any(plain(text).startswith(plain(word)) for word in words),
    "as_phrases": says,
}
"""Whether a text has one of the words in it, by how they are looked for."""


def _speaks_of(condition: c.SpeaksOf, asked: EntryContext) -> Truth:
    wanted = [plain(text) for text in listed(asked.start, condition.start_field)] if asked.start is not None else []
    return any(
        # Three letters are in nearly every text somewhere.
        len(theme) >= SHORTEST_TEXT and theme in plain(text)
        for theme in wanted
        for text in listed(asked.entry, condition.field)
    )


def _words(entry: Entry | None, field: str) -> int:
    return 0 if entry is None else sum(len(str(each).split()) for each in listed(entry, field))


def _says_beside(condition: c.SaysBeside, asked: EntryContext) -> Truth:
    if condition.what == "more":
        return _words(asked.entry, condition.field) > _words(asked.start, condition.field)
    return asked.start is not None and plain_values(asked.entry, condition.field) != plain_values(asked.start, condition.field)


def _reason_given(condition: c.ReasonGiven, asked: EntryContext) -> Truth:
    # The reason for this child alone: a conference gives each its own.
    own = (value(asked.entry, "reason"), getattr(asked.person.row(asked.entry, "decisions"), "reasons", None))
    return any(plain(word) in plain(text) for text in own if text for word in condition.words)


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.Mentions: _mentions,
    c.SpeaksOf: _speaks_of,
    c.SaysBeside: _says_beside,
    c.AsksForSafety: lambda condition, asked: any(plea(str(each)) is not None for each in listed(asked.entry, condition.field)),
    c.ReasonGiven: _reason_given,
}
