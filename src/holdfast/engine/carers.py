"""Overnight stays with relatives and friends, and whether anyone has checked who has the children."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from holdfast.engine.counting import Start
from holdfast.engine.fields import listed, value
from holdfast.engine.life import Life
from holdfast.vocabulary.entry import Entry

WINDOW_DAYS = 28
EPISODES = 2
NIGHTS = 3
INFORMAL = frozenset({"family", "section20", "other"})


@dataclass(frozen=True)
class Stay:
    """A stay away from the main home: who with, the first day, and the day it ended, where it has."""

    entry: Entry
    carers: tuple[str, ...]
    start: date
    ended_by: Entry | None
    end: date | None

    def nights(self, first: date, last: date) -> list[date]:
        """Nights slept there, each named by the day it began, from ``first`` to ``last`` inclusive."""
        begin = max(self.start, first)
        until = last if self.end is None else min(self.end - timedelta(days=1), last)
        return [begin + timedelta(days=n) for n in range((until - begin).days + 1)]


def stays(life: Life) -> list[Stay]:
    """Every stay with somebody who is not a parent, in order. A stay ends when it is said to, or when the next begins."""
    found: list[Stay] = []
    entries = life.entries("stay_started", "stay_ended")
    for number, entry in enumerate(entries):
        if entry.type != "stay_started" or value(entry, "arrangement") == "parents":
            continue
        ending = next(iter(entries[number + 1 :]), None)
        end = None if ending is None else max(ending.happened.last, entry.happened.last)
        found.append(Stay(entry, tuple(str(each) for each in listed(entry, "with")), entry.happened.last, ending, end))
    return found


def informal(stay: Stay) -> bool:
    """Whether it was an overnight stay that no fostering regulation covers."""
    return value(stay.entry, "overnight") is True and value(stay.entry, "arrangement") in INFORMAL


def assessed_by(life: Life, carers: tuple[str, ...], day: date, *, checks_count: bool) -> bool:
    """Whether a carer had been assessed by ``day``. An assessment that asked for more is not one."""
    for entry in life.known.of("viability_assessed", "safety_check_completed"):
        if value(entry, "carer") not in carers or entry.happened.first > day:
            continue
        if entry.type == "viability_assessed" and value(entry, "outcome") != "more_needed":
            return True
        if entry.type == "safety_check_completed" and checks_count:
            return True
    return False


def unassessed_overnight_stay(life: Life) -> Iterator[Start]:
    """Each overnight stay with a relative or friend whom nobody had checked when it began."""
    for stay in stays(life):
        if informal(stay) and not assessed_by(life, stay.carers, stay.start - timedelta(days=1), checks_count=True):
            yield Start.of(stay.entry)


@dataclass(frozen=True)
class Repeated:
    """The day a pattern of stays was reached, the entry that reached it and the stays that make it."""

    day: date
    entry: Entry
    carers: tuple[str, ...]
    evidence: tuple[Entry, ...]
    exact: bool


def repetitions(life: Life) -> Iterator[Repeated]:
    """Two stays, or three nights, in 28 days with one carer who had not been assessed. Said once for a carer, and again
    only after 28 days without a stay."""
    last_raised: dict[tuple[str, ...], date] = {}
    every = [stay for stay in stays(life) if informal(stay)]
    for number, stay in enumerate(every):
        earlier = [each for each in every[:number] if set(each.carers) & set(stay.carers)]
        recent = [
            each
            for each in earlier
            if (stay.start - (each.end or stay.start)).days < WINDOW_DAYS and _in_window(each, stay.start)
        ]
        day = stay.start if len(recent) + 1 >= EPISODES else _third_night(stay, recent)
        if day is None or assessed_by(life, stay.carers, day, checks_count=False):
            continue
        previous = last_raised.get(stay.carers)
        last_raised[stay.carers] = day
        if previous is not None and recent:
            continue
        used = (*recent, stay)
        yield Repeated(
            day, stay.entry, stay.carers, tuple(each.entry for each in used), all(e.entry.happened.exact for e in used)
        )


def _in_window(stay: Stay, day: date) -> bool:
    return stay.end is None or stay.end > day - timedelta(days=WINDOW_DAYS)


def _third_night(stay: Stay, recent: list[Stay]) -> date | None:
    """The day on which the third night in the window begins."""
    first = stay.start - timedelta(days=WINDOW_DAYS - 1)
    nights = [night for each in recent for night in each.nights(first, stay.start)]
    nights += stay.nights(stay.start, stay.start + timedelta(days=NIGHTS - 1))
    return sorted(nights)[NIGHTS - 1] if len(nights) >= NIGHTS else None


def repeated_overnight_stays(life: Life) -> Iterator[Start]:
    """Where :func:`repetitions` begin, as the start of a clock."""
    for each in repetitions(life):
        yield Start(each.entry, each.day, None, each.exact, (), None, each.evidence)
