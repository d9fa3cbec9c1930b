"""A manager's team: who has which children, who is away and who covers, what goes overdue this week, what nobody has opened.
Every number is a list, and every list opens a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.kernel.when import london_day
from holdfast.pages.child_names import child_name, listed
from holdfast.pages.entries.links import child_url
from holdfast.pages.worklists.presenters.worklist_line import WorklistLine, clock_lines, lines_of
from holdfast.pages.worklists.queries.team_work import MemberWork, TeamWork

FEW = 4
"""Lines of one day that stand on the page; the rest are a tap away."""


@dataclass(frozen=True)
class TeamChild:
    """A child and who has them now."""

    id: str
    name: str
    url: str
    with_whom: str
    nobody: bool


@dataclass(frozen=True)
class TeamMember:
    """One worker of the team. ``uncovered`` are the children of an absent worker for whom nobody is named."""

    id: str
    name: str
    role: str
    children: tuple[TeamChild, ...]
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
    lines: tuple[WorklistLine, ...]

    @property
    def few(self) -> tuple[WorklistLine, ...]:
        """Those that stand on the page."""
        return self.lines[:FEW]

    @property
    def more(self) -> int:
        """How many more there are, in the list."""
        return len(self.lines) - len(self.few)


@dataclass(frozen=True)
class TeamPage:
    """The team on the manager's page."""

    members: tuple[TeamMember, ...]
    away: tuple[TeamMember, ...]
    overdue: tuple[WorklistLine, ...]
    worrying: tuple[WorklistLine, ...]
    week: tuple[DueDay, ...]
    week_count: int
    unopened: tuple[WorklistLine, ...]
    cannot_tell: int
    children: int

    def list(self, which: str) -> tuple[WorklistLine, ...]:
        """The lines that one of the numbers counts."""
        # From the same lines as the number: a list that does not hold what its number counts is believed by nobody.
        week = tuple(line for due in self.week for line in due.lines)
        return {"overdue": self.overdue, "worrying": self.worrying, "unopened": self.unopened, "week": week}[which]


@dataclass(frozen=True)
class MemberPage:
    """One worker's children, what is overdue for them, and what the record adds up to: the lists behind the numbers."""

    overdue: tuple[WorklistLine, ...]
    worrying: tuple[WorklistLine, ...]
    children: tuple[TeamChild, ...]


def team_page(work: TeamWork) -> TeamPage:
    """The team's work in words and figures."""
    members = tuple(_member(id, work) for id in work.held)
    week = _week(work)
    live = [item for item in work.items if not item.answered and item.kind == "alert"]
    return TeamPage(
        members=members,
        away=tuple(member for member in members if member.is_away),
        overdue=tuple(_by_day(lines_of([item for item in live if item.due], work.facts, owner=False))),
        worrying=tuple(lines_of([item for item in live if not item.due], work.facts, owner=False)),
        week=week,
        week_count=sum(len(each.lines) for each in week),
        unopened=tuple(lines_of(work.unopened, work.facts, owner=False)),
        cannot_tell=work.cannot_tell,
        children=len({child for each in work.held.values() for child in each}),
    )


def member_page(work: MemberWork) -> MemberPage:
    """The lists behind one worker's numbers."""
    overdue = _by_day(lines_of([item for item in work.items if item.due], work.facts, owner=False))
    worrying = lines_of([item for item in work.items if not item.due], work.facts, owner=False)
    absent = work.now.missing(work.worker) is not None
    children = tuple(_child(child, work.worker, work, absent=absent) for child in work.held)
    return MemberPage(tuple(overdue), tuple(worrying), children)


def _by_day(lines: Sequence[WorklistLine]) -> list[WorklistLine]:
    return sorted(lines, key=lambda line: str(line.day))


def _member(id: str, work: TeamWork) -> TeamMember:
    held, now = work.held[id], work.now
    absence, missing = now.away(id), now.missing(id)
    children = tuple(_child(child, id, work, absent=missing is not None) for child in held)
    late = [item for item in work.items if item.child in held and item.kind == "alert" and item.due and not item.answered]
    # Covers are said once each, in the order of the children: three children with one cover are one name.
    covers = dict.fromkeys(now.cover(id, child) for child in held) if missing else {}
    uncovered = [child.name for child in children if child.nobody]
    return TeamMember(
        id=id,
        name=now.name(id),
        role=(now.world.workers[id].role or "").replace("_", " "),
        children=children,
        overdue=len(late),
        away=missing.in_words() if missing else "",
        back=absence.expected_until.in_words() if absence and absence.expected_until else "",
        covers=listed([now.name(cover) for cover in covers if cover]) if any(covers) else "",
        uncovered=listed(uncovered) if uncovered else "",
    )


def _child(child: str, lead: str, work: TeamWork | MemberWork, *, absent: bool) -> TeamChild:
    now, person = work.now, work.facts.persons.get(child)
    cover = now.cover(lead, child) if absent else None
    with_whom = now.name(cover) if cover else "nobody is named to cover" if absent else now.name(lead)
    name = child_name(person) if person is not None else child
    return TeamChild(child, name, child_url(child), with_whom, absent and cover is None)


def _week(work: TeamWork) -> tuple[DueDay, ...]:
    days: dict[date, list[WorklistLine]] = {}
    for line in clock_lines(work.ahead, work.facts):
        if line.day is not None:
            # What was due on a day that is over, and is not late yet, stands under today: there is no day before it.
            days.setdefault(max(line.day, london_day(work.facts.at)), []).append(line)
    return tuple(DueDay(day, tuple(lines)) for day, lines in sorted(days.items()))
