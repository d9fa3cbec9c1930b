"""When each thing first showed, by what was known then.

A clock or a signal is worked out afresh for every state of knowledge the record passed through. What was recorded as it happened
counts as known as it happened; what was recorded later, corrected or withdrawn makes a new state from its recording on
(docs/counting.md). Between two such states nothing new was learned late, so whatever showed in between is dated exactly.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from holdfast.engine.clock import Clock
from holdfast.engine.history_line import HistoryLine, Shown, shown_again
from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.engine.reference.shown_stretch import ShownStretch, add_state, there_since
from holdfast.engine.reference.version_history import VersionHistory
from holdfast.engine.reference.version_timeline import BEGINNING
from holdfast.engine.sentences import late_death
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import day_in_words, london_day
from holdfast.rules.node import Beginning
from holdfast.vocabulary.world import World

TICK = timedelta(microseconds=1)


@dataclass(frozen=True, eq=False)
class RuleInState:
    """How a standard or a signal is read for one person: the entry types it reads, whether it counts in hours, the function that
    finds what it shows, and what it ``begins`` with (unsaid: anything)."""

    id: str
    reads: frozenset[str]
    timed: bool
    shows: Callable[[PersonView], Iterable[Shown]]
    begins: Beginning | None = None


class ReferenceEvaluator:
    """Reads rules over one world, so that every child and every rule is read from the same states of knowledge."""

    def __init__(self, world: World, moment: Moment, *, history: VersionHistory | None = None) -> None:
        self.world = world
        self.moment = moment
        self.history = history or VersionHistory(world.entries)
        self._states: dict[tuple[datetime, datetime, bool], RecordView] = {}

    def known(self, at: datetime, *, timed: bool = False) -> RecordView:
        """What was known at an instant of what the record shows at the reader's moment."""
        return self._known(self.moment, at, timed)

    def _known(self, moment: Moment, at: datetime, timed: bool) -> RecordView:
        key = (moment.known_at, at, timed)
        if key not in self._states:
            self._states[key] = RecordView(self.world, moment, history=self.history, at=at, timed=timed)
        return self._states[key]

    def view(self, person: str, at: datetime) -> PersonView:
        """One person in one state of knowledge."""
        return PersonView.of(self.known(at), person)

    def shows(self, rule: RuleInState, person: str, at: datetime) -> tuple[Shown, ...]:
        """What a rule shows for a person in one state of knowledge."""
        return tuple(rule.shows(PersonView.of(self.known(at, timed=rule.timed), person)))

    def read(self, person: str, rule: RuleInState) -> list[HistoryLine]:
        """Every line of ``rule`` for ``person``, with when each first showed."""
        # Most rules can show nothing of most children. Looking first at which types there are at all spares reading them in
        # every state of knowledge.
        if rule.begins is not None and not rule.begins.always and not self._may_begin(rule.begins, person):
            return []
        kept: dict[str, list[ShownStretch]] = {}
        for start, end in self._states_of_knowledge(rule):
            for what in self.shows(rule, person, start):
                shown = self._shown_from(what, start)
                # It shows in this state only if it does so before the state ends.
                there = shown if shown is not None and shown < end and shown <= self.moment.as_at else None
                add_state(kept.setdefault(what.key, []), what, start=start, end=end, shown=there, timed=rule.timed)
        # Once more, by all that is known now: the last state of knowledge may be cut off by the moment, and what stands is
        # asked of the moment.
        final = {what.key: what for what in self.shows(rule, person, self.moment.known_at)}
        lines: list[HistoryLine] = []
        for key in (*final, *(kept.keys() - final.keys())):
            stretches = kept.get(key) or [ShownStretch()]
            over = stretches[:-1] if key in final else stretches
            # It was on somebody's list and is gone: a line that vanished would be a promise that nobody can explain.
            for turn, stretch in enumerate(over, start=1):
                lines += self._gone(rule, person, key, turn, stretch)
            if key in final and _begun(final[key], self.moment.as_at):
                what = replace(final[key], key=shown_again(key, len(stretches)))
                lines.append(HistoryLine(what, stretches[-1].raised))
        return [line for line in lines if not _never_showed(line)]

    def _may_begin(self, begins: Beginning, person: str) -> bool:
        lists = self.history.lists(timed=False)
        return any((person if begins.own else None, type) in lists for type in begins.types)

    def _states_of_knowledge(self, rule: RuleInState) -> Iterator[tuple[datetime, datetime]]:
        """From when to when each state of knowledge lasted, as far as ``rule`` could tell them apart."""
        # Nothing recorded after the moment makes a state: what was learned later shows only in what is known, not in when it
        # was.
        last = min(self.moment.known_at, self.moment.as_at)
        steps = [step for step in self.history.steps(rule.reads, timed=rule.timed) if step <= last]
        return zip([BEGINNING, *steps], [*steps, self.moment.as_at + TICK], strict=True)

    def _shown_from(self, what: Shown, known_from: datetime) -> datetime | None:
        """The first instant from ``known_from`` on at which this version shows a breach or a worry."""
        ids = (what.trigger,) if isinstance(what, Clock) else what.evidence
        since = there_since(self.history.by_id[id] for id in ids if id in self.history.by_id)
        known_from = known_from if since is None else max(known_from, since)
        if isinstance(what, Finding):
            shown = max(what.raised_at, known_from)
            return None if what.ended_at is not None and shown >= what.ended_at else shown
        breach = what.breach()
        if breach is None:
            return None
        begins, until = breach
        shown = max(begins, known_from if what.known_from is None else max(known_from, what.known_from))
        # It was late and is done. Whoever learns of it afterwards still learns that it was late.
        if what.met_late and what.met_on is not None:
            return shown
        return None if until is not None and shown >= until else shown

    def _gone(self, rule: RuleInState, person: str, key: str, turn: int, stretch: ShownStretch) -> Iterator[HistoryLine]:
        """A line that the record no longer bears out, as it stood in the last instant before it did not."""
        # The last state in which it stood, and of that the last instant: what was recorded in between had not been taken back
        # yet.
        for at in reversed(stretch.ends):
            # By a hard cut and not by what counts as known: nothing recorded since had happened, even on the same day.
            before = Moment(self.moment.as_at, at - TICK)
            shows = rule.shows(PersonView.of(self._known(before, before.known_at, rule.timed), person))
            what = next((each for each in shows if each.key == key), None)
            if what is not None:
                yield from self._put_right(rule, replace(what, key=shown_again(key, turn)), at, stretch)
                return

    def _put_right(self, rule: RuleInState, what: Shown, at: datetime, stretch: ShownStretch) -> Iterator[HistoryLine]:
        # Of several corrections recorded at one instant one is enough to say why.
        by = next(iter(self.history.put_right.get(at, ())), None)
        if by is not None:
            verb = "withdrawn" if by.withdraws is not None else "corrected"
            why = f"{verb} on {day_in_words(london_day(at))}: {by.reason}"
        # Nothing was put right, and yet it is gone: something recorded late explained it away. It is told only to whom it had
        # been shown.
        elif stretch.raised is not None:
            why = self._late_death(what.child, rule, at) or "the record no longer shows it"
        else:
            return
        if isinstance(what, Clock):
            what = replace(
                what,
                met_by=None,
                met_on=None,
                met_late=False,
                missing=None,
                excused_on=london_day(at),
                excused_by=None if by is None else by.id,
                excused_why=why,
            )
        # It may have been done, and over, long before it was taken back.
        yield HistoryLine(what, stretch.raised, at, why, None if stretch.until is None else min(stretch.until, at))

    def _late_death(self, person: str, rule: RuleInState, at: datetime) -> str | None:
        """That somebody's death became known at an instant, where it was then."""
        died = PersonView.of(self.known(at, timed=rule.timed), person).died
        return None if died is None or died.recorded_at != at else late_death(died.happened, at)


def _begun(what: Shown, as_at: datetime) -> bool:
    return (what.started_at if isinstance(what, Clock) else what.raised_at) <= as_at


def _never_showed(line: HistoryLine) -> bool:
    """Whether it is a worry that was over, or put right, before anybody could have seen it."""
    if not isinstance(line.what, Finding) or line.raised_at is not None:
        return False
    # Two things of one day written down in the wrong order would else be a worry that lasted for the hours between.
    return line.what.ended_at is not None or line.withdrawn_at is not None
