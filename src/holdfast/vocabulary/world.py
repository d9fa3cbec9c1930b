"""A case as it is known: its people, organisations, relationships and entries, as the engine reads them. The rows of the record
are in ``record/models``."""

from collections.abc import Mapping
from dataclasses import dataclass

from holdfast.kernel.birthdays import ON_1_MARCH
from holdfast.kernel.when import When
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.stated_facts import StatedFact
from holdfast.vocabulary.working_hours import KnownShift, StatedHours


@dataclass(frozen=True)
class KnownOrganisation:
    """An agency or a service. ``kind`` is plain text such as ``school`` or ``childrens_social_care``."""

    id: str
    kind: str
    name: str


@dataclass(frozen=True)
class KnownWorker:
    """A professional. ``role`` is plain text such as ``social_worker``; ``manager`` is another worker's id."""

    id: str
    name: str
    organisation: str | None = None
    role: str | None = None
    manager: str | None = None


@dataclass(frozen=True)
class PersonName:
    """A name somebody goes by. Either part may be missing: plenty of people have one name."""

    use: str | None = None
    given: str | None = None
    family: str | None = None

    def __str__(self) -> str:
        return " ".join(part for part in (self.given, self.family) if part)


@dataclass(frozen=True)
class KnownPerson:
    """A child or an adult. ``born`` is as precise as it is known, ``expected`` the date a baby is due; the expected date
    is never the date of birth. ``nhs_number`` is ten digits without spaces. ``facts`` are read for carrying a case elsewhere: a
    page asks for what is stated of people at its own moment."""

    id: str
    names: tuple[PersonName, ...] = ()
    born: When | None = None
    sex: str | None = None
    nhs_number: str | None = None
    expected: When | None = None
    facts: tuple[StatedFact, ...] = ()

    @property
    def name(self) -> str:
        """The usual name, else the first there is, else the id."""
        # Names without any letters are left out first: imported records hold empty ones.
        usual = sorted((name for name in self.names if str(name)), key=lambda name: name.use != "usual")
        return str(usual[0]) if usual else self.id


@dataclass(frozen=True)
class KnownRelationship:
    """``from_person`` is the ``kind`` (``mother``, ``half_sibling``) of ``to_person``, from ``start`` until ``end``.
    ``parental_responsibility`` of ``None`` means it is not recorded."""

    from_person: str
    to_person: str
    kind: str
    parental_responsibility: bool | None = None
    start: When | None = None
    end: When | None = None


@dataclass(frozen=True)
class World:
    """Everything one case holds. ``leap_birthdays`` says how birthdays on 29 February count in a year without one."""

    organisations: Mapping[str, KnownOrganisation]
    workers: Mapping[str, KnownWorker]
    people: Mapping[str, KnownPerson]
    relationships: tuple[KnownRelationship, ...]
    entries: tuple[Entry, ...]
    # Carried by the case, since a partnership chooses it and every age in the case has to follow the same choice.
    leap_birthdays: str = ON_1_MARCH
    # Where nothing is said the usual hours hold, and no rota is kept.
    hours: tuple[StatedHours, ...] = ()
    rota: tuple[KnownShift, ...] = ()

    @property
    def names(self) -> "WorldNames":
        """The names of this case, for sentences."""
        return WorldNames(self)


@dataclass(frozen=True)
class WorldNames:
    """:class:`~holdfast.vocabulary.base.NameLookup` over a world."""

    world: World

    # An id that is not there comes back as it is, so that a sentence about a missing person is still a sentence.
    def person(self, id: str) -> str:
        found = self.world.people.get(id)
        return found.name if found else id

    def worker(self, id: str) -> str:
        found = self.world.workers.get(id)
        return found.name if found else id

    def organisation(self, id: str) -> str:
        found = self.world.organisations.get(id)
        return found.name if found else id
