"""The same queries on Spark: a small run, for real."""

import shutil
from pathlib import Path

import pytest

from holdfast.engine.bulk.answers import CLOCKS, RAISED
from holdfast.engine.bulk.everything import compile_all
from holdfast.engine.bulk.reading import Snapshot
from holdfast.engine.bulk.spark import Spark
from holdfast.engine.bulk.writing import write_world
from holdfast.engine.rulebook import rules
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import NO_VALUES
from tests.bulk.both import by_reference, differences, found
from tests.bulk.generating import cases
from tests.bulk.merging import FAR, renamed

RULES = ("FD-02", "CP-20", "CP-30", "CP-02", "WK-06")


@pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java on this machine: scripts/setup --tests puts one there")
def test_spark_gives_the_same_answers_as_the_reference_engine(tmp_path: Path) -> None:
    made = (world for id in RULES for world in cases(STANDARDS[id], 8))
    worlds = [renamed(world, FAR, number).world for number, world in enumerate(made)]
    write_world(tmp_path / "snapshot", *worlds)
    types = {type for id in RULES for type in rules()[id].reads} | {"cover_named", "entry_withdrawn"}
    with Spark() as machine:
        snapshot = Snapshot(machine, tmp_path / "snapshot", types)
        snapshot.at(FAR)
        machine.put("clocks", CLOCKS.empty_table())
        machine.put("signals", RAISED.empty_table())
        assert compile_all(machine, snapshot, FAR, RULES, NO_VALUES) == {}
        got = found(machine)
    wanted = by_reference(worlds, FAR, RULES)
    assert {row[0] for row in wanted} == set(RULES)
    assert differences(wanted, got) == ""
