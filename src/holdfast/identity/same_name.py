"""The same-name guard. Three fathers of one first name were taken for one another for a year: wherever a name stands that
another person of the case also has, what tells them apart stands beside it. Matching names are a question, not an identity."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from holdfast.identity.name_forms import folded, is_placeholder, sound
from holdfast.vocabulary.kinship import BY_BIRTH, KEPT_AWAY
from holdfast.vocabulary.sentence_parts import listed
from holdfast.vocabulary.world import KnownPerson, KnownRelationship, World

NOT_KNOWN = "Name not known"
SIMILAR = 0.9
PARENTAL = {
    "mother": "Mother",
    "father": "Father",
    "parent": "Parent",
    "birth_mother": "Birth mother",
    "birth_father": "Birth father",
    "adoptive_mother": "Adoptive mother",
    "adoptive_father": "Adoptive father",
    "stepfather": "Stepfather",
    "stepmother": "Stepmother",
    "step_parent": "Step-parent",
    "foster_carer": "Foster carer",
    "carer": "Carer",
    "special_guardian": "Special guardian",
    "guardian": "Guardian",
}
NEVER_SHOWN = KEPT_AWAY


def name_of(person: KnownPerson | None) -> str:
    """A person's usual name; "Name not known" where there is none. An id is not a name."""
    return person.name if person is not None and person.names and person.name != person.id else NOT_KNOWN


def kind_in_words(kind: str) -> str:
    """``maternal_grandmother`` as "Maternal grandmother"."""
    words = re.sub("^(half|step)_", r"\1-", kind).replace("_", " ").strip()
    return PARENTAL.get(kind) or f"{words[:1].upper()}{words[1:]}"


def kind_and_end(link: KnownRelationship) -> str:
    """What somebody is, or was: "Stepfather until 2018". With its day, so that it is as true on the page of an earlier one."""
    # Who bore a child does not end, whatever end somebody wrote to it.
    until = f" until {link.end.in_words()}" if link.end is not None and link.kind not in BY_BIRTH else ""
    return f"{kind_in_words(link.kind)}{until}"


def ties(relationships: Iterable[KnownRelationship], person: str, people: Mapping[str, KnownPerson]) -> tuple[str, ...]:
    """What a person is to others, parents first and what has ended last: ("Father of Chloe and Harper", "Stepfather of Ava until
    2018")."""
    to: dict[tuple[str, str], list[str]] = {}
    for link in relationships:
        if link.from_person == person and link.kind not in NEVER_SHOWN and link.to_person in people:
            until = kind_and_end(link).removeprefix(kind_in_words(link.kind))
            to.setdefault((link.kind, until), []).append(name_of(people[link.to_person]))
    order = sorted(to, key=_place)
    return tuple(f"{kind_in_words(kind)} of {listed(dict.fromkeys(to[kind, until]))}{until}" for kind, until in order)


def _place(tie: tuple[str, str]) -> tuple[bool, int, str, str]:
    kind, until = tie
    return bool(until), list(PARENTAL).index(kind) if kind in PARENTAL else len(PARENTAL), kind, until


@dataclass(frozen=True)
class SameName:
    """People of one case whose names could be taken for each other. ``names`` say each with what tells them apart."""

    people: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def warning(self) -> str:
        """The warning in words."""
        return f"{len(self.people)} people here have the same or a very similar name: {listed(self.names)}."


class SameNames:
    """Which people of a world share a name, and how each is called so that nobody is taken for another."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._given: dict[str, list[str]] = {}
        for id, person in world.people.items():
            # By given name: in a family it is what people call each other, and three fathers of one first name have three family
            # names. Other names somebody goes by count as much.
            for key in sorted({_key(str(name.given or name.family or "")) for name in person.names if _key(str(name))}):
                self._given.setdefault(key, []).append(id)

    def shared_by(self, person: str) -> tuple[str, ...]:
        """Everyone in the case, themselves included, with the same first name. Empty when the name is theirs alone."""
        found: dict[str, None] = {}
        for ids in self._given.values():
            if person in ids and len(ids) > 1:
                found.update(dict.fromkeys(ids))
        return tuple(found)

    def called(self, person: str) -> str:
        """The name, with what tells this person apart where another has it too: "Paul Reed (father of Chloe and Harper)"."""
        name = name_of(self.world.people.get(person))
        if name == NOT_KNOWN or self.shared_by(person):
            said = ties(self.world.relationships, person, self.world.people)
            about = said[0] if said else self._born(person)
            return f"{name} ({about[:1].lower()}{about[1:]})"
        return name

    def _born(self, person: str) -> str:
        found = self.world.people.get(person)
        born = found.born if found else None
        return f"born {born.in_words()}" if born else "how they are related is not recorded"

    def groups(self) -> tuple[SameName, ...]:
        """Every set of people who share a first name, each said with what tells them apart."""
        held = dict.fromkeys(tuple(ids) for ids in self._given.values() if len(ids) > 1)
        return tuple(SameName(ids, tuple(self.called(id) for id in ids)) for ids in held)


def _key(name: str) -> str:
    return "" if is_placeholder(name) else folded(name).replace(" ", "")


def similar(one: str, other: str) -> bool:
    """Whether two full names could be taken for each other on a dark night. Placeholders never could."""
    a, b = folded(one), folded(other)
    # "Baby" is like every other "Baby": a warning that stands everywhere is read nowhere.
    if not a or not b or is_placeholder(one) or is_placeholder(other):
        return False
    if a.replace(" ", "") == b.replace(" ", ""):
        return True
    alike = [sound(word) for word in a.split()] == [sound(word) for word in b.split()] and a[0] == b[0]
    return alike or JaroWinkler.similarity(a, b) >= SIMILAR
