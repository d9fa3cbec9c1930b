"""What the shapes of a family that can hardly be mean: by dates that are certain, and by who is whose parent by birth."""

from collections.abc import Iterator
from datetime import timedelta

from holdfast.engine.reference.findings import seen_at
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.shapes.matches import MEANINGS, Match
from holdfast.engine.rulebook import InUse
from holdfast.kernel.birthdays import birthday
from holdfast.kernel.when import When, start_of_day
from holdfast.rules.shapes import BirthParents, BirthsApart, ParentAge, ParentDead
from holdfast.vocabulary.kinship import BORN_TOGETHER, FATHERS, MOTHERS, SAID_OF_BIRTH, forebears

GRANDPARENT = "By the dates of birth on record, {who} is too young to be so far above this person. Is a date wrong, or the tie?"


def _above(person: PersonView, generations: int) -> dict[str, frozenset[str]]:
    """Everyone said to stand so many generations above by birth, in whichever direction it was written, and by which kinds."""
    found = forebears(person.relations(), person.id)
    return {id: kinds for id, (above, kinds) in found.items() if above == generations}


def _of_sex(person: PersonView, parents: dict[str, frozenset[str]], said: frozenset[str], sex: str) -> list[str]:
    """Those of them who are the mother (or the father) by the kind, or by their sex where the kind does not say."""
    known = {id: PersonView.of(person.known, id).known_person.sex for id in parents}
    return [id for id, kinds in parents.items() if kinds & said or known[id] == sex]


def _parent_age(person: PersonView, shape: ParentAge, rules: InUse) -> Iterator[Match]:
    born = person.born
    mothers = _of_sex(person, _above(person, 1), MOTHERS, "F")
    for each, (generations, _) in forebears(person.relations(), person.id).items() if born is not None else ():
        theirs = PersonView.of(person.known, each).born
        if born is None or theirs is None:
            continue
        leap = person.world.leap_birthdays
        # Certainly, by whichever days of two vague dates of birth speak most for the family.
        too_young = born.last < birthday(theirs.first, shape.youngest * generations, leap)
        too_old = each in mothers and born.first >= birthday(theirs.last, shape.oldest + 1, leap)
        if too_young or too_old:
            why = GRANDPARENT if generations > 1 else None
            yield Match(start_of_day(max(born.last, theirs.last)), (), who=(each,), why=why)


def _birth_parents(person: PersonView, shape: BirthParents, rules: InUse) -> Iterator[Match]:
    if person.born is None:
        return
    # "Son" may be said of an adopted one too; what is asked here is who bore the child.
    by_birth = {id: kinds for id, kinds in _above(person, 1).items() if kinds & SAID_OF_BIRTH}
    for kinds, sex in ((MOTHERS, "F"), (FATHERS, "M")):
        found = _of_sex(person, by_birth, kinds, sex)
        if len(found) > shape.most:
            yield Match(start_of_day(person.born.last), (), who=tuple(found))


def _births_apart(person: PersonView, shape: BirthsApart, rules: InUse) -> Iterator[Match]:
    born = person.born
    twins = {
        other
        for link in person.relations()
        if link.kind in BORN_TOGETHER
        for other in (link.from_person, link.to_person)
        if other != person.id
    }
    for each in sorted(twins | _of_one_mother(person)) if born is not None else ():
        theirs = PersonView.of(person.known, each).born
        if born is None or theirs is None:
            continue
        least, most = _days_apart(born, theirs)
        too_far = each in twins and least > shape.twin_days
        # Neither twins nor one after the other, however early the second came.
        too_near = each not in twins and least > shape.days and most < shape.weeks * 7
        if too_far or too_near:
            yield Match(start_of_day(max(born.last, theirs.last)), (), who=(each,), why=TWINS if too_far else None)


TWINS = "By the dates of birth on record, {who} was not born together with this person. Is a date wrong, or are they not twins?"


def _of_one_mother(person: PersonView) -> set[str]:
    mothers = _of_sex(person, _above(person, 1), MOTHERS, "F")
    below = (link for id in mothers for link in PersonView.of(person.known, id).relations())
    others = {other for link in below for other in (link.from_person, link.to_person)} - {person.id}
    return {id for id in others if set(_mothers_of(person, id)) & set(mothers)}


def _mothers_of(person: PersonView, id: str) -> list[str]:
    other = PersonView.of(person.known, id)
    return _of_sex(other, _above(other, 1), MOTHERS, "F")


def _days_apart(one: When, other: When) -> tuple[int, int]:
    """How many days there are between two births at the least and at the most."""
    ends = (other.first - one.last, one.first - other.last)
    return max(0, *(each.days for each in ends)), max((other.last - one.first).days, (one.last - other.first).days)


def _parent_dead(person: PersonView, shape: ParentDead, rules: InUse) -> Iterator[Match]:
    born, parents = person.born, _above(person, 1)
    mothers = _of_sex(person, parents, MOTHERS, "F")
    for each in parents if born is not None else ():
        died = PersonView.of(person.known, each).died
        if born is None or died is None:
            continue
        # A child is born on the day of its mother's death, and up to a pregnancy's length after its father's.
        since = timedelta() if each in mothers else timedelta(weeks=shape.weeks)
        if died.happened.last + since < born.first:
            yield Match(max(start_of_day(born.last), seen_at(died.happened)), (died,), who=(each,))


MEANINGS.update({ParentAge: _parent_age, BirthParents: _birth_parents, BirthsApart: _births_apart, ParentDead: _parent_dead})
