"""How limits are counted, exactly as the case file's contract says."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from holdfast.engine.clock import last_moment
from holdfast.engine.fields import listed
from holdfast.engine.life import Life
from holdfast.kernel.calendar import add_months, england_and_wales, working_days_after
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import LONDON, When, later, start_of_day
from holdfast.standards.limits import Amount, Limit
from holdfast.vocabulary.entry import Entry

ELAPSED = {"minutes": timedelta(minutes=1), "hours": timedelta(hours=1)}
ROUGH = frozenset({"school_days", "before_next_school_day"})
"""Units counted on the working days of England and Wales because a school's own terms are not on the record: the day
they give is the earliest it can be, and is marked approximate."""
SCHOOL_BEGINS = time(9)
SUNDAY = 6


@dataclass(frozen=True)
class Start:
    """What a clock counts from: the entry that started it and the day (and instant, where known) that counts as day 0.

    A range counts from its last day. ``about`` narrows the clock to one adult; ``extra`` are other entries that explain.
    ``follows``: this entry met the clock before, so nothing that is read before it can meet this one. Two things done on one
    day would otherwise each meet the clock the other starts, for ever. ``already``: what had been done before, and met it
    as it started. ``missing``: the record shows only what came after, not the start itself, and this would have to be
    recorded to say more.
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
        when = entry.happened
        return cls(entry, when.last, when.instant, when.exact, about, None, extra, already=already, missing=missing)

    @property
    def end(self) -> datetime:
        """The latest instant at which it can have started: for a day, the midnight that ends it."""
        return self.instant or start_of_day(self.day + timedelta(days=1))


def due(limit: Limit, start: Start, life: Life | None = None) -> date | datetime | Unknown | None:
    """When something counted from ``start`` is due. ``None`` where it is counted in visits, which have no date yet. A limit
    counted from a birth asks ``life`` for it."""
    if limit.n is None:
        return start.day
    if limit.unit in ELAPSED:
        return later(start.end, int(limit.n) * ELAPSED[limit.unit])
    if limit.unit == "before_next_school_day":
        return next_school_morning(start.end)
    if limit.unit in ("years_from_birth", "years_from_birth_of_subject"):
        return _years_from_birth(limit, start, life)
    day = add(start.day, limit.amount)
    if not isinstance(day, date):
        return day
    if limit.count_from == "day_of_trigger" and limit.unit in ("calendar_days", "weeks") and limit.n:
        day -= timedelta(days=1)  # "beginning with": the day it started is the first of them
    return _noon_after_holiday(day) if limit.noon_after_holiday else day


def next_school_morning(after: datetime) -> datetime | Unknown:
    """When the first school day to begin after an instant begins, taking schools to be open on working days."""
    day = after.astimezone(LONDON).date()
    if after.astimezone(LONDON).time() >= SCHOOL_BEGINS or england_and_wales().is_working_day(day) is not True:
        following = working_days_after(day, 1)
        if isinstance(following, Unknown):
            return following
        day = following
    return datetime.combine(day, SCHOOL_BEGINS, LONDON)


def _years_from_birth(limit: Limit, start: Start, life: Life | None) -> date | Unknown:
    if limit.unit == "years_from_birth":
        return Unknown("the date of birth") if life is None else life.turns(limit.amount.n)
    born = next((each for each in listed(start.entry, "subject_born") if isinstance(each, When)), None)
    if born is None:
        return Unknown("the date of birth of the person it was about")
    found = add(born.last, Amount(limit.amount.n, "years"))
    return found if isinstance(found, date | Unknown) else Unknown("the date of birth of the person it was about")


def _noon_after_holiday(day: date) -> date | datetime | Unknown:
    calendar = england_and_wales()
    if not calendar.covers(day):
        return Unknown(f"bank holidays for {day.year}: the list covers {calendar.first_year} to {calendar.last_year}")
    if day.weekday() != SUNDAY and day not in calendar.holidays:
        return day
    while day.weekday() == SUNDAY or day in calendar.holidays:
        day += timedelta(days=1)
    return datetime.combine(day, time(12), LONDON)


def add(day: date, amount: Amount) -> date | Unknown | None:
    """``amount`` after ``day``, counted in days, weeks, months, years or working days. Weeks and months do not move for a
    weekend or a holiday. Unknown where no calendar reaches that far."""
    try:
        return _add(day, amount)
    except (OverflowError, ValueError):
        return Unknown(f"a date that the calendar reaches ({amount.in_words()} from {day.isoformat()} is beyond it)")


def _add(day: date, amount: Amount) -> date | Unknown | None:
    match amount.unit:
        case "working_days" | "school_days":
            return working_days_after(day, amount.n)
        case "calendar_days":
            return day + timedelta(days=amount.n)
        case "weeks":
            return day + timedelta(weeks=amount.n)
        case "months":
            return add_months(day, amount.n)
        case "years" | "years_from_last_contact" | "years_from_order":
            return add_months(day, 12 * amount.n)
        case _:
            return None


def warn_from(due_by: date | datetime | Unknown | None, amount: Amount | None) -> datetime | None:
    """From when it is called due soon."""
    if amount is None or due_by is None or isinstance(due_by, Unknown):
        return None
    if amount.unit in ELAPSED:
        return later(last_moment(due_by), -amount.n * ELAPSED[amount.unit])
    day = due_by if not isinstance(due_by, datetime) else due_by.date()
    warned = add(day, Amount(-amount.n, amount.unit))
    return start_of_day(warned) if isinstance(warned, date) else None


def is_after(when: When, start: Start) -> bool:
    """Whether it can have happened at or after the start. Two things on one day whose times are not known can."""
    if when.instant is not None and start.instant is not None:
        return when.instant >= start.instant
    return when.last >= start.day


def in_time(when: When, due_by: date | datetime) -> bool:
    """Whether any of it is in time: doubt about a range is settled in favour and marked approximate."""
    return when.start <= due_by if isinstance(due_by, datetime) else when.first <= due_by


def counted_on(when: When, start: Start) -> date:
    """The day on which something counts as done: the first day it can have been, not before the clock started."""
    return max(when.first, start.day) if when.last >= start.day else when.last
