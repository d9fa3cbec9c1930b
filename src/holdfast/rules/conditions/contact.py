"""Who a contact or message came from, and what it tells of."""

from dataclasses import dataclass

from holdfast.rules.event import Condition


@dataclass(frozen=True)
class FromProfessional(Condition):
    """The contact or message came from somebody at work in an agency."""


@dataclass(frozen=True)
class FromFamily(Condition):
    """The contact or message came from the child, a parent, a carer or a relative."""


@dataclass(frozen=True)
class TellsOfHarmToOneWorker(Condition):
    """A message flagged for possible serious harm, or a contact addressed to one worker that tells of immediate harm."""


@dataclass(frozen=True)
class SameSender(Condition):
    """It came from whoever sent the starting entry."""
