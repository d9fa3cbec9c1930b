"""Every example of every rule, in one run of the bulk engine, against the engine that is the meaning of record."""

from pathlib import Path

from holdfast.engine.bulk.answers import CLOCKS, RAISED
from holdfast.engine.bulk.everything import compile_all, run
from holdfast.engine.bulk.machine import Duck
from holdfast.engine.bulk.reading import Snapshot
from holdfast.engine.bulk.writing import write_world
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import NO_VALUES
from holdfast.vocabulary.world import World
from tests.bulk.both import by_reference, differences, found
from tests.bulk.merging import FAR, apart, cut, renamed
from tests.specs.test_specs import specs


def test_every_example_of_every_rule_gives_the_same_in_bulk(tmp_path: Path) -> None:
    """The rules that queries say, over all the examples of all rules; the others, which are the reference engine's own code
    in batches of families, over every twentieth."""
    worlds: list[World] = []
    for spec in specs():
        for example in spec.examples:
            moment = example.moment()
            worlds.append(renamed(cut(example.world(), moment), moment, len(worlds)).world)
    write_world(tmp_path / "all", *worlds)
    few = [world for world in worlds[::20] if apart(world)]
    write_world(tmp_path / "few", *few)
    with Duck() as machine:
        snapshot = Snapshot(machine, tmp_path / "all")
        snapshot.at(FAR)
        machine.put("clocks", CLOCKS.empty_table())
        machine.put("signals", RAISED.empty_table())
        every = (*STANDARDS, *SIGNALS)
        pairs = compile_all(machine, snapshot, FAR, every, NO_VALUES)
        wanted = by_reference(worlds, FAR, [id for id in every if id not in pairs])
        assert sum(wanted.values()) > 5_000
        assert differences(wanted, found(machine)) == ""
        run(machine, Snapshot(machine, tmp_path / "few"), FAR, only=sorted(pairs), queries=False)
        assert differences(by_reference(few, FAR, sorted(pairs)), found(machine)) == ""
