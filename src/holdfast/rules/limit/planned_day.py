"""What is counted back from a planned day."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from holdfast.rules.event import Event, on
from holdfast.rules.limit.amount import Length
from holdfast.rules.limit.counted import Counted, CountFrom

A_CONFERENCE = on("conference_held")


@dataclass(frozen=True)
class PlannedDay(Counted):
    """What is counted back from a planned day: ``planned_in`` is the field that holds it, and ``held`` what the plan is for. A
    booking made after that was held is another, and moves nothing; one made before takes the place of the earlier one."""

    unit: Length
    planned_in: str = "for"
    held: Event = A_CONFERENCE
    weighed_together = True


@dataclass(frozen=True)
class BeforePlannedDay(PlannedDay):
    """Something is done (``all_of`` it, where there are several things) so long before a planned day; ``or_at_once`` where the
    day is closer than that. ``from_age``: it is asked of a child who is born and that old by then."""

    from_age: int | None = None
    or_at_once: bool = False
    all_of: bool = False
    kind = "min_before_event"
    count_from: ClassVar[Literal["before_event"]] = "before_event"


@dataclass(frozen=True)
class ByPlannedDay(PlannedDay):
    """Something is done by a planned day, or so long before it."""

    kind = "due_by_event"
    count_from: ClassVar[CountFrom] = "day_of_trigger"

    def in_words(self) -> str:
        """As people say it."""
        return "by that day" if self.n == 0 else super().in_words()
