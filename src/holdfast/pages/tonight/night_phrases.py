"""How the night's page says when something was: near in time by the day of the week, never in figures alone."""

from datetime import date, datetime

from holdfast.kernel.when import When, london_day
from holdfast.pages.date_phrases import clock

HOURS_SAID = 48
DAYS_BY_NAME = 6


def near(when: When, at: datetime) -> str:
    """ "Friday 3:55pm, 10 hours ago", "Friday, 2 days ago", "17 October", "some time in June 2026"."""
    today = london_day(at)
    if when.instant is not None:
        return f"{day_near(when.first, today)} {clock(when.instant)}{_ago(when.instant, at)}"
    if when.exact:
        days = (today - when.first).days
        ago = f", {days} days ago" if 1 < days <= DAYS_BY_NAME else ", yesterday" if days == 1 else ""
        return f"{day_near(when.first, today)}{ago}"
    return when.in_words() if when.in_words().startswith("between") else f"some time in {when.in_words()}"


def day_near(day: date, today: date) -> str:
    """A day as people say it who stand near it: "today", "Friday", "17 October", "17 October 2024"."""
    days = (today - day).days
    if days == 0:
        return "today"
    # A week back the name of the day says which; further back, or ahead, it could be either of two.
    if 0 < days <= DAYS_BY_NAME or -DAYS_BY_NAME <= days < 0:
        return f"{day:%A}"
    year = "" if abs(days) < 365 else f" {day:%Y}"
    return f"{day.day} {day:%B}{year}"


def _ago(instant: datetime, at: datetime) -> str:
    minutes = int((at - instant).total_seconds() // 60)
    if minutes < 0:
        return ""
    if minutes < 60:
        return f", {minutes} minute{'' if minutes == 1 else 's'} ago"
    hours = minutes // 60
    return f", {hours} hour{'' if hours == 1 else 's'} ago" if hours <= HOURS_SAID else ""


def he_or_she(sex: str | None, *, as_object: bool = False) -> str:
    """How somebody is spoken of."""
    said = {"F": ("she", "her"), "M": ("he", "him")}.get(sex or "", ("they", "them"))
    return said[as_object]


def capital(text: str) -> str:
    """With a capital at the beginning and nothing else changed."""
    return text[:1].upper() + text[1:]
