"""What starts a clock, or raises a worry: frozen values that say nothing about how they are looked up."""

from dataclasses import dataclass
from typing import Literal

from holdfast.standards.events import Condition, Event, State
from holdfast.standards.limits import Amount
from holdfast.standards.occasions import Disagree
from holdfast.standards.sequences import Sequence

Key = Literal["entries", "days", "agencies", "workers", "senders", "sources", "aspects", "indicators", "children", "occasions"]
"""What is counted: entries, the different days they fell on, the different agencies whose records they are, the workers
who made them or are named as having done them, the people or agencies that sent them, the agencies whose worry they are
(the sender's where somebody sent them, otherwise the recorder's), the different aspects of neglect they show, every aspect
in every entry, the different children they are about, or the different events
they report, where somebody has said which reports are of one event."""
Who = Literal["responsible_adults", "core_group_agencies", "linked_children", "adults_in_the_home"]
"""Each parent and adult with parental responsibility; each agency but children's social care that was at a core group by
then; each child who shares a parent or a grandparent, lives in another family, and is on no entry with this one."""


@dataclass(frozen=True)
class Each:
    """Every entry that fits starts a clock of its own. ``counted_from``: it counts from the latest earlier entry of that
    kind where there is one within ``counted_within``, as an emergency protection order counts from police protection.
    ``doubtful``: where it cannot be told whether an entry fits, such as for want of a date of birth, its clock says so."""

    event: Event
    counted_from: Event | None = None
    counted_within: Amount | None = None
    doubtful: bool = False


@dataclass(frozen=True)
class StateStarts:
    """The state beginning starts the clock."""

    state: State


@dataclass(frozen=True)
class StateEnds:
    """The state ending starts the clock (or shuts the gate)."""

    state: State


@dataclass(frozen=True)
class Gathers:
    """Entries that add up: at least ``n`` (of what ``counting`` says) among ``events`` in a window shorter than
    ``within`` that ends with the entry that makes it so.

    ``also`` asks for further distinct counts in the same window. ``since``: any of these empties the window (only what
    came on a later day counts). ``unless``: nothing is made of it where one of these was done in the ``unless_within`` up to that
    day (any time before where that is ``None``). ``across`` the family counts brothers' and sisters' entries too; an
    entry about several of them counts once, except when children or aspects are counted. It is said once, and again only
    after the window has fallen below the number, ``quiet`` has passed, and ``only`` hold of the entry that makes it so.
    """

    events: tuple[Event, ...]
    n: int
    within: Amount
    counting: Key = "entries"
    also: tuple[tuple[Key, int], ...] = ()
    since: tuple[Event, ...] = ()
    unless: tuple[Event, ...] = ()
    unless_within: Amount | None = None
    across: Literal["child", "family"] = "child"
    only: tuple[Condition, ...] = ()
    quiet: Amount | None = None


@dataclass(frozen=True)
class Either:
    """Any of several triggers. The same entry starts one clock however many of them it fits."""

    triggers: tuple["Trigger", ...]


@dataclass(frozen=True)
class ForEach:
    """What the trigger starts, started once for each of several people or agencies, and met for each by itself. Where there
    is no responsible adult on the record it starts once, for nobody in particular."""

    who: Who
    trigger: "Trigger"


@dataclass(frozen=True)
class Prepared:
    """What the trigger starts, met as it starts where ``by`` had been done on an earlier day, since the last ``since``
    before it."""

    trigger: "Trigger"
    by: Event
    since: Event


@dataclass(frozen=True)
class Explained:
    """What the trigger starts, told together with the latest entry of ``by`` there was by then, or else the next."""

    trigger: "Trigger"
    by: Event


@dataclass(frozen=True)
class EndsWithFew:
    """The state is ended by somebody's decision after at most ``most`` of ``event`` in it. Growing up and death end one by
    themselves."""

    state: State
    event: Event
    most: int


@dataclass(frozen=True)
class StaysRepeat:
    """Stays with one carer that repeat: ``episodes`` of ``stay``, or ``nights`` slept there, within ``within``, with a carer
    of whom nothing of ``unless`` (which names them as the stay does) was done by then. A stay ends with the next of them, or
    of ``ends``. It is said once for a carer, and again only after ``within`` without a stay; it counts from the day the
    number is reached."""

    stay: Event
    ends: Event
    episodes: int
    nights: int
    within: Amount
    unless: tuple[Event, ...]


@dataclass(frozen=True)
class Pattern:
    """Something folded from several entries starts the clock; ``engine.patterns`` has the function of this name, and
    ``reads`` lists every entry type it looks at."""

    name: str
    says: str
    reads: tuple[str, ...]


Trigger = (
    Each | StateStarts | StateEnds | Gathers | Either | ForEach | Prepared | Explained | EndsWithFew | StaysRepeat | Pattern
    | Sequence | Disagree
)  # fmt: skip
