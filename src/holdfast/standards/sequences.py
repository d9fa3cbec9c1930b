"""Starts that need one entry to follow another: runs, things that add up since the last time, states that have lasted."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from holdfast.standards.events import Condition, Event, State
from holdfast.standards.limits import Amount

if TYPE_CHECKING:
    from holdfast.standards.triggers import Trigger


@dataclass(frozen=True)
class Only:
    """Those starts of ``trigger`` whose own entry certainly passes every condition."""

    trigger: "Trigger"
    where: tuple[Condition, ...]


@dataclass(frozen=True)
class Planned:
    """Every entry that fits starts a clock on the day it plans for in ``planned_in``, unless one of ``unless`` was done
    within a planned day that is a range."""

    event: Event
    planned_in: str = "for"
    unless: tuple[Event, ...] = ()


@dataclass(frozen=True)
class OfWorkers:
    """Every entry that fits, also one about a worker that is filed under no child: it speaks for every child."""

    event: Event


@dataclass(frozen=True)
class StateLasts:
    """The state having lasted so long starts the clock, unless one of ``unless`` was done since it began."""

    state: State
    lasting: Amount
    unless: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Again:
    """The state begins less than ``within`` after it had ended, for the child or (``across`` the family) for a brother or
    sister. It is told with what ended it."""

    state: State
    within: Amount
    across: Literal["child", "family"] = "child"


@dataclass(frozen=True)
class InARow:
    """``n`` entries of ``event``, one straight after another, that each pass ``where``: it starts with the last of them, and
    again only after one that does not pass."""

    event: Event
    n: int
    where: tuple[Condition, ...]


@dataclass(frozen=True)
class SinceLast:
    """``n`` entries of ``events`` since the last of ``since`` (only what came on a later day counts), however long it took.
    ``alike`` are fields in which they must say the same thing: the same words but for case and punctuation, or the same
    entry; then several on one day count once. It is said once, and again only once one of ``since`` has come between."""

    events: tuple[Event, ...]
    n: int
    since: tuple[Event, ...]
    alike: tuple[str, ...] = ()


@dataclass(frozen=True)
class AgencyMissing:
    """An agency took no part in ``n`` of ``meetings`` running. It should have: the latest entry of ``named`` lists it among
    its ``members``, or it is or was written down as absent. What it ``reported`` in writing is taking part. A meeting where
    attendance was not recorded is passed over. One start for each agency."""

    meetings: Event
    n: int
    named: Event
    reported: Event


Sequence = Only | Planned | OfWorkers | StateLasts | Again | InARow | SinceLast | AgencyMissing
