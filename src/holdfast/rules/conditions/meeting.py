"""Who was at a meeting, and what it decided for this child."""

from dataclasses import dataclass

from holdfast.rules.event import Condition


@dataclass(frozen=True)
class SocialWorkerPresent(Condition):
    """The lead social worker or named social-work cover was present. Unknown where attendance was not recorded."""

    reads = ("cover_named",)


@dataclass(frozen=True)
class StrategyQuorum(Condition):
    """Children's social care, police and health were all present. Unknown where attendance was not recorded."""


@dataclass(frozen=True)
class RolePresent(Condition):
    """Somebody whose role, agency or kind of agency speaks of one of ``words`` was present. Unknown where attendance was
    not recorded."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class ConferenceQuorum(Condition):
    """Children's social care and at least ``agencies`` others were present. Unknown where attendance was not recorded."""

    agencies: int


@dataclass(frozen=True)
class MorePresentThan(Condition):
    """More than ``n`` professionals were present. Unknown where attendance was not recorded."""

    n: int


@dataclass(frozen=True)
class SubjectPresent(Condition):
    """The agency this is about was present. Unknown where attendance was not recorded."""


@dataclass(frozen=True)
class TookPart(Condition):
    """The adult this is about was present, by name or by what they are to the child. Unknown where attendance was not
    recorded."""


@dataclass(frozen=True)
class OfThatConference(Condition):
    """``field`` names the conference booking that started the clock, or the conference held by that booking: the first of
    its kind since."""

    field: str
    reads = ("conference_held",)


@dataclass(frozen=True)
class DecidedWithReasons(Condition):
    """This child has a decision with reasons of their own, and a category where a plan was made."""


@dataclass(frozen=True)
class ChildViewHeard(Condition):
    """The conference recorded this child's view, by any way other than none."""


@dataclass(frozen=True)
class DecisionIs(Condition):
    """The conference's decision for this child is one of ``values``."""

    values: tuple[str, ...]
