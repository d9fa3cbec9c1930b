"""Who among the workers did it, for which agency, and what training they had."""

from dataclasses import dataclass
from typing import Literal

from holdfast.rules.event import Condition, Event, State
from holdfast.rules.limit import Amount

STAFFING = (
    "worker_allocated",
    "worker_ended",
    "worker_leaving",
    "absence_started",
    "absence_ended",
    "cover_named",
    "post_taken_up",
    "post_left",
)
"""What says who is in post, who is away or gone, and who stands in for them."""


GIVEN_BACK = ("worker_allocated", "post_taken_up")
"""By which a worker who had gone has a child, or a post, again."""
PARTS = ("worker_leaving", "worker_ended", "handover_completed", *GIVEN_BACK)
"""What says that a worker is about to go, gives a child up, or has the child again."""
KEPT_APART = ("person_excluded", "exclusion_ended", "safety_plan_agreed", "suspicion_recorded", "suspicion_ended")
"""What says whether somebody may be with a child."""
IN_TOUCH = tuple(dict.fromkeys((*STAFFING, *PARTS, *KEPT_APART, "death_recorded")))
"""What says whether somebody is there for a child who trusts them."""


@dataclass(frozen=True)
class ByRole(Condition):
    """Whoever it was has one of these roles: the ``recorder``, who made the entry; the ``worker`` it names; the ``doer``, who is
    the worker named or else the recorder; or a worker ``allocated``, in the role that is named or else their own. ``unsaid`` is
    the answer where nobody says who it was."""

    roles: tuple[str, ...]
    whose: Literal["recorder", "worker", "doer", "allocated"]
    unsaid: bool = False

    def __post_init__(self) -> None:
        if self.unsaid and self.whose == "allocated":
            raise ValueError("whoever is allocated is always said")


@dataclass(frozen=True)
class ByAgency(Condition):
    """The agency speaks of one of ``words``, by its kind or its name: the organisation in ``field``, or where none is given that
    of whoever recorded it, whose own role may speak of them too."""

    words: tuple[str, ...]
    field: str | None = None


@dataclass(frozen=True)
class ForAbsentWorker(Condition):
    """It was addressed to a worker who was not in post: away, or gone."""

    reads = STAFFING


@dataclass(frozen=True)
class InPost(Condition):
    """Somebody named in ``field`` is there by then: a worker in post, or covered for by another who is; a person who is alive.
    It has to be :class:`SomebodyElse`. Unknown where nobody is named."""

    field: str
    reads = (*STAFFING, "death_recorded")


@dataclass(frozen=True)
class SomebodyElse(Condition):
    """Somebody named in ``field`` is another than the child, than whom the entry type sets it apart from, and than whoever sent
    the contact or message that it is about. So where nobody is named."""

    field: str


@dataclass(frozen=True)
class InTouch(Condition):
    """Somebody named in ``field``, who is not the child, is there for the child by then: a worker in post, or covered for, who is
    neither about to go nor has handed the child over; anybody else who is alive, need not stay away from the child, is not
    suspected of harming them, and whose tie to the child has not ended."""

    field: str
    reads = IN_TOUCH


@dataclass(frozen=True)
class NamedInTouch(Condition):
    """By then, whoever the latest entry of ``named`` about this child names in ``field`` is in touch (:class:`InTouch`)."""

    named: Event
    field: str
    reads = IN_TOUCH


@dataclass(frozen=True)
class CoverInPost(Condition):
    """It names one of those who cover for the child's lead worker, and from then on one of them is in post: one who may be a
    social worker, where the child is ``qualified_in`` that state."""

    qualified_in: State
    reads = STAFFING


@dataclass(frozen=True)
class MayBeSocialWorker(Condition):
    """The worker in ``field`` is a social worker or manages some, or nothing says that they are not."""

    field: str


@dataclass(frozen=True)
class LeadInPost(Condition):
    """The worker it names is by then the child's lead worker, and in post."""

    reads = STAFFING


@dataclass(frozen=True)
class RolesAmong(Condition):
    """Each group of roles is held by somebody listed in ``field``: a worker with such a role, or the words for one."""

    field: str
    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class AgenciesTrained(Condition):
    """Somebody who was present, or their agency where no worker is named, had training that speaks of one of ``words`` in the
    ``within`` before. Unknown where attendance was not recorded, or no training of any of them ever was."""

    words: tuple[str, ...]
    within: Amount
    reads = ("training_completed",)


@dataclass(frozen=True)
class OfThosePresent(Condition):
    """The training was that of somebody present at the starting entry, or of their agency where no worker is named."""
