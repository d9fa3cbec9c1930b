"""Reading the written forms of a case file: dates, instants, and text that somebody could not have typed on purpose."""

import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from holdfast.kernel.when import When, parse_instant

EARLIEST_YEAR = 1800
LATEST_YEAR = 9000
NOT_KNOWN = frozenset({"", "unknown", "not known", "not recorded", "1900-01-01", "1901-01-01", "9999-12-31"})
"""What other systems write for a birth date nobody knows. None of them is a date."""

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
    if isinstance(value, str) and not value.isascii():
        raise ValueError(f"{value!r} is not written in plain digits: write a date like 2019-11-29")
    if isinstance(value, Mapping):
        for part in value.values():
            _plain(part)


def _check_year(year: int) -> None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(f"the year {year} cannot be right: it has to be between {EARLIEST_YEAR} and {LATEST_YEAR}")


def read_when(value: Any) -> When:
    """A :class:`When` from its written form. Raises ``ValueError`` with what is wrong and how to write it."""
    _plain(value)
    try:
        when = When.parse(value)
    except OverflowError as error:
        raise ValueError(f"{value!r} is outside the years a date can have") from error
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
    _check_year(instant.year)
    return instant


def write_instant(instant: datetime) -> str:
    """The written form of an instant, in UTC: ``2018-11-05T09:10:00Z``."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


def hidden_characters(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that do not show: controls, direction overrides, zero-width marks, lone surrogates.
    The joiners that Persian and Indian names are spelt with are not among them."""
    return tuple(c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and c not in "\u200c\u200d")
