"""Every example of every rule, checked on the engine that is the meaning of record."""

from collections import Counter

import pytest

from holdfast.engine.reference.evaluate import evaluate
from holdfast.engine.replay import ReplayLine
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from tests.specs.judging import specs
from tests.specs.kit import Example, Expect

CASES = [pytest.param(spec.rule, example, id=f"{spec.rule}: {example.says}") for spec in specs() for example in spec.examples]


def lines(rule: str, example: Example) -> list[ReplayLine]:
    """What the rule gives for the example's child, in the order it starts."""
    moment = example.moment()
    reading = evaluate(example.world(), example.child, moment, [rule], values=example.values)
    found = [ReplayLine(line, (), moment) for line in reading.lines]
    return sorted(found, key=lambda each: (each.to_json()["starts"] or "", each.line.what.key))


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_the_rule_says_what_its_table_says(rule: str, example: Example) -> None:
    found = lines(rule, example)
    shown = [each.to_json() for each in found]
    assert len(shown) == len(example.expect), f"{len(example.expect)} lines wanted: {shown}"
    for line, wanted in zip(shown, example.expect, strict=True):
        _check(line, wanted)


def _check(line: dict[str, object], wanted: Expect) -> None:
    for name, value in vars(wanted).items():
        if value is ...:
            continue
        found = line["why"] if name == "says" else line.get(name)
        if isinstance(value, tuple):
            value = list(value)
        assert found == value, f"{name}: {found!r}, not {value!r} ({line['why']})"


def test_every_standard_and_signal_has_its_table() -> None:
    tabled, rules = {spec.rule for spec in specs()}, {*STANDARDS, *SIGNALS}
    assert not rules - tabled, f"{sorted(rules - tabled)} has no table of examples: write a Spec for it in tests/specs"
    assert not tabled - rules, (
        f"{sorted(tabled - rules)} has a table in tests/specs and is no rule: say the rule, or take it away"
    )


def test_every_table_tries_more_than_one_side_of_its_rule() -> None:
    tried = Counter(spec.rule for spec in specs() for _ in spec.examples)
    few = [rule for rule, examples in tried.items() if examples < 4]
    assert few == [], f"{few} has fewer than four examples: the limit, the day after, what does not count, what excuses it"
