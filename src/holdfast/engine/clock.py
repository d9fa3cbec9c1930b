"""A clock: one standard running for one person from one entry."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from holdfast.kernel.when import end_of_day, london_day, start_of_day

State = Literal["running", "due_soon", "overdue", "met", "met_late", "not_required", "cannot_tell"]


@dataclass(frozen=True)
class Clock:
    """Start, due, met and excused, not a state: the state is a function of the clock and a moment, so nothing needs to
    change at midnight.

    ``starts`` and ``due`` are days, or instants where the limit is in minutes or hours; ``due`` is ``None`` while it
    cannot yet be said. ``key`` names the same clock in every version of the record. ``missing`` says what would have to
    be recorded before anything could be told. ``approximate`` marks doubt about a date that was never exact.
    ``known_from`` is set where nobody could have seen the clock before an entry was recorded, ``broken_on`` where something
    that had to last until the due day stopped before it. ``evidence`` are the ids of the entries that explain it.
    """

    standard: str
    child: str
    about: tuple[str, ...]
    trigger: str
    key: str
    starts: date | datetime
    due: date | datetime | None
    warn_from: datetime | None = None
    met_by: str | None = None
    met_on: date | None = None
    met_late: bool = False
    excused_by: str | None = None
    excused_on: date | None = None
    excused_why: str | None = None
    missing: str | None = None
    approximate: bool = False
    gate: bool = False
    known_from: datetime | None = None
    broken_on: date | None = None
    started_words: str = ""
    started_when: str = ""
    wanted_words: str = ""
    limit_words: str = ""
    evidence: tuple[str, ...] = field(default=(), compare=False)

    @property
    def started_at(self) -> datetime:
        """The instant from which the clock is there to be seen."""
        return self.starts if isinstance(self.starts, datetime) else start_of_day(self.starts)

    @property
    def breached_at(self) -> datetime | None:
        """The first moment at which it is overdue if nothing meets it: the day after the due day; for hours, the moment
        after. A gate that was not satisfied is a breach as soon as the day of its event has come, and so is something that
        had to last and did not."""
        # What had to last and did not is late from the day it broke, however far off the day was until which it should have
        # lasted.
        if self.broken_on is not None:
            return start_of_day(self.broken_on)
        if self.due is None:
            return None
        if isinstance(self.due, datetime):
            # In universal time: on the night the clocks go back, adding to local time would go back an hour with them.
            return self.due.astimezone(UTC) + timedelta(microseconds=1)
        return start_of_day(self.due) if self.gate else start_of_day(self.due + timedelta(days=1))

    @property
    def excused_before_due(self) -> bool:
        """Whether the need ended before anything was late."""
        if self.excused_on is None:
            return False
        if self.due is None or self.missing is not None:
            return True
        if self.broken_on is not None:
            return self.excused_on <= self.broken_on
        return self.excused_on <= (london_day(self.due) if isinstance(self.due, datetime) else self.due)

    def breach(self) -> tuple[datetime, datetime | None] | None:
        """From when to when this clock was overdue, as far as its own entries say. ``None`` if it never was."""
        begins = self.breached_at
        if (
            begins is None
            or self.missing is not None
            or (self.met_on is not None and not self.met_late)
            or self.excused_before_due
        ):
            return None
        # The start of the day on which it was done, because the day is all that most entries say: a breach that ended on a
        # day is over for that day.
        ends = [start_of_day(day) for day in (self.met_on, self.excused_on) if day is not None]
        return begins, max(min(ends), begins) if ends else None

    def state(self, at: datetime) -> State:
        """What to call it at the instant ``at``."""
        # What was no longer needed by then need not be told any more, even if it never could be.
        if self.missing is not None and not self._ended(at):
            return "cannot_tell"
        # Met before excused: where both came on one day, somebody did it, and that is what is said.
        if self.met_on is not None and start_of_day(self.met_on) <= at:
            return "met_late" if self.met_late else "met"
        if self._ended(at):
            return "not_required"
        begins = self.breached_at
        if begins is not None and at >= begins:
            return "overdue"
        return "due_soon" if self.warn_from is not None and at >= self.warn_from else "running"

    def _ended(self, at: datetime) -> bool:
        return self.excused_on is not None and start_of_day(self.excused_on) <= at

    @property
    def due_day(self) -> date | None:
        """The due day, also for a limit in hours."""
        return london_day(self.due) if isinstance(self.due, datetime) else self.due


def last_moment(due: date | datetime) -> datetime:
    """The last moment at which it is still in time."""
    return due if isinstance(due, datetime) else end_of_day(due)
