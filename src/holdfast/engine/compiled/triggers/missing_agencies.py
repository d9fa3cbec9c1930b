"""Agencies that stay away from a group that meets: the meaning of :class:`~holdfast.rules.trigger.AgencyMissing`."""

from collections.abc import Iterable, Iterator, Sequence

from holdfast.engine.compiled.affiliation import agencies
from holdfast.engine.compiled.clock_start import CompactStart, start_of
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_entries import fitting
from holdfast.engine.compiled.instants import LONG_AGO
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.trigger import MEANINGS, CompiledTrigger
from holdfast.rules.trigger import AgencyMissing

Reported = dict[str, int]
"""The agencies that reported to a meeting in writing, and by which day the first time."""
Missed = tuple[CompactEntry, Reported]
"""A meeting that an agency missed, with who reported to it."""


def agency_missing(compiler: Compiler, trigger: AgencyMissing) -> CompiledTrigger:
    """Each agency that missed so many meetings running."""
    meetings, n = compiler.event(trigger.meetings, linked=False), trigger.n
    named, reported = compiler.event(trigger.named, linked=False), compiler.event(trigger.reported, linked=False)

    def every(person: PersonRecord) -> Iterable[CompactStart]:
        missed: dict[str, list[Missed]] = {}
        reports = fitting(person, reported)
        for meeting, absent, expected, before in _held(person, fitting(person, meetings), named):
            to_this = _reported_to(person, reports, meeting, before)
            for agency in absent:
                missed[agency] = _unreported([*missed.get(agency, ()), (meeting, to_this)], agency, meeting.last)
                run = missed[agency]
                if len(run) == n and run[-1][0] is meeting:
                    yield start_of(meeting, extra=tuple(each for each, _ in run[:-1]), about=(agency,))
            # Having come once ends a run.
            for agency in expected.difference(absent):
                missed.pop(agency, None)

    return CompiledTrigger(every, meetings.types)


Held = tuple[CompactEntry, list[str], set[str], CompactEntry | None]
"""A meeting, the agencies that belong there and were not, all that were to be looked at, and the meeting before it."""


def _held(person: PersonRecord, meetings: Sequence[CompactEntry], named: CompiledEvent) -> Iterator[Held]:
    """Every meeting of which something is known of who was there."""
    belongs: set[str] = set()
    lists, members, place = fitting(person, named), set[str](), 0
    before: CompactEntry | None = None
    for meeting in meetings:
        unknown = meeting.data.get("present") is None
        present, absent = agencies(person, meeting.data.get("present")), agencies(person, meeting.data.get("absent"))
        if unknown and not absent:
            continue
        # Lists and meetings are both in order, so each list is read once, and the last by the day of the meeting holds.
        while place < len(lists) and lists[place].last <= meeting.last:
            members, place = agencies(person, lists[place].data.get("members")), place + 1
        belongs |= absent
        expected = absent if unknown else belongs | members
        yield meeting, sorted(expected - present), expected, before
        before = meeting


def _reported_to(
    person: PersonRecord, reports: Sequence[CompactEntry], meeting: CompactEntry, before: CompactEntry | None
) -> Reported:
    """The agencies that reported to a meeting in writing: naming it, or since the one before it."""
    since, found = LONG_AGO if before is None else before.last, Reported()
    for report in reports:
        named = report.data.get("core_group")
        if named is not None:
            to_this = person.record.same(str(named), meeting.id)
        else:
            to_this = since < report.last <= meeting.last
        if to_this:
            for agency in map(str, listed(report, "organisation")):
                found[agency] = min(report.last, found.get(agency, report.last))
    return found


def _unreported(running: list[Missed], agency: str, now: int) -> list[Missed]:
    """The last of the missed meetings that run to now, after any to which the agency had reported in writing by now."""
    for place in range(len(running) - 1, -1, -1):
        day = running[place][1].get(agency)
        if day is not None and day <= now:
            return running[place + 1 :]
    return running


MEANINGS[AgencyMissing] = agency_missing
