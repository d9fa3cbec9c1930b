"""The marks of a complex family, any two of which call for multi-agency supervision."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from holdfast.engine.reference.affiliation import role_of
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.state import spans
from holdfast.kernel.calendar import add_months
from holdfast.standards import professions
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
from holdfast.vocabulary.entry import Entry


@dataclass(frozen=True)
class Mark:
    """One mark of complexity, the entry that made it so and the days it held."""

    name: str
    entry: Entry
    start: date
    end: date | None


def marks(person: PersonView) -> list[Mark]:
    """Every mark of complexity of this person, oldest first."""
    found = [mark for each in _MARKS for mark in each(person)]
    return sorted(found, key=lambda mark: (mark.start, mark.name))


def complexity(person: PersonView) -> Iterator[Start]:
    """The day a second mark is made while another holds. Said again only after fewer than two have held."""
    # Every mark there ever was, also those that are over: two that never held together are no complex family.
    found = marks(person)
    together: date | None = None
    for number, mark in enumerate(found):
        # Two marks of one kind are one mark: a family that is complex in one way twice is not complex in two.
        held = [each for each in found[:number] if each.name != mark.name and (each.end is None or each.end > mark.start)]
        # Said again only after fewer than two have held, or every further entry about a complex family would say it once
        # more.
        if held and (together is None or mark.start >= together):
            ends = [each.end for each in (*held, mark) if each.end is not None]
            together = min(ends) if len(ends) == len(held) + 1 else date.max
            yield Start.of(mark.entry, extra=tuple(each.entry for each in held))


def crises(person: PersonView) -> tuple[Entry, ...]:
    """Crises of the adults that were recorded about this child."""
    return tuple(entry for entry in person.entries("incident_recorded") if value(entry, "kind") in CRISIS_KINDS)


def _many_professionals(person: PersonView) -> Iterator[Mark]:
    for entry in person.entries("conference_held", "core_group_held", "strategy_discussion_held"):
        # Whoever has an id of the record's people is of the family; the others are there for a profession.
        if sum(1 for row in listed(entry, "present") if not getattr(row, "person", None)) >= PROFESSIONALS:
            # Once in a life: it is the size of the network that is complex, not each meeting of it.
            yield Mark("eight or more professionals", entry, entry.happened.last, add_months(entry.happened.last, NETWORK_MONTHS))
            return


def _many_workers(person: PersonView) -> Iterator[Mark]:
    leads = [
        entry
        for entry in person.entries("worker_allocated")
        if (professions.normal(value(entry, "role")) or role_of(person.known, value(entry, "worker"))) in professions.LEAD_ROLES
    ]
    for number, entry in enumerate(leads):
        since = entry.happened.last - timedelta(days=LEAD_WORKER_DAYS)
        recent = [each for each in leads[: number + 1] if each.happened.last > since]
        if len({value(each, "worker") for each in recent}) >= LEAD_WORKERS:
            end = recent[0].happened.last + timedelta(days=LEAD_WORKERS_HOLD_DAYS)
            yield Mark("three lead workers in twelve months", entry, entry.happened.last, end)


def _pre_proceedings(person: PersonView) -> Iterator[Mark]:
    for span in spans(person, PRE_PROCEEDINGS):
        yield Mark("pre-proceedings open", span.started_by, span.start, span.end)


def _second_plan(person: PersonView) -> Iterator[Mark]:
    plans = spans(person, CHILD_PROTECTION_PLAN)
    for earlier, later in pairwise(plans):
        if earlier.end is not None and later.start < add_months(earlier.end, SECOND_PLAN_MONTHS):
            yield Mark("a second plan within 24 months", later.started_by, later.start, later.end)


def _six_months_on(person: PersonView) -> Iterator[Mark]:
    for span in spans(person, CHILD_PROTECTION_PLAN):
        for entry in person.entries("conference_held"):
            day = entry.happened.last
            continued = getattr(person.row(entry, "decisions"), "decision", None) == "plan_continued"
            if continued and span.holds_on(day) and day >= add_months(span.start, MONTHS_ON_PLAN):
                yield Mark("six months on a plan and still continuing", entry, day, span.end)
                # One for each plan: that it went on after six months does not become more so at the next review.
                break


def _crisis_series(person: PersonView) -> Iterator[Mark]:
    events = crises(person)
    for number, entry in enumerate(events):
        since = entry.happened.last - timedelta(days=CRISIS_DAYS)
        recent = [each for each in events[: number + 1] if each.happened.last > since]
        if len(recent) >= CRISES:
            yield Mark(
                "three crises in 90 days", entry, entry.happened.last, recent[0].happened.last + timedelta(days=CRISIS_DAYS)
            )


def _unresolved(person: PersonView) -> Iterator[Mark]:
    for entry in person.entries("disagreement_raised"):
        resolved = next(
            (
                each.happened.last
                for each in person.known.of("disagreement_resolved")
                if person.known.same(str(value(each, "disagreement")), entry.id)
            ),
            None,
        )
        # What was resolved on the day it was raised was a conversation.
        if resolved is None or resolved > entry.happened.last:
            yield Mark("a disagreement not resolved", entry, entry.happened.last, resolved)


_MARKS: tuple[Callable[[PersonView], Iterator[Mark]], ...] = (
    _many_professionals,
    _many_workers,
    _pre_proceedings,
    _second_plan,
    _six_months_on,
    _crisis_series,
    _unresolved,
)
