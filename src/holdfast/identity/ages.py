"""How old somebody is on a day, no more exactly than their birth is known."""

from dataclasses import dataclass
from datetime import date

from holdfast.kernel.when import When

MONTHS_UNTIL = 24
"""Below this many months an age is said in months: for a baby a year says too little."""


@dataclass(frozen=True)
class Age:
    """An age as a range of full years, ``least`` to ``most``. ``short`` fits in a symbol ("34", "1–2", "7m", "?"); ``words``
    stands in a sentence ("aged 34", "between 1 and 2 years old")."""

    least: int | None
    most: int | None
    short: str
    words: str

    @property
    def known(self) -> bool:
        """Whether anything is known of it."""
        return self.least is not None


UNKNOWN = Age(None, None, "?", "age not known")


def years(born: date, day: date) -> int:
    """Full years on ``day``. Somebody born on 29 February is a year older from 1 March in a year without one."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def months(born: date, day: date) -> int:
    """Full months on ``day``."""
    return (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)


def age(born: When | None, day: date, died: When | None = None) -> Age:
    """The age on ``day`` of somebody born at ``born``: a range wherever the birth is one, unknown where it is not recorded. Of
    somebody who had died by then it is the age at death."""
    if born is None:
        return UNKNOWN
    first, last = (day, day) if died is None or died.first > day else (died.first, min(died.last, day))
    if born.first > last:
        # Not nought: a baby of no age and one who is not there are looked for differently at night.
        return Age(None, None, "", "not yet born")
    youngest, oldest = max(years(born.last, first), 0), years(born.first, last)
    # Decided by the eldest they may be: half in months and half in years could not be compared at a glance.
    if oldest * 12 < MONTHS_UNTIL:
        return _in_months(max(months(born.last, first), 0), months(born.first, last), youngest, oldest)
    if youngest == oldest:
        return Age(youngest, oldest, str(youngest), f"aged {youngest}")
    if youngest == 0:
        return Age(0, oldest, f"0–{oldest}", f"not more than {oldest} {'year' if oldest == 1 else 'years'} old")
    joined = f"{youngest} or {oldest}" if oldest == youngest + 1 else f"between {youngest} and {oldest}"
    return Age(youngest, oldest, f"{youngest}–{oldest}", f"aged {joined}")


def died_in_words(died: When | None, at: Age) -> str:
    """An age, or where somebody has died when, and how old they were: "died 1 February 2017, aged 1"."""
    if died is None:
        return at.words
    return f"died {died.in_words()}, {at.words}" if at.known else f"died {died.in_words()}"


def _in_months(least: int, most: int, youngest: int, oldest: int) -> Age:
    if least == most:
        words = "under a month old" if most == 0 else f"{most} month{'' if most == 1 else 's'} old"
        return Age(youngest, oldest, f"{most}m", words)
    short = str(oldest) if youngest == oldest else f"{youngest}–{oldest}"
    return Age(youngest, oldest, short, f"between {least} and {most} months old")
