"""The marks of a complex family, any two of which call for multi-agency supervision: as
:mod:`holdfast.engine.reference.family_complexity` says it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from holdfast.engine.compiled.clock_start import CompactStart, start_of
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.entry_fields import column
from holdfast.engine.compiled.instants import FAR_OFF
from holdfast.engine.compiled.lead_worker import ALLOCATED, is_lead
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.state import CompiledState, spans
from holdfast.kernel.calendar import add_months
from holdfast.standards.multi_agency_supervision import (
    CRISES,
    CRISIS_DAYS,
    CRISIS_KINDS,
    LEAD_WORKER_DAYS,
    LEAD_WORKERS,
    LEAD_WORKERS_HOLD_DAYS,
    MONTHS_ON_PLAN,
    NETWORK_MONTHS,
    PROFESSIONALS,
    SECOND_PLAN_MONTHS,
)
from holdfast.standards.states import CHILD_PROTECTION_PLAN, PRE_PROCEEDINGS

MEETINGS = ("conference_held", "core_group_held", "strategy_discussion_held")
CONFERENCES, INCIDENTS = ("conference_held",), ("incident_recorded",)
RAISED, RESOLVED = ("disagreement_raised",), ("disagreement_resolved",)


class CompactMark(NamedTuple):
    """One mark of complexity: from which day to which (:data:`FAR_OFF` while it lasts), and the entry that made it so."""

    start: int
    name: str
    end: int
    entry: CompactEntry


def complexity(compiler: Compiler) -> Callable[[PersonRecord], Iterable[CompactStart]]:
    """The day a second mark is made while another holds. Said again only after fewer than two have held."""
    plan, pre_proceedings = compiler.state(CHILD_PROTECTION_PLAN), compiler.state(PRE_PROCEEDINGS)
    return lambda person: _together(_marks(person, plan, pre_proceedings))


def _together(marks: Iterable[CompactMark]) -> Iterator[CompactStart]:
    lasting: list[CompactMark] = []
    until: int | None = None
    for mark in marks:
        # Marks come in order, so those that are over stay over: what still lasts is kept, where the reference looks through
        # all of them.
        lasting = [each for each in lasting if each.end > mark.start]
        if until is None or mark.start >= until:
            held = [each for each in lasting if each.name != mark.name]
            if held:
                # Together until the first of them ends.
                ends = [mark.end, *(each.end for each in held)]
                until = FAR_OFF if FAR_OFF in ends else min(ends)
                yield start_of(mark.entry, tuple(each.entry for each in held))
        lasting.append(mark)


def _marks(person: PersonRecord, plan: CompiledState, pre_proceedings: CompiledState) -> list[CompactMark]:
    """Every mark in this life, oldest first."""
    found = [
        *_many_professionals(person),
        *_many_workers(person),
        *(CompactMark(span.start, "pre-proceedings open", span.end, span.started_by) for span in spans(person, pre_proceedings)),
        *_second_plan(person, plan),
        *_six_months_on(person, plan),
        *_crisis_series(person),
        *_unresolved(person),
    ]
    # By day and name, as the reference sorts them: which of two on one day is second decides by which entry it is told.
    return sorted(found, key=lambda mark: mark[:2])


def _months_after(day: int, n: int) -> int:
    return add_months(date.fromordinal(day), n).toordinal()


def _many_professionals(person: PersonRecord) -> Iterator[CompactMark]:
    for entry in person.read(MEETINGS):
        if sum(not column(row, "person") for row in listed(entry, "present")) >= PROFESSIONALS:
            yield CompactMark(entry.last, "eight or more professionals", _months_after(entry.last, NETWORK_MONTHS), entry)
            return


def _recent(entries: Sequence[CompactEntry], days: int) -> Iterator[Sequence[CompactEntry]]:
    """Each entry in turn with those of so many days before it, the oldest first."""
    first = 0
    for number, entry in enumerate(entries):
        # The window only moves on, so each entry is let go of once.
        while entries[first].last <= entry.last - days:
            first += 1
        yield entries[first : number + 1]


def _many_workers(person: PersonRecord) -> Iterator[CompactMark]:
    leads = [entry for entry in person.read(ALLOCATED) if is_lead(person, entry)]
    for recent in _recent(leads, LEAD_WORKER_DAYS):
        if len({each.data.get("worker") for each in recent}) >= LEAD_WORKERS:
            end = recent[0].last + LEAD_WORKERS_HOLD_DAYS
            yield CompactMark(recent[-1].last, "three lead workers in twelve months", end, recent[-1])


def _second_plan(person: PersonRecord, plan: CompiledState) -> Iterator[CompactMark]:
    for earlier, later in pairwise(spans(person, plan)):
        if earlier.end != FAR_OFF and later.start < _months_after(earlier.end, SECOND_PLAN_MONTHS):
            yield CompactMark(later.start, "a second plan within 24 months", later.end, later.started_by)


def _six_months_on(person: PersonRecord, plan: CompiledState) -> Iterator[CompactMark]:
    for span in spans(person, plan):
        since = _months_after(span.start, MONTHS_ON_PLAN)
        for entry in person.read(CONFERENCES):
            if since <= entry.last < span.end and person.row(entry, "decisions").get("decision") == "plan_continued":
                yield CompactMark(entry.last, "six months on a plan and still continuing", span.end, entry)
                break


def _crisis_series(person: PersonRecord) -> Iterator[CompactMark]:
    crises = [entry for entry in person.read(INCIDENTS) if entry.data.get("kind") in CRISIS_KINDS]
    for recent in _recent(crises, CRISIS_DAYS):
        if len(recent) >= CRISES:
            yield CompactMark(recent[-1].last, "three crises in 90 days", recent[0].last + CRISIS_DAYS, recent[-1])


def _unresolved(person: PersonRecord) -> Iterator[CompactMark]:
    raised = person.read(RAISED)
    if not raised:
        return
    resolved: dict[str, int] = {}
    for entry in person.anybodys(RESOLVED):
        # The first resolution of each: found once, where asking for every disagreement would go through all of them.
        resolved.setdefault(person.record.root(str(entry.data.get("disagreement"))), entry.last)
    for entry in raised:
        end = resolved.get(entry.root, FAR_OFF)
        if end > entry.last:
            yield CompactMark(entry.last, "a disagreement not resolved", end, entry)
