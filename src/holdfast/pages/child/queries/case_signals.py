"""What clocks and signals say of a child at the case's moment, and who has been told of it."""

from holdfast.duty.models import Delivery
from holdfast.engine.clock import Clock
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.raised_signal import Finding
from holdfast.engine.sentences import why
from holdfast.kernel.when import day_in_words, london_day
from holdfast.pages.child.queries.case import Case
from holdfast.record.projection.derivation import alert_id


def raised_signals(case: Case) -> list[tuple[HistoryLine, Finding]]:
    """Signals with what they raised, the newest first."""
    found = [(line, line.what) for line in case.signals if isinstance(line.what, Finding) and line.raised_at is not None]
    return sorted(found, key=lambda each: each[1].raised_at, reverse=True)


def is_current(line: HistoryLine, what: Finding, case: Case) -> bool:
    """Whether the pattern is there at the moment: neither ended nor withdrawn."""
    return line.withdrawn_at is None and (what.ended_at is None or what.ended_at > case.moment.as_at)


def overdue_clocks(case: Case) -> list[tuple[Clock, str]]:
    """Clocks overdue now with their sentence, the longest overdue first."""
    at = case.moment.as_at
    # A withdrawn clock was started by what turned out not to be so: overdue or not, nobody owes it.
    late = [line.what for line in case.clocks if isinstance(line.what, Clock) and line.withdrawn_at is None]
    late = [clock for clock in late if clock.state(at) == "overdue"]
    return [(clock, why(clock, at)) for clock in sorted(late, key=lambda each: (each.breached_at or at, each.standard))]


def told_by_signal(case: Case) -> dict[str, tuple[str, ...]]:
    """Who has been told of each signal by the case's moment, by the signal's key: "Sam Poole, 3 Nov 2019, has read it"."""
    keys = {alert_id(case.id, what.key): what.key for _, what in raised_signals(case)}
    # By the moment and not by now: a page of last November must not say that somebody has read what they read in December.
    rows = Delivery.objects.filter(kind=Delivery.Kind.ALERT, matter__in=list(keys), told_at__lte=case.moment.as_at)
    found: dict[str, list[str]] = {}
    for row in rows.select_related("worker").order_by("told_at", "rung", "id"):
        # Nobody at work is not nobody told: the mailbox is read round the clock, and the page must say that it went there.
        name = row.worker.name if row.worker else "the on-call mailbox"
        read = row.read_at is not None and row.read_at <= case.moment.as_at
        said = f"{name}, {day_in_words(london_day(row.told_at))}, {'has read it' if read else 'has not read it yet'}"
        found.setdefault(keys[row.matter], []).append(said)
    return {key: tuple(dict.fromkeys(lines)) for key, lines in found.items()}
