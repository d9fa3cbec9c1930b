"""What the conditions about plans mean: their kind, and whether anything in them moved."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference import change_between_meetings as carried_over
from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.event import EntryContext, Truth
from holdfast.kernel.unknown import Unknown
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition


def _plan_is(condition: c.PlanIs, asked: EntryContext) -> Truth:
    for named in listed(asked.entry, condition.field):
        if named == condition.plan:
            return True
        started = asked.person.known.current(str(named))
        if started is None:
            continue
        if started.type == "plan_started" and value(started, "plan") == condition.plan:
            return True
        # A conference that made the plan may be named in its place: for the child it is the same plan.
        if started.type == "conference_held" and condition.plan == "child_protection":
            return True
    return False


def _ended_by_conference(condition: c.EndedByConference, asked: EntryContext) -> Truth:
    if not asked.person.is_child_on(asked.entry.happened.last):
        return True
    ended = False
    # The last word by then: a plan made since has undone an earlier decision to end one.
    for entry in asked.person.entries("conference_held", "plan_started"):
        if entry.happened.start > asked.entry.happened.end:
            continue
        if entry.type == "plan_started":
            ended = ended and not _plan_is(c.PlanIs("child_protection"), EntryContext(asked.person, entry))
        elif (row := asked.person.row(entry, "decisions")) is not None:
            decision = getattr(row, "decision", None)
            ended = decision in ("plan_ended", "no_plan") and value(entry, "kind") in ("review", "transfer_in")
    return ended


def _every_action_done(condition: c.EveryActionDone, asked: EntryContext) -> Truth:
    by_then = asked.entry.happened.end
    actions = [
        entry
        for entry in asked.person.entries("action_agreed")
        if entry.happened.start <= by_then and _plan_is(c.PlanIs("child_protection"), EntryContext(asked.person, entry))
    ]
    if not actions:
        return Unknown("what actions the plan held")
    # The last word on each action by then: it may be reopened.
    status = {}
    for review in asked.person.known.of("action_reviewed"):
        if review.happened.start <= by_then:
            status[asked.person.known.history.root(str(value(review, "action")))] = value(review, "status")
    return all(status.get(asked.person.known.history.root(action.id)) == "done" for action in actions)


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.PlanIs: _plan_is,
    c.EndedByConference: _ended_by_conference,
    c.EveryActionDone: _every_action_done,
    c.ActionsCarriedOver: carried_over.actions_carried_over,
    c.MeasureMoved: carried_over.measure_moved,
    c.AspectsShown: carried_over.aspects_shown,
    c.AspectsLookedAt: carried_over.aspects_looked_at,
}
