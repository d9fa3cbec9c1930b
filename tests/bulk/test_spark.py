"""The same parts evaluated by Spark: small runs, for real. Every line is the pool's."""

import shutil
from pathlib import Path

import pytest
from bench.region import NOW, make

from holdfast.engine.bulk.duckdb_session import Duck, read_parquet
from holdfast.engine.bulk.everyone import HERE, run
from holdfast.engine.bulk.snapshot_writer import write_world
from holdfast.engine.bulk.spark import NoSpark
from tests.bulk.merging import FAR
from tests.bulk.test_generated import EVERY, invented
from tests.bulk.three_ways import for_everyone
from tests.sizes import taken

HERE_ON_SPARK = "local[2]"
needs_java = pytest.mark.skipif(
    shutil.which("java") is None, reason="there is no Java on this machine: scripts/setup --tests puts one there"
)


@needs_java
@pytest.mark.parametrize("of", ["invented lives", "children of a region"])
def test_spark_gives_every_line_that_the_pool_gives(of: str, tmp_path: Path) -> None:
    """All rules, compared where the answers lie."""
    snapshot, moment, rules = tmp_path / "snapshot", FAR, 0.7 * len(EVERY)
    if of == "invented lives":
        write_world(snapshot, *invented(1))
    else:
        make(snapshot, taken("children on Spark"))
        moment, rules = NOW, 50
    with Duck() as machine:
        pool, sparks = (run(snapshot, moment, machine=machine, on=on).directory for on in (HERE, HERE_ON_SPARK))
        for name in ("clocks", "signals"):
            one, other = (f"SELECT * FROM {read_parquet([answers / f'{name}-*.parquet'])}" for answers in (pool, sparks))
            apart = f"(({one}) EXCEPT ALL ({other})) UNION ALL (({other}) EXCEPT ALL ({one}))"
            assert machine.rows(f"SELECT * FROM ({apart}) LIMIT 5") == []
        reached = "SELECT standard FROM clocks UNION SELECT signal FROM signals"
        assert machine.rows(f"SELECT count(*) FROM ({reached})")[0][0] > rules


def test_without_a_java_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_world(tmp_path / "snapshot", *invented(1)[:1])
    monkeypatch.setattr("holdfast.engine.bulk.spark.shutil.which", lambda name: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(NoSpark, match="apt-get install"):
        for_everyone(tmp_path / "snapshot", FAR, on=HERE_ON_SPARK)
