"""A table is only worth something if it notices: every rule is bent a little, and its own table must object.

``make mutate`` prints how many ways there were to bend each rule and how many were noticed.
"""

import pytest

from holdfast.kernel.moment import Moment
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from tests.specs.judging import (
    TICK,
    Case,
    agrees,
    by_meaning,
    dated_right,
    lines_of,
    reading,
    ready,
    scoped_right,
    survivors,
    tables,
    valued,
)
from tests.specs.kit import Example

RULES = {**STANDARDS, **SIGNALS}


@pytest.mark.parametrize("id", RULES)
def test_the_table_agrees_with_the_rule_as_it_is(id: str) -> None:
    read = reading(RULES[id], by_meaning)
    assert [example.says for example in tables()[id] if not agrees(read, Case.of(example))] == []


@pytest.mark.parametrize("id", RULES)
def test_the_table_notices_a_bent_rule(id: str) -> None:
    ways, unnoticed = survivors(RULES[id])
    assert unnoticed == [], f"{len(unnoticed)} of {ways} ways to bend {id} go unnoticed"


@pytest.mark.parametrize("id", STANDARDS)
def test_a_standard_applies_from_the_day_the_facts_say(id: str) -> None:
    assert dated_right(STANDARDS[id])


@pytest.mark.parametrize("id", STANDARDS)
def test_a_clock_is_about_the_child_or_the_family_as_the_facts_say(id: str) -> None:
    assert scoped_right(STANDARDS[id])


@pytest.mark.parametrize("id", RULES)
def test_what_was_not_yet_recorded_is_not_known(id: str) -> None:
    """Read just before the last thing was written down, an example gives what it gives without it; and for some example
    that is not what it gives afterwards, so that a rule that looked ahead would be found out."""
    told_apart = False
    for example in tables()[id]:
        before, without, after = _before_and_after(id, example)
        assert before == without, example.says
        told_apart = told_apart or without != after
    assert told_apart, f"no example of {id} changes with what is recorded last"


def _before_and_after(id: str, example: Example) -> tuple[list[object], ...]:
    world, moment, rule = example.world(), example.moment(), ready(valued(RULES[id], example))
    known = [entry for entry in world.entries if entry.recorded_at <= moment.known_at]
    if not known:
        return [], [], []
    last = max(entry.recorded_at for entry in known)
    earlier = tuple(entry for entry in known if entry.recorded_at < last)
    then = Moment(moment.as_at, last - TICK)
    before = lines_of(rule, world, example.child, then)
    without = lines_of(rule, type(world)(**{**vars(world), "entries": earlier}), example.child, then)
    return _plain(before), _plain(without), _plain(lines_of(rule, world, example.child, moment))


def _plain(lines: list[object]) -> list[object]:
    return sorted(lines, key=str)
