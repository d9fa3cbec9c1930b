"""The hours of a week in which somebody is at work, as people write them: "Mon-Fri 08:30-17:00".

A bank holiday is no Monday: on it only what is said of ``Hol`` holds. A stretch that ends before it begins runs into the next
day. Hours are read on the wall in England and compared as instants, so that the night of 25 hours has 25.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from holdfast.kernel.calendar import england_and_wales
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import LONDON, london_day

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Hol")
"""The days of a week; the last is a bank holiday on whatever day."""
HOLIDAY = 7
ALWAYS = "always"
OUTSIDE = "outside "
HOW_TO = 'Write it like "Mon-Fri 08:30-17:00", with a semicolon between parts; or "always".'
# Christmas to the New Year and a week of leave to spare: hours that do not open within this never do.
LOOKS_AHEAD = 28

_PART = re.compile(r"([A-Za-z]{3}(?:[-,][A-Za-z]{3})*) (\d{2}:\d{2})-(\d{2}:\d{2})")


class HoursRefused(ValueError):
    """Hours that cannot be read, and how to write them."""


@dataclass(frozen=True)
class Stretch:
    """On each of ``days`` (places in :data:`DAYS`) from ``opens`` up to but not including ``closes``."""

    days: frozenset[int]
    opens: time
    closes: time


@dataclass(frozen=True)
class OpeningHours:
    """``written`` as somebody said it. ``outside`` turns it round: at work whenever the stretches are not."""

    written: str
    stretches: tuple[Stretch, ...]
    outside: bool = False

    def open_at(self, instant: datetime) -> bool:
        """Whether it is open at this instant."""
        return self._within(instant) != self.outside

    def opens_next(self, after: datetime) -> Iterator[datetime]:
        """Each instant later than ``after`` at which it opens, as far ahead as anybody is told."""
        return (each for each in self.changes(after) if self.open_at(each))

    def changes(self, after: datetime) -> Iterator[datetime]:
        """Each instant later than ``after`` at which it opens or closes."""
        # By elapsed time: in the hour that comes twice a clock in England says one thing of two instants.
        after, day = after.astimezone(UTC), london_day(after) - timedelta(days=1)
        edges = {
            edge for n in range(LOOKS_AHEAD + 2) for pair in _on_day(self.stretches, day + timedelta(days=n)) for edge in pair
        }
        for edge in sorted(each for each in edges if each > after):
            # Where one stretch ends as the next begins nothing changes.
            if self.open_at(edge) != self.open_at(edge - timedelta(microseconds=1)):
                yield edge

    def _within(self, instant: datetime) -> bool:
        day, at = london_day(instant), instant.astimezone(UTC)
        # Yesterday's too: a night shift that began then may still run.
        pairs = (*_on_day(self.stretches, day - timedelta(days=1)), *_on_day(self.stretches, day))
        return any(opens <= at < closes for opens, closes in pairs)


# Everybody of a team has the same hours and is asked about the same nights.
@lru_cache(maxsize=8192)
def _on_day(stretches: tuple[Stretch, ...], day: date) -> tuple[tuple[datetime, datetime], ...]:
    kind = _kind_of(day)
    return tuple((_at(day, each.opens), _until(day, each)) for each in stretches if kind in each.days)


def _kind_of(day: date) -> int:
    working = england_and_wales().is_working_day(day)
    # Where no list of holidays reaches, weekdays: somebody is told, perhaps at the wrong desk.
    return day.weekday() if isinstance(working, Unknown) or working or day.weekday() >= 5 else HOLIDAY


def _until(day: date, stretch: Stretch) -> datetime:
    return _at(day if stretch.closes > stretch.opens else day + timedelta(days=1), stretch.closes)


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, LONDON).astimezone(UTC)


@lru_cache(maxsize=1024)
def read_hours(written: str) -> OpeningHours:
    """Hours as somebody wrote them. Raises :class:`HoursRefused`."""
    said = " ".join(written.split())
    if said.lower() == ALWAYS:
        return OpeningHours(ALWAYS, (), outside=True)
    outside = said.lower().startswith(OUTSIDE)
    parts = said[len(OUTSIDE) :] if outside else said
    return OpeningHours(said, tuple(_stretch(part.strip()) for part in parts.split(";")), outside)


def _stretch(part: str) -> Stretch:
    found = _PART.fullmatch(part)
    if found is None:
        raise HoursRefused(f"{part!r} cannot be read as days and hours. {HOW_TO}")
    days, *hours = found.groups()
    try:
        opens, closes = (time.fromisoformat(hour) for hour in hours)
    except ValueError as error:
        raise HoursRefused(f"{part!r} has an hour that no clock shows. {HOW_TO}") from error
    return Stretch(frozenset(day for words in days.split(",") for day in _days(words)), opens, closes)


def _days(words: str) -> range:
    names = [name.capitalize() for name in words.split("-")]
    if len(names) > 2 or any(name not in DAYS for name in names):
        raise HoursRefused(f"{words!r} is no day or span of days. The days are {', '.join(DAYS)} (a bank holiday).")
    first, last = DAYS.index(names[0]), DAYS.index(names[-1])
    if last < first or (HOLIDAY in (first, last) and first != last):
        raise HoursRefused(f"{words!r} runs backwards or over bank holidays. Write the parts one by one, as in Sat,Sun,Hol.")
    return range(first, last + 1)
