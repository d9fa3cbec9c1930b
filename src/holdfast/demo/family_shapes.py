"""The shapes a family can have. Each function makes one family of that shape."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

from holdfast.demo.days import years_before
from holdfast.demo.residents import InventedFamily, Registry, Resident, births
from holdfast.demo.seeds import chance
from holdfast.vocabulary.world import PersonName

Shape = Callable[[Registry, str, float, int], InventedFamily]


def _parents(registry: Registry, family: InventedFamily, rng: Random, eldest_age: float) -> tuple[Resident, Resident]:
    mother = registry.adult(family, rng, "F", eldest_age + rng.uniform(17, 33))
    family.adults.append(mother)
    father = registry.adult(family, rng, "M", eldest_age + rng.uniform(18, 38))
    return mother, father


def _children(registry: Registry, family: InventedFamily, rng: Random, days: list, surname: str | None) -> list[Resident]:
    made = []
    for day in days:
        child = registry.child(family, rng, day, surname)
        family.children.append(child)
        made.append(child)
    return made


def _belong(
    family: InventedFamily, mother: Resident, father: Resident | None, children: list[Resident], *, named: bool = True
) -> None:
    for child in children:
        family.relate(mother, child, "mother", responsible=True)
        if father is not None:
            # Whether an unmarried father has a say in law depends on the birth certificate, and a worker has to have asked: here
            # and there it is not recorded.
            family.relate(father, child, "father", responsible=True if named else None)


def two_parents(registry: Registry, key: str, youngest: float, count: int) -> InventedFamily:
    """Two parents at home, one family name."""
    family, rng = registry.family(key)
    days = births(rng, registry.today, youngest, count)
    mother, father = _parents(registry, family, rng, (registry.today - days[0]).days / 365)
    family.adults.append(father)
    _belong(family, mother, father, _children(registry, family, rng, days, father.family or mother.family))
    family.relate(father, mother, "partner")
    return _with_grandmother(registry, family, rng, mother)


def mother_alone(registry: Registry, key: str, youngest: float, count: int) -> InventedFamily:
    """A mother alone; the father lives elsewhere and sees the children or does not."""
    family, rng = registry.family(key)
    family.shape = "mother_alone"
    days = births(rng, registry.today, youngest, count)
    mother, father = _parents(registry, family, rng, (registry.today - days[0]).days / 365)
    family.relatives.append(father)
    _belong(family, mother, father, _children(registry, family, rng, days, mother.family), named=rng.random() < 0.7)
    family.relate(father, mother, "former_partner")
    return _with_grandmother(registry, family, rng, mother)


def half_siblings(registry: Registry, key: str, youngest: float, count: int) -> InventedFamily:
    """Two fathers: the elder children's lives elsewhere, the younger children's is at home."""
    family, rng = registry.family(key)
    family.shape = "half_siblings"
    days = births(rng, registry.today, youngest, max(count, 2))
    mother, first = _parents(registry, family, rng, (registry.today - days[0]).days / 365)
    family.relatives.append(first)
    second = registry.adult(family, rng, "M", 24 + rng.uniform(0, 18))
    family.adults.append(second)
    cut = max(1, len(days) // 2)
    elder = _children(registry, family, rng, days[:cut], first.family)
    younger = _children(registry, family, rng, days[cut:], second.family)
    _belong(family, mother, first, elder)
    _belong(family, mother, second, younger)
    for child in elder:
        family.relate(second, child, "stepfather")
    family.relate(first, mother, "former_partner")
    family.relate(second, mother, "partner")
    return _with_grandmother(registry, family, rng, mother)


def twins(registry: Registry, key: str, youngest: float, count: int) -> InventedFamily:
    """Twins, with an elder child or none."""
    family, rng = registry.family(key)
    family.shape = "twins"
    day = years_before(registry.today, youngest)
    elder = births(rng, registry.today, youngest + 2.5, max(count - 2, 0)) if count > 2 else []
    mother, father = _parents(registry, family, rng, (registry.today - (elder or [day])[0]).days / 365)
    family.adults.append(father)
    family.relate(father, mother, "partner")
    children = _children(registry, family, rng, elder, father.family)
    sex = rng.choice("FM")
    for _ in range(2):
        child = registry.child(family, rng, day, father.family, sex)
        family.children.append(child)
        children.append(child)
    family.relate(children[-2], children[-1], "twin")
    _belong(family, mother, father, children)
    return _with_grandmother(registry, family, rng, mother)


def with_grandparents(registry: Registry, key: str, youngest: float, count: int) -> InventedFamily:
    """The grandparents have the children; the mother comes and goes."""
    family, rng = registry.family(key)
    family.shape = "with_grandparents"
    days = births(rng, registry.today, youngest, count)
    eldest = (registry.today - days[0]).days / 365
    grandmother = registry.adult(family, rng, "F", eldest + rng.uniform(40, 55))
    family.adults.append(grandmother)
    grandfather = registry.adult(family, rng, "M", eldest + rng.uniform(42, 60), grandmother.family)
    family.adults.append(grandfather)
    mother = registry.adult(family, rng, "F", eldest + rng.uniform(17, 25), grandmother.family)
    family.relatives.append(mother)
    children = _children(registry, family, rng, days, mother.family)
    _belong(family, mother, None, children)
    family.relate(grandmother, mother, "mother")
    family.relate(grandfather, mother, "father")
    for child in children:
        family.relate(grandmother, child, "maternal_grandmother")
        family.relate(grandfather, child, "maternal_grandfather")
    return family


def two_mothers(registry: Registry, key: str, youngest: float, count: int) -> InventedFamily:
    """Two mothers, both with parental responsibility."""
    family, rng = registry.family(key)
    family.shape = "two_mothers"
    days = births(rng, registry.today, youngest, count)
    eldest = (registry.today - days[0]).days / 365
    one = registry.adult(family, rng, "F", eldest + rng.uniform(24, 36))
    family.adults.append(one)
    other = registry.adult(family, rng, "F", eldest + rng.uniform(24, 36))
    family.adults.append(other)
    children = _children(registry, family, rng, days, f"{one.family or ''}-{other.family or ''}".strip("-") or None)
    for child in children:
        family.relate(one, child, "mother", responsible=True)
        family.relate(other, child, "parent", responsible=True)
    family.relate(one, other, "partner")
    return family


def father_alone(registry: Registry, key: str, youngest: float, count: int) -> InventedFamily:
    """A father alone; the mother has died."""
    family, rng = registry.family(key)
    family.shape = "father_alone"
    days = births(rng, registry.today, youngest, count)
    father = registry.adult(family, rng, "M", (registry.today - days[0]).days / 365 + rng.uniform(20, 36))
    family.adults.append(father)
    children = _children(registry, family, rng, days, father.family)
    for child in children:
        family.relate(father, child, "father", responsible=True)
    return family


def expecting(registry: Registry, key: str, youngest: float, count: int) -> InventedFamily:
    """A baby on the way, in a family that may have others."""
    family = (mother_alone if count % 2 else two_parents)(registry, key, max(youngest, 1.2), count)
    rng = chance("expecting", key)
    family.shape = "expecting"
    due = registry.today + timedelta(days=rng.randrange(30, 110))
    baby = registry.child(family, rng, due, family.mum.family)
    family.children.append(baby)
    family.relate(family.mum, baby, "mother", responsible=True)
    return family


def _with_grandmother(registry: Registry, family: InventedFamily, rng: Random, mother: Resident) -> InventedFamily:
    if rng.random() < 0.6 and mother.born is not None:
        age = (registry.today - mother.born).days / 365 + rng.uniform(18, 34)
        nan = registry.adult(family, rng, "F", age, mother.family)
        if rng.random() < 0.3:
            nan.alias = PersonName("alias", "Nan", None)
        family.relatives.append(nan)
        family.relate(nan, mother, "mother")
        for child in family.children:
            family.relate(nan, child, "maternal_grandmother")
    return family


SHAPES: tuple[tuple[Shape, int], ...] = (
    # Near enough how families are, with every shape in it: what only shows for twins or for two mothers should show.
    (two_parents, 7),
    (mother_alone, 6),
    (half_siblings, 3),
    (twins, 1),
    (with_grandparents, 1),
    (two_mothers, 1),
    (father_alone, 1),
)
"""How often each shape is dealt."""


def make(registry: Registry, key: str, rng: Random, shape: Shape | None = None, *, at_least: float = 0) -> InventedFamily:
    """A family of some shape, some size, some age; the youngest child ``at_least`` so many years old."""
    chosen = shape or rng.choices([each for each, _ in SHAPES], [weight for _, weight in SHAPES])[0]
    youngest = rng.choice((0.4, 0.9, 1.6, 2.4, 3.5, 4.8, 6.2, 7.7, 9.1, 11.0, 13.2, 15.0)) + rng.uniform(0, 0.5)
    # A plan that began a year ago is about children who were there a year ago.
    youngest = max(youngest, at_least)
    count = rng.choices((1, 2, 3, 4, 6), (34, 36, 18, 9, 3))[0]
    return chosen(registry, key, youngest, count)
