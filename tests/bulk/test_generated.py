"""Thousands of invented lives, made from every rule's own definition, read by both engines at several moments."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from holdfast.engine.bulk.answers import CLOCKS
from holdfast.engine.bulk.everything import Answered, run
from holdfast.engine.bulk.machine import Duck
from holdfast.engine.bulk.reading import Snapshot
from holdfast.engine.bulk.writing import write_world
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.world import World
from tests.bulk.both import Row, by_reference, differences, found
from tests.bulk.generating import cases
from tests.bulk.merging import FAR, renamed

EACH = 4
AS_IT_WAS_KNOWN = Moment(datetime(2022, 1, 31, 23, tzinfo=UTC), datetime(2022, 1, 31, 23, tzinfo=UTC))
WITH_HINDSIGHT = Moment(datetime(2023, 6, 30, 12, tzinfo=UTC), FOREVER)
MOMENTS = (AS_IT_WAS_KNOWN, WITH_HINDSIGHT)
STATE, MISSING, APPROXIMATE = (CLOCKS.names.index(name) for name in ("state", "missing", "approximate"))


@pytest.fixture(scope="module")
def worlds() -> list[World]:
    """Several for every standard and signal, each under ids of its own."""
    made = (world for rule in (*STANDARDS.values(), *SIGNALS.values()) for world in cases(rule, EACH))
    return [renamed(world, FAR, number).world for number, world in enumerate(made)]


@pytest.fixture(scope="module")
def wanted(worlds: list[World]) -> dict[Moment, Counter[Row]]:
    """What the engine that is the meaning of record says of them."""
    return {moment: by_reference(worlds, moment) for moment in MOMENTS}


@pytest.fixture(scope="module")
def answered(
    worlds: list[World], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[Moment, tuple[Counter[Row], Answered]]]:
    """What the bulk engine says of all of them at once."""
    directory: Path = tmp_path_factory.mktemp("generated") / "snapshot"
    write_world(directory, *worlds)
    with Duck() as machine:
        snapshot = Snapshot(machine, directory)
        answers = {}
        for moment in MOMENTS:
            how = run(machine, snapshot, moment)
            answers[moment] = (found(machine), how)
        yield answers


@pytest.mark.parametrize("moment", MOMENTS, ids=["as it was known", "with hindsight"])
def test_both_engines_say_the_same_of_every_invented_life(
    moment: Moment, wanted: dict[Moment, Counter[Row]], answered: dict[Moment, tuple[Counter[Row], Answered]]
) -> None:
    assert differences(wanted[moment], answered[moment][0]) == ""


def test_the_invented_lives_reach_every_state_a_clock_can_be_in(wanted: dict[Moment, Counter[Row]]) -> None:
    rows = [row for counted in wanted.values() for row in counted if len(row) == len(CLOCKS.names)]
    assert {row[STATE] for row in rows} == {
        "met", "met_late", "overdue", "due_soon", "running", "not_required", "cannot_tell",
    }  # fmt: skip
    assert {row[APPROXIMATE] for row in rows} == {True, False}
    assert len({row[MISSING] for row in rows} - {None}) >= 4


def test_the_invented_lives_reach_nearly_every_rule(wanted: dict[Moment, Counter[Row]]) -> None:
    reached = {row[0] for counted in wanted.values() for row in counted}
    missed = [id for id in (*STANDARDS, *SIGNALS) if id not in reached]
    assert len(missed) <= 0.2 * (len(STANDARDS) + len(SIGNALS)), missed


def test_most_rules_are_read_in_queries(answered: dict[Moment, tuple[Counter[Row], Answered]]) -> None:
    how = answered[AS_IT_WAS_KNOWN][1]
    assert len(how.set_based) > len(how.pairs)
    assert all(how.pairs.values()), "a rule that is not read in queries says why"


def test_what_was_recorded_later_is_not_known_then(wanted: dict[Moment, Counter[Row]]) -> None:
    assert wanted[AS_IT_WAS_KNOWN] != wanted[WITH_HINDSIGHT]
