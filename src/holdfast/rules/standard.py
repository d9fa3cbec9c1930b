"""What a standard is: a dated, cited statement of what should happen, by when, and who says so.

A standard is a frozen value. It checks itself when it is made, so a rule that contradicts itself cannot be imported.
"""

from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from holdfast.kernel.citation import Citation
from holdfast.rules.event import Event, State
from holdfast.rules.limit import (
    Amount,
    FirstThenEvery,
    Gate,
    Interval,
    LastsAtLeast,
    Limit,
    LocalLimit,
    RecordedWithin,
    Repeated,
)
from holdfast.rules.node import WHO_IT_IS, Beginning, Node, Rules
from holdfast.rules.trigger import Pattern, StateStarts, Trigger

Binding = Literal["statute", "statutory_guidance", "national_practice_guidance", "local_standard", "system_default"]
Scope = Literal[
    "per_child",
    "per_unborn",
    "per_family",
    "per_contact",
    "per_message",
    "per_worker",
    "per_carer",
    "per_adult_with_pr",
    "per_incident",
    "per_case_issue",
    "per_allegation",
    "per_recommendation",
    "per_person",
    "per_breach",
    "per_record",
    "per_agency",
    "per_partnership",
]


OF_THE_PARTNERSHIP: frozenset[Scope] = frozenset(
    {
        "per_partnership",
        "per_agency",
        "per_incident",
        "per_recommendation",
        "per_allegation",
        "per_person",
        "per_breach",
        "per_record",
        "per_carer",
    }
)
"""What may be about nobody in particular: then it is the partnership's own."""


@dataclass(frozen=True)
class Edition:
    """One edition of the source, the days it is in force, and what it says of the limit. ``until`` is the first day it
    no longer holds. ``limit`` is the limit it sets where its number differs from the standard's own."""

    edition: str
    since: date
    until: date | None
    says: str
    locator: str = ""
    verification: str = "knowledge"
    limit: Limit | None = None


@dataclass(frozen=True)
class LocalVariant:
    """What one area's procedures say, where areas differ."""

    where: str
    says: str
    source: str = ""


@dataclass(frozen=True)
class Way:
    """One way of reading where a clock starts: its code, what it is in words, and the trigger it means."""

    code: str
    says: str
    trigger: Trigger
    started: str


@dataclass(frozen=True)
class Choice:
    """A start of the clock that guidance leaves open. The first way is the default; ``why`` says why, and by what source."""

    asks: str
    ways: tuple[Way, ...]
    why: str


@dataclass(frozen=True)
class Switch:
    """Why a standard ships switched off: the provision it rests on is not in force. ``on_from`` is the first day it is,
    once a partnership has set it."""

    because: str
    on_from: date | None = None


@dataclass(frozen=True)
class Standard(Node):
    """What should happen, by when, and who says so.

    ``trigger`` starts the clock, any of ``met_by`` meets it, any of ``excused_by`` ends the need for it. ``during`` is the
    state outside which it does not run: the state's end stops the clock. ``limit`` is how long, with what only its way of
    counting can say. ``after_death``: it may also start once the person has died, because the death itself asks it or because
    it is owed to somebody else. ``started`` and ``wanted`` are the words for the sentence that explains a clock.
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
    outlives_childhood: bool = False
    after_death: bool = False
    choice: Choice | None = None
    switch: Switch | None = None
    local: tuple[LocalLimit, ...] = ()
    warn_before: Amount | None = None
    effective_from: date | None = None
    versions: tuple[Edition, ...] = ()
    review_paragraphs: tuple[str, ...] = ()
    local_variants: tuple[LocalVariant, ...] = ()
    check_before_release: bool = False
    note: str = ""
    reads = WHO_IT_IS

    def __post_init__(self) -> None:
        # At once and with the id: a rule that contradicts itself must not be imported, or it would be wrong for one child a
        # year from now.
        for wrong in _contradictions(self):
            raise ValueError(f"{self.id}: {wrong}")

    def begins(self, rules: Rules) -> Beginning:
        """What its trigger needs; what is repeated in a state can start no clock before the state does."""
        if isinstance(self.limit, Repeated) and self.during is not None and not isinstance(self.trigger, Pattern):
            # What is repeated may begin with any of many entries, but none of them starts a clock before the state does;
            # asking for the state leaves out nearly every child.
            return self.during.begins(rules)
        found = self.trigger.begins(rules)
        return replace(found, each=found.each and not self.limit.weighed_together)

    def in_force(self, day: date) -> bool:
        """Whether the standard applied to something that happened on ``day``."""
        if self.switch is not None and (self.switch.on_from is None or day < self.switch.on_from):
            return False
        begins = [self.effective_from] if self.effective_from else []
        begins += [self.versions[0].since] if self.versions else []
        return not begins or min(begins) <= day

    def version_on(self, day: date) -> Edition | None:
        """The edition in force on ``day``; none where the standard has no editions or ``day`` is before the first."""
        return next((each for each in reversed(self.versions) if each.since <= day), None)

    def on(self, day: date) -> "Standard":
        """The standard as it applies to what starts on ``day``: the limit of the edition in force then, or the
        partnership's own number where it had set one by then."""
        # Nearly every standard has one edition and no value of a partnership's: those are asked millions of times, and are
        # themselves.
        return _on(self, day) if self.local or any(version.limit for version in self.versions) else self


# Kept, so that the same edition is the same object: what is compiled from a rule is found again by the rule.
@lru_cache(maxsize=4096)
def _on(rule: Standard, day: date) -> Standard:
    version = rule.version_on(day)
    limit = version.limit if version is not None and version.limit is not None else rule.limit
    own = [each for each in rule.local if each.since <= day]
    return replace(rule, limit=limit if isinstance(limit, Gate) or not own else replace(limit, n=own[-1].n))


def _contradictions(rule: Standard) -> list[str]:
    limit = rule.limit
    found = []
    # An interval counts from the start of its state. With another trigger the first one would count from something else, and
    # the end of the state would stop a clock that the state had not started.
    if isinstance(limit, Interval | FirstThenEvery) and (rule.during is None or rule.trigger != StateStarts(rule.during)):
        found.append("an interval runs while a state lasts; say which with 'during', and that its start starts it")
    if isinstance(limit, Gate) and bool(rule.met_by) != (limit.remedy_within is not None):
        found.append("a gate that can be put right says by what and within how long")
    # A gate is met by its own conditions, what has to last by nothing happening, and what is to be recorded by having been.
    if not isinstance(limit, Gate | LastsAtLeast | RecordedWithin) and not rule.met_by:
        found.append("nothing could ever meet it")
    if rule.choice is not None and rule.choice.ways[0].trigger != rule.trigger:
        found.append("the first way of its choice is not its trigger")
    for version in rule.versions:
        if version.until is not None and version.until <= version.since:
            found.append(f"version {version.edition} ends before it begins")
        # Editions of guidance change how long, not what is counted: another way of counting is another standard, so that what
        # started before can be read as it was.
        if version.limit is not None and not _differs_in_number(limit, version.limit):
            found.append(f"version {version.edition} counts in another way: an edition sets another number or unit")
    for earlier, later in zip(rule.versions, rule.versions[1:], strict=False):
        # A gap would be days on which no guidance held; an overlap, days on which two did.
        if earlier.until != later.since:
            found.append(f"version {earlier.edition} must end on the day {later.edition} begins")
    if any(one.since >= other.since for one, other in zip(rule.local, rule.local[1:], strict=False)):
        found.append("local values must follow one another by date")
    return found


def _differs_in_number(limit: Limit, other: Limit) -> bool:
    """Whether two limits are of one kind and say the same but for the number and its unit."""
    counted = ("n", "unit", "count_from")
    return type(limit) is type(other) and all(
        getattr(limit, each.name) == getattr(other, each.name) for each in fields(limit) if each.name not in counted
    )
