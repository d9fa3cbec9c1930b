"""The meaning of record: standards and signals over one person's entries, in plain Python.

Every other way of running a rule must give the same answers as this one.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from holdfast.engine.clock import Clock
from holdfast.engine.reference import beginning
from holdfast.engine.reference.history import Line, Reader
from holdfast.engine.reference.life import PARTNERSHIP
from holdfast.engine.rulebook import TIMED, counted, rules, rules_with
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.rules.standard import OF_THE_PARTNERSHIP
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import NO_VALUES, Values
from holdfast.vocabulary.world import World

__all__ = ["TIMED", "Reading", "evaluate", "people_read", "read", "rules", "touched_by"]


@dataclass(frozen=True)
class Reading:
    """What the record adds up to for one person at a moment: every clock and every signal, with when each first showed."""

    clocks: tuple[Line, ...]
    signals: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of it."""
        return self.clocks + self.signals


def evaluate(
    world: World,
    person: str,
    moment: Moment,
    only: Collection[str] | None = None,
    *,
    since: datetime | None = None,
    values: Values = NO_VALUES,
) -> Reading:
    """Every clock and signal for ``person`` at ``moment``. ``only`` narrows it to some ids; ``since`` leaves out what
    was known before an instant, for whoever has kept what had shown by then. ``values`` are a partnership's own.

    Raises ``KeyError`` for an id in ``only`` that is no standard and no signal.
    """
    return read(Reader(counted(world, values), moment, since=since), person, only, values)


def touched_by(types: Collection[str]) -> frozenset[str]:
    """The ids of the rules that look at any of these entry types: all that an entry of theirs can change."""
    return frozenset(rule.id for rule in rules().values() if not rule.reads.isdisjoint(types))


def read(reader: Reader, person: str, only: Collection[str] | None = None, values: Values = NO_VALUES) -> Reading:
    """As :func:`evaluate`, with a reader that several people share."""
    every = rules_with(values, london_day(reader.moment.as_at))
    chosen = list(every.values()) if only is None else [every[id] for id in only]
    if person == PARTNERSHIP:
        chosen = [rule for rule in chosen if rule.id in of_the_partnership()]
    lines = [line for rule in chosen for line in reader.read(person, rule)]
    clocks = tuple(line for line in lines if isinstance(line.what, Clock))
    return Reading(clocks, tuple(line for line in lines if not isinstance(line.what, Clock)))


@cache
def of_the_partnership() -> frozenset[str]:
    """The standards and signals that may be about nobody in particular."""
    standards = (id for id, rule in STANDARDS.items() if rule.scope in OF_THE_PARTNERSHIP)
    return frozenset((*standards, *(id for id, signal in SIGNALS.items() if signal.partnership)))


@cache
def _begins_of_nobody() -> frozenset[str]:
    ids = of_the_partnership()
    standards = (beginning.of_standard(STANDARDS[id]).types for id in ids if id in STANDARDS)
    signals = (beginning.of_shape(SIGNALS[id].shape, STANDARDS).types for id in ids if id in SIGNALS)
    return frozenset[str]().union(*standards, *signals)


def people_read(world: World) -> tuple[str, ...]:
    """Everyone that some entry is about, in the order of the case, then any the case does not list, and last the partnership
    where something that begins a standard of its own is about nobody."""
    about = dict.fromkeys(person for entry in world.entries for person in entry.about)
    listed = [person for person in world.people if person in about]
    nobody = any(not entry.about and entry.type in _begins_of_nobody() for entry in world.entries)
    return (*listed, *(person for person in about if person not in world.people), *((PARTNERSHIP,) if nobody else ()))
