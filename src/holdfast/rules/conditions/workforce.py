"""Who among the workers did it, for which agency, and what training they had."""

from dataclasses import dataclass

from holdfast.rules.event import Condition
from holdfast.rules.limit import Amount


@dataclass(frozen=True)
class SocialWorkerVisited(Condition):
    """The visit was made by a qualified social worker, or the record does not say that it was not."""


@dataclass(frozen=True)
class ByQualifiedWorker(Condition):
    """The entry was made by a social worker or a social care manager."""


@dataclass(frozen=True)
class ByRole(Condition):
    """Whoever recorded it (or, for a visit or a view, the worker named) has one of these roles."""

    roles: tuple[str, ...]


@dataclass(frozen=True)
class ByAgency(Condition):
    """Whoever recorded it works for an agency, or in a role, that speaks of one of ``words``."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class ForAbsentWorker(Condition):
    """It was addressed to a worker who was recorded as away."""

    reads = ("absence_started", "absence_ended")


@dataclass(frozen=True)
class AsLead(Condition):
    """The worker was given the child as lead social worker, by the role named or else by the worker's own."""


@dataclass(frozen=True)
class OrganisationIs(Condition):
    """The organisation in ``field`` is one that speaks of one of ``words``, by its kind or its name."""

    field: str
    words: tuple[str, ...]


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
