"""How well a person fits what a caller said of them. The best come first; nobody is ever joined with anybody by this."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from holdfast.identity.name_forms import sound, words
from holdfast.identity.search_keys import street_forms
from holdfast.identity.search_terms import SearchTerms
from holdfast.kernel.when import When

LEAST = 0.7
"""Below this a person is not shown."""
BY_SOUND, BY_PARENT, BY_ADDRESS = 0.93, 0.9, 0.92
SPELT_A_LITTLE_ALIKE, SPELT_MUCH_ALIKE = 0.6, 0.75
"""Below the first, two words that sound alike by our rules are nobody's mishearing; below the second, where one sound is all that
they have: "zzzz" and "Zee"."""


@dataclass(frozen=True)
class Candidate:
    """What is known of somebody who might be meant: what they are called, all their names, their parents' and carers' names,
    addresses, numbers."""

    name: str
    names: tuple[str, ...]
    parents: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    born: When | None = None
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fit:
    """0 to 1 by the mean over the words typed; ``exact`` where each of them, and the birth, is just what the record says."""

    score: float
    exact: bool


NONE = Fit(0.0, False)


def fit(wanted: SearchTerms, person: Candidate) -> Fit:
    """How well ``person`` fits. A word of a parent's name or of the address counts nearly as much as of their own."""
    if wanted.numbers and not set(wanted.numbers).isdisjoint(person.numbers):
        return Fit(1.0, exact=True)
    is_born = any(_born_on(day, person.born) for day in wanted.born)
    if not wanted.words:
        return Fit(1.0, exact=True) if wanted.born and is_born else NONE
    beside = list(zip(wanted.words, wanted.pairs, strict=True))
    scores = [max(_of_word(word, person), *(_best(pair, person.names) for pair in pairs), 0.0) for word, pairs in beside]
    score = sum(score if score > 0.75 else score / 2 for score in scores) / len(scores)
    exact = min(scores) >= BY_PARENT and all(_is_said(word, pairs, person) for word, pairs in beside)
    if wanted.born:
        # A date that fits lifts a weak name. One that does not lowers a strong one and does not hide it: whoever rings may have
        # it wrong.
        score = min(1.0, score + 0.1) if is_born else score - 0.15
    return Fit(score, exact=exact and (is_born or not wanted.born))


def fits_by_name(wanted: SearchTerms, person: Candidate) -> bool:
    """Whether ``person`` is called so themselves, whoever else of theirs is."""
    return bool(wanted.words) and fit(wanted, Candidate(person.name, person.names, born=person.born)).score >= LEAST


def _of_word(word: str, person: Candidate) -> float:
    return max(
        _best(word, person.names),
        BY_PARENT * _best(word, person.parents),
        BY_ADDRESS * max(_best(each, person.addresses) for each in street_forms(word)),
    )


def _is_said(word: str, pairs: Sequence[str], person: Candidate) -> bool:
    forms = {*street_forms(word), *pairs}
    return any(not forms.isdisjoint(words(text)) for text in (*person.names, *person.parents, *person.addresses))


def _best(word: str, texts: Iterable[str]) -> float:
    """How well one word fits the best word of ``texts``: spelt alike, beginning alike, or sounding alike."""
    best = 0.0
    for text in texts:
        for other in words(text):
            if word == other:
                return 1.0
            # A house number is that number or another.
            if not word.isdigit():
                best = max(best, _likeness(word, other))
    return best


def _likeness(word: str, other: str) -> float:
    spelt = JaroWinkler.similarity(word, other) if min(len(word), len(other)) > 2 else 0.0
    if len(word) > 2 and other.startswith(word):
        return max(spelt, 0.95)
    heard = sound(word)
    # Two letters sound like too much.
    is_heard_alike = len(word) > 2 and heard == sound(other)
    least = SPELT_A_LITTLE_ALIKE if len(heard) > 1 else SPELT_MUCH_ALIKE
    return max(spelt, BY_SOUND) if is_heard_alike and spelt >= least else spelt


def _born_on(day: When, born: When | None) -> bool:
    return born is not None and born.first <= day.last and day.first <= born.last


def best_first(found: Iterable[tuple[str, Fit, str]]) -> list[tuple[str, Fit]]:
    """Those who fit, in order: whom the record calls just so, then the best fit, then by name. ``found`` has id, fit, name."""
    # Rounded before it is sorted, so that two who fit alike stand by name and not by the last decimal place.
    order = sorted(found, key=lambda each: (not each[1].exact, -round(each[1].score, 3), each[2], each[0]))
    return [(id, fit) for id, fit, _ in order if fit.score >= LEAST]
