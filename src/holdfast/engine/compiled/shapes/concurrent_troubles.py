"""How many different things, from how many different causes, were overdue or open at some time in a window that moves along."""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from heapq import heappop, heappush

from holdfast.engine.compiled.findings import CompactMatch
from holdfast.engine.compiled.instants import ALWAYS, FAR_OFF, NEVER, day_of, midnight
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shapes.standing_trouble import CompactTrouble, Place, StandingTrouble, entries_of, why_of
from holdfast.engine.compiled.state import CompactSpan


class ConcurrentTroubles:
    """Everything that was overdue or open, in the order in which it began. What was found of an instant is kept, so that where
    something reads otherwise from some instant on, only what comes after is gone through again."""

    def __init__(self, n: int) -> None:
        self.n = n
        self.line: list[Place] = []
        self.gones: list[int] = []
        """The instants at which something leaves the window, each as often as something does."""
        # What is in the window now, with how many rules and causes that is: counted as they come and go.
        self._there: set[StandingTrouble] = set()
        self._leaving: list[tuple[int, int, StandingTrouble]] = []
        self._rules: Counter[str] = Counter()
        self._causes: Counter[str] = Counter()

    def add(self, standing: StandingTrouble, trouble: CompactTrouble) -> None:
        """A trouble is there."""
        # One trouble may be there by several clocks that say the same: it stands in the line once, until the last of them
        # goes.
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
        # What was in the window then was kept where it began, so that nothing before it is gone through again.
        self._begin(before)
        begun = place
        gone = bisect_right(gones, before.trouble.begins) if before is not None else 0
        while True:
            begins = line[place][0] if place < len(line) else NEVER
            leaves = gones[gone] if gone < len(gones) else NEVER
            # Whatever comes first. What begins and leaves at one instant is taken together.
            at = min(begins, leaves)
            if at >= until:
                return [each[3] for each in line[begun:place]]
            # Before what begins is taken in: what leaves the window on a day is no longer there with it.
            self._let_go(at)
            first = place
            while place < len(line) and line[place][0] == at:
                self._take_in(line[place][3], at)
                place += 1
            enough = min(len(self._rules), len(self._causes)) >= self.n
            if leaves == at:
                gone = bisect_right(gones, at, gone)
                # Too few are left: every worry that was not over is.
                if not enough:
                    for each in waiting:
                        each.over = at
                    waiting.clear()
            if first < place:
                beginning = [each[3] for each in line[first:place]]
                above = self._look(person, inside, beginning, enough=enough, above=above, waiting=waiting)

    def _look(
        self,
        person: PersonRecord,
        inside: Sequence[CompactSpan],
        beginning: list[StandingTrouble],
        *,
        enough: bool,
        above: bool,
        waiting: list[StandingTrouble],
    ) -> bool:
        """What begins at one instant: whether the first of it makes enough, where there were not."""
        stretch = _stretch(person, inside, day_of(beginning[0].trouble.begins)) if enough else None
        there = tuple(self._there)
        for each in beginning:
            each.raises = False
            # The first that begins at this instant makes it, in the order of the rules.
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


def times_concurrent(
    person: PersonRecord, n: int, inside: Sequence[CompactSpan], troubles: Sequence[CompactTrouble]
) -> list[CompactMatch]:
    """Every time there were enough, in one state of knowledge: as :class:`ConcurrentTroubles` finds them, with nothing kept."""
    # Most children never have so many in all their lives, so that this is all that is asked of them.
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
        # Something leaves while no worry is open: nothing can come of it.
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
    return CompactMatch(own.begins, entries_of(own, there), ended, why=why_of(there), part=own.rule)


def _end(match: CompactMatch, at: int) -> None:
    if match.ended is None or at < match.ended[0]:
        match.ended = (at, None)
