"""Who was born together: recorded as twins, or born of the same parents within a day of one another."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from holdfast.genogram.model import GenogramFamily

OVER_MIDNIGHT = 1
"""Days between the births of two who came in one night, before and after midnight."""


def born_together(family: GenogramFamily) -> tuple[tuple[str, ...], ...]:
    """Sets of two or more, each in the order of the family. A twin of a twin is one of three."""
    group = {member.key: member.key for member in family.members}

    def leader(key: str) -> str:
        while group[key] != key:
            key = group[key]
        return key

    for one, other in (*_recorded(family), *_by_birth(family)):
        group[leader(one)] = leader(other)
    found: dict[str, list[str]] = {}
    for member in family.members:
        found.setdefault(leader(member.key), []).append(member.key)
    return tuple(tuple(keys) for keys in found.values() if len(keys) > 1)


def by_their_dates(family: GenogramFamily) -> Iterator[tuple[str, str]]:
    """Pairs who are twins by their dates of birth, and of whom nobody recorded it."""
    recorded = {frozenset(pair) for pair in _recorded(family)}
    return (pair for pair in _by_birth(family) if frozenset(pair) not in recorded)


def _recorded(family: GenogramFamily) -> Iterator[tuple[str, str]]:
    for tie in family.ties:
        if tie.born_together and tie.one in family.by_key and tie.other in family.by_key:
            yield tie.one, tie.other


def _by_birth(family: GenogramFamily) -> Iterator[tuple[str, str]]:
    parents: dict[str, set[str]] = {}
    for link in family.parenthoods:
        # By birth: foster-children born on one day are not twins, and neither are children of whom no parent is recorded.
        if link.care == "birth" and link.child in family.by_key and link.parent != link.child:
            parents.setdefault(link.child, set()).add(link.parent)
    of_same: dict[frozenset[str], list[str]] = {}
    for member in family.members:
        if member.key in parents:
            of_same.setdefault(frozenset(parents[member.key]), []).append(member.key)
    for children in of_same.values():
        yield from _close(family, children)


def _close(family: GenogramFamily, children: list[str]) -> Iterator[tuple[str, str]]:
    due: dict[str, str] = {}
    born: list[tuple[date, str]] = []
    for key in children:
        member = family.by_key[key]
        # The day and not the age: "aged about two" of two children says nothing of twins.
        if member.due and any(letter.isdigit() for letter in member.due):
            if member.due in due:
                yield due[member.due], key
            due.setdefault(member.due, key)
        elif member.birthday:
            born.append((member.birthday, key))
    for (day, one), (next_day, other) in pairwise(sorted(born)):
        if (next_day - day).days <= OVER_MIDNIGHT:
            yield one, other
