"""A clock as it is worked out here: what differs between clocks and nothing that the rule says already. Its sentences are made
when somebody asks for them (:mod:`~holdfast.engine.compiled.readable_results`)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.instants import FIRST_DAY, LAST_DAY, MIDNIGHTS, NEVER, day_of, midnight

if TYPE_CHECKING:
    from holdfast.engine.compiled.terms import CompiledLimit, Terms


class CompactClock:
    """As :class:`holdfast.engine.clock.Clock`. ``starts`` is an instant where ``timed``, ``due`` one where ``due_timed``;
    otherwise they are days. ``terms`` and ``limit`` are those of the rule it was started by. ``excused_why`` is ``None`` where
    the excusing entry's own words say it."""

    about: tuple[str, ...]
    approximate: bool
    key: str
    limit: "CompiledLimit"
    person: str
    start: CompactStart
    starts: int
    terms: "Terms"
    # What most clocks do not have is said once, here: setting it on each would cost more than working the clock out.
    broken_on: int | None = None
    due: int | None = None
    due_timed: bool = False
    evidence: tuple[CompactEntry, ...] = ()
    excused_by: CompactEntry | None = None
    excused_on: int | None = None
    excused_why: str | None = None
    gate: bool = False
    known_from: int | None = None
    late: bool = False
    met: CompactEntry | None = None
    met_on: int | None = None
    missing: str | None = None
    timed: bool = False
    warn_from: int | None = None

    def entries(self) -> Iterable[CompactEntry]:
        """Every entry that it says something of."""
        return (each for each in (self.start.entry, self.met, self.excused_by, *self.evidence) if each is not None)


def begins(clock: CompactClock) -> int:
    """The instant from which the clock is there to be seen."""
    return clock.starts if clock.timed else midnight(clock.starts)


def breached_at(clock: CompactClock) -> int | None:
    """The first moment at which it is overdue if nothing meets it."""
    due = clock.due
    if clock.broken_on is not None:
        return midnight(clock.broken_on)
    if due is None:
        return None
    # An instant is late in the microsecond after it, a day on the next midnight.
    if clock.due_timed:
        return due + 1
    # A gate was asked as it happened: it is late from that day on, and not from the next.
    day = due if clock.gate else due + 1
    # Looked up here and not by a call: it is asked of every clock of every child.
    return MIDNIGHTS[day - FIRST_DAY] if FIRST_DAY <= day < LAST_DAY else midnight(day)


def excused_before_due(clock: CompactClock) -> bool:
    """Whether the need ended before anything was late."""
    if clock.excused_on is None:
        return False
    # Nothing could have been late, as far as anybody can tell.
    if clock.due is None or clock.missing is not None:
        return True
    if clock.broken_on is not None:
        return clock.excused_on <= clock.broken_on
    return clock.excused_on <= (day_of(clock.due) if clock.due_timed else clock.due)


def breach(clock: CompactClock) -> tuple[int, int] | None:
    """From when to when (:data:`NEVER` while it lasts) it was overdue by its own entries. ``None`` if it never was."""
    at = breached_at(clock)
    met_on, excused_on = clock.met_on, clock.excused_on
    if at is None or clock.missing is not None or (met_on is not None and not clock.late):
        return None
    if excused_on is None:
        return at, NEVER if met_on is None else max(midnight(met_on), at)
    if excused_before_due(clock):
        return None
    # Whichever was first; never before it began to be late, since a day's midnight may lie before an hour's deadline.
    return at, max(midnight(excused_on if met_on is None else min(met_on, excused_on)), at)


def shown_from(clock: CompactClock, since: int) -> int:
    """The first instant from ``since`` on at which this version shows a breach; :data:`NEVER` where it shows none."""
    found = breach(clock)
    if found is None:
        return NEVER
    at, until = found
    # It may speak of a day that was past when it was written down: nobody can have seen it before.
    entry = clock.start.entry
    shown = max(at, since, min(entry.recorded, entry.start))
    # An entry that was itself written down late was nobody's to see before.
    if clock.known_from is not None:
        shown = max(shown, clock.known_from)
    # Late and done before anybody learned of it: it still shows, as it does in the reference.
    if clock.late and clock.met_on is not None:
        return shown
    # It was over before it became known: nobody could have seen it.
    return NEVER if shown >= until else shown


def state(clock: CompactClock, at: int) -> str:
    """What to call it at an instant, as :meth:`holdfast.engine.clock.Clock.state` does."""
    ended = clock.excused_on is not None and midnight(clock.excused_on) <= at
    if clock.missing is not None and not ended:
        return "cannot_tell"
    if clock.met_on is not None and midnight(clock.met_on) <= at:
        return "met_late" if clock.late else "met"
    if ended:
        return "not_required"
    breached = breached_at(clock)
    if breached is not None and at >= breached:
        return "overdue"
    return "due_soon" if clock.warn_from is not None and at >= clock.warn_from else "running"
