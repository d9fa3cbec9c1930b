"""The shapes a worry can have. As standards are, they are frozen values that say nothing about how they are looked up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from holdfast.signals.lacking import FutureDated, Lacks, Together
from holdfast.standards.events import Condition, Event, State
from holdfast.standards.limits import Amount, Limit
from holdfast.standards.model import Change
from holdfast.standards.triggers import Trigger

Numbers = Mapping[str, int | float]


def days(n: int | float) -> Amount:
    """So many days."""
    return Amount(int(n), "calendar_days")


@dataclass(frozen=True)
class Happens:
    """It worries as soon as it happens: an entry, a state, or entries that add up. ``during`` narrows it to a state of the
    child. It ends with what is done about it (``ended_by``), or with the state."""

    trigger: Trigger
    ended_by: tuple[Event, ...] = ()
    during: State | None = None


@dataclass(frozen=True)
class Undone:
    """Something should have followed and has not: it worries once the limit has passed, until it is done. ``at_once``: it
    worries as soon as one of these happens, if it is still undone then."""

    trigger: Trigger
    done_by: tuple[Event, ...]
    limit: Limit
    excused_by: tuple[Event, ...] = ()
    during: State | None = None
    planned_in: str = "for"
    at_once: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Stale:
    """Something to be done again and again while a state lasts (``all_of`` it, where there are several things) has not been
    done for too long."""

    during: State
    done_by: tuple[Event, ...]
    limit: Limit
    from_age: int | None = None
    changes: tuple[Change, ...] = ()
    all_of: bool = False


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
class Meanwhile:
    """One of these standards is overdue, although one of ``events`` happened since its clock started: something was done, and
    not the thing that counts."""

    standards: tuple[str, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True)
class LongerThan:
    """What these standards ask for again and again was not done even in the wider sense of ``done_by``, for more than
    ``times`` as long as they allow. Nothing excuses it."""

    standards: tuple[str, ...]
    times: float
    done_by: tuple[Event, ...]


@dataclass(frozen=True)
class Stands:
    """Looked at after each day on which one of ``after`` happened: it worries from the first such day after which all of
    ``so`` certainly holds of that day's last entry, until the first after which it does not."""

    after: tuple[Event, ...]
    so: tuple[Condition, ...]
    during: State | None = None


@dataclass(frozen=True)
class WhileWorker:
    """While the worker who leads for the child, or that worker's manager, is in the state that ``starts`` begin and ``ends``
    end (entries about that worker), for at most ``lasts``, and the child is in ``during``."""

    who: Literal["lead", "manager"]
    starts: tuple[Event, ...]
    ends: tuple[Event, ...]
    during: State
    lasts: Amount | None = None


@dataclass(frozen=True)
class Showing:
    """The same worry, shown with the entries of ``events`` from the ``within`` up to its day (all up to then, where that is
    ``None``) and with what began ``since``, if that holds or ends on its day. ``inclusive``: the day exactly so long before
    counts, and all of the last day; otherwise only what came up to the entry that made it so."""

    shape: "Shape"
    events: tuple[Event, ...]
    within: Amount | None = None
    inclusive: bool = False
    since: State | None = None


@dataclass(frozen=True)
class Said:
    """A shape with a sentence of its own, where a signal has several."""

    shape: "Shape"
    why: str


@dataclass(frozen=True)
class AnyShape:
    """Any of several shapes. What the same entry raises is said once."""

    shapes: tuple["Shape", ...]


@dataclass(frozen=True)
class Named:
    """A comparison no shape can say: ``engine.worries`` has the function, which reads only ``reads``."""

    reads: tuple[str, ...]


Shape = (
    Happens | Undone | Stale | Fails | Breached | Meanwhile | LongerThan | Stands | WhileWorker | Showing | Said | AnyShape
    | Named | Lacks | Together | FutureDated
)  # fmt: skip
