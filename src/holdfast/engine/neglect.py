"""Indicators of neglect: what was seen, which of the six aspects, by which agency, of which child."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from holdfast.engine.fields import listed
from holdfast.engine.life import Life
from holdfast.engine.who import agency_of
from holdfast.vocabulary.entry import Entry

WINDOW_DAYS = 56
INDICATORS = 4
AGENCIES = 2
TOOL_CURRENT_DAYS = 90


@dataclass(frozen=True)
class Indicator:
    """One aspect of neglect in one observation. The agency is unknown where whoever recorded it is."""

    entry: Entry
    aspect: str
    agency: str | None
    day: date


def indicators(life: Life) -> list[Indicator]:
    """Every indicator recorded about this child, oldest first."""
    return [
        Indicator(entry, str(aspect), agency_of(life.known, entry), entry.happened.last)
        for entry in life.entries("observation_recorded")
        for aspect in listed(entry, "neglect")
    ]


@dataclass(frozen=True)
class Gathering:
    """The day indicators reached the number that needs a tool, the one that reached it, and all that make it."""

    day: date
    entry: Entry
    evidence: tuple[Entry, ...]


def gatherings(life: Life) -> Iterator[Gathering]:
    """Each time indicators from two agencies reach four within 56 days with no tool completed in the last 90. Said
    again only after they had fallen below it."""
    found = indicators(life)
    above = False
    for number, last in enumerate(found):
        window = [each for each in found[: number + 1] if (last.day - each.day).days < WINDOW_DAYS]
        agencies = {each.agency for each in window if each.agency is not None}
        enough = len(window) >= INDICATORS and len(agencies) >= AGENCIES and not tool_current(life, last.day)
        if enough and not above:
            yield Gathering(last.day, last.entry, tuple(dict.fromkeys(each.entry for each in window)))
        above = enough


def tool_current(life: Life, day: date) -> bool:
    """Whether a neglect tool had been completed for this child in the 90 days up to ``day``."""
    since = day - timedelta(days=TOOL_CURRENT_DAYS)
    return any(since <= entry.happened.last and entry.happened.first <= day for entry in life.entries("neglect_tool_completed"))
