"""Reports that a person has said are of one event: two people saw it, and it happened once."""

from collections.abc import Iterable
from datetime import date

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.person_view import PersonView
from holdfast.rules.participants import LINKS
from holdfast.vocabulary.entry import Entry


def occasions(person: PersonView, entries: Iterable[Entry], day: date) -> frozenset[str]:
    """The different events that ``entries`` report, by what had been said by the end of ``day``."""
    # By what had been said by then: a link that is made later takes nothing away from what showed before it.
    said = [link for link in person.entries(LINKS) if link.happened.first <= day]
    return _apart(person, [person.known.history.root(entry.id) for entry in entries], said)


def falls_below(person: PersonView, entries: Iterable[Entry], n: int, day: date) -> Entry | None:
    """What first showed after ``day`` that ``entries`` report fewer than ``n`` events."""
    roots = [person.known.history.root(entry.id) for entry in entries]
    said: list[Entry] = []
    for link in person.entries(LINKS):
        said.append(link)
        # Links add up: the one that brings the number below ends it, though it joins only two of them.
        if link.happened.first > day and len(_apart(person, roots, said)) < n:
            return link
    return None


def _apart(person: PersonView, roots: list[str], said: list[Entry]) -> frozenset[str]:
    if not said:
        return frozenset(roots)
    parent: dict[str, str] = {}

    def of(one: str) -> str:
        while parent.get(one, one) != one:
            one = parent[one]
        return one

    for link in said:
        # In a fixed order, so that the event has the same name whichever of two reports was linked to which.
        one, other = sorted(of(person.known.history.root(str(value(link, field)))) for field in ("entry", "same_as"))
        parent[other] = one
    return frozenset(of(each) for each in roots)
