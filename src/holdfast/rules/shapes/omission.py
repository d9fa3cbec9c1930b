"""Shapes of a worry about what was not done: what should have followed, come round again, or come before."""

from dataclasses import dataclass

from holdfast.rules.event import Event, State
from holdfast.rules.limit import Amount, Deadline, Interval
from holdfast.rules.node import Node
from holdfast.rules.trigger import Trigger


@dataclass(frozen=True)
class Undone(Node):
    """Something should have followed and has not: it worries once the limit has passed, until it is done. ``at_once``: it
    worries as soon as one of these happens, if it is still undone then."""

    trigger: Trigger
    done_by: tuple[Event, ...]
    limit: Deadline
    excused_by: tuple[Event, ...] = ()
    during: State | None = None
    at_once: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Stale(Node):
    """Something to be done again and again while a state lasts has not been done for too long."""

    during: State
    done_by: tuple[Event, ...]
    limit: Interval
    begun_by = "during"


@dataclass(frozen=True)
class Lacks(Node):
    """Something took place without what should have come before it. Each of ``needs`` is done by any of its events, at or after
    the opening: the latest of ``opened_by`` before it (then the latest of the next of ``opened_by`` before that one, and so
    on), and no further back than ``within``. It worries as it happens, or once ``grace`` has gone by, until every one
    of them is done; ``excused_by`` stands for them all."""

    trigger: Trigger
    needs: tuple[tuple[Event, ...], ...]
    opened_by: tuple[Event, ...] = ()
    within: Amount | None = None
    grace: Amount | None = None
    excused_by: tuple[Event, ...] = ()
