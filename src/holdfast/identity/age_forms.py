"""Ages as pages print them and people type them: "aged 8 or 9", "10 months old", "Lee Brook, 34–35", read as the days on which
somebody of that age was born."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from holdfast.kernel.calendar import add_months
from holdfast.kernel.when import When

_N = r"(\d{1,3})"
_TO = r"(?:\s+(?:or|to|and)\s+|\s*[-–—]\s*)"
_YEARS = r"\s*-?\s*(?:years?|yrs?)[\s-]*old\b"
_MONTHS = r"\s*-?\s*(?:months?|mths?)[\s-]*old\b"
# What a page prints in little room: after a name, or all that was typed. "34-35 High Street" is a house.
_BEFORE, _AFTER = r"(?:^\s*|[,(]\s*)", r"(?=\s*(?:$|[,;)]))"


@dataclass(frozen=True)
class _Form:
    """One way of saying an age: by years or by months, and what its numbers are."""

    pattern: re.Pattern[str]
    months: bool = False
    ages: Callable[..., tuple[int, int]] = lambda least, most=None: (int(least), int(most or least))


def _form(pattern: str, **more: object) -> _Form:
    return _Form(re.compile(pattern, re.IGNORECASE), **more)  # type: ignore[arg-type]


_FORMS = (
    _form(r"\bunder\s+(?:a|one|1)\s+month(?:\s+old)?\b", months=True, ages=lambda: (0, 0)),
    _form(rf"\b(?:between\s+)?{_N}{_TO}{_N}{_MONTHS}", months=True),
    _form(rf"\b{_N}{_MONTHS}", months=True),
    _form(rf"\bnot\s+more\s+than\s+{_N}{_YEARS}", ages=lambda most: (0, int(most))),
    _form(rf"\baged?\s+(?:between\s+)?{_N}{_TO}{_N}\b(?:{_YEARS})?"),
    _form(rf"\b(?:between\s+)?{_N}{_TO}{_N}{_YEARS}"),
    _form(rf"\baged?\s+{_N}\b(?:{_YEARS})?"),
    _form(rf"\b{_N}(?:{_YEARS}|\s*y/?o\b)"),
    _form(rf"{_BEFORE}{_N}m{_AFTER}", months=True),
    _form(rf"{_BEFORE}{_N}\s*[-–—]\s*{_N}{_AFTER}"),
    _form(rf",\s*{_N}{_AFTER}"),
    # Not "+44 (0)1632".
    _form(rf"(?<=[^\W\d])\s*\(\s*{_N}\s*\)"),
)
"""The longest forms first: a shorter one would take part of a longer one for the whole."""


@dataclass(frozen=True)
class AgesAsked:
    """The days on which somebody of each age was born, and what else was typed."""

    born: tuple[When, ...]
    rest: str


def ages_asked(text: str, on: When) -> AgesAsked:
    """Read every age in ``text``. ``on`` is when somebody was that old: today, or the day of their death."""
    born = list[When]()
    for form in _FORMS:
        for found in form.pattern.finditer(text):
            least, most = form.ages(*found.groups())
            if least <= most:
                born.append(_born(least, most, on, _months_before if form.months else _years_before))
        text = form.pattern.sub(" , ", text)
    return AgesAsked(tuple(born), text)


def _born(least: int, most: int, on: When, before: Callable[[date, int], date]) -> When:
    return When.between(before(on.first, most + 1) + timedelta(days=1), before(on.last, least))


def narrowed(days: tuple[When, ...], ages: tuple[When, ...]) -> tuple[When, ...]:
    """The days of birth that were asked for, as far as the ages fit them. A birth says more than an age, which was true when it
    was printed: where the two do not fit, it is asked for as it stands."""
    return tuple(_narrowed(days, ages)) if days else ages


def _narrowed(days: tuple[When, ...], ages: tuple[When, ...]) -> Iterator[When]:
    for day in days:
        within = next((age for age in ages if age.first <= day.last and day.first <= age.last), None)
        if within is None or (day.first >= within.first and day.last <= within.last):
            yield day
        else:
            yield When.between(max(day.first, within.first), min(day.last, within.last))


def _months_before(day: date, months: int) -> date:
    return add_months(day, -months)


def _years_before(day: date, years: int) -> date:
    year = max(day.year - years, 1)
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
