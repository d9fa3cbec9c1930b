"""The duty rota of Northmere: the front door by day, the emergency duty team by night and at weekends."""

from datetime import date, datetime, time

from holdfast.demo.days import DAY, at_work
from holdfast.duty.models import DutyShift
from holdfast.kernel.when import LONDON, london_day

WEEKS = 4
OPENS, CLOSES = time(9), time(17)
FRONT_DOOR = ("amina.khan", "neil.parry")
NIGHTS = ("joe.ellis", "joe.ellis", "joe.ellis", "carol.spence")
"""Joe has three in four; the demonstration is of him."""


def make_shifts(at: datetime) -> None:
    """Shifts for four weeks around ``at``. Those already there are left alone, so this carries the rota on."""
    today = london_day(at)
    shifts = [shift for n in range(-WEEKS * 7, WEEKS * 7 + 1) for shift in _of_the_day(today + n * DAY)]
    # Those that are there may have been changed by somebody who tries the rota out.
    DutyShift.objects.bulk_create(shifts, ignore_conflicts=True)


def _of_the_day(day: date) -> list[DutyShift]:
    """By day Amina Khan, with Neil Parry beside her. From five until nine, and all day when nobody is at work, the night."""
    night = NIGHTS[day.toordinal() % len(NIGHTS)]
    # Up to nine where the front door opens then, else to midnight, where the next day's own shift begins: a gap would be an
    # incident, and two at once a question.
    ends = datetime.combine(day + DAY, OPENS if at_work(day + DAY) == day + DAY else time(0), LONDON)
    if at_work(day) != day:
        return [DutyShift(worker_id=night, team=DutyShift.Team.EMERGENCY, starts=_at(day, time(0)), ends=ends)]
    day_shift = [
        DutyShift(worker_id=worker, team=DutyShift.Team.FRONT_DOOR, starts=_at(day, OPENS), ends=_at(day, CLOSES))
        for worker in FRONT_DOOR
    ]
    return [*day_shift, DutyShift(worker_id=night, team=DutyShift.Team.EMERGENCY, starts=_at(day, CLOSES), ends=ends)]


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, LONDON)
