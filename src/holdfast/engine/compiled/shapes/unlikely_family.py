"""The shapes of a family that can hardly be, as functions."""

from collections.abc import Iterator
from datetime import date

from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.findings import CompactMatch, seen_at
from holdfast.engine.compiled.instants import midnight
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import MEANINGS, CompiledShape
from holdfast.engine.reference.shapes.unlikely_family import GRANDPARENT, TWINS
from holdfast.kernel.birthdays import birthday
from holdfast.rules.shapes import BirthParents, BirthsApart, ParentAge, ParentDead
from holdfast.vocabulary.kinship import BORN_TOGETHER, FATHERS, MOTHERS, SAID_OF_BIRTH, forebears

Parents = tuple[dict[str, int], tuple[str, ...], tuple[tuple[str, ...], tuple[str, ...]]]
"""Everyone said to be above by birth and by how many generations; the mothers; and who is said to have borne or begotten."""


def _parents(person: PersonRecord) -> Parents:
    # How people are related is the same in every state of knowledge, and four rules ask it of everybody.
    found: Parents | None = person.kept.get("birth parents")
    if found is None:
        above = forebears(person.links, person.id)
        known = person.record.people.by_id
        sexes = {each: known[each].sex if each in known else None for each in above}
        parents = {each: kinds for each, (generations, kinds) in above.items() if generations == 1}
        mothers = [each for each, kinds in parents.items() if kinds & MOTHERS or sexes[each] == "F"]
        fathers = [each for each, kinds in parents.items() if kinds & FATHERS or sexes[each] == "M"]
        bore = [tuple(each for each in those if parents[each] & SAID_OF_BIRTH) for those in (mothers, fathers)]
        generations = {each: up for each, (up, _) in above.items()}
        found = person.kept["birth parents"] = (generations, tuple(mothers), (bore[0], bore[1]))
    return found


def _parent_age(compiler: Compiler, shape: ParentAge) -> CompiledShape:
    youngest, oldest = shape.youngest, shape.oldest + 1

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        every, mothers, _ = _parents(person)
        who = person.identity() if every else None
        if who is None or who.born_first is None or who.born_last is None:
            return
        leap = person.record.people.leap_birthdays
        for each, generations in every.items():
            theirs = person.other(each).identity()
            if theirs.born_first is None or theirs.born_last is None:
                continue
            too_young = who.born_last < birthday(date.fromordinal(theirs.born_first), youngest * generations, leap).toordinal()
            grown_old = birthday(date.fromordinal(theirs.born_last), oldest, leap).toordinal()
            if too_young or (each in mothers and who.born_first >= grown_old):
                why = GRANDPARENT if generations > 1 else None
                yield CompactMatch(midnight(max(who.born_last, theirs.born_last)), (), who=(each,), why=why)

    return CompiledShape(now)


def _birth_parents(compiler: Compiler, shape: BirthParents) -> CompiledShape:
    most = shape.most

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        for found in _parents(person)[2]:
            if len(found) > most and (born := person.identity().born_last) is not None:
                yield CompactMatch(midnight(born), (), who=found)

    return CompiledShape(now)


def _births_apart(compiler: Compiler, shape: BirthsApart) -> CompiledShape:
    twin_days, days, near = shape.twin_days, shape.days, shape.weeks * 7

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        twins = _twins(person)
        others = twins | _of_one_mother(person)
        who = person.identity() if others else None
        if who is None or who.born_first is None or who.born_last is None:
            return
        for each in sorted(others):
            theirs = person.other(each).identity()
            if theirs.born_first is None or theirs.born_last is None:
                continue
            least = max(0, theirs.born_first - who.born_last, who.born_first - theirs.born_last)
            most = max(theirs.born_last - who.born_first, who.born_last - theirs.born_first)
            too_far = each in twins and least > twin_days
            if too_far or (each not in twins and least > days and most < near):
                why = TWINS if too_far else None
                yield CompactMatch(midnight(max(who.born_last, theirs.born_last)), (), who=(each,), why=why)

    return CompiledShape(now)


def _twins(person: PersonRecord) -> set[str]:
    ends = (each for link in person.links if link.kind in BORN_TOGETHER for each in (link.from_person, link.to_person))
    return set(ends) - {person.id}


def _of_one_mother(person: PersonRecord) -> set[str]:
    found: set[str] | None = person.kept.get("of one mother")
    if found is None:
        mothers = _parents(person)[1]
        links = (link for id in mothers for link in person.other(id).links)
        others = {each for link in links for each in (link.from_person, link.to_person)} - {person.id}
        found = {id for id in others if not set(mothers).isdisjoint(_parents(person.other(id))[1])}
        person.kept["of one mother"] = found
    return found


def _parent_dead(compiler: Compiler, shape: ParentDead) -> CompiledShape:
    days = shape.weeks * 7

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        every, mothers, _ = _parents(person)
        who = person.identity() if every else None
        if who is None or who.born_first is None or who.born_last is None:
            return
        for each in (id for id, generations in every.items() if generations == 1):
            died = person.other(each).identity().died
            if died is not None and died.last + (0 if each in mothers else days) < who.born_first:
                yield CompactMatch(max(midnight(who.born_last), seen_at(died)), (died,), who=(each,))

    return CompiledShape(now)


MEANINGS.update({ParentAge: _parent_age, BirthParents: _birth_parents, BirthsApart: _births_apart, ParentDead: _parent_dead})
