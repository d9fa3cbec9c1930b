"""Of whom an agency or a worker has had a part in the record, found by what names them and never by reading what others wrote."""

import json
from collections.abc import Sequence

from holdfast.kernel.moment import Moment
from holdfast.record.ledger.entry_rows import ask

# One question for each way in which an entry names somebody, and what it finds as a list: with "or", or joined, the database goes
# through every entry there is.
ABOUT = """
SELECT DISTINCT a.person_id FROM record_entryabout a JOIN record_entryenvelope e ON e.id = a.envelope_id
WHERE e.recorded_at <= %(known)s AND a.envelope_id = ANY(ARRAY("""
KNOWN_TO = (
    ABOUT
    + """
    SELECT id FROM record_entryenvelope WHERE organisation_id = %(here)s
    UNION SELECT id FROM record_entryenvelope
    WHERE recorded_by_id = ANY(ARRAY(SELECT w.id FROM record_worker w WHERE w.organisation_id = %(here)s))
    UNION SELECT envelope_id FROM record_entrybody WHERE data -> 'from' -> 'organisation' = to_jsonb(%(here)s::text)
    UNION SELECT envelope_id FROM record_entrybody WHERE data -> 'setting' = to_jsonb(%(here)s::text)
    UNION SELECT envelope_id FROM record_entrybody WHERE data -> 'setting' = to_jsonb(%(name)s::text)
    UNION SELECT envelope_id FROM record_entrybody WHERE data -> 'organisation' = to_jsonb(%(here)s::text)
    UNION SELECT envelope_id FROM record_entrybody WHERE data -> 'present' @> %(present)s::jsonb
))"""
)
COVERED = """
SELECT DISTINCT b.data ->> 'for' FROM record_entrybody b JOIN record_entryenvelope e ON e.id = b.envelope_id
WHERE e.type = 'cover_named'
  AND b.envelope_id = ANY(ARRAY(SELECT envelope_id FROM record_entrybody WHERE data ->> 'cover' = %(worker)s))
"""
GIVEN_TO = (
    ABOUT
    + """
    SELECT envelope_id FROM record_entrybody WHERE data ->> 'worker' = ANY(%(leads)s::text[])
)) AND e.type IN ('worker_allocated', 'contact_assigned')"""
)
ASKED_TO_MEET = (
    ABOUT
    + """
    SELECT envelope_id FROM record_entrybody WHERE data -> 'present' @> ANY (%(met)s::jsonb[])
    UNION SELECT envelope_id FROM record_entrybody WHERE data -> 'absent' @> ANY (%(missed)s::jsonb[])
)) AND e.type IN ('core_group_held', 'conference_held')"""
)
CONFIRMED_AS = """
SELECT DISTINCT b.data ->> 'contact' FROM record_entrybody b JOIN record_entryenvelope e ON e.id = b.envelope_id
WHERE e.type = 'sender_confirmed' AND e.recorded_at <= %(known)s
  AND b.envelope_id = ANY(ARRAY(SELECT envelope_id FROM record_entrybody WHERE data ->> 'worker' = %(worker)s))
"""


def people_known_to(organisation: str, name: str, moment: Moment) -> set[str]:
    """Everybody of whom the agency recorded something, told something or was in the room, or with whom an entry names it. Whoever
    only looked a child up has no part."""
    present = json.dumps([{"organisation": organisation}])
    return _found(KNOWN_TO, moment, here=organisation, name=name, present=present)


def people_named_with(worker: str, colleagues: Sequence[str], moment: Moment) -> set[str]:
    """Everybody whom an entry gave to the worker or to somebody for whom the worker covers, and about whom the worker or a
    colleague of the same post was asked to a core group or a conference."""
    leads = {worker} | _found(COVERED, moment, worker=worker)
    met = [json.dumps([{"worker": each}]) for each in colleagues]
    missed = [*met, *(json.dumps([each]) for each in colleagues)]
    return _found(GIVEN_TO, moment, leads=sorted(leads)) | _found(ASKED_TO_MEET, moment, met=met, missed=missed)


def contacts_confirmed_as(worker: str, moment: Moment) -> set[str]:
    """The contacts of which somebody made sure that the worker had sent them, by their first versions."""
    return _found(CONFIRMED_AS, moment, worker=worker)


def _found(statement: str, moment: Moment, **asked: object) -> set[str]:
    return {id for (id,) in ask(statement, {**asked, "known": moment.known_at}) if id is not None}
