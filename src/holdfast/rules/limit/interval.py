"""How often something is done."""

from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from holdfast.rules.limit.amount import Amount, Length
from holdfast.rules.limit.counted import Change, Counted, CountFrom, Once


@dataclass(frozen=True)
class Interval(Counted):
    """Something is done at least so often while a state lasts: from its start (or from the birthday in it, ``from_age``), then
    from each thing done; with ``all_of``, from when all of what meets it is done. ``starts_after`` and ``stops_after`` bound
    the part of the state in which it runs. ``changes`` hold instead, the last of them that has come, counted since the state
    began."""

    unit: Literal[Length, "visits"]
    from_age: int | None = None
    changes: tuple[Change, ...] = ()
    starts_after: Amount | None = None
    stops_after: Amount | None = None
    all_of: bool = False
    kind = "max_interval"
    count_from: ClassVar[CountFrom] = "day_after_trigger"
    says = "at least every {}"

    def changed(self, change: Change) -> "Interval":
        """The interval that holds instead."""
        return replace(self, n=change.n, unit=change.unit)


@dataclass(frozen=True)
class FirstThenEvery(Counted):
    """Something is done within so long of the start of a state; and once the event of ``then`` has happened in it, at least as
    often as that says, from each thing done."""

    unit: Length
    then: Once
    kind = "max_after_trigger"
    count_from: ClassVar[CountFrom] = "day_after_trigger"

    def changed(self, change: Once) -> Interval:
        """The interval that holds instead."""
        # An interval of its own kind from then on: what was asked once is now asked again and again.
        return Interval(change.n, change.unit)


@dataclass(frozen=True)
class Repeated(Counted):
    """Something is done at least so often, counted from each entry that starts it: what is done is one of those, and starts the
    next."""

    unit: Length
    kind = "max_interval"
    count_from: ClassVar[CountFrom] = "day_after_trigger"
    says = "at least every {}"


@dataclass(frozen=True)
class MonthlyCount(Counted):
    """At least so many are done in each calendar month."""

    unit: Literal["cases_per_month"] = "cases_per_month"
    kind = "min_count"
    count_from: ClassVar[CountFrom] = "day_after_trigger"
    says = "at least {}"
