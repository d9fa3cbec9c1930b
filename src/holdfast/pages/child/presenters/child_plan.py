"""The plan and its clocks: what should happen for this child by when, said in sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.engine.clock import Clock, State
from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.state import spans
from holdfast.engine.sentences import why
from holdfast.kernel.when import day_in_words
from holdfast.pages.child.presenters.case_phrases import category_of, on_with_ago, plan_in_words, worker_words
from holdfast.pages.child.queries.case import LEVELS, Case
from holdfast.standards import STANDARDS
from holdfast.standards.sources import SOURCES
from holdfast.standards.states import PRE_PROCEEDINGS
from holdfast.vocabulary.entry import Entry

# What needs somebody first; what cannot be told before what is done, because somebody has to find out.
ORDER: tuple[State, ...] = ("overdue", "due_soon", "running", "cannot_tell", "met_late", "met", "not_required")


@dataclass(frozen=True)
class ClockLine:
    """One standard as it stands for the child: the sentence of its latest clock, and how earlier ones went."""

    standard: str
    title: str
    state: State
    why: str
    source: str
    earlier: str
    trigger: str


@dataclass(frozen=True)
class PlanAction:
    """Something that was agreed to be done: what, by whom, by when, for whom, and how far it has got."""

    words: str
    who: str
    due: str
    status: str
    late: bool


@dataclass(frozen=True)
class ChildPlan:
    """What is being done for the child: spans in words, history, clocks by state, actions."""

    now: tuple[str, ...]
    history: tuple[str, ...]
    clocks: tuple[ClockLine, ...]
    settled: tuple[ClockLine, ...]
    actions: tuple[PlanAction, ...]
    meetings: tuple[str, ...]


def child_plan(case: Case) -> ChildPlan:
    """The plan as it stands."""
    lines = clock_lines(case)
    waiting = tuple(line for line in lines if line.state in ("overdue", "due_soon", "running", "cannot_tell"))
    now = [plan_in_words(span, case) for span in (case.plan, case.pre_proceedings) if span is not None]
    return ChildPlan(
        tuple(now),
        tuple(_history(case)),
        waiting,
        tuple(line for line in lines if line not in waiting),
        tuple(_actions(case)),
        tuple(_meetings(case)),
    )


def clock_lines(case: Case) -> list[ClockLine]:
    """One line for each standard, those that need somebody first."""
    held: dict[str, list[Clock]] = {}
    for line in case.clocks:
        if isinstance(line.what, Clock) and line.withdrawn_at is None:
            held.setdefault(line.what.standard, []).append(line.what)
    found = [_line(case, clocks) for clocks in held.values()]
    return sorted(found, key=lambda each: (ORDER.index(each.state), each.standard))


def _line(case: Case, clocks: list[Clock]) -> ClockLine:
    at = case.moment.as_at
    ordered = sorted(clocks, key=lambda clock: clock.started_at)
    # The latest that needs somebody, else the latest: of thirty weekly visits the page must not show last week's, which was in
    # time, while the one before is still owed.
    shown = next((clock for clock in reversed(ordered) if clock.state(at) in ("overdue", "due_soon")), ordered[-1])
    others = [clock for clock in ordered if clock is not shown]
    standard = STANDARDS[shown.standard]
    source = next((f"{_title(cited.document)}, {cited.locator}" for cited in standard.sources), "")
    return ClockLine(shown.standard, standard.title, shown.state(at), why(shown, at), source, _tally(others, case), shown.trigger)


def _title(document: str) -> str:
    """What a source is called, by its short code."""
    found = SOURCES.get(document)
    return str(getattr(found, "title", found or document))


def _tally(clocks: Iterable[Clock], case: Case) -> str:
    """How the others of the same standard went: "Of 5 others: 3 done in time, 1 done late, 1 overdue"."""
    counts: dict[State, int] = {}
    for clock in clocks:
        state = clock.state(case.moment.as_at)
        counts[state] = counts.get(state, 0) + 1
    words = {
        "met": "done in time",
        "met_late": "done late",
        "overdue": "overdue",
        "not_required": "not required",
        "cannot_tell": "cannot be told",
        "running": "not due yet",
        "due_soon": "due soon",
    }
    parts = [f"{count} {words[state]}" for state in ORDER if (count := counts.get(state))]
    total = sum(counts.values())
    return f"{'One other' if total == 1 else f'{total} others'}: {', '.join(parts)}." if parts else ""


def _history(case: Case) -> list[str]:
    found = []
    for state in (*LEVELS, PRE_PROCEEDINGS):
        for span in spans(case.view, state):
            # What still holds stands above as what is in force now; only what is over is history.
            if span.end is None or span.start > case.day:
                continue
            category = category_of(span, case.id)
            title = state.title[:1].upper() + state.title[1:]
            ended = span.ended_by.happened.in_words() if span.ended_by else day_in_words(span.end)
            words = f"{title}{f' for {category}' if category else ''}, {span.started_by.happened.in_words()} to {ended}."
            found.append((span.start, words))
    return [words for _, words in sorted(found, reverse=True)]


def _actions(case: Case) -> list[PlanAction]:
    reviews: dict[str, Entry] = {}
    for review in case.known.of("action_reviewed"):
        # By the root of the action: reviewed before or after it was put right, it is the same action.
        reviews[case.family.history.root(str(value(review, "action")))] = review
    found = []
    for entry in case.entries("action_agreed"):
        child = value(entry, "child")
        # An action without a child is for all of them; one with a child's name belongs on that child's page alone.
        if child is not None and child != case.id:
            continue
        review = reviews.get(case.family.history.root(entry.id))
        status = value(review, "status").label if review else "Not reviewed yet"
        done = review is not None and str(value(review, "status")) == "done"
        due = value(entry, "due")
        owner = str(value(entry, "owner"))
        # Agreed actions belong to parents and grandparents, too.
        who = worker_words(case, owner) if owner in case.world.workers else case.names.person(owner)
        found.append(PlanAction(str(value(entry, "action")), who, due.in_words(), status, not done and due.last < case.day))
    return found


def _meetings(case: Case) -> list[str]:
    """The last conference and the last core group, in a sentence each; booked ones too."""
    found = []
    for type, words in (
        ("conference_held", "Last conference"),
        ("core_group_held", "Last core group"),
        ("legal_planning_held", "Last legal planning meeting"),
    ):
        entry = case.latest(type)
        if entry is not None:
            found.append(f"{words}: {on_with_ago(entry.happened, case)}. {_who_was_there(entry)}".rstrip())
    booked = [entry for entry in case.entries("conference_booked") if value(entry, "for").last >= case.day]
    found.extend(f"{value(entry, 'kind').label} booked for {value(entry, 'for').in_words()}." for entry in booked)
    return found


def _who_was_there(entry: Entry) -> str:
    present = listed(entry, "present")
    if not present:
        # An empty list was answered: nobody came. No list at all was not.
        return "Who was there is not recorded." if value(entry, "present") is None else ""
    return f"{len(present)} {'person' if len(present) == 1 else 'people'} there."
