"""By when something follows what starts it."""

from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from holdfast.rules.event import Event
from holdfast.rules.limit.amount import Amount, Length
from holdfast.rules.limit.counted import Counted, CountFrom, KindOfLimit, Once


@dataclass(frozen=True)
class Deadline(Counted):
    """Something follows what starts it within so long. ``from_age``: of a child too young at the start of the state it runs in
    it is asked from that birthday on. ``extended``: the length that holds instead where its event came in time."""

    unit: Literal[Length, "before_next_school_day", "before_next_working_day"]
    count_from: CountFrom = "day_after_trigger"
    from_age: int | None = None
    extended: Once | None = None
    kind = "max_after_trigger"

    def in_words(self) -> str:
        """As people say it."""
        if self.unit == "before_next_school_day":
            return "before the next school day begins"
        return "before the next working day" if self.unit == "before_next_working_day" else super().in_words()

    def changed(self, change: Once) -> "Deadline":
        """The deadline that holds instead."""
        return replace(self, n=change.n, unit=change.unit)


@dataclass(frozen=True)
class RecordedWithin(Counted):
    """What starts it is itself put on the record within so long of having happened."""

    unit: Length
    kind = "max_after_trigger"
    count_from: ClassVar[CountFrom] = "day_after_trigger"


@dataclass(frozen=True)
class ShareOfInterval(KindOfLimit):
    """Something done by the time ``n`` of the interval has gone by from what starts it to the day planned (in ``planned_in``)
    by the next ``to``. Where nothing is booked the interval is ``otherwise``, and after particular starts what ``after``
    says."""

    n: float
    to: Event
    otherwise: Amount
    after: tuple[tuple[Event, Amount], ...] = ()
    planned_in: str = "for"
    kind = "max_after_trigger"
    unit: ClassVar[Literal["of_interval"]] = "of_interval"
    count_from: ClassVar[CountFrom] = "day_after_trigger"

    def __post_init__(self) -> None:
        # A share, and the one number of a limit that need not be whole.
        if self.n < 0:
            raise ValueError(f"a limit cannot be {self.n}: time does not run backwards")

    def in_words(self) -> str:
        """As people say it."""
        return "half-way to the next" if self.n == 0.5 else f"{self.n:g} of the way to the next"


@dataclass(frozen=True)
class Milestone(Counted):
    """Something is done once so long has passed. What is done counts from ``starts_after`` on: it asks to look again once it is
    near."""

    unit: Length
    starts_after: Amount | None = None
    kind = "milestone"
    count_from: ClassVar[CountFrom] = "day_after_trigger"


@dataclass(frozen=True)
class ByGestation(Counted):
    """Something is done by so many completed weeks of pregnancy. ``late_start``: how long there is where the pregnancy was
    further on than that when it started; that day, where it is not said."""

    unit: Literal["weeks_gestation"] = "weeks_gestation"
    late_start: Amount | None = None
    kind = "by_gestation"
    count_from: ClassVar[CountFrom] = "day_after_trigger"
    says = "by {}"
