"""A clock or a signal with its history, and a rule that is ready to be read."""

from dataclasses import dataclass
from datetime import date, datetime

from holdfast.engine.clock import Clock
from holdfast.engine.raised_signal import Finding
from holdfast.kernel.when import london_day

Shown = Clock | Finding
AGAIN = "again"


@dataclass(frozen=True)
class HistoryLine:
    """One clock or signal with its history: when it first showed as a breach or a worry, and when it was withdrawn. ``ceased_at``
    is when one that was withdrawn had stopped showing: it may have been done long before it was taken back."""

    what: Shown
    raised_at: datetime | None
    withdrawn_at: datetime | None = None
    withdrawn_why: str | None = None
    ceased_at: datetime | None = None

    @property
    def rule(self) -> str:
        return self.what.standard if isinstance(self.what, Clock) else self.what.signal

    @property
    def raised_on(self) -> date | None:
        """The day it first showed, by what was known then."""
        return None if self.raised_at is None else london_day(self.raised_at)

    @property
    def withdrawn_on(self) -> date | None:
        """The day what raised it was corrected or withdrawn."""
        return None if self.withdrawn_at is None else london_day(self.withdrawn_at)


def shown_again(key: str, turn: int) -> str:
    """The key of a line that has shown before and stopped: what was put off, or taken back and said again, is a line of its own
    each time."""
    # The first keeps the key it has always had: answers and what people were told name it so.
    return key if turn == 1 else f"{key}/{AGAIN} {turn}"


def has_shown_before(key: str) -> bool:
    """Whether this is the key of a line that shows again."""
    return key.rpartition("/")[2].startswith(f"{AGAIN} ")
