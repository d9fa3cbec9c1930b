"""One line through time: how long what was known then gave the breach or the worry, and where it was another one that came after.
As :mod:`holdfast.engine.reference.shown_stretch` says it."""

from holdfast.engine.compiled.compact_clock import CompactClock, breach, breached_at
from holdfast.engine.compiled.findings import CompactFinding
from holdfast.engine.compiled.instants import ALWAYS, NEVER, day_of

CompactShown = CompactClock | CompactFinding


class CompactStretch:
    """A stretch of a line: from when what was known showed a breach or a worry (:data:`NEVER`: not at all) until when; and until
    when each way stood in which it was read and is no longer."""

    __slots__ = ("ends", "raised", "until")

    def __init__(self, raised: int = NEVER, until: int = ALWAYS) -> None:
        self.raised = raised
        self.until = until
        self.ends: list[tuple[int, CompactShown]] = []


def add_tile(
    found: list[CompactStretch], what: CompactShown, *, since: int, end: int, shown: int, hourly: bool
) -> CompactStretch:
    """Add to the stretches of a line how it stood from ``since`` to ``end``, where it showed from ``shown`` on (:data:`NEVER`: it
    did not), and say which of them that is. ``hourly``: its rule counts in hours."""
    over = _over(what)
    if not found or _is_another(found[-1], what, since=since, shown=shown, over=over, hourly=hourly):
        found.append(CompactStretch())
    stretch = found[-1]
    if shown != NEVER:
        # That it was late and is done is over as soon as it is known.
        stretch.until = max(shown if stretch.raised == NEVER else stretch.until, min(over, end))
        stretch.raised = min(stretch.raised, shown)
    return stretch


def _is_another(before: CompactStretch, what: CompactShown, *, since: int, shown: int, over: int, hourly: bool) -> bool:
    if before.raised == NEVER or since < before.until:
        return False
    begins = breached_at(what) if isinstance(what, CompactClock) else what.at
    if begins is None:
        return False
    # Put off: by what is known now nothing has been late yet, and nothing had been done or was over.
    if begins > since:
        return not _settled_by(what, day_of(since))
    if shown == NEVER or shown <= before.until or over <= shown:
        return False
    # What counts in days knows nothing of the hours between two things that were written down on one of them.
    return hourly or day_of(shown) != day_of(before.until)


def _settled_by(what: CompactShown, day: int) -> bool:
    """Whether it was done, or no longer required, before a day."""
    if not isinstance(what, CompactClock):
        return False
    return (what.met_on is not None and what.met_on < day) or (what.excused_on is not None and what.excused_on < day)


def _over(what: CompactShown) -> int:
    """When it stopped being so, by its own entries; :data:`NEVER` while it lasts."""
    if isinstance(what, CompactClock):
        found = breach(what)
        return NEVER if found is None else found[1]
    return NEVER if what.ended is None else what.ended
