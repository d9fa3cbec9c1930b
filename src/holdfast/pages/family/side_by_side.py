"""Brothers and sisters in one table. Where they are treated differently it shows, with the reason recorded for each child."""

from collections.abc import Callable
from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import row_value, value
from holdfast.engine.reference.record_view import order
from holdfast.identity.same_name import listed
from holdfast.pages.child.case import Case, Family
from holdfast.pages.child.living import tonight
from holdfast.pages.child.situation import legal_status
from holdfast.pages.child.telling import category_of, on_with_ago
from holdfast.pages.child.visits import visits
from holdfast.pages.child.words import their_words
from holdfast.pages.child.worries import worries

NONE = "none recorded"


@dataclass(frozen=True)
class Cell:
    """What one row says of one child. ``words`` are the child's own."""

    text: str
    words: str = ""
    items: tuple[str, ...] = ()
    short: str = ""

    @property
    def said(self) -> str:
        """The answer in as few words as compare it with another child's."""
        return (self.short or self.text or ", ".join(self.items)).rstrip(".")


@dataclass(frozen=True)
class Row:
    """One question, answered for each child. ``differs`` says that the answers are not the same for all."""

    title: str
    cells: tuple[Cell, ...]
    differs: bool


@dataclass(frozen=True)
class Column:
    """One child at the head of a column."""

    id: str
    name: str
    age: str
    chosen: bool


@dataclass(frozen=True)
class SideBySide:
    """The table, and in sentences what differs."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    differences: tuple[str, ...]


def side_by_side(family: Family, child: str) -> SideBySide:
    """The child and every brother and sister who is a child too and of whom something is recorded."""
    recorded = {id for entry in family.known.entries for id in entry.about}
    siblings = [id for id in family.child(child).with_siblings() if id == child or id in recorded]
    ids = [id for id in siblings if id == child or not family.child(id).life.is_adult(family.day)]
    cases = [family.child(id) for id in ids]
    rows = [_row(title, cases, ask, compared) for title, ask, compared in _QUESTIONS]
    columns = tuple(Column(case.id, case.names.person(case.id), case.age.words, case.id == child) for case in cases)
    return SideBySide(columns, tuple(rows), tuple(_differences(rows, cases)))


def _row(title: str, cases: list[Case], ask: Callable[[Case], Cell], compared: bool) -> Row:
    cells = tuple(ask(case) for case in cases)
    return Row(title, cells, compared and len({cell.said for cell in cells}) > 1)


def _differences(rows: list[Row], cases: list[Case]) -> list[str]:
    said = []
    for row in rows:
        if row.differs:
            each = "; ".join(f"{case.name}: {cell.said}" for case, cell in zip(cases, row.cells, strict=True))
            said.append(f"{row.title}: {each}.")
    return said


def _plan(case: Case) -> Cell:
    if case.plan is None:
        return Cell("No plan in force")
    category = category_of(case.plan, case.id)
    title = case.plan.state.title
    return Cell(f"{title[:1].upper()}{title[1:]}{f', {category}' if category else ''}")


def _since(case: Case) -> Cell:
    return Cell(case.plan.started_by.happened.in_words() if case.plan else "–")


def _why(case: Case) -> Cell:
    """The reasons recorded for this child by name at the last conference."""
    for entry in reversed(case.entries("conference_held")):
        for row in value(entry, "decisions") or ():
            if row_value(row, "child") == case.id:
                return Cell(f"{row_value(row, 'reasons')} ({entry.happened.in_words()})")
    return Cell("No reason recorded for this child")


def _legal(case: Case) -> Cell:
    parts = [legal_status(case)]
    if case.pre_proceedings:
        parts.insert(0, f"pre-proceedings since {case.pre_proceedings.started_by.happened.in_words()}")
    said = "; ".join(part for part in parts if part)
    short = ", ".join(part for part in ("in pre-proceedings" if case.pre_proceedings else "", parts[-1].split(" (")[0]) if part)
    return Cell(said[:1].upper() + said[1:] if said else NONE.capitalize(), short=short)


def _sleeps(case: Case) -> Cell:
    now = tonight(case)
    with_whom = listed(case.names.person(each) for each in now.carers)
    missing = now.away and not now.carers
    return Cell(now.said, short="missing" if missing else f"with {with_whom}" if now.away else "at home")


def _seen(case: Case) -> Cell:
    return Cell(visits(case).last_seen)


def _alone(case: Case) -> Cell:
    return Cell(visits(case).last_alone)


def _asked(case: Case) -> Cell:
    """When anybody last recorded what this child says, shows or wants."""
    found = [entry for entry in case.known.of("voice_recorded") if value(entry, "child") == case.id]
    found += [
        entry
        for entry in case.entries("conference_held")
        if (row := case.life.row(entry, "child_views")) is not None and str(row_value(row, "how")) != "none"
    ]
    return Cell(on_with_ago(max(found, key=order).happened, case) if found else "Nobody has recorded asking")


def _words(case: Case) -> Cell:
    said = their_words(case)
    return Cell("", words=said[0].words) if said else Cell("No words recorded")


def _worries(case: Case) -> Cell:
    return Cell("", items=tuple(worry.title for worry in worries(case))) if worries(case) else Cell("None now")


_QUESTIONS: tuple[tuple[str, Callable[[Case], Cell], bool], ...] = (
    ("Last words", _words, False),
    ("Sleeps", _sleeps, True),
    ("Plan", _plan, True),
    ("Since", _since, False),
    ("Why, for this child", _why, False),
    ("Before court", _legal, True),
    ("Last seen", _seen, False),
    ("Last seen alone", _alone, False),
    ("Last asked", _asked, False),
    ("What should worry us", _worries, False),
)
