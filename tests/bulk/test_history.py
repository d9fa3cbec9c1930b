"""When everything first showed and ended, for everybody: as it is for one child."""

from collections import Counter
from pathlib import Path

from holdfast.engine.bulk.duckdb_session import Duck
from holdfast.engine.bulk.everyone import run
from holdfast.engine.bulk.snapshot_writer import write_world
from holdfast.engine.clock import Clock
from holdfast.engine.compiled.evaluate import CaseEvaluator
from holdfast.engine.evaluation import people_read
from holdfast.engine.reference.version_timeline import PARTNERSHIP
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.world import World
from tests.bulk.test_generated import WITH_HINDSIGHT, invented
from tests.bulk.three_ways import Row, Rows, differences
from tests.sizes import one_in

MOMENT = Moment.live(WITH_HINDSIGHT.as_at)


def _one_by_one(worlds: list[World]) -> Rows:
    found: Counter[Row] = Counter()
    for world in worlds:
        reader = CaseEvaluator(world, MOMENT)
        # What is the partnership's own is everybody's, and here are many partnerships made into one.
        for person in (each for each in people_read(world) if each != PARTNERSHIP):
            for line in reader.read(person).lines:
                if line.raised_at is not None and line.raised_at <= MOMENT.as_at:
                    trigger = line.what.trigger if isinstance(line.what, Clock) else None
                    raised = int(line.raised_at.timestamp() * 1_000_000)
                    found[line.rule, person, line.what.key, trigger, raised, line.withdrawn_at is not None] += 1
    return found


def test_what_first_showed_when_is_the_same_for_everybody_at_once(tmp_path: Path) -> None:
    worlds = invented(1)[:: one_in("lives invented from each rule, with their history")]
    write_world(tmp_path, *worlds)
    with Duck() as machine:
        run(tmp_path, MOMENT, machine=machine, history=True)
        columns = "rule, child, key, trigger, epoch_us(raised_at), withdrawn"
        got = Counter(machine.rows(f"SELECT {columns} FROM lines WHERE child <> 'partnership'"))
        ended, withdrawn = machine.rows("SELECT count(ended_at), count(*) FILTER (WHERE withdrawn) FROM lines")[0]
        assert machine.rows("SELECT count(*) FROM lines WHERE withdrawn AND ended_at IS NULL") == [(0,)]
    wanted = _one_by_one(worlds)
    assert sum(wanted.values()) > 100
    assert differences(wanted, got) == ""
    assert ended > 10
    assert withdrawn > 0
