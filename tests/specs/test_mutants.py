"""A table is only worth something if it notices: every rule is bent a little, and its own table must object.

The limit is made one longer and one shorter, a warning is left out, an exemption or a condition dropped, a thing that
meets it taken away. A bent rule that passes its whole table is a hole in the table.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from holdfast.engine import kinds, reads
from holdfast.engine.history import Reader, Rule
from holdfast.engine.reference import TIMED
from holdfast.engine.replay import Replayed
from holdfast.standards import STANDARDS
from holdfast.standards.events import Event
from holdfast.standards.model import Each, Standard
from tests.specs.kit import Example, Expect
from tests.specs.test_specs import specs

Bent = tuple[str, Standard]


def limits(rule: Standard) -> Iterator[Bent]:
    """One more and one less."""
    for change in (-1, 1):
        if rule.limit.n is not None and rule.limit.n + change >= 0:
            yield f"limit {change:+d}", replace(rule, limit=replace(rule.limit, n=rule.limit.n + change))


def events(words: str, given: tuple[Event, ...]) -> Iterator[tuple[str, tuple[Event, ...]]]:
    """Each event left out, and each of its conditions."""
    for place, event in enumerate(given):
        before, after = given[:place], given[place + 1 :]
        yield f"{words} without {'/'.join(event.types)}", (*before, *after)
        for number, condition in enumerate(event.where):
            loose = replace(event, where=(*event.where[:number], *event.where[number + 1 :]))
            yield f"{words} {event.types[0]} without {type(condition).__name__}", (*before, loose, *after)
        if event.names is not None:
            yield f"{words} {event.types[0]} whoever is named", (*before, replace(event, names=None), *after)
        if len(event.types) > 1:
            for each in event.types:
                fewer = replace(event, types=tuple(other for other in event.types if other != each))
                yield f"{words} without {each}", (*before, fewer, *after)


def bent(rule: Standard) -> Iterator[Bent]:
    """The rule, bent in every way that still makes a rule."""
    yield from limits(rule)
    for field in ("met_by", "excused_by"):
        for words, changed in events(field, getattr(rule, field)):
            yield from _made(words, rule, **{field: changed})
    if isinstance(rule.trigger, Each):
        for words, changed in events("starts", (rule.trigger.event,)):
            if changed:
                yield from _made(words, rule, trigger=Each(changed[0]))
    for number, condition in enumerate(rule.gate):
        yield from _made(f"gate without {type(condition).__name__}", rule, gate=rule.gate[:number] + rule.gate[number + 1 :])
    if not rule.gate and not rule.self_recording:
        yield from _made("the other way about growing up", rule, outlives_childhood=not rule.outlives_childhood)
    for change in (-1, 1):
        if rule.remedy_within is not None:
            within = replace(rule.remedy_within, n=rule.remedy_within.n + change)
            yield from _made(f"put right within {change:+d}", rule, remedy_within=within)
    if rule.from_age is not None:
        yield from _made("a year older", rule, from_age=rule.from_age + 1)
        yield from _made("any age", rule, from_age=None)
    if rule.all_of:
        yield from _made("any one of all", rule, all_of=False)
    if rule.effective_from is not None or rule.versions:
        yield from _made("always in force", rule, effective_from=None, versions=())
    if rule.during is not None and rule.limit.kind != "max_interval":
        yield from _made("outlives its state", rule, during=None)


def _made(words: str, rule: Standard, **changes: object) -> Iterator[Bent]:
    try:
        yield words, replace(rule, **changes)  # type: ignore[arg-type]
    except ValueError:
        return  # a rule that contradicts itself cannot be made at all


def agrees(rule: Standard, example: Example) -> bool:
    """Whether a rule that is not in the catalogue gives what the example says."""
    moment = example.moment()
    rule = example.values.standard(rule)
    timed = rule.limit.unit in TIMED or rule.limit.n == 0
    ready = Rule(rule.id, reads.of_standard(rule), timed, partial(kinds.clocks, rule=rule), steady=rule.self_recording)
    lines = [Replayed(line, (), moment) for line in Reader(example.world(), moment).read(example.child, ready)]
    shown = sorted(
        (each.to_json() | {"key": each.line.what.key} for each in lines), key=lambda each: (each["starts"], each["key"])
    )
    return len(shown) == len(example.expect) and all(map(_as_wanted, shown, example.expect))


def _as_wanted(line: dict[str, Any], wanted: Expect) -> bool:
    asked = {("why" if name == "says" else name): value for name, value in vars(wanted).items() if value is not ...}
    return all(line.get(name) == (list(value) if isinstance(value, tuple) else value) for name, value in asked.items())


TABLES = {id: [example for spec in specs() if spec.rule == id for example in spec.examples] for id in STANDARDS}
BENT = [pytest.param(rule, id=f"{id}: {words}") for id in STANDARDS for words, rule in bent(STANDARDS[id])]


@pytest.mark.parametrize("id", STANDARDS)
def test_the_table_agrees_with_the_rule_as_it_is(id: str) -> None:
    assert [example.says for example in TABLES[id] if not agrees(STANDARDS[id], example)] == []


@pytest.mark.parametrize("rule", BENT)
def test_the_table_notices_a_bent_rule(rule: Standard) -> None:
    assert not all(agrees(rule, example) for example in TABLES[rule.id])
