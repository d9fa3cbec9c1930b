"""What came before or after the entry, what still stood as it happened, and how long that had lasted."""

from dataclasses import dataclass
from typing import Literal

from holdfast.rules.event import Condition, Event, State
from holdfast.rules.limit import Amount


@dataclass(frozen=True)
class InState(Condition):
    """The state certainly held for the child on the day of the entry (a state that began that day holds, one that ended
    that day does not)."""

    state: State


@dataclass(frozen=True)
class Earlier(Condition):
    """Some other entry of ``event`` about the child came before this one: within ``within`` before its day where that is
    given, and since the state on its day began where ``since`` is given. The entry asked about stands as the starting
    entry for what ``event`` itself refers to. It has to stand still where something may undo it: nothing of ``unless``, for which
    it is the starting entry, came between it and this one."""

    event: Event
    within: Amount | None = None
    since: State | None = None
    unless: tuple[Event, ...] = ()

    def __post_init__(self) -> None:
        # Each narrows what counts as earlier in its own way, and no rule has needed both: which would go first has not been
        # decided, so it cannot be said.
        if self.since is not None and self.unless:
            raise ValueError("what still stands is not looked for since a state began")


@dataclass(frozen=True)
class Later(Condition):
    """Some other entry of ``event`` about the child came after this one, within ``within`` of its day where that is
    given. The entry asked about stands as the starting entry for what ``event`` itself refers to."""

    event: Event
    within: Amount | None = None


@dataclass(frozen=True)
class Previous(Condition):
    """There was an earlier ``event``, and the latest of them passes ``where``, this entry standing as the starting one."""

    event: Event
    where: tuple[Condition, ...]


@dataclass(frozen=True)
class NotYet(Condition):
    """By the starting entry nothing of ``events`` had been done, which stand to this entry as to a starting one."""

    events: tuple[Event, ...]


@dataclass(frozen=True)
class AtLeast(Condition):
    """At least ``n`` of ``event`` in a window shorter than ``within`` that ends on the day of this entry."""

    event: Event
    n: int
    within: Amount


@dataclass(frozen=True)
class Happened(Condition):
    """By the end of the entry's day there were at least ``at_least`` of ``events`` about the child (the entry itself counts),
    within the ``within`` up to that day where that is given, its first day included. ``either_side``: as long after it as before
    it."""

    events: tuple[Event, ...]
    within: Amount | None = None
    at_least: int = 1
    either_side: bool = False

    def __post_init__(self) -> None:
        if self.either_side and self.within is None:
            raise ValueError("how long before and after the entry has to be said")


@dataclass(frozen=True)
class StillOpen(Condition):
    """Something of ``begun``, about the child or about everyone, was not over on the day of the entry: nothing of ``ended``,
    which stands to what it ends as to a starting entry, had ended it by then."""

    begun: Event
    ended: Event


@dataclass(frozen=True)
class StillAhead(Condition):
    """The last day that this entry plans for in ``field`` had not gone by when the starting entry happened; or the last that the
    starting entry plans for, when this one did. ``unsaid`` is the answer where no day was recorded."""

    field: str
    unsaid: bool = False
    planned_by: Literal["entry", "start"] = "entry"


@dataclass(frozen=True)
class LastedUnder(Condition):
    """The state that ended with this entry had lasted less than ``amount``."""

    state: State
    amount: Amount


@dataclass(frozen=True)
class BeforeABreak(Condition):
    """It happened on a day that is no working day, or on the last working day before one."""
