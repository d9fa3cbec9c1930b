"""What a write cannot have changed: clocks and worries that were over before the first day that anything new speaks of.

What happens later changes nothing of what was over by then. It holds where nothing that was known before was put right;
otherwise everything is worked out again.
"""

from collections import defaultdict
from datetime import date

from holdfast.engine.compiled.compiled_rules import CompiledRules
from holdfast.engine.compiled.evaluate import NOTHING_OVER, Over
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.first_shown import CompiledRule
from holdfast.engine.compiled.instants import midnight
from holdfast.record.projection.derivation import NO_LONGER_SHOWN, AlertRow, Derived, StoredClockRow


def settled(record: FamilyRecord, stored: Derived, rules: CompiledRules) -> Over:
    """The starts, by the first version of their entry, of which every clock and worry of a rule that is stored was over, of the
    rules that can leave them out."""
    first = _first_day_of_what_is_new(record)
    if first is None:
        return NOTHING_OVER
    before, instant = date.fromordinal(first).isoformat(), midnight(first)
    over: dict[str, set[str]] = defaultdict(set)
    running: dict[str, set[str]] = defaultdict(set)
    for key, clock in stored.clocks.items():
        alert = stored.alerts.get(key)
        is_over = _is_over(clock, before) and (alert is None or _has_ended(alert, instant))
        (over if is_over else running)[clock.standard].add(_start(key))
    for key, alert in stored.alerts.items():
        if key not in stored.clocks:
            (over if _has_ended(alert, instant) else running)[alert.rule_id].add(_start(key))
    # One start may have several lines, such as a clock for each child. It is left out only where all of them were over.
    found = {rule: frozenset(starts - running[rule]) for rule, starts in over.items()}
    return {rule: starts for rule, starts in found.items() if starts and _leaves_out(rules[rule])}


def _leaves_out(rule: CompiledRule) -> bool:
    # Only of rules whose parts look at no other entry. A deadline that can be extended, or a worry that counts what came before,
    # may come otherwise long after it was over.
    return bool(rule.settles) and all(terms.leaves_out for terms in rule.settles)


def keys_of(over: Over, stored: Derived) -> set[str]:
    """What is stored of these starts, by its keys."""
    clocks = ((key, clock.standard) for key, clock in stored.clocks.items())
    alerts = ((key, alert.rule_id) for key, alert in stored.alerts.items())
    return {key for found in (clocks, alerts) for key, rule in found if rule in over and _start(key) in over[rule]}


def _start(key: str) -> str:
    """The first version of the entry that a clock or a worry is known by. A key that names none is nothing's."""
    parts = key.split("/", 3)
    return parts[2] if len(parts) > 2 else key


def _first_day_of_what_is_new(record: FamilyRecord) -> int | None:
    """The first day that what was recorded since speaks of; none where it says more than what happened then."""
    new = record.news()
    # What is put right may speak of any day there has been, and take away what a clock was met by.
    if any(entry.corrects or entry.withdraws for entry in new):
        return None
    return min((entry.first for entry in new), default=None)


def _is_over(clock: StoredClockRow, before: str) -> bool:
    # What rests on a date that is not exact may still be made exact by what is recorded next.
    if clock.open or clock.approximate or clock.missing is not None:
        return False
    ended = clock.met_on if clock.met_on is not None else clock.excused_on
    return ended is not None and ended < before and (clock.met_by is not None or clock.met_on is None)


def _has_ended(alert: AlertRow, by: int) -> bool:
    return not alert.withdrawn and alert.ended_why != NO_LONGER_SHOWN and alert.ended_at is not None and alert.ended_at < by
