"""The entry set beside others, by number: growth, falls, shares, how brothers and sisters fare."""

from dataclasses import dataclass

from holdfast.rules.event import Condition, Event, State
from holdfast.rules.limit import Amount


@dataclass(frozen=True)
class Outgrows(Condition):
    """Indicators of neglect in the ``days`` that end with this entry are more than ``times`` those in as many days before."""

    days: int
    times: float
    reads = ("observation_recorded",)


@dataclass(frozen=True)
class FellBy(Condition):
    """The number in ``field`` is at least ``n`` below what it was in an earlier entry of the kind, about the same
    ``same``, that ended no more than ``days`` days before this one."""

    field: str
    n: float
    days: int
    same: str


@dataclass(frozen=True)
class LessThanSiblings(Condition):
    """Since ``since`` began, there have been fewer than ``share`` of the ``event`` that each younger brother or sister in
    ``since`` has had on average. Asked only where that average is at least ``least``."""

    event: Event
    share: float
    since: State
    least: int


@dataclass(frozen=True)
class WeakerResponse(Condition):
    """What was decided about this contact and the like one before it is on average at least ``by`` grades weaker than about
    the like ones before those. Contacts are alike where both told of harm right now, or neither did. Grades run from no
    further action (0) to a strategy discussion (4); asked only where there are at least ``least`` to compare."""

    by: int
    least: int
    reads = ("contact_decided", "contact_received")


@dataclass(frozen=True)
class Outweighed(Condition):
    """In the ``within`` up to the day of the entry, something spoke against it and no more spoke for it."""

    supporting: tuple[Event, ...]
    opposing: tuple[Event, ...]
    within: Amount


@dataclass(frozen=True)
class Share(Condition):
    """Of the entries of ``whole`` about the child by the end of this entry's day, more than the share ``over`` are of
    ``part``. ``latest_by``: of several that name the same entry in this field only the last one speaks. Not so where there
    are none."""

    part: Event
    whole: Event
    over: float
    latest_by: str | None = None
