"""The children an organisation knows: those in whose record it has had a part. A school's roll, as far as Holdfast sees it.

Nobody is offered any other child to choose: a list to pick from must not become a way of finding out whom the record knows."""

from dataclasses import dataclass

from django.db.models import Q

from holdfast.kernel.calendar import add_months
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.record.agency_part import people_known_to
from holdfast.record.models import Relationship, Worker
from holdfast.record.read import people
from holdfast.vocabulary.world import KnownPerson

CHILDHOOD = 18 * 12  # months
_GROWN = ("mother", "father", "parent", "grand", "aunt", "uncle", "partner", "carer", "guardian")


@dataclass(frozen=True, order=True)
class KnownChild:
    """A child to choose from: the name to sort by, the name to say, and what tells them from a namesake."""

    sort: tuple[str, str]
    id: str
    name: str
    born: str

    @property
    def in_words(self) -> str:
        """ "Ava Hughes, born 3 May 2009"."""
        return f"{self.name}, born {self.born}" if self.born else f"{self.name}, date of birth not known"


def known_to(worker: Worker | None, moment: Moment) -> list[KnownChild]:
    """The children whom the worker's organisation knows, by last name. Somebody without an organisation knows none."""
    if worker is None or worker.organisation is None:
        return []
    ids = people_known_to(worker.organisation.pk, worker.organisation.name, moment)
    # Adults have entries about them too. Most have no date of birth in the record, so being somebody's parent tells them apart.
    grown = Relationship.objects.filter(_any(kind__contains=_GROWN), from_person__in=ids)
    parents = set(grown.values_list("from_person_id", flat=True))
    return sorted(_listed(person) for id, person in people(ids, moment).items() if _is_child(person, id in parents, moment))


def _any(**lookup: tuple[str, ...]) -> Q:
    ((name, values),) = lookup.items()
    condition = Q()
    for value in values:
        condition |= Q(**{name: value})
    return condition


def _is_child(person: KnownPerson, is_parent: bool, moment: Moment) -> bool:
    """A grown-up whose age nobody knows shows by having a child."""
    if person.born is None:
        return not is_parent
    return add_months(person.born.last, CHILDHOOD) > london_day(moment.as_at)


def _listed(person: KnownPerson) -> KnownChild:
    # The usual name, which may not be the legal one: it is what the child is called where the list is read.
    usual = next((each for each in person.names if each.use == "usual"), next(iter(person.names), None))
    sort = ((usual.family or usual.given or "") if usual else "", (usual.given or "") if usual else "")
    return KnownChild(
        sort=(sort[0].casefold(), sort[1].casefold()),
        id=person.id,
        name=person.name if person.names else "A child whose name is not known",
        born=person.born.in_words() if person.born else "",
    )
