"""How long: a limit is one of a union. There is a class for each way in which guidance counts, with what only that way can say;
its ``kind`` is the code under which it is published."""

from dataclasses import dataclass
from datetime import date

from holdfast.rules.limit.amount import Amount, Length, Unit
from holdfast.rules.limit.counted import Change, FromAge, LimitKind, Once
from holdfast.rules.limit.deadline import ByGestation, Deadline, Milestone, RecordedWithin, ShareOfInterval
from holdfast.rules.limit.duration import LastsAtLeast, LastsAtMost, Window
from holdfast.rules.limit.gate import Gate
from holdfast.rules.limit.interval import FirstThenEvery, Interval, MonthlyCount, Repeated
from holdfast.rules.limit.planned_day import BeforePlannedDay, ByPlannedDay, PlannedDay

__all__ = [
    "Amount",
    "BeforePlannedDay",
    "ByGestation",
    "ByPlannedDay",
    "Change",
    "Deadline",
    "FirstThenEvery",
    "FromAge",
    "Gate",
    "Interval",
    "LastsAtLeast",
    "LastsAtMost",
    "Length",
    "Limit",
    "LimitKind",
    "LocalLimit",
    "Milestone",
    "MonthlyCount",
    "Once",
    "PlannedDay",
    "RecordedWithin",
    "Repeated",
    "ShareOfInterval",
    "Unit",
    "Window",
    "wants_all",
]

Limit = (
    Deadline
    | RecordedWithin
    | ShareOfInterval
    | Interval
    | FirstThenEvery
    | Repeated
    | BeforePlannedDay
    | ByPlannedDay
    | LastsAtMost
    | LastsAtLeast
    | Milestone
    | Gate
    | ByGestation
    | Window
    | MonthlyCount
)


def wants_all(limit: Limit) -> bool:
    """Whether all of what meets a standard has to be done, and not any of it."""
    return isinstance(limit, Interval | BeforePlannedDay) and limit.all_of


@dataclass(frozen=True)
class LocalLimit:
    """A partnership's own number for a limit, for what starts on or after ``since``."""

    since: date
    n: float
