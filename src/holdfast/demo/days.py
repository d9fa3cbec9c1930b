"""Days in Northmere: when people are at work, and what time of day things are done and written down."""

from datetime import date, datetime, time, timedelta
from random import Random

from holdfast.kernel.calendar import working_days_after
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import LONDON

DAY = timedelta(days=1)


def working(day: date, n: int) -> date:
    """``n`` working days after ``day``. Past the end of the list of bank holidays, weekdays are taken as worked."""
    found = working_days_after(day, n)
    # The list of bank holidays ends some years from now, and a demonstration made then must still be made.
    return found if not isinstance(found, Unknown) else day + timedelta(days=round(n * 7 / 5))


def at_work(day: date) -> date:
    """``day`` itself if people are at work on it, else the next working day."""
    # The next working day after yesterday is today, where today is one.
    return working(day - DAY, 1)


def moment(day: date, rng: Random, first: int = 9, last: int = 17) -> datetime:
    """Some minute of a day, between two hours in England."""
    return datetime.combine(day, time(rng.randrange(first, last), rng.randrange(60)), LONDON)


def years_before(day: date, years: float) -> date:
    """The day this many years earlier."""
    return day - timedelta(days=round(years * 365.25))
