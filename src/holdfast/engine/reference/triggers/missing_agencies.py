"""Which agencies belong to a group that meets, and which of them stay away from it."""

from collections.abc import Iterable, Iterator
from typing import Any

from holdfast.engine.reference import affiliation
from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.rules.trigger import AgencyMissing
from holdfast.standards import professions
from holdfast.vocabulary.entry import Entry


def runs(person: PersonView, trigger: AgencyMissing) -> Iterator[tuple[str, list[Entry]]]:
    """Each agency with the meetings it missed running, once there are as many as the trigger says."""
    missed: dict[str, list[tuple[Entry, Entry | None]]] = {}
    belongs: set[str] = set()
    named = fitting(person, (trigger.named,))
    before: Entry | None = None
    for meeting in fitting(person, (trigger.meetings,)):
        present, absent = agencies(person.known, value(meeting, "present")), agencies(person.known, value(meeting, "absent"))
        unknown = value(meeting, "present") is None
        # Nobody wrote down who was there: that says nothing of anybody, and breaks no run.
        if unknown and not absent:
            continue
        lists = [each for each in named if each.happened.last <= meeting.happened.last]
        # Whoever was once expected belongs to the group, also where the list of members was never written.
        belongs |= absent
        expected = belongs | (agencies(person.known, value(lists[-1], "members")) if lists else set())
        # Where only absences are known, only they can be counted.
        for agency in sorted(absent if unknown else expected):
            # Having come once ends a run: what is worried about is staying away, and not how often.
            running = [] if agency in present else [*missed.get(agency, []), (meeting, before)]
            missed[agency] = _unreported(person, trigger, agency, running, meeting)
            # Said as the number is reached with this meeting; a longer run is the same one.
            if len(missed[agency]) == trigger.n and missed[agency][-1][0] == meeting:
                yield agency, [each for each, _ in missed[agency]]
        before = meeting


def _unreported(
    person: PersonView, trigger: AgencyMissing, agency: str, running: list[tuple[Entry, Entry | None]], now: Entry
) -> list[tuple[Entry, Entry | None]]:
    """The last of the missed meetings that run to now, after any to which the agency had reported in writing by now."""
    found: list[tuple[Entry, Entry | None]] = []
    for meeting, before in running:
        reported = agency in _reported(person, trigger, meeting, before, now)
        # A report counts for the meeting it was for, also where it came later: by now it has been heard.
        found = [] if reported else [*found, (meeting, before)]
    return found


def agencies(known: RecordView, rows: Iterable[Any] | None) -> set[str]:
    """The agencies that rows of people speak for: by organisation, or where none is known by the role itself. The family is
    no agency."""
    found = set()
    for row in rows or ():
        worker = affiliation.worker_of(known, row_value(row, "worker"))
        role = professions.normal(row_value(row, "role"))
        # Somebody whose organisation nobody wrote down speaks for their profession.
        agency = row_value(row, "organisation") or (worker.organisation if worker else None) or role.replace("_", " ")
        if agency and row_value(row, "person") is None and role not in professions.FAMILY_ROLES:
            found.add(str(agency))
    return found


def _reported(person: PersonView, trigger: AgencyMissing, meeting: Entry, before: Entry | None, now: Entry) -> set[str]:
    """The agencies that by now had reported to a meeting in writing: naming it, or since the one before it."""
    found = set()
    for report in fitting(person, (trigger.reported,)):
        if report.happened.last > now.happened.last:
            continue
        named = value(report, "core_group")
        if named is not None:
            to_this = person.known.same(str(named), meeting.id)
        else:
            since = before is None or report.happened.last > before.happened.last
            to_this = since and report.happened.last <= meeting.happened.last
        if to_this:
            found |= {str(each) for each in listed(report, "organisation")}
    return found
