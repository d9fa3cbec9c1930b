"""What somebody typed into a search, read: words, days of birth, numbers, and what could not be read."""

import re
from dataclasses import dataclass
from datetime import date

from nhs_number.validate import is_valid

from holdfast.identity.date_forms import dates_asked
from holdfast.identity.name_forms import folded
from holdfast.kernel.when import When

MOST_WORDS = 8
LONGEST = 60
READ = 500
"""Letters that are read: a pasted letter is cut."""
_NUMBER = re.compile(r"(?<![\w])\+?\(?\d[\d\s().\-]{7,18}\d(?!\w)")
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b", re.IGNORECASE)
_ABROAD = re.compile(r"^(00)?44")


@dataclass(frozen=True)
class SearchTerms:
    """What somebody typed: the words to look for, the days on which the person may have been born (any of them), and numbers as
    they are stored. ``faults`` are sentences about what could not be read."""

    words: tuple[str, ...]
    born: tuple[When, ...] = ()
    numbers: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    def in_words(self) -> str:
        """How the question was read: "the name or address “aoife” with a birth on 14 Jun 2019"."""
        parts = []
        if self.words:
            parts.append(f"the name or address “{' '.join(self.words)}”")
        if self.born:
            parts.append("a birth " + " or ".join(day.placed() for day in self.born))
        if self.numbers:
            parts.append("the number " + " or ".join(self.numbers))
        return " with ".join(parts)


def search_terms(text: str, today: date) -> SearchTerms:
    """Read what was typed, in any order. What looks like a date and is none is a fault, and is not looked for as a word."""
    # Dates before numbers: "19 05 2017" is eight figures too.
    dates = dates_asked(text[:READ], today)
    numbers, faults, rest = [], list(dates.faults), dates.rest
    for found in _NUMBER.finditer(rest):
        digits = as_key(found[0])
        numbers.append(digits)
        # A telephone number begins with a nought; ten figures that do not are meant for an NHS number.
        if len(digits) == 10 and not digits.startswith("0") and not is_valid(digits):
            faults.append(f"“{found[0].strip()}” is no NHS number: its figures do not add up. Check it, or search by name.")
    rest = _POSTCODE.sub(r"\1 \2", _NUMBER.sub(" ", rest))
    words = tuple(word[:LONGEST] for word in folded(rest).split()[:MOST_WORDS])
    if not (words or dates.days or numbers or faults):
        faults.append("There is no name, date or number in what you typed.")
    return SearchTerms(words, dates.days, tuple(numbers), tuple(faults))


def as_key(number: str) -> str:
    """A telephone or NHS number as keys write it: figures alone, from abroad as from here."""
    return _ABROAD.sub("0", re.sub(r"\D", "", number))
