"""What must be on the record before a rule can show anything, and whether each entry of it speaks for itself: read from the
rule, so that nobody has to say it twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from holdfast.rules.conditions import About
from holdfast.rules.event import Event, State
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
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import (
    Again,
    AgencyMissing,
    Disagree,
    Each,
    Either,
    EndsWithFew,
    Explained,
    ForEach,
    Gathers,
    InARow,
    OfWorkers,
    Only,
    Pattern,
    Planned,
    Prepared,
    SinceLast,
    StateEnds,
    StateLasts,
    StateStarts,
    StaysRepeat,
    Trigger,
)

WEIGHED_TOGETHER = frozenset({"min_before_event", "due_by_event"})
"""Limits for which what one entry starts depends on what another starts: a booking that takes the place of an earlier one."""


@dataclass(frozen=True)
class Beginning:
    """Without an entry of one of ``types`` nothing can be shown. ``own``: it must be about the person themselves. ``each``:
    what one of them starts is the same whatever the others start, so that each can be worked out by itself."""

    types: frozenset[str]
    own: bool
    each: bool


def of_trigger(trigger: Trigger) -> Beginning:
    """What a trigger needs."""
    match trigger:
        case Each():
            own = About("anyone") not in trigger.event.where
            return Beginning(frozenset(trigger.event.types), own=own, each=own)
        case ForEach() | Prepared() | Explained():
            return of_trigger(trigger.trigger)
        case StaysRepeat():
            return Beginning(frozenset(trigger.stay.types), own=True, each=False)
        case StateStarts() | StateEnds() | EndsWithFew():
            return of_state(trigger.state)
        case Gathers():
            types = frozenset(each for event in trigger.events for each in event.types)
            return Beginning(types, own=trigger.across == "child", each=False)
        case Either():
            return _any(of_trigger(each) for each in trigger.triggers)
        case Pattern():
            return Beginning(frozenset(trigger.reads), own=False, each=False)
        case Only():
            return of_trigger(trigger.trigger)
        case Disagree():
            return _of_events((trigger.event,), own=True)
        case StateLasts() | Again():
            return of_state(trigger.state)
        case Planned() | InARow() | AgencyMissing() | SinceLast() | OfWorkers():
            return _of_sequence(trigger)


def _of_sequence(trigger: Planned | InARow | AgencyMissing | SinceLast | OfWorkers) -> Beginning:
    match trigger:
        case SinceLast():
            return _of_events(trigger.events, own=True)
        case AgencyMissing():
            return _of_events((trigger.meetings,), own=True)
        case _:
            return _of_events((trigger.event,), own=not isinstance(trigger, OfWorkers))


def _of_events(events: tuple[Event, ...], *, own: bool) -> Beginning:
    return Beginning(frozenset(each for event in events for each in event.types), own=own, each=False)


def of_state(state: State) -> Beginning:
    """What a state needs before it can begin."""
    types = {each for event in state.starts for each in event.types}
    return Beginning(frozenset(types).union(*(of_state(each).types for each in state.any_of)), own=True, each=False)


def of_standard(rule: Standard) -> Beginning:
    """What a standard needs before it can show a clock."""
    if rule.limit.kind == "max_interval" and rule.during is not None and not isinstance(rule.trigger, Pattern):
        return of_state(rule.during)
    found = of_trigger(rule.trigger)
    return Beginning(found.types, found.own, found.each and rule.limit.kind not in WEIGHED_TOGETHER)


def of_shape(shape: Shape, standards: Mapping[str, Standard]) -> Beginning:
    """What a worry needs before it can be raised."""
    match shape:
        case Happens() | Fails() | Lacks():
            return of_trigger(shape.trigger)
        case Undone():
            found = of_trigger(shape.trigger)
            return Beginning(found.types, found.own, found.each and shape.limit.kind not in WEIGHED_TOGETHER)
        case Stale():
            return of_state(shape.during)
        case Breached():
            return _any(of_standard(standards[id]) for id in shape.standards)
        case Said():
            return of_shape(shape.shape, standards)
        case AnyShape():
            return _any(of_shape(each, standards) for each in shape.shapes)
        case Named():
            return Beginning(frozenset(shape.reads), own=False, each=False)
        case Meanwhile() | LongerThan():
            return _any(of_standard(standards[id]) for id in shape.standards)
        case Stands():
            return _of_events(shape.after, own=True)
        case WhileWorker():
            return _of_events((*shape.starts,), own=False)
        case Showing():
            return replace(of_shape(shape.shape, standards), each=False)
        case FutureDated():
            return Beginning(frozenset(shape.reads), own=True, each=False)
        case Together():
            return of_state(shape.during)


def _any(parts: Iterable[Beginning]) -> Beginning:
    found = list(parts)
    types = frozenset[str]().union(*(each.types for each in found))
    return Beginning(types, own=all(each.own for each in found), each=all(each.each for each in found))
