"""The shapes of a family that can hardly be, as functions."""

from collections.abc import Iterator
from datetime import date

from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.findings import CompactMatch, seen_at
from holdfast.engine.compiled.instants import midnight
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import MEANINGS, CompiledShape
from holdfast.kernel.birthdays import birthday
from holdfast.rules.shapes import BirthParents, ParentAge, ParentDead
from holdfast.vocabulary.kinship import BY_BIRTH, FATHERS, MOTHERS

Parents = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Everyone said to be a parent by birth, and those of them who are the mother and the father."""


def _parents(person: PersonRecord) -> Parents:
    # How people are related is the same in every state of knowledge, and three rules ask it of everybody.
    found: Parents | None = person.kept.get("birth parents")
    if found is None:
        kinds: dict[str, set[str]] = {}
        for link in person.links:
            if link.to_person == person.id and link.kind in BY_BIRTH:
                kinds.setdefault(link.from_person, set()).add(link.kind)
        known = person.record.people.by_id
        sexes = {each: known[each].sex if each in known else None for each in kinds}
        mothers = sorted(each for each, said in kinds.items() if said & MOTHERS or sexes[each] == "F")
        fathers = sorted(each for each, said in kinds.items() if said & FATHERS or sexes[each] == "M")
        found = person.kept["birth parents"] = (tuple(sorted(kinds)), tuple(mothers), tuple(fathers))
    return found


def _parent_age(compiler: Compiler, shape: ParentAge) -> CompiledShape:
    youngest, oldest = shape.youngest, shape.oldest + 1

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        every, mothers, _ = _parents(person)
        who = person.identity() if every else None
        if who is None or who.born_first is None or who.born_last is None:
            return
        leap = person.record.people.leap_birthdays
        for each in every:
            theirs = person.other(each).identity()
            if theirs.born_first is None or theirs.born_last is None:
                continue
            too_young = who.born_last < birthday(date.fromordinal(theirs.born_first), youngest, leap).toordinal()
            grown_old = birthday(date.fromordinal(theirs.born_last), oldest, leap).toordinal()
            if too_young or (each in mothers and who.born_first >= grown_old):
                yield CompactMatch(midnight(max(who.born_last, theirs.born_last)), (), who=(each,))

    return CompiledShape(now)


def _birth_parents(compiler: Compiler, shape: BirthParents) -> CompiledShape:
    most = shape.most

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        for found in _parents(person)[1:]:
            if len(found) > most and (born := person.identity().born_last) is not None:
                yield CompactMatch(midnight(born), (), who=found)

    return CompiledShape(now)


def _parent_dead(compiler: Compiler, shape: ParentDead) -> CompiledShape:
    days = shape.weeks * 7

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        every, mothers, _ = _parents(person)
        who = person.identity() if every else None
        if who is None or who.born_first is None or who.born_last is None:
            return
        for each in every:
            died = person.other(each).identity().died
            if died is not None and died.last + (0 if each in mothers else days) < who.born_first:
                yield CompactMatch(max(midnight(who.born_last), seen_at(died)), (died,), who=(each,))

    return CompiledShape(now)


MEANINGS.update({ParentAge: _parent_age, BirthParents: _birth_parents, ParentDead: _parent_dead})
