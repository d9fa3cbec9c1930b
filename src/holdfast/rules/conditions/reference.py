"""What the entry names, set beside the entry that started the clock or the person the clock is about."""

from dataclasses import dataclass
from typing import Literal

from holdfast.rules.event import Condition, Event


@dataclass(frozen=True)
class RefersTo(Condition):
    """``field`` names the entry that started the clock (any version of it) or, given its ``start_field``, the entry that the
    starting entry itself names there."""

    field: str
    start_field: str | None = None


@dataclass(frozen=True)
class SameAs(Condition):
    """``field`` holds the same person or worker as the starting entry's ``start_field``."""

    field: str
    start_field: str


@dataclass(frozen=True)
class NamedBy(Condition):
    """The starting entry names in ``field`` this entry (any version of it), or a ``person`` whom this entry is about."""

    field: str
    what: Literal["entry", "person"]


@dataclass(frozen=True)
class IsTrigger(Condition):
    """The very entry that started the clock."""


@dataclass(frozen=True)
class RefersToEvent(Condition):
    """The entry that ``field`` names is one of ``event``, about this child."""

    field: str
    event: Event
