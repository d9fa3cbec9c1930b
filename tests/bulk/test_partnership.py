"""What is about nobody in particular is the partnership's own, and is read by every family that it concerns."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, given

from holdfast.engine.bulk.snapshot_writer import write_world
from holdfast.engine.reference.version_timeline import PARTNERSHIP
from holdfast.rules.standard import OF_THE_PARTNERSHIP
from holdfast.standards import STANDARDS
from holdfast.vocabulary.case_file import read_case
from holdfast.vocabulary.world import KnownPerson, World
from tests.bulk.generating import ABOUT_NOBODY, cases
from tests.bulk.merging import FAR, apart
from tests.bulk.three_ways import by_reference, differences, for_everyone
from tests.sizes import drawn
from tests.specs.kit import ORGANISATIONS, WORKERS, Example
from tests.specs.kit import given as recorded
from tests.specs.test_specs import specs
from tests.vocabulary.generated import about_nobody


def test_what_is_about_nobody_is_the_partnerships_own(tmp_path: Path) -> None:
    theirs = [rule for rule in STANDARDS.values() if rule.scope in OF_THE_PARTNERSHIP]
    seen = 0
    for number, rule in enumerate(theirs[::7]):
        world: World = next(iter(cases(rule, 1, about=ABOUT_NOBODY)))
        wanted = by_reference([world], FAR, [rule.id], partnership=True)
        write_world(tmp_path / str(number), world)
        assert differences(wanted, for_everyone(tmp_path / str(number), FAR, [rule.id], partnership=True)) == ""
        seen += sum(row[1] == PARTNERSHIP for row in wanted)
    assert seen > 0


def test_a_signal_that_the_partnership_is_asked_about_is_raised_for_the_partnership(tmp_path: Path) -> None:
    before = recorded(
        "r", "recommendation_made", "Mon 2017-05-01", about=(), text="Embed the neglect strategy.", owner="x", due="2018-01-01"
    )
    audit = recorded("a", "audit_completed", "Mon 2019-10-07", about=(), kind="Cases", grade="inadequate", themes=["Neglect"])
    world = Example("An audit about no child.", (before, audit), "Thu 2019-10-31", ()).world()
    wanted = by_reference([world], FAR, ["SIG-RECURRENT-LEARNING"], partnership=True)
    write_world(tmp_path, world)
    assert differences(wanted, for_everyone(tmp_path, FAR, ["SIG-RECURRENT-LEARNING"], partnership=True)) == ""
    assert [row[1] for row in wanted] == [PARTNERSHIP]


def test_what_is_about_nobody_counts_for_every_family_that_asks(tmp_path: Path) -> None:
    worlds = [example.world() for spec in specs() for example in spec.examples]
    told = [(number, world) for number, world in enumerate(worlds) if not apart(world)][::6]
    assert len(told) > 5
    for number, world in told:
        write_world(tmp_path / str(number), world)
        assert differences(by_reference([world], FAR), for_everyone(tmp_path / str(number), FAR)) == ""


def test_a_cover_who_is_away_too_is_known_by_the_family_of_whoever_they_cover_for(tmp_path: Path) -> None:
    """The absence of somebody whom no entry about the child names."""
    entries = (
        recorded("a", "worker_allocated", "Mon 2018-10-01", worker="sam", role="social_worker"),
        recorded("away", "absence_started", "Mon 2018-10-08", about=(), worker="sam"),
        recorded("cover", "cover_named", "Mon 2018-10-08", about=(), cover="ravi", **{"for": "sam"}),
        recorded("too", "absence_started", "Wed 2018-10-10", about=(), worker="ravi"),
    )
    world = Example("Away, and the cover away.", entries, "Wed 2018-10-31", ()).world()
    write_world(tmp_path, world)
    wanted = by_reference([world], FAR)
    assert wanted
    assert differences(wanted, for_everyone(tmp_path, FAR)) == ""


@drawn("what is about nobody", phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(made=about_nobody())
def test_every_kind_of_entry_about_nobody_is_read_for_everyone_whatever_its_fields_hold(made: dict[str, Any]) -> None:
    world = read_case(json.dumps(made))
    with TemporaryDirectory() as directory:
        write_world(Path(directory), world)
        assert differences(by_reference([world], FAR), for_everyone(Path(directory), FAR)) == ""


def test_people_whom_nothing_is_recorded_about_are_not_read(tmp_path: Path) -> None:
    world = World(ORGANISATIONS, WORKERS, {"x": KnownPerson("x")}, (), ())
    write_world(tmp_path, world)
    assert not for_everyone(tmp_path, FAR)
