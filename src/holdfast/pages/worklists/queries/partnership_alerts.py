"""Every alert of the partnership that counts, what found nobody at work, and every child in pre-proceedings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q

from holdfast.duty.alerts import incidents
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.record.models import Alert, StoredClock, StoredSpan
from holdfast.record.read import people
from holdfast.vocabulary.world import KnownPerson

HISTORY = timedelta(days=365)


@dataclass(frozen=True)
class AlertCount:
    """The alerts of one standard or signal."""

    rule: str
    alerts: int
    unanswered: int
    oldest: datetime


@dataclass(frozen=True)
class PartnershipAlerts:
    """``spans`` are those of pre-proceedings that run; ``cannot_tell`` counts clocks that lack what they need."""

    at: datetime
    counts: tuple[AlertCount, ...]
    incidents: int
    cannot_tell: int
    spans: tuple[StoredSpan, ...]
    persons: Mapping[str, KnownPerson]


def live(at: datetime) -> Q:
    """Alerts that somebody has to answer, or has answered within the year, and that are not over. Every number here counts
    these. What was answered and has stood for more than a year is history: it stays on the child's page."""
    # An answer that still stands after a year is no longer work. Left in, old answers outnumber what waits, and the figure is one
    # nobody looks at.
    history = Q(answered_by__isnull=False, raised_at__lt=at - HISTORY)
    return Q(raised_at__lte=at) & (Q(ended_at__isnull=True) | Q(ended_at__gt=at)) & ~history


def partnership_alerts(at: datetime) -> PartnershipAlerts:
    """Everything at ``at``."""
    # Counted by the database: a county has tens of thousands of alerts, and none of them is shown by itself.
    rows = (
        Alert.objects.filter(live(at))
        .values("rule_id")
        .annotate(n=Count("pk"), open=Count("pk", filter=Q(answered_by__isnull=True)), oldest=Min("raised_at"))
    )
    today = london_day(at)
    running = Q(end__isnull=True) | Q(end__gt=today)
    spans = tuple(StoredSpan.objects.filter(running, kind="pre_proceedings", start__lte=today))
    return PartnershipAlerts(
        at=at,
        counts=tuple(AlertCount(row["rule_id"], row["n"], row["open"], row["oldest"]) for row in rows),
        incidents=len(incidents(at)),
        cannot_tell=StoredClock.objects.filter(missing__isnull=False, excused_on__isnull=True).count(),
        spans=spans,
        persons=people({span.child_id for span in spans}, Moment.live(at)),
    )


def alerts_of(rule: str, at: datetime, *, unanswered: bool) -> tuple[list[Alert], Mapping[str, KnownPerson]]:
    """The alerts of one rule, oldest first, and the children: from the same question as the number that they stand behind."""
    found = Alert.objects.filter(live(at), rule_id=rule).order_by("raised_at", "pk")
    rows = list(found.filter(answered_by__isnull=True) if unanswered else found)
    return rows, people({row.child_id for row in rows}, Moment.live(at))
