"""The shapes a worry can have. As standards are, they are frozen values that say nothing about how they are looked up."""

from collections.abc import Mapping
from dataclasses import dataclass

from holdfast.standards.events import Condition, Event, State
from holdfast.standards.limits import Amount, Limit
from holdfast.standards.model import Change
from holdfast.standards.triggers import Trigger

Numbers = Mapping[str, int | float]


@dataclass(frozen=True)
class Happens:
    """It worries as soon as it happens: an entry, a state, or entries that add up. ``during`` narrows it to a state of the
    child. It ends with what is done about it (``ended_by``), or with the state."""

    trigger: Trigger
    ended_by: tuple[Event, ...] = ()
    during: State | None = None


@dataclass(frozen=True)
class Undone:
    """Something should have followed and has not: it worries once the limit has passed, until it is done."""

    trigger: Trigger
    done_by: tuple[Event, ...]
    limit: Limit
    excused_by: tuple[Event, ...] = ()
    during: State | None = None
    planned_in: str = "for"


@dataclass(frozen=True)
class Stale:
    """Something to be done again and again while a state lasts has not been done for too long."""

    during: State
    done_by: tuple[Event, ...]
    limit: Limit
    from_age: int | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Fails:
    """An event took place without what should have been so: any of ``wanted`` certainly was not. Put right by ``ended_by``."""

    trigger: Trigger
    wanted: tuple[Condition, ...]
    ended_by: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Breached:
    """One of these standards is overdue, and has been for ``after`` where that is given."""

    standards: tuple[str, ...]
    after: Amount | None = None


@dataclass(frozen=True)
class AnyShape:
    """Any of several shapes. What the same entry raises is said once."""

    shapes: tuple["Shape", ...]


@dataclass(frozen=True)
class Named:
    """A comparison no shape can say: ``engine.worries`` has the function, which reads only ``reads``."""

    reads: tuple[str, ...]


Shape = Happens | Undone | Stale | Fails | Breached | AnyShape | Named
