"""How far up its ladder something has come by a moment: which rungs time has reached, and at what hour."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from holdfast.kernel.calendar import working_days_after
from holdfast.kernel.moment import Moment
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import LONDON, end_of_day, later, london_day, start_of_day
from holdfast.standards.ladders import After, Ladder, To
from holdfast.standards.roles import ROLES

MIDDAY = time(12)
"""A day without an hour is told in the course of it: by whoever is there at noon."""


@dataclass(frozen=True)
class Reached:
    """A rung that time has reached: from ``instant``, told by who is in post at ``moment``. With ``day_only`` a day is meant and
    no hour of it. ``floor`` is how high a rung before it reached: nobody who stands in is lower."""

    number: int
    instant: datetime
    moment: Moment
    tells: tuple[To, ...]
    day_only: bool = False
    floor: int = 0

    @property
    def hour(self) -> datetime:
        """The instant at which somebody is to be reached."""
        return datetime.combine(london_day(self.instant), MIDDAY, LONDON) if self.day_only else self.instant


def told_from(raised: datetime, recorded: Iterable[datetime]) -> date | datetime:
    """From when anybody can be told of what showed from an instant on, by what was ``recorded`` that day: of what counts all day,
    whenever it was written down, nobody was told before it was. The day, where nobody wrote down the hour."""
    day = london_day(raised)
    there = max((raised, *(each for each in recorded if london_day(each) == day)))
    # A file may say the day alone. Then it is known by the day's end, and told in the course of it.
    return day if there == end_of_day(day) else there


def reached(
    ladder: Ladder,
    raised: date | datetime,
    until: date | datetime | None,
    moment: Moment,
    *,
    stage: int = 1,
    urgent: bool = False,
) -> tuple[Reached, ...]:
    """The rungs of ``ladder`` that time has reached by ``moment``. The first always counts once it was raised; the others
    only if nothing had ended it by then. What is ``urgent`` is told at the hour at which a rung is reached, day or night."""
    begins = starts_at(raised)
    ends = None if until is None else starts_at(until)
    found: list[Reached] = []
    for number, (after, tells) in enumerate(_by_time(ladder, stage)):
        # Hours from late in the evening end after the next working day has begun: nobody further up is told before.
        instant = max([_at(after, begins), *(rung.instant for rung in found[-1:])])
        day_only = _is_day_only(after, raised, instant, urgent=urgent)
        # The breach itself counts also where it ended at once: somebody saw it, and was told.
        if instant <= moment.as_at and (number == 0 or ends is None or instant < ends):
            found.append(
                Reached(number, instant, known_then(instant, moment, day_only=day_only), tells, day_only, _floor(ladder, stage))
            )
    return tuple(found)


def _is_day_only(after: After, raised: date | datetime, instant: datetime, *, urgent: bool) -> bool:
    if after.working_days:
        return not urgent
    if not no_hour(raised):
        return False
    # Told in the course of a day, nobody further up hears of it in the night before.
    return not after.hours or instant < datetime.combine(london_day(starts_at(raised)), MIDDAY, LONDON)


def height(tells: Sequence[To]) -> int:
    """How far up the line the highest of them stands who is always told."""
    return max((ROLES[role].rank for each in tells if each.only_when is None for role in each.roles), default=0)


def _floor(ladder: Ladder, stage: int) -> int:
    """How high people had moved it before this stage."""
    below = [rung for rung in ladder.rungs if rung.after.stage is not None and rung.after.stage <= stage]
    return max((height(rung.tells) for rung in below), default=0)


def _by_time(ladder: Ladder, stage: int) -> list[tuple[After, tuple[To, ...]]]:
    staged = [rung for rung in ladder.rungs if rung.after.stage is not None]
    if not staged:
        return [(rung.after, rung.tells) for rung in ladder.rungs]
    # The next stage up from where it stands; at the top there is no further one, and it is told again.
    next_up = [rung for rung in staged if (rung.after.stage or 0) > stage] or staged[-1:]
    return [(After(), next_up[0].tells)]


def _at(after: After, begins: datetime) -> datetime:
    if after.hours:
        return later(begins, timedelta(hours=after.hours))
    if not after.working_days:
        return begins
    day = london_day(begins)
    # The start of that day, so that whoever is at work in the morning has it.
    found = working_days_after(day, after.working_days)
    return start_of_day(_weekdays_after(day, after.working_days) if isinstance(found, Unknown) else found)


def _weekdays_after(day: date, n: int) -> date:
    """Where no list of bank holidays reaches, weekdays: a rung may come a day early, and never goes missing."""
    while n:
        day += timedelta(days=1)
        n -= day.weekday() < 5
    return day


def starts_at(given: date | datetime) -> datetime:
    return given if isinstance(given, datetime) else start_of_day(given)


def no_hour(given: date | datetime) -> bool:
    """Whether a day is meant and no hour of it: a day, or the last instant of one, at which what has no hour is known."""
    return not isinstance(given, datetime) or given == end_of_day(london_day(given))


def known_then(instant: datetime, moment: Moment, *, day_only: bool) -> Moment:
    """The record as it stood at a rung: at its instant, or by the end of its day where only the day is meant."""
    # A day is told in the course of it: who was away is known by its end.
    until = end_of_day(london_day(instant)) if day_only else instant
    return Moment(as_at=min(until, moment.as_at), known_at=min(until, moment.known_at))
