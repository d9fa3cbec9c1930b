"""What is about nobody in particular is the partnership's own, and is read once."""

from pathlib import Path

from holdfast.engine.bulk.everything import run
from holdfast.engine.bulk.machine import Duck
from holdfast.engine.bulk.reading import Snapshot
from holdfast.engine.bulk.writing import write_world
from holdfast.engine.reference.tracks import PARTNERSHIP
from holdfast.rules.standard import OF_THE_PARTNERSHIP
from holdfast.standards import STANDARDS
from holdfast.vocabulary.world import World
from tests.bulk.both import by_reference, differences, found
from tests.bulk.generating import ABOUT_NOBODY, cases
from tests.bulk.merging import FAR, apart
from tests.specs.kit import Example, given
from tests.specs.test_specs import specs


def test_what_is_about_nobody_is_read_the_same_by_both_engines(tmp_path: Path) -> None:
    theirs = [rule for rule in STANDARDS.values() if rule.scope in OF_THE_PARTNERSHIP]
    seen = 0
    for number, rule in enumerate(theirs[::7]):
        world: World = next(iter(cases(rule, 1, about=ABOUT_NOBODY)))
        wanted = by_reference([world], FAR, [rule.id], partnership=True)
        write_world(tmp_path / str(number), world)
        with Duck() as machine:
            run(machine, Snapshot(machine, tmp_path / str(number)), FAR, only=[rule.id])
            assert differences(wanted, found(machine, partnership=True)) == ""
        seen += sum(row[1] == PARTNERSHIP for row in wanted)
    assert seen > 0


def test_a_signal_that_the_partnership_is_asked_about_is_read_the_same_by_both_engines(tmp_path: Path) -> None:
    before = given(
        "r", "recommendation_made", "Mon 2017-05-01", about=(), text="Embed the neglect strategy.", owner="x", due="2018-01-01"
    )
    audit = given("a", "audit_completed", "Mon 2019-10-07", about=(), kind="Cases", grade="inadequate", themes=["Neglect"])
    world = Example("An audit about no child.", (before, audit), "Thu 2019-10-31", ()).world()
    wanted = by_reference([world], FAR, ["SIG-RECURRENT-LEARNING"], partnership=True)
    write_world(tmp_path, world)
    with Duck() as machine:
        run(machine, Snapshot(machine, tmp_path), FAR, only=["SIG-RECURRENT-LEARNING"])
        assert differences(wanted, found(machine, partnership=True)) == ""
    assert [row[1] for row in wanted] == [PARTNERSHIP]


def test_what_is_about_nobody_counts_for_every_family_that_asks(tmp_path: Path) -> None:
    asked = ("SIG-TRAINING-GAP", "SIG-RECURRENT-LEARNING", "RET-07")
    worlds = [example.world() for spec in specs() if spec.rule in asked for example in list(spec.examples)[:4]]
    told = [(number, world) for number, world in enumerate(worlds) if not apart(world)]
    assert told
    for number, world in told:
        directory = tmp_path / f"own-{number}"
        write_world(directory, world)
        wanted = by_reference([world], FAR, asked)
        with Duck() as machine:
            run(machine, Snapshot(machine, directory), FAR, only=asked)
            assert differences(wanted, found(machine)) == ""
