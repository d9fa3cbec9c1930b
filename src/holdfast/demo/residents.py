"""Families: who is in them, what they are called, how they belong to one another."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from rapidfuzz.distance import Levenshtein

from holdfast.demo.days import years_before
from holdfast.demo.seeds import chance, ident
from holdfast.demo.staff import school_for
from holdfast.demo.stock.names import COMMUNITIES, Community
from holdfast.demo.stock.town import PRACTICES, STREETS
from holdfast.kernel.when import When
from holdfast.vocabulary.world import KnownPerson, KnownRelationship, PersonName

BIRTHS_APART = (440, 1700)
"""Days between one child's birth and the next."""


@dataclass
class Resident:
    """A person while a family is being made. ``born`` is missing for a baby who is expected on ``expected``."""

    id: str
    given: str | None
    family: str | None
    sex: str
    born: date | None
    expected: date | None = None
    nhs_number: str | None = None
    alias: PersonName | None = None
    telephone: str | None = None
    # Their own, where they do not live with the children.
    address: str | None = None

    @property
    def called(self) -> str:
        """What people call them."""
        return self.given or "the baby"

    def age(self, day: date) -> int:
        """Whole years on a day; below nothing before birth."""
        return -1 if self.born is None or day < self.born else int((day - self.born).days / 365.25)

    def person(self) -> KnownPerson:
        """As the record knows them."""
        names = [PersonName("usual", self.given, self.family)] if self.given or self.family else []
        born = When.day(self.born) if self.born else None
        expected = When.day(self.expected) if self.expected else None
        return KnownPerson(self.id, (*names, *((self.alias,) if self.alias else ())), born, self.sex, self.nhs_number, expected)


@dataclass
class InventedFamily:
    """``adults`` are those who care for the children now, mother first where there is one; ``relatives`` everybody else."""

    key: str
    community: Community
    children: list[Resident] = field(default_factory=list)
    adults: list[Resident] = field(default_factory=list)
    relatives: list[Resident] = field(default_factory=list)
    relationships: list[KnownRelationship] = field(default_factory=list)
    address: str = ""
    practice: str = ""
    shape: str = "plain"

    @property
    def everybody(self) -> list[Resident]:
        """Children first."""
        return [*self.children, *self.adults, *self.relatives]

    @property
    def mum(self) -> Resident:
        """Whoever is asked for first."""
        return self.adults[0]

    @property
    def dad(self) -> Resident:
        """The other adult, at home or not; the first where there is one alone."""
        return next((each for each in (*self.adults[1:], *self.relatives) if each.sex == "M"), self.adults[0])

    @property
    def carer(self) -> Resident | None:
        """A relative who might have the children."""
        women = [each for each in self.relatives if each.sex == "F"]
        return women[0] if women else None

    def relate(self, one: Resident, other: Resident, kind: str, *, responsible: bool | None = None) -> None:
        """``one`` is the ``kind`` of ``other``."""
        start = When.day(other.born) if kind in ("mother", "father") and other.born else None
        self.relationships.append(KnownRelationship(one.id, other.id, kind, responsible, start, None))

    def alive(self, day: date) -> list[Resident]:
        """The children who were born by a day."""
        return [child for child in self.children if child.born and child.born <= day]

    def school_of(self, child: Resident, day: date) -> str | None:
        """Where the child goes on a day."""
        return school_for(child.age(day), sum(map(ord, self.key)))


class Registry:
    """Makes people, each with an NHS number of the range kept for tests, and no two adults of a family nearly alike in name."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.numbers = self._numbers()
        self.streets = chance("streets")

    @staticmethod
    def _numbers() -> Iterator[str]:
        # The range that the NHS keeps for tests: no number of a living child can be met by chance.
        for number in range(999_100_000, 999_199_999):
            digits = str(number)
            # With the check digit that a real one has, so that what refuses a wrong number is tried by the demonstration too.
            check = (11 - sum(int(digit) * (10 - place) for place, digit in enumerate(digits)) % 11) % 11
            if check != 10:
                yield f"{digits}{check}"

    def family(self, key: str) -> tuple[InventedFamily, Random]:
        """A family with nobody in it yet, and its chance."""
        rng = chance("family", key)
        made = InventedFamily(key, rng.choice(COMMUNITIES), practice=rng.choice(PRACTICES))
        made.address = f"{rng.randrange(1, 140)} {rng.choice(STREETS)}, Northmere NM{rng.randrange(1, 9)} {rng.randrange(1, 9)}XX"
        return made, rng

    def adult(self, family: InventedFamily, rng: Random, sex: str, age: float, name: str | None = None) -> Resident:
        """A grown-up, with a family name of the community or the one given; some people have one name only."""
        given = self._given(family, rng, sex)
        surname = family.community.family_name(name or rng.choice(family.community.family), sex)
        # Plenty of people have one name. A form or a page that needs two would show it here first.
        if family.community.single and name is None and rng.random() < 0.25:
            surname = None
        id = ident("person", family.key, len(family.everybody))
        return Resident(id, given, surname, sex, years_before(self.today, age) - timedelta(days=rng.randrange(360)))

    def child(self, family: InventedFamily, rng: Random, born: date, surname: str | None, sex: str | None = None) -> Resident:
        """A child born on a day, or expected on it when it is still to come."""
        sex = sex or rng.choice("FM")
        id = ident("person", family.key, len(family.everybody))
        # Somebody who is not born has no name, no number and no sex that is known: only the day they are expected.
        unborn = born > self.today
        given = None if unborn else self._given(family, rng, sex)
        number = None if unborn else next(self.numbers)
        surname = family.community.family_name(surname, sex) if surname else None
        return Resident(
            id, given, surname, "U" if unborn else sex, None if unborn else born, born if unborn else None, nhs_number=number
        )

    def _given(self, family: InventedFamily, rng: Random, sex: str) -> str:
        names = family.community.girls if sex == "F" else family.community.boys
        taken = [each.given.casefold() for each in family.everybody if each.given]
        for _ in range(80):
            name = rng.choice(names)
            # Two of a family who are nearly alike in name are a story (the Brannigans), and must not come by chance: every page
            # would warn of them.
            if all(Levenshtein.distance(name.casefold(), other) > 1 for other in taken):
                return name
        return f"{name} {rng.choice(names)}"


def births(rng: Random, today: date, youngest: float, count: int) -> list[date]:
    """Birthdays of brothers and sisters, oldest first; nobody older than seventeen."""
    days = [years_before(today, youngest)]
    while len(days) < count:
        earlier = days[-1] - timedelta(days=rng.randrange(*BIRTHS_APART))
        # Nobody turns eighteen within months of the day it is made, which would end what is open about them.
        if (today - earlier).days > 17.6 * 365:
            break
        days.append(earlier)
    return days[::-1]
