"""When something happened, exactly as precisely as somebody said it: an instant, a day, a month, a year or a range.

Imprecise dates stay ranges and are never turned into a false exact day. A value without an offset is local time in
Europe/London. The written form is that of the case file (docs/case-file.md).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any, Literal
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
# The record keeps instants to the microsecond, so that there is nothing between one and the next.
TICK = timedelta(microseconds=1)
EARLIEST_YEAR, LATEST_YEAR = 1800, 9000
"""The years in which something on a child's record can have happened."""

Precision = Literal["instant", "day", "month", "year", "range"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_YEAR = re.compile(r"\d{4}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?")


def start_of_day(day: date) -> datetime:
    """The first instant of ``day`` in England."""
    return datetime.combine(day, time.min, LONDON)


def end_of_day(day: date) -> datetime:
    """The last instant of ``day`` in England."""
    # The last microsecond and not the next midnight: what happens at midnight belongs to the day that begins.
    return datetime.combine(day, time.max, LONDON)


def london_day(instant: datetime) -> date:
    """The date on the wall in England at ``instant``."""
    return instant.astimezone(LONDON).date()


def later(instant: datetime, elapsed: timedelta) -> datetime:
    """``instant`` plus elapsed time, through clock changes."""
    # Adding to local time would lose or gain an hour on the two nights a year on which the clocks change.
    return (instant.astimezone(UTC) + elapsed).astimezone(LONDON)


def parse_instant(text: str) -> datetime:
    """An ISO instant. Without an offset it is local time in England; a time that the clocks skipped is refused."""
    if not _INSTANT.fullmatch(text):
        raise ValueError(f"{text!r} is not a date and time: write it like 2019-11-29T16:40:00Z")
    try:
        value = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is not a real date and time ({error})") from error
    if not EARLIEST_YEAR <= value.year <= LATEST_YEAR:  # asked here, before an offset can carry it off the calendar
        raise ValueError(f"the year {value.year} cannot be right")
    if value.tzinfo is None:
        # Python takes a time that the clocks skipped for one an hour later. Going there and back shows that no clock in
        # England ever said it.
        value = value.replace(tzinfo=LONDON)
        if value.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) != value.replace(tzinfo=None):
            raise ValueError(f"{text!r} did not happen in England: the clocks skipped that hour")
    return value.astimezone(UTC)


def _month_end(year: int, month: int) -> date:
    # The day before the first of the next month: no table of lengths, and no case for February.
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@dataclass(frozen=True)
class When:
    """``first`` and ``last`` are the earliest and latest day it can have happened; ``instant`` is set only when the
    time of day is known."""

    first: date
    last: date
    precision: Precision
    instant: datetime | None = None

    def __post_init__(self) -> None:
        # Everything that counts asks ``first`` and ``last`` apart, the kinder end for the person and the later for the clock:
        # turned round, both would be wrong in silence.
        if self.last < self.first:
            raise ValueError(f"a range cannot end ({self.last}) before it starts ({self.first})")

    @classmethod
    def day(cls, day: date) -> "When":
        """A known day, the time of day not recorded."""
        return cls(day, day, "day")

    @classmethod
    def at(cls, instant: datetime) -> "When":
        """A known instant."""
        if instant.tzinfo is None:
            raise ValueError("an instant needs an offset")
        day = london_day(instant)
        return cls(day, day, "instant", instant.astimezone(UTC))

    @classmethod
    def between(cls, first: date, last: date) -> "When":
        """Some day in a range, which day is not known. A range of one day is that day."""
        # Two ways of writing one day would be two values, and an entry put right to say the same would look changed.
        return cls.day(first) if first == last else cls(first, last, "range")

    @classmethod
    def parse(cls, value: Any) -> "When":
        """Read the written form. Raises ``ValueError`` with what is wrong and how to write it."""
        if isinstance(value, When):
            return value
        if isinstance(value, Mapping):
            return cls._parse_range(value)
        if not isinstance(value, str):
            raise ValueError("write a date like 2019-11-29, 2019-11 or 2019, a time like 2019-11-29T16:40:00Z, or a range")
        # The longest form last: each of the shorter is told by its whole text, so that 2019-1 is refused and not read as a
        # year.
        if _YEAR.fullmatch(value):
            cls._check_year(int(value))
            return cls(date(int(value), 1, 1), date(int(value), 12, 31), "year")
        if _MONTH.fullmatch(value):
            year, month = int(value[:4]), int(value[5:])
            cls._check_year(year)
            if not 1 <= month <= 12:
                raise ValueError(f"{value!r} has no such month")
            return cls(date(year, month, 1), _month_end(year, month), "month")
        if _DAY.fullmatch(value):
            return cls.day(cls._parse_day(value))
        return cls.at(parse_instant(value))

    @classmethod
    def _parse_range(cls, value: Mapping[str, Any]) -> "When":
        if set(value) != {"from", "to"}:
            raise ValueError('a range has exactly "from" and "to"')
        ends = []
        for name in ("from", "to"):
            if not isinstance(value[name], str):
                raise ValueError(f'"{name}" of a range is a date written like 2019-11-29')
            ends.append(cls.parse(value[name]))
        if ends[1].last < ends[0].first:
            raise ValueError(f"a range cannot end ({value['to']}) before it starts ({value['from']})")
        return cls.between(ends[0].first, ends[1].last)

    @staticmethod
    def _parse_day(value: str) -> date:
        try:
            day = date.fromisoformat(value)
        except ValueError as error:
            raise ValueError(f"{value!r} is not a real day ({error})") from error
        When._check_year(day.year)
        return day

    @staticmethod
    def _check_year(year: int) -> None:
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            raise ValueError(f"the year {year} cannot be right")

    # Kept on the value, which never changes: each is asked for millions of times while rules are worked out.
    @cached_property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last

    @cached_property
    def start(self) -> datetime:
        """The earliest instant it can have happened."""
        # In England: a day is not 24 hours in UTC, and the day somebody wrote down is a day on their wall.
        return self.instant or start_of_day(self.first)

    @cached_property
    def end(self) -> datetime:
        """The latest instant it can have happened."""
        return self.instant or end_of_day(self.last)

    @cached_property
    def certain_from(self) -> datetime:
        """From when it had certainly happened, a day taken whole: who is away, or back, is so from its morning."""
        return self.instant or start_of_day(self.last)

    def to_json(self) -> str | dict[str, str]:
        """The written form, which :meth:`parse` reads back to an equal value."""
        if self.instant is not None:
            return self.instant.astimezone(UTC).isoformat().replace("+00:00", "Z")
        if self.precision == "day":
            return self.first.isoformat()
        if self.precision == "month":
            return f"{self.first:%Y-%m}"
        if self.precision == "year":
            return f"{self.first:%Y}"
        return {"from": self.first.isoformat(), "to": self.last.isoformat()}

    def in_words(self) -> str:
        """For a sentence: "29 Nov 2019", "November 2019", "2019", "between 1 Sep and 31 Oct 2019"."""
        if self.instant is not None:
            return f"{day_in_words(self.first)} at {self.instant.astimezone(LONDON):%H:%M}"
        if self.precision == "day":
            return day_in_words(self.first)
        if self.precision == "month":
            return f"{self.first:%B %Y}"
        if self.precision == "year":
            return f"{self.first:%Y}"
        return f"between {day_in_words(self.first)} and {day_in_words(self.last)}"

    def placed(self) -> str:
        """For the middle of a sentence: "on 29 Nov 2019", "in November 2019", "between 1 Sep and 31 Oct 2019"."""
        if self.precision in ("instant", "day"):
            return f"on {self.in_words()}"
        return f"in {self.in_words()}" if self.precision in ("month", "year") else self.in_words()

    def __str__(self) -> str:
        return self.in_words()


def day_in_words(day: date) -> str:
    """A day as people write it: 5 Oct 2018."""
    return f"{day.day} {day:%b %Y}"
