"""What starts a clock, or raises a worry: frozen values that say nothing about how they are looked up."""

from dataclasses import dataclass, replace
from typing import Literal

from holdfast.rules.conditions import About
from holdfast.rules.event import Condition, Event, State
from holdfast.rules.limit import Amount
from holdfast.rules.node import Beginning, Node, Rules, check_entry_types
from holdfast.rules.participants import LINKS, SAY_WHO, Who
from holdfast.rules.planned_day import Planned
from holdfast.rules.vacancy import Vacated

Key = Literal["entries", "days", "agencies", "workers", "senders", "sources", "aspects", "indicators", "children", "occasions"]
"""What is counted: entries, the different days they fell on, the different agencies whose records they are, the workers
who made them or are named as having done them, the people or agencies that sent them, the agencies whose worry they are
(the sender's where somebody sent them, otherwise the recorder's), the different aspects of neglect they show, every aspect
in every entry, the different children they are about, or the different events
they report, where somebody has said which reports are of one event."""


@dataclass(frozen=True)
class Each(Node):
    """Every entry that fits starts a clock of its own. ``counted_from``: it counts from the latest earlier entry of that
    kind where there is one within ``counted_within``, as an emergency protection order counts from police protection.
    ``doubtful``: where it cannot be told whether an entry fits, such as for want of a date of birth, its clock says so."""

    event: Event
    counted_from: Event | None = None
    counted_within: Amount | None = None
    doubtful: bool = False

    def begins(self, rules: Rules) -> Beginning:
        """Each of its entries, by itself. One that may be about anyone is not weighed alone."""
        # Such an entry is filed under nobody or somebody else, and its other conditions say how it belongs to this child: it
        # cannot be found by the child, nor weighed without the rest of the record.
        own = About("anyone") not in self.event.where
        return Beginning(frozenset(self.event.types), own=own, each=own)


@dataclass(frozen=True)
class StateStarts(Node):
    """The state beginning starts the clock."""

    state: State
    begun_by = "state"


@dataclass(frozen=True)
class StateEnds(Node):
    """The state ending starts the clock (or shuts the gate)."""

    state: State
    begun_by = "state"


@dataclass(frozen=True)
class Gathers(Node):
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
    begun_by = "events"

    def looks_at(self, rules: Rules) -> frozenset[str]:
        """The types of its events; where occasions are counted, what says which reports are of one event too."""
        counted = (self.counting, *(key for key, _ in self.also))
        # Two reports of one event are one occasion from the day somebody says so: that word changes the number without being
        # counted itself.
        return super().looks_at(rules) | ({LINKS} if "occasions" in counted else frozenset())

    def begins(self, rules: Rules) -> Beginning:
        """Any of its events; across the family they may be about a brother or sister."""
        return replace(super().begins(rules), own=self.across == "child")


@dataclass(frozen=True)
class Either(Node):
    """Any of several triggers. The same entry starts one clock however many of them it fits."""

    triggers: tuple["Trigger", ...]
    begun_by = "triggers"


@dataclass(frozen=True)
class ForEach(Node):
    """What the trigger starts, started once for each of several people or agencies, and met for each by itself. Where there
    is no responsible adult on the record it starts once, for nobody in particular."""

    who: Who
    trigger: "Trigger"

    def looks_at(self, rules: Rules) -> frozenset[str]:
        """What its trigger looks at, and what says who those it starts for are."""
        return super().looks_at(rules).union(SAY_WHO.get(self.who, ()))


@dataclass(frozen=True)
class Prepared(Node):
    """What the trigger starts, met as it starts where ``by`` had been done on an earlier day, since the last ``since``
    before it."""

    trigger: "Trigger"
    by: Event
    since: Event


@dataclass(frozen=True)
class Explained(Node):
    """What the trigger starts, told together with the latest entry of ``by`` there was by then, or else the next."""

    trigger: "Trigger"
    by: Event


@dataclass(frozen=True)
class EndsWithFew(Node):
    """Somebody's decision ends the state after at most ``most`` of ``event`` in it. Growing up and death are no decisions."""

    state: State
    event: Event
    most: int
    begun_by = "state"


@dataclass(frozen=True)
class StaysRepeat(Node):
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
    begun_by = "stay"


@dataclass(frozen=True)
class Pattern(Node):
    """Something folded from several entries starts the clock; each engine has a function of this name in
    ``triggers/patterns``, and ``reads`` lists every entry type it looks at beyond those of the ``state`` it asks for."""

    name: str
    says: str
    reads: tuple[str, ...]
    state: State | None = None

    def __post_init__(self) -> None:
        check_entry_types(self.reads)

    def begins(self, rules: Rules) -> Beginning:
        """Any of the types it reads, about anybody."""
        return Beginning(frozenset(self.reads), own=False, each=False)


@dataclass(frozen=True)
class Only(Node):
    """Those starts of ``trigger`` whose own entry certainly passes every condition."""

    trigger: "Trigger"
    where: tuple[Condition, ...]


@dataclass(frozen=True)
class UntilPlanned(Node):
    """What the trigger starts, started on the last day that its own entry names in ``field``; where it names none, not at all."""

    trigger: "Trigger"
    field: str


@dataclass(frozen=True)
class StateLasts(Node):
    """The state having lasted so long starts the clock, unless one of ``unless`` was done since it began."""

    state: State
    lasting: Amount
    unless: tuple[Event, ...] = ()
    begun_by = "state"


@dataclass(frozen=True)
class Again(Node):
    """The state begins less than ``within`` after it had ended, for the child or (``across`` the family) for a brother or
    sister. It is told with what ended it."""

    state: State
    within: Amount
    across: Literal["child", "family"] = "child"
    begun_by = "state"


@dataclass(frozen=True)
class InARow(Node):
    """``n`` entries of ``event``, one straight after another, that each pass ``where``: it starts with the last of them, and
    again only after one that does not pass."""

    event: Event
    n: int
    where: tuple[Condition, ...]
    begun_by = "event"


@dataclass(frozen=True)
class SinceLast(Node):
    """``n`` entries of ``events`` since the last of ``since`` (only what came on a later day counts), however long it took.
    ``alike`` are fields in which they must say the same thing: the same words but for case and punctuation, or the same
    entry; then several on one day count once. It is said once, and again only once one of ``since`` has come between."""

    events: tuple[Event, ...]
    n: int
    since: tuple[Event, ...]
    alike: tuple[str, ...] = ()
    begun_by = "events"


@dataclass(frozen=True)
class AgencyMissing(Node):
    """An agency took no part in ``n`` of ``meetings`` running. It should have: the latest entry of ``named`` lists it among
    its ``members``, or it is or was written down as absent. What it ``reported`` in writing is taking part. A meeting where
    attendance was not recorded is passed over. One start for each agency."""

    meetings: Event
    n: int
    named: Event
    reported: Event
    begun_by = "meetings"


@dataclass(frozen=True)
class Disagree(Node):
    """Two agencies' latest words in ``field`` are not the same. It starts with the word that makes it so and ends
    with the one that makes them agree again. Whose word it is stands in one of ``whose``, or else it is the recorder's
    agency's. A word older than ``within`` has lapsed, and so has every earlier word once ``explained_by`` happens."""

    event: Event
    field: str
    within: Amount
    whose: tuple[str, ...] = ()
    explained_by: tuple[Event, ...] = ()
    begun_by = "event"


Sequence = Only | Planned | UntilPlanned | StateLasts | Again | InARow | SinceLast | AgencyMissing
Trigger = (
    Each
    | StateStarts
    | StateEnds
    | Gathers
    | Either
    | ForEach
    | Prepared
    | Explained
    | Vacated
    | EndsWithFew
    | StaysRepeat
    | Pattern
    | Sequence
    | Disagree
)
