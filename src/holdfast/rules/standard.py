"""What a standard is: a dated, cited statement of what should happen, by when, and who says so.

A standard is a frozen value. It checks itself when it is made, so a rule that contradicts itself cannot be imported.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from holdfast.kernel.citation import Citation
from holdfast.rules.event import Condition, Event, State
from holdfast.rules.limit import Amount, Limit, LocalLimit
from holdfast.rules.trigger import StateEnds, StateStarts, Trigger

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


OF_THE_PARTNERSHIP: frozenset[Scope] = frozenset({
    "per_partnership", "per_agency", "per_incident", "per_recommendation", "per_allegation", "per_person", "per_breach",
    "per_record", "per_carer",
})  # fmt: skip
"""What may be about nobody in particular: then it is the partnership's own."""


@dataclass(frozen=True)
class Version:
    """One edition of the source, the days it is in force, and what it says of the limit. ``until`` is the first day it
    no longer holds. ``limit`` is the limit it sets where that differs from the standard's own."""

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
class Change:
    """The limit that holds instead once ``after`` has happened since the state began (for what follows a single start: in
    time, before the first limit ran out), or from an age in years on."""

    limit: Limit
    after: Event | None = None
    at_age: int | None = None


@dataclass(frozen=True)
class Switch:
    """Why a standard ships switched off: the provision it rests on is not in force. ``on_from`` is the first day it is,
    once a partnership has set it."""

    because: str
    on_from: date | None = None


@dataclass(frozen=True)
class Standard:
    """What should happen, by when, and who says so.

    ``trigger`` starts the clock, any of ``met_by`` meets it, any of ``excused_by`` ends the need for it. ``during`` is the
    state outside which it does not run: the state's end stops the clock. ``gate`` are the conditions of a prerequisite,
    asked of the triggering entry itself; ``remedy_within`` is how soon afterwards ``met_by`` still puts one right.
    ``self_recording`` standards are met when the triggering entry is recorded. ``started`` and ``wanted`` are the words for
    the sentence that explains a clock.

    ``keeps`` is the state a *min_duration* wants to last, ``broken_by`` what breaks it. ``interval_to`` is the booking that
    ends the interval a share is taken of, ``interval_otherwise`` its length where nothing is booked and ``interval_after``
    its length after particular starts. ``planned_in`` names the field that holds the planned day of a *min_before_event* or
    *due_by_event*, ``held`` what the plan was for (a conference, unless it says otherwise): a booking made after that was
    held is another and moves nothing. ``changes`` are limits that take over (one *max_after_trigger* that has some recurs:
    each thing done starts the next); ``starts_after`` and ``stops_after`` bound the part of a state in which an interval
    runs, or in which what answers a milestone counts.
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
    keeps: State | None = None
    broken_by: tuple[Event, ...] = ()
    interval_to: Event | None = None
    interval_otherwise: Amount | None = None
    interval_after: tuple[tuple[Event, Amount], ...] = ()
    planned_in: str = "for"
    held: Event | None = None
    changes: tuple[Change, ...] = ()
    late_start: Amount | None = None
    starts_after: Amount | None = None
    stops_after: Amount | None = None
    choice: Choice | None = None
    switch: Switch | None = None
    local: tuple[LocalLimit, ...] = ()
    warn_before: Amount | None = None
    effective_from: date | None = None
    versions: tuple[Version, ...] = ()
    review_paragraphs: tuple[str, ...] = ()
    local_variants: tuple[LocalVariant, ...] = ()
    check_before_release: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        for wrong in _contradictions(self):
            raise ValueError(f"{self.id}: {wrong}")

    def in_force(self, day: date) -> bool:
        """Whether the standard applied to something that happened on ``day``."""
        if self.switch is not None and (self.switch.on_from is None or day < self.switch.on_from):
            return False
        begins = [self.effective_from] if self.effective_from else []
        begins += [self.versions[0].since] if self.versions else []
        return not begins or min(begins) <= day

    def version_on(self, day: date) -> Version | None:
        """The edition in force on ``day``; none where the standard has no editions or ``day`` is before the first."""
        return next((each for each in reversed(self.versions) if each.since <= day), None)

    def on(self, day: date) -> "Standard":
        """The standard as it applies to what starts on ``day``: the limit of the edition in force then, or the
        partnership's own number where it had set one by then."""
        return _on(self, day) if self.local or any(version.limit for version in self.versions) else self


@lru_cache(maxsize=4096)
def _on(rule: Standard, day: date) -> Standard:
    version = rule.version_on(day)
    limit = version.limit if version is not None and version.limit is not None else rule.limit
    own = [each for each in rule.local if each.since <= day]
    return replace(rule, limit=replace(limit, n=own[-1].n) if own else limit)


def _contradictions(rule: Standard) -> list[str]:
    kind = rule.limit.kind
    found = []
    if kind == "max_interval" and rule.during is None and isinstance(rule.trigger, StateStarts | StateEnds):
        found.append("an interval runs while a state lasts; say which with 'during'")
    if kind == "prerequisite" and not rule.gate:
        found.append("a prerequisite needs the conditions of its gate")
    if bool(rule.gate and rule.met_by) != (rule.remedy_within is not None):
        found.append("a gate that can be put right says by what and within how long")
    if kind == "min_duration" and not (rule.keeps or rule.broken_by):
        found.append("say what should last with 'keeps', or what breaks it with 'broken_by'")
    if kind not in ("prerequisite", "min_duration") and not (rule.met_by or rule.self_recording):
        found.append("nothing could ever meet it")
    if rule.limit.unit == "of_interval" and rule.interval_otherwise is None:
        found.append("a share of an interval needs to know how long the interval is where nothing is booked")
    if rule.choice is not None and rule.choice.ways[0].trigger != rule.trigger:
        found.append("the first way of its choice is not its trigger")
    for version in rule.versions:
        if version.until is not None and version.until <= version.since:
            found.append(f"version {version.edition} ends before it begins")
    for earlier, later in zip(rule.versions, rule.versions[1:], strict=False):
        if earlier.until != later.since:
            found.append(f"version {earlier.edition} must end on the day {later.edition} begins")
    if any(one.since >= other.since for one, other in zip(rule.local, rule.local[1:], strict=False)):
        found.append("local values must follow one another by date")
    return found
