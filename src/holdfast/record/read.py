"""Reading the ledger as it was known at a moment: the entries about a person, and the world around a child."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record import models
from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.entry import Entry, parse_data
from holdfast.vocabulary.world import Organisation, Person, PersonName, Relationship, Worker, World

HOPS = 2
"""How far a family reaches: a child to a parent, the parent to the child's sibling."""

NETWORKS = """
WITH RECURSIVE current AS (
    SELECT r.from_person_id AS one, r.to_person_id AS other FROM record_relationship r
    WHERE r.kind <> '' AND r.recorded_at <= %(known)s
      AND NOT EXISTS (SELECT FROM record_relationship l WHERE l.replaces_id = r.id AND l.recorded_at <= %(known)s)
), pairs AS (SELECT one, other FROM current UNION SELECT other, one FROM current),
network(origin, person, hops) AS (
    SELECT id, id, 0 FROM unnest(%(people)s::varchar[]) AS id
    UNION
    SELECT n.origin, p.other, n.hops + 1 FROM network n JOIN pairs p ON p.one = n.person WHERE n.hops < %(hops)s
)
SELECT origin, array_agg(DISTINCT person ORDER BY person) FROM network GROUP BY origin
"""


def network(person_id: str, moment: Moment, *, hops: int = HOPS) -> tuple[str, ...]:
    """The ids of the family around a person, themselves included, as known at the moment."""
    return networks([person_id], moment, hops=hops)[person_id]


def networks(people: Iterable[str], moment: Moment, *, hops: int = HOPS) -> dict[str, tuple[str, ...]]:
    """The family around each of these people, as known at the moment."""
    with connection.cursor() as cursor:
        cursor.execute(NETWORKS, {"people": list(people), "known": moment.known_at, "hops": hops})
        return {origin: tuple(family) for origin, family in cursor.fetchall()}


def world_around(person_id: str, moment: Moment) -> World:
    """A child, their family, everything recorded about any of them by the moment's ``known_at``, and all who work with them.

    Entries come uncorrected and unfiltered by ``as_at``: the engine reads both faces of the moment from them.
    """
    return world_of_family(network(person_id, moment), moment)


def world_of_family(family: Iterable[str], moment: Moment) -> World:
    """As :func:`world_around`, for a family already found."""
    entries = _entries(_known(moment).filter(Q(Exists(_about(family))) | ~Exists(_about())))
    return world_of(family, entries, moment)


def world_of(family: Iterable[str], entries: Sequence[Entry], moment: Moment) -> World:
    """A world with these people and everyone their entries are about."""
    named = {*family, *(person for entry in entries for person in entry.about)}
    return World(
        organisations={row.pk: Organisation(row.pk, row.kind, row.name) for row in models.Organisation.objects.all()},
        workers={
            row.pk: Worker(row.pk, row.name, row.organisation_id, row.role, row.manager_id) for row in models.Worker.objects.all()
        },
        people=people(named, moment),
        relationships=relationships(named, moment),
        entries=tuple(entries),
    )


def entries_about(person_id: str, moment: Moment) -> list[Entry]:
    """Every entry about one person that the record knew by the moment, in the order of arrival, corrected ones too."""
    return _entries(_known(moment).filter(Exists(_about([person_id]))))


def entries_of(types: Iterable[str], moment: Moment) -> list[Entry]:
    """Every entry of these types that the record knew by the moment, whoever it is about, in the order of arrival."""
    return _entries(_known(moment).filter(type__in=list(types)))


def every_entry(moment: Moment) -> list[Entry]:
    """Every entry the record knew by the moment, in the order of arrival."""
    return _entries(_known(moment))


def entries_by_id(ids: Iterable[str]) -> dict[str, Entry]:
    """These entries, where they are there, by id."""
    return {entry.id: entry for entry in _entries(models.EntryEnvelope.objects.filter(pk__in=set(ids)))}


def entry_by_id(id: str) -> Entry:
    """One entry. Raises ``EntryEnvelope.DoesNotExist``."""
    found = _entries(models.EntryEnvelope.objects.filter(pk=id))
    if not found:
        raise models.EntryEnvelope.DoesNotExist(f"there is no entry {id}")
    return found[0]


def _about(people: Iterable[str] | None = None) -> QuerySet[models.EntryAbout]:
    abouts = models.EntryAbout.objects.filter(envelope=OuterRef("pk"))
    return abouts if people is None else abouts.filter(person__in=list(people))


def _known(moment: Moment) -> QuerySet[models.EntryEnvelope]:
    return models.EntryEnvelope.objects.filter(recorded_at__lte=moment.known_at)


def _entries(envelopes: QuerySet[models.EntryEnvelope]) -> list[Entry]:
    rows = list(envelopes.prefetch_related("abouts").order_by("sequence"))
    unread = [row.pk for row in rows if (row.type, row.body_digest) not in _READ]
    bodies = dict(models.EntryBody.objects.filter(pk__in=unread).values_list("pk", "data"))
    return [_entry(row, bodies) for row in rows]


_READ: OrderedDict[tuple[str, str], EntryData] = OrderedDict()
_READ_AT_MOST = 20_000
"""Bodies this process has read, by type and digest. A body never changes, and what has one digest says one thing."""


def _data(row: models.EntryEnvelope, bodies: Mapping[UUID, Any]) -> EntryData:
    key = (row.type, row.body_digest)
    data = _READ.get(key)
    if data is None:
        # Not among the bodies: another thread let it go again since we looked.
        body = bodies[row.pk] if row.pk in bodies else models.EntryBody.objects.values_list("data", flat=True).get(pk=row.pk)
        data = _READ[key] = parse_data(row.type, body)
        if len(_READ) > _READ_AT_MOST:
            _READ.popitem(last=False)
    return data


def _entry(row: models.EntryEnvelope, bodies: Mapping[UUID, Any]) -> Entry:
    about = tuple(each.person_id for each in sorted(row.abouts.all(), key=lambda each: each.position))
    return Entry(
        id=str(row.pk),
        type=row.type,
        happened=When.parse(row.happened),
        recorded_at=row.recorded_at,
        by=row.recorded_by_id,
        about=about,
        data=_data(row, bodies),
        source=row.source,
        corrects=str(row.corrects_id) if row.corrects_id else None,
        withdraws=str(row.withdraws_id) if row.withdraws_id else None,
        reason=row.reason,
        arrived=row.sequence,
    )


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
