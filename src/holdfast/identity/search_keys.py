"""The keys that people are stored under, and how a question is put to them.

Each key says by its first letter what it is: ``n`` a word of a name, ``s`` how it sounds, ``d`` the word with one letter left
out, ``p`` and ``t`` words and sounds of the names of a person's grown-ups, ``a`` words of an address, ``b`` a birth as exactly as
it is known, ``#`` a number. The database makes them (migration 0002); a question is one query over one index.
"""

from collections.abc import Callable, Iterable
from datetime import date

from holdfast.identity.name_forms import sound
from holdfast.identity.search_terms import SearchTerms
from holdfast.kernel.when import When

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
"""How streets are shortened. Either form finds the other."""
STREET_WORDS = frozenset({*STREETS, *STREETS.values()})
MONTHS_OF_A_RANGE = 36
"""A birth between two days further apart than this is stored under its years."""


def shortened(word: str) -> tuple[str, ...]:
    """The word with each of its letters left out: two spellings that differ by one letter share one of these."""
    if not 4 <= len(word) <= 15:
        return ()
    return tuple(dict.fromkeys(word[:at] + word[at + 1 :] for at in range(len(word))))


def street_forms(word: str) -> tuple[str, ...]:
    """The word, and a street's other ways of being written."""
    return (word, *(other for pair in STREETS.items() if word in pair for other in pair if other != word))


def exactly(word: str) -> str:
    """A query for those of whom ``word`` is said: in their name, a grown-up's of theirs, or an address."""
    return _any(_key(f"n{word}"), _key(f"p{word}"), *(_key(f"a{each}") for each in street_forms(word)))


def alike(word: str) -> str:
    """A query for those of whom ``word`` may be said: it begins so, sounds so, or is spelt with one letter otherwise."""
    # A house number is that one or another, and a word that a third of all addresses have tells nobody from anybody.
    if word.isdigit() or word in STREET_WORDS:
        return exactly(word)
    keys = [exactly(word)]
    # Two letters begin too many names.
    if len(word) > 2:
        keys += [_key(f"{kind}{word}") + ":*" for kind in "npa"]
        if heard := sound(word):
            keys += [_key(f"s{heard}"), _key(f"t{heard}")]
    less = shortened(word)
    keys += [_key(f"d{each}") for each in ((word, *less) if less else ())] + [_key(f"n{each}") for each in less]
    return _any(*keys)


def all_words(asked: SearchTerms, how: Callable[[str], str]) -> str:
    """A query for those of whom every word is said (``how``: exactly or alike), by itself or run together with a neighbour."""
    return _all(*(_any(*map(how, (word, *pairs))) for word, pairs in zip(asked.words, asked.pairs, strict=True)))


def born(days: Iterable[When]) -> str:
    """A query for those who may have been born on one of the days."""
    return _any(*(key for asked in days for key in _born(asked)))


def _born(asked: When) -> list[str]:
    first, last = asked.first, asked.last
    if asked.precision in ("day", "instant"):
        return [_key(f"b{first.isoformat()}"), _key(f"b{first:%Y-%m}"), _key(f"b{first:%Y}")]
    months = _months(first, last)
    if len(months) <= MONTHS_OF_A_RANGE:
        return [*(_key(f"b{month}") + ":*" for month in months), *(_key(f"b{year}") for year in range(first.year, last.year + 1))]
    return [_key(f"b{year}") + ":*" for year in range(first.year, last.year + 1)]


def _months(first: date, last: date) -> list[str]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [f"{first.year + (first.month - 1 + n) // 12:04}-{(first.month - 1 + n) % 12 + 1:02}" for n in range(count)]


def number(digits: str) -> str:
    """A query for whose number it is."""
    return _key(f"#{digits}")


def both(*queries: str) -> str:
    """A query for those whom every one of ``queries`` finds; empty ones ask nothing."""
    return _all(*filter(None, queries))


def all_but_one(words: tuple[str, ...]) -> str:
    """A query for those of whom every word but one is said. Of two, the other must at least begin like a name of theirs."""
    # One word alone says too little; of three a caller may have the street wrong.
    begins = [[_key(f"n{word[:2]}") + ":*"] if len(words) == 2 else [] for word in words]
    rest = [tuple(word for at, word in enumerate(words) if at != out) for out in range(len(words))]
    return _any(*(_all(*map(exactly, said), *odd) for said, odd in zip(rest, begins, strict=True)))


def _key(key: str) -> str:
    # Quoted as a lexeme, so that nothing that was typed is read as an operator of the search.
    return "'" + key.replace("\\", "").replace("'", "") + "'"


def _any(*queries: str) -> str:
    return "(" + " | ".join(dict.fromkeys(queries)) + ")" if queries else ""


def _all(*queries: str) -> str:
    return "(" + " & ".join(queries) + ")" if queries else ""
