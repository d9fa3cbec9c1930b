"""One family worked out at an instant: from what is stored and what has come since, or from the beginning."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from functools import cached_property

from holdfast.engine.compiled.alert_end import ended_at
from holdfast.engine.compiled.compact_clock import CompactClock, breached_at
from holdfast.engine.compiled.compiled_rules import CompiledRules
from holdfast.engine.compiled.evaluate import lines_for
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.first_shown import CompactLine, Known
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.history_line import has_shown_before
from holdfast.record.projection.closed_lines import keys_of, settled
from holdfast.record.projection.dependent_signals import may_count_otherwise, that_count_others
from holdfast.record.projection.derivation import (
    ANSWERED,
    FOLDED_FROM,
    FOLDING_READS,
    NO_LONGER_SHOWN,
    TIMED_SIGNALS,
    Derived,
    add_lines,
    answered_by,
    answers_of,
    merge_stored_alerts,
    rule_of,
    spans_of,
)
from holdfast.record.projection.family_rows import FamilyRows, read_family
from holdfast.record.projection.store import read_stored
from holdfast.standards.local_values import Values

ALWAYS_READ = frozenset({ANSWERED, "entry_withdrawn"})


class FamilyEvaluation:
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
            # From the beginning, and yet with what is stored: an alert that somebody was told of must not vanish because it would
            # not be raised today.
            for person, stored in read_stored(people).items():
                derived = self.whole(person)
                merge_stored_alerts(derived, PersonRecord.of(self.record, person), stored)
                yield person, stored, derived
            return
        only = None if changed is None else self.rules.used.touched_by(changed) | TIMED_SIGNALS
        # A state (on a plan, looked after) is folded from every entry that starts or ends it: where none of those came, it is as
        # it was, and is not even read.
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
        # What shows within the day may still be taken back by what is recorded later on it; what is no longer shown is not known.
        known = {
            key: (alert.raised_at, alert.ended_at if alert.withdrawn else None)
            for key, alert in stored.alerts.items()
            if alert.raised_at < record.since and not _is_no_longer_shown(stored, key)
        }
        found, left_out, only = self._lines(who, stored, known, only)
        shown = {line.what.key for line in found}
        # Something that showed and has gone, or that shows anew, is unclear: only the whole history can tell.
        there = shown | left_out
        gone = {alert.rule_id for key, alert in stored.alerts.items() if key not in there and not alert.withdrawn}
        unclear = (gone if only is None else gone.intersection(only)) | set(_shown_anew(found, known, stored, record))
        unclear |= set(self._otherwise(found, stored, record))
        add_lines(derived, who, (line for line in found if rule_of(line.what) not in unclear), self.rules, stored)
        # What is over and has been withdrawn stays so; and of rules that are not asked, all stays but who has answered.
        derived.clocks.update(
            (key, clock) for key, clock in stored.clocks.items() if key in left_out and clock.standard not in unclear
        )
        answers = answers_of(who)
        for key, alert in stored.alerts.items():
            if key not in derived.alerts and key not in shown and alert.rule_id not in unclear:
                derived.alerts[key] = alert._replace(answered_by=answered_by(answers, person, key, alert.raised_at))
        if unclear:
            lines = lines_for(self.record, person, self.rules, unclear)
            add_lines(derived, PersonRecord.of(self.record, person), lines, self.rules, Derived())
        # Last, when all that still shows is there: what is not among it by now is gone.
        merge_stored_alerts(derived, who, stored)
        return derived

    def _otherwise(self, found: Iterable[CompactLine], stored: Derived, record: FamilyRecord) -> Iterator[str]:
        """The rules of what was over, or was late, by what is stored, and is so no longer: what was put off, or was taken back
        and is said again, shows anew, and only the history can tell from when on."""
        for line in found:
            key, rule = line.what.key, rule_of(line.what)
            alert = stored.alerts.get(key)
            known = alert is not None and alert.raised_at <= record.since
            # Until when it had shown is no part of what is stored.
            if has_shown_before(key) or (known and line.withdrawn_at is not None):
                yield rule
            elif known and alert is not None:
                begun = breached_at(line.what) if isinstance(line.what, CompactClock) else line.what.at
                put_off = begun is not None and begun > record.since
                ended = ended_at(record, line, alert.raised_at, self.rules.used.reads[rule])
                if alert.withdrawn or put_off or (alert.ended_at is not None and alert.ended_at != ended):
                    yield rule

    def _lines(
        self, who: PersonRecord, stored: Derived, known: Known, only: Collection[str] | None
    ) -> tuple[list[CompactLine], set[str], Collection[str] | None]:
        """What the rules show, without what is over and cannot come otherwise; the keys of that; and the rules that were asked:
        one that counts what others show only where that may have come otherwise."""
        over = settled(who.record, stored, self.rules)
        counting = {} if only is None else that_count_others(only, self.rules)
        asked = None if only is None else frozenset(only) - counting.keys()
        found = lines_for(who.record, who.id, self.rules, asked, known=known, over=over)
        left_out = keys_of(over, stored) - {line.what.key for line in found}
        touched = {
            id
            for id, shape in counting.items()
            if may_count_otherwise(shape, who, found=found, left_out=left_out, stored=stored, only=asked or (), rules=self.rules)
        }
        if touched:
            found += lines_for(who.record, who.id, self.rules, touched, known=known)
        return found, left_out, None if asked is None else asked | touched


def _shown_anew(found: Iterable[CompactLine], known: Known, stored: Derived, record: FamilyRecord) -> Iterator[str]:
    """The rules of what shows again, shows as if it always had and is not stored, or may have shown before by what was put right
    since: from when on it did, only the history can tell."""
    history = record.history
    for line in found:
        key, raised = line.what.key, line.raised_at
        if raised is None or key in known:
            continue
        again = raised <= record.since or _is_no_longer_shown(stored, key)
        if again or any(
            entry.root != entry.id or entry.id in history.corrections or entry.id in history.withdrawals
            for entry in line.what.entries()
        ):
            yield rule_of(line.what)


def _is_no_longer_shown(stored: Derived, key: str) -> bool:
    alert = stored.alerts.get(key)
    return alert is not None and alert.ended_why == NO_LONGER_SHOWN
