"""Dates as people type them and as every page prints them: "19 May 2017", "19/5/17", "May 2017", "born 2017".

A day is day first, as people write it here. What looks like a date and is none is said back, and never guessed at.
"""

import re
from calendar import month_abbr, month_name
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from holdfast.identity.age_forms import ages_asked, narrowed
from holdfast.kernel.when import When

_MONTHS = {name.lower()[:3]: number for number, name in enumerate(month_name) if number}
_MONTH = "|".join((*(name.lower() for name in month_name if name), "sept", *(name.lower() for name in month_abbr if name)))
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>\d{4}|['’]?\d{2})(?!\d)"
_WRITTEN = (
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)",
    r"(?P<d>[0-3]\d)(?P<m>[01]\d)(?P<y>(?:19|20)\d\d)(?!\d)",
    rf"(?P<d>\d{{1,2}})\s*[/.\-]\s*(?P<m>\d{{1,2}})\s*[/.\-]\s*{_YEAR}",
    rf"(?P<d>\d{{1,2}})\s+(?P<m>\d{{1,2}})\s+{_YEAR}",
    rf"{_DAY}\s*(?:of\s+)?[\s\-]?(?P<name>{_MONTH})\b\.?[,\s\-]*{_YEAR}",
    rf"\b(?P<name>{_MONTH})\b\.?\s+{_DAY},?\s+(?P<y>\d{{4}})(?!\d)",
    rf"\b(?P<name>{_MONTH})\b\.?,?\s+(?P<y>\d{{4}})(?!\d)",
    r"(?P<y>(?:19|20)\d\d)-(?P<m>\d{2})(?![\d-])",
    r"(?P<m>\d{1,2})\s*/\s*(?P<y>(?:19|20)\d\d)(?!\d)",
    rf"{_DAY}\s*(?:of\s+)?(?P<name>{_MONTH})\b",
    r"(?P<y>(?:19|20)\d\d)(?!\d)",
)
"""The longest forms first: a shorter one would take part of a longer one for the whole."""
_FORMS = tuple(re.compile(form, re.IGNORECASE) for form in _WRITTEN)
_START = re.compile(r"(?<![\w/.])")
_WEEKDAY = r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?"
_AROUND = re.compile(
    r"\b(?:date of birth|d\.?o\.?b\.?|born|expected|due|on or before|on|in|about|around|some time|aged?)\b[:,]?"
    rf"|{_WEEKDAY}"
    r"|\bat\s+\d{1,2}[:.]\d{2}\b|\b\d{1,2}(?:[:.]\d{2})?\s*[ap]m\b|\bmid(?:day|night)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\b|\bfrom\b", re.IGNORECASE)
_TO = re.compile(r"^\s*(?:and|to|until|[-–—])\s*$", re.IGNORECASE)
# "Died 1 Feb 2017, 20 months old" says a birth by the age alone; "stepfather until 2018", "recorded Fri 17 Oct 2025" say none.
_OTHER_DAY = re.compile(
    rf"\b(?P<word>died|death|until|till|since|recorded|checked|seen)\b[\s:,]*(?:(?:on|in)\b\s*)?(?:{_WEEKDAY})?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DatesAsked:
    """The days that were asked for (any of them will do), what else was typed, and what looks like a date and is none."""

    days: tuple[When, ...]
    rest: str
    faults: tuple[str, ...] = ()


@dataclass
class _Reading:
    """What has been read so far."""

    days: list[When] = field(default_factory=list)
    died: When | None = None
    faults: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def take(self, between: str, read: When | str) -> None:
        """One more date, or what was wrong with it, with what stood between it and the one before."""
        if isinstance(read, str):
            self.faults.append(read)
        # "between 1 Sep and 31 Oct 2019" is one question about a time, and not two about a day.
        elif self.days and _TO.match(between) and read.last >= self.days[-1].first:
            self.days[-1] = When.between(self.days[-1].first, read.last)
            return
        elif other := _OTHER_DAY.search(between):
            if other["word"].lower() in ("died", "death"):
                self.died = read
            between = between[: other.start()]
        else:
            self.days.append(read)
        self.left.append(between)


def dates_asked(text: str, today: date) -> DatesAsked:
    """Read every date and age in ``text``. ``today`` says what an age means, and in which century "17" is."""
    reading, at = _Reading(), 0
    forms = list(_forms(text))
    for place, found in enumerate(forms):
        year = _year_of_next(forms[place : place + 2], text)
        reading.take(text[at : found.start()], _read(found, today, year))
        at = found.end()
    ages = ages_asked(" ".join((*reading.left, text[at:])) if forms else text, reading.died or When.day(today))
    rest = ages.rest
    days = narrowed(tuple(reading.days), ages.born)
    if days or reading.faults or reading.died:
        rest = _BETWEEN.sub(" ", _AROUND.sub(" ", rest))
    return DatesAsked(days, rest, tuple(reading.faults))


def _year_of_next(pair: list[re.Match[str]], text: str) -> str | None:
    """The year of "31 Oct 2019" for the "1 Sep" of "between 1 Sep and 31 Oct 2019"."""
    if len(pair) < 2 or not _TO.match(text[pair[0].end() : pair[1].start()]):
        return None
    return pair[1].groupdict().get("y")


def _forms(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while found := min(
        (match for form in _FORMS if (match := form.search(text, at))), key=lambda match: match.start(), default=None
    ):
        # Part of a longer number or word is no date: a telephone number holds many.
        if _START.match(text, found.start()):
            yield found
            at = found.end()
        else:
            at = found.start() + 1


def _read(found: re.Match[str], today: date, year_of_next: str | None) -> When | str:
    said = {key: value for key, value in found.groupdict().items() if value is not None}
    if "y" not in said and year_of_next is not None:
        said["y"] = year_of_next
    typed = found[0].strip()
    month = _MONTHS[said["name"][:3].lower()] if "name" in said else int(said["m"]) if "m" in said else None
    if "y" not in said:
        return f"“{typed}” has no year. Add it, like {typed} {today.year - 8}."
    year = _year(said["y"], today)
    try:
        if month is None:
            return When.parse(f"{year:04}")
        if "d" not in said:
            return When.parse(f"{year:04}-{month:02}")
        return When.day(date(year, month, int(said["d"])))
    except ValueError:
        return _no_date(typed, year, month, int(said.get("d", 0)))


def _no_date(typed: str, year: int, month: int | None, day: int) -> str:
    if month is not None and 12 < month <= 31 and 1 <= day <= 12:
        return f"“{typed}” is no date: the day comes first here. Did you mean {month}/{day}/{year}?"
    return f"“{typed}” is no date. Write it like 14/6/2019 or 14 June 2019."


def _year(said: str, today: date) -> int:
    number = int(said.lstrip("'’"))
    if len(said) == 4:
        return number
    # Births lie behind us, but for a child who is expected next year.
    century = today.year // 100 * 100
    return century + number if century + number <= today.year + 1 else century - 100 + number
