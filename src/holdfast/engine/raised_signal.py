"""A signal that the record raises for one person."""

from dataclasses import dataclass
from datetime import date, datetime

from holdfast.kernel.when import london_day


@dataclass(frozen=True)
class Finding:
    """A pattern in the record that should worry someone.

    ``raised_at`` is the first instant at which what is known makes the pattern, ``ended_at`` the instant at which it no
    longer does, with ``ended_by`` the entry that ended it. ``evidence`` are the ids of the entries that make it, oldest
    first. ``why`` is the sentence a person reads.
    """

    signal: str
    child: str
    about: tuple[str, ...]
    evidence: tuple[str, ...]
    key: str
    raised_at: datetime
    why: str
    ended_at: datetime | None = None
    ended_by: str | None = None
    approximate: bool = False

    @property
    def raised_on(self) -> date:
        """The day it is first there to be seen."""
        return london_day(self.raised_at)

    @property
    def ended_on(self) -> date | None:
        """The day it stopped being so."""
        return None if self.ended_at is None else london_day(self.ended_at)
