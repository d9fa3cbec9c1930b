"""What a standard is: a dated, cited statement of what should happen, by when, and who says so.

A standard is a frozen value. It checks itself when it is made, so a rule that contradicts itself cannot be imported.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from holdfast.kernel.citation import Citation
from holdfast.standards.events import Condition, Event, State

Binding = Literal["statute", "statutory_guidance", "national_practice_guidance", "local_standard", "system_default"]
LimitKind = Literal[
    "max_after_trigger",
    "max_interval",
    "min_before_event",
    "max_duration",
    "min_duration",
    "milestone",
    "prerequisite",
    "due_by_event",
    "by_gestation",
    "window",
    "min_count",
]
Unit = Literal["minutes", "hours", "working_days", "calendar_days", "weeks", "months", "visits", "none"]
CountFrom = Literal["day_after_trigger", "day_of_trigger", "moment_of_trigger", "before_event"]
Scope = Literal[
    "per_child",
    "per_family",
    "per_contact",
    "per_message",
    "per_worker",
    "per_carer",
    "per_adult_with_pr",
    "per_incident",
]


@dataclass(frozen=True)
class Amount:
    """A number of units, as in "2 working days"."""

    n: int
    unit: Unit

    def in_words(self) -> str:
        """As people say it."""
        words = self.unit.replace("_", " ")
        return f"{self.n} {words[:-1] if self.n == 1 else words}"


@dataclass(frozen=True)
class Limit:
    """How long: ``n`` units counted in the way ``kind`` says. A prerequisite has no ``n``: it is a gate, not a clock."""

    kind: LimitKind
    n: int | None
    unit: Unit
    count_from: CountFrom = "day_after_trigger"

    def __post_init__(self) -> None:
        if (self.kind == "prerequisite") != (self.n is None):
            raise ValueError(f"a {self.kind} limit cannot have n={self.n}: only a prerequisite has no number")

    @property
    def amount(self) -> Amount:
        """The limit as an amount. A prerequisite has none."""
        if self.n is None:
            raise ValueError("a prerequisite has no amount")
        return Amount(self.n, self.unit)

    def in_words(self) -> str:
        """As people say it: "15 working days", "every 6 weeks", "same day"."""
        if self.n is None:
            return "before it happens"
        if self.n == 0:
            return "at once" if self.unit == "hours" else "the same day"
        words = self.amount.in_words()
        return f"at least every {words}" if self.kind == "max_interval" else words


@dataclass(frozen=True)
class Version:
    """One edition of the source, the days it is in force, and what it says of the limit. ``until`` is the first day it
    no longer holds."""

    edition: str
    since: date
    until: date | None
    says: str
    locator: str = ""
    verification: str = "knowledge"


@dataclass(frozen=True)
class LocalVariant:
    """What one area's procedures say, where areas differ."""

    where: str
    says: str
    source: str = ""


@dataclass(frozen=True)
class Each:
    """Every entry that fits starts a clock of its own."""

    event: Event


@dataclass(frozen=True)
class StateStarts:
    """The state beginning starts the clock."""

    state: State


@dataclass(frozen=True)
class StateEnds:
    """The state ending starts the clock (or shuts the gate)."""

    state: State


@dataclass(frozen=True)
class Pattern:
    """Something folded from several entries starts the clock; ``engine.patterns`` has the function of this name, and
    ``reads`` lists every entry type it looks at."""

    name: str
    says: str
    reads: tuple[str, ...]


Trigger = Each | StateStarts | StateEnds | Pattern


@dataclass(frozen=True)
class Standard:
    """What should happen, by when, and who says so.

    ``trigger`` starts the clock, any of ``met_by`` meets it, any of ``excused_by`` ends the need for it. ``during`` is
    the state outside which it does not run: the state's end stops the clock. ``gate`` are the conditions of a
    prerequisite, asked of the triggering entry itself; ``remedy_within`` is how soon afterwards ``met_by`` still puts one
    right. ``self_recording`` standards are met when the triggering entry
    is recorded. ``started`` and ``wanted`` are the words for the sentence that explains a clock.
    """

    id: str
    title: str
    stage: str
    binding: Binding
    scope: Scope
    limit: Limit
    trigger: Trigger
    started: str
    wanted: str
    responsible: str
    ladder: str
    sources: tuple[Citation, ...]
    confidence: str
    met_by: tuple[Event, ...] = ()
    excused_by: tuple[Event, ...] = ()
    during: State | None = None
    gate: tuple[Condition, ...] = ()
    self_recording: bool = False
    remedy_within: Amount | None = None
    all_of: bool = False
    outlives_childhood: bool = False
    from_age: int | None = None
    warn_before: Amount | None = None
    effective_from: date | None = None
    versions: tuple[Version, ...] = ()
    review_paragraphs: tuple[str, ...] = ()
    local_variants: tuple[LocalVariant, ...] = ()
    check_before_release: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if self.limit.kind == "max_interval" and self.during is None and not isinstance(self.trigger, Pattern):
            raise ValueError(f"{self.id}: an interval runs while a state lasts; say which with 'during'")
        if self.limit.kind == "prerequisite" and not self.gate:
            raise ValueError(f"{self.id}: a prerequisite needs the conditions of its gate")
        if bool(self.gate and self.met_by) != (self.remedy_within is not None):
            raise ValueError(f"{self.id}: a gate that can be put right says by what and within how long")
        if self.limit.kind != "prerequisite" and not (self.met_by or self.self_recording):
            raise ValueError(f"{self.id}: nothing could ever meet it")
        for earlier, later in zip(self.versions, self.versions[1:], strict=False):
            if earlier.until != later.since:
                raise ValueError(f"{self.id}: version {earlier.edition} must end on the day {later.edition} begins")

    def in_force(self, day: date) -> bool:
        """Whether the standard applied to something that happened on ``day``."""
        if self.versions:
            return self.versions[0].since <= day or (self.effective_from is not None and self.effective_from <= day)
        return self.effective_from is None or self.effective_from <= day
