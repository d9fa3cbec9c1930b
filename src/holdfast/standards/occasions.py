"""Questions about who is named, seen or kept away, and about days: whom an entry names and whom it leaves out, what still stood
when it happened, and what lay just ahead. As every condition, they say nothing about how they are answered."""

from dataclasses import dataclass

from holdfast.standards.events import Condition, Event, State
from holdfast.standards.limits import Amount


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
class Surely(Condition):
    """The condition certainly holds. Unknown counts as not so, which matters under :class:`Not`: a child of unknown age is
    then not taken for one who is young."""

    condition: Condition


@dataclass(frozen=True)
class RowIn(Condition):
    """Some row of ``field`` has one of ``values`` in ``column``. Unknown where nothing was recorded in ``field``."""

    field: str
    column: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class TookPart(Condition):
    """The adult this is about was present, by name or by what they are to the child. Unknown where attendance was not
    recorded."""


@dataclass(frozen=True)
class HasResponsibility(Condition):
    """The adult this is about is recorded as having parental responsibility. A mother has it unless the record says not."""


@dataclass(frozen=True)
class BeforeABreak(Condition):
    """It happened on a day that is no working day, or on the last working day before one."""


@dataclass(frozen=True)
class OfSibling(Condition):
    """A brother or sister had had, by then, an entry that certainly is one of ``events``."""

    events: tuple[Event, ...]


@dataclass(frozen=True)
class StillAhead(Condition):
    """The day in ``field`` had not gone by when the starting entry happened. ``unsaid`` is the answer where no day was
    recorded."""

    field: str
    unsaid: bool = False


@dataclass(frozen=True)
class Standing(Condition):
    """An earlier entry of ``event`` still stood: nothing of ``unless`` came between it and this one. This entry is the starting
    entry for ``event``, and the earlier one is that for ``unless``. ``within`` is how far back it may lie."""

    event: Event
    unless: tuple[Event, ...] = ()
    within: Amount | None = None


@dataclass(frozen=True)
class OrganisationIs(Condition):
    """The organisation in ``field`` is one that speaks of one of ``words``, by its kind or its name."""

    field: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class SaysOther(Condition):
    """``field`` says something else than the starting entry does, compared without case, spaces or punctuation."""

    field: str


@dataclass(frozen=True)
class Disagree:
    """A trigger: two agencies' latest words in ``field`` are not the same. It starts with the word that makes it so and ends
    with the one that makes them agree again. Whose word it is stands in one of ``whose``, or else it is the recorder's
    agency's. A word older than ``within`` has lapsed, and so has every earlier word once ``explained_by`` happens."""

    event: Event
    field: str
    within: Amount
    whose: tuple[str, ...] = ()
    explained_by: tuple[Event, ...] = ()
