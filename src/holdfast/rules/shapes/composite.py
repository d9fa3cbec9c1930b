"""Shapes made of shapes, the comparison that no shape can say, and the union of them all."""

from dataclasses import dataclass, replace

from holdfast.rules.event import Event, State
from holdfast.rules.limit import Amount
from holdfast.rules.node import Beginning, Node, Rules
from holdfast.rules.shapes.awaited_birth import AwaitedBirth
from holdfast.rules.shapes.confidant import OutOfTouch
from holdfast.rules.shapes.occurrence import Fails, FutureDated, Happens, Stands, Unrepresented, WhileWorker
from holdfast.rules.shapes.omission import Lacks, Stale, Undone
from holdfast.rules.shapes.overdue import Breached, LongerThan, Meanwhile, Together
from holdfast.rules.shapes.unlikely_family import BirthParents, BirthsApart, ParentAge, ParentDead
from holdfast.rules.shapes.wrong_order import OutOfLife, OutOfOrder, ToldAfterDeath


@dataclass(frozen=True)
class Showing(Node):
    """The same worry, shown with the entries of ``events`` from the ``within`` up to its day (all up to then, where that is
    ``None``) and with what began ``since``, if that holds or ends on its day. ``inclusive``: the day exactly so long before
    counts, and all of the last day; otherwise only what came up to the entry that made it so."""

    shape: "Shape"
    events: tuple[Event, ...]
    within: Amount | None = None
    inclusive: bool = False
    since: State | None = None
    begun_by = "shape"

    def begins(self, rules: Rules) -> Beginning:
        """What begins the worry: with what it is shown depends on more than that."""
        # What is shown with a worry may come from any time before it, so that one entry cannot be looked at without the
        # others.
        return replace(super().begins(rules), each=False)


@dataclass(frozen=True)
class Said(Node):
    """A shape with a sentence of its own, where a signal has several."""

    shape: "Shape"
    why: str
    begun_by = "shape"


@dataclass(frozen=True)
class AnyShape(Node):
    """Any of several shapes. What the same entry raises is said once."""

    shapes: tuple["Shape", ...]
    begun_by = "shapes"


@dataclass(frozen=True)
class Named(Node):
    """A comparison no shape can say: each engine has a function for it (``signal.OWN``), which reads only ``reads``."""

    reads: tuple[str, ...]

    def begins(self, rules: Rules) -> Beginning:
        """Any of the types it reads, about anybody."""
        return Beginning(frozenset(self.reads), own=False, each=False)


Shape = (
    Happens
    | Undone
    | Stale
    | Fails
    | Breached
    | Meanwhile
    | LongerThan
    | Stands
    | WhileWorker
    | Unrepresented
    | Showing
    | Said
    | AnyShape
    | Named
    | Lacks
    | Together
    | FutureDated
    | ParentAge
    | BirthParents
    | BirthsApart
    | ParentDead
    | AwaitedBirth
    | OutOfLife
    | ToldAfterDeath
    | OutOfOrder
    | OutOfTouch
)
