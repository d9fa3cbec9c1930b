"""Who somebody is as far as age goes: born when, expected, dead, of age from which day."""

from datetime import date
from typing import cast

from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.instants import FAR_OFF, day_of
from holdfast.engine.reference.person_view import MAJORITY
from holdfast.kernel.birthdays import birthday


class Identity:
    """When somebody was born (the first and last day it can have been), whether the record shows a pregnancy and no birth, and
    what records their death. ``dead_from`` is the day by which they had certainly died (:data:`FAR_OFF` while they live)."""

    __slots__ = ("_leap", "_reached", "born_first", "born_last", "dead_from", "died", "expected", "majority")

    def __init__(self, first: int | None, last: int | None, *, expected: bool, died: CompactEntry | None, leap: str) -> None:
        self.born_first = first
        self.born_last = last
        self.expected = expected
        self.died = died
        # Whoever wrote it down in the middle of the month knew of it: nobody waits for the month to be over.
        self.dead_from = FAR_OFF if died is None else max(died.first, min(died.last, day_of(died.recorded)))
        self._leap = leap
        # A dozen rules ask for the same few birthdays.
        self._reached: dict[int, int] = {}
        self.majority = None if last is None else self.turns(MAJORITY)

    def turns(self, years: int) -> int:
        """The day they certainly have reached an age. Only for somebody whose birth is known."""
        found = self._reached.get(years)
        if found is None:
            found = self._reached[years] = self.birthday(cast("int", self.born_last), years)
        return found

    def birthday(self, born: int, years: int) -> int:
        """The day somebody born then reaches an age."""
        return birthday(date.fromordinal(born), years, self._leap).toordinal()
