"""When each thing first showed, by what was known then.

A clock or a signal is worked out afresh for every state of knowledge the record passed through. Between two such states
nothing new was learned late, so whatever showed in between is dated exactly. Only entries recorded after the day they
happened, corrections and withdrawals make a new state; the rest are known as they happen.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from holdfast.engine.clock import Clock
from holdfast.engine.raised import Raised
from holdfast.engine.reference.beginning import Beginning
from holdfast.engine.reference.chains import Chains, read_for
from holdfast.engine.reference.known import Known
from holdfast.engine.reference.life import Life
from holdfast.engine.reference.remembering import Found, Memory
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import LONDON, london_day
from holdfast.vocabulary.world import World

TICK = timedelta(microseconds=1)
BEGINNING = datetime(1, 1, 2, tzinfo=LONDON)

Shown = Clock | Raised
NOTHING: Mapping[str, datetime] = {}


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


@dataclass(frozen=True, eq=False)
class Rule:
    """How a standard or a signal is read in one life: the entry types it reads, whether it counts in hours, and the
    function that finds what it shows, and what it ``begins`` with (unsaid: anything). A ``steady`` rule shows the same in
    every state of knowledge that has the entry it started from, as a standard about recording does."""

    id: str
    reads: frozenset[str]
    timed: bool
    shows: Callable[[Life], Iterable[Shown]]
    steady: bool = False
    begins: Beginning | None = None

    @property
    def each(self) -> bool:
        """Whether what each entry begins can be worked out by itself."""
        return self.begins is not None and self.begins.each


@dataclass(frozen=True)
class _First:
    """When each thing first showed: before this reading, or in it."""

    before: Mapping[str, datetime]
    here: dict[str, datetime] = field(default_factory=dict)

    def get(self, key: str) -> datetime | None:
        return self.before.get(key, self.here.get(key))


class Part(NamedTuple):
    """What is worked out at one time: a rule for one person, or only what the entry known by the id ``root`` begins of it."""

    person: str
    rule: Rule
    root: str | None = None


class Reader:
    """Reads rules over one world, remembering each state of knowledge so that every child is read from the same one.

    ``since`` leaves out the states of knowledge that were over by an instant, for whoever has kept what showed by then.
    ``chains`` and ``memory`` are those of an earlier reading of the same people, brought up to date.
    """

    def __init__(
        self,
        world: World,
        moment: Moment,
        *,
        since: datetime | None = None,
        chains: Chains | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.world = world
        self.moment = moment
        self.since = since
        self.chains = chains or Chains(world.entries)
        self.memory = memory or Memory(self.chains)
        self._states: dict[datetime, Known] = {}
        self._steps: dict[tuple[frozenset[str], bool, bool], list[datetime]] = {}

    def known(self, known_at: datetime) -> Known:
        """What is known at ``known_at``, the world stopped at the reader's moment."""
        found = self._states.get(known_at)
        if found is None:
            moment = Moment(self.moment.as_at, known_at)
            found = self._states[known_at] = Known(self.world, moment, chains=self.chains, memory=self.memory)
        return found

    def steps(self, rule: Rule) -> list[datetime]:
        """The instants at which something this rule reads became known later than it happened."""
        key = (rule.reads, rule.timed, rule.steady)
        found = self._steps.get(key)
        if found is None:
            limit = min(self.moment.known_at, self.moment.as_at)
            found = sorted({step for type in rule.reads for step in self._late(type, rule.timed) if step <= limit})
            if rule.steady:
                found = [step for step in found if step in self.chains.put_right]
            self._steps[key] = found
        return found

    def _late(self, type: str, timed: bool) -> list[datetime]:
        late = self.chains.late.get((type, timed), [])
        return late if self.since is None else late[bisect_right(late, self.since) :]

    def _states_of_knowledge(self, rule: Rule) -> Iterator[tuple[datetime, datetime]]:
        """From when to when each state of knowledge lasted, as far as ``rule`` could tell them apart."""
        last = self.moment.as_at + TICK
        steps = self.steps(rule)
        starts = [self._begun(rule), *steps]
        for start, end in zip(starts, [*steps, last], strict=True):
            if start < end:
                yield start, end

    def _begun(self, rule: Rule) -> datetime:
        """When the state of knowledge began that lasted at ``since``."""
        found = [BEGINNING]
        if self.since is None:
            return BEGINNING
        for type in rule.reads:
            late = self.chains.late.get((type, rule.timed), [])
            if rule.steady:
                late = [step for step in late if step in self.chains.put_right]
            at = bisect_right(late, self.since)
            found += late[at - 1 : at] if at else []
        return max(found)

    def life(self, person: str, known_at: datetime) -> Life:
        """One person's life in one state of knowledge, kept so that all rules share it."""
        return Life.of(self.known(known_at), person)

    def shows(self, part: Part, known_at: datetime) -> Found:
        """What a rule shows for one person in one state of knowledge."""
        return self.memory.keep(part, known_at, lambda: tuple(self._found(part, known_at)))

    def _found(self, part: Part, known_at: datetime) -> Iterable[Shown]:
        if part.root is None:
            return part.rule.shows(self.life(part.person, known_at))
        known = self.known(known_at)
        entry = known.done(part.root)
        if entry is None or part.person not in read_for(entry):
            return ()
        return part.rule.shows(Life(known, part.person, begun_by=entry))

    def parts(self, person: str, rule: Rule) -> list[Part]:
        """Everything of ``rule`` that could show something for ``person``, in the order in which it is said."""
        if rule.begins is None:
            return [Part(person, rule)]
        whom = person if rule.begins.own else None
        tracks = [self.chains.tracks[whom, type] for type in rule.begins.types if (whom, type) in self.chains.tracks]
        if not rule.begins.each:
            return [Part(person, rule)] if tracks else []
        last = {self.chains.root(version.entry.id): version.order for track in tracks for version in track.versions}
        return [Part(person, rule, root) for root in sorted(last, key=last.__getitem__)]

    def _shown(self, part: Part) -> Iterator[tuple[tuple[Shown, ...], datetime, datetime]]:
        """What a rule shows in turn, each from when to when it was what was known."""
        found: Found | None = None
        since = until = BEGINNING
        for start, end in self._states_of_knowledge(part.rule):
            known_at = min(end - TICK, self.moment.known_at)
            if found is None or not found.stands(known_at):
                following = self.shows(part, known_at)
                if found is not None:
                    yield found.value, since, until
                found, since = following, start
            until = end
        if found is not None:
            yield found.value, since, until

    def read(self, person: str, rule: Rule) -> list[Line]:
        """Every line of ``rule`` for ``person``, with when each first showed."""
        return [line for part in self.parts(person, rule) for line in self.lines(part)]

    def lines(self, part: Part, before: Mapping[str, datetime] = NOTHING) -> list[Line]:
        """Every line of one part. ``before`` says when what had shown by ``since`` first did, by its key."""
        raised = _First(before)
        seen: dict[str, tuple[Shown, datetime]] = {}
        for shows, start, end in self._shown(part):
            for what in shows:
                shown = _shown_from(what, start)
                if shown is not None and shown < end and shown <= self.moment.as_at:
                    raised.here.setdefault(what.key, shown)
                seen[what.key] = (what, end)
        final = {what.key: what for what in self.shows(part, self.moment.known_at).value}
        lines = [Line(what, raised.get(key)) for key, what in final.items() if _begun(what, self.moment.as_at)]
        lines += [
            line for key, (what, end) in seen.items() if key not in final for line in self._gone(what, end, raised.get(key))
        ]
        return [line for line in lines if not _never_showed(line)]

    def _gone(self, what: Shown, at: datetime, raised: datetime | None) -> Iterator[Line]:
        """A line that the record no longer bears out, because what made it was corrected or withdrawn."""
        for entry in self.chains.put_right.get(at, [])[:1]:
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
