"""Brothers and sisters in one table. Where they are treated differently it shows, with the reason recorded for each child."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import partial

from holdfast.engine.reference.entry_fields import row_value, value
from holdfast.engine.reference.record_view import order
from holdfast.pages.child.presenters.case_phrases import category_of, on_with_ago
from holdfast.pages.child.presenters.case_summary import legal_status
from holdfast.pages.child.presenters.child_signals import ChildSignal, current_signals
from holdfast.pages.child.presenters.child_words import child_words
from holdfast.pages.child.presenters.living_arrangements import sleeping_place
from holdfast.pages.child.presenters.visit_gaps import visit_gaps
from holdfast.pages.child.queries.case import Case, CaseFamily
from holdfast.vocabulary.sentence_parts import listed

NONE = "none recorded"


@dataclass(frozen=True)
class ComparisonCell:
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
class ComparisonRow:
    """One question, answered for each child. ``differs`` says that the answers are not the same for all."""

    title: str
    cells: tuple[ComparisonCell, ...]
    differs: bool


@dataclass(frozen=True)
class SiblingColumn:
    """One child at the head of a column."""

    id: str
    name: str
    age: str
    chosen: bool


@dataclass(frozen=True)
class SiblingComparison:
    """The table, in sentences what differs, and how many children are ``left_out`` because their record is not the reader's."""

    columns: tuple[SiblingColumn, ...]
    rows: tuple[ComparisonRow, ...]
    differences: tuple[str, ...]
    left_out: int = 0


def side_by_side(
    family: CaseFamily,
    child: str,
    *,
    seen: Container[str] | None = None,
    worries: Callable[[Case], list[ChildSignal]] = current_signals,
) -> SiblingComparison:
    """The child and every brother and sister who is a child too, of whom something is recorded and who is among those ``seen``
    (everybody, where nobody says). ``worries`` are those of a child as the reader may read them."""
    # A brother of whom nothing is recorded would be a column of "none recorded", which reads as if somebody had looked.
    recorded = {id for entry in family.known.entries for id in entry.about}
    siblings = [id for id in family.child(child).with_siblings() if id == child or id in recorded]
    # Grown-up brothers and sisters belong in the picture and have no plan to compare.
    young = [id for id in siblings if id == child or not family.child(id).view.is_adult(family.day)]
    # A column is a part of a child's record: whoever may not open the record is not shown it beside a brother's.
    ids = [id for id in young if id == child or seen is None or id in seen]
    cases = [family.child(id) for id in ids]
    worry = partial(_worries, of=worries)
    rows = [_row(title, cases, worry if ask is _worries else ask, compared) for title, ask, compared in _QUESTIONS]
    columns = tuple(SiblingColumn(case.id, case.names.person(case.id), case.age_or_death, case.id == child) for case in cases)
    return SiblingComparison(columns, tuple(rows), tuple(_differences(rows, cases)), len(young) - len(ids))


def _row(title: str, cases: list[Case], ask: Callable[[Case], ComparisonCell], compared: bool) -> ComparisonRow:
    cells = tuple(ask(case) for case in cases)
    # Not every row may differ: that two children were last seen on different days is no difference in how they are treated.
    return ComparisonRow(title, cells, compared and len({cell.said for cell in cells}) > 1)


def _differences(rows: list[ComparisonRow], cases: list[Case]) -> list[str]:
    said = []
    for row in rows:
        if row.differs:
            # In sentences, too: a table that has to be read cell against cell is not read at all by ear.
            each = "; ".join(f"{case.name}: {cell.said}" for case, cell in zip(cases, row.cells, strict=True))
            said.append(f"{row.title}: {each}.")
    return said


def _plan(case: Case) -> ComparisonCell:
    if case.plan is None:
        return ComparisonCell("No plan in force")
    category = category_of(case.plan, case.id)
    title = case.plan.state.title
    return ComparisonCell(f"{title[:1].upper()}{title[1:]}{f', {category}' if category else ''}")


def _since(case: Case) -> ComparisonCell:
    return ComparisonCell(case.plan.started_by.happened.in_words() if case.plan else "–")


def _why(case: Case) -> ComparisonCell:
    """The reasons recorded for this child by name at the last conference."""
    for entry in reversed(case.entries("conference_held")):
        for row in value(entry, "decisions") or ():
            if row_value(row, "child") == case.id:
                return ComparisonCell(f"{row_value(row, 'reasons')} ({entry.happened.in_words()})")
    return ComparisonCell("No reason recorded for this child")


def _legal(case: Case) -> ComparisonCell:
    parts = [legal_status(case)]
    if case.pre_proceedings:
        parts.insert(0, f"pre-proceedings since {case.pre_proceedings.started_by.happened.in_words()}")
    said = "; ".join(part for part in parts if part)
    short = ", ".join(part for part in ("in pre-proceedings" if case.pre_proceedings else "", parts[-1].split(" (")[0]) if part)
    return ComparisonCell(said[:1].upper() + said[1:] if said else NONE.capitalize(), short=short)


def _sleeps(case: Case) -> ComparisonCell:
    now = sleeping_place(case)
    with_whom = listed(case.names.person(each) for each in now.carers)
    # Compared by what it means and not by the words: two children at two aunts on the same footing differ; two dates do not.
    missing = now.away and not now.carers
    return ComparisonCell(now.said, short="missing" if missing else f"with {with_whom}" if now.away else "at home")


def _seen(case: Case) -> ComparisonCell:
    return ComparisonCell(visit_gaps(case).last_seen)


def _alone(case: Case) -> ComparisonCell:
    return ComparisonCell(visit_gaps(case).last_alone)


def _asked(case: Case) -> ComparisonCell:
    """When anybody last recorded what this child says, shows or wants."""
    found = [entry for entry in case.known.of("voice_recorded") if value(entry, "child") == case.id]
    found += [
        entry
        for entry in case.entries("conference_held")
        # A conference asks too, but not of a child whose view it says was not sought.
        if (row := case.view.row(entry, "child_views")) is not None and str(row_value(row, "how")) != "none"
    ]
    return ComparisonCell(on_with_ago(max(found, key=order).happened, case) if found else "Nobody has recorded asking")


def _words(case: Case) -> ComparisonCell:
    said = child_words(case)
    return ComparisonCell("", words=said[0].words) if said else ComparisonCell("No words recorded")


def _worries(case: Case, of: Callable[[Case], list[ChildSignal]] = current_signals) -> ComparisonCell:
    found = of(case)
    return ComparisonCell("", items=tuple(worry.title for worry in found)) if found else ComparisonCell("None now")


# Their own words first, and what should worry us last: whoever reads only the top has heard the children.
_QUESTIONS: tuple[tuple[str, Callable[[Case], ComparisonCell], bool], ...] = (
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
