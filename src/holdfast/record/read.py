"""Reading the ledger as it was known at a moment: the entries about a person, and the world around a child."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record import models
from holdfast.vocabulary.entry import Entry, parse_data
from holdfast.vocabulary.world import Organisation, Person, PersonName, Relationship, Worker, World

HOPS = 2
"""How far a family reaches: a child to a parent, the parent to the child's sibling."""

NETWORK = """
WITH RECURSIVE current AS (
    SELECT r.from_person_id AS one, r.to_person_id AS other FROM record_relationship r
    WHERE r.kind <> '' AND r.recorded_at <= %(known)s
      AND NOT EXISTS (SELECT FROM record_relationship l WHERE l.replaces_id = r.id AND l.recorded_at <= %(known)s)
), pairs AS (SELECT one, other FROM current UNION SELECT other, one FROM current),
network(person, hops) AS (
    SELECT %(person)s::varchar, 0
    UNION
    SELECT p.other, n.hops + 1 FROM network n JOIN pairs p ON p.one = n.person WHERE n.hops < %(hops)s
)
SELECT DISTINCT person FROM network
"""


def network(person_id: str, moment: Moment, *, hops: int = HOPS) -> tuple[str, ...]:
    """The ids of the family around a person, themselves included, as known at the moment."""
    with connection.cursor() as cursor:
        cursor.execute(NETWORK, {"person": person_id, "known": moment.known_at, "hops": hops})
        return tuple(sorted(row[0] for row in cursor.fetchall()))


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
    rows = list(envelopes.select_related("body").prefetch_related("abouts").order_by("sequence"))
    return [_entry(row) for row in rows]


def _entry(row: models.EntryEnvelope) -> Entry:
    about = tuple(each.person_id for each in sorted(row.abouts.all(), key=lambda each: each.position))
    return Entry(
        id=str(row.pk),
        type=row.type,
        happened=When.parse(row.happened),
        recorded_at=row.recorded_at,
        by=row.recorded_by_id,
        about=about,
        data=parse_data(row.type, row.body.data),
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
