"""Of whom an agency or a worker has had a part in the record, found by what names them and never by reading what others wrote."""

import json
from collections.abc import Sequence

from holdfast.kernel.moment import Moment
from holdfast.record.ledger.entry_rows import ask

# One question for each way in which an entry names an agency: with "or" between them the database goes through every entry.
NAMING = """
SELECT id FROM record_entryenvelope WHERE organisation_id = %(here)s
UNION SELECT id FROM record_entryenvelope
WHERE recorded_by_id = ANY(ARRAY(SELECT w.id FROM record_worker w WHERE w.organisation_id = %(here)s))
UNION SELECT envelope_id FROM record_entrybody WHERE data -> 'from' -> 'organisation' = to_jsonb(%(here)s::text)
UNION SELECT envelope_id FROM record_entrybody WHERE data -> 'setting' = to_jsonb(%(here)s::text)
UNION SELECT envelope_id FROM record_entrybody WHERE data -> 'setting' = to_jsonb(%(name)s::text)
UNION SELECT envelope_id FROM record_entrybody WHERE data -> 'organisation' = to_jsonb(%(here)s::text)
UNION SELECT envelope_id FROM record_entrybody WHERE data -> 'present' @> %(present)s::jsonb
"""
GIVEN_TO = "SELECT envelope_id FROM record_entrybody WHERE data ->> 'worker' = ANY(%(leads)s::text[])"
ASKED_TO_MEET = """
SELECT envelope_id FROM record_entrybody WHERE data -> 'present' @> ANY (%(met)s::jsonb[])
UNION SELECT envelope_id FROM record_entrybody WHERE data -> 'absent' @> ANY (%(missed)s::jsonb[])
"""
ABOUT = """
SELECT DISTINCT a.person_id FROM record_entryabout a JOIN record_entryenvelope e ON e.id = a.envelope_id
WHERE a.envelope_id = ANY(%(ids)s::uuid[]) AND e.recorded_at <= %(known)s
  AND (%(types)s::varchar[] IS NULL OR e.type = ANY(%(types)s::varchar[]))
"""
GIVES, MEETS = ("worker_allocated", "contact_assigned"), ("core_group_held", "conference_held")
# And what each finds as a list: joined, the database goes through everybody's of the type.
COVERED = """
SELECT DISTINCT b.data ->> 'for' FROM record_entrybody b JOIN record_entryenvelope e ON e.id = b.envelope_id
WHERE e.type = 'cover_named'
  AND b.envelope_id = ANY(ARRAY(SELECT envelope_id FROM record_entrybody WHERE data ->> 'cover' = %(worker)s))
"""
CONFIRMED_AS = """
SELECT DISTINCT b.data ->> 'contact' FROM record_entrybody b JOIN record_entryenvelope e ON e.id = b.envelope_id
WHERE e.type = 'sender_confirmed' AND e.recorded_at <= %(known)s
  AND b.envelope_id = ANY(ARRAY(SELECT envelope_id FROM record_entrybody WHERE data ->> 'worker' = %(worker)s))
"""


def people_known_to(organisation: str, name: str, moment: Moment) -> set[str]:
    """Everybody of whom the agency recorded something, told something or was in the room, or with whom an entry names it. Whoever
    only looked a child up has no part."""
    present = json.dumps([{"organisation": organisation}])
    return _about(_found(NAMING, moment, here=organisation, name=name, present=present), None, moment)


def people_named_with(worker: str, colleagues: Sequence[str], moment: Moment) -> set[str]:
    """Everybody whom an entry gave to the worker or to somebody for whom the worker covers, and about whom the worker or a
    colleague of the same post was asked to a core group or a conference."""
    leads = {worker} | _found(COVERED, moment, worker=worker)
    met = [json.dumps([{"worker": each}]) for each in colleagues]
    missed = [*met, *(json.dumps([each]) for each in colleagues)]
    given, met_with = _found(GIVEN_TO, moment, leads=sorted(leads)), _found(ASKED_TO_MEET, moment, met=met, missed=missed)
    return _about(given, GIVES, moment) | _about(met_with, MEETS, moment)


def contacts_confirmed_as(worker: str, moment: Moment) -> set[str]:
    """The contacts of which somebody made sure that the worker had sent them, by their first versions."""
    return _found(CONFIRMED_AS, moment, worker=worker)


def _about(ids: set[str], types: tuple[str, ...] | None, moment: Moment) -> set[str]:
    return _found(ABOUT, moment, ids=sorted(ids), types=None if types is None else list(types)) if ids else set()


def _found(statement: str, moment: Moment, **asked: object) -> set[str]:
    return {str(id) for (id,) in ask(statement, {**asked, "known": moment.known_at}) if id is not None}
