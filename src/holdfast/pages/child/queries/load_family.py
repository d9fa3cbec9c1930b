"""Reading a child and their family from the database, and who has been told what about them."""

from holdfast.access.details_shown import details_for
from holdfast.access.kept_back_matters import readable
from holdfast.duty.rota import staffed
from holdfast.engine.reference.person_view import PARENTS
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.pages.child.queries.case import CaseFamily
from holdfast.record.models import Worker
from holdfast.record.read import network, relationships, world_of_family


def family_around(person: str, moment: Moment, *, reader: Worker | None) -> CaseFamily:
    """The family around somebody as the record knew it at the moment, with the duty rota and the hours of those who work here,
    and without what is kept back from the ``reader``."""
    world = staffed(readable(world_of_family(_everyone(person, moment), moment), reader, moment), moment.as_at)
    # Made twice, because a roster names workers as a family does and a family holds its roster; the world is read only once.
    family = CaseFamily(world, moment, details=details_for(reader, world.people, moment))
    roster = Roster(world, moment, name=family.names.worker, history=family.history)
    return CaseFamily(world, moment, roster=roster, details=family.details)


def _everyone(person: str, moment: Moment) -> list[str]:
    """The family around somebody, and around each of their brothers and sisters: an aunt of one is somebody to know for all."""
    near = network(person, moment)
    parents: dict[str, set[str]] = {}
    for link in relationships(near, moment):
        if link.kind in PARENTS:
            parents.setdefault(link.to_person, set()).add(link.from_person)
    # By a parent in common and not by a recorded "sibling": half-brothers are often recorded only through their mother.
    siblings = [id for id, theirs in parents.items() if id != person and theirs & parents.get(person, set())]
    # One step round each sibling, not two: an aunt of one is to be known for all, her own neighbours' family is not.
    return sorted({*near, *(id for sibling in siblings for id in network(sibling, moment, hops=1))})


def phones() -> dict[str, str]:
    """Telephone numbers of workers who have one."""
    return dict(Worker.objects.exclude(phone="").values_list("pk", "phone"))
