"""What has to be so before something happens."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from holdfast.rules.event import Condition
from holdfast.rules.limit.amount import Amount
from holdfast.rules.limit.counted import CountFrom, KindOfLimit


@dataclass(frozen=True)
class Gate(KindOfLimit):
    """A prerequisite: what has to be so before the thing itself happens, asked of the entry that says it did. ``remedy_within``
    is how soon afterwards something that meets the standard still puts it right. It has no number, and is no clock."""

    conditions: tuple[Condition, ...]
    remedy_within: Amount | None = None
    n: ClassVar[None] = None
    kind = "prerequisite"
    unit: ClassVar[Literal["none"]] = "none"
    count_from: ClassVar[CountFrom] = "day_after_trigger"

    def __post_init__(self) -> None:
        # A gate without a condition is always open.
        if not self.conditions:
            raise ValueError("a gate needs its conditions")

    def in_words(self) -> str:
        """As people say it."""
        return "before it happens"
