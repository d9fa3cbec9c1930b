"""The record out as a case file: what came in under an id goes out under it again."""

from collections import Counter
from collections.abc import Iterable

from holdfast.exchange.carried_facts import with_facts
from holdfast.exchange.case_ids import KINDS, IdMap
from holdfast.exchange.staffing_rows import hours_of, rota_of
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.record import models, read
from holdfast.vocabulary.case_file import write_case
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.field_types import references
from holdfast.vocabulary.world import World

EVERYTHING = Moment.live(FOREVER)


def person_called(id: str) -> str | None:
    """The person with this id, the record's own or that of the one file that brought them; nobody, where there is none."""
    if models.Person.objects.filter(pk=id).exists():
        return id
    found = models.ImportedId.objects.filter(kind="person", external_id=id).values_list("internal_id", flat=True)
    return found[0] if len(found) == 1 else None


def export_child(person_id: str) -> str:
    """One child's case: their family, every entry about any of them, and the workers those entries name."""
    whole = read.world_around(person_id, EVERYTHING)
    family = set(read.network(person_id, EVERYTHING))
    about = [entry for entry in whole.entries if entry.about]
    entries = _with_what_they_point_at(about, whole)
    workers = _workers_of(entries, whole)
    # Leave and cover of those who work with the child: without them a replay of the file would tell somebody who was away.
    entries += [entry for entry in whole.entries if not entry.about and workers & _named(entry, "worker")]
    workers |= _workers_of(entries, whole)
    return _written(_narrowed(whole, entries, family, workers))


def export_all() -> str:
    """Everything the record holds, as one case."""
    people = list(models.Person.objects.values_list("pk", flat=True))
    return _written(read.world_of(people, read.every_entry(EVERYTHING), EVERYTHING))


def _written(world: World) -> str:
    ids, order = _outside_ids()

    def place(kind: str, id: str) -> int:
        return order.get((kind, id), len(order))

    stated = with_facts(world.people, EVERYTHING)
    placed = World(
        {id: world.organisations[id] for id in sorted(world.organisations, key=lambda id: place("organisation", id))},
        {id: world.workers[id] for id in sorted(world.workers, key=lambda id: place("worker", id))},
        {id: stated[id] for id in sorted(world.people, key=lambda id: place("person", id))},
        world.relationships,
        world.entries,
        hours=hours_of(world),
        rota=rota_of(world),
    )
    return write_case(IdMap(ids).world(placed))


def _outside_ids() -> tuple[dict[str, dict[str, str]], dict[tuple[str, str], int]]:
    """The ids things had in the files that brought them, and the order they came in. Where two files used one id for
    different things, both keep the record's own."""
    rows = list(models.ImportedId.objects.order_by("pk").values_list("kind", "internal_id", "external_id"))
    used = Counter((kind, external) for kind, _, external in rows)
    ids: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for kind, internal, external in rows:
        # Under one name for two things, the file could not be read back.
        if used[kind, external] == 1:
            ids[kind][internal] = external
    return ids, {(kind, internal): position for position, (kind, internal, _) in enumerate(rows)}


def _with_what_they_point_at(entries: list[Entry], whole: World) -> list[Entry]:
    there = {entry.id: entry for entry in entries}
    wanted = list(entries)
    while wanted:
        ids = {id for entry in wanted for id in _entries_named(entry)} - set(there)
        found = read.entries_by_id(ids)
        there |= found
        wanted = list(found.values())
    # In the order of arrival, which a case file has no field for: it is read in the order it is written in.
    order = {entry.id: position for position, entry in enumerate(whole.entries)}
    return sorted(there.values(), key=lambda entry: order.get(entry.id, -1))


def _entries_named(entry: Entry) -> set[str]:
    named = {each.value for each in references(entry.data) if each.kind == "entry" and each.checked}
    return named | {id for id in (entry.corrects, entry.withdraws) if id}


def _named(entry: Entry, kind: str) -> set[str]:
    return {each.value for each in references(entry.data) if each.kind in (kind, "party")}


def _workers_of(entries: Iterable[Entry], whole: World) -> set[str]:
    named = {id for entry in entries for id in {entry.by or "", *_named(entry, "worker")}}
    found: set[str] = set()
    wanted = named & set(whole.workers)
    while wanted:
        found |= wanted
        managers = {whole.workers[id].manager for id in wanted}
        wanted = {id for id in managers if id and id in whole.workers} - found
    return found


def _narrowed(whole: World, entries: list[Entry], family: set[str], workers: set[str]) -> World:
    people = family | {person for entry in entries for person in (*entry.about, *_named(entry, "person"))}
    organisations = {whole.workers[id].organisation for id in workers}
    organisations |= {id for entry in entries for id in _named(entry, "organisation")}
    return World(
        {id: one for id, one in whole.organisations.items() if id in organisations},
        {id: one for id, one in whole.workers.items() if id in workers},
        read.people([id for id in people if models.Person.objects.filter(pk=id).exists()], EVERYTHING),
        read.relationships(family, EVERYTHING),
        tuple(entries),
    )
