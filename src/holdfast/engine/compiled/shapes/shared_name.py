"""The signal about people who may be mistaken for each other."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry, happened, listed
from holdfast.engine.compiled.findings import CompactMatch, seen_at
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import CompiledShape
from holdfast.engine.compiled.timeline import NOTHING, Timeline
from holdfast.engine.reference.shapes.shared_name import NAMING_FIELDS, ROLE_WORDS, SHORTEST_ALIKE, texts
from holdfast.rules.signal import Signal


class _Alike(NamedTuple):
    """Adults who may be mistaken for each other, and the entries that speak of one of them without saying which."""

    people: tuple[str, ...]
    entries: Timeline


def same_name(compiler: Compiler, signal: Signal) -> CompiledShape:
    """The first entry that does not say which of several adults of one name it means, with every later one."""
    distance, reads = int(signal.numbers["edit_distance"]), tuple(signal.reads)

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        # Who is called what does not change with what is known: relationships and names are the same in every state.
        alike: _Alike | None = person.kept.get((signal.id, "alike"))
        if alike is None:
            alike = person.kept[signal.id, "alike"] = _alike(person, distance, reads)
        if not alike.people:
            return
        found = [entry for entry in person.view.read(alike.entries) if not person.is_adult(entry.last)]
        if found:
            sentence = (
                f"{len(alike.people)} adults of this family share a first name; the entry {happened(found[0]).placed()} "
                "speaks of one of them without saying which."
            )
            yield CompactMatch(seen_at(found[0]), tuple(found), who=alike.people, sentence=sentence)

    return CompiledShape(now)


def known_by(match: CompactMatch) -> str:
    """It is known by the adults."""
    return "/".join(match.who)


def _alike(person: PersonRecord, distance: int, reads: tuple[str, ...]) -> _Alike:
    pairs = _sharers(person, distance)
    if not pairs:
        return _Alike((), NOTHING)
    names = sorted({name for pair in pairs for name in pair[2]})
    people = sorted({person for pair in pairs for person in pair[:2]})
    pattern = re.compile(r"\b(" + "|".join(re.escape(word) for word in (*names, *ROLE_WORDS)) + r")\b", re.IGNORECASE)
    full = _full_names(person, people)
    versions = person.record.timeline(person.id, reads).versions
    return _Alike(tuple(people), Timeline([entry for entry in versions if _is_ambiguous(entry, pattern, full)]))


def _network(person: PersonRecord) -> tuple[str, ...]:
    """The adults of this child's family: those linked to the child, to a parent, or to a brother or sister as parent."""
    children = (person.id, *person.siblings)
    near = {*children, *person.parents}
    found: dict[str, None] = {}
    for link in person.record.people.links:
        for one, other in ((link.from_person, link.to_person), (link.to_person, link.from_person)):
            if other in near and one not in children:
                found[one] = None
    return tuple(found)


def _sharers(person: PersonRecord, distance: int) -> list[tuple[str, str, tuple[str, str]]]:
    """Pairs of adults whose first names are the same or sound alike on paper, with the names as compared."""
    named = [(each, name) for each in _network(person) if (name := _first_name(person, each))]
    return [
        (one, other, (name, another))
        for (one, name), (other, another) in combinations(named, 2)
        if name == another or (min(len(name), len(another)) >= SHORTEST_ALIKE and Levenshtein.distance(name, another) <= distance)
    ]


def _first_name(person: PersonRecord, id: str) -> str:
    """Somebody's usual first name, ready to compare."""
    found = person.record.people.by_id.get(id)
    given = next((name.given for name in found.names if name.given), None) if found else None
    return unicodedata.normalize("NFC", given).casefold().strip() if given else ""


def _full_names(person: PersonRecord, people: Sequence[str]) -> re.Pattern[str]:
    """The full names that do say which of them is meant."""
    known = person.record.people.by_id
    names = [name for id in people if (found := known.get(id)) for name in found.names]
    said = [re.escape(f"{name.given} {name.family}") for name in names if name.given and name.family]
    return re.compile("|".join(said) or r"(?!)", re.IGNORECASE)


def _is_ambiguous(entry: CompactEntry, pattern: re.Pattern[str], full: re.Pattern[str]) -> bool:
    if any(listed(entry, field) for field in NAMING_FIELDS):
        return False
    return any(pattern.search(full.sub(" ", unicodedata.normalize("NFC", text))) for text in texts(entry.data))
