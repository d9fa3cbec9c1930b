"""Whom the entry is about or names: this child, a brother or sister, a parent, anybody."""

from dataclasses import dataclass

from holdfast.rules.event import Condition, Event, State


@dataclass(frozen=True)
class NamesChild(Condition):
    """``field`` names this child (before the birth, in ``seen``, their mother). Unknown where nothing was recorded in it."""

    field: str


@dataclass(frozen=True)
class NamesSibling(Condition):
    """``field`` names a brother or sister, and the state held that day for one of them or for this child."""

    field: str
    state: State


@dataclass(frozen=True)
class NamesParent(Condition):
    """``field`` names the child's mother or father."""

    field: str


@dataclass(frozen=True)
class NamesAdult(Condition):
    """One of ``fields`` names somebody who is not a child."""

    fields: tuple[str, ...]


@dataclass(frozen=True)
class AboutChild(Condition):
    """The entry is about this child."""


@dataclass(frozen=True)
class AboutSiblings(Condition):
    """It is about every living brother and sister who is a child, not this child alone."""


@dataclass(frozen=True)
class Anyone(Condition):
    """Whoever it is about: the event's other conditions say how it belongs to this child."""


@dataclass(frozen=True)
class HasResponsibility(Condition):
    """The adult this is about is recorded as having parental responsibility. A mother has it unless the record says not."""


@dataclass(frozen=True)
class ReachesFamily(Condition):
    """``field`` lists somebody of the family: one of the people of the case, or a word for one. Unknown where it was not
    recorded."""

    field: str


@dataclass(frozen=True)
class OfSibling(Condition):
    """A brother or sister had had, by then, an entry that certainly is one of ``events``."""

    events: tuple[Event, ...]
