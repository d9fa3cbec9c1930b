"""What starts a clock, or raises a worry: frozen values that say nothing about how they are looked up."""

from dataclasses import dataclass
from typing import Literal

from holdfast.rules.event import Condition, Event, State
from holdfast.rules.limit import Amount

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
    """Something folded from several entries starts the clock; ``engine.reference.patterns`` has the function of this
    name, and ``reads`` lists every entry type it looks at."""

    name: str
    says: str
    reads: tuple[str, ...]


@dataclass(frozen=True)
class Only:
    """Those starts of ``trigger`` whose own entry certainly passes every condition."""

    trigger: "Trigger"
    where: tuple[Condition, ...]


@dataclass(frozen=True)
class Planned:
    """Every entry that fits starts a clock on the day it plans for in ``planned_in``, unless one of ``unless`` was done
    within a planned day that is a range."""

    event: Event
    planned_in: str = "for"
    unless: tuple[Event, ...] = ()


@dataclass(frozen=True)
class OfWorkers:
    """Every entry that fits, also one about a worker that is filed under no child: it speaks for every child."""

    event: Event


@dataclass(frozen=True)
class StateLasts:
    """The state having lasted so long starts the clock, unless one of ``unless`` was done since it began."""

    state: State
    lasting: Amount
    unless: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Again:
    """The state begins less than ``within`` after it had ended, for the child or (``across`` the family) for a brother or
    sister. It is told with what ended it."""

    state: State
    within: Amount
    across: Literal["child", "family"] = "child"


@dataclass(frozen=True)
class InARow:
    """``n`` entries of ``event``, one straight after another, that each pass ``where``: it starts with the last of them, and
    again only after one that does not pass."""

    event: Event
    n: int
    where: tuple[Condition, ...]


@dataclass(frozen=True)
class SinceLast:
    """``n`` entries of ``events`` since the last of ``since`` (only what came on a later day counts), however long it took.
    ``alike`` are fields in which they must say the same thing: the same words but for case and punctuation, or the same
    entry; then several on one day count once. It is said once, and again only once one of ``since`` has come between."""

    events: tuple[Event, ...]
    n: int
    since: tuple[Event, ...]
    alike: tuple[str, ...] = ()


@dataclass(frozen=True)
class AgencyMissing:
    """An agency took no part in ``n`` of ``meetings`` running. It should have: the latest entry of ``named`` lists it among
    its ``members``, or it is or was written down as absent. What it ``reported`` in writing is taking part. A meeting where
    attendance was not recorded is passed over. One start for each agency."""

    meetings: Event
    n: int
    named: Event
    reported: Event


@dataclass(frozen=True)
class Disagree:
    """Two agencies' latest words in ``field`` are not the same. It starts with the word that makes it so and ends
    with the one that makes them agree again. Whose word it is stands in one of ``whose``, or else it is the recorder's
    agency's. A word older than ``within`` has lapsed, and so has every earlier word once ``explained_by`` happens."""

    event: Event
    field: str
    within: Amount
    whose: tuple[str, ...] = ()
    explained_by: tuple[Event, ...] = ()


Sequence = Only | Planned | OfWorkers | StateLasts | Again | InARow | SinceLast | AgencyMissing
Trigger = (
    Each | StateStarts | StateEnds | Gathers | Either | ForEach | Prepared | Explained | EndsWithFew | StaysRepeat | Pattern
    | Sequence | Disagree
)  # fmt: skip
