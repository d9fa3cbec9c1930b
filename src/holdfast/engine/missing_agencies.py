"""Which agencies belong to a group that meets, and which of them stay away from it."""

from collections.abc import Iterable, Iterator
from typing import Any

from holdfast.engine import who
from holdfast.engine.fields import listed, row_value, value
from holdfast.engine.gathering import fitting
from holdfast.engine.known import Known
from holdfast.engine.life import Life
from holdfast.standards import professions
from holdfast.standards.sequences import AgencyMissing
from holdfast.vocabulary.entry import Entry


def runs(life: Life, trigger: AgencyMissing) -> Iterator[tuple[str, list[Entry]]]:
    """Each agency with the meetings it missed running, once there are as many as the trigger says."""
    missed: dict[str, list[Entry]] = {}
    belongs: set[str] = set()
    named = fitting(life, (trigger.named,))
    before: Entry | None = None
    for meeting in fitting(life, (trigger.meetings,)):
        known = life.known
        present, absent = agencies(known, value(meeting, "present")), agencies(known, value(meeting, "absent"))
        if value(meeting, "present") is None and not absent:
            continue
        lists = [each for each in named if each.happened.last <= meeting.happened.last]
        listed_now = agencies(known, value(lists[-1], "members")) if lists else set()
        belongs |= absent
        reported = _reported(life, trigger, meeting, before)
        for agency in sorted(belongs | listed_now):
            took_part = agency in present or agency in reported
            unknown = value(meeting, "present") is None and agency not in absent
            if unknown:
                continue
            missed[agency] = [] if took_part else [*missed.get(agency, []), meeting]
            if len(missed[agency]) == trigger.n:
                yield agency, missed[agency]
        before = meeting


def agencies(known: Known, rows: Iterable[Any] | None) -> set[str]:
    """The agencies that rows of people speak for: by organisation, or where none is known by the role itself. The family is
    no agency."""
    found = set()
    for row in rows or ():
        worker = who.worker_of(known, row_value(row, "worker"))
        role = professions.normal(row_value(row, "role"))
        agency = row_value(row, "organisation") or (worker.organisation if worker else None) or role.replace("_", " ")
        if agency and row_value(row, "person") is None and role not in professions.FAMILY_ROLES:
            found.add(str(agency))
    return found


def _reported(life: Life, trigger: AgencyMissing, meeting: Entry, before: Entry | None) -> set[str]:
    """The agencies that reported to this meeting in writing: naming it, or since the one before it."""
    found = set()
    for report in fitting(life, (trigger.reported,)):
        named = value(report, "core_group")
        if named is not None:
            to_this = life.known.same(str(named), meeting.id)
        else:
            since = before is None or report.happened.last > before.happened.last
            to_this = since and report.happened.last <= meeting.happened.last
        if to_this:
            found |= {str(each) for each in listed(report, "organisation")}
    return found
