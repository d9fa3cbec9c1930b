"""Days and instants as numbers, so that comparing them costs nothing: a day is its proleptic Gregorian ordinal, an instant the
microseconds since the beginning of 1970 in universal time. A day begins at midnight in England, through clock changes."""

from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta

from holdfast.kernel.when import LONDON

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ALWAYS = -(1 << 62)
"""Before every instant: what was known as it happened is known from here."""
NEVER = 1 << 62
"""After every instant: what still stands does so until here."""
LAST = NEVER - 1
"""The latest instant that can be asked about."""
LONG_AGO = -(1 << 40)
FAR_OFF = 1 << 40
"""Days before and after every day."""
MICROSECONDS = {"minutes": 60_000_000, "hours": 3_600_000_000}

FIRST_DAY, LAST_DAY = date(1900, 1, 1).toordinal(), date(2150, 1, 1).toordinal()


def instant(when: datetime) -> int:
    """A moment in time as a number. Raises ``TypeError`` for one without an offset."""
    # Whole numbers all the way: a float of seconds loses the microsecond within a few centuries.
    since = when - EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def moment(number: int) -> datetime:
    """The moment that a number stands for, in universal time."""
    return EPOCH + timedelta(microseconds=number)


def _midnight(day: int) -> int:
    # At either end of the calendar a time zone would reach for a day that Python has not.
    within = min(max(day, 2), 3_652_050)
    return instant(datetime.combine(date.fromordinal(within), datetime.min.time(), LONDON).astimezone(UTC))


# Two and a half centuries, once for a process: a child's record asks for thousands of midnights, and working each out by time
# zone takes far longer than looking it up.
MIDNIGHTS = [_midnight(day) for day in range(FIRST_DAY, LAST_DAY)]


def midnight(day: int) -> int:
    """The instant at which a day begins in England."""
    place = day - FIRST_DAY
    return MIDNIGHTS[place] if 0 <= place < len(MIDNIGHTS) else _midnight(day)


def day_of(number: int) -> int:
    """The day on the wall in England at an instant."""
    # The list says when every day begins, so that going back from an instant to its day needs no time zone either.
    place = bisect_right(MIDNIGHTS, number) - 1
    if 0 <= place < len(MIDNIGHTS) - 1:
        return place + FIRST_DAY
    return moment(number).astimezone(LONDON).date().toordinal()
