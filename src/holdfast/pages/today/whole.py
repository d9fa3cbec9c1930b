"""The partnership on one page, for whoever answers for it: what is overdue by what happens to a child, what nobody has answered,
what found nobody at work, and every child in pre-proceedings by week."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q

from holdfast.duty.alerts import CONSEQUENCES, consequence, incidents
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.pages.concern.thread import child_name
from holdfast.pages.date_phrases import how_long_ago
from holdfast.pages.today.links import child_page
from holdfast.record.models import Alert, StoredClock, StoredSpan
from holdfast.record.read import people
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS

HISTORY = timedelta(days=365)
PRE_PROCEEDINGS_WEEKS = 16
"""Weeks that pre-proceedings should last at most (best practice guidance; a local value)."""


@dataclass(frozen=True)
class Rule:
    """One standard or signal, how many children it is raised for, how many of those nobody has answered."""

    id: str
    title: str
    alerts: int
    unanswered: int
    oldest: str


@dataclass(frozen=True)
class Group:
    """Rules with one consequence for a child."""

    title: str
    rules: tuple[Rule, ...]
    alerts: int


@dataclass(frozen=True)
class InPreProceedings:
    """One child in pre-proceedings."""

    child: str
    name: str
    url: str
    week: int
    since: str
    over: bool


@dataclass(frozen=True)
class Whole:
    """The partnership."""

    groups: tuple[Group, ...]
    alerts: int
    unanswered: int
    incidents: int
    cannot_tell: int
    pre_proceedings: tuple[InPreProceedings, ...]
    over: int


def live(at: datetime) -> Q:
    """Alerts that somebody has to answer, or has answered within the year, and that are not over. Every number here counts
    these. What was answered and has stood for more than a year is history: it stays on the child's page."""
    history = Q(answered_by__isnull=False, raised_at__lt=at - HISTORY)
    return Q(raised_at__lte=at) & (Q(ended_at__isnull=True) | Q(ended_at__gt=at)) & ~history


def whole(at: datetime) -> Whole:
    """The page at ``at``."""
    counts = (
        Alert.objects.filter(live(at))
        .values("rule_id")
        .annotate(n=Count("pk"), open=Count("pk", filter=Q(answered_by__isnull=True)), oldest=Min("raised_at"))
    )
    rules: dict[int, list[Rule]] = {}
    for row in counts:
        rule = SIGNALS.get(row["rule_id"]) or STANDARDS[row["rule_id"]]
        found = Rule(row["rule_id"], rule.title, row["n"], row["open"], how_long_ago(row["oldest"], at))
        rules.setdefault(consequence(row["rule_id"]), []).append(found)
    groups = tuple(
        Group(
            CONSEQUENCES[place],
            tuple(sorted(found, key=lambda each: (-each.alerts, each.id))),
            sum(each.alerts for each in found),
        )
        for place, found in sorted(rules.items())
    )
    children = _pre_proceedings(at)
    return Whole(
        groups=groups,
        alerts=sum(group.alerts for group in groups),
        unanswered=sum(rule.unanswered for group in groups for rule in group.rules),
        incidents=len(incidents(at)),
        cannot_tell=StoredClock.objects.filter(missing__isnull=False, excused_on__isnull=True).count(),
        pre_proceedings=children,
        over=sum(child.over for child in children),
    )


def _pre_proceedings(at: datetime) -> tuple[InPreProceedings, ...]:
    today = london_day(at)
    running = Q(end__isnull=True) | Q(end__gt=today)
    spans = list(StoredSpan.objects.filter(running, kind="pre_proceedings", start__lte=today))
    persons = people({span.child_id for span in spans}, Moment.live(at))
    found = [
        InPreProceedings(
            child=span.child_id,
            name=child_name(persons[span.child_id]),
            url=child_page(span.child_id),
            week=(today - span.start).days // 7 + 1,
            since=f"{span.start.day} {span.start:%B %Y}",
            over=(today - span.start).days > PRE_PROCEEDINGS_WEEKS * 7,
        )
        for span in spans
    ]
    return tuple(sorted(found, key=lambda each: (-each.week, each.name)))


@dataclass(frozen=True)
class Raised:
    """One alert in the list behind a number."""

    child: str
    url: str
    why: str
    since: datetime
    answered: bool


def behind(rule: str, at: datetime, *, unanswered: bool) -> tuple[Raised, ...]:
    """The list behind a number: the alerts of one rule, from the same question as the number."""
    alerts = Alert.objects.filter(live(at), rule_id=rule).order_by("raised_at", "pk")
    if unanswered:
        alerts = alerts.filter(answered_by__isnull=True)
    rows = list(alerts)
    persons = people({row.child_id for row in rows}, Moment.live(at))
    return tuple(
        Raised(child_name(persons[row.child_id]), child_page(row.child_id), row.why, row.raised_at, row.answered_by is not None)
        for row in rows
    )
