"""The clocks of a standard for one person. What each kind of limit means is in :mod:`holdfast.engine.reference.limit`."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import get_args

from holdfast.engine.clock import Clock
from holdfast.engine.meanings import Meanings
from holdfast.engine.reference.death import clocks_until_death
from holdfast.engine.reference.limit.deadline import after_trigger
from holdfast.engine.reference.limit.duration import min_duration, window
from holdfast.engine.reference.limit.gate import gate
from holdfast.engine.reference.limit.gestation import by_gestation
from holdfast.engine.reference.limit.interval import interval
from holdfast.engine.reference.limit.monthly import min_count
from holdfast.engine.reference.limit.planned_day import before_event, share_of_interval
from holdfast.engine.reference.person_view import PersonView
from holdfast.rules.limit import (
    BeforePlannedDay,
    ByGestation,
    ByPlannedDay,
    Deadline,
    FirstThenEvery,
    Gate,
    Interval,
    LastsAtLeast,
    LastsAtMost,
    Limit,
    Milestone,
    MonthlyCount,
    RecordedWithin,
    Repeated,
    ShareOfInterval,
    Window,
)
from holdfast.rules.standard import Standard


def clocks(person: PersonView, rule: Standard) -> Iterator[Clock]:
    """Every clock of ``rule`` of this person, as far as the record knows."""
    # Switched off until somebody says from when: the provision it rests on is not in force, so there is no day to compare
    # with.
    if rule.switch is not None and rule.switch.on_from is None:
        return
    for clock in clocks_until_death(person, rule, KINDS[type(rule.limit)](person, rule)):
        # ``type`` and not ``isinstance``: an instant is a date as well, and its day in force is the one it was written in.
        if rule.in_force(clock.starts if type(clock.starts) is date else clock.started_at.date()):
            yield clock


def kept(person: PersonView, rule: Standard) -> tuple[Clock, ...]:
    """The same, for whoever looks at another rule's clocks: worked out once for all who do."""
    return person.keep(("clocks", rule), lambda person: tuple(clocks(person, rule)))


KINDS: Meanings[Callable[[PersonView, Standard], Iterator[Clock]]] = Meanings("limit", "holdfast.engine.reference.limit")
KINDS.update(
    {
        Deadline: after_trigger,
        RecordedWithin: after_trigger,
        ShareOfInterval: share_of_interval,
        Interval: interval,
        FirstThenEvery: interval,
        Repeated: after_trigger,
        BeforePlannedDay: before_event,
        ByPlannedDay: before_event,
        LastsAtMost: after_trigger,
        LastsAtLeast: min_duration,
        Milestone: after_trigger,
        Gate: gate,
        ByGestation: by_gestation,
        Window: window,
        MonthlyCount: min_count,
    }
)
KINDS.require(list(get_args(Limit)))
