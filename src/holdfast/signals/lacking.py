"""Further shapes of a worry: what was lacking as something happened, what comes together, and what cannot yet have been."""

from dataclasses import dataclass

from holdfast.standards.events import Event, State
from holdfast.standards.limits import Amount
from holdfast.standards.triggers import Trigger


@dataclass(frozen=True)
class Lacks:
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


@dataclass(frozen=True)
class Together:
    """At least ``n`` different rules, from at least ``n`` different causes, were overdue or open at some time in a window
    shorter than ``within``, while the child was in ``during``. It is a list of them by name and never a score. What began
    from the same entry has one cause, unless that entry began a plan; and what came while the worker who leads was away has
    that absence for its cause."""

    n: int
    within: Amount
    during: State
    standards: frozenset[str]
    signals: frozenset[str]
    reads: tuple[str, ...] = ("worker_allocated", "absence_started", "absence_ended")


@dataclass(frozen=True)
class FutureDated:
    """An entry of one of the types it ``reads`` says that something was done on a day after the entry was recorded."""

    reads: tuple[str, ...]
