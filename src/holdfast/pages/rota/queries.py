"""A week of the rota as it is kept, and the gaps in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from holdfast.access.permissions import Permission
from holdfast.access.role_grants import role_of
from holdfast.duty.models import DutyShift
from holdfast.duty.rota import staffing_roster
from holdfast.duty.rota_watch import LOOKS_AHEAD, keepers, week_gaps
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import start_of_day
from holdfast.record.models import Worker
from holdfast.vocabulary.working_hours import TEAMS

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class RotaStretch:
    """From ``starts`` to ``ends`` nobody is on for a team that should have somebody."""

    team: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True)
class RotaWeek:
    """The week from ``monday``. ``missing`` says of each shift why whoever is on it will not be there; ``kept`` are the teams
    that keep a rota then; ``soon`` are the gaps of the next seven days."""

    monday: date
    at: datetime
    shifts: tuple[DutyShift, ...]
    missing: Mapping[int, str]
    gaps: tuple[RotaStretch, ...]
    soon: tuple[RotaStretch, ...]
    kept: frozenset[str]
    on_now: tuple[Worker, ...]


def rota_week(monday: date, at: datetime) -> RotaWeek:
    """The week from ``monday``, as the rota and everybody's leave stand at ``at``."""
    first, last = start_of_day(monday), start_of_day(monday + WEEK)
    shifts = tuple(
        DutyShift.objects.filter(starts__lt=last, ends__gt=first).select_related("worker").order_by("starts", "worker")
    )
    # By leave as known now: a week ahead somebody's holiday is known, and their name on a night of it is a hole.
    now = staffing_roster(Moment(as_at=max(first, at), known_at=at))
    missing = {}
    for each in shifts:
        gone = now.at_hour(max(each.starts, at)).missing(each.worker_id) if each.ends > at else None
        if gone is not None:
            missing[each.pk] = gone.in_words()
    midweek = first + WEEK / 2
    kept = frozenset(team for team in TEAMS if now.shifts.kept(team, midweek))
    here = staffing_roster(at)
    on_now = Worker.objects.in_bulk(here.on_duty())
    return RotaWeek(
        monday,
        at,
        shifts,
        missing,
        _stretches(now, max(first, at), last) if last > at else (),
        _stretches(here, at, at + LOOKS_AHEAD),
        kept,
        tuple(on_now[id] for id in here.on_duty() if id in on_now),
    )


def _stretches(now: Roster, first: datetime, last: datetime) -> tuple[RotaStretch, ...]:
    return tuple(RotaStretch(each.team, each.starts, each.ends) for each in week_gaps(now, first, last))


def who_keeps(team: str, at: datetime) -> list[Worker]:
    """Those who may put somebody on the rota of ``team`` and are there to be asked."""
    told = [each.worker for each in keepers(team, staffing_roster(at)) if each.worker is not None]
    found = Worker.objects.in_bulk(told)
    return [found[id] for id in told if id in found and role_of(found[id].role).ties(Permission.KEEP_ROTA)]


def who_may_be_on() -> list[tuple[str, str]]:
    """Everybody of children's services who could be put on, by name, with their post."""
    rows = Worker.objects.filter(organisation__kind__contains="social_care").order_by("name")
    return [(each.pk, f"{each.name}, {(each.role or 'no post').replace('_', ' ')}") for each in rows]
