"""One worker's day: what waits for them, in the order of what happens to a child if it does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from holdfast.duty.absence import children_held
from holdfast.duty.alerts import worklist
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, london_day
from holdfast.pages.concern.thread import child_name
from holdfast.pages.date_phrases import day
from holdfast.pages.today.lines import Line, due_words, lines_of, section_by_day, tag_of, together
from holdfast.pages.today.links import action_for, child_page, triggers
from holdfast.record.models import StoredClock
from holdfast.record.read import people
from holdfast.standards import STANDARDS
from holdfast.standards.roles import ROLES
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import Person

WEEK = timedelta(days=7)
SHOWN = 12
"""Lines of one section that a page shows before somebody asks for all of them."""
SHOWN_TO_MANAGERS = 3
"""The same, for those whose page also has a team or a partnership on it."""

SECTIONS = (
    ("new", "New concerns that need a decision"),
    ("safety", "A child’s safety, today"),
    ("overdue", "Overdue"),
    ("worry", "What the record adds up to"),
    ("today", "Due today"),
    ("week", "Due in the next 7 days"),
    ("read", "To read and answer"),
    ("later", "Due later"),
    ("answered", "Answered in words, and still so"),
)
NEEDS_ME_NOW = ("new", "safety", "overdue", "worry", "today", "read")


@dataclass(frozen=True)
class Section:
    """Lines of one kind. ``hidden`` is how many more there are than are shown."""

    id: str
    title: str
    lines: tuple[Line, ...]
    count: int
    style: str

    @property
    def hidden(self) -> int:
        """How many are not shown."""
        return self.count - len(self.lines)


@dataclass(frozen=True)
class Day:
    """The page. Every number on it counts lines that are on it, or a tap away."""

    sections: tuple[Section, ...]
    now: int
    week: int
    empty: str
    worked_out_at: datetime


_STYLES = {"new": "new", "safety": "overdue", "overdue": "overdue", "worry": "soon", "today": "soon"}


def day_of(worker: str, now: Roster, *, whole: str = "", shown: int = SHOWN) -> Day:
    """What waits for ``worker``, by the staff as they are ``now``. ``whole`` names a section to show in full; of each other,
    ``shown`` lines."""
    at = now.moment.as_at
    items = worklist(worker, at)
    lines = lines_of(items, at)
    ahead = coming(worker, now, {(str(item.child), str(item.rule), str(item.due)) for item in items})
    return arrange([*lines, *ahead], at, whole=whole, shown=shown)


def arrange(lines: Sequence[Line], at: datetime, *, whole: str = "", shown: int = SHOWN) -> Day:
    """The lines under their headings."""
    sections = []
    for id, title in SECTIONS:
        mine = together(line for line in lines if line.section == id)
        if id in ("overdue", "today", "week", "later"):
            mine.sort(key=lambda line: str(line.day))
        if mine:
            on_page = mine if whole == id or id in ("new", "safety") else mine[:shown]
            sections.append(Section(id, title, tuple(on_page), len(mine), _STYLES.get(id, "")))
    now = sum(section.count for section in sections if section.id in NEEDS_ME_NOW)
    week = sum(section.count for section in sections if section.id == "week")
    return Day(tuple(sections), now, week, "" if now else _nothing(week), at)


def _nothing(week: int) -> str:
    if not week:
        return "Nothing needs you now, and nothing is due in the next 7 days."
    return f"Nothing needs you now. {week} {'thing is' if week == 1 else 'things are'} due in the next 7 days."


def covered(worker: str, now: Roster) -> tuple[str, ...]:
    """The children whom the worker covers for somebody who is away."""
    away = [other for other in now.world.workers if other != worker and now.away(other) is not None]
    return tuple(child for other in sorted(away) for child in children_held(other, now) if now.cover(other, child) == worker)


def coming(worker: str, now: Roster, listed: set[tuple[str, str, str]]) -> list[Line]:
    """What comes due in the next 7 days for the children this worker leads or covers for, unless it is listed already."""
    if now.away(worker) is not None:  # it is with whoever covers
        return []
    at = now.moment.as_at
    children = (*children_held(worker, now), *covered(worker, now))
    clocks = due_between(children, at, at + WEEK)
    mine = [clock for clock in clocks if ROLES[STANDARDS[clock.standard].responsible].found == "lead"]
    return clock_lines([each for each in mine if (each.child_id, each.standard, str(each.due)) not in listed], at)


def due_between(children: Sequence[str], after: datetime, until: datetime) -> list[StoredClock]:
    """The clocks of these children that run out in between, soonest first."""
    rows = StoredClock.objects.filter(child__in=list(children), open=True, overdue_from__gt=after, overdue_from__lte=until + WEEK)
    last = london_day(until)
    return [row for row in rows.order_by("overdue_from", "pk") if row.due and When.parse(row.due).last <= last]


def clock_lines(clocks: Sequence[StoredClock], at: datetime) -> list[Line]:
    """A line for each clock that is running."""
    entries = triggers([clock.trigger for clock in clocks if clock.trigger])
    persons = people({clock.child_id for clock in clocks}, Moment.live(at))
    return [_clock_line(clock, at, entries.get(clock.trigger or ""), persons[clock.child_id]) for clock in clocks]


def _clock_line(clock: StoredClock, at: datetime, trigger: Entry | None, person: Person) -> Line:
    due, rule = When.parse(clock.due).last, STANDARDS[clock.standard]
    return Line(
        section=section_by_day(due, at),
        child=child_name(person),
        child_url=child_page(clock.child_id),
        says=rule.title,
        why=f"{rule.wanted[:1].upper()}{rule.wanted[1:]} by {day(due)}.",
        since="",
        due=due_words(due, at),
        day=due,
        action=action_for(clock.standard, clock.child_id, trigger),
        answer="",
        because="",
        with_whom="",
        unread=False,
        tag=tag_of(due, at),
    )
