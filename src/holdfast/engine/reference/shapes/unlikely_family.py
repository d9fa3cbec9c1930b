"""What the shapes of a family that can hardly be mean: by dates that are certain, and by who is whose parent by birth."""

from collections.abc import Iterator
from datetime import timedelta

from holdfast.engine.reference.findings import seen_at
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.shapes.matches import MEANINGS, Match
from holdfast.engine.rulebook import InUse
from holdfast.kernel.birthdays import birthday
from holdfast.kernel.when import start_of_day
from holdfast.rules.shapes import BirthParents, ParentAge, ParentDead
from holdfast.vocabulary.kinship import BY_BIRTH, FATHERS, MOTHERS


def _parents(person: PersonView) -> list[str]:
    """Everyone said to be a parent by birth, in one order however they were recorded."""
    return sorted({link.from_person for link in person.relations() if link.to_person == person.id and link.kind in BY_BIRTH})


def _of_sex(person: PersonView, kinds: frozenset[str], sex: str) -> list[str]:
    """Those of them who are the mother (or the father) by the kind, or by their sex where the kind does not say."""
    said = {link.from_person for link in person.relations() if link.to_person == person.id and link.kind in kinds}
    unsaid = {link.from_person for link in person.relations() if link.to_person == person.id and link.kind in BY_BIRTH}
    unsaid = {each for each in unsaid if PersonView.of(person.known, each).known_person.sex == sex}
    return sorted(said | unsaid)


def _parent_age(person: PersonView, shape: ParentAge, rules: InUse) -> Iterator[Match]:
    born, mothers = person.born, _of_sex(person, MOTHERS, "F")
    for each in _parents(person) if born is not None else ():
        theirs = PersonView.of(person.known, each).born
        if born is None or theirs is None:
            continue
        leap = person.world.leap_birthdays
        # Certainly, by whichever days of two vague dates of birth speak most for the family.
        too_young = born.last < birthday(theirs.first, shape.youngest, leap)
        too_old = each in mothers and born.first >= birthday(theirs.last, shape.oldest + 1, leap)
        if too_young or too_old:
            yield Match(start_of_day(max(born.last, theirs.last)), (), who=(each,))


def _birth_parents(person: PersonView, shape: BirthParents, rules: InUse) -> Iterator[Match]:
    if person.born is None:
        return
    for kinds, sex in ((MOTHERS, "F"), (FATHERS, "M")):
        found = _of_sex(person, kinds, sex)
        if len(found) > shape.most:
            yield Match(start_of_day(person.born.last), (), who=tuple(found))


def _parent_dead(person: PersonView, shape: ParentDead, rules: InUse) -> Iterator[Match]:
    born, mothers = person.born, _of_sex(person, MOTHERS, "F")
    for each in _parents(person) if born is not None else ():
        died = PersonView.of(person.known, each).died
        if born is None or died is None:
            continue
        # A child is born on the day of its mother's death, and up to a pregnancy's length after its father's.
        since = timedelta() if each in mothers else timedelta(weeks=shape.weeks)
        if died.happened.last + since < born.first:
            yield Match(max(start_of_day(born.last), seen_at(died.happened)), (died,), who=(each,))


MEANINGS.update({ParentAge: _parent_age, BirthParents: _birth_parents, ParentDead: _parent_dead})
