"""What is stored for one person, worked out from the lines of the rules: the columns of spans, clocks and alerts, plain and
ready to be compared with what is stored. Instants are microseconds, and days and lists of ids their written form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring
from typing import NamedTuple
from uuid import UUID, uuid5

from holdfast.engine.clock import Clock
from holdfast.engine.compiled.alert_end import ended_at
from holdfast.engine.compiled.compact_clock import CompactClock, breached_at, excused_before_due, state
from holdfast.engine.compiled.compiled_rules import CompiledRules
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.first_shown import CompactLine
from holdfast.engine.compiled.instants import FAR_OFF, LAST, NEVER, moment
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.readable_results import at as shown_at
from holdfast.engine.compiled.readable_results import clock_of, excused_why, line_of, raised_of
from holdfast.engine.compiled.shown_stretch import CompactShown
from holdfast.engine.compiled.state import spans
from holdfast.engine.rulebook import published
from holdfast.engine.sentences import in_words, why
from holdfast.record.ledger.canonical import instant as written_instant
from holdfast.rules.node import WHO_IT_IS
from holdfast.signals import SIGNALS
from holdfast.standards.states import STATES

# Never to be changed. Every alert's id is made from it, and answers in the ledger and what people were told name alerts by it.
ALERTS = UUID("0a1c8a8e-6f0d-5a43-8d7e-6a0b6d6a7c55")
ANSWERED = "alert_answered"
NO_LONGER_SHOWN = "What has been recorded since no longer shows it."
"""Why an alert ended that was stored and that the record, as it now reads, does not show."""
TIMED_SIGNALS = frozenset(signal.id for signal in SIGNALS.values() if signal.timed)
"""Signals that count in hours: time alone can raise them within a day."""
# A state that is any of several others is not stored: whoever asks reads those.
FOLDED = {id: state for id, state in STATES.items() if not state.any_of}
FOLDED_FROM = frozenset(kind for state in FOLDED.values() for event in state.starts + state.ends for kind in event.types)
FOLDING_READS = frozenset(WHO_IT_IS).union(*(state.looks_at(published()) for state in FOLDED.values()))


class StoredClockRow(NamedTuple):
    """The columns of a stored clock beyond whose it is and its key."""

    standard: str
    about: str
    trigger: str | None
    starts: str | None
    due: str | None
    overdue_from: int | None
    warn_from: str | None
    met_by: str | None
    met_on: str | None
    excused_by: str | None
    excused_on: str | None
    excused_why: str | None
    missing: str | None
    approximate: bool
    open: bool


class AlertRow(NamedTuple):
    """The columns of an alert beyond whose it is and its key."""

    rule_id: str
    about: str
    trigger: str | None
    evidence: str
    due: str | None
    why: str
    raised_at: int
    ended_at: int | None
    ended_why: str | None
    withdrawn: bool
    answered_by: str | None


class SpanRow(NamedTuple):
    """The columns of a stored span beyond whose it is."""

    kind: str
    start: str
    end: str | None
    entry: str


@dataclass
class Derived:
    """What is derived for one person: of everything, or of some rules, and then ``spans`` of ``None`` are as they were."""

    spans: frozenset[SpanRow] | None = None
    clocks: dict[str, StoredClockRow] = field(default_factory=dict)
    alerts: dict[str, AlertRow] = field(default_factory=dict)


def alert_id(child: str, key: str) -> UUID:
    """The id of the alert that a clock or signal raises: the same however often it is worked out."""
    return uuid5(ALERTS, f"{child}\0{key}")


def rule_of(what: CompactShown) -> str:
    """The standard or the signal that a clock or a finding is of."""
    return what.terms.rule.id if isinstance(what, CompactClock) else what.signal.id


def spans_of(person: PersonRecord, rules: CompiledRules) -> frozenset[SpanRow]:
    """Every stretch of every state, as they are stored."""
    _as_last_known(person)
    found = set()
    for id, state_ in FOLDED.items():
        for span in spans(person, rules.compiler.state(state_)):
            end = None if span.end == FAR_OFF else _day(span.end)
            found.add(SpanRow(id, _day(span.start), end, span.started_by.id))
    return frozenset(found)


def add_lines(
    derived: Derived, person: PersonRecord, found: Iterable[CompactLine], rules: CompiledRules, stored: Derived
) -> None:
    """Add what is stored of these lines. Where nothing of a clock is stored otherwise, its alert says what is stored."""
    _as_last_known(person)
    answers, written = answers_of(person), _Written()
    for line in found:
        what = line.what
        before = stored.alerts.get(what.key)
        same = False
        if isinstance(what, CompactClock) and line.withdrawn_at is None:
            clock = derived.clocks[what.key] = _clock(what, person.record.as_at, written)
            same = stored.clocks.get(what.key) == clock
        raised = line.raised_at
        if raised is not None and raised <= person.record.as_at:
            same = same or (line.withdrawn_at is None and is_self_contained(what))
            ended = ended_at(person.record, line, raised, rules.used.reads[rule_of(what)])
            row = _alert(person, line, raised, ended, written)._replace(
                answered_by=answered_by(answers, person.id, what.key, raised)
            )
            # Most of what is left of a write is saying sentences. Where nothing that the sentence is made of is stored
            # otherwise, it says what the stored one says.
            if before is not None and same and row._replace(why=before.why) == before:
                derived.alerts[what.key] = before
            else:
                derived.alerts[what.key] = row._replace(why=_why(person, line))


class _Written:
    """What many rows say alike, written once."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, ...], str] = {}
        self._instants: dict[int, str] = {}

    def ids(self, ids: tuple[str, ...]) -> str:
        """A list of ids as PostgreSQL writes one, so that it is compared without being read."""
        found = self._ids.get(ids)
        if found is None:
            # By hand, because comparing text with text is what keeps the rows of a family from being parsed with every write.
            found = self._ids[ids] = f"[{', '.join(map(encode_basestring, ids))}]"
        return found

    def instant(self, at: int) -> str:
        """An instant as it is written."""
        found = self._instants.get(at)
        if found is None:
            found = self._instants[at] = written_instant(moment(at))
        return found


def merge_stored_alerts(derived: Derived, person: PersonRecord, stored: Derived) -> None:
    """An alert that was stored may have been put to somebody, and never vanishes: one that is no longer worked out is kept as
    it stood, withdrawn; and one that was kept so stays so, whatever else has come and gone by its key."""
    _as_last_known(person)
    answers, at = answers_of(person), person.record.as_at
    for key, alert in stored.alerts.items():
        answered = answered_by(answers, person.id, key, alert.raised_at)
        # What somebody may have been told stays to be found, with why it is no longer so. Deleted, an answer in the ledger would
        # name an alert that never was.
        if key not in derived.alerts:
            ended = at if alert.ended_at is None else min(alert.ended_at, at)
            derived.alerts[key] = alert._replace(withdrawn=True, ended_at=ended, ended_why=NO_LONGER_SHOWN, answered_by=answered)
        elif alert.ended_why == NO_LONGER_SHOWN and derived.alerts[key].withdrawn:
            derived.alerts[key] = alert._replace(answered_by=answered)


def answers_of(person: PersonRecord) -> dict[str, CompactEntry]:
    """The entry that answers each alert, by what it says it answers: the latest that stands."""
    return {str(entry.data.get("alert", "")): entry for entry in person.read((ANSWERED,))}


def answered_by(answers: Mapping[str, CompactEntry], child: str, key: str, raised: int) -> str | None:
    """The entry that answers an alert that was raised at this instant. What was said of it before it was raised again answers
    nothing of it."""
    if not answers:
        return None
    said = answers.get(str(alert_id(child, key))) or answers.get(key)
    return None if said is None or said.recorded < raised else said.id


def _as_last_known(person: PersonRecord) -> None:
    person.view.at, person.view.until = LAST, NEVER


def _clock(clock: CompactClock, at: int, written: _Written) -> StoredClockRow:
    starts = written.instant(clock.starts) if clock.timed else _day(clock.starts)
    due = None if clock.due is None else written.instant(clock.due) if clock.due_timed else _day(clock.due)
    return StoredClockRow(
        clock.terms.rule.id,
        written.ids(clock.about),
        clock.start.entry.id,
        starts,
        due,
        None if excused_before_due(clock) else breached_at(clock),
        None if clock.warn_from is None else written.instant(clock.warn_from),
        None if clock.met is None else clock.met.id,
        None if clock.met_on is None else _day(clock.met_on),
        None if clock.excused_by is None else clock.excused_by.id,
        None if clock.excused_on is None else _day(clock.excused_on),
        excused_why(clock),
        clock.missing,
        clock.approximate,
        state(clock, at) in ("running", "due_soon", "overdue"),
    )


def _alert(person: PersonRecord, line: CompactLine, raised: int, ended: int | None, written: _Written) -> AlertRow:
    """The columns of an alert, but for its sentence and who has answered it."""
    what, clock = line.what, line.what if isinstance(line.what, CompactClock) else None
    due = None if clock is None or clock.due is None else written.instant(clock.due) if clock.due_timed else _day(clock.due)
    return AlertRow(
        rule_of(what),
        written.ids(what.about),
        None if clock is None else clock.start.entry.id,
        written.ids(tuple([entry.id for entry in what.evidence])),
        due,
        "",
        raised,
        ended,
        None if ended is None else _ended_why(person, line),
        line.withdrawn_at is not None,
        None,
    )


def _why(person: PersonRecord, line: CompactLine) -> str:
    what, at = line.what, shown_at(person.record.as_at)
    if line.withdrawn_at is not None:
        said = line_of(person, line).what
        return why(said, at) if isinstance(said, Clock) else said.why
    return why(clock_of(what), at) if isinstance(what, CompactClock) else raised_of(person, what).why


def _ended_why(person: PersonRecord, line: CompactLine) -> str | None:
    """Why there was no longer anything to answer, of a line that ended."""
    what = line.what
    if line.withdrawn_at is not None:
        return line_of(person, line).withdrawn_why
    if not isinstance(what, CompactClock):
        return "It is no longer so."
    now = state(what, person.record.as_at)
    if now in ("met", "met_late") and what.met_on is not None:
        late = ", late" if now == "met_late" else ""
        return f"Done on {in_words(date.fromordinal(what.met_on))}{late}."
    return excused_why(what) if now == "not_required" else "What was known was put right: it was not due yet."


@lru_cache(maxsize=20_000)
def _day(day: int) -> str:
    return date.fromordinal(day).isoformat()


def is_self_contained(what: CompactShown) -> bool:
    """Whether the sentence of a finding follows from what is stored beside it: its rule and the entries that are its evidence."""
    if isinstance(what, CompactClock):
        return False
    match = what.match
    own = match.sentence is None and not match.why and len(match.entries) == len(what.evidence)
    return own and _looks_no_further(what.signal.why)


@lru_cache(maxsize=1_000)
def _looks_no_further(said: str) -> bool:
    return not any(field in said for field in ("{who}", "{due}", "{first}", "{overlooked}"))
