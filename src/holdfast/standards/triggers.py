"""What starts a clock, or raises a worry: frozen values that say nothing about how they are looked up."""

from dataclasses import dataclass
from typing import Literal

from holdfast.standards.events import Event, State
from holdfast.standards.limits import Amount

Key = Literal["entries", "days", "agencies", "workers", "senders", "aspects", "indicators", "children"]
"""What is counted: entries, the different days they fell on, the different agencies whose records they are, the workers
who made them or are named as having done them, the people or agencies that sent them, the different aspects of neglect
they show, every aspect in every entry, or the different children they are about."""


@dataclass(frozen=True)
class Each:
    """Every entry that fits starts a clock of its own. ``counted_from``: it counts from the latest earlier entry of that
    kind where there is one within ``counted_within``, as an emergency protection order counts from police protection."""

    event: Event
    counted_from: Event | None = None
    counted_within: Amount | None = None


@dataclass(frozen=True)
class StateStarts:
    """The state beginning starts the clock."""

    state: State


@dataclass(frozen=True)
class StateEnds:
    """The state ending starts the clock (or shuts the gate)."""

    state: State


@dataclass(frozen=True)
class Gathers:
    """Entries that add up: at least ``n`` (of what ``counting`` says) among ``events`` in a window shorter than
    ``within`` that ends with the entry that makes it so.

    ``also`` asks for further distinct counts in the same window. ``since``: any of these empties the window (only what
    came on a later day counts). ``unless``: nothing is made of it where one of these was done in the ``unless_within`` up to that
    day (any time before where that is ``None``). ``across`` the family counts brothers' and sisters' entries too; an
    entry about several of them counts once, except when children or aspects are counted. It is said once, and again only
    after the window has fallen below the number.
    """

    events: tuple[Event, ...]
    n: int
    within: Amount
    counting: Key = "entries"
    also: tuple[tuple[Key, int], ...] = ()
    since: tuple[Event, ...] = ()
    unless: tuple[Event, ...] = ()
    unless_within: Amount | None = None
    across: Literal["child", "family"] = "child"


@dataclass(frozen=True)
class Either:
    """Any of several triggers. The same entry starts one clock however many of them it fits."""

    triggers: tuple["Trigger", ...]


@dataclass(frozen=True)
class Pattern:
    """Something folded from several entries starts the clock; ``engine.patterns`` has the function of this name, and
    ``reads`` lists every entry type it looks at."""

    name: str
    says: str
    reads: tuple[str, ...]


Trigger = Each | StateStarts | StateEnds | Gathers | Either | Pattern
