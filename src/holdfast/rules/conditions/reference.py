"""What the entry names, set beside the entry that started the clock or the person the clock is about."""

from dataclasses import dataclass

from holdfast.rules.event import Condition, Event


@dataclass(frozen=True)
class RefersTo(Condition):
    """``field`` names the entry that started the clock (any version of it)."""

    field: str


@dataclass(frozen=True)
class RefersToEither(Condition):
    """``field`` names the starting entry, or what the starting entry itself names in the same field."""

    field: str


@dataclass(frozen=True)
class RefersToSame(Condition):
    """``field`` names the same entry as the starting entry's own ``start_field`` does."""

    field: str
    start_field: str


@dataclass(frozen=True)
class SameAs(Condition):
    """``field`` holds the same person or worker as the starting entry's ``start_field``."""

    field: str
    start_field: str


@dataclass(frozen=True)
class NamesSubject(Condition):
    """``field`` names the adult this clock is about (one clock runs for each parent)."""

    field: str


@dataclass(frozen=True)
class NamedBy(Condition):
    """The starting entry names this entry (any version of it) in ``field``."""

    field: str


@dataclass(frozen=True)
class AboutNamed(Condition):
    """The entry is about somebody whom the starting entry names in ``field``."""

    field: str


@dataclass(frozen=True)
class AboutSubject(Condition):
    """The entry is about the person this worry is about, where there is one for each of several people."""


@dataclass(frozen=True)
class IsTrigger(Condition):
    """The very entry that started the clock."""


@dataclass(frozen=True)
class Names(Condition):
    """The entry that ``field`` names is one of ``event``, about this child."""

    field: str
    event: Event
