"""Every example of every rule, in one run for everybody, against each one by one and against the meaning of record."""

from collections import Counter
from pathlib import Path

from holdfast.engine.bulk.snapshot_writer import write_world
from holdfast.vocabulary.world import World
from tests.bulk.merging import FAR, apart, cut, renamed
from tests.bulk.three_ways import Rows, by_compiled, by_reference, differences, for_everyone
from tests.sizes import one_in
from tests.specs.test_specs import specs


def test_every_example_of_every_rule_says_the_same_for_everybody_at_once(tmp_path: Path) -> None:
    """All rules over all examples, one by one; each rule over its own, by the meaning of record."""
    worlds: list[World] = []
    wanted: Rows = Counter()
    own: dict[str, set[str]] = {}
    for spec in specs():
        for example in spec.examples[:: one_in("examples of each rule, read for everybody")]:
            moment = example.moment()
            world = renamed(cut(example.world(), moment), moment, len(worlds)).world
            if not apart(world):
                continue
            worlds.append(world)
            wanted += by_reference([world], FAR, [spec.rule])
            # Also of whom nothing is recorded: what is said of a mother is asked of her child.
            own.setdefault(spec.rule, set()).update(world.people, *(entry.about for entry in world.entries))
    write_world(tmp_path / "all", *worlds)
    everyone = for_everyone(tmp_path / "all", FAR)
    assert sum(wanted.values()) > len(worlds) / 2
    assert len(own) > 200
    assert differences(wanted, Counter({row: n for row, n in everyone.items() if row[1] in own.get(row[0], ())})) == ""
    assert differences(by_compiled(worlds, FAR), everyone) == ""
