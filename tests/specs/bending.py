"""Every rule bent a little in every way that still makes a rule.

A rule is a tree of frozen values, so the ways to bend it are read from the tree itself: every number one more and one less,
every event, condition and kind of entry left out, every flag turned, everything optional dropped, child and family swapped,
every code that a condition takes made another. Words are left alone.
"""

from collections.abc import Iterator
from dataclasses import Field, fields, is_dataclass, replace
from datetime import timedelta
from typing import Any, Literal, get_args, get_origin, get_type_hints

from holdfast.rules.conditions import Attended, ByAgency, ByRole, FieldIn, Mentions, ReasonGiven, RowIn
from holdfast.rules.event import Condition, Event, State
from holdfast.rules.limit import Gate, RecordedWithin
from holdfast.rules.shapes import Shape
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Choice, Edition, Standard, Switch

WORDS = frozenset(
    {
        "id",
        "title",
        "stage",
        "binding",
        "scope",
        "started",
        "wanted",
        "responsible",
        "ladder",
        "sources",
        "confidence",
        "versions",
        "review_paragraphs",
        "local_variants",
        "check_before_release",
        "note",
        "choice",
        "switch",
        "local",
        "says",
        "reads",
        "name",
        "theme",
        "warn_before",
        "effective_from",
        "field",
        "start_field",
        "planned_in",
        "unit",
        "kind",
        "count_from",
        "why",
        "how",
    }
)
SPELLINGS = (Mentions, FieldIn, ByRole, Attended, ReasonGiven, ByAgency, RowIn)
"""Conditions whose values are ways to write one thing: leaving one of many out is not a change of meaning to look for."""
SWAPS = {"child": "family", "family": "child"}
BOTH_WAYS = frozenset({"outlives_childhood"})
"""Flags that every rule has to have a side on. The others say something only where they are set."""
Bent = tuple[str, Any]


def bent(node: Any, path: str = "") -> Iterator[Bent]:
    """``node`` bent in one place, with what was done in words."""
    for field in fields(node):
        if field.name in WORDS:
            continue
        value = getattr(node, field.name)
        here = f"{path}{field.name}"
        dropped = [(f"{here} dropped", None)] if field.default is None and value is not None else []
        for words, changed in (*_bent_value(node, value, here), *_other_code(node, field, here), *dropped):
            try:
                yield words, replace(node, **{field.name: changed})
            except (ValueError, TypeError):
                continue  # a rule that contradicts itself cannot be made at all


def _bent_value(node: Any, value: Any, here: str) -> Iterator[Bent]:
    match value:
        case bool():
            if value or here in BOTH_WAYS:
                yield f"{here} turned to {not value}", not value
        case int() | float():
            yield from ((f"{here} {change:+d}", value + change) for change in (-1, 1) if value + change >= 0)
        case str():
            if value in SWAPS and not isinstance(node, Condition):
                yield f"{here} swapped to {SWAPS[value]}", SWAPS[value]
        case tuple():
            if not (isinstance(node, SPELLINGS) or (isinstance(node, Event) and len(value) == 1)):
                yield from _fewer(value, here)
            yield from _changed(value, here)
        case _ if is_dataclass(value) and not isinstance(value, type | State):
            yield from bent(value, f"{here}.")


def _other_code(node: Any, field: Field[Any], here: str) -> Iterator[Bent]:
    """The first other code that a parameter of a condition may be, unless it is the one that stands where nothing is said."""
    if isinstance(node, Condition) and isinstance(value := getattr(node, field.name), str) and value != field.default:
        said = get_type_hints(type(node))[field.name]
        codes = next((get_args(each) for each in (said, *get_args(said)) if get_origin(each) is Literal), ())
        other = next((each for each in codes if each != value), None)
        if other is not None:
            yield f"{here} changed to {other}", other


def _fewer(value: tuple[Any, ...], here: str) -> Iterator[Bent]:
    for number, each in enumerate(value):
        yield f"{here} without {_called(each)}", (*value[:number], *value[number + 1 :])


def _changed(value: tuple[Any, ...], here: str) -> Iterator[Bent]:
    for number, each in enumerate(value):
        if is_dataclass(each) and not isinstance(each, State | Choice | Switch):
            for words, changed in bent(each, f"{here}[{number}]."):
                yield words, (*value[:number], changed, *value[number + 1 :])


def _called(each: Any) -> str:
    if isinstance(each, Event):
        return "/".join(each.types)
    return str(each) if isinstance(each, str) else type(each).__name__


def standards_bent(rule: Standard) -> Iterator[tuple[str, Standard]]:
    """A standard, bent."""
    for words, changed in bent(rule):
        if not _same(rule, words, changed):
            yield words, changed
    if rule.effective_from is not None or rule.versions:
        yield "in force from always", replace(rule, effective_from=None, versions=())
    if rule.scope in ("per_child", "per_family") and rule.switch is None:
        swapped = {"per_child": "per_family", "per_family": "per_child"}[rule.scope]
        yield f"scope swapped to {swapped}", replace(rule, scope=swapped)
    yield from editions_bent(rule)


def _same(rule: Standard, words: str, changed: Standard) -> bool:
    """Whether bending it so says the same: what is asked of an entry as it is made has no time in which anybody could grow
    up, the partnership never grows up, one day that begins with the day itself is that day, and there is one next morning."""
    if words.startswith("outlives_childhood"):
        return isinstance(rule.limit, Gate | RecordedWithin) or rule.scope in ("per_partnership", "per_agency")
    if rule.limit.unit == "before_next_school_day":
        return words.startswith("limit.n")
    on_the_day = rule.limit.count_from == "day_of_trigger" and {rule.limit.n, changed.limit.n} == {0, 1}
    return on_the_day and words.startswith("limit.n")


def editions_bent(rule: Standard) -> Iterator[tuple[str, Standard]]:
    """The day it came in force, and the day each edition took over, moved by one."""
    for days in (-1, 1):
        change = timedelta(days=days)
        if rule.effective_from is not None and not (rule.versions and rule.versions[0].since <= rule.effective_from):
            yield f"effective_from {days:+d} day", replace(rule, effective_from=rule.effective_from + change)
        for number in range(len(rule.versions)):
            yield f"edition {rule.versions[number].edition} {days:+d} day", replace(rule, versions=_moved(rule, number, change))


def _moved(rule: Standard, number: int, change: timedelta) -> tuple[Edition, ...]:
    versions = list(rule.versions)
    versions[number] = replace(versions[number], since=versions[number].since + change)
    if number:
        versions[number - 1] = replace(versions[number - 1], until=versions[number].since)
    return tuple(versions)


def signals_bent(signal: Signal) -> Iterator[tuple[str, Signal]]:
    """A signal that has a shape, bent. Its numbers are bent in the shape they make."""
    if signal.pattern is None:
        for name, number in signal.numbers.items():
            for change in (-1, 1):
                if number + change >= 0:
                    yield f"{name} {change:+d}", replace(signal, numbers={**signal.numbers, name: number + change})
        return
    for words, shape in bent(signal.shape):
        if shape is not None:
            yield words, replace(signal, pattern=_always(shape))


def _always(shape: Shape) -> Any:
    return lambda numbers: shape
