"""When each thing first showed, by what was known then.

A clock or a signal is worked out afresh for every state of knowledge the record passed through. Between two such states
nothing new was learned late, so whatever showed in between is dated exactly. Only entries recorded after the day they
happened, corrections and withdrawals make a new state; the rest are known as they happen.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from holdfast.engine.clock import Clock
from holdfast.engine.known import Chains, Known
from holdfast.engine.life import Life
from holdfast.engine.raised import Raised
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import LONDON, end_of_day, london_day
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

TICK = timedelta(microseconds=1)
BEGINNING = datetime(1, 1, 2, tzinfo=LONDON)

Shown = Clock | Raised


@dataclass(frozen=True)
class Line:
    """One clock or signal with its history: when it first showed as a breach or a worry, and when it was withdrawn."""

    what: Shown
    raised_at: datetime | None
    withdrawn_at: datetime | None = None
    withdrawn_why: str | None = None

    @property
    def rule(self) -> str:
        return self.what.standard if isinstance(self.what, Clock) else self.what.signal

    @property
    def raised_on(self) -> date | None:
        """The day it first showed, by what was known then."""
        return None if self.raised_at is None else london_day(self.raised_at)

    @property
    def withdrawn_on(self) -> date | None:
        """The day what raised it was corrected or withdrawn."""
        return None if self.withdrawn_at is None else london_day(self.withdrawn_at)


@dataclass(frozen=True)
class Rule:
    """How a standard or a signal is read in one life: the entry types it reads, whether it counts in hours, and the
    function that finds what it shows. A ``steady`` rule shows the same in every state of knowledge that has the entry
    it started from, as a standard about recording does."""

    id: str
    reads: frozenset[str]
    timed: bool
    shows: Callable[[Life], Iterable[Shown]]
    steady: bool = False


class Reader:
    """Reads rules over one world, remembering each state of knowledge so that every child is read from the same one.

    ``since`` leaves out the states of knowledge before an instant, for whoever has kept what showed by then: what first
    showed earlier is then dated to that instant.
    """

    def __init__(self, world: World, moment: Moment, *, since: datetime | None = None) -> None:
        self.world = world
        self.moment = moment
        self.since = since
        self.chains = Chains(world.entries)
        self._states: dict[tuple[datetime, frozenset[str]], Known] = {}
        self._steps: dict[tuple[frozenset[str], bool], list[datetime]] = {}

    def known(self, known_at: datetime, types: frozenset[str]) -> Known:
        """What is known of these types at ``known_at``, the world stopped at the reader's moment."""
        key = (known_at, types)
        if key not in self._states:
            moment = Moment(self.moment.as_at, known_at)
            self._states[key] = Known(self.world, moment, chains=self.chains, types=types)
        return self._states[key]

    def steps(self, rule: Rule) -> list[datetime]:
        """The instants at which something this rule reads became known later than it happened."""
        key = (rule.reads, rule.timed)
        if key not in self._steps:
            limit = min(self.moment.known_at, self.moment.as_at)
            self._steps[key] = sorted(
                {
                    entry.recorded_at
                    for entry in self.world.entries
                    if entry.recorded_at <= limit and self._relevant(entry, rule) and _known_late(entry, timed=rule.timed)
                }
            )
        return self._steps[key]

    def _states_of_knowledge(self, rule: Rule) -> Iterator[tuple[datetime, datetime]]:
        """From when to when each state of knowledge lasted, as far as ``rule`` could tell them apart."""
        last = self.moment.as_at + TICK
        steps = [step for step in self.steps(rule) if self.since is None or step > self.since]
        if rule.steady:
            steps = [step for step in steps if step in self._put_right]
        starts = [BEGINNING if self.since is None else self.since, *steps]
        for start, end in zip(starts, [*steps, last], strict=True):
            if start < end:
                yield start, end

    @cached_property
    def _put_right(self) -> frozenset[datetime]:
        return frozenset(e.recorded_at for e in self.world.entries if e.corrects is not None or e.withdraws is not None)

    def life(self, person: str, known_at: datetime, types: frozenset[str]) -> Life:
        """One person's life in one state of knowledge, kept so that rules that read the same share it."""
        return Life.of(self.known(known_at, types), person)

    def _relevant(self, entry: Entry, rule: Rule) -> bool:
        if entry.withdraws is not None:
            withdrawn = self.chains.by_id.get(entry.withdraws)
            return withdrawn is not None and withdrawn.type in rule.reads
        return entry.type in rule.reads

    def read(self, person: str, rule: Rule) -> list[Line]:
        """Every line of ``rule`` for ``person``, with when each first showed."""
        raised: dict[str, datetime] = {}
        seen: dict[str, tuple[Shown, datetime]] = {}
        for start, end in self._states_of_knowledge(rule):
            known_at = min(end - TICK, self.moment.known_at)
            for what in rule.shows(self.life(person, known_at, rule.reads)):
                shown = _shown_from(what, start)
                if shown is not None and shown < end and shown <= self.moment.as_at:
                    raised.setdefault(what.key, shown)
                seen[what.key] = (what, end)
        final = {what.key: what for what in rule.shows(self.life(person, self.moment.known_at, rule.reads))}
        lines = [Line(what, raised.get(key)) for key, what in final.items() if _begun(what, self.moment.as_at)]
        lines += [
            line for key, (what, end) in seen.items() if key not in final for line in self._gone(what, end, raised.get(key))
        ]
        return [line for line in lines if not _never_showed(line)]

    def _gone(self, what: Shown, at: datetime, raised: datetime | None) -> Iterator[Line]:
        """A line that the record no longer bears out, because what made it was corrected or withdrawn."""
        for entry in self.world.entries:
            if entry.recorded_at == at and (entry.withdraws is not None or entry.corrects is not None):
                verb = "withdrawn" if entry.withdraws is not None else "corrected"
                why = f"{verb} on {_day(at)}: {entry.reason}"
                if isinstance(what, Clock):
                    what = replace(
                        what, met_by=None, met_on=None, met_late=False, missing=None,
                        excused_on=london_day(at), excused_by=entry.id, excused_why=why,
                    )  # fmt: skip
                yield Line(what, raised, at, why)
                return
        if raised is not None:
            yield Line(what, raised, at, "the record no longer shows it")


def _day(at: datetime) -> str:
    day = london_day(at)
    return f"{day.day} {day:%b %Y}"


def _known_late(entry: Entry, *, timed: bool) -> bool:
    if entry.corrects is not None or entry.withdraws is not None:
        return True
    by = entry.happened.start if timed and entry.happened.instant else end_of_day(entry.happened.first)
    return entry.recorded_at > by


def _begun(what: Shown, as_at: datetime) -> bool:
    return (what.started_at if isinstance(what, Clock) else what.raised_at) <= as_at


def _never_showed(line: Line) -> bool:
    """Whether it is a worry that was over, or put right, before anybody could have seen it."""
    if not isinstance(line.what, Raised) or line.raised_at is not None:
        return False
    return line.what.ended_at is not None or line.withdrawn_at is not None


def _shown_from(what: Shown, known_from: datetime) -> datetime | None:
    """The first instant from ``known_from`` on at which this version shows a breach or a worry."""
    if isinstance(what, Raised):
        shown = max(what.raised_at, known_from)
        return None if what.ended_at is not None and shown >= what.ended_at else shown
    breach = what.breach()
    if breach is None:
        return None
    begins, until = breach
    shown = max(begins, known_from if what.known_from is None else max(known_from, what.known_from))
    if what.met_late and what.met_on is not None:
        return shown
    return None if until is not None and shown >= until else shown
