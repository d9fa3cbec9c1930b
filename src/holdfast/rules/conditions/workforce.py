"""Who among the workers did it, for which agency, and what training they had."""

from dataclasses import dataclass
from typing import Literal

from holdfast.rules.event import Condition
from holdfast.rules.limit import Amount


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
    """It was addressed to a worker who was recorded as away."""

    reads = ("absence_started", "absence_ended")


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
