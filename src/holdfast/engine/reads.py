"""Which entry types a rule looks at, read from the rule itself."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from holdfast.engine.reference.concerned import LOOKED_AT_TOGETHER
from holdfast.engine.reference.linked import LINKS
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition, Event, State
from holdfast.rules.shapes import (
    AnyShape,
    Breached,
    Fails,
    FutureDated,
    Happens,
    Lacks,
    LongerThan,
    Meanwhile,
    Named,
    Said,
    Shape,
    Showing,
    Stale,
    Stands,
    Together,
    Undone,
    WhileWorker,
)
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import (
    Each,
    Either,
    EndsWithFew,
    Explained,
    ForEach,
    Gathers,
    Pattern,
    Prepared,
    Sequence,
    StateEnds,
    StateStarts,
    StaysRepeat,
    Trigger,
    Who,
)
from holdfast.standards import STANDARDS

# Who is a child, whether they have been born, and what a plan's id means are asked of every rule.
IDENTITY = frozenset({"birth_recorded", "death_recorded", "conference_held", "assessment_started", "plan_started"})

_CONDITIONS: dict[type[Condition], frozenset[str]] = {
    c.ForAbsentWorker: frozenset({"absence_started", "absence_ended"}),
    c.EveryActionDone: frozenset({"action_agreed", "action_reviewed"}),
    c.AspectsShown: frozenset(c.AspectsShown.reads),
    c.AspectsLookedAt: frozenset(c.AspectsLookedAt.reads),
    c.ActionsCarriedOver: frozenset(c.ActionsCarriedOver.reads),
    c.MeasureMoved: frozenset(c.MeasureMoved.reads),
    c.OfThatConference: frozenset({"conference_held"}),
    c.Outgrows: frozenset({"observation_recorded"}),
    c.WeakerResponse: frozenset({"contact_decided", "contact_received"}),
    c.AgenciesTrained: frozenset({"training_completed"}),
}


def of_events(events: tuple[Event, ...]) -> frozenset[str]:
    """The types these events name, and those their conditions look at."""
    found = {each for event in events for each in event.types}
    for event in events:
        found |= of_conditions(event.where)
    return frozenset(found)


def of_conditions(conditions: tuple[Condition, ...]) -> frozenset[str]:
    """The types that conditions look at beyond the entry they are asked of."""
    return frozenset().union(*(_of_condition(condition) for condition in conditions))


def _of_condition(condition: Condition) -> frozenset[str]:
    said = frozenset(condition.reads) if isinstance(condition, c.Attended) else _CONDITIONS.get(type(condition), frozenset())
    return said | _of_parts(condition)


def _of_parts(node: object) -> frozenset[str]:
    """The types that the fields of a condition, a trigger or a shape look at."""
    return frozenset[str]().union(*(_of_part(getattr(node, field.name)) for field in fields(node)))  # type: ignore[arg-type]


def _of_part(part: object) -> frozenset[str]:
    """The types that a field of a condition looks at, where it holds an event, a state or conditions."""
    match part:
        case Event():
            return of_events((part,))
        case State():
            return of_state(part)
        case Condition():
            return _of_condition(part)
        case _ if type(part) in _TRIGGERS or isinstance(part, Sequence):
            return of_trigger(part)  # type: ignore[arg-type]
        case tuple():
            return frozenset().union(*(_of_part(each) for each in part))
    return frozenset()


def of_state(state: State) -> frozenset[str]:
    """The types that start and end a state."""
    return of_events(state.starts + state.ends).union(*(of_state(each) for each in state.any_of))


def of_trigger(trigger: Trigger) -> frozenset[str]:
    """The types a trigger looks at."""
    found = _TRIGGERS.get(type(trigger))
    return found(trigger) if found is not None else _of_parts(trigger)


def _of_counting(trigger: Gathers) -> frozenset[str]:
    return frozenset({LINKS}) if "occasions" in (trigger.counting, *(key for key, _ in trigger.also)) else frozenset()


_CONCERNED: dict[Who, frozenset[str]] = {
    "responsible_adults": frozenset(),
    "core_group_agencies": frozenset({"core_group_held"}),
    "linked_children": frozenset(LOOKED_AT_TOGETHER),
    "adults_in_the_home": frozenset(),
}
_TRIGGERS: dict[type[Any], Callable[[Any], frozenset[str]]] = {
    Each: lambda t: of_events((t.event, t.counted_from) if t.counted_from else (t.event,)),
    StateStarts: lambda t: of_state(t.state),
    StateEnds: lambda t: of_state(t.state),
    Gathers: lambda t: of_events(t.events + t.since + t.unless) | of_conditions(t.only) | _of_counting(t),
    ForEach: lambda t: of_trigger(t.trigger) | _CONCERNED[t.who],
    Prepared: lambda t: of_trigger(t.trigger) | of_events((t.by, t.since)),
    Explained: lambda t: of_trigger(t.trigger) | of_events((t.by,)),
    EndsWithFew: lambda t: of_state(t.state) | of_events((t.event,)),
    StaysRepeat: lambda t: of_events((t.stay, t.ends, *t.unless)),
    Either: lambda t: frozenset().union(*(of_trigger(each) for each in t.triggers)),
    Pattern: lambda t: frozenset(t.reads),
}


def of_standard(rule: Standard) -> frozenset[str]:
    """Every entry type ``rule`` looks at."""
    events = rule.met_by + rule.excused_by + rule.broken_by
    events += tuple(each.after for each in rule.changes if each.after)
    events += tuple(each for each in (rule.interval_to, rule.held) if each is not None)
    events += tuple(start for start, _ in rule.interval_after)
    found = IDENTITY | of_events(events) | of_conditions(rule.gate) | of_trigger(rule.trigger)
    for state in (rule.during, rule.keeps):
        if state is not None:
            found |= of_state(state)
    return found


def of_signal(signal: Signal) -> frozenset[str]:
    """Every entry type ``signal`` looks at."""
    return IDENTITY | _of_shape(signal.shape)


def _of_shape(shape: Shape) -> frozenset[str]:
    match shape:
        case Happens():
            return of_trigger(shape.trigger) | of_events(shape.ended_by) | _maybe(shape.during)
        case Undone():
            return of_trigger(shape.trigger) | of_events(shape.done_by + shape.excused_by + shape.at_once) | _maybe(shape.during)
        case Stale():
            after = tuple(change.after for change in shape.changes if change.after)
            return of_state(shape.during) | of_events(shape.done_by + after)
        case Fails():
            return of_trigger(shape.trigger) | of_conditions(shape.wanted) | of_events(shape.ended_by)
        case Breached():
            return frozenset().union(*(of_standard(STANDARDS[id]) for id in shape.standards))
        case Said():
            return _of_shape(shape.shape)
        case AnyShape():
            return frozenset().union(*(_of_shape(each) for each in shape.shapes))
        case Named():
            return frozenset(shape.reads)
        case Meanwhile():
            return of_events(shape.events).union(*(of_standard(STANDARDS[id]) for id in shape.standards))
        case LongerThan():
            return of_events(shape.done_by).union(*(of_standard(STANDARDS[id]) for id in shape.standards))
        case Stands():
            return of_events(shape.after) | of_conditions(shape.so) | _maybe(shape.during)
        case WhileWorker():
            return frozenset({"worker_allocated"}) | of_events(shape.starts + shape.ends) | of_state(shape.during)
        case Showing():
            return _of_shape(shape.shape) | of_events(shape.events) | _maybe(shape.since)
        case Lacks():
            return _of_parts(shape)
        case FutureDated():
            return frozenset(shape.reads)
        case Together():
            return _of_together(shape)


def _of_together(shape: Together) -> frozenset[str]:
    from holdfast.signals import SIGNALS

    found = frozenset(shape.reads) | of_state(shape.during)
    found = found.union(*(of_standard(STANDARDS[id]) for id in shape.standards))
    return found.union(*(_of_shape(SIGNALS[id].shape) for id in shape.signals))


def _maybe(state: State | None) -> frozenset[str]:
    return frozenset() if state is None else of_state(state)
