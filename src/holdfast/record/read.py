"""Reading the ledger as it was known at a moment: the entries about a person, and the world around a child."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record import models
from holdfast.record.around_family import OF_FAMILY, entries_of_family
from holdfast.record.ledger import entry_rows
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownOrganisation, KnownPerson, KnownRelationship, KnownWorker, PersonName, World

HOPS = 2
"""How far a family reaches: a child to a parent, the parent to the child's sibling."""

# Two people who are related both ways are followed to and fro: the hops end it. Who belonged to whom is asked as known at the
# moment, like everything else, so that a page of the past shows that day's family.
NETWORKS = """
WITH RECURSIVE network(origin, person, hops) AS (
    SELECT id, id, 0 FROM unnest(%(people)s::varchar[]) AS id
    UNION
    SELECT n.origin, near.other, n.hops + 1 FROM network n CROSS JOIN LATERAL (
        SELECT r.id, r.to_person_id AS other FROM record_relationship r
        WHERE r.from_person_id = n.person AND r.kind <> '' AND r.recorded_at <= %(known)s
        UNION ALL
        SELECT r.id, r.from_person_id FROM record_relationship r
        WHERE r.to_person_id = n.person AND r.kind <> '' AND r.recorded_at <= %(known)s
    ) near
    WHERE n.hops < %(hops)s
      AND NOT EXISTS (SELECT FROM record_relationship l WHERE l.replaces_id = near.id AND l.recorded_at <= %(known)s)
)
SELECT origin, array_agg(DISTINCT person ORDER BY person) FROM network GROUP BY origin
"""
# A fact that was put right is replaced by a later row and never changed: it holds as long as nothing known by the moment replaces
# it. One whose value is nothing takes another back, and is no fact itself.
FACTS = """
SELECT f.person_id, f.kind, f.value::text FROM record_personfact f
WHERE f.person_id = ANY(%(people)s::varchar[]) AND f.recorded_at <= %(known)s AND f.value IS NOT NULL
  AND NOT EXISTS (SELECT FROM record_personfact l WHERE l.replaces_id = f.id AND l.recorded_at <= %(known)s)
ORDER BY f.position, f.recorded_at
"""
RELATIONSHIPS = """
SELECT r.from_person_id, r.to_person_id, r.kind, r.parental_responsibility, r.start::text, r."end"::text
FROM record_relationship r
WHERE r.from_person_id = ANY(%(people)s::varchar[]) AND r.to_person_id = ANY(%(people)s::varchar[]) AND r.kind <> ''
  AND r.recorded_at <= %(known)s
  AND NOT EXISTS (SELECT FROM record_relationship l WHERE l.replaces_id = r.id AND l.recorded_at <= %(known)s)
ORDER BY r.position, r.recorded_at, r.id
"""
ORGANISATIONS = "SELECT id, kind, name FROM record_organisation ORDER BY id"
WORKERS = "SELECT id, name, organisation_id, role, manager_id FROM record_worker ORDER BY id"
OF_FAMILY_OF_TYPES = """e.recorded_at <= %(known)s AND (%(types)s::varchar[] IS NULL OR e.type = ANY(%(types)s::varchar[]))
AND e.id = ANY(ARRAY(
    SELECT envelope_id FROM record_entryabout WHERE person_id = ANY(%(family)s::varchar[]) UNION ALL
    SELECT envelope_id FROM record_movedentry WHERE person_id = ANY(%(family)s::varchar[])
))"""

# Every version of an entry of which any names one of these workers: a correction may have moved leave from one to another.
OF_POSTS = """e.recorded_at <= %(known)s AND e.id IN (SELECT envelope_id FROM record_namedstaff WHERE chain IN (
    SELECT chain FROM record_namedstaff WHERE worker = ANY(%(workers)s::varchar[]) AND of_post))"""
OF_ALLOCATIONS_TO = """e.recorded_at <= %(known)s AND e.id IN (SELECT envelope_id FROM record_namedstaff WHERE chain IN (
    SELECT chain FROM record_namedstaff WHERE worker = ANY(%(workers)s::varchar[]) AND NOT of_post))"""
OF_ALLOCATIONS_OF = """e.recorded_at <= %(known)s AND e.id IN (SELECT envelope_id FROM record_namedstaff WHERE chain IN (
    SELECT n.chain FROM record_namedstaff n JOIN record_entryabout a ON a.envelope_id = n.envelope_id
    WHERE a.person_id = ANY(%(children)s::varchar[])))"""


def network(person_id: str, moment: Moment, *, hops: int = HOPS) -> tuple[str, ...]:
    """The ids of the family around a person, themselves included, as known at the moment."""
    return networks([person_id], moment, hops=hops)[person_id]


def networks(people: Iterable[str], moment: Moment, *, hops: int = HOPS) -> dict[str, tuple[str, ...]]:
    """The family around each of these people, as known at the moment."""
    found = entry_rows.ask(NETWORKS, {"people": list(people), "known": moment.known_at, "hops": hops})
    return {origin: tuple(family) for origin, family in found}


def world_around(person_id: str, moment: Moment) -> World:
    """A child, their family, everything recorded about any of them by the moment's ``known_at``, and all who work with them.

    Entries come uncorrected and unfiltered by ``as_at``: the engine reads both faces of the moment from them.
    """
    return world_of_family(network(person_id, moment), moment)


def world_of_family(family: Iterable[str], moment: Moment) -> World:
    """As :func:`world_around`, for a family already found."""
    family = tuple(family)
    return world_of(family, entries_of_family(family, moment), moment)


def world_of(family: Iterable[str], entries: Sequence[Entry], moment: Moment) -> World:
    """A world with these people and everyone their entries are about. Whoever only another version is about is none of them."""
    own = set(family)
    # Entries of a family name people who are no relatives: a foster carer, a friend's child. Rules ask their age and their name
    # too.
    named = own.union(*(entry.about for entry in entries if not own or not own.isdisjoint(entry.about)))
    organisations, workers = parties()
    return World(organisations, workers, people(named, moment), relationships(named, moment), tuple(entries))


def entries_about(person_id: str, moment: Moment) -> list[Entry]:
    """Every entry about one person that the record knew by the moment, in the order of arrival, corrected and moved ones too."""
    return entry_rows.entries(OF_FAMILY, family=[person_id], known=moment.known_at)


def entries_about_of(people: Iterable[str], types: Sequence[str] | None, moment: Moment) -> list[Entry]:
    """Every entry about any of these people that the record knew by the moment, of these types or of any, in the order of
    arrival."""
    return entry_rows.entries(
        OF_FAMILY_OF_TYPES, family=list(people), types=None if types is None else list(types), known=moment.known_at
    )


def entries_of(types: Iterable[str], moment: Moment) -> list[Entry]:
    """Every entry of these types that the record knew by the moment, whoever it is about, in the order of arrival."""
    return entry_rows.entries(
        "e.recorded_at <= %(known)s AND e.type = ANY(%(types)s::varchar[])", types=list(types), known=moment.known_at
    )


def posts_of(workers: Iterable[str], moment: Moment) -> list[Entry]:
    """What the record knew by the moment of whether these workers are in post, and of who covers for them or is covered for by
    them, in the order of arrival."""
    return entry_rows.entries(OF_POSTS, workers=list(workers), known=moment.known_at)


def allocations_to(workers: Iterable[str], moment: Moment) -> list[Entry]:
    """What gave a child to one of these workers, or ended it, as known by the moment, in the order of arrival."""
    return entry_rows.entries(OF_ALLOCATIONS_TO, workers=list(workers), known=moment.known_at)


def allocations_of(children: Iterable[str], moment: Moment) -> list[Entry]:
    """What gave one of these children to any worker, or ended it, as known by the moment, in the order of arrival."""
    return entry_rows.entries(OF_ALLOCATIONS_OF, children=list(children), known=moment.known_at)


def every_entry(moment: Moment) -> list[Entry]:
    """Every entry the record knew by the moment, in the order of arrival."""
    return entry_rows.entries("e.recorded_at <= %(known)s", known=moment.known_at)


def entries_by_id(ids: Iterable[str]) -> dict[str, Entry]:
    """These entries, where they are there, by id."""
    return {entry.id: entry for entry in entry_rows.entries("e.id = ANY(%(ids)s::uuid[])", ids=[str(id) for id in set(ids)])}


def is_recorded(id: str) -> bool:
    """Whether there is an entry of this id."""
    return bool(entry_rows.ask("SELECT 1 FROM record_entryenvelope WHERE id::text = %(id)s", {"id": id}))


def entry_by_id(id: str) -> Entry:
    """One entry. Raises ``EntryEnvelope.DoesNotExist``."""
    found = entry_rows.entries("e.id = %(id)s::uuid", id=str(id))
    if not found:
        raise models.EntryEnvelope.DoesNotExist(f"there is no entry {id}")
    return found[0]


def people(ids: Iterable[str], moment: Moment) -> dict[str, KnownPerson]:
    """People with the facts known of them by the moment."""
    facts: dict[str, dict[str, list[Any]]] = {id: {} for id in sorted(ids)}
    for id, kind, value in entry_rows.ask(FACTS, {"people": list(facts), "known": moment.known_at}):
        facts[id].setdefault(kind, []).append(json.loads(value))
    return {id: _person(id, said) for id, said in facts.items()}


def _person(id: str, said: dict[str, list[Any]]) -> KnownPerson:
    def latest(kind: str) -> Any:
        return said[kind][-1] if said.get(kind) else None

    return KnownPerson(
        id=id,
        names=tuple(PersonName(**name) for name in said.get("name", ())),
        born=When.parse(latest("born")) if latest("born") else None,
        sex=latest("sex"),
        nhs_number=latest("nhs_number"),
        expected=When.parse(latest("expected")) if latest("expected") else None,
    )


def relationships(ids: Iterable[str], moment: Moment) -> tuple[KnownRelationship, ...]:
    """How these people are related, as known by the moment."""
    found = entry_rows.ask(RELATIONSHIPS, {"people": list(ids), "known": moment.known_at})
    return tuple(
        KnownRelationship(
            one, other, kind, parental, *(None if each is None else When.parse(json.loads(each)) for each in period)
        )
        for one, other, kind, parental, *period in found
    )


def parties() -> tuple[dict[str, KnownOrganisation], dict[str, KnownWorker]]:
    """Every agency and everybody who works in one."""
    # All of them, at any moment: who works where is not part of the ledger, and a name on an old page is better than an id.
    organisations = {row[0]: KnownOrganisation(*row) for row in entry_rows.ask(ORGANISATIONS, {})}
    return organisations, {row[0]: KnownWorker(*row) for row in entry_rows.ask(WORKERS, {})}
