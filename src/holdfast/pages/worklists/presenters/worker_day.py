"""One worker's day: what waits for them, in the order of what happens to a child if it does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from holdfast.access.role_grants import AccessRole
from holdfast.pages.worklists.presenters.worklist_line import WorklistLine, clock_lines, lines_of, together
from holdfast.pages.worklists.queries.waiting_work import WaitingWork

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
class DaySection:
    """Lines of one kind. ``hidden`` is how many more there are than are shown."""

    id: str
    title: str
    lines: tuple[WorklistLine, ...]
    count: int
    style: str

    @property
    def hidden(self) -> int:
        """How many are not shown."""
        return self.count - len(self.lines)


@dataclass(frozen=True)
class WorkerDay:
    """The page. Every number on it counts lines that are on it, or a tap away."""

    sections: tuple[DaySection, ...]
    now: int
    week: int
    empty: str
    worked_out_at: datetime


_STYLES = {"new": "new", "safety": "overdue", "overdue": "overdue", "worry": "soon", "today": "soon"}


def day_of(
    work: WaitingWork,
    *,
    whole: str = "",
    shown: int = SHOWN,
    role: AccessRole | None = None,
    decides: Callable[[str], bool] = lambda _: True,
) -> WorkerDay:
    """What waits for one worker. ``whole`` names a section to show in full; of each other, ``shown`` lines. ``decides`` says
    which concerns they may decide, and not only read."""
    lines = [*lines_of(work.items, work.facts, decides=decides), *clock_lines(work.ahead, work.facts)]
    # What their role may never record is not offered: a link that ends in a refusal is a dead end, and the answer in words stays.
    if role is not None:
        lines = [replace(line, action=None) if _never(line, role) else line for line in lines]
    return arrange(lines, work.facts.at, whole=whole, shown=shown)


def _never(line: WorklistLine, role: AccessRole) -> bool:
    return line.action is not None and line.action.needs is not None and not role.ties(line.action.needs)


def arrange(lines: Sequence[WorklistLine], at: datetime, *, whole: str = "", shown: int = SHOWN) -> WorkerDay:
    """The lines under their headings."""
    sections = []
    for id, title in SECTIONS:
        # Counted after they are brought together, so that the number is that of the lines on the page.
        mine = together(line for line in lines if line.section == id)
        if id in ("overdue", "today", "week", "later"):
            mine.sort(key=lambda line: str(line.day))
        if mine:
            # A new concern and a child's safety are never behind "Show all": what is cut off a list is what nobody does.
            on_page = mine if whole == id or id in ("new", "safety") else mine[:shown]
            sections.append(DaySection(id, title, tuple(on_page), len(mine), _STYLES.get(id, "")))
    # The first question of the day: how much needs me now? What comes later in the week is another number.
    now = sum(section.count for section in sections if section.id in NEEDS_ME_NOW)
    week = sum(section.count for section in sections if section.id == "week")
    return WorkerDay(tuple(sections), now, week, "" if now else _nothing(week), at)


def _nothing(week: int) -> str:
    if not week:
        return "Nothing needs you now, and nothing is due in the next 7 days."
    return f"Nothing needs you now. {week} {'thing is' if week == 1 else 'things are'} due in the next 7 days."
