"""What has been set, in words."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.kernel.when import day_in_words
from holdfast.pages.standards.presenters.rule_labels import NUMBERS, known
from holdfast.record import partnership_values as values
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import BIRTHDAYS, IN_FORCE, LEAP_BIRTHDAYS, LIMIT, START, LocalValue


@dataclass(frozen=True)
class LocalValueLine:
    """One value: of what, what it is, from when, who decided it and why, and when it was set."""

    rule: str
    title: str
    says: str
    since: str
    by: str
    why: str
    set_at: datetime | None = None

    @classmethod
    def of(cls, value: LocalValue, set_at: datetime | None = None) -> "LocalValueLine":
        """A value in words."""
        return cls(value.rule, _title(value.rule), _says(value), day_in_words(value.since), value.by, value.why, set_at)


def value_history(rule: str | None = None) -> list[LocalValueLine]:
    """Every value ever set, the latest first."""
    return [
        LocalValueLine.of(LocalValue(row.rule, row.name, row.value, row.since, row.by, row.why), row.set_at)
        for row in values.history(rule)
    ]


def _title(rule: str) -> str:
    if rule == BIRTHDAYS:
        return "Birthdays on 29 February"
    found = STANDARDS.get(rule) or SIGNALS.get(rule)
    # A value outlives its rule: one that guidance took back is still shown with what was set and why.
    return found.title if found else rule


def _says(value: LocalValue) -> str:
    standard = STANDARDS.get(value.rule)
    if value.rule == BIRTHDAYS:
        return LEAP_BIRTHDAYS[str(value.value)]
    if value.name == LIMIT and standard is not None:
        return f"{value.value} {standard.limit.unit.replace('_', ' ')}, instead of {standard.limit.in_words()}"
    if value.name == START and standard is not None and standard.choice is not None:
        return next(way.says for way in standard.choice.ways if way.code == value.value)
    return "Switched on" if value.name == IN_FORCE else f"{known(NUMBERS, value.name)}: {value.value}"
