"""One person as the record knows them at a moment: age, birth, family, and whether they are a child."""

from collections.abc import Callable, Hashable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, Literal, TypeVar, cast

from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.record_view import RecordView
from holdfast.engine.reference.version_timeline import PARTNERSHIP as PARTNERSHIP
from holdfast.kernel.birthdays import birthday
from holdfast.kernel.calendar import add_months
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When, london_day
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownPerson, KnownRelationship

# The age at which a child stops being one, for nearly every rule; those that last longer say so themselves.
MAJORITY = 18
PARENTS = frozenset({"mother", "father", "parent", "birth_mother", "birth_father", "adoptive_mother", "adoptive_father"})
GROWN_UP = PARENTS | {
    "aunt",
    "carer",
    "former_partner",
    "foster_carer",
    "grandfather",
    "grandmother",
    "grandparent",
    "guardian",
    "husband",
    "maternal_grandfather",
    "maternal_grandmother",
    "partner",
    "paternal_grandfather",
    "paternal_grandmother",
    "special_guardian",
    "spouse",
    "step_parent",
    "stepfather",
    "stepmother",
    "uncle",
    "wife",
}
BRINGS_UP = PARENTS | {"carer", "foster_carer", "guardian", "special_guardian", "step_parent", "stepfather", "stepmother"}
"""Whose danger is a child's: they live with the child, or might."""
SIBLINGS = frozenset({"sibling", "half_sibling", "brother", "sister", "half_brother", "half_sister", "twin"})

DEATH = "death_recorded"

Found_ = TypeVar("Found_")


def kept(find: Callable[["PersonView"], Found_]) -> Found_:
    """A property of a person that is worked out once: see :meth:`PersonView.keep`."""

    # A property that is cached on the object would be cached for one reading; by way of the state of knowledge it is found
    # again by whoever asks.
    def get(person: "PersonView") -> Found_:
        return person.keep(find.__name__, find)

    return cast("Found_", property(get, doc=find.__doc__))


class PersonView:
    """``person`` as the record knows them. Read only what :class:`~holdfast.engine.reference.record_view.RecordView` shows."""

    def __init__(self, known: RecordView, person: str) -> None:
        self.known = known
        self.id = person
        self.world = known.world
        self._found: dict[Hashable, Any] = {}

    @classmethod
    def of(cls, known: RecordView, person: str) -> "PersonView":
        """``person`` in this state of knowledge, the same one whoever asks: what was worked out for it is kept."""
        # The record keeps it without knowing what it is: it knows nothing of people, and can be read without them.
        return known.keep(("person", person), lambda known: cls(known, person))

    def keep(self, what: Hashable, find: "Callable[[PersonView], Found_]") -> Found_:
        """What ``find`` finds of this person in this state of knowledge, worked out once whoever asks. No generator."""
        if what not in self._found:
            self._found[what] = find(self)
        return cast("Found_", self._found[what])

    @cached_property
    def known_person(self) -> KnownPerson:
        return self.world.people.get(self.id) or KnownPerson(self.id)

    def entries(self, *types: str) -> tuple[Entry, ...]:
        """Entries of these types about this person, oldest first."""
        return self.known.about(self.id, *types)

    @kept
    def born(self) -> When | None:
        """When they were born, by the birth recorded or the date of birth. The expected date is never this."""
        # An entry goes before what the register says: it was written by somebody who knew, and it can be put right.
        for entry in self.known.of("birth_recorded"):
            if value(entry, "child") == self.id:
                return entry.happened
        return self.known_person.born

    @kept
    def died(self) -> Entry | None:
        """The entry that records their death."""
        return next((entry for entry in self.known.of(DEATH) if value(entry, "person") == self.id), None)

    @kept
    def dead_from(self) -> date | None:
        """The day by which they had certainly died: the last it can have been, or the day it was recorded if that came first."""
        if self.died is None:
            return None
        when = self.died.happened
        # Whoever wrote it down in the middle of the month knew of it: nobody waits for the month to be over.
        return max(when.first, min(when.last, london_day(self.died.recorded_at)))

    @kept
    def expected(self) -> bool:
        """Whether the record shows a pregnancy and no birth."""
        if self.born is not None:
            return False
        # A date, or a meeting about a baby who is to be born: either says that there is a pregnancy.
        if self.known_person.expected is not None:
            return True
        return self.before_birth

    @kept
    def before_birth(self) -> bool:
        """Whether anybody met about them, or assessed them, before they were born."""
        return any(value(entry, "kind") == "pre_birth" for entry in self.entries("conference_held", "assessment_started"))

    def unborn_on(self, when: When) -> bool:
        """Whether ``when`` was before the birth."""
        return self.expected if self.born is None else when.last < self.born.first

    def turns(self, years: int) -> date | Unknown:
        """The day they certainly have reached an age."""
        if self.born is None:
            return Unknown("the date of birth")
        # From the last day they can have been born: certainly of age is what is asked.
        return self._birthday(self.born.last, years)

    def _birthday(self, born: date, years: int) -> date:
        return birthday(born, years, self.world.leap_birthdays)

    def under(self, age: int, day: date, unit: Literal["years", "months"] = "years") -> bool | Unknown:
        """Whether they were certainly under an age on ``day``; before birth they are."""
        if self.born is None:
            return True if self.expected else Unknown("the date of birth")
        # A partnership chooses when a birthday of 29 February falls, not how months are counted.
        reaches = self._birthday if unit == "years" else add_months
        if day < reaches(self.born.first, age):
            return True
        return False if day >= reaches(self.born.last, age) else Unknown("the exact date of birth")

    def is_adult(self, day: date) -> bool:
        """Whether they count as an adult on ``day``. Where the date of birth is unknown, a parent or carer of somebody
        is one and anyone else is taken to be a child, so that no child goes without a clock. Somebody who died a child
        never became an adult."""
        if self.born is not None:
            # Doubt about the year keeps somebody a child for longer, so that nobody goes without a clock.
            majority = self._birthday(self.born.last, MAJORITY)
            return day >= majority and (self.died is None or self.died.happened.last >= majority)
        # Of relationships in which they are the parent or carer: a child is at the other end of the same ones.
        return any(link.from_person == self.id and link.kind in GROWN_UP for link in self.world.relationships)

    def is_dead_on(self, day: date) -> bool:
        """Whether they had certainly died by the end of ``day``."""
        return self.dead_from is not None and self.dead_from <= day

    def is_child_on(self, day: date) -> bool:
        """Whether they were living and not an adult on ``day``."""
        return not self.is_adult(day) and (self.died is None or self.died.happened.first > day)

    def relations(self) -> Iterator[KnownRelationship]:
        """Relationships in which this person has either end."""
        return (link for link in self.world.relationships if self.id in (link.from_person, link.to_person))

    @kept
    def parents(self) -> tuple[str, ...]:
        """Mothers and fathers, in the order given."""
        return tuple(
            # Whoever bore the child, and not a stepmother or an adoptive one: visits before the birth are visits to her.
            dict.fromkeys(link.from_person for link in self.relations() if link.to_person == self.id and link.kind in PARENTS)
        )

    def brought_up_by(self, day: date) -> frozenset[str]:
        """Parents, and whoever else was bringing this person up on a day, as far as anybody said."""
        return frozenset(
            link.from_person
            for link in self.relations()
            if link.to_person == self.id and link.kind in BRINGS_UP and (link.end is None or link.end.last >= day)
        )

    def brings_up_a_child(self, day: date) -> bool:
        """Whether a child is known whom this person was bringing up on a day."""
        others = {link.to_person for link in self.relations() if link.from_person == self.id}
        children = (PersonView.of(self.known, each) for each in others)
        return any(each.is_child_on(day) and self.id in each.brought_up_by(day) for each in children)

    @kept
    def mothers(self) -> frozenset[str]:
        """Who carries or bore this child, for reading visits before the birth."""
        return frozenset(
            link.from_person
            for link in self.relations()
            if link.to_person == self.id
            and (link.kind in ("mother", "birth_mother") or (link.kind == "parent" and self._sex(link.from_person) == "F"))
        )

    def _sex(self, person: str) -> str | None:
        found = self.world.people.get(person)
        return found.sex if found else None

    def responsible_adults(self, day: date) -> tuple[str, ...]:
        """Each parent, and each adult recorded as having parental responsibility, who was alive on ``day``. A step-parent
        without it is not one."""
        found = [
            link.from_person
            for link in self.relations()
            if link.to_person == self.id and (link.kind in PARENTS or link.parental_responsibility)
        ]
        return tuple(person for person in dict.fromkeys(found) if not PersonView.of(self.known, person).is_dead_on(day))

    @kept
    def siblings(self) -> tuple[str, ...]:
        """Children who share a parent, or are said to be siblings, whole or half."""
        found: dict[str, None] = {}
        parents = set(self.parents)
        for link in self.world.relationships:
            if link.kind in PARENTS and link.from_person in parents and link.to_person != self.id:
                found[link.to_person] = None
            # Said to be siblings where no parent of both is known: the record of one of them may have been all there was.
            if link.kind in SIBLINGS and self.id in (link.from_person, link.to_person):
                found[link.to_person if link.from_person == self.id else link.from_person] = None
        return tuple(found)

    def names_child(self, entry: Entry, field: str) -> bool:
        """Whether ``field`` of the entry names this child. Before the birth, naming the mother does."""
        rows = listed(entry, field)
        if self.id in rows or any(getattr(row, "child", None) == self.id for row in rows):
            return True
        # Nobody can see a child who is not born. Whoever saw the mother saw to both.
        return field in ("seen", "seen_alone") and self.unborn_on(entry.happened) and not self.mothers.isdisjoint(rows)

    def row(self, entry: Entry, field: str) -> object | None:
        """This child's own row in a list of rows, such as a conference's decisions."""
        return next((row for row in listed(entry, field) if getattr(row, "child", None) == self.id), None)
