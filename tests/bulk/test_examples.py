"""Every example of every rule, in one run of the bulk engine, against the engine that is the meaning of record."""

from pathlib import Path

from holdfast.engine.bulk.machine import Duck
from tests.bulk.both import by_reference, differences, in_bulk
from tests.bulk.merging import FAR, cut, renamed
from tests.specs.test_specs import specs


def test_every_example_of_every_rule_gives_the_same_in_bulk(tmp_path: Path) -> None:
    worlds = []
    for spec in specs():
        for example in spec.examples:
            moment = example.moment()
            worlds.append(renamed(cut(example.world(), moment), moment, len(worlds)).world)
    wanted = by_reference(worlds, FAR)
    with Duck() as machine:
        got, _ = in_bulk(machine, tmp_path / "snapshot", worlds, FAR)
    assert sum(wanted.values()) > 5_000
    assert differences(wanted, got) == ""
