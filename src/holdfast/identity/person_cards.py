"""The face of a card: what tells one child from another at a glance, with a warning where names are alike."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from holdfast.access.kept_back_matters import hidden_about
from holdfast.identity.ages import age, died_in_words
from holdfast.identity.deaths import deaths_of
from holdfast.identity.name_forms import mixes_scripts
from holdfast.identity.same_name import PARENTAL, kind_and_end, name_of, similar
from holdfast.identity.search import addresses_of, parents_of
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, london_day
from holdfast.record.models import Organisation, Worker
from holdfast.vocabulary.world import World

NOT_RECORDED = "not recorded"


@dataclass(frozen=True)
class Card:
    """One child: name, other names, date of birth as known, age, street, school, parents, and what to beware of."""

    id: str
    name: str
    also: tuple[str, ...]
    born: str
    age: str
    street: str
    school: str
    parents: tuple[str, ...]
    beware: tuple[str, ...]


def cards(
    ids: Sequence[str],
    world: World,
    moment: Moment,
    *,
    reader: Worker | None,
    addresses: Mapping[str, tuple[str, ...]] | None = None,
) -> list[Card]:
    """A card for each of ``ids``, in their order, without what is kept back from its ``reader``. ``addresses`` of them and their
    parents, where they were read for this reader already."""
    if addresses is None:
        addresses = addresses_of([*ids, *(parent for id in ids for parent in _parents(id, world))], moment, reader)
    # For all cards at once: twenty children found must not be forty questions.
    hidden = hidden_about(ids, reader, moment)
    schools, deaths = schools_of(ids, moment, hidden), deaths_of(ids, moment, hidden)
    return [
        _card(id, world, moment, street=_street(id, world, addresses), school=schools.get(id), among=ids, died=deaths.get(id))
        for id in ids
    ]


def _parents(id: str, world: World) -> tuple[str, ...]:
    """Parents and others who stand in for them; not the wider family, whom a card has no room for."""
    kinds = {(link.from_person, link.kind) for link in world.relationships if link.to_person == id}
    return tuple(parent for parent in parents_of(world, id) if any(p == parent and kind in PARENTAL for p, kind in kinds))


def _street(id: str, world: World, addresses: Mapping[str, tuple[str, ...]]) -> str:
    """The child's street, else a parent's with whose it is."""
    if addresses.get(id):
        return street(addresses[id][0])
    for parent in _parents(id, world):
        if addresses.get(parent):
            return f"{street(addresses[parent][0])} ({name_of(world.people[parent])}’s)"
    return NOT_RECORDED


def _card(
    id: str, world: World, moment: Moment, *, street: str, school: str | None, among: Sequence[str], died: When | None
) -> Card:
    person = world.people[id]
    old = age(person.born, london_day(moment.as_at), died)
    others = [str(name) for name in person.names if str(name) and str(name) != person.name]
    parents = []
    for parent in _parents(id, world):
        links = [link for link in world.relationships if (link.from_person, link.to_person) == (parent, id)]
        # Of a carer who became a guardian, what they are now.
        now = min(links, key=lambda link: link.end is not None)
        parents.append(f"{kind_and_end(now)}: {name_of(world.people[parent])}")
    born = person.born.in_words() if person.born else NOT_RECORDED
    if person.born is None and person.expected is not None:
        born = f"not born yet, expected {person.expected.in_words()}"
    return Card(
        id=id,
        name=name_of(person),
        also=tuple(dict.fromkeys(others)),
        born=born,
        age=died_in_words(died, old) if person.born or died else "",
        street=street,
        school=school or NOT_RECORDED,
        parents=tuple(dict.fromkeys(parents)),
        beware=_beware(id, among, world),
    )


def _beware(id: str, ids: Sequence[str], world: World) -> tuple[str, ...]:
    name = name_of(world.people[id])
    alike = [other for other in ids if other != id and similar(name, name_of(world.people[other]))]
    found = []
    if alike:
        count = "another child" if len(alike) == 1 else f"{len(alike)} other children"
        found.append(f"Similar name to {count} below or above: check the date of birth")
    if mixes_scripts(name):
        found.append("This name mixes letters of different alphabets: check how it was written")
    return tuple(found)


def street(address: str) -> str:
    """The first line of an address, which is enough to tell two children apart."""
    return address.replace("\n", ",").split(",")[0].strip() or NOT_RECORDED


def schools_of(ids: Sequence[str], moment: Moment, hidden: Collection[str]) -> dict[str, str]:
    """The setting whose attendance was recorded last for each child, without the entries that are ``hidden``."""
    if not ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT DISTINCT ON (a.person_id) a.person_id, b.data ->> 'setting'
               FROM record_entryabout a JOIN record_entryenvelope e ON e.id = a.envelope_id
               JOIN record_entrybody b ON b.envelope_id = e.id
               WHERE e.type = 'attendance_recorded' AND a.person_id = ANY(%(ids)s) AND e.recorded_at <= %(known)s
                 AND e.id <> ALL(%(hidden)s::uuid[])
               ORDER BY a.person_id, e.happened_end DESC, e.sequence DESC""",
            {"ids": list(ids), "known": moment.known_at, "hidden": list(hidden)},
        )
        settings = {person: setting for person, setting in cursor.fetchall() if setting}
    # The field takes any words, the id of an organisation among them: what is no id is shown as it was said.
    names = dict(Organisation.objects.filter(pk__in=set(settings.values())).values_list("pk", "name"))
    return {person: names.get(setting, setting) for person, setting in settings.items()}
