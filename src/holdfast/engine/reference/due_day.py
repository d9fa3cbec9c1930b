"""What a clock counts from, and when what is counted from it is due."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from holdfast.engine.clock import last_moment
from holdfast.engine.reference.entry_fields import listed
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.units import ELAPSED, ROUGH, add, limit_ends
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When, later, start_of_day
from holdfast.rules.limit import Amount, LastsAtLeast, Limit
from holdfast.vocabulary.entry import Entry

__all__ = ["ELAPSED", "ROUGH", "Start", "add", "counted_on", "due", "in_time", "is_after", "warn_from"]


@dataclass(frozen=True)
class Start:
    """What a clock counts from: the entry that started it and the day (and instant, where known) that counts as day 0.

    A range counts from its last day. ``about`` narrows the clock to one adult; ``extra`` are other entries that explain.
    ``follows``: this entry met the clock before, so nothing that is read before it can meet this one. Two things done on one
    day would otherwise each meet the clock the other starts, for ever. ``already``: what had been done before, and met it
    as it started. ``missing``: the record shows only what came after, not the start itself, and this would have to be
    recorded to say more. ``shown_from``: the day its rule began to run, where it counts from something done before that.
    ``began``: how it began, where that is not what its rule says of every start.
    """

    entry: Entry
    day: date
    instant: datetime | None = None
    exact: bool = True
    about: tuple[str, ...] = ()
    excused: tuple[date, str | None, str] | None = None
    extra: tuple[Entry, ...] = ()
    follows: bool = False
    already: Entry | None = None
    missing: str | None = None
    shown_from: date | None = None
    began: str | None = None

    @classmethod
    def of(
        cls,
        entry: Entry,
        *,
        about: tuple[str, ...] = (),
        extra: tuple[Entry, ...] = (),
        already: Entry | None = None,
        missing: str | None = None,
    ) -> "Start":
        """Counting from when an entry happened."""
        # From the last day of a range: until then it may not have begun, and nobody is late before they can have been.
        when = entry.happened
        return cls(entry, when.last, when.instant, when.exact, about, None, extra, already=already, missing=missing)

    @property
    def end(self) -> datetime:
        """The latest instant at which it can have started: for a day, the midnight that ends it."""
        # Hours count from the midnight that ends the day where no time is known: whoever did it in the evening is not late by
        # the morning.
        return self.instant or start_of_day(self.day + timedelta(days=1))


def began_when(start: Start) -> When:
    """When it began, for a sentence: as its entry was written, or where it counts from something else, from that."""
    if start.began is not None and start.instant is not None:
        return When.at(start.instant)
    return start.entry.happened if start.day == start.entry.happened.last else When.day(start.day)


def due(limit: Limit, start: Start, person: PersonView | None = None) -> date | datetime | Unknown | None:
    """When something counted from ``start`` is due. ``None`` where it is counted in visits, which have no date yet. A limit
    counted from a birth asks ``person`` for it."""
    # The only limits that are not counted from what started them: how long a record is kept hangs on whose it is.
    if isinstance(limit, LastsAtLeast) and limit.unit in ("years_from_birth", "years_from_birth_of_subject"):
        return _years_from_birth(limit, start, person)
    return limit_ends(limit, start.day, start.end)


def _years_from_birth(limit: LastsAtLeast, start: Start, person: PersonView | None) -> date | Unknown:
    if limit.unit == "years_from_birth":
        return Unknown("the date of birth") if person is None else person.turns(limit.amount.n)
    born = next((each for each in listed(start.entry, "subject_born") if isinstance(each, When)), None)
    if born is None:
        return Unknown("the date of birth of the person it was about")
    found = add(born.last, Amount(limit.amount.n, "years"))
    return found if isinstance(found, date | Unknown) else Unknown("the date of birth of the person it was about")


def warn_from(due_by: date | datetime | Unknown | None, amount: Amount | None) -> datetime | None:
    """From when it is called due soon."""
    if amount is None or due_by is None or isinstance(due_by, Unknown):
        return None
    if amount.unit in ELAPSED:
        return later(last_moment(due_by), -amount.n * ELAPSED[amount.unit])
    # The day the due instant was written in, so that a warning in days comes at the start of one.
    day = due_by if not isinstance(due_by, datetime) else due_by.date()
    warned = add(day, Amount(-amount.n, amount.unit))
    return start_of_day(warned) if isinstance(warned, date) else None


def is_after(when: When, start: Start) -> bool:
    """Whether it can have happened at or after the start. Two things on one day whose times are not known can."""
    # Of two on one day only two times can say which was first; where one is not known, doubt is settled for whoever did it.
    if when.instant is not None and start.instant is not None:
        return when.instant >= start.instant
    return when.last >= start.day


def in_time(when: When, due_by: date | datetime) -> bool:
    """Whether any of it is in time: doubt about a range is settled in favour and marked approximate."""
    return when.start <= due_by if isinstance(due_by, datetime) else when.first <= due_by


def counted_on(when: When, start: Start) -> date:
    """The day on which something counts as done: the first day it can have been, not before the clock started."""
    # A range that began before the start counts from the start; one that was over by then keeps its own last day, for whoever
    # asks what came before.
    return max(when.first, start.day) if when.last >= start.day else when.last
