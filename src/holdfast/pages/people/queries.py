"""What is read of one person: what is stated of them, and in whose family they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.access.decide import may
from holdfast.access.details_shown import details_for
from holdfast.access.kept_back_matters import everybody, readable
from holdfast.access.named_in_words import Known
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.record.models import Person, PersonFact
from holdfast.record.person_details import PersonDetails
from holdfast.record.read import entries_about_of, network, people, relationships, world_of
from holdfast.record.shared_identity import alike_on_record, in_words
from holdfast.vocabulary.stated_facts import StatedFact
from holdfast.vocabulary.world import KnownRelationship, World, WorldNames

SOMEBODY = "somebody whose record you may not open"
LIFE = ("death_recorded", "birth_recorded", "entry_withdrawn")


@dataclass(frozen=True)
class PersonFound:
    """A person with what is stated of them and how they are related."""

    id: str
    world: World
    details: PersonDetails
    ties: tuple[KnownRelationship, ...]
    moment: Moment
    grown_since: frozenset[str] = frozenset()
    """Those whose age the record did not know then, and who by what is known now were grown up."""

    @property
    def children(self) -> tuple[str, ...]:
        """Those whose mother, aunt or carer they are, in the order recorded."""
        return tuple(link.to_person for link in self.ties if link.from_person == self.id)

    def view(self, id: str) -> PersonView:
        """Somebody near, as the record knows them at the page's moment."""
        return PersonView(RecordView(self.world, self.moment), id)

    def is_adult(self, id: str) -> bool:
        """Whether somebody near is grown up on the page's day."""
        return id in self.grown_since or self.view(id).is_adult(self.details.day)

    @property
    def names(self) -> WorldNames:
        return self.world.names


def person_found(request: PageRequest, person_id: str) -> PersonFound | None:
    """The person as this reader may know them; nobody where there is none of this id."""
    moment = request.moment
    if not Person.objects.filter(pk=person_id).exists():
        return None
    near = network(person_id, moment, hops=1)
    # Deaths and births of anybody near: an entry about a mother's death may be about her children and not about her.
    entries = readable(world_of(near, entries_about_of(near, LIFE, moment), moment), request.user.worker, moment).entries
    world = world_of(near, entries, moment)
    details = details_for(request.user.worker, [person_id], moment)[person_id]
    ties = tuple(each for each in relationships(near, moment) if person_id in (each.from_person, each.to_person))
    grown = _grown_since(near, request, details.day) if request.in_the_past else frozenset[str]()
    return PersonFound(person_id, world, details, ties, moment, grown)


def _grown_since(near: Iterable[str], request: PageRequest, day: date) -> frozenset[str]:
    now = Moment.live(request.at)
    known = RecordView(world_of(list(near), (), now), now)
    return frozenset(each for each in near if PersonView(known, each).is_adult(day))


def known_around(person_id: str, request: PageRequest) -> Known:
    """Whom somebody may mean who says who must not know about this person: those who work here, and the family by name."""
    near = people(network(person_id, Moment.live(request.at)), Moment.live(request.at))
    return everybody({id: each.name for id, each in near.items() if each.name})


def standing(request: PageRequest, person_id: str, id: str) -> StatedFact | None:
    """What a row, or the entry that alone says it, states now, where this reader may know it."""
    details = details_for(request.user.worker, [person_id], Moment.live(request.at))[person_id]
    every = (*details.facts, *details.ended, *details.safe_addresses)
    return next((each for each in every if id in (each.id, each.entry if not each.id else None)), None)


def also_has_number(request: PageRequest, person_id: str) -> tuple[str, ...]:
    """Whom else an NHS number of this person is recorded for: by name for a reader who may open their record."""
    moment = Moment.live(request.at)
    pairs = alike_on_record(people([person_id], moment), request.at, numbers_alone=True)
    return tuple(
        in_words(pair.other) if may(request.user, Permission.SEE_PERSON, pair.other.id, moment) else SOMEBODY for pair in pairs
    )


def fact_of(request: PageRequest, person_id: str, fact_id: str) -> tuple[PersonFact, StatedFact] | None:
    """One row that stands and that this reader may know, and what it says."""
    said = standing(request, person_id, fact_id)
    row = PersonFact.objects.filter(pk=fact_id, person=person_id).first() if said is not None else None
    return (row, said) if row is not None and said is not None else None
