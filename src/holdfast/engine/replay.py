"""A case told again from its entries: what was due, what should have worried someone, when it would first have shown,
and to whom. Nothing but memory is used."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from holdfast.engine.clock import Clock
from holdfast.engine.compiled.evaluate import CaseEvaluator
from holdfast.engine.evaluation import people_read
from holdfast.engine.history_line import HistoryLine, Shown
from holdfast.engine.responsibility.ladder_rungs import Escalator, Notification
from holdfast.engine.responsibility.rungs_reached import told_from
from holdfast.engine.responsibility.urgency import cannot_wait
from holdfast.engine.rulebook import needs_no_entry
from holdfast.engine.sentences import why
from holdfast.engine.unknown_child import is_unknown_child, with_unknown_children
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import TICK, london_day, start_of_day
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import NO_VALUES, Values
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

BEFORE_ANY = "0000-00-00"


@dataclass(frozen=True)
class ReplayLine:
    """One line of a replay: a clock or signal, when it first showed, and everyone it was put to by the moment."""

    line: HistoryLine
    tells: tuple[Notification, ...]
    moment: Moment

    @property
    def state(self) -> str:
        """A clock's state; for a signal ``raised``, ``ended`` or ``withdrawn``."""
        if isinstance(self.line.what, Clock):
            return self.line.what.state(self.moment.as_at)
        if self.line.withdrawn_at is not None:
            return "withdrawn"
        ended = self.line.what.ended_at
        return "ended" if ended is not None and ended <= self.moment.as_at else "raised"

    @property
    def why(self) -> str:
        """The sentence that explains it."""
        what = self.line.what
        sentence = why(what, self.moment.as_at) if isinstance(what, Clock) else what.why
        if self.line.withdrawn_why and not isinstance(what, Clock):
            return f"{sentence} Withdrawn: {self.line.withdrawn_why}."
        return sentence

    def to_json(self) -> dict[str, Any]:
        """The shape published in docs/case-file.md."""
        what, line = self.line.what, self.line
        met_by, met_on = self._met()
        # An unknown child is nobody in the file, and what reads these lines looks for a person of that id.
        child = None if is_unknown_child(what.child) else what.child
        about = [person for person in what.about if not is_unknown_child(person)]
        shared = {"raised_on": _iso(line.raised_on), "approximate": what.approximate}
        tail = {"tells": [tell.to_json() for tell in self.tells], "withdrawn_on": _iso(line.withdrawn_on), "why": self.why}
        if isinstance(what, Clock):
            return {
                "standard": what.standard,
                "child": child,
                "about": about,
                "trigger": what.trigger,
                "starts": _iso(what.starts),
                "due": _iso(what.due),
                "state": self.state,
                "met_by": met_by,
                "met_on": _iso(met_on),
                **shared,
                **tail,
            }
        return {
            "standard": what.signal,
            "child": child,
            "about": about,
            "trigger": what.evidence[-1] if what.evidence else None,
            "starts": _iso(what.raised_on),
            "due": None,
            "state": self.state,
            "met_by": met_by,
            "met_on": _iso(met_on),
            **shared,
            "evidence": list(what.evidence),
            **tail,
        }

    def _met(self) -> tuple[str | None, date | None]:
        """What met the clock or ended the signal, and when; neither while that is still to come: a record kept for so long,
        a signal that goes with the child's eighteenth birthday."""
        what = self.line.what
        by, day = (what.met_by, what.met_on) if isinstance(what, Clock) else (what.ended_by, what.ended_on)
        return (None, None) if day is not None and day > london_day(self.moment.as_at) else (by, day)


def _iso(value: date | datetime | None) -> str | None:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return None if value is None else value.isoformat()


def replay(world: World, moment: Moment, only: Collection[str] | None = None, values: Values = NO_VALUES) -> list[ReplayLine]:
    """Every clock and signal for everyone the case is about, oldest first.

    ``only`` narrows it to some standards and signals; an id that is neither raises ``KeyError``. ``values`` are a
    partnership's own.
    """
    people = people_read(world)
    lines = replay_of(world, moment, people, only, values=values)
    # Of people about whom nothing is recorded no rule can say anything but what is found in the family itself.
    others = [id for id in world.people if id not in people]
    asked = [id for id in needs_no_entry() if only is None or id in only]
    return sorted([*lines, *replay_of(world, moment, others, asked, values=values)], key=_order) if asked and others else lines


def replay_of(
    world: World,
    moment: Moment,
    people: Iterable[str],
    only: Collection[str] | None = None,
    *,
    values: Values = NO_VALUES,
    name: Callable[[str], str] = str,
) -> list[ReplayLine]:
    """The same for these people alone. ``name`` is how workers are named where it says why somebody was told."""
    world = with_unknown_children(world)
    reader = CaseEvaluator(world, moment, values)
    telling = Escalator(replace(world, hours=(*world.hours, *values.hours)), name=name)
    lines = [line for person in people for line in reader.read(person, only).lines]
    told = [ReplayLine(line, tuple(_told(line, telling, moment)), moment) for line in lines]
    return sorted(told, key=_order)


def _order(each: ReplayLine) -> tuple[str, str, str, str, str]:
    what = each.line.what
    # What has not shown comes last, after all that has.
    first = _iso(each.line.raised_on) or "9999-12-31"
    starts = _iso(what.starts if isinstance(what, Clock) else what.raised_at) or BEFORE_ANY
    child = "" if is_unknown_child(what.child) else what.child
    return first, each.line.rule, child, starts, what.key


def _told(line: HistoryLine, telling: Escalator, moment: Moment) -> Iterator[Notification]:
    # It never showed: nobody was told, and nobody is told now of what was put right before it could be seen.
    if line.raised_at is None:
        return
    what = line.what
    if isinstance(what, Clock):
        standard = STANDARDS[what.standard]
        breach = what.breach()
        # A breach that was only ever apparent ends when it became known that it had been done in time, not when it was done:
        # until then people were told.
        until = (
            line.ceased_at
            or line.withdrawn_at
            or (breach[1] if breach is not None else _settled(what, line, telling.history.by_id))
        )
        concerning = (what.trigger, *what.evidence)
        yield from telling.of_clock(
            ladder=standard.ladder,
            child=what.child,
            raised=_point(what, line.raised_at, telling.history.by_id),
            until=until,
            moment=moment,
            concerning=concerning,
            urgent=cannot_wait(standard.id),
        )
    else:
        signal = SIGNALS[what.signal]
        yield from telling.of_signal(
            tell=signal.tell,
            severity=signal.severity,
            child=what.child,
            raised=_point(what, line.raised_at, telling.history.by_id),
            until=line.ceased_at or line.withdrawn_at or what.ended_at,
            moment=moment,
            concerning=what.evidence,
        )


def _point(what: Shown, raised_at: datetime, entries: Mapping[str, Entry]) -> date | datetime:
    """A day where it showed from the start of one, as anything counted in days does; otherwise the instant, and so wherever it
    cannot wait for the day."""
    rule = what.standard if isinstance(what, Clock) else what.signal
    timed = isinstance(what.due, datetime) if isinstance(what, Clock) else SIGNALS[rule].timed
    behind = [
        entries[id] for id in ((what.trigger, *what.evidence) if isinstance(what, Clock) else what.evidence) if id in entries
    ]
    # Hours counted from something of which only the day is known give a midnight that no clock struck.
    unknown_hour = timed and all(entry.happened.instant is None for entry in behind)
    if cannot_wait(rule) and not unknown_hour:
        return told_from(raised_at, (entry.recorded_at for entry in (behind[:1] if isinstance(what, Clock) else behind)))
    timed = timed and not unknown_hour
    day = london_day(raised_at)
    # An instant at midnight and a day are the same number and not the same thing: rungs of a ladder count days for one and
    # hours for the other.
    return day if not timed and raised_at - start_of_day(day) <= TICK else raised_at


def _settled(clock: Clock, line: HistoryLine, entries: Mapping[str, Entry]) -> datetime | None:
    """When a breach that was only ever apparent (done in time, recorded late) stopped showing: when it became known."""
    met = entries.get(clock.met_by or "")
    if met is not None and line.raised_at is not None:
        return max(met.recorded_at, line.raised_at)
    return line.raised_at


def as_json_lines(replayed: list[ReplayLine]) -> Iterator[str]:
    """One JSON object a line."""
    for each in replayed:
        yield json.dumps(each.to_json(), ensure_ascii=False)
