"""Which entry types a rule looks at, read from the rule itself."""

from holdfast.standards import events as e
from holdfast.standards.model import Each, Pattern, Standard, StateEnds, StateStarts

# Who is a child, whether they have been born, and what a plan's id means are asked of every rule.
IDENTITY = frozenset({"birth_recorded", "death_recorded", "conference_held", "assessment_started", "plan_started"})

_CONDITIONS: dict[type[e.Condition], frozenset[str]] = {
    e.ForAbsentWorker: frozenset({"absence_started", "absence_ended"}),
    e.SocialWorkerPresent: frozenset({"cover_named"}),
    e.EveryActionDone: frozenset({"action_agreed", "action_reviewed"}),
}


def of_events(events: tuple[e.Event, ...]) -> frozenset[str]:
    """The types these events name, and those their conditions look at."""
    found = {each for event in events for each in event.types}
    for event in events:
        found |= of_conditions(event.where)
    return frozenset(found)


def of_conditions(conditions: tuple[e.Condition, ...]) -> frozenset[str]:
    """The types that conditions look at beyond the entry they are asked of."""
    return frozenset().union(*(_CONDITIONS.get(type(condition), frozenset()) for condition in conditions))


def of_state(state: e.State) -> frozenset[str]:
    """The types that start and end a state."""
    return of_events(state.starts + state.ends).union(*(of_state(each) for each in state.any_of))


def of_standard(rule: Standard) -> frozenset[str]:
    """Every entry type ``rule`` looks at."""
    found = IDENTITY | of_events(rule.met_by + rule.excused_by) | of_conditions(rule.gate)
    if isinstance(rule.trigger, Each):
        found |= of_events((rule.trigger.event,))
    elif isinstance(rule.trigger, StateStarts | StateEnds):
        found |= of_state(rule.trigger.state)
    elif isinstance(rule.trigger, Pattern):
        found |= frozenset(rule.trigger.reads)
    return found | of_state(rule.during) if rule.during is not None else found
