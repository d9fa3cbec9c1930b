"""Further questions about an entry that are answered from what came before it, or from what it says of others: shares,
comparisons, plans carried forward. As those of :mod:`holdfast.standards.conditions`, they say nothing about how they are
answered."""

from dataclasses import dataclass

from holdfast.standards.events import Condition, Event, State
from holdfast.standards.limits import Amount


@dataclass(frozen=True)
class AllOf(Condition):
    """Every one of several conditions holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class SoFar(Condition):
    """By the end of the entry's day there were at least ``least`` of ``events`` about the child (the entry itself counts),
    within the ``within`` up to that day where that is given, its first day included."""

    events: tuple[Event, ...]
    within: Amount | None = None
    least: int = 1


@dataclass(frozen=True)
class Near(Condition):
    """An entry of ``event`` about the child fell within ``within`` of the entry's day, before or after (the entry itself
    counts)."""

    event: Event
    within: Amount


@dataclass(frozen=True)
class Names(Condition):
    """The entry that ``field`` names is one of ``event``, about this child."""

    field: str
    event: Event


@dataclass(frozen=True)
class Share(Condition):
    """Of the entries of ``whole`` about the child by the end of this entry's day, more than the share ``over`` are of
    ``part``. ``latest_by``: of several that name the same entry in this field only the last one speaks. Not so where there
    are none."""

    part: Event
    whole: Event
    over: float
    latest_by: str | None = None


@dataclass(frozen=True)
class SaysMore(Condition):
    """The text in ``field`` is longer, in words, than the starting entry's."""

    field: str


@dataclass(frozen=True)
class AsksForSafety(Condition):
    """The child's words in ``field`` may ask for safety: not to go home, to be looked after elsewhere, that somebody is not
    safe. Matched to raise the question, never to answer it."""

    field: str


@dataclass(frozen=True)
class RolesAmong(Condition):
    """Each group of roles is held by somebody listed in ``field``: a worker with such a role, or the words for one."""

    field: str
    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class MorePresentThan(Condition):
    """More than ``n`` professionals were present. Unknown where attendance was not recorded."""

    n: int


@dataclass(frozen=True)
class SubjectPresent(Condition):
    """The agency this is about was present. Unknown where attendance was not recorded."""


@dataclass(frozen=True)
class NotAfterPlanned(Condition):
    """It happened on or before the last day that the starting entry plans for in ``field``."""

    field: str


@dataclass(frozen=True)
class LastedUnder(Condition):
    """The state that ended with this entry had lasted less than ``amount``."""

    state: State
    amount: Amount


@dataclass(frozen=True)
class AspectsShown(Condition):
    """Entries about the child showed at least ``least`` aspects of neglect in the ``within`` up to the meeting or assessment (the
    day exactly so long before does not count)."""

    within: Amount
    least: int
    reads: tuple[str, ...] = ("observation_recorded",)


@dataclass(frozen=True)
class AspectsLookedAt(Condition):
    """The aspects of neglect that entries about the child showed in the ``within`` up to the meeting or assessment were each
    looked at by it: its own words name the aspect, or an analysis of it does. Said of the starting entry where there is one,
    with analyses up to this entry."""

    within: Amount
    reads: tuple[str, ...] = ("observation_recorded", "aspects_analysed", "conference_held", "assessment_completed")


@dataclass(frozen=True)
class ActionsCarriedOver(Condition):
    """Between the entry of ``meetings`` that came ``back`` before this one and this one, at least ``unchanged`` of the actions
    open at either stayed the same, and at least ``overdue`` of those still open were past their day. An action agreed again
    in the same words is the same action, and keeps the day it was first due. Not so where no action was open."""

    meetings: Event
    back: int
    unchanged: float
    overdue: float
    reads: tuple[str, ...] = ("action_agreed", "action_reviewed")


@dataclass(frozen=True)
class MeasureMoved(Condition):
    """A measure of how the child is (``outcome_measured``) came out otherwise, since the last entry of ``since`` before this
    one, than it had before. Any time before this one counts where there was none."""

    since: Event
    reads: tuple[str, ...] = ("outcome_measured",)
