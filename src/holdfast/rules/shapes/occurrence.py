"""Shapes of a worry that something which took place raises: that it did, how it did, or what lasts because of it."""

from dataclasses import dataclass, replace
from typing import Literal

from holdfast.rules.conditions.workforce import STAFFING
from holdfast.rules.event import Condition, Event, State
from holdfast.rules.limit import Amount
from holdfast.rules.node import Beginning, Node, Rules
from holdfast.rules.trigger import Trigger


@dataclass(frozen=True)
class Happens(Node):
    """It worries as soon as it happens: an entry, a state, or entries that add up. ``during`` narrows it to a state of the
    child. It ends with what is done about it (``ended_by``), or with the state."""

    trigger: Trigger
    ended_by: tuple[Event, ...] = ()
    during: State | None = None


@dataclass(frozen=True)
class Fails(Node):
    """An event took place without what should have been so: any of ``wanted`` certainly was not. Put right by ``ended_by``."""

    trigger: Trigger
    wanted: tuple[Condition, ...]
    ended_by: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Stands(Node):
    """Looked at after each day on which one of ``after`` happened: it worries from the first such day after which all of
    ``so`` certainly holds of that day's last entry, until the first after which it does not."""

    after: tuple[Event, ...]
    so: tuple[Condition, ...]
    during: State | None = None
    begun_by = "after"


@dataclass(frozen=True)
class WhileWorker(Node):
    """While the worker who leads for the child, or that worker's manager, is in the state that ``starts`` begin and ``ends``
    end (entries about that worker, and a going only where they then went), for at most ``lasts``, and the child is in
    ``during``."""

    who: Literal["lead", "manager"]
    starts: tuple[Event, ...]
    ends: tuple[Event, ...]
    during: State
    lasts: Amount | None = None
    reads = STAFFING
    begun_by = "starts"

    def begins(self, rules: Rules) -> Beginning:
        """What begins the worker's state, which is about no child."""
        return replace(super().begins(rules), own=False)


@dataclass(frozen=True)
class Unrepresented(Node):
    """While the worker who leads for the child, or that worker's manager, is ``away`` or ``gone`` with nobody in post covering
    for them, whatever it was that said so, and the child is in ``during``. Each time it comes to that is a worry of its own."""

    who: Literal["lead", "manager"]
    how: Literal["away", "gone"]
    during: State
    reads = STAFFING

    def begins(self, rules: Rules) -> Beginning:
        """What may take somebody away, which is about no child."""
        return Beginning(frozenset(STAFFING), own=False, each=False)


@dataclass(frozen=True)
class FutureDated(Node):
    """An entry of one of the types it ``reads`` says that something was done on a day after the entry was recorded, or later on
    that day by more than ``leeway``."""

    leeway: Amount
    reads: tuple[str, ...]

    def begins(self, rules: Rules) -> Beginning:
        """Any of the types it reads."""
        return Beginning(frozenset(self.reads), own=True, each=False)
