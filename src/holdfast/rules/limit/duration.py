"""How long something lasts, or stays open."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from holdfast.rules.event import Event, State
from holdfast.rules.limit.amount import Length, YearsFrom
from holdfast.rules.limit.counted import Counted, CountFrom


@dataclass(frozen=True)
class LastsAtMost(Counted):
    """What starts it lasts no longer than so long. ``noon_after_holiday``: an order that would end on a Sunday or a bank
    holiday runs to noon on the next day that is neither."""

    unit: Length
    count_from: CountFrom = "day_after_trigger"
    noon_after_holiday: bool = False
    kind = "max_duration"


@dataclass(frozen=True)
class LastsAtLeast(Counted):
    """What starts it lasts at least so long: the state it ``keeps`` holds, and nothing it is ``broken_by`` happens."""

    unit: Literal[Length, YearsFrom]
    keeps: State | None = None
    broken_by: tuple[Event, ...] = ()
    kind = "min_duration"
    count_from: ClassVar[CountFrom] = "day_after_trigger"
    says = "at least {}"

    def __post_init__(self) -> None:
        super().__post_init__()
        # Without either nothing could ever show that it had not lasted, and it would be met by itself.
        if not (self.keeps or self.broken_by):
            raise ValueError("say what should last with 'keeps', or what breaks it with 'broken_by'")


@dataclass(frozen=True)
class Window(Counted):
    """A right that stays open for so long. It is never overdue."""

    unit: Length
    kind = "window"
    count_from: ClassVar[CountFrom] = "day_after_trigger"
