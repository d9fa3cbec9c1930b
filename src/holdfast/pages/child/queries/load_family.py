"""Reading a child and their family from the database, and who has been told what about them."""

from holdfast.duty.models import Delivery
from holdfast.duty.rota import on_shift
from holdfast.engine.reference.person_view import PARENTS
from holdfast.engine.responsibility.roster import Roster
from holdfast.identity.search import addresses_of
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import day_in_words, london_day
from holdfast.pages.child.presenters.child_signals import raised
from holdfast.pages.child.queries.case import Case, Family
from holdfast.record.models import Worker
from holdfast.record.projection.derivation import alert_id
from holdfast.record.read import network, relationships, world_of_family


def family_around(person: str, moment: Moment) -> Family:
    """The family around somebody as the record knew it at the moment, with the duty rota."""
    world = world_of_family(_everyone(person, moment), moment)
    family = Family(world, moment, addresses=addresses_of(world.people, moment))
    roster = Roster(world, moment, rota=on_shift(moment.as_at), name=family.names.worker, chains=family.chains)
    return Family(world, moment, roster=roster, addresses=family.addresses)


def _everyone(person: str, moment: Moment) -> list[str]:
    """The family around somebody, and around each of their brothers and sisters: an aunt of one is somebody to know for all."""
    near = network(person, moment)
    parents: dict[str, set[str]] = {}
    for link in relationships(near, moment):
        if link.kind in PARENTS:
            parents.setdefault(link.to_person, set()).add(link.from_person)
    siblings = [id for id, theirs in parents.items() if id != person and theirs & parents.get(person, set())]
    return sorted({*near, *(id for sibling in siblings for id in network(sibling, moment, hops=1))})


def phones() -> dict[str, str]:
    """Telephone numbers of workers who have one."""
    return dict(Worker.objects.exclude(phone="").values_list("pk", "phone"))


def told_of(case: Case) -> dict[str, tuple[str, ...]]:
    """Who has been told of each signal by the case's moment, by the signal's key: "Sam Poole, 3 Nov 2019, has read it"."""
    keys = {alert_id(case.id, what.key): what.key for _, what in raised(case)}
    rows = Delivery.objects.filter(kind=Delivery.Kind.ALERT, matter__in=list(keys), told_at__lte=case.moment.as_at)
    found: dict[str, list[str]] = {}
    for row in rows.select_related("worker").order_by("told_at", "rung", "id"):
        name = row.worker.name if row.worker else "the on-call mailbox"
        read = row.read_at is not None and row.read_at <= case.moment.as_at
        said = f"{name}, {day_in_words(london_day(row.told_at))}, {'has read it' if read else 'has not read it yet'}"
        found.setdefault(keys[row.matter], []).append(said)
    return {key: tuple(dict.fromkeys(lines)) for key, lines in found.items()}
