"""What waits for one worker, and what comes due for the children they lead or cover for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from holdfast.duty.alerts import worklist
from holdfast.duty.cover_proposals import children_held
from holdfast.duty.waiting_item import WaitingItem
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.when import When, london_day
from holdfast.pages.worklists.queries.line_facts import LineFacts, line_facts
from holdfast.record.models import StoredClock
from holdfast.standards import STANDARDS
from holdfast.standards.roles import ROLES

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class WaitingWork:
    """``items`` were told to the worker; ``ahead`` are clocks that run and nobody needs to be told of yet."""

    items: tuple[WaitingItem, ...]
    ahead: tuple[StoredClock, ...]
    facts: LineFacts


def waiting_work(worker: str, now: Roster) -> WaitingWork:
    """What waits for ``worker``, by the staff as they are ``now``."""
    at = now.moment.as_at
    items = worklist(worker, at)
    # What was told already (a warning) is on the list as an item. The same due date is not said twice.
    ahead = clocks_ahead(worker, now, {(str(item.child), str(item.rule), str(item.due)) for item in items})
    return WaitingWork(items, tuple(ahead), line_facts(items, ahead, at))


def covered(worker: str, now: Roster) -> tuple[str, ...]:
    """The children whom the worker covers for somebody who is away or gone."""
    away = [other for other in now.may_cover_for(worker) if now.missing(other) is not None]
    return tuple(child for other in sorted(away) for child in children_held(other, now) if now.cover(other, child) == worker)


def clocks_ahead(worker: str, now: Roster, listed: set[tuple[str, str, str]]) -> list[StoredClock]:
    """What comes due in the next 7 days for the children this worker leads or covers for, unless it is ``listed`` already."""
    if now.missing(worker) is not None:  # it is with whoever covers
        return []
    at = now.moment.as_at
    children = (*children_held(worker, now), *covered(worker, now))
    clocks = due_between(children, at, at + WEEK)
    # Of a child's clocks only those that the lead answers for: what a health visitor or the chair has to do is on their lists.
    own = [clock for clock in clocks if ROLES[STANDARDS[clock.standard].responsible].found == "lead"]
    return [clock for clock in own if (clock.child_id, clock.standard, str(clock.due)) not in listed]


def due_between(children: Sequence[str], after: datetime, until: datetime) -> list[StoredClock]:
    """The clocks of these children that run out in between, soonest first."""
    # ``overdue_from`` is the instant from which it is late, which comes after the whole of the day it is due. A week more is read
    # than is wanted, and the day itself decides.
    rows = StoredClock.objects.filter(child__in=list(children), open=True, overdue_from__gt=after, overdue_from__lte=until + WEEK)
    last = london_day(until)
    return [row for row in rows.order_by("overdue_from", "pk") if row.due and When.parse(row.due).last <= last]
