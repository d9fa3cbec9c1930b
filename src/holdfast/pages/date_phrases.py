"""How dates, times and absences of knowledge are said on a page."""

from datetime import date, datetime, timedelta

from holdfast.kernel.when import LONDON, When


def day(value: date | datetime | None) -> str:
    """ "Friday 2 November 2018"; "not recorded" for nothing."""
    if value is None:
        return "not recorded"
    if isinstance(value, datetime):
        value = value.astimezone(LONDON).date()
    return f"{value:%A} {value.day} {value:%B %Y}"


def short_day(value: date | datetime | None) -> str:
    """ "Fri 2 Nov 2018"."""
    if value is None:
        return "not recorded"
    if isinstance(value, datetime):
        value = value.astimezone(LONDON).date()
    return f"{value:%a} {value.day} {value:%b %Y}"


def clock(value: datetime | None) -> str:
    """The time as people say it: "4:40pm", "midday", "midnight"."""
    if value is None:
        return "not recorded"
    local = value.astimezone(LONDON)
    # "12am" and "12pm" are read either way; a child was or was not at home at noon.
    if (local.hour, local.minute) == (0, 0):
        return "midnight"
    if (local.hour, local.minute) == (12, 0):
        return "midday"
    minutes = f":{local.minute:02d}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def instant(value: datetime | None) -> str:
    """ "4:40pm on Friday 29 November 2019"."""
    return "not recorded" if value is None else f"{clock(value)} on {day(value)}"


def when(value: When | None) -> str:
    """As precisely as it was said and no more: "29 Nov 2019 at 16:40", "November 2019", "between 1 Sep and 31 Oct 2019"."""
    return "not known when" if value is None else value.in_words()


def how_long_ago(value: date | datetime | None, at: datetime) -> str:
    """ "today", "yesterday", "61 days ago", "over 2 years ago", "in 3 days". Days on the wall in England."""
    if value is None:
        return "not recorded"
    that = value.astimezone(LONDON).date() if isinstance(value, datetime) else value
    # Days on the wall and not lengths of 24 hours: last night at eleven is "yesterday" at one in the morning.
    days = (at.astimezone(LONDON).date() - that) // timedelta(days=1)
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}
    if days in near:
        return near[days]
    # Past two years the days are no longer a length that anybody can picture.
    if days > 2 * 366:
        return f"over {int(days / 365.2425)} years ago"
    return f"{days} days ago" if days > 0 else f"in {-days} days"
