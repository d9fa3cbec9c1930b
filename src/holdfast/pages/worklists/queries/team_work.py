"""Everything that waits about the children of a manager's team, and about those of one worker of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.duty.alerts import team_worklist
from holdfast.duty.cover_proposals import children_held
from holdfast.duty.models import Delivery
from holdfast.duty.waiting_item import WaitingItem
from holdfast.engine.responsibility.roster import Roster
from holdfast.pages.worklists.queries.line_facts import LineFacts, line_facts
from holdfast.pages.worklists.queries.waiting_work import WEEK, due_between
from holdfast.record.models import StoredClock, Worker


@dataclass(frozen=True)
class TeamWork:
    """``held`` are the children of each worker of the team; ``ahead`` the clocks that run out within a week; ``cannot_tell``
    counts those that lack what they need."""

    now: Roster
    held: dict[str, tuple[str, ...]]
    items: tuple[WaitingItem, ...]
    unopened: tuple[WaitingItem, ...]
    ahead: tuple[StoredClock, ...]
    cannot_tell: int
    facts: LineFacts


@dataclass(frozen=True)
class MemberWork:
    """One worker's children, and the alerts about them that nobody has answered."""

    worker: str
    now: Roster
    held: tuple[str, ...]
    items: tuple[WaitingItem, ...]
    facts: LineFacts


def team_work(manager: Worker, now: Roster) -> TeamWork | None:
    """The work of the team of ``manager``; nothing where they manage nobody."""
    at = now.moment.as_at
    ids = sorted((id for id, each in now.world.workers.items() if each.manager == manager.pk), key=now.name)
    if not ids:
        return None
    items = team_worklist(manager.pk, now)
    held = {id: children_held(id, now) for id in ids}
    # Two sources, and neither holds the other: a child with nothing due is in no item, and an item may be about the child of
    # somebody who is managed through another.
    children = sorted({child for each in held.values() for child in each} | {str(item.child) for item in items if item.child})
    ahead = due_between(children, at, at + WEEK)
    return TeamWork(
        now=now,
        held=held,
        items=items,
        unopened=tuple(_unopened(items)),
        ahead=tuple(ahead),
        cannot_tell=StoredClock.objects.filter(child__in=children, missing__isnull=False, excused_on__isnull=True).count(),
        facts=line_facts(items, ahead, at, children=children),
    )


def member_work(worker: Worker, manager: Worker, now: Roster) -> MemberWork:
    """One worker's part of the team's work, from the same items, so that its lists hold what the team's numbers count."""
    at = now.moment.as_at
    held = children_held(worker.pk, now)
    every = team_worklist(manager.pk, now)
    items = tuple(item for item in every if item.child in held and not item.answered and item.kind == "alert")
    return MemberWork(worker.pk, now, held, items, line_facts(items, (), at, children=held))


def _unopened(items: Sequence[WaitingItem]) -> list[WaitingItem]:
    """Concerns and messages that nobody who was told has opened."""
    came = [item for item in items if item.kind in ("concern", "message")]
    # Opened by anybody who was told, not by the one it is with now: a colleague who has read it can act on it.
    opened = set(
        Delivery.objects.filter(matter__in=[item.matter for item in came], read_at__isnull=False).values_list("matter", flat=True)
    )
    return [item for item in came if item.matter not in opened]
