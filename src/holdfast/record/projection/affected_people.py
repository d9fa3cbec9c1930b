"""Whom a write concerns, and waiting for whoever is writing about them."""

from collections.abc import Collection, Iterable, Iterator

from holdfast.kernel.moment import FOREVER, Moment
from holdfast.record import read
from holdfast.record.ledger import entry_rows
from holdfast.record.locks import lock_in_order
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.field_types import references

# By all that is known of who belongs to whom. A relationship that was stated today says of last year too whose brother this is,
# and the brother has to be worked out with it.
EVER = Moment.live(FOREVER)

# Somebody an entry is about; whose parent or carer one is about, since what endangers them endangers the child; or of whom
# nothing is known but the day on which they were to be born. As engine/evaluation.py says it of a case.
IS_WORKED_OUT = """(
  EXISTS (SELECT FROM record_entryabout WHERE person_id = p.id)
  OR EXISTS (
    SELECT FROM record_relationship r JOIN record_entryabout a ON a.person_id = r.from_person_id
    WHERE r.to_person_id = p.id AND r.kind = ANY(%(brings_up)s::varchar[])
  )
  OR EXISTS (SELECT FROM record_personfact WHERE person_id = p.id AND kind = 'expected')
)"""

# By what entries say, not by who wrote them. Indexes over the bodies answer it (migrations/0004 and 0009): without them a day's
# leave would read every body there is.
WORKERS_PEOPLE = """
SELECT DISTINCT a.person_id FROM record_entrybody b JOIN record_entryabout a ON a.envelope_id = b.envelope_id
WHERE b.data->>'worker' = ANY(%(workers)s::text[]) OR b.data->>'for' = ANY(%(workers)s::text[])
   OR b.data->>'cover' = ANY(%(workers)s::text[]) OR b.data->>'person' = ANY(%(workers)s::text[])
   OR b.data->'to' ?| %(workers)s::text[]
"""
# Whom they cover for, and whom those cover for in turn: when they go, it is those whose children have nobody.
WITH_THOSE_THEY_COVER_FOR = """
WITH RECURSIVE covering(id) AS (
  SELECT unnest(%(workers)s::text[])
  UNION
  SELECT b.data->>'for' FROM record_entrybody b JOIN covering ON b.data->>'cover' = covering.id
)
SELECT id FROM covering WHERE id IS NOT NULL
"""
# What nobody answers climbs to the manager. When she is away it climbs to somebody else, of every child in her team.
WITH_THOSE_THEY_MANAGE = """
SELECT id FROM record_worker WHERE id = ANY(%(workers)s::varchar[]) OR manager_id = ANY(%(workers)s::varchar[])
"""


def wait_for(people: Iterable[str]) -> None:
    """Wait for whoever is working out something for these people."""
    lock_in_order(f"derived {person}" for person in people)


def families_of(entries: Iterable[Entry], people: Collection[str] = ()) -> set[str]:
    """The people in the entries, and in those that they put right, with their families."""
    named = set(people)
    for entry in entries:
        named |= named_in([entry])
        # Whom an entry was taken away from has to be worked out again as much as whom it was given to.
        for before in earlier_versions(entry):
            named |= set(before.about)
    return _with_families(named)


def families_of_workers(entries: Iterable[Entry]) -> set[str]:
    """For a worker's own entries, such as leave, whoever that worker, or a worker whom they manage or cover for, works with, with
    their families."""
    workers: set[str] = set()
    for entry in entries:
        if not entry.about:
            for version in (entry, *earlier_versions(entry)):
                workers |= {each.value for each in references(version.data) if each.kind == "worker"}
    if not workers:
        return set()
    covered = [id for (id,) in entry_rows.ask(WITH_THOSE_THEY_COVER_FOR, {"workers": sorted(workers)})]
    managed = [id for (id,) in entry_rows.ask(WITH_THOSE_THEY_MANAGE, {"workers": covered})]
    return _with_families({id for (id,) in entry_rows.ask(WORKERS_PEOPLE, {"workers": managed})})


def _with_families(people: set[str]) -> set[str]:
    return {relative for family in read.networks(people, EVER).values() for relative in family} if people else set()


def named_in(entries: Iterable[Entry]) -> set[str]:
    """The people whom these entries are about or name."""
    return {
        person
        for entry in entries
        for person in (*entry.about, *(each.value for each in references(entry.data) if each.kind == "person"))
    }


def earlier_versions(entry: Entry) -> Iterator[Entry]:
    """What an entry puts right, and what that put right, back to the first."""
    earlier = entry.corrects or entry.withdraws
    while earlier:
        before = read.entry_by_id(earlier)
        yield before
        earlier = before.corrects or before.withdraws


def types_of(entries: Iterable[Entry]) -> frozenset[str]:
    """The types of these entries and of what they put right."""
    return frozenset(version.type for entry in entries for version in (entry, *earlier_versions(entry)))
