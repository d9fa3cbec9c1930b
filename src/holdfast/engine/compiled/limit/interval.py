"""Something to be done again and again while a state lasts: each thing done starts the next interval."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from itertools import count
from typing import Any

from holdfast.engine.compiled.calendar_arrays import Due, after
from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry, happened
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_lookup import Candidates, candidates, first
from holdfast.engine.compiled.instants import FAR_OFF
from holdfast.engine.compiled.knowledge_states import Tile, in_each_state
from holdfast.engine.compiled.limit.inline_source import is_writable, recurring_clocks
from holdfast.engine.compiled.limit.per_start import due_after
from holdfast.engine.compiled.outcome import exemption, resolve, start_clock
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.standard import KINDS, Now, OverTime
from holdfast.engine.compiled.state import CompactSpan, span_on, spans
from holdfast.engine.compiled.terms import CompiledLimit, Terms
from holdfast.rules.conditions import FieldIs, Not
from holdfast.rules.event import on
from holdfast.rules.limit import FirstThenEvery, FromAge, Interval, Limit, Once
from holdfast.rules.standard import Standard

VISITS = on("visit_made", where=(Not(FieldIs("home", False)),), names="seen")
"""What a limit in visits counts: home visits in which the child was seen."""
SLEEPING_PLACE_SEEN = replace(VISITS, where=(*VISITS.where, FieldIs("sleeping_place_seen", True)))
Change = tuple[int | None, CompiledEvent | None, CompiledLimit]


def interval(compiler: Compiler, rule: Standard, terms: Terms) -> tuple[Now, OverTime]:
    """One clock for each interval: from the start of the state, or of the part of it that counts, then from each thing done."""
    asked = _Interval(compiler, rule, terms)
    if compiler.caching and is_writable(terms):
        by_age = [(age, limit) for age, _, limit in asked.changes if age is not None]
        return recurring_clocks(compiler, terms, asked.now, by_age), asked.over_time
    return asked.now, asked.over_time


class _Interval:
    """One standard that asks for something again and again."""

    def __init__(self, compiler: Compiler, rule: Standard, terms: Terms) -> None:
        assert terms.during is not None and terms.met_by is not None
        self.terms = terms
        self.during = terms.during
        self.done_by = terms.met_by
        self.changes = _changes(compiler, rule.limit)
        self.visits = compiler.event(VISITS, linked=False)
        self.slept = compiler.event(SLEEPING_PLACE_SEEN, linked=False)

    def now(self, person: PersonRecord) -> Sequence[CompactClock]:
        """The clocks in the state of knowledge being looked at."""
        found: list[CompactClock] = []
        for begun in self.running(person):
            start: CompactStart | None = begun
            while start is not None:
                clock, start = self.one(person, start)
                found.append(clock)
        return found

    def over_time(self, person: PersonRecord) -> Iterator[Tile[CompactClock]]:
        """The links in the order of their days, each with the times at which it was one: a thing done late splits the links
        around it and none that follow. Where two chains come to one day and entry, the one that began later is said later."""
        # A link may be reached by several ways, in several states of knowledge. Taken by day, all that leads to it has been
        # gone through before it is.
        heap: list[tuple[Any, ...]] = []
        turn = count()
        waiting: dict[tuple[Any, ...], tuple[CompactStart, list[tuple[int, int]]]] = {}

        def wait(start: CompactStart, since: int, until: int, origin: tuple[Any, ...]) -> None:
            # By all that it says: the same link in another state is gone through once, for both.
            key = (start.day, start.entry.order, *start.key()[3:])
            if key not in waiting:
                waiting[key] = (start, [])
                # The turn before the key, because starts cannot be told to be one before the other.
                heappush(heap, (start.day, start.entry.order, origin, next(turn), key))
            waiting[key][1].append((since, until))

        for start, since, until in in_each_state(person, self.running):
            wait(start, since, until, (start.day, start.entry.order))
        view = person.view
        while heap:
            _, _, origin, _, key = heappop(heap)
            start, windows = waiting.pop(key)
            # States that touch are one: the link says the same in both.
            for since, until in _joined(windows):
                at = since
                while at < until:
                    view.at, view.until = at, until
                    clock, following = self.one(person, start)
                    # As long as nothing it read reads otherwise; then it is gone through again, and what follows from there
                    # on.
                    stands = view.until
                    yield clock, at, stands
                    if following is not None:
                        wait(following, at, stands, origin)
                    at = stands

    def running(self, person: PersonRecord) -> Iterator[CompactStart]:
        """Where each stretch of the state begins to count for this person. One that cannot be told says what is missing."""
        terms = self.terms
        for span in spans(person, self.during):
            if not person.owns(span.started_by):
                continue
            start = start_of(span.started_by)
            if terms.starts_after is not None:
                begins = after(span.start, terms.starts_after)
                if begins is None or begins >= span.end:
                    continue
                start = self._since_last_done(person, span, start, begins)
            begun = asked_from_age(person, terms, span, start)
            if begun is not None:
                yield begun

    def _since_last_done(self, person: PersonRecord, span: CompactSpan, start: CompactStart, begins: int) -> CompactStart:
        """Where the rule begins to run part of the way through a state, it counts from what was last done before, so that no
        gap opens between the rule that held until then and this one."""
        # The whole question, because these were not found by what they point at.
        fits, last = self.done_by.fits_whole, None
        for entry in person.read(self.done_by.types):
            if span.start <= entry.last < begins and fits(person, entry, start.entry, None):
                last = entry
        if last is None:
            return replaced(start, day=begins, instant=None)
        exact = last.exact and start.exact
        return replaced(start, entry=last, day=last.last, instant=None, exact=exact, follows=True, shown_from=begins)

    def one(self, person: PersonRecord, start: CompactStart) -> tuple[CompactClock, CompactStart | None]:
        """One interval, and the start of the next."""
        terms = self.terms
        if start.missing is not None:
            return _untold(person, terms, start), None
        limit = self._limit(person, start) if self.changes else terms.limit_on(start.day)
        # A limit in visits has no date until they are made.
        if limit.limit.unit == "visits":
            clock = start_clock(person, terms, start, Due(None), limit)
            self._count_visits(person, limit, clock, start)
        else:
            clock = start_clock(person, terms, start, due_after(person, limit, start), limit)
        resolve(person, terms, clock, start, met_by=terms.met_by, over=exemption(person, terms, start))
        return clock, self._next(person, clock, start)

    def _limit(self, person: PersonRecord, start: CompactStart) -> CompiledLimit:
        """The limit that has taken over by the start of this interval, if one has."""
        limit = self.terms.limit_on(start.day)
        for age, event, other in self.changes:
            if age is not None:
                who = person.identity()
                if who.born_last is not None and who.turns(age) <= start.day:
                    limit = other
            elif event is not None and self._has_happened(person, event, start):
                limit = other
        return limit

    def _has_happened(self, person: PersonRecord, event: CompiledEvent, start: CompactStart) -> bool:
        span = span_on(person, self.during, start.day)
        return span is not None and any(
            span.start <= entry.last <= start.day and event.fits(person, entry, start.entry, None)
            for entry in person.read(event.types)
        )

    def _next(self, person: PersonRecord, clock: CompactClock, start: CompactStart) -> CompactStart | None:
        """Each thing done starts the next interval, while the state lasts."""
        done = clock.met
        if done is None or (clock.due is None and clock.limit.limit.unit != "visits"):
            return None
        day = max(done.last, start.day)
        span = span_on(person, self.during, day)
        if span is None or (done.type in self.during.end_types and span.ended_by is not None and span.ended_by.id == done.id):
            return None
        if self.terms.stops_after is not None:
            stops = after(span.start, self.terms.stops_after)
            if stops is not None and day >= stops:
                return None
        # The entry that started it would start it again and again.
        if day == start.day and done.id == start.entry.id:
            return None
        following = start_of(done)
        following.day, following.exact, following.follows = day, done.exact and start.exact, True
        following.plain = False
        return following

    def _count_visits(self, person: PersonRecord, limit: CompiledLimit, clock: CompactClock, start: CompactStart) -> None:
        """A limit in visits: due at the ``n``-th home visit since, which has no date until it is made."""
        wanted = limit.wanted
        counted = self._visits_since(person, start, wanted)
        if len(counted) < wanted:
            return
        unsaid = next((entry for entry in counted if entry.data.get("sleeping_place_seen") is None), None)
        seen = any(entry.data.get("sleeping_place_seen") is True for entry in counted)
        if unsaid is not None and not seen and first(person, self.slept, start) is None:
            clock.missing = f"whether the sleeping place was seen {happened(unsaid).placed()}"
            return
        clock.due, clock.evidence = counted[-1].last, tuple(counted)

    def _visits_since(self, person: PersonRecord, start: CompactStart, wanted: int) -> list[CompactEntry]:
        found = candidates(person, self.visits)
        assert isinstance(found, Candidates)
        view, made, last = person.view, [], FAR_OFF
        entries = found.exact[bisect_left(found.days, start.day) :]
        if found.ranges:
            # In reading order among the others, since the n-th is asked for.
            ranges = [entry for entry in found.ranges if entry.last >= start.day]
            entries = sorted((*entries, *ranges), key=lambda entry: entry.order)
        for entry in entries:
            if (
                entry.since <= view.at < entry.until
                and entry.id != start.entry.id
                and (entry.instant is None or start.instant is None or entry.instant >= start.instant)
                and (found.test is None or self.visits.fits(person, entry, None, None))
            ):
                made.append(entry)
                if len(made) == wanted:
                    last = entry.last
                    break
        if view.at < found.changes_by:
            # As far as the last that was counted: later visits change nothing.
            found.stand_until(view, start.day, last)
        return made


def _changes(compiler: Compiler, limit: Limit) -> list[Change]:
    """What holds instead, from which age or after which event."""
    match limit:
        case Interval():
            return [(*_from(compiler, change), CompiledLimit(limit.changed(change))) for change in limit.changes]
        case FirstThenEvery():
            return [(*_from(compiler, limit.then), CompiledLimit(limit.changed(limit.then)))]
    return []


def _from(compiler: Compiler, change: Once | FromAge) -> tuple[int | None, CompiledEvent | None]:
    return (change.years, None) if isinstance(change, FromAge) else (None, compiler.event(change.after, linked=False))


def _joined(windows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Times that touch, as one."""
    found: list[tuple[int, int]] = []
    for since, until in sorted(windows):
        if found and since <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], until))
        else:
            found.append((since, until))
    return found


def asked_from_age(person: PersonRecord, terms: Terms, span: CompactSpan, start: CompactStart) -> CompactStart | None:
    """The start, or the birthday in the state from which the rule is asked of a child who was too young at its start; with what
    is missing where nobody can tell, and ``None`` where it is not asked."""
    if terms.from_age is None:
        return start
    who = person.identity()
    if who.born_last is None:
        if who.expected:
            return None
        return start if terms.from_age == 0 else replaced(start, missing="the date of birth")
    reached = who.turns(terms.from_age)
    if reached <= start.day:
        return start
    return replaced(start, day=reached, instant=None) if reached < span.end else None


def from_age(person: PersonRecord, terms: Terms, span: CompactSpan, start: CompactStart) -> CompactStart | CompactClock | None:
    """The same, as a clock that says what is missing where nobody can tell."""
    begun = asked_from_age(person, terms, span, start)
    if begun is None or begun.missing is None or start.missing is not None:
        return begun
    return _untold(person, terms, begun)


def _untold(person: PersonRecord, terms: Terms, start: CompactStart) -> CompactClock:
    """A clock of which nobody can tell when it is due."""
    limit, told = terms.limits[0], replaced(start, missing=None)
    clock = start_clock(person, terms, told, due_after(person, limit, told), limit)
    clock.due, clock.missing = None, start.missing
    return clock


KINDS.update({Interval: interval, FirstThenEvery: interval})
