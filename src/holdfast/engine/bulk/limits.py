"""When things are due, for each day on which a clock can start: the reference engine's own arithmetic, as a small table.

No date is worked out in a query. Weeks, months, working days, editions and a partnership's own numbers are all counted by
:mod:`holdfast.engine.reference.counting`, once for each day that occurs, so that they can be counted in no other way.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, cast

import pyarrow as pa

from holdfast.engine.bulk.asking import CannotCompile, Preparing
from holdfast.engine.bulk.layout import INSTANT, utc
from holdfast.engine.reference import counting
from holdfast.engine.reference.counting import Start
from holdfast.kernel.unknown import Unknown
from holdfast.rules.standard import Standard
from holdfast.vocabulary.entry import Entry

DAYS = pa.schema([
    ("day", pa.date32()), ("in_force", pa.bool_()), ("timed", pa.bool_()), ("seconds", pa.int64()), ("due_day", pa.date32()),
    ("due_at", INSTANT), ("warn_at", INSTANT), ("warn_seconds", pa.int64()), ("missing", pa.string()),
    ("remedy_until", pa.date32()),
])  # fmt: skip
UNITS = frozenset({
    "minutes", "hours", "working_days", "calendar_days", "weeks", "months", "years", "school_days", "years_from_last_contact",
    "years_from_order", "none", "visits", "before_next_working_day",
})  # fmt: skip


def day_table(rule: Standard, days: Iterable[date], preparing: Preparing) -> str:
    """The table of what ``rule`` says of each of these days."""
    for limit in (rule.limit, *(version.limit for version in rule.versions if version.limit)):
        if limit.unit not in UNITS:
            raise CannotCompile(f"a limit counted in {limit.unit.replace('_', ' ')}")
    name = "days_of_" + rule.id.lower().replace("-", "_")
    rows = [day_of(rule, day) for day in sorted(days)]
    preparing.machine.put(name, pa.Table.from_pylist(rows, schema=DAYS))
    return name


def day_of(standard: Standard, day: date) -> dict[str, Any]:
    """What a rule says of one day on which a clock starts."""
    rule = standard.on(day)
    timed = rule.limit.unit in counting.ELAPSED
    found: dict[str, Any] = {"day": day, "in_force": standard.in_force(day), "timed": timed}
    if rule.remedy_within is not None:
        until = counting.add(day, rule.remedy_within)
        found["remedy_until"] = until if isinstance(until, date) else None
    if timed:
        return found | _elapsed(rule)
    due = counting.due(rule.limit, Start(cast(Entry, None), day))
    if isinstance(due, Unknown):
        return found | {"missing": due.missing}
    found["warn_at"] = utc(counting.warn_from(due, rule.warn_before))
    return found | ({"due_at": utc(due)} if isinstance(due, datetime) else {"due_day": due})


def _elapsed(rule: Standard) -> dict[str, Any]:
    seconds = int(rule.limit.n or 0) * int(counting.ELAPSED[rule.limit.unit].total_seconds())
    warn = rule.warn_before
    if warn is None:
        return {"seconds": seconds}
    if warn.unit not in counting.ELAPSED:
        raise CannotCompile("days of warning before a limit in hours")
    return {"seconds": seconds, "warn_seconds": warn.n * int(counting.ELAPSED[warn.unit].total_seconds())}
