"""What is stored for one person, worked out from a world: spans, clocks and alerts as rows that are not saved yet."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from holdfast.engine.clock import Clock
from holdfast.engine.raised import Raised
from holdfast.engine.reference.folding import spans
from holdfast.engine.reference.history import Line, Part, Reader, Rule
from holdfast.engine.rulebook import rules
from holdfast.engine.sentences import in_words, why
from holdfast.kernel.when import start_of_day
from holdfast.record.canonical import instant
from holdfast.record.models import Alert, StoredClock, StoredSpan
from holdfast.signals import SIGNALS
from holdfast.standards.states import STATES
from holdfast.vocabulary.entry import Entry

ALERTS = UUID("0a1c8a8e-6f0d-5a43-8d7e-6a0b6d6a7c55")
TIMED_SIGNALS = frozenset(signal.id for signal in SIGNALS.values() if signal.timed)
"""Signals that count in hours: time alone can raise them within a day."""
FOLDED = {id: state for id, state in STATES.items() if not state.any_of}
FOLDED_FROM = frozenset(kind for state in FOLDED.values() for event in state.starts + state.ends for kind in event.types)


@dataclass(frozen=True)
class Derived:
    """What is derived for one person at an instant: everything, or by ``rules`` alone, and then ``spans`` of ``None`` are as
    they were. ``keys`` are those of what each part shows."""

    spans: tuple[StoredSpan, ...] | None
    clocks: tuple[StoredClock, ...]
    alerts: tuple[Alert, ...]
    rules: frozenset[str] | None = None
    keys: Mapping[Part, frozenset[str]] = field(default_factory=dict)


def alert_id(child: str, key: str) -> UUID:
    """The id of the alert that a clock or signal raises: the same however often it is worked out."""
    return uuid5(ALERTS, f"{child}\0{key}")


@dataclass(frozen=True)
class Before:
    """What had shown for one person when they were last worked out, so that it need not be worked out again. ``whole`` reads
    their history from its beginning, for when that does not answer."""

    alerts: tuple[Alert, ...]
    whole: Callable[[], Reader]


def derive(
    reader: Reader,
    person: str,
    rules: Mapping[str, Rule],
    changed: frozenset[str] | None = None,
    before: Before | None = None,
) -> Derived:
    """Everything for ``person`` in the reader's world at its moment; or, where it is known which entry types ``changed`` since
    it was last worked out, what those can have changed. With ``before``, the reader need only reach back to then."""
    only = None if changed is None else _touched_by(changed, rules) | TIMED_SIGNALS
    chosen = list(rules.values()) if only is None else [rules[id] for id in only]
    stored = {} if before is None else {alert.key: alert for alert in before.alerts if only is None or alert.rule_id in only}
    parts = _parts(reader, person, chosen, {key: alert.raised_at for key, alert in stored.items()})
    shown = {line.what.key for lines in parts.values() for line in lines}
    kept = [alert for key, alert in sorted(stored.items()) if key not in shown]
    if before is not None and not all(alert.withdrawn for alert in kept):
        # Something that showed has gone: only the whole history says since when and why.
        reader, kept = before.whole(), []
        parts = _parts(reader, person, chosen, {})
    lines = [line for each in parts.values() for line in each]
    folded = changed is None or not changed.isdisjoint(FOLDED_FROM)
    return Derived(
        tuple(spans_of(reader, person)) if folded else None,
        tuple(clocks_of(reader, person, lines)),
        (*alerts_of(reader, person, lines, answers_of(reader, person)), *kept),
        only,
        {part: frozenset(line.what.key for line in lines) for part, lines in parts.items()},
    )


def _parts(reader: Reader, person: str, rules: Iterable[Rule], raised: Mapping[str, datetime]) -> dict[Part, list[Line]]:
    return {part: reader.lines(part, raised) for rule in rules for part in reader.parts(person, rule)}


def _touched_by(types: frozenset[str], rules: Mapping[str, Rule]) -> frozenset[str]:
    return frozenset(rule.id for rule in rules.values() if not rule.reads.isdisjoint(types))


def clocks_of(reader: Reader, person: str, lines: Iterable[Line]) -> Iterator[StoredClock]:
    """The clocks among the lines, as they are stored."""
    at = reader.moment.as_at
    return (_clock(person, line.what, at) for line in lines if isinstance(line.what, Clock) and line.withdrawn_at is None)


def alerts_of(reader: Reader, person: str, lines: Iterable[Line], answers: Mapping[str, str]) -> Iterator[Alert]:
    """The alerts among the lines, as they are stored, with what answers each."""
    for line in lines:
        if line.raised_at is not None and line.raised_at <= reader.moment.as_at:
            yield _alert(person, line, line.raised_at, reader, answers)


def spans_of(reader: Reader, person: str) -> Iterator[StoredSpan]:
    """Every stretch of every state, as they are stored."""
    life = reader.life(person, reader.moment.known_at)
    for id, state in FOLDED.items():
        for span in spans(life, state):
            yield StoredSpan(child_id=person, kind=id, start=span.start, end=span.end, entry=span.started_by.id)


def written(value: date | datetime | None) -> str | None:
    """A day or an instant as it is stored."""
    if isinstance(value, datetime):
        return instant(value)
    return None if value is None else value.isoformat()


def _clock(person: str, clock: Clock, at: datetime) -> StoredClock:
    return StoredClock(
        child_id=person,
        key=clock.key,
        standard=clock.standard,
        about=list(clock.about),
        trigger=clock.trigger,
        starts=written(clock.starts),
        due=written(clock.due),
        overdue_from=None if clock.excused_before_due else clock.breached_at,
        warn_from=written(clock.warn_from),
        met_by=clock.met_by,
        met_on=written(clock.met_on),
        excused_by=clock.excused_by,
        excused_on=written(clock.excused_on),
        excused_why=clock.excused_why,
        missing=clock.missing,
        approximate=clock.approximate,
        open=clock.state(at) in ("running", "due_soon", "overdue"),
    )


def _alert(person: str, line: Line, raised_at: datetime, reader: Reader, answers: Mapping[str, str]) -> Alert:
    what, at = line.what, reader.moment.as_at
    ended_at, ended_why = _ended(line, raised_at, reader)
    id = alert_id(person, what.key)
    clock = what if isinstance(what, Clock) else None
    return Alert(
        id=id,
        child_id=person,
        key=what.key,
        rule_id=line.rule,
        about=list(what.about),
        trigger=clock.trigger if clock else None,
        evidence=list(what.evidence) if isinstance(what, Raised) else [entry.id for entry in what.evidence],
        due=written(clock.due) if clock else None,
        why=what.why if isinstance(what, Raised) else why(what, at),
        raised_at=raised_at,
        ended_at=ended_at,
        ended_why=ended_why,
        withdrawn=line.withdrawn_at is not None,
        answered_by=answers.get(str(id)) or answers.get(what.key),
    )


def _ended(line: Line, raised_at: datetime, reader: Reader) -> tuple[datetime | None, str | None]:
    """When and why there was no longer anything to answer, by what the record knew. ``None`` while there is."""
    what, at = line.what, reader.moment.as_at
    if line.withdrawn_at is not None:
        return line.withdrawn_at, line.withdrawn_why
    if not isinstance(what, Clock):
        if what.ended_at is None or what.ended_at > at:
            return None, None
        return what.ended_at, "It is no longer so."
    state = what.state(at)
    if state in ("met", "met_late") and what.met_on:
        late = ", late" if state == "met_late" else ""
        return _known_from(what.met_by, what.met_on, raised_at, reader), f"Done on {in_words(what.met_on)}{late}."
    if state == "not_required" and what.excused_on:
        return _known_from(what.excused_by, what.excused_on, raised_at, reader), what.excused_why
    if state in ("running", "due_soon"):
        return _put_right_after(raised_at, reader, rules()[line.rule].reads), "What was known was put right: it was not due yet."
    return None, None


def _known_from(entry: str | None, on: date, raised: datetime, reader: Reader) -> datetime:
    found = reader.chains.by_id.get(entry) if entry else None
    return max(raised, found.recorded_at if found else start_of_day(on))


def _put_right_after(raised: datetime, reader: Reader, types: frozenset[str]) -> datetime:
    """When something of these types that had been known was first put right after ``raised``."""
    later = [
        instant
        for instant, entries in reader.chains.put_right.items()
        if instant >= raised and any(_is_of(reader, entry, types) for entry in entries)
    ]
    return min(later, default=raised)


def _is_of(reader: Reader, putting_right: Entry, types: frozenset[str]) -> bool:
    target = reader.chains.by_id.get(putting_right.corrects or putting_right.withdraws or "")
    return target is not None and target.type in types


def answers_of(reader: Reader, person: str) -> dict[str, str]:
    """The entry that answers each alert, by what it says it answers: the latest that stands."""
    known = reader.known(reader.moment.known_at)
    found: dict[str, Entry] = {str(getattr(entry.data, "alert", "")): entry for entry in known.about(person, "alert_answered")}
    return {alert: entry.id for alert, entry in found.items()}


def fields(row: Any) -> dict[str, Any]:
    """What a derived row says, for telling whether two say the same."""
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not (field.primary_key and field.get_internal_type() == "BigAutoField")
    }


def span_fields(row: StoredSpan) -> tuple[object, ...]:
    """What a stored span says."""
    return row.kind, row.start, row.end, row.entry
