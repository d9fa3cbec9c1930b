"""What cannot wait until the day teams are back: it reaches whoever is on duty at that hour."""

from functools import cache

from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS

IN_HOURS = ("hours", "minutes")
IN_DAYS = ("working_days", "calendar_days", "school_days")


@cache
def cannot_wait(rule: str) -> bool:
    """Whether a breach or worry of this rule is for tonight: a signal of the highest severity (a child who says that they do not
    want to go home is one), a standard counted in hours, or one due the day it starts."""
    if rule in SIGNALS:
        return SIGNALS[rule].severity == "critical"
    limit = STANDARDS[rule].limit
    unit, n = getattr(limit, "unit", None), getattr(limit, "n", None)
    return unit in IN_HOURS or (unit in IN_DAYS and n == 0)
