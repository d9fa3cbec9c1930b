"""A week of the rota in words: each day with who is on, and where nobody is."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from holdfast.duty.models import DutyShift
from holdfast.kernel.when import london_day
from holdfast.pages.child_names import listed
from holdfast.pages.date_phrases import clock, day, short_day
from holdfast.pages.rota.queries import RotaStretch, RotaWeek
from holdfast.vocabulary.working_hours import TEAMS

TEAM_NAMES = dict(DutyShift.Team.choices)
WITHOUT = {
    "front_door": "No rota is kept here this week. Duty social workers are taken to be on in day hours.",
    "emergency_duty": "No rota is kept here this week. Emergency duty workers are taken to be on at night and at weekends.",
    "manager_on_call": "No rota is kept here this week. Service managers and those above them are rung at night.",
}


@dataclass(frozen=True)
class RotaRow:
    """One shift, or one gap. ``missing`` says why whoever is on it will not be there; ``over`` that it has been worked."""

    id: int | None
    who: str
    hours: str
    missing: str = ""
    over: bool = False
    gap: bool = False


@dataclass(frozen=True)
class RotaDay:
    """One day of one team."""

    title: str
    today: bool
    rows: tuple[RotaRow, ...]


@dataclass(frozen=True)
class TeamRota:
    """One team's week. ``without`` is said where it keeps no rota."""

    code: str
    title: str
    days: tuple[RotaDay, ...]
    without: str


@dataclass(frozen=True)
class RotaPage:
    """The week, and what to know before it."""

    title: str
    now: str
    teams: tuple[TeamRota, ...]
    soon: tuple[str, ...]
    earlier: date
    later: date
    this_week: date
    is_this_week: bool


def rota_page(week: RotaWeek) -> RotaPage:
    """A week in words."""
    today = london_day(week.at)
    this_week = today - timedelta(days=today.weekday())
    last = week.monday + timedelta(days=6)
    return RotaPage(
        title=f"{short_day(week.monday)} to {short_day(last)}",
        now=listed([each.name for each in week.on_now]) if week.on_now else "",
        teams=tuple(_team(team, week) for team in TEAMS),
        soon=tuple(_gap_in_words(gap) for gap in week.soon),
        earlier=week.monday - timedelta(days=7),
        later=week.monday + timedelta(days=7),
        this_week=this_week,
        is_this_week=week.monday == this_week,
    )


def _team(team: str, week: RotaWeek) -> TeamRota:
    days = tuple(_day(team, week.monday + timedelta(days=n), week) for n in range(7))
    without = "" if team in week.kept else WITHOUT[team]
    return TeamRota(team, TEAM_NAMES[team], () if without else days, without)


def _day(team: str, on: date, week: RotaWeek) -> RotaDay:
    # A shift stands on the day it starts; one that began before this week on its first day.
    shifts = [each for each in week.shifts if each.team == team and max(london_day(each.starts), week.monday) == on]
    holes = [each for each in week.gaps if each.team == team and london_day(each.starts) == on]
    rows = [(each.starts, _shift(each, week)) for each in shifts] + [(each.starts, _hole(each)) for each in holes]
    return RotaDay(day(on), on == london_day(week.at), tuple(row for _, row in sorted(rows, key=lambda each: each[0])))


def _shift(shift: DutyShift, week: RotaWeek) -> RotaRow:
    why, began = week.missing.get(shift.pk, ""), london_day(shift.starts)
    # One that began last week stands on Monday, and says when it began.
    since = f"from {clock(shift.starts)} on {day(began)} " if began < week.monday else ""
    hours = f"{since}to {clock(shift.ends)}" if since else _from_to(shift.starts, shift.ends)
    return RotaRow(shift.pk, shift.worker.name, hours, missing=why, over=shift.ends <= week.at)


def _hole(gap: RotaStretch) -> RotaRow:
    return RotaRow(None, "Nobody is on", _from_to(gap.starts, gap.ends), gap=True)


def _gap_in_words(gap: RotaStretch) -> str:
    begins = f"{clock(gap.starts)} on {day(london_day(gap.starts))}"
    return f"{TEAM_NAMES[gap.team]}: nobody from {begins} {_until(gap.starts, gap.ends)}"


def _from_to(starts: datetime, ends: datetime) -> str:
    return f"{clock(starts)} {_until(starts, ends)}"


def _until(starts: datetime, ends: datetime) -> str:
    other = "" if london_day(starts) == london_day(ends) else f" on {day(london_day(ends))}"
    return f"to {clock(ends)}{other}"
