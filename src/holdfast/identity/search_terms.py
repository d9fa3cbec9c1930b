"""What somebody typed into a search, read: words, days of birth, numbers, whose kin they mean, and what could not be read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from nhs_number.validate import is_valid

from holdfast.identity.ages import UNKNOWN
from holdfast.identity.date_forms import dates_asked
from holdfast.identity.kin_forms import KinAsked, kin_forms
from holdfast.identity.name_forms import folded
from holdfast.identity.same_name import NOT_KNOWN
from holdfast.identity.small_words import SMALL_WORDS
from holdfast.kernel.when import When
from holdfast.vocabulary.contact_reference import reference_in, without_reference
from holdfast.vocabulary.contact_text import NAMELESS
from holdfast.vocabulary.stated_facts import NUMBER, dialled, postcodes_apart

MOST_WORDS = 8
LONGEST = 60
READ = 500
"""Letters that are read: a pasted letter is cut."""
MEANT_AS_ONE = 4
"""Two words of which the shorter has at most so many letters may be one name that was typed apart."""
_NUMBER = re.compile(rf"(?:\b(?:nhs|tel|telephone|phone|mobile|number|no|ring)\b[.:]?\s*)*{NUMBER.pattern}", re.IGNORECASE)
_NOTHING_KNOWN = re.compile(
    "|".join(
        (
            *(re.escape(said) for said in (NAMELESS, NOT_KNOWN, UNKNOWN.words)),
            r"not born yet,?|not yet born|(?:the exact date is |due date )?not recorded|not known when",
        )
    ),
    re.IGNORECASE,
)
"""What a page prints where nothing is known: nobody is called so."""
WHAT_TO_TYPE = "Type a name, a street, a date of birth, or a telephone or NHS number, without other words."


@dataclass(frozen=True)
class SearchTerms:
    """What somebody typed: the words to look for, the days on which the person may have been born (any of them), and numbers as
    they are stored. ``kin``: not whoever has the name is meant, but somebody of theirs. ``faults`` are sentences about what could
    not be read, and ``left_out`` the small words that were not looked for."""

    words: tuple[str, ...]
    born: tuple[When, ...] = ()
    numbers: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    kin: KinAsked | None = None
    left_out: tuple[str, ...] = ()

    @property
    def pairs(self) -> tuple[tuple[str, ...], ...]:
        """For each word what it makes run together with a neighbour: "O Neill", "Mc Donald", "Anne Marie" are typed apart and
        recorded together."""
        joined = ["", *(one + other if _are_one(one, other) else "" for one, other in pairwise(self.words)), ""]
        return tuple(tuple(filter(None, joined[at : at + 2])) for at in range(len(self.words)))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.words or self.born or self.numbers)

    def in_words(self) -> str:
        """How the question was read: "the name or address “aoife” with a birth on 14 Jun 2019"."""
        parts = []
        if self.words:
            said = f"“{' '.join(self.words)}”"
            parts.append(f"the {self.kin.word} of {said}" if self.kin else f"the name or address {said}")
        if self.born:
            parts.append("a birth " + " or ".join(day.placed() for day in self.born))
        if self.numbers:
            parts.append("the number " + " or ".join(self.numbers))
        return " with ".join(parts)

    def not_understood(self) -> "SearchTerms":
        """The same with what to type instead, where nobody was found and more was typed than names."""
        rest = self.without_small_words()
        if not rest.left_out:
            return self
        alone = f", nor by “{' '.join(rest.words)}” alone" if rest.words else ""
        said = f"Nobody was found by “{' '.join(self.words)}”{alone}. {WHAT_TO_TYPE}"
        return replace(self, words=(), faults=(*self.faults, said))

    def without_small_words(self) -> "SearchTerms":
        """The same without the words of a question, which stand in ``left_out``."""
        small = tuple(word for word in self.words if word in SMALL_WORDS)
        return replace(self, words=tuple(word for word in self.words if word not in SMALL_WORDS), left_out=small)


def _are_one(one: str, other: str) -> bool:
    return min(len(one), len(other)) <= MEANT_AS_ONE and not (one.isdigit() or other.isdigit())


def search_terms(text: str, today: date) -> SearchTerms:
    """Read what was typed, in any order. What looks like a date and is none is a fault, and is not looked for as a word."""
    read = text[:READ]
    code = reference_in(read)
    kin = kin_forms(_NOTHING_KNOWN.sub(" ", without_reference(read)))
    # Dates before numbers: "19 05 2017" is eight figures too.
    dates = dates_asked(kin.rest, today)
    numbers, faults = [], list(dates.faults)
    for found in NUMBER.finditer(dates.rest):
        digits = dialled(found[0])
        numbers.append(digits)
        # A telephone number begins with a nought; ten figures that do not are meant for an NHS number.
        if len(digits) == 10 and not digits.startswith("0") and not is_valid(digits):
            faults.append(f"“{found[0].strip()}” is no NHS number: its figures do not add up. Check it, or search by name.")
    rest = postcodes_apart(_NUMBER.sub(" ", dates.rest))
    words = tuple(word[:LONGEST] for word in folded(rest).split()[:MOST_WORDS])
    terms = SearchTerms(words, dates.days, tuple(numbers), (), kin.asked)
    if code is not None:
        faults.append(f"Nothing that you may open has the reference {code}. It may have been put to somebody else, or be over.")
    elif terms.empty and not faults:
        faults.append(_nothing(read))
    return replace(terms, faults=tuple(faults))


def _nothing(text: str) -> str:
    if _NOTHING_KNOWN.search(text):
        return f"“{text.strip()}” is what a page says where nothing is known. {WHAT_TO_TYPE}"
    return "There is no name, date or number in what you typed."


def readings(text: str, today: date) -> Sequence[SearchTerms]:
    """How what was typed can be read, the next where the one before finds nobody: every word as a name, then without the small
    words of a question."""
    terms = search_terms(text, today)
    plainer = terms.without_small_words()
    return (terms, plainer) if plainer.left_out and not plainer.empty else (terms,)
