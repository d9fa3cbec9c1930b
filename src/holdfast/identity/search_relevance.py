"""How well a person fits what a caller said of them. The best come first; nobody is ever joined with anybody by this."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import JaroWinkler

from holdfast.identity.name_forms import folded, sound, words
from holdfast.kernel.when import When

LEAST = 0.7
"""Below this a person is not shown."""
BY_SOUND, BY_PARENT, BY_ADDRESS = 0.93, 0.9, 0.92
MOST_WORDS = 8
LONGEST = 60
STREETS = {
    "rd": "road",
    "st": "street",
    "ave": "avenue",
    "av": "avenue",
    "cl": "close",
    "ct": "court",
    "dr": "drive",
    "ln": "lane",
}
DAY = re.compile(r"\b(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b")


@dataclass(frozen=True)
class SearchTerms:
    """What somebody typed: the words to look for, and a date of birth where they gave one."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    born: date | None = None

    @property
    def joined(self) -> str:
        """All words run together: "o neill" for O'Neill."""
        return "".join(self.words)


def search_terms(text: str) -> SearchTerms:
    """Read what was typed. A date is day first, as people here write it; a date that is none is looked for as words."""
    born, rest = None, text
    if found := DAY.search(text):
        day, month, year, iso_year, iso_month, iso_day = found.groups()
        parts = (iso_year, iso_month, iso_day) if iso_year else (year, month, day)
        with suppress(ValueError):  # the thirtieth of February is no date, and is looked for as words
            born = date(*(int(part) for part in parts))
            rest = text[: found.start()] + " " + text[found.end() :]
    # A pasted letter is cut: each word is compared with each name of each candidate.
    parts = [word[:LONGEST] for word in folded(rest[:500]).split()[:MOST_WORDS]]
    return SearchTerms(tuple(parts), tuple(dict.fromkeys(s for part in parts if (s := sound(part)))), born)


@dataclass(frozen=True)
class Candidate:
    """What is known of somebody who might be meant: their names, their parents' and carers' names, and addresses."""

    names: tuple[str, ...]
    parents: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    born: When | None = None


def _best(word: str, texts: Iterable[str]) -> float:
    """How well one word fits the best word of ``texts``: spelt alike, beginning alike, or sounding alike."""
    best = 0.0
    for text in texts:
        for other in words(text):
            if word == other:
                return 1.0
            spelt = JaroWinkler.similarity(word, other) if min(len(word), len(other)) > 2 else 0.0
            if len(word) > 2 and other.startswith(word):
                spelt = max(spelt, 0.95)
            # Two letters sound like too much, and a house number has no sound.
            if len(word) > 2 and not word.isdigit() and sound(word) == sound(other):
                spelt = max(spelt, BY_SOUND)
            best = max(best, spelt)
    return best


def fit(wanted: SearchTerms, person: Candidate) -> float:
    """0 to 1: the mean over the words typed. A word of a parent's name or of the address counts nearly as much as their own."""
    if wanted.born is not None and not wanted.words:
        return 1.0 if _born_on(wanted.born, person.born) else 0.0
    if not wanted.words:
        return 0.0
    scores = [
        max(
            _best(word, person.names),
            BY_PARENT * _best(word, person.parents),
            BY_ADDRESS * max(_best(word, person.addresses), _best(STREETS.get(word, word), person.addresses)),
        )
        for word in wanted.words
    ]
    # "O Neill", "Mc Donald", "Anne Marie": typed apart, recorded together.
    together = _best(wanted.joined, person.names) if len(wanted.words) > 1 else 0.0
    score = max(sum(score if score > 0.75 else score / 2 for score in scores) / len(scores), together)
    if wanted.born is not None:
        # A date that fits lifts a weak name. One that does not lowers a strong one and does not hide it: whoever rings may have
        # it wrong.
        score = min(1.0, score + 0.1) if _born_on(wanted.born, person.born) else score - 0.15
    return score


def _born_on(day: date, born: When | None) -> bool:
    return born is not None and born.first <= day <= born.last


def best_first(found: Sequence[tuple[str, float, str]]) -> list[str]:
    """Ids in order: the best fit, then by name. ``found`` has id, fit and name."""
    # Rounded before it is sorted, so that two who fit alike stand by name and not by the last decimal place.
    return [id for id, score, _ in sorted(found, key=lambda each: (-round(each[1], 3), each[2], each[0])) if score >= LEAST]
