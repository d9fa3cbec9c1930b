"""Dates as people know them: three boxes, of which only the year must be filled in; and a time, where it matters."""

import re
from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.when import LONDON, When, parse_instant

PARTS = ("day", "month", "year")
# By their first letters, because that is how people write them on paper: "Nov", "Sept", "november".
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# On the night on which the clocks go back an hour comes twice, and only the writer knows which.
_WHICH = re.compile(r"\s*\b(bst|gmt|first|second)$", re.IGNORECASE)
FIRST = ("bst", "first")
TWICE = "That time came twice that night, as the clocks went back. Add BST for the first time or GMT for the second"
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)


class WhenWidget(forms.Widget):
    """Three text boxes and, if asked for, one for the time."""

    template_name = ""

    def __init__(self, *, with_time: bool = False) -> None:
        super().__init__()
        self.with_time = with_time

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the boxes."""
        return (*PARTS, "time") if self.with_time else PARTS

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        """What is in each box."""
        return {part: data.get(f"{name}_{part}", "").strip() for part in self.parts}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether no box was sent at all."""
        return not any(f"{name}_{part}" in data for part in self.parts)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """The first box."""
        return f"{id_}_day"

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        """Rendered by ``forms.form_groups`` only."""
        # Django's own drawing would be three boxes without a name for anybody who cannot see them.
        raise NotImplementedError("a date is drawn with {% field %}")


class WhenField(forms.Field):
    """What somebody knows of when it happened: a year, a month and year, or a day, and the time if ``with_time``.

    ``exact`` asks for the day. ``past_only`` refuses a day still to come (the form needs ``at``). Cleans to a ``When``.
    """

    widget = WhenWidget
    default_error_messages = {"required": "Enter a date. The year is enough if that is all you know."}

    def __init__(self, *, with_time: bool = False, exact: bool = False, past_only: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", WhenWidget(with_time=with_time))
        super().__init__(**kwargs)
        self.exact, self.past_only = exact, past_only
        if exact:
            self.error_messages["required"] = "Enter a date"

    def prepare_value(self, value: Any) -> dict[str, str]:
        """A ``When``, a ``date`` or the boxes as they were typed, as the boxes."""
        if isinstance(value, dict):
            return value
        if isinstance(value, datetime):
            value = When.at(value)
        if isinstance(value, date):
            value = When.day(value)
        # A range does not fit in three boxes; half of it would be a date that nobody said.
        if not isinstance(value, When) or value.precision == "range":
            return {}
        first = value.first
        # Only what was known comes back into the boxes: a day filled in for them would be taken for one that somebody knew.
        boxes = {"year": str(first.year)}
        if value.precision != "year":
            boxes["month"] = str(first.month)
        if value.precision in ("day", "instant"):
            boxes["day"] = str(first.day)
        if value.instant is not None:
            local = value.instant.astimezone(LONDON)
            boxes["time"] = f"{local:%H:%M %Z}" if _came_twice(local) else f"{local:%H:%M}"
        return boxes

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether any box differs."""
        # Box by box: an initial `When` and typed text are never equal, and every form would count as changed.
        before, after = self.prepare_value(initial), data or {}
        return any(before.get(part, "") != after.get(part, "") for part in (*PARTS, "time"))

    def clean(self, value: Any) -> Any:
        """Read the boxes. Raises ``ValidationError`` whose code names the boxes to put right (``day month``)."""
        boxes = {part: (value or {}).get(part, "") for part in (*PARTS, "time")}
        if not any(boxes.values()):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="day month year")
            return None
        when = _read_when(boxes, self.exact)
        self.run_validators(when)
        return self.give(when)

    def give(self, when: When) -> Any:
        """What the form gets."""
        return when


class DayField(WhenField):
    """One whole day. Cleans to a ``date``."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(exact=True, **kwargs)

    def give(self, when: When) -> date:
        """The day."""
        return when.first


def _read_when(boxes: dict[str, str], exact: bool) -> When:
    missing = _missing(boxes, exact)
    if missing:
        raise ValidationError(f"The date must include a {' and a '.join(missing)}", code=" ".join(missing))
    year = _year(boxes["year"])
    # The year is enough, because often nobody knows more. A day made up to fill the box would move a limit.
    if not boxes["month"]:
        return When.parse(f"{year:04d}")
    month = _month(boxes["month"])
    if not boxes["day"]:
        return When.parse(f"{year:04d}-{month:02d}")
    if not boxes["day"].isdecimal() or not 1 <= int(boxes["day"]) <= 31:
        raise ValidationError("The day must be a number from 1 to 31", code="day")
    try:
        day = date(year, month, int(boxes["day"]))
    except ValueError as error:
        raise ValidationError("The date must be a real date", code="day month year") from error
    if not boxes["time"]:
        return When.day(day)
    which = _WHICH.search(boxes["time"])
    clock = datetime.combine(day, _time(_WHICH.sub("", boxes["time"])), LONDON)
    if _came_twice(clock):
        if which is None:
            raise ValidationError(TWICE, code="time")
        return When.at(clock.replace(fold=0 if which[1].lower() in FIRST else 1))
    try:
        return When.at(parse_instant(f"{clock:%Y-%m-%dT%H:%M}"))
    except ValueError as error:
        # One night a year an hour is missing: 1:30 on it was never on any clock.
        raise ValidationError("The clocks went forward at that time. Enter another time.", code="time") from error


def _came_twice(clock: datetime) -> bool:
    """Whether a time on the clocks of England was there twice that night; one that they skipped was not there at all."""
    first, second = (clock.replace(fold=fold) for fold in (0, 1))
    return first.utcoffset() != second.utcoffset() and first.astimezone(UTC) < second.astimezone(UTC)


def _missing(boxes: dict[str, str], exact: bool) -> list[str]:
    # A time without its day says nothing, and a day without its month could be any of twelve.
    needed = set(PARTS) if exact or boxes["time"] else {"year"}
    if boxes["day"]:
        needed.add("month")
    return [part for part in PARTS if part in needed and not boxes[part]]


def _year(text: str) -> int:
    # isdecimal() alone takes digits of any script, which int() reads and the next person to see the record may not.
    if not (text.isdecimal() and text.isascii() and len(text) == 4 and 1900 <= int(text) <= 2199):
        raise ValidationError("The year must have 4 numbers, such as 2019", code="year")
    return int(text)


def _month(text: str) -> int:
    if text.isdecimal() and text.isascii() and len(text) <= 2 and 1 <= int(text) <= 12:
        return int(text)
    if text[:3].lower() in MONTHS:
        return MONTHS.index(text[:3].lower()) + 1
    raise ValidationError("The month must be a number from 1 to 12, or its name", code="month")


def _time(text: str) -> time:
    plain = text.lower().strip()
    if plain in ("midday", "noon"):
        return time(12)
    if plain == "midnight":
        return time(0)
    found = _CLOCK.fullmatch(plain)
    if found and found.group(1).isascii():
        hour, minute, half = int(found.group(1)), int(found.group(2) or 0), (found.group(3) or "").replace(".", "")
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        # A bare "4" is refused: at four in the afternoon and at four in the morning are different nights.
        if hour < 24 and minute < 60 and (half or found.group(2)):
            return time(hour, minute)
    raise ValidationError("Enter a time like 4:40pm or 16:40", code="time")
