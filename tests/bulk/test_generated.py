"""Thousands of invented lives, made from every rule's own definition, read by both engines at several moments."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from holdfast.engine.bulk.answers import CLOCKS, RAISED
from holdfast.engine.bulk.everything import compile_all, run
from holdfast.engine.bulk.machine import Duck
from holdfast.engine.bulk.reading import Snapshot
from holdfast.engine.bulk.writing import write_world
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import NO_VALUES
from holdfast.vocabulary.world import World
from tests.bulk.both import Row, by_reference, differences, found
from tests.bulk.generating import cases
from tests.bulk.merging import FAR, apart, renamed

EACH = 2
EVERY = (*STANDARDS, *SIGNALS)
AS_IT_WAS_KNOWN = Moment(datetime(2022, 1, 31, 23, tzinfo=UTC), datetime(2022, 1, 31, 23, tzinfo=UTC))
WITH_HINDSIGHT = Moment(datetime(2023, 6, 30, 12, tzinfo=UTC), FOREVER)
MOMENTS = (AS_IT_WAS_KNOWN, WITH_HINDSIGHT)
STATE, MISSING, APPROXIMATE = (CLOCKS.names.index(name) for name in ("state", "missing", "approximate"))


@pytest.fixture(scope="module")
def worlds() -> list[World]:
    """Several for every standard and signal, each under ids of its own."""
    made = (world for rule in (*STANDARDS.values(), *SIGNALS.values()) for world in cases(rule, EACH))
    return [renamed(world, FAR, number).world for number, world in enumerate(made)]


@dataclass(frozen=True)
class Both:
    """What both engines say of all of them: the rules that are queries at both moments, and some of the others at one."""

    wanted: dict[Moment, Counter[Row]]
    got: dict[Moment, Counter[Row]]
    in_batches: tuple[Counter[Row], Counter[Row]]
    pairs: dict[str, str]


@pytest.fixture(scope="module")
def both(worlds: list[World], tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Every rule that queries say, and every tenth of the others, which are the reference engine's own code in batches."""
    directory: Path = tmp_path_factory.mktemp("generated") / "snapshot"
    write_world(directory, *worlds)
    wanted, got = {}, {}
    with Duck() as machine:
        snapshot = Snapshot(machine, directory)
        for moment in MOMENTS:
            snapshot.at(moment)
            machine.put("clocks", CLOCKS.empty_table())
            machine.put("signals", RAISED.empty_table())
            pairs = compile_all(machine, snapshot, moment, EVERY, NO_VALUES)
            got[moment] = found(machine)
            wanted[moment] = by_reference(worlds, moment, [id for id in EVERY if id not in pairs])
        some = sorted(pairs)[::10]
        few = [world for world in worlds[::3] if apart(world)]
        write_world(directory.parent / "few", *few)
        run(machine, Snapshot(machine, directory.parent / "few"), WITH_HINDSIGHT, only=some, queries=False)
        return Both(wanted, got, (by_reference(few, WITH_HINDSIGHT, some), found(machine)), pairs)


@pytest.mark.parametrize("moment", MOMENTS, ids=["as it was known", "with hindsight"])
def test_queries_say_what_the_reference_engine_says_of_every_invented_life(moment: Moment, both: Both) -> None:
    assert differences(both.wanted[moment], both.got[moment]) == ""


def test_the_reference_engine_says_the_same_in_batches_of_families(both: Both) -> None:
    wanted, got = both.in_batches
    assert sum(wanted.values()) > 100
    assert differences(wanted, got) == ""


def test_the_invented_lives_reach_every_state_a_clock_can_be_in(both: Both) -> None:
    rows = [row for counted in both.wanted.values() for row in counted if len(row) == len(CLOCKS.names)]
    assert {row[STATE] for row in rows} == {
        "met", "met_late", "overdue", "due_soon", "running", "not_required", "cannot_tell",
    }  # fmt: skip
    assert {row[APPROXIMATE] for row in rows} == {True, False}
    assert len({row[MISSING] for row in rows} - {None}) >= 3


def test_the_invented_lives_reach_most_of_the_rules_that_are_queries(both: Both) -> None:
    reached = {row[0] for counted in both.wanted.values() for row in counted}
    queries = [id for id in EVERY if id not in both.pairs]
    missed = [id for id in queries if id not in reached]
    assert len(missed) <= 0.2 * len(queries), missed


def test_more_rules_are_queries_than_not_and_each_that_is_not_says_why(both: Both) -> None:
    assert len(both.pairs) < len(EVERY) / 2
    assert all(both.pairs.values())


def test_what_was_recorded_later_is_not_known_then(both: Both) -> None:
    assert both.wanted[AS_IT_WAS_KNOWN] != both.wanted[WITH_HINDSIGHT]
