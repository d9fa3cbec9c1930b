"""Shapes of a worry about standards that are overdue."""

from dataclasses import dataclass

from holdfast.rules.conditions.workforce import STAFFING
from holdfast.rules.event import Event, State
from holdfast.rules.limit import Amount
from holdfast.rules.node import Node, Rules
from holdfast.rules.shapes.named_standards import OfStandards


@dataclass(frozen=True)
class Breached(OfStandards):
    """One of these standards is overdue, and has been for ``after`` where that is given."""

    after: Amount | None = None


@dataclass(frozen=True)
class Meanwhile(OfStandards):
    """One of these standards is overdue, although one of ``events`` happened since its clock started: something was done, and
    not the thing that counts."""

    events: tuple[Event, ...]


@dataclass(frozen=True)
class LongerThan(OfStandards):
    """What these standards ask for again and again was not done even in the wider sense of ``done_by``, for more than
    ``times`` as long as they allow. Nothing excuses it."""

    times: float
    done_by: tuple[Event, ...]


@dataclass(frozen=True)
class Together(Node):
    """At least ``n`` different rules, from at least ``n`` different causes, were overdue or open at some time in a window
    shorter than ``within``, while the child was in ``during``. It is a list of them by name and never a score. What began
    from the same entry has one cause, unless that entry began a plan; and what came while the worker who leads was away or
    gone has that for its cause."""

    n: int
    within: Amount
    during: State
    standards: frozenset[str]
    signals: frozenset[str]
    reads: tuple[str, ...] = STAFFING
    begun_by = "during"

    def looks_at(self, rules: Rules) -> frozenset[str]:
        """What all of its standards and signals look at, and what says that the worker was away."""
        # A signal that counts others is as old as the oldest of them: whatever changes one of them may change it.
        standards = (rules.standards[id].looks_at(rules) for id in self.standards)
        return super().looks_at(rules).union(*standards, *(rules.signals[id].looks_at(rules) for id in self.signals))
