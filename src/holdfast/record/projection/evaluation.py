"""One family worked out at an instant: from what is stored and what has come since, or from the beginning."""

from collections.abc import Collection, Iterator
from datetime import datetime
from functools import cached_property

from holdfast.engine.compiled.evaluate import lines_for
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.record import FamilyRecord
from holdfast.engine.compiled.rulebook import CompiledRules
from holdfast.record.projection.derived import (
    ANSWERED,
    FOLDED_FROM,
    FOLDING_READS,
    TIMED_SIGNALS,
    Derived,
    add_lines,
    answered_by,
    answers_of,
    rule_of,
    spans_of,
)
from holdfast.record.projection.family import FamilyRows, read_family
from holdfast.record.projection.store import read_stored
from holdfast.standards.local_values import Values

ALWAYS_READ = frozenset({ANSWERED, "entry_withdrawn"})


class Evaluation:
    """The rules over one family's rows."""

    def __init__(self, family: tuple[str, ...], at: datetime, own: Values, rules: CompiledRules) -> None:
        self.rules = rules
        self._family = family
        self.at = at
        self._own = own

    def of(
        self, people: Collection[str], since: int | None, changed: frozenset[str] | None
    ) -> Iterator[tuple[str, Derived, Derived]]:
        """What is stored of each of these people and what is derived for them, of everything or of what the entry types that
        ``changed`` can have changed. With ``since``, what had shown by then is as it is stored."""
        if since is None:
            for person, stored in read_stored(people).items():
                yield person, stored, self.whole(person)
            return
        only = None if changed is None else self.rules.used.touched_by(changed) | TIMED_SIGNALS
        folds = changed is None or not changed.isdisjoint(FOLDED_FROM)
        answered = changed is None or ANSWERED in changed
        record = self._read(only, folds=folds).record(since)
        for person, stored in read_stored(people, only, spans=folds, every_alert=answered).items():
            yield person, stored, self._followed(record, person, stored, only, folds=folds)

    def whole(self, person: str) -> Derived:
        """Everything for one person, from the beginning."""
        who = PersonRecord.of(self.record, person)
        derived = Derived(spans_of(who, self.rules))
        add_lines(derived, who, lines_for(self.record, person, self.rules), self.rules, Derived())
        return derived

    @cached_property
    def record(self) -> FamilyRecord:
        """The family's record from the beginning, with every entry."""
        return read_family(self._family, self.at, self._own).record()

    def _read(self, only: Collection[str] | None, *, folds: bool) -> FamilyRows:
        types = None
        if only is not None:
            types = ALWAYS_READ.union(*(self.rules.used.reads[id] for id in only), FOLDING_READS if folds else ())
        return read_family(self._family, self.at, self._own, types)

    def _followed(
        self, record: FamilyRecord, person: str, stored: Derived, only: Collection[str] | None, *, folds: bool
    ) -> Derived:
        who = PersonRecord.of(record, person)
        derived = Derived(spans_of(who, self.rules) if folds else None)
        # What shows within the day may still be taken back by what is recorded later on it.
        known = {
            key: (alert.raised_at, alert.ended_at if alert.withdrawn else None)
            for key, alert in stored.alerts.items()
            if alert.raised_at < record.since
        }
        found = lines_for(record, person, self.rules, only, known)
        shown = {line.what.key for line in found}
        asked = [
            (key, alert) for key, alert in stored.alerts.items() if key not in shown and (only is None or alert.rule_id in only)
        ]
        # Something that showed has gone, or shows as if it always had and is not stored: only the whole history can tell.
        unclear = {alert.rule_id for _, alert in asked if not alert.withdrawn}
        unclear |= {
            rule_of(line.what)
            for line in found
            if line.raised_at is not None and line.raised_at <= record.since and line.what.key not in known
        }
        add_lines(derived, who, (line for line in found if rule_of(line.what) not in unclear), self.rules, stored)
        # What has been withdrawn stays so; and of rules that are not asked, all stays but who has answered.
        answers = answers_of(who)
        for key, alert in stored.alerts.items():
            if key not in derived.alerts and key not in shown and alert.rule_id not in unclear:
                derived.alerts[key] = alert._replace(answered_by=answered_by(answers, person, key))
        if unclear:
            lines = lines_for(self.record, person, self.rules, unclear)
            add_lines(derived, PersonRecord.of(self.record, person), lines, self.rules, Derived())
        return derived
