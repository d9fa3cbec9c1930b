"""The signal about people who may be mistaken for each other."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.entry_fields import listed
from holdfast.engine.reference.findings import is_child, make_finding, seen_at, when_words
from holdfast.engine.reference.person_view import PersonView
from holdfast.rules.signal import Signal
from holdfast.vocabulary.entry import Entry

ROLE_WORDS = ("dad", "daddy", "father", "stepdad", "stepfather", "step-dad", "partner", "boyfriend")
NAMING_FIELDS = ("involved", "adult", "person", "carer", "with")
SHORTEST_ALIKE = 4


def same_name(person: PersonView, signal: Signal) -> Iterator[Finding]:
    """The first entry that does not say which of several adults of one name it means, with every later one."""
    alike = sharers(person, int(signal.numbers["edit_distance"]))
    if not alike:
        return
    names = sorted({name for pair in alike for name in pair[2]})
    people = sorted({each for pair in alike for each in pair[:2]})
    pattern = re.compile(r"\b(" + "|".join(re.escape(word) for word in (*names, *ROLE_WORDS)) + r")\b", re.IGNORECASE)
    full = _full_names(person, people)
    found = [
        entry
        for entry in person.entries(*signal.reads)
        if is_child(person, entry.happened.last) and _ambiguous(entry, pattern, full)
    ]
    if found:
        why = (
            f"{len(people)} adults of this family share a first name; the entry {when_words(found[0])} "
            "speaks of one of them without saying which."
        )
        yield make_finding(person, signal, seen_at(found[0].happened), found, why, key="/".join(people))


def network(person: PersonView) -> tuple[str, ...]:
    """The adults of this child's family: those linked to the child, to a parent, or to a brother or sister as parent."""
    near = {person.id, *person.siblings, *person.parents}
    found: dict[str, None] = {}
    for link in person.world.relationships:
        for one, other in ((link.from_person, link.to_person), (link.to_person, link.from_person)):
            if other in near and one not in (person.id, *person.siblings):
                found[one] = None
    return tuple(found)


def sharers(person: PersonView, distance: int) -> list[tuple[str, str, tuple[str, str]]]:
    """Pairs of adults whose first names are the same or sound alike on paper, with the names as compared."""
    named = [(each, name) for each in network(person) if (name := first_name(person, each))]
    return [
        (one, other, (name, another))
        for (one, name), (other, another) in combinations(named, 2)
        # One letter between "Jo" and "Joe" is no slip: of short names nearly all are alike.
        if name == another or (min(len(name), len(another)) >= SHORTEST_ALIKE and Levenshtein.distance(name, another) <= distance)
    ]


def first_name(person: PersonView, id: str) -> str:
    """A person's usual first name, ready to compare."""
    found = person.world.people.get(id)
    # The first is the usual one, by which people speak of them.
    given = next((name.given for name in found.names if name.given), None) if found else None
    return unicodedata.normalize("NFC", given).casefold().strip() if given else ""


def _full_names(person: PersonView, people: list[str]) -> re.Pattern[str]:
    """The full names that do say which of them is meant."""
    names = [name for each in people if (found := person.world.people.get(each)) for name in found.names]
    # A full name tells them apart, so it is taken out before a first name is looked for.
    said = [re.escape(f"{name.given} {name.family}") for name in names if name.given and name.family]
    return re.compile("|".join(said) or r"(?!)", re.IGNORECASE)


def _ambiguous(entry: Entry, pattern: re.Pattern[str], full: re.Pattern[str]) -> bool:
    # A field that names somebody says which of them is meant, whatever the text says.
    if any(listed(entry, field) for field in NAMING_FIELDS):
        return False
    return any(pattern.search(full.sub(" ", unicodedata.normalize("NFC", text))) for text in texts(entry.data.written()))


def texts(written: object) -> Iterator[str]:
    """Everything that is written in an entry's data, but in rows that name their person."""
    if isinstance(written, str):
        yield written
    elif isinstance(written, dict):
        # A row that names its person says which of them it means, whatever role it gives.
        for each in () if written.get("person") else written.values():
            yield from texts(each)
    elif isinstance(written, list):
        for each in written:
            yield from texts(each)
