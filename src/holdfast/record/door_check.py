"""What an entry that is to be recorded is weighed against, read from the record: who lived when, what it ends or answers."""

from dataclasses import replace
from datetime import datetime

from holdfast.engine.door_questions import LIVES, DoorQuestion, door_questions, looked_at
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.record import read
from holdfast.record.ledger import entry_rows
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.faults import Fault
from holdfast.vocabulary.field_types import references
from holdfast.vocabulary.world import World

# Of these people alone, and of the types that matter: a door that read whole families would be felt at each form.
OF_PEOPLE = """e.recorded_at <= %(known)s AND (e.id = ANY(%(ids)s::uuid[])
  OR (e.type = ANY(%(types)s::varchar[]) AND e.id IN (
    SELECT envelope_id FROM record_entryabout WHERE person_id = ANY(%(people)s::varchar[])
    UNION ALL SELECT envelope_id FROM record_movedentry WHERE person_id = ANY(%(people)s::varchar[])
    UNION ALL SELECT envelope_id FROM record_aboutnobody WHERE concerns && %(workers)s::varchar[])))"""
VERSIONS = "e.recorded_at <= %(known)s AND (e.corrects_id = ANY(%(ids)s::uuid[]) OR e.withdraws_id = ANY(%(ids)s::uuid[]))"


def questions_about(entry: Entry, at: datetime) -> list[DoorQuestion]:
    """What is asked about an entry before it is recorded at ``at``."""
    named = list(references(entry.data))
    people = sorted({*entry.about, *(each.value for each in named if each.kind == "person")})
    ids = [each.value for each in named if each.kind == "entry" and _is_id(each.value)]
    found = entry_rows.entries(
        OF_PEOPLE,
        known=at,
        ids=ids + ([entry.corrects] if entry.corrects else []),
        types=list(looked_at(entry)),
        people=people,
        workers=[each.value for each in named if each.kind == "worker"],
    )
    there = {each.id: each for each in (*found, *_later_versions([each.id for each in found], at))}
    moment = Moment.live(at)
    # Without the birth or death that this one is to replace, which would speak against itself.
    entries = tuple(each for each in there.values() if each.id != entry.corrects or each.type not in LIVES)
    world = World({}, {}, read.people(people, moment), (), entries)
    return door_questions(replace(entry, recorded_at=at), RecordView(world, moment), at)


def still_open(asked: list[DoorQuestion], because: str | None) -> list[Fault]:
    """Those of the questions that ``because`` does not answer."""
    return [Fault(each.path, each.what, each.do) for each in asked if not (each.may_be and (because or "").strip())]


def _later_versions(ids: list[str], at: datetime) -> list[Entry]:
    """Corrections and withdrawals of these, and of those in turn."""
    found: list[Entry] = []
    while ids:
        later = entry_rows.entries(VERSIONS, known=at, ids=ids)
        found += later
        ids = [each.id for each in later]
    return found


def _is_id(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4
