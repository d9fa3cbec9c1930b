"""What shapes find, and what several of them share: matches, when they began and what ended them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from holdfast.engine.meanings import Meanings
from holdfast.engine.reference import met_by as meeting
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.findings import seen_at
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.rulebook import InUse
from holdfast.kernel.when import start_of_day
from holdfast.rules.event import Event
from holdfast.rules.shapes import Shape
from holdfast.vocabulary.entry import Entry

Ended = tuple[datetime, Entry | None] | None


@dataclass(frozen=True)
class Match:
    """What a shape finds, before it is put in words: when, by which entries (the one that made it so last), and its end.
    ``who``: of whom it is one of several worries that the same entry began. ``why``: a sentence of its own. ``counted_from``: the
    day it is counted from, where that is not the entry's own. ``part``: what else tells it from others the entry began."""

    at: datetime
    entries: tuple[Entry, ...]
    ended: Ended = None
    due: date | datetime | None = None
    who: tuple[str, ...] = ()
    why: str | None = None
    counted_from: date | None = None
    part: str = ""


Meaning = Callable[[PersonView, Any, InUse], Iterable[Match]]
"""What a shape finds for one person; what it says of standards is said of those in use."""
MEANINGS: Meanings[Meaning] = Meanings("shape", "holdfast.engine.reference.shapes")
"""By the shape, registered by each file of :mod:`holdfast.engine.reference.shapes`."""


def matches(person: PersonView, shape: Shape, rules: InUse) -> Iterable[Match]:
    """What a shape finds for one person."""
    return MEANINGS[type(shape)](person, shape, rules)


def kept(person: PersonView, shape: Shape, rules: InUse) -> tuple[Match, ...]:
    """The same, worked out once for all who look at it."""
    return person.keep(("matches", shape, rules), lambda person: tuple(matches(person, shape, rules)))


def began(start: Start) -> datetime:
    """The instant from which what a start says counts for a worry."""
    return seen_at(start.entry.happened) if start.day == start.entry.happened.last else start_of_day(start.day)


def can_worry(person: PersonView, day: date) -> bool:
    """Whether somebody was there to worry about on a day: a child who was living, or an adult."""
    return person.is_child_on(day) or person.is_adult(day)


def ended_by(person: PersonView, events: tuple[Event, ...], start: Start) -> Ended:
    """When something was done about a start, and by which entry."""
    # Never before it began: what was done on the morning of the day ends it as it starts.
    found = meeting.first(person, events, start) if events else None
    return None if found is None else (max(seen_at(found.entry.happened), began(start)), found.entry)


def sooner(one: Ended, other: Ended) -> Ended:
    """Whichever came first."""
    return min((each for each in (one, other) if each is not None), key=lambda each: each[0], default=None)
