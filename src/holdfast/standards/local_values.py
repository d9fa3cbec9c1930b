"""A partnership's own values: dated, with who set each and why. They replace numbers, choose where a clock starts and switch
on what ships off; they never change what a rule says.

What Parliament or statutory guidance has set can be made tighter and never looser.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any

from holdfast.kernel.birthdays import ON_1_MARCH, ON_28_FEBRUARY
from holdfast.kernel.opening_hours import HoursRefused, read_hours
from holdfast.rules.limit import BeforePlannedDay, Gate, LastsAtLeast, LocalLimit, MonthlyCount, ShareOfInterval
from holdfast.rules.standard import Standard
from holdfast.standards import STANDARDS
from holdfast.vocabulary.working_hours import StatedHours

FORMAT = "holdfast-values/1"
LIMIT, START, IN_FORCE = "limit", "start", "in_force"
# Whatever else a source calls itself, these two bind every partnership. Everything below is a practice that an area may set for
# itself.
BINDING_ON_ALL = ("statute", "statutory_guidance")
# For these a larger number asks for more: so long before a day, kept so long, so many a month. For all others a larger number
# asks for less, and the direction of "tighter" turns round.
LONGER_IS_TIGHTER = (BeforePlannedDay, LastsAtLeast, MonthlyCount)

BIRTHDAYS = "BIRTHDAYS"
LEAP_BIRTHDAYS = {
    ON_1_MARCH: "Somebody born on 29 February reaches an age on 1 March in a year without one.",
    ON_28_FEBRUARY: "Somebody born on 29 February reaches an age on 28 February in a year without one.",
}
"""How 29 February birthdays count; the first is the default (:mod:`holdfast.kernel.birthdays` has the source)."""


HOURS = "HOURS"
"""Working hours. ``name`` says whose they are: ``worker:`` or ``organisation:`` and the id."""
WHOSE = ("worker", "organisation")


class ValueRefused(ValueError):
    """A value that cannot be set: at which part of it, what is wrong and what to do."""

    def __init__(self, field: str, what: str, do: str) -> None:
        super().__init__(f"{what} {do}")
        self.field, self.what, self.do = field, what, do


@dataclass(frozen=True)
class LocalValue:
    """One value of one rule from a day on. ``name`` is ``limit``, ``start`` (which way of reading where the clock starts),
    ``in_force`` (the day what ships off is switched on from, which is then ``since``), for a signal one of its numbers, for
    working hours whose they are."""

    rule: str
    name: str
    value: int | float | str
    since: date
    by: str
    why: str

    @property
    def published(self) -> dict[str, int | float | str]:
        """As it is published beside its standard or signal."""
        return {"name": self.name, "value": self.value, "since": self.since.isoformat()}


@dataclass(frozen=True)
class Values:
    """A partnership's values, in the order they were set. Later ones from the same day replace earlier ones."""

    values: tuple[LocalValue, ...] = ()

    def of(self, rule: str, name: str | None = None) -> tuple[LocalValue, ...]:
        """Those of one rule, by the day they hold from; one for each day."""
        # Values are kept in the order in which they were set, so a later one from the same day takes the place of the earlier in
        # this dict.
        found = {(each.name, each.since): each for each in self.values if each.rule == rule and name in (None, each.name)}
        return tuple(sorted(found.values(), key=lambda each: (each.since, each.name)))

    def standard(self, rule: Standard) -> Standard:
        """The standard with these values."""
        own = self._own.get(rule.id)
        if own is None:
            return rule
        # All of them go into the standard with their days, and not only the one that holds now: a clock that started last year is
        # judged by last year's number.
        limits = tuple(LocalLimit(each.since, float(each.value)) for each in self.of(rule.id, LIMIT))
        changed = replace(rule, local=limits)
        for each in self.of(rule.id, START):
            way = next(way for way in _ways(rule) if way.code == each.value)
            # choice is taken away with it. A standard that shows its choice again would offer to choose what has been chosen.
            changed = replace(changed, trigger=way.trigger, started=way.started, choice=None)
        for each in self.of(rule.id, IN_FORCE):
            if rule.switch is not None:
                changed = replace(changed, switch=replace(rule.switch, on_from=each.since))
        return changed

    def numbers(self, signal: str, numbers: Mapping[str, int | float], day: date) -> dict[str, int | float]:
        """A signal's numbers as they are on ``day``."""
        # Unlike a standard's limit, a signal's numbers hold for the whole reading of a day: a pattern over months has no single
        # start by which an older number could be judged.
        own = {each.name: each.value for each in self.of(signal) if each.since <= day}
        return {name: number if isinstance(own.get(name), str) else own.get(name, number) for name, number in numbers.items()}  # type: ignore[misc]

    @property
    def leap_birthdays(self) -> str:
        """How 29 February birthdays count."""
        chosen = self.of(BIRTHDAYS, START)
        return str(chosen[-1].value) if chosen else ON_1_MARCH

    @cached_property
    def hours(self) -> tuple[StatedHours, ...]:
        """The working hours that were set, for whom and from when."""
        return tuple(_stated(each) for each in self.of(HOURS))

    # Looked up for every rule of every child; without it each look would run through all the values.
    @cached_property
    def _own(self) -> dict[str, list[LocalValue]]:
        found: dict[str, list[LocalValue]] = {}
        for each in self.values:
            found.setdefault(each.rule, []).append(each)
        return found


NO_VALUES = Values()


def check(value: LocalValue, numbers: Mapping[str, Mapping[str, int | float]]) -> None:
    """Raises :class:`ValueRefused` unless ``value`` may be set. ``numbers`` are the signals' own, by id."""
    if not value.why.strip():
        raise ValueRefused("why", "No reason is given.", "Say why this value is right for this partnership.")
    if not value.by.strip():
        raise ValueRefused("by", "Nobody is named.", "Name whoever decided it.")
    if value.rule == BIRTHDAYS:
        _one_of(value, tuple(LEAP_BIRTHDAYS))
    elif value.rule == HOURS:
        _hours(value)
    elif value.rule in numbers:
        _signal_number(value, numbers[value.rule])
    elif value.rule in STANDARDS:
        _of_standard(value, STANDARDS[value.rule])
    else:
        raise ValueRefused(
            "rule", f"There is no standard or signal {value.rule}.", "Look its id up with: holdfast standards list"
        )


def _of_standard(value: LocalValue, rule: Standard) -> None:
    match value.name:
        case "limit":
            _limit(value, rule)
        case "start":
            if rule.choice is None:
                raise ValueRefused("name", f"Where the clock of {rule.id} starts is not left open.", "Set its limit instead.")
            _one_of(value, tuple(way.code for way in rule.choice.ways))
        case "in_force":
            if rule.switch is None:
                raise ValueRefused("name", f"{rule.id} is on already.", "Only a standard that ships off can be switched on.")
        case _:
            raise ValueRefused("name", f"A standard has no value called {value.name}.", "Set limit, start or in_force.")


def _hours(value: LocalValue) -> None:
    whose, _, id = value.name.partition(":")
    if whose not in WHOSE or not id:
        raise ValueRefused("name", "It is not said whose hours these are.", "Choose a team or a worker.")
    try:
        read_hours(str(value.value))
    except HoursRefused as refused:
        raise ValueRefused("value", "These hours cannot be read.", str(refused)) from refused


def _stated(value: LocalValue) -> StatedHours:
    whose, _, id = value.name.partition(":")
    return StatedHours(str(value.value), **{whose: id}, since=value.since)


def _limit(value: LocalValue, rule: Standard) -> None:
    if isinstance(rule.limit, Gate):
        raise ValueRefused("value", f"{rule.id} is a gate: it has no number.", "There is nothing to set.")
    n = _number(value)
    if n < 0 or (not isinstance(rule.limit, ShareOfInterval) and n != int(n)):
        raise ValueRefused(
            "value", f"{value.value} is not a whole number of {rule.limit.unit}.", "Give a whole number, 0 or more."
        )
    # The law's number on the day from which the value is to hold: an edition may have changed it.
    lawful = rule.on(value.since).limit.n
    assert lawful is not None
    # Equal is allowed, so that a partnership can write down the law's own number with its reason.
    looser = n < lawful if isinstance(rule.limit, LONGER_IS_TIGHTER) else n > lawful
    if rule.binding in BINDING_ON_ALL and looser:
        words = rule.limit.unit.replace("_", " ")
        raise ValueRefused(
            "value",
            f"{rule.id} is set by {rule.binding.replace('_', ' ')} at {lawful:g} {words}: it can be made tighter, never looser.",
            f"Give {lawful:g} or {'more' if isinstance(rule.limit, LONGER_IS_TIGHTER) else 'less'}.",
        )


def _signal_number(value: LocalValue, numbers: Mapping[str, int | float]) -> None:
    if value.name not in numbers:
        known = ", ".join(numbers) or "none"
        raise ValueRefused("name", f"{value.rule} has no number called {value.name}.", f"Its numbers are: {known}.")
    if _number(value) < 0:
        raise ValueRefused("value", f"{value.value} is less than nothing.", "Give 0 or more.")


def _number(value: LocalValue) -> float:
    if isinstance(value.value, bool) or not isinstance(value.value, int | float):
        raise ValueRefused("value", f"{value.value!r} is not a number.", "Give a number.")
    return float(value.value)


def _one_of(value: LocalValue, codes: tuple[str, ...]) -> None:
    if value.value not in codes:
        raise ValueRefused(
            "value", f"{value.value!r} is not a choice that {value.rule} offers.", f"Choose one of: {', '.join(codes)}."
        )


def _ways(rule: Standard) -> tuple[Any, ...]:
    return rule.choice.ways if rule.choice is not None else ()


def write_values(values: Values) -> str:
    """The file that ``replay --values`` reads."""
    rows = [asdict(each) | {"since": each.since.isoformat()} for each in values.values]
    return json.dumps({"format": FORMAT, "values": rows}, ensure_ascii=False, indent=1) + "\n"


def read_values(text: str, numbers: Mapping[str, Mapping[str, int | float]]) -> Values:
    """A file of values, every one checked. Raises :class:`ValueRefused` for the first that cannot be."""
    try:
        written = json.loads(text)
    except ValueError as error:
        raise ValueRefused("$", f"The file is not JSON ({error}).", "Write it as docs/local-values.md shows.") from error
    if not isinstance(written, dict) or written.get("format") != FORMAT or not isinstance(written.get("values"), list):
        raise ValueRefused("$", f"The file is not in the format {FORMAT}.", "Write it as docs/local-values.md shows.")
    return Values(tuple(_checked(f"$.values[{n}]", row, numbers) for n, row in enumerate(written["values"])))


def _checked(path: str, row: object, numbers: Mapping[str, Mapping[str, int | float]]) -> LocalValue:
    wanted = [field.name for field in fields(LocalValue)]
    # Exactly these fields. A misspelt one would be left out without a word, and the value would hold from a day nobody set.
    if not isinstance(row, dict) or sorted(row) != sorted(wanted):
        raise ValueRefused(path, "A value does not have its fields.", f"Give each value exactly: {', '.join(wanted)}.")
    try:
        value = LocalValue(**(row | {"since": date.fromisoformat(row["since"])}))
    except (TypeError, ValueError) as error:
        raise ValueRefused(f"{path}.since", f"{row['since']!r} is not a date.", "Write it like 2026-04-01.") from error
    try:
        check(value, numbers)
    except ValueRefused as refused:
        raise ValueRefused(f"{path}.{refused.field}", refused.what, refused.do) from refused
    return value
