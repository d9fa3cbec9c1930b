"""The entries that a family is read with: everything about one of them, and of what is about nobody, such as leave, what concerns
those who work with them. Whose leave concerns nobody here is never read: there is more of it with every team elsewhere."""

from collections.abc import Iterable

from holdfast.kernel.moment import Moment
from holdfast.record.ledger import entry_rows
from holdfast.record.projection.named_parties import PARTIES, of_everybody
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.field_types import references
from holdfast.vocabulary.named_fields import covered_by

# Into a list, because of "in" the database guesses so many that it goes through every entry.
OF_FAMILY = """e.recorded_at <= %(known)s AND e.id = ANY(ARRAY(
    SELECT envelope_id FROM record_entryabout WHERE person_id = ANY(%(family)s::varchar[]) UNION ALL
    SELECT envelope_id FROM record_movedentry WHERE person_id = ANY(%(family)s::varchar[])
))"""
CONCERNING = """e.recorded_at <= %(known)s AND e.id = ANY(ARRAY(
    SELECT envelope_id FROM record_aboutnobody WHERE chain = ANY(ARRAY(
        SELECT chain FROM record_aboutnobody WHERE concerns && %(concerns)s::varchar[]))
))"""
# Those who manage them too, up to the top: a manager's leave moves what waits for a worker of theirs.
AND_ABOVE = """
WITH RECURSIVE above(id) AS (
    SELECT unnest(%(named)s::varchar[])
    UNION SELECT w.manager_id FROM above a JOIN record_worker w ON w.id = a.id WHERE w.manager_id IS NOT NULL
) SELECT a.id FROM above a JOIN record_worker w ON w.id = a.id
"""


def entries_of_family(family: Iterable[str], moment: Moment) -> list[Entry]:
    """Every entry about any of these people, in every version of those that were moved from or to them, and those about nobody
    that concern everybody, somebody who works with them, those above these, or whoever covers for one of them; all that the
    record knew by the moment, in the order of arrival."""
    own = entry_rows.entries(OF_FAMILY, family=list(family), known=moment.known_at)
    found = {entry.id: entry for entry in own}
    followed, concerns = set[str](), [*of_everybody(None), *_with_those_above(_workers(own))]
    # Whoever covers may be away in turn, and covered for. It ends, because a worker is followed once.
    while concerns:
        followed.update(concerns)
        there = entry_rows.entries(CONCERNING, concerns=concerns, known=moment.known_at)
        found |= {entry.id: entry for entry in there}
        covers = {pair[1] for entry in there if (pair := covered_by(entry.type, entry.data.written())) is not None}
        concerns = sorted(_with_those_above(covers) - followed)
    return sorted(found.values(), key=lambda entry: entry.arrived)


def _with_those_above(workers: set[str]) -> set[str]:
    return {id for (id,) in entry_rows.ask(AND_ABOVE, {"named": sorted(workers)})} if workers else set()


def _workers(entries: Iterable[Entry]) -> set[str]:
    said = {each.value for entry in entries for each in references(entry.data) if each.kind in PARTIES}
    return said | {entry.by for entry in entries if entry.by}
