"""What the conditions about the words of the entry mean."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference.entry_fields import listed, plain, plain_values, value
from holdfast.engine.reference.event import EntryContext, Truth
from holdfast.engine.reference.phrases import says
from holdfast.engine.reference.pleas import plea
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition
from holdfast.vocabulary.entry import Entry

SHORTEST_TEXT = 4


def _mentions(condition: c.Mentions, a: EntryContext) -> Truth:
    texts = (str(text) for field in condition.fields for text in listed(a.entry, field))
    return any(HAS_ONE_OF[condition.how](text, condition.words) for text in texts)


HAS_ONE_OF: dict[str, Callable[[str, tuple[str, ...]], bool]] = {
    "anywhere": lambda text, words: any(plain(word) in plain(text) for word in words),
    "at_the_start": lambda text, words: any(plain(text).startswith(plain(word)) for word in words),
    "as_phrases": says,
}
"""Whether a text has one of the words in it, by how they are looked for."""


def _speaks_of(condition: c.SpeaksOf, a: EntryContext) -> Truth:
    wanted = [plain(text) for text in listed(a.start, condition.start_field)] if a.start is not None else []
    return any(
        len(theme) >= SHORTEST_TEXT and theme in plain(text) for theme in wanted for text in listed(a.entry, condition.field)
    )


def _words(entry: Entry | None, field: str) -> int:
    return 0 if entry is None else sum(len(str(each).split()) for each in listed(entry, field))


def _says_beside(condition: c.SaysBeside, a: EntryContext) -> Truth:
    if condition.what == "more":
        return _words(a.entry, condition.field) > _words(a.start, condition.field)
    return a.start is not None and plain_values(a.entry, condition.field) != plain_values(a.start, condition.field)


def _reason_given(condition: c.ReasonGiven, a: EntryContext) -> Truth:
    own = (value(a.entry, "reason"), getattr(a.life.row(a.entry, "decisions"), "reasons", None))
    return any(plain(word) in plain(text) for text in own if text for word in condition.words)


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.Mentions: _mentions,
    c.SpeaksOf: _speaks_of,
    c.SaysBeside: _says_beside,
    c.AsksForSafety: lambda condition, a: any(plea(str(each)) is not None for each in listed(a.entry, condition.field)),
    c.ReasonGiven: _reason_given,
}
