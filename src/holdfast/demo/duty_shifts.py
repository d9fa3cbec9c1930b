"""The duty rota of Northmere: the front door by day, the emergency duty team by night and at weekends, and a manager on call."""

from datetime import date, datetime, time

from holdfast.demo.days import DAY, at_work
from holdfast.duty.models import DutyShift
from holdfast.kernel.when import LONDON, london_day
from holdfast.record import value_preview
from holdfast.record.models import LocalSetting
from holdfast.standards import local_values
from holdfast.standards.local_values import LocalValue

WEEKS = 4
OPENS, CLOSES = time(9), time(17)
FRONT_DOOR = ("amina.khan", "neil.parry")
NIGHTS = ("joe.ellis", "joe.ellis", "joe.ellis", "carol.spence")
"""Joe has three in four; the demonstration is of him."""
ON_CALL = ("ruth.adeyemi", "colin.hale")
"""Managers on call, a week in turn."""
HOURS = f"Mon-Fri {OPENS:%H:%M}-{CLOSES:%H:%M}"
"""When Northmere's day teams are there: an hour that the partnership set for itself, as the front door's shifts are."""


def make_shifts(at: datetime) -> None:
    """Shifts for four weeks around ``at``. Those already there are left alone, so this carries the rota on."""
    today = london_day(at)
    shifts = [shift for n in range(-WEEKS * 7, WEEKS * 7 + 1) for shift in _of_the_day(today + n * DAY)]
    # Those that are there may have been changed by somebody who tries the rota out.
    DutyShift.objects.bulk_create(shifts, ignore_conflicts=True)
    _own_hours(at)


def _own_hours(at: datetime) -> None:
    """Northmere's own opening hours, set once."""
    if LocalSetting.objects.filter(rule=local_values.HOURS).exists():
        return
    since = london_day(at) - 365 * DAY
    why = "The front door opens at nine, as the schools' first calls come in."
    value = LocalValue(local_values.HOURS, "organisation:csc", HOURS, since, "The partnership board", why)
    value_preview.store_value(value, at=at)


def _of_the_day(day: date) -> list[DutyShift]:
    """By day Amina Khan, with Neil Parry beside her. From five until nine, and all day when nobody is at work, the night, with a
    manager on call."""
    night = NIGHTS[day.toordinal() % len(NIGHTS)]
    # Up to nine where the front door opens then, else to midnight, where the next day's own shift begins: a gap would be an
    # incident, and two at once a question.
    ends = datetime.combine(day + DAY, OPENS if at_work(day + DAY) == day + DAY else time(0), LONDON)
    on_call = ON_CALL[day.toordinal() // 7 % len(ON_CALL)]
    if at_work(day) != day:
        return [_night(night, DutyShift.Team.EMERGENCY, day, ends), _night(on_call, DutyShift.Team.MANAGER_ON_CALL, day, ends)]
    day_shift = [
        DutyShift(worker_id=worker, team=DutyShift.Team.FRONT_DOOR, starts=_at(day, OPENS), ends=_at(day, CLOSES))
        for worker in FRONT_DOOR
    ]
    nights = ((night, DutyShift.Team.EMERGENCY), (on_call, DutyShift.Team.MANAGER_ON_CALL))
    closes = _at(day, CLOSES)
    return [*day_shift, *(DutyShift(worker_id=worker, team=team, starts=closes, ends=ends) for worker, team in nights)]


def _night(worker: str, team: DutyShift.Team, day: date, ends: datetime) -> DutyShift:
    return DutyShift(worker_id=worker, team=team, starts=_at(day, time(0)), ends=ends)


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, LONDON)
