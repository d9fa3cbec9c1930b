"""Who could cover for a worker, child by child, and what waits for each child meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from holdfast.duty.alerts import team_worklist
from holdfast.duty.cover_proposals import Proposal, children_held, propose_cover
from holdfast.duty.rota import staffing_roster
from holdfast.duty.waiting_item import WaitingItem
from holdfast.engine.responsibility.roster import Roster
from holdfast.pages.worklists.queries.line_facts import LineFacts, line_facts
from holdfast.record.models import Worker
from holdfast.standards.professions import SOCIAL_WORKERS, normal


@dataclass(frozen=True)
class CoverChoices:
    """``colleagues`` are all who could be named, ``proposals`` who is proposed for each child and why."""

    worker: Worker
    now: Roster
    children: tuple[str, ...]
    proposals: Mapping[str, Proposal]
    colleagues: tuple[Worker, ...]
    waiting: tuple[WaitingItem, ...]
    facts: LineFacts


def cover_choices(worker: Worker, *, asked_by: Worker | None, at: datetime) -> CoverChoices:
    """The choices as they stand at ``at``."""
    now = staffing_roster(at)
    children = children_held(worker.pk, now)
    # Of a worker whom nobody manages (the manager themselves), what waits is on the list of whoever asks.
    manager = worker.manager_id or (asked_by.pk if asked_by else "")
    items = tuple(item for item in team_worklist(manager, now) if item.child in children and not item.answered)
    return CoverChoices(
        worker=worker,
        now=now,
        children=children,
        proposals={each.child: each for each in propose_cover(worker=worker.pk, at=at)},
        colleagues=_colleagues(worker, now),
        waiting=items,
        facts=line_facts(items, (), at, children=children),
    )


def _colleagues(worker: Worker, now: Roster) -> tuple[Worker, ...]:
    """Everybody at work in the same agency who could be named, the team first."""
    rows = Worker.objects.filter(organisation=worker.organisation).exclude(pk=worker.pk).order_by("name")
    # Social workers alone can be named here, though a support worker may cover some children: one list serves every child of the
    # page, and some of them need one.
    qualified = {each.pk: each for each in rows if normal(each.role) in SOCIAL_WORKERS}
    fit = [qualified[id] for id in now.those_in_post(qualified)]
    return tuple(sorted(fit, key=lambda each: (each.manager_id != worker.manager_id, each.name)))
