"""One line through time: how long what was known then gave the breach or the worry, and where it was another one that came after.

What was put off to a later day, or was taken back and said again, is not the breach that people were told of: that one is over,
and what comes after it is told anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from holdfast.engine.clock import Clock
from holdfast.engine.history_line import Shown
from holdfast.kernel.when import london_day
from holdfast.vocabulary.entry import Entry


@dataclass
class ShownStretch:
    """A stretch of a line: from when what was known showed a breach or a worry (``None``: not at all) until when; and the ends of
    the states of knowledge in which it was there, shown or not."""

    raised: datetime | None = None
    until: datetime | None = None
    ends: list[datetime] = field(default_factory=list)


def add_state(
    found: list[ShownStretch], what: Shown, *, start: datetime, end: datetime, shown: datetime | None, timed: bool
) -> None:
    """Add to the stretches of a line how it stood in the state of knowledge from ``start`` to ``end``, in which it showed from
    ``shown`` on (``None``: it did not). ``timed``: its rule counts in hours."""
    over = _over(what)
    if not found or _is_another(found[-1], what, start=start, shown=shown, timed=timed):
        found.append(ShownStretch())
    stretch = found[-1]
    # Every state in which it stood: if it stands no longer, the last of them says how it stood.
    stretch.ends.append(end)
    if shown is not None:
        # States come in order, so the first one in which it shows is when it first showed.
        stretch.raised = stretch.raised or shown
        lasted = end if over is None else min(over, end)
        stretch.until = max(stretch.until or shown, lasted)


def _is_another(before: ShownStretch, what: Shown, *, start: datetime, shown: datetime | None, timed: bool) -> bool:
    """Whether what this state shows is another breach or worry than the one that had shown before."""
    # Within one state nothing was learned, and what has shown goes on as it was found.
    if before.until is None or start < before.until:
        return False
    begins = what.breached_at if isinstance(what, Clock) else what.raised_at
    if begins is None:
        return False
    # Put off: by what is known now nothing has been late yet, and nothing had been done or was over.
    if begins > start:
        return not _settled_by(what, london_day(start))
    over = _over(what)
    # That it was late and is done may be learned anew; only what stands again has to be told again.
    if shown is None or shown <= before.until or (over is not None and over <= shown):
        return False
    # What counts in days knows nothing of the hours between two things that were written down on one of them.
    return timed or london_day(shown) != london_day(before.until)


def _settled_by(what: Shown, day: date) -> bool:
    """Whether it was done, or no longer required, before a day."""
    if not isinstance(what, Clock):
        return False
    return any(settled is not None and settled < day for settled in (what.met_on, what.excused_on))


def _over(what: Shown) -> datetime | None:
    """When it stopped being so, by its own entries."""
    if isinstance(what, Clock):
        breach = what.breach()
        return None if breach is None else breach[1]
    return what.ended_at


def there_since(entries: Iterable[Entry]) -> datetime | None:
    """The first instant at which all of these entries can have been on the record: nobody was told of them before."""
    # An entry may speak of a day that was past when it was made: the end of bail, a stay's agreed end, a meeting.
    return max((min(entry.recorded_at, entry.happened.start) for entry in entries), default=None)
