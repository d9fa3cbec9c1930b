"""Worries that count what other rules show: whether anything they count came otherwise with a write.

Working such a worry out asks some fifty other rules about the child's whole life. Most writes change nothing that it counts: what
was overdue or open is as it is stored, and nothing new makes a thing overdue or open, or ends it.
"""

from collections.abc import Iterable

from holdfast.engine.compiled.compact_clock import CompactClock, breach
from holdfast.engine.compiled.compiled_rules import CompiledRules
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.findings import CompactFinding
from holdfast.engine.compiled.first_shown import CompactLine
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.signal import CompiledSignal
from holdfast.record.projection.derivation import Derived, StoredClockRow, rule_of
from holdfast.rules.node import WHO_IT_IS
from holdfast.rules.shapes import Together


def that_count_others(only: Iterable[str], rules: CompiledRules) -> dict[str, Together]:
    """Of some rules, the signals that count others."""
    signals = ((id, rules.used.signals[id].shape) for id in only if id in rules.used.signals)
    return {id: shape for id, shape in signals if isinstance(shape, Together)}


def may_count_otherwise(
    shape: Together,
    person: PersonRecord,
    *,
    found: Iterable[CompactLine],
    left_out: set[str],
    stored: Derived,
    only: Iterable[str],
    rules: CompiledRules,
) -> bool:
    """Whether a write may have changed what is counted. ``found`` is what the other rules of ``only`` show now."""
    record = person.record
    news = record.news()
    new, types = {entry.id for entry in news}, {entry.type for entry in news}
    # What the signal itself looks at has come, or something may be known otherwise than it was: then what is stored is no place
    # to begin.
    if not record.steady or not types.isdisjoint({*shape.reads, *shape.during.looks_at(rules.used), *WHO_IT_IS}):
        return True
    lines = [line for line in found if rule_of(line.what) in shape.standards or rule_of(line.what) in shape.signals]
    there = {line.what.key for line in lines} | left_out
    return (
        any(_is_new(line, stored, record) for line in lines)
        or any(key not in there for key in _were_counted(shape, stored, only, record.as_at))
        or any(_says_of(rules[id], person, new) for id in shape.signals.intersection(only))
    )


def _is_new(line: CompactLine, stored: Derived, record: FamilyRecord) -> bool:
    """Whether something overdue or open is not stored so."""
    what = line.what
    if isinstance(what, CompactFinding):
        alert = stored.alerts.get(what.key)
        ended = None if what.ended is None or what.ended > record.as_at else what.ended
        return alert is None or alert.withdrawn or alert.ended_at != ended
    row, found = stored.clocks.get(what.key), _counts(what, record.as_at)
    was = row is not None and _was_overdue(row, record.as_at)
    return found != was or (found and row is not None and _end(what) != (row.met_by, row.excused_by))


def _counts(clock: CompactClock, at: int) -> bool:
    found = breach(clock) if clock.met_on is None or clock.late else None
    return found is not None and found[0] <= at


def _end(clock: CompactClock) -> tuple[str | None, str | None]:
    by = (clock.met, clock.excused_by)
    return (None if by[0] is None else by[0].id, None if by[1] is None else by[1].id)


def _was_overdue(row: StoredClockRow, at: int) -> bool:
    if row.overdue_from is None or row.overdue_from > at:
        return False
    return row.met_on is None or row.due is None or row.met_on > row.due[:10]


def _were_counted(shape: Together, stored: Derived, only: Iterable[str], at: int) -> Iterable[str]:
    asked = frozenset(only)
    for key, row in stored.clocks.items():
        if row.standard in shape.standards and row.standard in asked and _was_overdue(row, at):
            yield key
    for key, alert in stored.alerts.items():
        if alert.rule_id in shape.signals and alert.rule_id in asked and not alert.withdrawn:
            yield key


def _says_of(rule: object, person: PersonRecord, new: set[str]) -> bool:
    """Whether a signal finds anything in what is new, shown or not: what was over before it was known counts too."""
    if not isinstance(rule, CompiledSignal) or rule.settles:
        # Of a standard that is overdue every line is seen, whenever it was known.
        return False
    return any(
        entry.id in new for match in rule.matches(person) for entry in (*match.entries, *(match.ended or (0, None))[1:]) if entry
    )
