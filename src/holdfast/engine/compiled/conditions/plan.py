"""Plans: what kind, whether they were carried out, and whether anything moved between one meeting and the next."""

from bisect import bisect_right
from typing import cast

from holdfast.engine.compiled.actions import AGREED, open_actions, reviews_by_action
from holdfast.engine.compiled.calendar_arrays import Span, span
from holdfast.engine.compiled.compiler import MEANINGS, Compiler
from holdfast.engine.compiled.conditions.timeline import AROUND
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.entry_fields import plain
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.expression import Expression, LooksAt
from holdfast.engine.compiled.instants import LONG_AGO
from holdfast.engine.compiled.neglect_aspects import not_looked_at, shown_aspects
from holdfast.engine.compiled.neighbouring_entries import known_by, latest_own, person_candidates
from holdfast.engine.compiled.person import PersonRecord
from holdfast.rules import conditions

OTHERS: frozenset[LooksAt] = frozenset({"others"})
CHANGES, MEASURED = ("conference_held", "plan_started"), ("outcome_measured",)


def _plan_is(compiler: Compiler, node: conditions.PlanIs, types: tuple[str, ...]) -> Expression:
    text = f"{compiler.use(plan_is)}(person, entry, {node.plan!r}, {node.field!r})"
    return Expression(text, looks_at=frozenset({"references"}))


def plan_is(person: PersonRecord, entry: CompactEntry, plan: str, field: str = "plan") -> bool:
    """Whether a field names a plan of this kind, by its code or by the entry that started it."""
    for named in listed(entry, field):
        if named == plan:
            return True
        started = person.record.current(str(named))
        if started is None:
            continue
        if started.type == "plan_started" and started.data.get("plan") == plan:
            return True
        if started.type == "conference_held" and plan == "child_protection":
            return True
    return False


def _ended_by_conference(compiler: Compiler, node: conditions.EndedByConference, types: tuple[str, ...]) -> Expression:
    return Expression(f"{compiler.use(is_ended_by_conference)}(person, entry)", looks_at=AROUND)


def is_ended_by_conference(person: PersonRecord, entry: CompactEntry) -> bool:
    """Whether the last word by then was that this child's plan should end."""
    if not person.is_child_on(entry.last):
        return True
    # The last word by then: a plan made since undoes an earlier decision to end one.
    ended, by = False, entry.end
    for each in person.read(CHANGES):
        if each.start > by:
            continue
        if each.type == "plan_started":
            ended = ended and not plan_is(person, each, "child_protection")
        elif row := person.row(each, "decisions"):
            over = row.get("decision") in ("plan_ended", "no_plan")
            ended = over and each.data.get("kind") in ("review", "transfer_in")
    return ended


def _every_action_done(compiler: Compiler, node: conditions.EveryActionDone, types: tuple[str, ...]) -> Expression:
    return Expression(f"{compiler.use(is_every_action_done)}(person, entry)", may_be_unknown=True, looks_at=AROUND)


def is_every_action_done(person: PersonRecord, entry: CompactEntry) -> bool | str:
    """Whether every action agreed for this child by then was last reviewed as done."""
    by = entry.end
    actions = [each for each in person.read(AGREED) if each.start <= by and plan_is(person, each, "child_protection")]
    if not actions:
        return "what actions the plan held"
    reviews = reviews_by_action(person)
    return all(
        next((each.data.get("status") for each in reversed(reviews.get(action.root, ())) if each.start <= by), None) == "done"
        for action in actions
    )


def _actions_carried_over(compiler: Compiler, node: conditions.ActionsCarriedOver, types: tuple[str, ...]) -> Expression:
    meetings = compiler.constant(compiler.event(node.meetings, linked=False), "event")
    said = f"{meetings}, back={node.back}, unchanged={node.unchanged!r}, overdue={node.overdue!r}"
    return Expression(f"{compiler.use(are_actions_carried_over)}(person, entry, {said})", looks_at=AROUND)


def are_actions_carried_over(
    person: PersonRecord, entry: CompactEntry, meetings: CompiledEvent, *, back: int, unchanged: float, overdue: float
) -> bool:
    """Whether most actions are the same as some meetings ago, and many of them past their day."""
    before = latest_own(person, meetings, entry, back)
    if len(before) < back:
        return False
    day = entry.last
    earlier, now = open_actions(person, before[-1].last), open_actions(person, day)
    either = earlier.keys() | now.keys()
    if not either or not now:
        return False
    same = len(earlier.keys() & now.keys()) / len(either)
    late = sum(due < day for due in now.values()) / len(now)
    return same >= unchanged and late >= overdue


def _measure_moved(compiler: Compiler, node: conditions.MeasureMoved, types: tuple[str, ...]) -> Expression:
    since = compiler.constant(compiler.event(node.since, linked=False), "event")
    return Expression(f"{compiler.use(has_measure_moved)}(person, entry, {since})", looks_at=AROUND)


def has_measure_moved(person: PersonRecord, entry: CompactEntry, since: CompiledEvent) -> bool:
    """Whether any measure of how the child is came out otherwise since the last of an event before."""
    before = latest_own(person, since, entry, 1)
    first = before[0].last if before else LONG_AGO
    moves = cast("list[int]", known_by(person, "moves", _moves, (person_candidates(person, MEASURED),), entry.last))
    place = bisect_right(moves, entry.last)
    # The last move by then, if it came since: whether there was any is all that is asked.
    return place > 0 and moves[place - 1] > first


def _moves(person: PersonRecord) -> list[int]:
    """The days on which a measure came out otherwise than it had before."""
    last: dict[str, float] = {}
    found = []
    for entry in person.read(MEASURED):
        if entry.data.get("child") != person.id:
            continue
        measure, score = plain(entry.data.get("measure")), float(entry.data["score"])
        if last.setdefault(measure, score) != score:
            found.append(entry.last)
        last[measure] = score
    return found


def _aspects_shown(compiler: Compiler, node: conditions.AspectsShown, types: tuple[str, ...]) -> Expression:
    shown = f"{compiler.use(shown_aspects)}(person, entry, {span(node.within)!r})"
    return Expression(f"len({shown}) >= {node.least}", looks_at=OTHERS)


def _aspects_looked_at(compiler: Compiler, node: conditions.AspectsLookedAt, types: tuple[str, ...]) -> Expression:
    text = f"{compiler.use(are_aspects_looked_at)}(person, entry, start, {span(node.within)!r})"
    return Expression(text, looks_at=frozenset({"others", "start", "references"}))


def are_aspects_looked_at(person: PersonRecord, entry: CompactEntry, start: CompactEntry | None, within: Span) -> bool:
    """Whether every aspect of neglect that was shown before the meeting was looked at by it."""
    return not not_looked_at(person, entry if start is None else start, entry, within)


MEANINGS.update(
    {
        conditions.PlanIs: _plan_is,
        conditions.EndedByConference: _ended_by_conference,
        conditions.EveryActionDone: _every_action_done,
        conditions.ActionsCarriedOver: _actions_carried_over,
        conditions.MeasureMoved: _measure_moved,
        conditions.AspectsShown: _aspects_shown,
        conditions.AspectsLookedAt: _aspects_looked_at,
    }
)
