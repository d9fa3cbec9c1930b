"""What has been set, in words."""

from dataclasses import dataclass
from datetime import date, datetime, time

from holdfast.kernel.opening_hours import HOLIDAY, read_hours
from holdfast.kernel.when import LONDON, day_in_words
from holdfast.pages.child_names import listed
from holdfast.pages.date_phrases import clock
from holdfast.pages.standards.presenters.rule_labels import NUMBERS, known
from holdfast.record import partnership_values as values
from holdfast.record.models import Organisation, Worker
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import BIRTHDAYS, HOURS, IN_FORCE, LEAP_BIRTHDAYS, LIMIT, START, LocalValue

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "bank holidays")


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
        return cls(value.rule, _title(value), _says(value), day_in_words(value.since), value.by, value.why, set_at)


def hours_in_words(written: str) -> str:
    """Hours as a page says them: "Monday to Friday 8:30am to 5pm", from how they are written down."""
    hours = read_hours(written)
    if not hours.stretches:
        return "At any hour"
    said = "; ".join(f"{_days(each.days)}, {_clock(each.opens)} to {_clock(each.closes)}" for each in hours.stretches)
    return f"Whenever it is not {said}" if hours.outside else said


def _days(days: frozenset[int]) -> str:
    names = [DAY_NAMES[day] for day in sorted(days)]
    first, last = min(days), max(days)
    return (
        f"{names[0]} to {names[-1]}" if len(days) > 2 and last - first + 1 == len(days) and HOLIDAY not in days else listed(names)
    )


def _clock(hour: time) -> str:
    return clock(datetime.combine(date.min.replace(year=2000), hour, LONDON))


def value_history(rule: str | None = None) -> list[LocalValueLine]:
    """Every value ever set, the latest first."""
    return [
        LocalValueLine.of(LocalValue(row.rule, row.name, row.value, row.since, row.by, row.why), row.set_at)
        for row in values.history(rule)
    ]


def _title(value: LocalValue) -> str:
    rule = value.rule
    if rule == HOURS:
        whose, _, id = value.name.partition(":")
        model = Worker if whose == "worker" else Organisation
        named = model.objects.filter(pk=id).values_list("name", flat=True).first()
        return f"Working hours of {named or id}"
    if rule == BIRTHDAYS:
        return "Birthdays on 29 February"
    found = STANDARDS.get(rule) or SIGNALS.get(rule)
    # A value outlives its rule: one that guidance took back is still shown with what was set and why.
    return found.title if found else rule


def _says(value: LocalValue) -> str:
    standard = STANDARDS.get(value.rule)
    if value.rule == HOURS:
        return hours_in_words(str(value.value))
    if value.rule == BIRTHDAYS:
        return LEAP_BIRTHDAYS[str(value.value)]
    if value.name == LIMIT and standard is not None:
        return f"{value.value} {standard.limit.unit.replace('_', ' ')}, instead of {standard.limit.in_words()}"
    if value.name == START and standard is not None and standard.choice is not None:
        return next(way.says for way in standard.choice.ways if way.code == value.value)
    return "Switched on" if value.name == IN_FORCE else f"{known(NUMBERS, value.name)}: {value.value}"
