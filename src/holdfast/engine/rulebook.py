"""Every standard and signal in use: as published, or with a partnership's own values; and what can be said of each without
reading a record."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache

from holdfast.engine.unknown_child import comes_in_about_nobody, with_unknown_children
from holdfast.kernel.unknown_name import UnknownName
from holdfast.rules.node import Beginning
from holdfast.rules.signal import Signal
from holdfast.rules.standard import OF_THE_PARTNERSHIP, Standard
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import NO_VALUES, Values
from holdfast.vocabulary.world import World

TIMED = ("hours", "minutes")
NUMBERS = {signal.id: signal.numbers for signal in SIGNALS.values()}


@dataclass(frozen=True, eq=False)
class InUse:
    """The standards and signals in use. A signal says what it says of standards of these."""

    standards: Mapping[str, Standard]
    signals: Mapping[str, Signal]

    def __contains__(self, id: object) -> bool:
        return id in self.standards or id in self.signals

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """All of them, standards first."""
        return (*self.standards, *self.signals)

    @cached_property
    def reads(self) -> dict[str, frozenset[str]]:
        """The entry types that each looks at."""
        return {id: rule.looks_at(self) for id, rule in self._rules()}

    @cached_property
    def begins(self) -> dict[str, Beginning]:
        """What must be on the record before each can show anything."""
        return {id: rule.begins(self) for id, rule in self._rules()}

    def _rules(self) -> Iterator[tuple[str, Standard | Signal]]:
        yield from self.standards.items()
        yield from self.signals.items()

    def check(self, ids: Iterable[str]) -> None:
        """Refuse an id that is no standard and no signal."""
        for id in ids:
            if id not in self:
                raise UnknownName("standard or signal", id, self.ids, "All of them: holdfast standards list")

    def touched_by(self, types: Collection[str]) -> frozenset[str]:
        """The ids of those that look at any of these entry types: all that an entry of theirs can change."""
        return frozenset(id for id, read in self.reads.items() if not read.isdisjoint(types))


def in_use(values: Values, day: date) -> InUse:
    """What a partnership uses: a standard's own value by the day its clock starts, a signal's as they are on ``day``."""
    # Without values of its own a partnership uses the published rules, the very objects: what is compiled of them is shared.
    if values == NO_VALUES:
        return published()
    # Keyed by the values that hold and not by the day, or everybody's rules would be compiled anew every night.
    return _in_use(values, tuple(each for each in values.values if each.rule in SIGNALS and each.since <= day))


@cache
def published() -> InUse:
    """Every standard and signal as published."""
    return InUse(STANDARDS, SIGNALS)


@lru_cache(maxsize=32)
def _in_use(values: Values, of_signals: tuple[object, ...]) -> InUse:
    # The latest day on which one of those that hold began: any day from then on gives the same numbers.
    day = max((each.since for each in values.values if each in of_signals), default=date.min)
    signals = {
        signal.id: replace(signal, numbers=values.numbers(signal.id, signal.numbers, day)) if values.of(signal.id) else signal
        for signal in SIGNALS.values()
    }
    return InUse({id: values.standard(rule) for id, rule in STANDARDS.items()}, signals)


def counted(world: World, values: Values) -> World:
    """The world with birthdays counted as the partnership counts them, and a child for each contact and message about nobody."""
    if any(map(comes_in_about_nobody, world.entries)):
        world = with_unknown_children(world)
    # The same object where nothing is otherwise: whatever was worked out of it can be used again.
    same = world.leap_birthdays == values.leap_birthdays
    return world if same else replace(world, leap_birthdays=values.leap_birthdays)


@cache
def of_the_partnership() -> frozenset[str]:
    """The standards and signals that may be about nobody in particular."""
    standards = (id for id, rule in STANDARDS.items() if rule.scope in OF_THE_PARTNERSHIP)
    return frozenset((*standards, *(id for id, signal in SIGNALS.items() if signal.partnership)))


@cache
def needs_no_entry() -> tuple[str, ...]:
    """The rules that can say something of somebody about whom nothing is recorded."""
    return tuple(id for id, begins in published().begins.items() if begins.always)


@cache
def begins_of_nobody() -> frozenset[str]:
    """The entry types that begin one of them."""
    begins = published().begins
    return frozenset[str]().union(*(begins[id].types for id in of_the_partnership()))
