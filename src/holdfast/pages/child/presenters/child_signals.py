"""What should worry somebody now, in sentences: each with the entries that make it, who has been told, and any answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.when import day_in_words
from holdfast.pages.child.presenters.case_phrases import who_recorded
from holdfast.pages.child.queries.case import Case
from holdfast.pages.child.queries.case_signals import is_current, raised_signals
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
class ChildSignal:
    """One signal: its sentence, the entries behind it, who has been told, and what was answered. ``earlier`` are others of the
    same kind, oldest last. Not ``whole`` where its reader may not read all that it comes from."""

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
    whole: bool = True

    @property
    def since_words(self) -> str:
        return day_in_words(self.since)


def current_signals(case: Case, told: ToldOf | None = None) -> list[ChildSignal]:
    """What is there to worry about now, worst first, one for each kind of worry."""
    # One for each kind, the latest in front: five times the same sentence would bury the one that is new.
    groups: dict[str, list[Finding]] = {}
    for line, what in raised_signals(case):
        if is_current(line, what, case):
            groups.setdefault(what.signal, []).append(what)
    found = [_worry(case, same, told or {}) for same in groups.values()]
    return sorted(found, key=lambda worry: (SEVERITIES.index(SIGNALS[worry.rule].severity), -worry.since.toordinal(), worry.rule))


def ended_signals(case: Case) -> list[ChildSignal]:
    """What was raised and is over, or was withdrawn because a record was put right. Nothing vanishes."""
    found = []
    for line, what in raised_signals(case):
        if is_current(line, what, case):
            continue
        if line.withdrawn_on is not None:
            ended = f"Withdrawn {day_in_words(line.withdrawn_on)}: {line.withdrawn_why}."
        else:
            ended = f"Over since {day_in_words(what.ended_on)}." if what.ended_on else "Over."
        worry = _worry(case, [what], {})
        found.append(ChildSignal(**{**vars(worry), "ended": ended}))
    return found


def _worry(case: Case, same: list[Finding], told: ToldOf) -> ChildSignal:
    latest, signal = same[0], SIGNALS[same[0].signal]
    return ChildSignal(
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
        # What was withdrawn since was still there when the signal was raised: without it the reason could not be read any more.
        entry = case.known.current(id) or case.family.history.by_id.get(id)
        if entry is not None:
            # A link leads to the first version: that is the line of the chronology, whatever was put right later.
            root = case.family.history.root(entry.id)
            found.append(Evidence(root, f"{entry.data.title.lower()}, {entry.happened.in_words()}", case.id in entry.about))
    return found


def answers(case: Case, key: str) -> list[str]:
    """What somebody answered to the alert that a clock or signal raised."""
    # An alert's id is made from the child and the key, so that it can be asked for here without reading the table of alerts.
    wanted = str(alert_id(case.id, key))
    found = [entry for entry in case.known.of("alert_answered") if str(value(entry, "alert")) == wanted]
    return [_answer(case, entry) for entry in found]


def _answer(case: Case, entry: Entry) -> str:
    return f"“{value(entry, 'answer')}” {who_recorded(case, entry)}, {entry.happened.in_words()}"
