"""Dates as people type them and as every page prints them: "19 May 2017", "19/5/17", "May 2017", "born 2017", "aged 8".

A day is day first, as people write it here. What looks like a date and is none is said back, and never guessed at.
"""

import re
from calendar import month_abbr, month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from holdfast.kernel.when import When

_MONTHS = {name.lower()[:3]: number for number, name in enumerate(month_name) if number}
_MONTH = "|".join((*(name.lower() for name in month_name if name), "sept", *(name.lower() for name in month_abbr if name)))
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>\d{4}|['’]?\d{2})(?!\d)"
_WRITTEN = (
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)",
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
_AGE = re.compile(r"\b(?:aged?\s+(\d{1,3})\b|(\d{1,3})\s*(?:years?[ -]old|y/?o)\b)", re.IGNORECASE)
_MONTHS_OLD = re.compile(r"\b(\d{1,2})\s*months?[ -]old\b", re.IGNORECASE)
_AROUND = re.compile(
    r"\b(?:date of birth|d\.?o\.?b\.?|born|expected|due|on or before|on|in|about|around|aged?)\b[:,]?"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?"
    r"|\bat\s+\d{1,2}[:.]\d{2}\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\b|\bfrom\b", re.IGNORECASE)
_TO = re.compile(r"^\s*(?:and|to|until|[-–—])\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class DatesAsked:
    """The days that were asked for (any of them will do), what else was typed, and what looks like a date and is none."""

    days: tuple[When, ...]
    rest: str
    faults: tuple[str, ...] = ()


def dates_asked(text: str, today: date) -> DatesAsked:
    """Read every date in ``text``. ``today`` says what an age means, and in which century "17" is."""
    days, faults, left, at = list[When](), list[str](), list[str](), 0
    for found in _forms(text):
        between = text[at : found.start()]
        read = _read(found, today)
        at = found.end()
        if isinstance(read, str):
            faults.append(read)
        # "between 1 Sep and 31 Oct 2019" is one question about a time, and not two about a day.
        elif days and _TO.match(between) and read.last >= days[-1].first:
            days[-1] = When.between(days[-1].first, read.last)
            continue
        else:
            days.append(read)
        left.append(between)
    rest = " ".join((*left, text[at:]))
    for age in _AGE.finditer(rest):
        days.append(_aged(int(age[1] or age[2]), today))
    days += [_months_old(int(age[1]), today) for age in _MONTHS_OLD.finditer(rest)]
    rest = _MONTHS_OLD.sub(" ", _AGE.sub(" ", rest))
    if days or faults:
        rest = _BETWEEN.sub(" ", _AROUND.sub(" ", rest))
    return DatesAsked(tuple(days), rest, tuple(faults))


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


def _read(found: re.Match[str], today: date) -> When | str:
    said = {key: value for key, value in found.groupdict().items() if value is not None}
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


def _aged(years: int, today: date) -> When:
    """The days on which somebody was born who is that old today."""
    latest = _years_before(today, years)
    return When.between(_years_before(today, years + 1) + timedelta(days=1), latest)


def _months_old(months: int, today: date) -> When:
    """The days on which somebody was born who is so many months old today."""
    return When.between(_months_before(today, months + 1) + timedelta(days=1), _months_before(today, months))


def _months_before(day: date, months: int) -> date:
    # The month's last day where there is none of that number.
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _years_before(day: date, years: int) -> date:
    year = max(day.year - years, 1900)
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
