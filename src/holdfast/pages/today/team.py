"""A manager's team: who has which children, who is away and who covers, what goes overdue this week, what nobody has opened.
Every number is a list, and every list opens a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.duty.absence import children_held
from holdfast.duty.alerts import Item, team_worklist
from holdfast.duty.models import Delivery
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.pages.child_names import child_name, listed
from holdfast.pages.today.lines import Line, lines_of
from holdfast.pages.today.links import child_page
from holdfast.pages.today.mine import WEEK, clock_lines, due_between
from holdfast.record.models import StoredClock, Worker
from holdfast.record.read import people

FEW = 4
"""Lines of one day that stand on the page; the rest are a tap away."""


@dataclass(frozen=True)
class Child:
    """A child and who has them now."""

    id: str
    name: str
    url: str
    with_whom: str
    nobody: bool


@dataclass(frozen=True)
class Member:
    """One worker of the team. ``uncovered`` are the children of an absent worker for whom nobody is named."""

    id: str
    name: str
    role: str
    children: tuple[Child, ...]
    overdue: int
    away: str
    back: str
    covers: str
    uncovered: str

    @property
    def is_away(self) -> bool:
        """Whether they are away now."""
        return bool(self.away)


@dataclass(frozen=True)
class DueDay:
    """What runs out on one day."""

    day: date
    lines: tuple[Line, ...]

    @property
    def few(self) -> tuple[Line, ...]:
        """Those that stand on the page."""
        return self.lines[:FEW]

    @property
    def more(self) -> int:
        """How many more there are, in the list."""
        return len(self.lines) - len(self.few)


@dataclass(frozen=True)
class Team:
    """The team on the manager's page."""

    members: tuple[Member, ...]
    away: tuple[Member, ...]
    overdue: tuple[Line, ...]
    worrying: tuple[Line, ...]
    week: tuple[DueDay, ...]
    week_count: int
    unopened: tuple[Line, ...]
    cannot_tell: int
    children: int

    def list(self, which: str) -> tuple[Line, ...]:
        """The lines that one of the numbers counts."""
        week = tuple(line for due in self.week for line in due.lines)
        return {"overdue": self.overdue, "worrying": self.worrying, "unopened": self.unopened, "week": week}[which]


def team_of(manager: Worker, now: Roster) -> Team | None:
    """The team of ``manager``; nothing where they manage nobody."""
    at = now.moment.as_at
    ids = sorted((id for id, each in now.world.workers.items() if each.manager == manager.pk), key=now.name)
    if not ids:
        return None
    items = team_worklist(manager.pk, at)
    held = {id: children_held(id, now) for id in ids}
    children = sorted({child for each in held.values() for child in each} | {str(item.child) for item in items if item.child})
    names = {id: child_name(person) for id, person in people(children, Moment.live(at)).items()}
    members = tuple(_member(id, held[id], now, names, items) for id in ids)
    week = _week(children, at)
    live = [item for item in items if not item.answered and item.kind == "alert"]
    return Team(
        members=members,
        away=tuple(member for member in members if member.is_away),
        overdue=tuple(_sorted(lines_of([item for item in live if item.due], at, owner=False))),
        worrying=tuple(lines_of([item for item in live if not item.due], at, owner=False)),
        week=week,
        week_count=sum(len(each.lines) for each in week),
        unopened=tuple(lines_of(_unopened(items), at, owner=False)),
        cannot_tell=StoredClock.objects.filter(child__in=children, missing__isnull=False, excused_on__isnull=True).count(),
        children=len({child for each in held.values() for child in each}),
    )


def _sorted(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: str(line.day))


def _member(id: str, held: Sequence[str], now: Roster, names: dict[str, str], items: Sequence[Item]) -> Member:
    absence = now.away(id)
    children = tuple(_child(child, id, now, names, absent=absence is not None) for child in held)
    mine = [item for item in items if item.child in held and item.kind == "alert" and item.due and not item.answered]
    covers = dict.fromkeys(now.cover(id, child) for child in held) if absence else {}
    uncovered = [child.name for child in children if child.nobody]
    return Member(
        id=id,
        name=now.name(id),
        role=(now.world.workers[id].role or "").replace("_", " "),
        children=children,
        overdue=len(mine),
        away=absence.in_words() if absence else "",
        back=absence.expected_until.in_words() if absence and absence.expected_until else "",
        covers=listed([now.name(cover) for cover in covers if cover]) if any(covers) else "",
        uncovered=listed(uncovered) if uncovered else "",
    )


def _child(child: str, lead: str, now: Roster, names: dict[str, str], *, absent: bool) -> Child:
    cover = now.cover(lead, child) if absent else None
    with_whom = now.name(cover) if cover else "nobody is named to cover" if absent else now.name(lead)
    return Child(child, names.get(child, child), child_page(child), with_whom, absent and cover is None)


def _week(children: Sequence[str], at: datetime) -> tuple[DueDay, ...]:
    days: dict[date, list[Line]] = {}
    for line in clock_lines(due_between(children, at, at + WEEK), at):
        if line.day is not None:
            days.setdefault(max(line.day, london_day(at)), []).append(line)
    return tuple(DueDay(day, tuple(lines)) for day, lines in sorted(days.items()))


def _unopened(items: Sequence[Item]) -> list[Item]:
    """Concerns and messages that nobody who was told has opened, told more than an hour ago or not at all."""
    came = [item for item in items if item.kind in ("concern", "message")]
    opened = set(
        Delivery.objects.filter(matter__in=[item.matter for item in came], read_at__isnull=False).values_list("matter", flat=True)
    )
    return [item for item in came if item.matter not in opened]


@dataclass(frozen=True)
class Theirs:
    """One worker's children, what is overdue for them, and what the record adds up to: the lists behind the numbers."""

    overdue: tuple[Line, ...]
    worrying: tuple[Line, ...]
    children: tuple[Child, ...]


def theirs(worker: Worker, manager: Worker, now: Roster) -> Theirs:
    """The lists behind one worker's numbers, from the same items."""
    at = now.moment.as_at
    held = children_held(worker.pk, now)
    items = [item for item in team_worklist(manager.pk, at) if item.child in held and not item.answered and item.kind == "alert"]
    names = {id: child_name(person) for id, person in people(held, Moment.live(at)).items()}
    away = now.away(worker.pk) is not None
    children = tuple(_child(child, worker.pk, now, names, absent=away) for child in held)
    overdue = _sorted(lines_of([item for item in items if item.due], at, owner=False))
    return Theirs(tuple(overdue), tuple(lines_of([item for item in items if not item.due], at, owner=False)), children)
