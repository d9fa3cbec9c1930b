"""How a rule says which entries it is about: small frozen nodes that say nothing about how they are looked up.

An engine reads these nodes (``engine.conditions`` for one child; the bulk engine compiles the same tree). They
describe themselves, so the published catalogue is written from them too.
"""

from dataclasses import dataclass
from typing import Literal

ChildField = Literal["seen", "seen_alone", "child", "decisions", "child_views"]


class Condition:
    """A yes-or-no question about one entry, seen from one child and, where there is one, from the entry that started
    the clock. The answer may be unknown."""


@dataclass(frozen=True)
class FieldIn(Condition):
    """The entry's ``field`` holds one of ``values``."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class FieldIs(Condition):
    """The yes-or-no ``field`` was answered with ``value``. Not recorded is neither."""

    field: str
    value: bool


@dataclass(frozen=True)
class NotIs(Condition):
    """The yes-or-no ``field`` was not answered with ``value``; not recorded passes."""

    field: str
    value: bool


@dataclass(frozen=True)
class Filled(Condition):
    """Something was written in ``field``: text that is not blank, or a list that is not empty."""

    field: str


@dataclass(frozen=True)
class Mentions(Condition):
    """The text in ``field`` contains one of ``words``, compared without case, spaces or hyphens."""

    field: str
    words: tuple[str, ...]


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
class DecisionIs(Condition):
    """The conference's decision for this child is one of ``values``."""

    values: tuple[str, ...]


@dataclass(frozen=True)
class ChildViewHeard(Condition):
    """The conference recorded this child's view, by any way other than none."""


@dataclass(frozen=True)
class PlanIs(Condition):
    """``field`` names a plan of this kind, by its code or by the entry that started it."""

    plan: str
    field: str = "plan"


@dataclass(frozen=True)
class CategoryIs(Condition):
    """The plan was made in this category of abuse."""

    category: str


@dataclass(frozen=True)
class SocialWorkerVisited(Condition):
    """The visit was made by a qualified social worker, or the record does not say that it was not."""


@dataclass(frozen=True)
class ByQualifiedWorker(Condition):
    """The entry was made by a social worker or a social care manager."""


@dataclass(frozen=True)
class SocialWorkerPresent(Condition):
    """The lead social worker or named social-work cover was present. Unknown where attendance was not recorded."""


@dataclass(frozen=True)
class StrategyQuorum(Condition):
    """Children's social care, police and health were all present. Unknown where attendance was not recorded."""


@dataclass(frozen=True)
class DecidedWithReasons(Condition):
    """This child has a decision with reasons of their own, and a category where a plan was made."""


@dataclass(frozen=True)
class ProfessionalsAgreed(Condition):
    """Somebody other than the family agreed the stay."""


@dataclass(frozen=True)
class FromProfessional(Condition):
    """The contact or message came from somebody at work in an agency."""


@dataclass(frozen=True)
class FromFamily(Condition):
    """The contact or message came from the child, a parent, a carer or a relative."""


@dataclass(frozen=True)
class ForAbsentWorker(Condition):
    """It was addressed to a worker who was recorded as away."""


@dataclass(frozen=True)
class IsTrigger(Condition):
    """The very entry that started the clock."""


@dataclass(frozen=True)
class TellsOfHarmToOneWorker(Condition):
    """A message flagged for possible serious harm, or a contact addressed to one worker that tells of immediate harm."""


@dataclass(frozen=True)
class EndedByConference(Condition):
    """A review conference (or a transfer-in conference elsewhere) had decided by then that this child's plan should end."""


@dataclass(frozen=True)
class EveryActionDone(Condition):
    """Every action agreed for this child was last reviewed as done. Unknown where no action was recorded."""


@dataclass(frozen=True)
class ChildUnder(Condition):
    """The child had not reached this age in whole years. Unknown where the date of birth is."""

    years: int


@dataclass(frozen=True)
class Event:
    """Entries of one of ``types`` about the child that pass every condition.

    ``names`` is the field that must name the child: being in ``about`` is not being seen.
    """

    types: tuple[str, ...]
    where: tuple[Condition, ...] = ()
    names: ChildField | None = None


def on(*types: str, where: tuple[Condition, ...] = (), names: ChildField | None = None) -> Event:
    """Say an event in one line."""
    return Event(types, where, names)


@dataclass(frozen=True)
class State:
    """A state that lasts, folded from entries per child: it holds from a starting event to an ending one.

    A state made of others (``any_of``) holds while any of them does. One that ``restarts`` may be ended and begun again by one
    and the same entry, as a move ends one placement and begins the next.
    """

    id: str
    title: str
    starts: tuple[Event, ...]
    ends: tuple[Event, ...]
    any_of: tuple["State", ...] = ()
    restarts: bool = False
