"""Writing a case: the same case gives the same text, byte for byte."""

import json
from datetime import UTC
from typing import Any

from holdfast.kernel.when import When
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.scalars import write_instant
from holdfast.vocabulary.stated_facts import StatedFact
from holdfast.vocabulary.working_hours import KnownShift, StatedHours
from holdfast.vocabulary.world import KnownPerson, KnownRelationship, World

FORMAT = "holdfast-case/1"


def write_case(world: World) -> str:
    """The case file of a world. Lists keep the world's order and fields the contract's; what is not recorded is left out of
    data. :func:`~holdfast.vocabulary.case_file.read_case` reads it back to an equal world."""
    # Every list and field is written in this order, never in the order of a set: two exports of one case have to be the same
    # bytes, or nobody could see by comparing them that nothing changed.
    case = {
        "format": FORMAT,
        "organisations": [{"id": each.id, "kind": each.kind, "name": each.name} for each in world.organisations.values()],
        "workers": [
            {"id": each.id, "name": each.name, "organisation": each.organisation, "role": each.role, "manager": each.manager}
            for each in world.workers.values()
        ],
        "people": [_person(each) for each in world.people.values()],
        "relationships": [_relationship(each) for each in world.relationships],
        "entries": [write_entry(each) for each in world.entries],
    }
    # Only where something is said: a file without them is read by systems that never heard of them.
    case |= {"hours": [_hours(each) for each in world.hours]} if world.hours else {}
    case |= {"rota": [_shift(each) for each in world.rota]} if world.rota else {}
    # Names keep their letters instead of escapes, so that a person can read the file.
    return json.dumps(case, ensure_ascii=False, indent=1) + "\n"


def write_entry(entry: Entry) -> dict[str, Any]:
    """One entry as the case file writes it. ``recorded_at`` is left out where it is the end of ``happened``."""
    written: dict[str, Any] = {"id": entry.id, "type": entry.type, "happened": entry.happened.to_json()}
    # Left out where it is what reading would put there, so that hand-written cases stay as short as they were written.
    if entry.recorded_at != entry.happened.end.astimezone(UTC):
        written["recorded_at"] = write_instant(entry.recorded_at)
    written |= {"by": entry.by, "about": list(entry.about), "data": entry.data.written()}
    rest = {"source": entry.source, "corrects": entry.corrects, "withdraws": entry.withdraws, "reason": entry.reason}
    return written | {name: value for name, value in rest.items() if value is not None}


def _person(person: KnownPerson) -> dict[str, Any]:
    written = {
        "id": person.id,
        "names": [{"use": name.use, "given": name.given, "family": name.family} for name in person.names],
        "born": _when(person.born),
        "sex": person.sex,
        "nhs_number": person.nhs_number,
    }
    # Only where there is one: of most people no birth is expected.
    expected = {"expected": _when(person.expected)} if person.expected else {}
    return written | expected | ({"facts": [_fact(each) for each in person.facts]} if person.facts else {})


def _fact(fact: StatedFact) -> dict[str, Any]:
    written = {
        "kind": fact.kind.value,
        "value": fact.value,
        "whose": fact.whose,
        "sort": fact.sort,
        "interpreter": fact.interpreter,
        "since": _when(fact.since),
        "until": _when(fact.until),
        "said_by": fact.said_by,
        "source": fact.source,
        "recorded_at": write_instant(fact.recorded_at) if fact.recorded_at else None,
        "checked_at": write_instant(fact.checked_at) if fact.checked_at else None,
        "check_by": fact.check_by.isoformat() if fact.check_by else None,
    }
    return {name: value for name, value in written.items() if value is not None}


def _relationship(relationship: KnownRelationship) -> dict[str, Any]:
    return {
        "from": relationship.from_person,
        "to": relationship.to_person,
        "kind": relationship.kind,
        "parental_responsibility": relationship.parental_responsibility,
        "start": _when(relationship.start),
        "end": _when(relationship.end),
    }


def _hours(stated: StatedHours) -> dict[str, Any]:
    whose = {"worker": stated.worker} if stated.worker is not None else {"organisation": stated.organisation}
    return whose | {"hours": stated.hours, "since": stated.since.isoformat() if stated.since else None}


def _shift(shift: KnownShift) -> dict[str, Any]:
    return {
        "worker": shift.worker,
        "team": shift.team,
        "starts": write_instant(shift.starts),
        "ends": write_instant(shift.ends),
    }


def _when(when: When | None) -> str | dict[str, str] | None:
    return when.to_json() if when else None
