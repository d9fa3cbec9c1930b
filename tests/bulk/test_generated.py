"""Invented lives, made from every rule's own definition, read three ways at two moments."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from holdfast.engine.bulk import partitions
from holdfast.engine.bulk.result_schema import CLOCKS
from holdfast.engine.bulk.snapshot_writer import write_world
from holdfast.engine.evaluation import people_read
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.world import World
from tests.bulk.generating import cases
from tests.bulk.merging import FAR, apart, renamed
from tests.bulk.three_ways import Rows, by_compiled, by_reference, differences, for_everyone
from tests.sizes import taken

EACH = taken("lives invented from each rule, read for everybody")
EVERY = (*STANDARDS, *SIGNALS)
AS_IT_WAS_KNOWN = Moment(datetime(2022, 1, 31, 23, tzinfo=UTC), datetime(2022, 1, 31, 23, tzinfo=UTC))
WITH_HINDSIGHT = Moment(datetime(2023, 6, 30, 12, tzinfo=UTC), FOREVER)
MOMENTS = (AS_IT_WAS_KNOWN, WITH_HINDSIGHT)
NAMES = ("as it was known", "with hindsight")
STATE, MISSING, APPROXIMATE = (CLOCKS.names.index(name) for name in ("state", "missing", "approximate"))


def invented(each: int) -> list[World]:
    """So many for every standard and signal, each under ids of its own, without those that are about nobody: what is the whole
    partnership's counts for every case that is read with it."""
    made = (world for rule in (*STANDARDS.values(), *SIGNALS.values()) for world in cases(rule, each))
    return [renamed(world, FAR, number).world for number, world in enumerate(made) if apart(world)]


@dataclass(frozen=True)
class Invented:
    """Invented lives, their snapshot in many parts, and what everybody's rules say of them at each moment."""

    worlds: list[World]
    snapshot: Path
    everyone: dict[Moment, Rows]


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> Invented:
    worlds = invented(EACH)
    snapshot: Path = tmp_path_factory.mktemp("generated") / "snapshot"
    write_world(snapshot, *worlds)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(partitions, "SMALLEST", 200)
        everyone = {
            AS_IT_WAS_KNOWN: for_everyone(snapshot, AS_IT_WAS_KNOWN, processes=1),
            WITH_HINDSIGHT: for_everyone(snapshot, WITH_HINDSIGHT, processes=2),
        }
    return Invented(worlds, snapshot, everyone)


@pytest.mark.parametrize("moment", MOMENTS, ids=NAMES)
def test_everybody_at_once_is_each_one_by_one(moment: Moment, lives: Invented) -> None:
    assert len(list((lives.snapshot / "families").glob("part-*.parquet"))) > 10
    assert differences(by_compiled(lives.worlds, moment), lives.everyone[moment]) == ""


@pytest.mark.parametrize("moment", MOMENTS, ids=NAMES)
def test_everybody_at_once_is_what_the_meaning_of_record_says(moment: Moment, lives: Invented) -> None:
    some = lives.worlds[:: 12 if moment is WITH_HINDSIGHT else 24]
    wanted = by_reference(some, moment)
    assert sum(wanted.values()) > 100
    people = {person for world in some for person in people_read(world)}
    got = {row: count for row, count in lives.everyone[moment].items() if row[1] in people}
    assert differences(wanted, Rows(got)) == ""


def test_the_invented_lives_reach_every_state_a_clock_can_be_in(lives: Invented) -> None:
    rows = [row for found in lives.everyone.values() for row in found if len(row) == len(CLOCKS.names)]
    assert {row[STATE] for row in rows} == {
        "met",
        "met_late",
        "overdue",
        "due_soon",
        "running",
        "not_required",
        "cannot_tell",
    }
    assert {row[APPROXIMATE] for row in rows} == {True, False}
    assert len({row[MISSING] for row in rows} - {None}) >= 3


def test_the_invented_lives_reach_most_of_the_rules(lives: Invented) -> None:
    reached = {row[0] for found in lives.everyone.values() for row in found}
    missed = [id for id in EVERY if id not in reached]
    assert len(missed) <= 0.2 * len(EVERY), missed


def test_what_was_recorded_later_is_not_known_then(lives: Invented) -> None:
    assert lives.everyone[AS_IT_WAS_KNOWN] != lives.everyone[WITH_HINDSIGHT]
