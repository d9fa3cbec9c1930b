"""A trouble, one rule that was overdue or open, as it stands in a window that moves along."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from holdfast.engine.compiled.calendar_arrays import after
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.findings import CompactMatch
from holdfast.engine.compiled.instants import ALWAYS, FAR_OFF, NEVER, day_of, midnight
from holdfast.engine.compiled.state import CompactSpan
from holdfast.engine.compiled.timeline import in_order
from holdfast.rules.limit import Amount


class CompactTrouble(NamedTuple):
    """One rule that was overdue or open: its words, since when, and what caused it. It is in the window until it ``leaves``;
    ``gone`` is the instant at which that is looked at."""

    rule: str
    title: str
    begins: int
    leaves: int
    gone: int
    cause: str
    entry: CompactEntry

    def place(self) -> tuple[int, str]:
        """The order in which they are gone through."""
        return self.begins, self.rule


class Within:
    """How long the window is."""

    def __init__(self, amount: Amount) -> None:
        self._forward, self._back = (amount.n, amount.unit), (-amount.n, amount.unit)
        self._even = amount.unit in ("calendar_days", "weeks")
        # Many things are over on the same days.
        self._leaves: dict[int, tuple[int, int]] = {}

    def trouble(self, rule: str, title: str, *, begins: int, until: int, cause: str, entry: CompactEntry) -> CompactTrouble:
        """A trouble that lasted until an instant."""
        leaves, gone = (NEVER, NEVER) if until == NEVER else self._out_of_it(day_of(until))
        return CompactTrouble(rule, title, begins, leaves, gone, cause, entry)

    def _out_of_it(self, day: int) -> tuple[int, int]:
        """From when on something that was over on a day is no longer in the window, and when that is looked at."""
        found = self._leaves.get(day)
        if found is None:
            ends = after(day, self._forward)
            found = self._leaves[day] = (
                (NEVER, NEVER) if ends is None else (midnight(self._first_without(day, ends)), midnight(ends))
            )
        return found

    def _first_without(self, day: int, near: int) -> int:
        # Of months, back and forth are not the same.
        if self._even:
            return near
        # The window is counted back from a day, and this forward from another. A month on from the 31st and a month back from
        # there is not always the 31st, so the days beside it are tried.
        while (opens := after(near - 1, self._back)) is not None and opens >= day:
            near -= 1
        while (opens := after(near, self._back)) is not None and opens < day:
            near += 1
        return near


class StandingTrouble:
    """A trouble as it stands in the state of knowledge being looked at, and what was found where it began: which others were in
    the window then, whether they were enough, and the worry it raised, if it did. ``over`` is when they were too few again."""

    __slots__ = (
        "above",
        "entries",
        "leaving",
        "number",
        "over",
        "raises",
        "shown",
        "since",
        "state_ends",
        "trouble",
        "why",
        "with_it",
    )

    def __init__(self, trouble: CompactTrouble, number: int) -> None:
        self.trouble = trouble
        self.number = number
        self.leaving: list[int] = []
        self.above = self.raises = False
        self.with_it: tuple[StandingTrouble, ...] = ()
        self.entries: tuple[CompactEntry, ...] = ()
        self.why = ""
        self.over = self.state_ends = NEVER
        self.shown: CompactMatch | None = None
        self.since = ALWAYS

    @property
    def place(self) -> "Place":
        return self.trouble.begins, self.trouble.rule, self.number, self

    @property
    def leaves(self) -> int:
        """When it leaves the window; of several that are the same, the last."""
        return max(self.leaving)

    def raise_with(self, there: Sequence["StandingTrouble"], stretch: CompactSpan) -> None:
        """It worries from here: with all that was overdue or open in the window."""
        troubles = [each.trouble for each in there]
        self.raises, self.over = True, NEVER
        self.entries, self.why = entries_of(self.trouble, troubles), why_of(troubles)
        self.state_ends = NEVER if stretch.end == FAR_OFF else midnight(stretch.end)

    def match(self, until: int) -> CompactMatch | None:
        """The worry, as far as what there is before ``until`` tells. What is not over by then is said to be over then: how it
        would have gone on shows in no state of knowledge that ends there."""
        if not self.raises:
            return None
        over = min(self.over, self.state_ends, until)
        return CompactMatch(
            self.trouble.begins, self.entries, None if over == NEVER else (over, None), why=self.why, part=self.trouble.rule
        )


Place = tuple[int, str, int, StandingTrouble]


def entries_of(own: CompactTrouble, there: Iterable[CompactTrouble]) -> tuple[CompactEntry, ...]:
    """What shows it: the others' entries in their order, then its own."""
    # Each entry once, though several rules may have been broken by it.
    others = {each.entry: None for each in there if each.entry is not own.entry}
    return (*sorted(others, key=in_order), own.entry)


def why_of(there: Iterable[CompactTrouble]) -> str:
    """What was there at once, in words."""
    named = "; ".join(dict.fromkeys(each.title for each in there)).replace("{", "(").replace("}", ")")
    return f"At once for this child: {named}."
