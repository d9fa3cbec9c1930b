"""Whether the record's families can be: nobody their own ancestor, by what it holds and what is to be added."""

from collections.abc import Collection, Sequence
from uuid import UUID

from holdfast.record.ledger.entry_rows import ask
from holdfast.record.locks import lock_in_order
from holdfast.vocabulary.kinship import ABOVE, BELOW, Descent, descent, own_ancestors

# Up and down by descent alone, as far as it goes: a circle may close through somebody whom no page of this family shows. Each
# step by index, as for the families of read.NETWORKS; rows that were replaced hold no longer.
LINES = """
WITH RECURSIVE near(person) AS (
    SELECT unnest(%(people)s::varchar[])
    UNION
    SELECT step.other FROM near CROSS JOIN LATERAL (
        SELECT r.id, r.to_person_id AS other FROM record_relationship r
        WHERE r.from_person_id = near.person AND r.kind = ANY(%(kinds)s) AND r.id <> ALL(%(without)s::uuid[])
        UNION ALL
        SELECT r.id, r.from_person_id FROM record_relationship r
        WHERE r.to_person_id = near.person AND r.kind = ANY(%(kinds)s) AND r.id <> ALL(%(without)s::uuid[])
    ) step
    WHERE NOT EXISTS (SELECT FROM record_relationship l WHERE l.replaces_id = step.id)
)
SELECT r.from_person_id, r.kind, r.to_person_id FROM record_relationship r
WHERE r.from_person_id IN (SELECT person FROM near) AND r.kind = ANY(%(kinds)s) AND r.id <> ALL(%(without)s::uuid[])
  AND NOT EXISTS (SELECT FROM record_relationship l WHERE l.replaces_id = r.id)
ORDER BY r.id
"""


def circles_with(new: Sequence[Descent | None], *, without: Collection[UUID] = ()) -> dict[int, tuple[str, ...]]:
    """The places in ``new`` that would make somebody their own ancestor, with the people it runs through. ``without``: rows of
    the record that are to be replaced."""
    people = sorted({id for line in new if line is not None for id in line})
    if not people:
        return {}
    # Three who write the three parts of a circle at one time would each find none.
    lock_in_order(["descent"])
    asked = {"people": people, "kinds": sorted(ABOVE | BELOW), "without": [str(id) for id in without]}
    there = [descent(*row) for row in ask(LINES, asked)]
    found = own_ancestors([*there, *new])
    # What the record holds already is for whoever opens those pages: an import must not be refused for it.
    return {place - len(there): circle for place, circle in found.items() if place >= len(there)}
