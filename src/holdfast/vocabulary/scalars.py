"""Reading the written forms of a case file: dates, instants, and text that somebody could not have typed on purpose."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from holdfast.kernel.nhs_number import NotAnNhsNumber, read_number
from holdfast.kernel.when import LONDON, When, parse_instant
from holdfast.vocabulary.faults import Wrong

# Wide on purpose: a grandparent's birth or a century's retention is in it, a year typed with a digit too many is not.
EARLIEST_YEAR = 1800
LATEST_YEAR = 9000
_OFFSET = re.compile(r"(Z|[+-]\d{2}:\d{2})$")
# What exports of other systems really hold where nobody knew. Refusing them would lose whole cases, taking them at their word
# would make people 126 years old.
PLACEHOLDERS = {"", "unknown", "not known", "not recorded", "n/k", "0000-00-00", "00/00/0000", "01/01/1900", "01/01/1901"}
PLACEHOLDER_DAYS = {"1900-01-01", "1901-01-01", "9999-12-31"}

_DAY = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
WHEN_SCHEMA: dict[str, Any] = {
    "description": "A day, a month, a year, an instant or a range, exactly as precisely as somebody said it.",
    "anyOf": [
        _DAY,
        {
            "type": "string",
            "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?$",
        },
        {
            "type": "object",
            "properties": {"from": _DAY, "to": _DAY},
            "required": ["from", "to"],
            "additionalProperties": False,
        },
    ],
}


def _plain(value: Any) -> None:
    # Digits of other scripts are digits to Python, and would be read as a date that nobody here can check.
    if isinstance(value, str) and not value.isascii():
        raise ValueError(f"{value!r} is not written in plain digits: write a date like 2019-11-29")
    if isinstance(value, Mapping):
        for part in value.values():
            _plain(part)


def _check_year(year: int) -> None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(f"the year {year} cannot be right: it has to be between {EARLIEST_YEAR} and {LATEST_YEAR}")


def _check_said_once(value: Any, instant: datetime | None) -> None:
    """A local time in the hour that the clocks repeat is two instants: which of them, only the writer knows."""
    if instant is None or not isinstance(value, str) or _OFFSET.search(value):
        return
    local = instant.astimezone(LONDON)
    # The two readings differ only in the repeated hour. Guessing would move a limit in hours by one of them.
    if local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset():
        raise Wrong(
            f"{value!r} happened twice that night, when the clocks went back",
            "Add +01:00 for the first time or Z for the second.",
        )


def read_when(value: Any) -> When:
    """A :class:`When` from its written form. Raises ``ValueError`` with what is wrong and how to write it."""
    _plain(value)
    try:
        when = When.parse(value)
    except OverflowError as error:
        raise ValueError(f"{value!r} is outside the years a date can have") from error
    _check_said_once(value, when.instant)
    _check_year(when.first.year)
    _check_year(when.last.year)
    return when


def read_instant(value: Any) -> datetime:
    """An instant from its written form, in UTC. Raises ``ValueError``."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("an instant needs an offset")
        return value.astimezone(UTC)
    if not isinstance(value, str):
        raise ValueError("write a date and time like 2019-11-29T16:40:00Z")
    _plain(value)
    try:
        instant = parse_instant(value)
    except OverflowError as error:
        raise ValueError(f"{value!r} is outside the years a date can have") from error
    _check_said_once(value, instant)
    _check_year(instant.year)
    return instant


def write_instant(instant: datetime) -> str:
    """The written form of an instant, in UTC: ``2018-11-05T09:10:00Z``."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def hidden_characters(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that do not show: controls, direction overrides, zero-width marks, lone surrogates.
    The joiners that Persian and Indian names are spelt with are not among them."""
    return tuple(c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and c not in "\u200c\u200d")


def read_birth(value: Any) -> When | None:
    """A birth date or expected date. What other systems write when nobody knows (an empty text, "unknown", 1 January 1900
    or 1901, 31 December 9999) is read as not known, so that nobody turns 126."""
    if value is None:
        return None
    if isinstance(value, str) and (value.strip().lower() in PLACEHOLDERS or value.strip()[:10] in PLACEHOLDER_DAYS):
        return None
    return read_when(value)


ASK = "Ask whoever gave it for the number, or leave it out until somebody knows it."


def read_nhs_number(value: Any) -> str | None:
    """An NHS number as ten digits, as :func:`holdfast.kernel.nhs_number.read_number` reads it. Raises ``ValueError``."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Wrong("an NHS number is written as text, so that no zero at its start is lost", ASK)
    try:
        return read_number(value)
    except NotAnNhsNumber as error:
        raise Wrong(str(error), ASK) from error


# Whole names that other systems write where nobody knows one. "Baby Smith" and "TBC" are a child who has still to be named.
NOBODYS_NAMES = {"unknown", "not known", "name unknown", "unknown name", "name not known", "not recorded", "no name", "n k", "nk"}


def read_name(value: Any) -> Any:
    """A name, kept exactly as it was typed. One with characters that do not show is refused."""
    if isinstance(value, str) and (hidden := hidden_characters(value)):
        shown = " ".join(f"U+{ord(each):04X}" for each in dict.fromkeys(hidden))
        what = f"the name holds characters that do not show ({shown}), which can make it look like another name"
        raise Wrong(what, "Take them out.")
    return value


def read_lettered_name(value: Any) -> Any:
    """As :func:`read_name`, for somebody who is to be known by it: one with no letter in it is refused too."""
    # An empty text is a box that nobody filled: whether anything is left of the name is for whoever reads all of it. Blanks, dots
    # and figures were typed to get past one.
    if isinstance(value, str) and value and not any(letter.isalpha() for letter in value):
        raise Wrong("the name has no letter in it", "Write the name, or leave this part out where nobody knows it.")
    return read_name(value)


def is_nobodys_name(*parts: str | None) -> bool:
    """Whether the parts of a name together say only that nobody knows it."""
    words = re.findall(r"\w+", " ".join(part for part in parts if part).casefold())
    return " ".join(words) in NOBODYS_NAMES
