"""When one standard would be due, for a start that is only supposed: no record is read."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from holdfast.engine.arithmetic import ArithmeticStep, count, in_short
from holdfast.engine.units import ELAPSED, ROUGH, add, gestation_day, limit_ends, share_of
from holdfast.kernel.birthdays import ON_1_MARCH, birthday
from holdfast.kernel.calendar import add_months
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When, start_of_day
from holdfast.rules.limit import Amount, ByGestation, Gate, LastsAtLeast, MonthlyCount, PlannedDay, ShareOfInterval
from holdfast.rules.standard import Edition, Standard

DAY = timedelta(days=1)


@dataclass(frozen=True)
class DueAnswer:
    """When it would be due, by which edition, and how that was counted. ``due`` is unknown where the start alone cannot say."""

    rule: Standard
    version: Edition | None
    due: date | datetime | Unknown
    steps: tuple[ArithmeticStep, ...]
    words: str
    approximate: bool


def due_after(
    standard: Standard, trigger: When, *, born: When | None = None, expected: When | None = None, leap: str = ON_1_MARCH
) -> DueAnswer:
    """When ``standard`` would be due if ``trigger`` started it. For what is due before a planned day, ``trigger`` is that day."""
    rule = standard.on(trigger.last)
    found = _due(rule, trigger, born, expected, leap)
    version = standard.version_on(trigger.last)
    if isinstance(found, Unknown):
        return DueAnswer(rule, version, found, (), f"Cannot tell; what is missing: {found.missing}.", False)
    # Counted back from a range, the first day is the one that cannot be late; counted on, the last.
    start = trigger.first if isinstance(rule.limit, PlannedDay) else trigger.last
    untimed = rule.limit.unit in ELAPSED and trigger.instant is None
    approximate = not trigger.exact or untimed or rule.limit.unit in ROUGH
    return DueAnswer(rule, version, found, count(rule.limit, start, found), in_short(rule.limit, start, found), approximate)


def _due(rule: Standard, trigger: When, born: When | None, expected: When | None, leap: str) -> date | datetime | Unknown:
    limit = rule.limit
    if isinstance(limit, PlannedDay):
        found = add(trigger.first, Amount(-limit.amount.n, limit.unit))
        return found if found is not None else Unknown("the day it is planned for")
    if isinstance(limit, ByGestation):
        return gestation_day(expected, limit.amount.n)
    if isinstance(limit, MonthlyCount):
        return add_months(trigger.last.replace(day=1), 1) - DAY
    if isinstance(limit, Gate):
        return trigger.last
    if isinstance(limit, ShareOfInterval):
        whole = add(trigger.last, limit.otherwise)
        return share_of(trigger.last, whole, limit.n) if isinstance(whole, date) else Unknown("the interval")
    if isinstance(limit, LastsAtLeast) and limit.unit in ("years_from_birth", "years_from_birth_of_subject"):
        return Unknown("the date of birth") if born is None else birthday(born.last, limit.amount.n, leap)
    # Something known only by its day may have been at the end of it: hours count from the midnight that ends it.
    end = trigger.instant or start_of_day(trigger.last + DAY)
    ends = limit_ends(limit, trigger.last, end)
    return (
        ends
        if ends is not None
        else Unknown(f"the days of the {limit.amount.in_words()} after it: they have none until they are made")
    )
