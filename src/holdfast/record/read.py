"""Reading the ledger as it was known at a moment: the entries about a person, and the world around a child."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef

from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record import models, rows
from holdfast.record.outside import outside
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import Person, PersonName, Relationship, World

HOPS = 2
"""How far a family reaches: a child to a parent, the parent to the child's sibling."""

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
OF_FAMILY = """e.recorded_at <= %(known)s AND e.id IN (
    SELECT envelope_id FROM record_entryabout WHERE person_id = ANY(%(family)s::varchar[])
)"""


def network(person_id: str, moment: Moment, *, hops: int = HOPS) -> tuple[str, ...]:
    """The ids of the family around a person, themselves included, as known at the moment."""
    return networks([person_id], moment, hops=hops)[person_id]


def networks(people: Iterable[str], moment: Moment, *, hops: int = HOPS) -> dict[str, tuple[str, ...]]:
    """The family around each of these people, as known at the moment."""
    found = rows.ask(NETWORKS, {"people": list(people), "known": moment.known_at, "hops": hops})
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


def entries_of_family(family: Iterable[str], moment: Moment) -> list[Entry]:
    """Every entry about any of these people or about nobody that the record knew by the moment, in the order of arrival."""
    entries = rows.entries(OF_FAMILY, family=list(family), known=moment.known_at)
    about_nobody = [entry for entry in outside().entries if entry.recorded_at <= moment.known_at]
    return sorted((*entries, *about_nobody), key=lambda entry: entry.arrived) if about_nobody else entries


def world_of(family: Iterable[str], entries: Sequence[Entry], moment: Moment) -> World:
    """A world with these people and everyone their entries are about."""
    named = {*family, *(person for entry in entries for person in entry.about)}
    parties = outside()
    return World(
        organisations=parties.organisations,
        workers=parties.workers,
        people=people(named, moment),
        relationships=relationships(named, moment),
        entries=tuple(entries),
    )


def entries_about(person_id: str, moment: Moment) -> list[Entry]:
    """Every entry about one person that the record knew by the moment, in the order of arrival, corrected ones too."""
    return rows.entries(OF_FAMILY, family=[person_id], known=moment.known_at)


def entries_of(types: Iterable[str], moment: Moment) -> list[Entry]:
    """Every entry of these types that the record knew by the moment, whoever it is about, in the order of arrival."""
    return rows.entries(
        "e.recorded_at <= %(known)s AND e.type = ANY(%(types)s::varchar[])", types=list(types), known=moment.known_at
    )


def every_entry(moment: Moment) -> list[Entry]:
    """Every entry the record knew by the moment, in the order of arrival."""
    return rows.entries("e.recorded_at <= %(known)s", known=moment.known_at)


def entries_by_id(ids: Iterable[str]) -> dict[str, Entry]:
    """These entries, where they are there, by id."""
    return {entry.id: entry for entry in rows.entries("e.id = ANY(%(ids)s::uuid[])", ids=[str(id) for id in set(ids)])}


def entry_by_id(id: str) -> Entry:
    """One entry. Raises ``EntryEnvelope.DoesNotExist``."""
    found = rows.entries("e.id = %(id)s::uuid", id=str(id))
    if not found:
        raise models.EntryEnvelope.DoesNotExist(f"there is no entry {id}")
    return found[0]


def people(ids: Iterable[str], moment: Moment) -> dict[str, Person]:
    """People with the facts known of them by the moment."""
    facts: dict[str, dict[str, list[Any]]] = {id: {} for id in sorted(ids)}
    rows = models.PersonFact.objects.filter(person__in=facts, recorded_at__lte=moment.known_at, value__isnull=False)
    for row in rows.filter(~Exists(_later(models.PersonFact, moment))).order_by("position", "recorded_at"):
        facts[row.person_id].setdefault(row.kind, []).append(row.value)
    return {id: _person(id, said) for id, said in facts.items()}


def _later(model: Any, moment: Moment) -> Any:
    return model.objects.filter(replaces=OuterRef("pk"), recorded_at__lte=moment.known_at)


def _person(id: str, said: dict[str, list[Any]]) -> Person:
    def latest(kind: str) -> Any:
        return said[kind][-1] if said.get(kind) else None

    return Person(
        id=id,
        names=tuple(PersonName(**name) for name in said.get("name", ())),
        born=When.parse(latest("born")) if latest("born") else None,
        sex=latest("sex"),
        nhs_number=latest("nhs_number"),
        expected=When.parse(latest("expected")) if latest("expected") else None,
    )


def relationships(ids: Iterable[str], moment: Moment) -> tuple[Relationship, ...]:
    """How these people are related, as known by the moment."""
    among = sorted(ids)
    rows = models.Relationship.objects.filter(
        from_person__in=among, to_person__in=among, recorded_at__lte=moment.known_at
    ).exclude(kind="")
    return tuple(
        Relationship(
            row.from_person_id,
            row.to_person_id,
            row.kind,
            row.parental_responsibility,
            When.parse(row.start) if row.start else None,
            When.parse(row.end) if row.end else None,
        )
        for row in rows.filter(~Exists(_later(models.Relationship, moment))).order_by("position", "recorded_at", "id")
    )
