"""Who is family of whom, as far as a tie to one child reaches others."""

from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.record.read import network, world_of
from holdfast.vocabulary.world import World


def siblings(world: World, child: str | None) -> frozenset[str]:
    """Brothers and sisters, half or whole: said to be, or with a parent in common."""
    said, parents = set(), set()
    for each in world.relationships:
        if "sibling" in each.kind or each.kind in ("brother", "sister", "half_brother", "half_sister", "twin"):
            if child in (each.from_person, each.to_person):
                said |= {each.from_person, each.to_person}
        elif each.kind in ("mother", "father", "parent") and each.to_person == child:
            parents.add(each.from_person)
    shared = {
        each.to_person
        for each in world.relationships
        if each.kind in ("mother", "father", "parent") and each.from_person in parents
    }
    return frozenset((said | shared) - {child} if child is not None else ())


def family_children(person: str, moment: Moment) -> tuple[str, ...]:
    """The children in the family around a grown-up; none around a child, who is no reason to look at another."""
    family = network(person, moment)
    known, day = RecordView(world_of(family, (), moment), moment), london_day(moment.as_at)
    grown_up = {id for id in family if PersonView(known, id).is_adult(day)}
    return tuple(id for id in family if id not in grown_up) if person in grown_up else ()
