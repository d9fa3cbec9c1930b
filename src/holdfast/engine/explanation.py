"""Why a clock or a signal stands as it does for one child: the sentence, the arithmetic, the entries, the source, and who was
told; and how it would stand had something happened on another day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from holdfast.engine.arithmetic import ArithmeticStep, count, in_short
from holdfast.engine.clock import Clock
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.reference.entry_fields import listed
from holdfast.engine.replay import ReplayLine, replay_of
from holdfast.kernel.citation import Citation
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, day_in_words, london_day
from holdfast.rules.limit import PlannedDay
from holdfast.rules.standard import Edition
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import NO_VALUES, Values
from holdfast.standards.roles import ROLES
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World


@dataclass(frozen=True)
class Explanation:
    """One clock or signal, with everything that explains it. ``steps`` is the count of days, ``words`` the same in short."""

    replayed: ReplayLine
    entries: tuple[Entry, ...]
    steps: tuple[ArithmeticStep, ...]
    words: str
    version: Edition | None
    sources: tuple[Citation, ...]

    @property
    def line(self) -> HistoryLine:
        return self.replayed.line


def who_was_told(each: Explanation, world: World) -> tuple[str, ...]:
    """Everyone it was put to, in the order of the days."""
    return tuple(
        f"{day_in_words(tell.on)}: {world.names.worker(tell.worker) if tell.worker else 'the on-call mailbox'}, "
        f"{ROLES[tell.role].words if tell.role in ROLES else tell.role.replace('_', ' ')} ({tell.because})"
        for tell in each.replayed.tells
    )


def explain(world: World, child: str, rule: str, moment: Moment, values: Values = NO_VALUES) -> list[Explanation]:
    """Every clock or signal of ``rule`` for ``child``, the latest first. Raises ``KeyError`` where there is no such rule."""
    found = replay_of(world, moment, (child,), [rule], values=values, name=world.names.worker)
    by_id = {entry.id: entry for entry in world.entries}
    return sorted((_explained(each, by_id, values) for each in found), key=_begun, reverse=True)


def _begun(each: Explanation) -> datetime:
    what = each.line.what
    return what.started_at if isinstance(what, Clock) else what.raised_at


def _explained(each: ReplayLine, by_id: Mapping[str, Entry], values: Values) -> Explanation:
    what = each.line.what
    # A signal counts nothing from a day: its own words and its entries are the whole of why.
    if not isinstance(what, Clock):
        evidence = tuple(by_id[id] for id in (*what.evidence, what.ended_by or "") if id in by_id)
        return Explanation(each, evidence, (), SIGNALS[what.signal].says, None, ())
    ids = dict.fromkeys((what.trigger, *what.evidence, what.met_by, what.excused_by))
    entries = tuple(by_id[id] for id in ids if id is not None and id in by_id)
    started = london_day(what.starts) if isinstance(what.starts, datetime) else what.starts
    rule = values.standard(STANDARDS[what.standard]).on(started)
    version = rule.version_on(started)
    if what.due is None:
        return Explanation(each, entries, (), "", version, rule.sources)
    if isinstance(rule.limit, PlannedDay):
        # What is counted back is counted from the day that was planned, which the clock itself does not keep.
        started = _planned(by_id[what.trigger], rule.limit.planned_in) or started
    steps, words = count(rule.limit, started, what.due), in_short(rule.limit, started, what.due)
    return Explanation(each, entries, steps, words, version, rule.sources)


def _planned(entry: Entry, field: str) -> date | None:
    return next((each.first for each in listed(entry, field) if isinstance(each, When)), None)


def supposing(world: World, changes: Mapping[str, When | None]) -> World:
    """The world had these entries happened at another time, or not at all (``None``). What was written down so long after it
    happened is supposed written down so long after, too. Nothing is kept of it. Raises ``KeyError`` for an unknown entry."""
    by_id = {entry.id: entry for entry in world.entries}
    missing = [id for id in changes if id not in by_id]
    if missing:
        raise KeyError(missing[0])
    entries = (_moved(entry, changes[entry.id]) if entry.id in changes else entry for entry in world.entries)
    return replace(world, entries=tuple(entry for entry in entries if entry is not None))


def _moved(entry: Entry, happened: When | None) -> Entry | None:
    if happened is None:
        return None
    # Were it left as recorded when it was, supposing an earlier day would make it late: the lateness is the worker's, not the
    # supposition's.
    return replace(entry, happened=happened, recorded_at=entry.recorded_at + (happened.end - entry.happened.end))
