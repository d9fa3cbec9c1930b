"""The meaning of record: standards and signals over one person's entries, in plain Python.

Every other way of running a rule must give the same answers as this one.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial

from holdfast.engine import kinds, reads
from holdfast.engine.clock import Clock
from holdfast.engine.history import Line, Reader, Rule
from holdfast.engine.worries import worry
from holdfast.kernel.moment import Moment
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.world import World

TIMED = ("hours", "minutes")


@dataclass(frozen=True)
class Reading:
    """What the record adds up to for one person at a moment: every clock and every signal, with when each first showed."""

    clocks: tuple[Line, ...]
    signals: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of it."""
        return self.clocks + self.signals


@cache
def rules() -> dict[str, Rule]:
    """Every standard and signal, ready to read a life."""
    found = {}
    for standard in STANDARDS.values():
        found[standard.id] = Rule(
            standard.id,
            reads.of_standard(standard),
            standard.limit.unit in TIMED or standard.limit.n == 0,
            partial(kinds.clocks, rule=standard),
            steady=standard.self_recording,
        )
    for signal in SIGNALS.values():
        found[signal.id] = Rule(
            signal.id,
            reads.of_signal(signal),
            signal.timed,
            partial(worry(signal), signal=signal),
        )
    return found


def evaluate(
    world: World, person: str, moment: Moment, only: Collection[str] | None = None, *, since: datetime | None = None
) -> Reading:
    """Every clock and signal for ``person`` at ``moment``. ``only`` narrows it to some ids; ``since`` leaves out what
    was known before an instant, for whoever has kept what had shown by then.

    Raises ``KeyError`` for an id in ``only`` that is no standard and no signal.
    """
    return read(Reader(world, moment, since=since), person, only)


def touched_by(types: Collection[str]) -> frozenset[str]:
    """The ids of the rules that look at any of these entry types: all that an entry of theirs can change."""
    return frozenset(rule.id for rule in rules().values() if not rule.reads.isdisjoint(types))


def read(reader: Reader, person: str, only: Collection[str] | None = None) -> Reading:
    """As :func:`evaluate`, with a reader that several people share."""
    every = rules()
    chosen = every.values() if only is None else [every[id] for id in only]
    lines = [line for rule in chosen for line in reader.read(person, rule)]
    clocks = tuple(line for line in lines if isinstance(line.what, Clock))
    return Reading(clocks, tuple(line for line in lines if not isinstance(line.what, Clock)))


def people_read(world: World) -> tuple[str, ...]:
    """Everyone that some entry is about, in the order of the case, then any the case does not list."""
    about = dict.fromkeys(person for entry in world.entries for person in entry.about)
    listed = [person for person in world.people if person in about]
    return (*listed, *(person for person in about if person not in world.people))
