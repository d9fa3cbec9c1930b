"""What should worry somebody now, in sentences: each with the entries that make it, who has been told, and any answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from holdfast.engine.clock import Clock
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.sentences import why
from holdfast.kernel.when import day_in_words
from holdfast.pages.child.case import Case
from holdfast.pages.child.telling import who_recorded
from holdfast.record.projection.derivation import alert_id
from holdfast.signals import SIGNALS
from holdfast.vocabulary.entry import Entry

SEVERITIES = ("critical", "high", "medium", "low")
ToldOf = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Evidence:
    """An entry that makes a worry. ``here`` says that it is a line of this child's chronology."""

    entry: str
    words: str
    here: bool


@dataclass(frozen=True)
class Worry:
    """One signal: its sentence, the entries behind it, who has been told, and what was answered. ``earlier`` are others of the
    same kind, oldest last."""

    rule: str
    key: str
    title: str
    why: str
    since: date
    asks: str
    answer_within: str
    evidence: tuple[Evidence, ...]
    told: tuple[str, ...]
    answers: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    ended: str = ""

    @property
    def since_words(self) -> str:
        return day_in_words(self.since)


def raised(case: Case) -> list[tuple[HistoryLine, Finding]]:
    """Signals with what they raised, the newest first."""
    found = [(line, line.what) for line in case.signals if isinstance(line.what, Finding) and line.raised_at is not None]
    return sorted(found, key=lambda each: each[1].raised_at, reverse=True)


def is_current(line: HistoryLine, what: Finding, case: Case) -> bool:
    """Whether the pattern is there at the moment: neither ended nor withdrawn."""
    return line.withdrawn_at is None and (what.ended_at is None or what.ended_at > case.moment.as_at)


def worries(case: Case, told: ToldOf | None = None) -> list[Worry]:
    """What is there to worry about now, worst first, one for each kind of worry."""
    groups: dict[str, list[Finding]] = {}
    for line, what in raised(case):
        if is_current(line, what, case):
            groups.setdefault(what.signal, []).append(what)
    found = [_worry(case, same, told or {}) for same in groups.values()]
    return sorted(found, key=lambda worry: (SEVERITIES.index(SIGNALS[worry.rule].severity), -worry.since.toordinal(), worry.rule))


def no_longer(case: Case) -> list[Worry]:
    """What was raised and is over, or was withdrawn because a record was put right. Nothing vanishes."""
    found = []
    for line, what in raised(case):
        if is_current(line, what, case):
            continue
        if line.withdrawn_on is not None:
            ended = f"Withdrawn {day_in_words(line.withdrawn_on)}: {line.withdrawn_why}."
        else:
            ended = f"Over since {day_in_words(what.ended_on)}." if what.ended_on else "Over."
        worry = _worry(case, [what], {})
        found.append(Worry(**{**vars(worry), "ended": ended}))
    return found


def _worry(case: Case, same: list[Finding], told: ToldOf) -> Worry:
    latest, signal = same[0], SIGNALS[same[0].signal]
    return Worry(
        rule=signal.id,
        key=latest.key,
        title=signal.title,
        why=latest.why,
        since=latest.raised_on,
        asks=signal.asks,
        answer_within=signal.answer_within,
        evidence=tuple(evidence(case, latest.evidence)),
        told=told.get(latest.key, ()),
        answers=tuple(answers(case, latest.key)),
        earlier=tuple(f"{day_in_words(other.raised_on)}: {other.why}" for other in same[1:]),
    )


def evidence(case: Case, ids: Iterable[str]) -> list[Evidence]:
    """The entries with these ids as they stand, in words short enough for a link."""
    found = []
    for id in ids:
        entry = case.known.current(id) or case.family.chains.by_id.get(id)
        if entry is not None:
            root = case.family.chains.root(entry.id)
            found.append(Evidence(root, f"{entry.data.title.lower()}, {entry.happened.in_words()}", case.id in entry.about))
    return found


def answers(case: Case, key: str) -> list[str]:
    """What somebody answered to the alert that a clock or signal raised."""
    wanted = str(alert_id(case.id, key))
    found = [entry for entry in case.known.of("alert_answered") if str(value(entry, "alert")) == wanted]
    return [_answer(case, entry) for entry in found]


def _answer(case: Case, entry: Entry) -> str:
    return f"“{value(entry, 'answer')}” {who_recorded(case, entry)}, {entry.happened.in_words()}"


def overdue(case: Case) -> list[tuple[Clock, str]]:
    """Clocks overdue now with their sentence, the longest overdue first."""
    at = case.moment.as_at
    late = [line.what for line in case.clocks if isinstance(line.what, Clock) and line.withdrawn_at is None]
    late = [clock for clock in late if clock.state(at) == "overdue"]
    return [(clock, why(clock, at)) for clock in sorted(late, key=lambda each: (each.breached_at or at, each.standard))]
