"""The partnership on one page, for whoever answers for it: what is overdue by what happens to a child, what nobody has answered,
what found nobody at work, and every child in pre-proceedings by week."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from holdfast.duty.alerts import CONSEQUENCES, consequence
from holdfast.kernel.when import london_day
from holdfast.pages.child_names import child_name
from holdfast.pages.date_phrases import how_long_ago
from holdfast.pages.entries.links import child_url
from holdfast.pages.worklists.queries.partnership_alerts import PartnershipAlerts
from holdfast.record.models import Alert
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.world import KnownPerson

PRE_PROCEEDINGS_WEEKS = 16
"""Weeks that pre-proceedings should last at most (best practice guidance; a local value)."""


@dataclass(frozen=True)
class RuleCount:
    """One standard or signal, how many children it is raised for, how many of those nobody has answered."""

    id: str
    title: str
    alerts: int
    unanswered: int
    oldest: str


@dataclass(frozen=True)
class ConsequenceGroup:
    """Rules with one consequence for a child."""

    title: str
    rules: tuple[RuleCount, ...]
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
class PartnershipPage:
    """The partnership."""

    groups: tuple[ConsequenceGroup, ...]
    alerts: int
    unanswered: int
    incidents: int
    cannot_tell: int
    pre_proceedings: tuple[InPreProceedings, ...]
    over: int


@dataclass(frozen=True)
class RaisedAlert:
    """One alert in the list behind a number."""

    child: str
    url: str
    why: str
    since: datetime
    answered: bool


def partnership_page(found: PartnershipAlerts) -> PartnershipPage:
    """The page, worst consequence first."""
    # By consequence, not by area: a director asks what may happen to children, not which chapter is behind.
    rules: dict[int, list[RuleCount]] = {}
    for row in found.counts:
        rule = SIGNALS.get(row.rule) or STANDARDS[row.rule]
        count = RuleCount(row.rule, rule.title, row.alerts, row.unanswered, how_long_ago(row.oldest, found.at))
        rules.setdefault(consequence(row.rule), []).append(count)
    groups = tuple(
        ConsequenceGroup(
            CONSEQUENCES[place],
            tuple(sorted(counts, key=lambda each: (-each.alerts, each.id))),
            sum(each.alerts for each in counts),
        )
        for place, counts in sorted(rules.items())
    )
    children = _in_pre_proceedings(found)
    return PartnershipPage(
        groups=groups,
        # Summed from what is on the page, not counted again: a total that is not the sum of its rows is one nobody believes.
        alerts=sum(group.alerts for group in groups),
        unanswered=sum(rule.unanswered for group in groups for rule in group.rules),
        incidents=found.incidents,
        cannot_tell=found.cannot_tell,
        pre_proceedings=children,
        over=sum(child.over for child in children),
    )


def raised_alerts(alerts: Iterable[Alert], persons: Mapping[str, KnownPerson]) -> tuple[RaisedAlert, ...]:
    """The list behind a number."""
    return tuple(
        RaisedAlert(
            child=child_name(persons[row.child_id]),
            url=child_url(row.child_id),
            why=row.why,
            since=row.raised_at,
            answered=row.answered_by is not None,
        )
        for row in alerts
    )


def _in_pre_proceedings(found: PartnershipAlerts) -> tuple[InPreProceedings, ...]:
    today = london_day(found.at)
    children = [
        InPreProceedings(
            child=span.child_id,
            name=child_name(found.persons[span.child_id]),
            url=child_url(span.child_id),
            # The first day is in week 1, and the sixteenth week is over only when all of it has passed.
            week=(today - span.start).days // 7 + 1,
            since=f"{span.start.day} {span.start:%B %Y}",
            over=(today - span.start).days > PRE_PROCEEDINGS_WEEKS * 7,
        )
        for span in found.spans
    ]
    return tuple(sorted(children, key=lambda each: (-each.week, each.name)))
