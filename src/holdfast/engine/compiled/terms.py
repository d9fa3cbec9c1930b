"""What a standard says, ready to settle clocks by: its events and states as functions, its limits by the day they hold."""

from bisect import bisect_right
from collections.abc import Sequence

from holdfast.engine import units
from holdfast.engine.compiled.calendar_arrays import Count, Span, count, span
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.instants import FAR_OFF, LONG_AGO, MICROSECONDS
from holdfast.engine.compiled.state import CompiledState
from holdfast.rules.limit import BeforePlannedDay, Deadline, Interval, Limit, Milestone, wants_all
from holdfast.rules.standard import Standard


class CompiledLimit:
    """How long, and how it is counted. ``wanted`` is how many of its unit that is."""

    __slots__ = ("count", "limit", "rough", "timed", "wanted")

    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        # A gate has no number.
        self.wanted = int(limit.n or 0)
        self.timed = limit.unit in units.ELAPSED
        self.rough = limit.unit in units.ROUGH
        self.count: Count = count(limit)


class Terms:
    """The parts of one standard that every clock of it is settled by. ``limits`` hold from each of ``days`` on, the first of
    them before any. ``in_force_from`` is the first day of a start it applies to. ``leaves_out``: what became of a start that is
    over need not be worked out again."""

    __slots__ = (
        "all_of",
        "days",
        "during",
        "each_met",
        "excused_by",
        "from_age",
        "in_force_from",
        "leaves_out",
        "limits",
        "met_by",
        "outlives",
        "per_child",
        "rule",
        "starts_after",
        "stops_after",
        "stops_why",
        "warn",
    )

    def __init__(
        self,
        rule: Standard,
        *,
        met_by: CompiledEvent | None,
        each_met: Sequence[CompiledEvent],
        excused_by: CompiledEvent | None,
        during: CompiledState | None,
    ) -> None:
        self.rule = rule
        self.met_by = met_by
        self.each_met = each_met
        self.excused_by = excused_by
        self.during = during
        limit = rule.limit
        self.all_of = wants_all(limit)
        self.outlives = rule.outlives_childhood
        self.per_child = rule.scope == "per_child"
        self.from_age = limit.from_age if isinstance(limit, Deadline | Interval | BeforePlannedDay) else None
        self.starts_after: Span | None = span(limit.starts_after if isinstance(limit, Interval | Milestone) else None)
        self.stops_after: Span | None = span(limit.stops_after if isinstance(limit, Interval) else None)
        self.stops_why = _stops_why(rule)
        warn = rule.warn_before
        self.warn = None if warn is None else (warn.n, warn.unit, MICROSECONDS.get(warn.unit))
        # Days on which an edition or a value of the partnership's begins: between two of them the limit is the same, so it is
        # worked out for each and looked up by day.
        changing = sorted({each.since for each in rule.versions} | {each.since for each in rule.local}) if _changes(rule) else []
        self.days = [day.toordinal() for day in changing]
        self.limits = [CompiledLimit(limit), *(CompiledLimit(rule.on(day).limit) for day in changing)]
        self.in_force_from = _in_force_from(rule)
        self.leaves_out = False

    def stand_alone(self) -> bool:
        """Whether nothing that is recorded later can change what became of a start once it is over: no part of the standard looks
        at entries beside the one it is asked of."""
        # Whatever of it asks about other entries could come otherwise with one that is written next year; then nothing that
        # is over may be left out.
        events = [self.met_by, self.excused_by, *self.each_met]
        states = [] if self.during is None else [self.during]
        # Grows as it is gone through: a state may be made of others, and those of more.
        for state in states:
            events += [state.starts, state.ends]
            states += state.any_of
        return not any(event.by_others for event in events if event is not None)

    def limit_on(self, day: int) -> CompiledLimit:
        """The limit for what starts on a day."""
        return self.limits[bisect_right(self.days, day)] if self.days else self.limits[0]


def _changes(rule: Standard) -> bool:
    return bool(rule.local) or any(version.limit is not None for version in rule.versions)


def _stops_why(rule: Standard) -> str:
    limit = rule.limit
    if not isinstance(limit, Interval) or limit.stops_after is None or rule.during is None:
        return ""
    return f"{limit.stops_after.in_words()} from the start of {rule.during.title}"


def _in_force_from(rule: Standard) -> int:
    begins = [rule.effective_from] if rule.effective_from else []
    begins += [rule.versions[0].since] if rule.versions else []
    first = min(begins).toordinal() if begins else LONG_AGO
    if rule.switch is None:
        return first
    # Switched off until somebody says from when: in force from no day at all.
    return FAR_OFF if rule.switch.on_from is None else max(rule.switch.on_from.toordinal(), first)
