"""How many different things, from how many different causes, were overdue or open at some time in a window that moves along."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from holdfast.engine.compiled.calendar_arrays import after
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.findings import CompactMatch
from holdfast.engine.compiled.instants import ALWAYS, FAR_OFF, NEVER, day_of, midnight
from holdfast.engine.compiled.person import PersonRecord
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
        self._leaves: dict[int, tuple[int, int]] = {}

    def trouble(self, rule: str, title: str, begins: int, until: int, cause: str, entry: CompactEntry) -> CompactTrouble:
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
        while (opens := after(near - 1, self._back)) is not None and opens >= day:
            near -= 1
        while (opens := after(near, self._back)) is not None and opens < day:
            near += 1
        return near


class StandingTrouble:
    """A trouble as it stands in the state of knowledge being looked at, and what was found where it began: which others were in
    the window then, whether they were enough, and the worry it raised, if it did. ``over`` is when they were too few again."""

    __slots__ = (
        "above", "entries", "leaving", "number", "over", "raises", "shown", "since", "state_ends", "trouble", "why", "with_it",
    )  # fmt: skip

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
        self.entries, self.why = _entries(self.trouble, troubles), _why(troubles)
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


class AtOnce:
    """Everything that was overdue or open, in the order in which it began. What was found of an instant is kept, so that where
    something reads otherwise from some instant on, only what comes after is gone through again."""

    def __init__(self, n: int) -> None:
        self.n = n
        self.line: list[Place] = []
        self.gones: list[int] = []
        """The instants at which something leaves the window, each as often as something does."""
        self._there: set[StandingTrouble] = set()
        self._leaving: list[tuple[int, int, StandingTrouble]] = []
        self._rules: Counter[str] = Counter()
        self._causes: Counter[str] = Counter()

    def add(self, standing: StandingTrouble, trouble: CompactTrouble) -> None:
        """A trouble is there."""
        if not standing.leaving:
            insort(self.line, standing.place)
        standing.leaving.append(trouble.leaves)
        if trouble.gone != NEVER:
            insort(self.gones, trouble.gone)

    def remove(self, standing: StandingTrouble, trouble: CompactTrouble) -> None:
        """It is there no longer."""
        standing.leaving.remove(trouble.leaves)
        if not standing.leaving:
            del self.line[bisect_left(self.line, standing.place)]
        if trouble.gone != NEVER:
            del self.gones[bisect_left(self.gones, trouble.gone)]

    def looked_at_before(self, since: int) -> int:
        """The last instant before another at which something began: what was found up to there stands."""
        place = bisect_left(self.line, (since,))
        return self.line[place - 1][0] if place else ALWAYS

    def go_through(
        self, person: PersonRecord, inside: Sequence[CompactSpan], since: int, until: int, waiting: list[StandingTrouble]
    ) -> list[StandingTrouble]:
        """All that begins or leaves from an instant on, up to another. ``waiting`` are those that worried before and were not
        over: they are when too few are left, and are dropped from it. Returns what was looked at."""
        line, gones = self.line, self.gones
        place = bisect_left(line, (since,))
        before = line[place - 1][3] if place else None
        above = before is not None and before.above
        self._begin(before)
        begun = place
        gone = bisect_right(gones, before.trouble.begins) if before is not None else 0
        while True:
            begins = line[place][0] if place < len(line) else NEVER
            leaves = gones[gone] if gone < len(gones) else NEVER
            at = min(begins, leaves)
            if at >= until:
                return [each[3] for each in line[begun:place]]
            self._let_go(at)
            first = place
            while place < len(line) and line[place][0] == at:
                self._take_in(line[place][3], at)
                place += 1
            enough = min(len(self._rules), len(self._causes)) >= self.n
            if leaves == at:
                gone = bisect_right(gones, at, gone)
                if not enough:
                    for each in waiting:
                        each.over = at
                    waiting.clear()
            if first < place:
                above = self._look(person, inside, [each[3] for each in line[first:place]], enough, above, waiting)

    def _look(
        self,
        person: PersonRecord,
        inside: Sequence[CompactSpan],
        beginning: list[StandingTrouble],
        enough: bool,
        above: bool,
        waiting: list[StandingTrouble],
    ) -> bool:
        """What begins at one instant: whether the first of it makes enough, where there were not."""
        stretch = _stretch(person, inside, day_of(beginning[0].trouble.begins)) if enough else None
        there = tuple(self._there)
        for each in beginning:
            each.raises = False
            if stretch is not None and not above:
                each.raise_with(sorted(there, key=_place), stretch)
                waiting.append(each)
            above = stretch is not None
            each.above, each.with_it = above, there
        return above

    # What is in the window.

    def _begin(self, before: StandingTrouble | None) -> None:
        """As it was when something began."""
        self._there, self._leaving = set(), []
        self._rules.clear()
        self._causes.clear()
        for each in before.with_it if before is not None else ():
            self._take_in(each, ALWAYS)

    def _take_in(self, standing: StandingTrouble, at: int) -> None:
        leaves = standing.leaves
        if leaves <= at:
            return
        self._there.add(standing)
        self._rules[standing.trouble.rule] += 1
        self._causes[standing.trouble.cause] += 1
        if leaves != NEVER:
            heappush(self._leaving, (leaves, standing.number, standing))

    def _let_go(self, at: int) -> None:
        leaving = self._leaving
        while leaving and leaving[0][0] <= at:
            standing = heappop(leaving)[2]
            self._there.discard(standing)
            for counted, key in ((self._rules, standing.trouble.rule), (self._causes, standing.trouble.cause)):
                counted[key] -= 1
                if not counted[key]:
                    del counted[key]


def _place(standing: StandingTrouble) -> Place:
    return standing.place


def at_once(
    person: PersonRecord, n: int, inside: Sequence[CompactSpan], troubles: Sequence[CompactTrouble]
) -> list[CompactMatch]:
    """Every time there were enough, in one state of knowledge: the same as :class:`AtOnce` finds, with nothing kept."""
    if len({each.rule for each in troubles}) < n or len({each.cause for each in troubles}) < n:
        return []
    beginning: dict[int, list[CompactTrouble]] = {}
    for trouble in troubles:
        beginning.setdefault(trouble.begins, []).append(trouble)
    gone = {trouble.gone for trouble in troubles} - {NEVER}
    found: list[CompactMatch] = []
    open_from, above = 0, False
    there: list[CompactTrouble] = []
    for at in sorted({*gone, *beginning}):
        begins = beginning.get(at, ())
        if not begins and open_from == len(found):
            continue
        there = [each for each in (*there, *begins) if each.leaves > at]
        enough = len({each.rule for each in there}) >= n and len({each.cause for each in there}) >= n
        if not enough and at in gone:
            for match in found[open_from:]:
                _end(match, at)
            open_from = len(found)
        if begins:
            stretch = _stretch(person, inside, day_of(at)) if enough else None
            if stretch is not None and not above:
                found.append(_match(begins[0], there, stretch))
            above = stretch is not None
    return found


def _stretch(person: PersonRecord, inside: Sequence[CompactSpan], day: int) -> CompactSpan | None:
    """The stretch of the state that the child is in on a day."""
    found = next((each for each in inside if each.start <= day < each.end), None)
    return found if found is not None and person.is_child_on(day) else None


def _match(own: CompactTrouble, there: Sequence[CompactTrouble], stretch: CompactSpan) -> CompactMatch:
    """The worry that a trouble makes with all that is in the window. It is over when the state is, unless it is sooner."""
    ended = None if stretch.end == FAR_OFF else (midnight(stretch.end), None)
    return CompactMatch(own.begins, _entries(own, there), ended, why=_why(there), part=own.rule)


def _end(match: CompactMatch, at: int) -> None:
    if match.ended is None or at < match.ended[0]:
        match.ended = (at, None)


def _entries(own: CompactTrouble, there: Iterable[CompactTrouble]) -> tuple[CompactEntry, ...]:
    others = {each.entry: None for each in there if each.entry is not own.entry}
    return (*sorted(others, key=in_order), own.entry)


def _why(there: Iterable[CompactTrouble]) -> str:
    named = "; ".join(dict.fromkeys(each.title for each in there)).replace("{", "(").replace("}", ")")
    return f"At once for this child: {named}."
