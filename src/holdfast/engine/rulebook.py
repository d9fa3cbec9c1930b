"""Every standard and signal, ready to read a life: as published, or with a partnership's own values."""

from dataclasses import replace
from datetime import date
from functools import cache, lru_cache, partial

from holdfast.engine.reference import beginning, kinds, reads
from holdfast.engine.reference.history import Rule
from holdfast.engine.reference.worries import worry
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import NO_VALUES, Values
from holdfast.vocabulary.world import World

TIMED = ("hours", "minutes")
NUMBERS = {signal.id: signal.numbers for signal in SIGNALS.values()}


@cache
def rules() -> dict[str, Rule]:
    """Every standard and signal as published."""
    return _rules(NO_VALUES, ())


def rules_with(values: Values, day: date) -> dict[str, Rule]:
    """The same with a partnership's values: a standard's by the day its clock starts, a signal's as they are on ``day``."""
    if values == NO_VALUES:
        return rules()
    return _rules(values, tuple(each for each in values.values if each.rule in SIGNALS and each.since <= day))


@lru_cache(maxsize=32)
def _rules(values: Values, of_signals: tuple[object, ...]) -> dict[str, Rule]:
    day = max((each.since for each in values.values if each in of_signals), default=date.min)
    standards = {id: values.standard(rule) for id, rule in STANDARDS.items()}
    found = {id: of_standard(rule) for id, rule in standards.items()}
    for signal in SIGNALS.values():
        own = replace(signal, numbers=values.numbers(signal.id, signal.numbers, day)) if values.of(signal.id) else signal
        found[signal.id] = of_signal(own, standards)
    return found


def of_standard(rule: Standard) -> Rule:
    """One standard, ready to read."""
    return Rule(
        rule.id,
        reads.of_standard(rule),
        rule.limit.unit in TIMED or rule.limit.n == 0,
        partial(kinds.clocks, rule=rule),
        steady=rule.self_recording,
        begins=beginning.of_standard(rule),
    )


def of_signal(signal: Signal, standards: dict[str, Standard] = STANDARDS) -> Rule:
    """One signal, ready to read; what it says of standards is said of these."""
    begins = beginning.of_shape(signal.shape, standards)
    return Rule(signal.id, reads.of_signal(signal), signal.timed, worry(signal, standards), begins=begins)


def counted(world: World, values: Values) -> World:
    """The world with birthdays counted as the partnership counts them."""
    same = world.leap_birthdays == values.leap_birthdays
    return world if same else replace(world, leap_birthdays=values.leap_birthdays)
