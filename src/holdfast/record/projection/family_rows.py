"""The rows of one family, read compactly for the compiled rules. Nothing of it outlives the reading it was made for."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from holdfast.engine.compiled.entries import compact
from holdfast.engine.compiled.family_record import FamilyPeople, FamilyRecord
from holdfast.engine.compiled.instants import ALWAYS, instant
from holdfast.kernel.moment import Moment
from holdfast.record import read
from holdfast.record.ledger import entry_rows
from holdfast.record.projection.named_parties import name_parties, of_everybody
from holdfast.standards.local_values import Values
from holdfast.vocabulary.named_fields import covered_by
from holdfast.vocabulary.world import KnownOrganisation, KnownWorker

# In the order of :func:`holdfast.engine.compiled.entries.compact`: days as ordinals, instants as microseconds.
COLUMNS = """
SELECT e.id::text, e.type, e.happened_first - DATE '0001-01-01' + 1, e.happened_last - DATE '0001-01-01' + 1,
  CASE WHEN strpos(e.happened #>> '{}', 'T') > 0 THEN (extract(epoch FROM e.happened_start) * 1000000)::bigint END,
  (extract(epoch FROM e.recorded_at) * 1000000)::bigint, e.recorded_by_id,
  ARRAY(SELECT a.person_id FROM record_entryabout a WHERE a.envelope_id = e.id ORDER BY a.position),
  b.data::text, e.corrects_id::text, e.withdraws_id::text, e.sequence, e.happened #>> '{}', e.reason
FROM record_entryenvelope e JOIN record_entrybody b ON b.envelope_id = e.id
WHERE e.recorded_at <= %(known)s
"""
# A write asks for the types that its rules look at and no others, so that a long record costs it no more than those.
OF_TYPES = " AND e.type = ANY(%(types)s::varchar[])"
OF_FAMILY = """ AND e.id IN (
  SELECT envelope_id FROM record_entryabout WHERE person_id = ANY(%(family)s::varchar[]) UNION ALL
  SELECT envelope_id FROM record_movedentry WHERE person_id = ANY(%(family)s::varchar[]))"""
CONCERNING = """ AND e.id IN (
  SELECT envelope_id FROM record_aboutnobody WHERE chain IN (
    SELECT chain FROM record_aboutnobody WHERE concerns && %(concerns)s::varchar[]
    UNION ALL
    SELECT n.chain FROM record_aboutnobody n JOIN record_entrybody o ON o.envelope_id = n.envelope_id
    WHERE n.concerns && %(away)s::varchar[] AND (o.data->>'worker' = ANY(%(away)s::text[])
      OR o.data->>'for' = ANY(%(away)s::text[]) OR o.data->>'from' = ANY(%(away)s::text[]))))"""
IN_ORDER = " ORDER BY e.sequence"
# Whoever is about the same entry as one of the family, such as a friend's child at the same incident: rules ask how old they are.
SPOKEN_OF = """
SELECT DISTINCT o.person_id FROM record_entryabout a JOIN record_entryabout o ON o.envelope_id = a.envelope_id
JOIN record_entryenvelope e ON e.id = a.envelope_id
WHERE a.person_id = ANY(%(family)s::varchar[]) AND o.person_id <> ALL(%(family)s::varchar[]) AND e.recorded_at <= %(known)s
"""
PARTIES = """
WITH worker AS (
  SELECT id, name, organisation_id, role, manager_id FROM record_worker WHERE id = ANY(%(named)s::varchar[])
  OR id IN (SELECT manager_id FROM record_worker WHERE id = ANY(%(named)s::varchar[]))
)
SELECT id, name, organisation_id, role, manager_id, true FROM worker UNION ALL
SELECT id, kind, name, NULL, NULL, false FROM record_organisation
WHERE id = ANY(%(named)s::varchar[]) OR id IN (SELECT organisation_id FROM worker)
"""
Row = tuple[Any, ...]


class FamilyRows:
    """What the record knew of a family at an instant, as often as it has to be read."""

    def __init__(self, entries: list[Row], people: FamilyPeople, at: int) -> None:
        self._entries = entries
        self._people = people
        self._at = at

    def record(self, since: int = ALWAYS) -> FamilyRecord:
        """The record of it, for whoever has kept what had shown by ``since``."""
        return FamilyRecord((compact(row) for row in self._entries), self._people, self._at, self._at, since=since)


def read_family(family: Collection[str], at: datetime, values: Values, types: Collection[str] | None = None) -> FamilyRows:
    """A family as known at ``at``: every entry about one of them, and of those about nobody what its rules can look at.
    ``types`` names the only entry types that are wanted."""
    moment = Moment.live(at)
    asked: dict[str, Any] = {"family": list(family), "known": at, "types": None if types is None else list(types)}
    of_types = "" if types is None else OF_TYPES
    entries = _decoded(entry_rows.ask(COLUMNS + of_types + OF_FAMILY + IN_ORDER, asked))
    about_nobody, organisations, workers = _around(entries, asked, of_types)
    entries += about_nobody
    # As known at the moment, like the entries: a birth date that was learned since would make a clock of the past one that nobody
    # could have known of.
    named = {*family, *(id for (id,) in entry_rows.ask(SPOKEN_OF, asked))}
    people = FamilyPeople(
        read.people(named, moment),
        read.relationships(named, moment),
        workers,
        organisations,
        leap_birthdays=values.leap_birthdays,
    )
    return FamilyRows(entries, people, instant(at))


def _decoded(found: list[Row]) -> list[Row]:
    return [
        (*row[:7], tuple(row[7]), json.loads(row[8]), *row[9:12], row[12] if row[12][0] != "{" else json.loads(row[12]), row[13])
        for row in found
    ]


def _around(
    entries: list[Row], asked: dict[str, Any], of_types: str
) -> tuple[list[Row], dict[str, KnownOrganisation], dict[str, KnownWorker]]:
    """The entries about nobody that concern those who work with the family, and who they are: what names one of them; the leave
    of those who manage them; and of whoever covers, who may be away themselves. For whom else these cover is nothing to it."""
    organisations: dict[str, KnownOrganisation] = {}
    workers: dict[str, KnownWorker] = {}
    named = _named(entries)
    _parties(named, organisations, workers)
    concerns, away = [*(named & workers.keys()), *of_everybody(asked["types"])], workers.keys() - named
    followed, found = set(workers), dict[str, Row]()
    # Whoever covers may be away in turn, and covered for. It ends, because a worker is followed once.
    while concerns or away:
        concerned = {**asked, "concerns": concerns, "away": list(away)}
        there = _decoded(entry_rows.ask(COLUMNS + of_types + CONCERNING + IN_ORDER, concerned))
        found.update((row[0], row) for row in there)
        _parties(_named(there) - workers.keys(), organisations, workers)
        pairs = [pair for row in found.values() if (pair := covered_by(row[1], row[8])) is not None]
        concerns, away = [], {cover for covered, cover in pairs if covered in followed} - followed
        followed |= away
    return list(found.values()), organisations, workers


def _named(entries: Iterable[Row]) -> set[str]:
    found: set[str] = set()
    for row in entries:
        if row[6] is not None:
            found.add(row[6])
        name_parties(row[1], row[8], found)
    return found


def _parties(named: set[str], organisations: dict[str, KnownOrganisation], workers: dict[str, KnownWorker]) -> None:
    if not named:
        return
    for id, name, place, role, manager, works in entry_rows.ask(PARTIES, {"named": list(named)}):
        if works:
            workers[id] = KnownWorker(id, name, place, role, manager)
        else:
            organisations[id] = KnownOrganisation(id, name, place)
