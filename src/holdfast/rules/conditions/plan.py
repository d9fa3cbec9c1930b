"""Plans: what kind, whether they were carried out, and whether anything moved between one meeting and the next."""

from dataclasses import dataclass

from holdfast.rules.event import Condition, Event
from holdfast.rules.limit import Amount


@dataclass(frozen=True)
class PlanIs(Condition):
    """``field`` names a plan of this kind, by its code or by the entry that started it."""

    plan: str
    field: str = "plan"


@dataclass(frozen=True)
class EndedByConference(Condition):
    """A review conference (or a transfer-in conference elsewhere) had decided by then that this child's plan should end."""


@dataclass(frozen=True)
class EveryActionDone(Condition):
    """Every action agreed for this child was last reviewed as done. Unknown where no action was recorded."""

    reads = ("action_agreed", "action_reviewed")


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
