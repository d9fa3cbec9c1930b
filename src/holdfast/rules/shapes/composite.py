"""Shapes made of shapes, the comparison that no shape can say, and the union of them all."""

from dataclasses import dataclass

from holdfast.rules.event import Event, State
from holdfast.rules.limit import Amount
from holdfast.rules.shapes.occurrence import Fails, FutureDated, Happens, Stands, WhileWorker
from holdfast.rules.shapes.omission import Lacks, Stale, Undone
from holdfast.rules.shapes.overdue import Breached, LongerThan, Meanwhile, Together


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
    """A comparison no shape can say: ``engine.reference.worries`` has the function, which reads only ``reads``."""

    reads: tuple[str, ...]


Shape = (
    Happens | Undone | Stale | Fails | Breached | Meanwhile | LongerThan | Stands | WhileWorker | Showing | Said | AnyShape
    | Named | Lacks | Together | FutureDated
)  # fmt: skip
