"""How each standard stood at several month ends, in one run: exactly as it would be read on each."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from holdfast.engine.bulk.duckdb_session import Duck
from holdfast.engine.bulk.everyone import run
from holdfast.engine.bulk.snapshot_writer import write_world
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.kernel.when import end_of_day
from holdfast.standards import STANDARDS
from tests.bulk.merging import apart, cut, renamed
from tests.sizes import one_in
from tests.specs.test_specs import specs

DAYS = (date(2018, 10, 31), date(2019, 3, 31), date(2021, 2, 28))
Stood = Counter[tuple[date, str, str]]


@pytest.mark.parametrize("known_then", [False, True])
def test_a_month_end_is_what_a_reading_on_that_day_gives(tmp_path: Path, known_then: bool) -> None:
    """Births, deaths, ages and what several entries add up to among them: nothing of it is read from later."""
    examples = [example for spec in specs() for example in spec.examples][:: one_in("examples of all rules, read at month ends")]
    moments = [example.moment() for example in examples]
    cases = (renamed(cut(one.world(), at), at, n).world for n, (one, at) in enumerate(zip(examples, moments, strict=True)))
    write_world(tmp_path, *(world for world in cases if apart(world)))
    ends = [Moment.live(end_of_day(day)) if known_then else Moment(end_of_day(day), FOREVER) for day in DAYS]
    wanted: Stood = Counter()
    with Duck() as machine:
        for day, moment in zip(DAYS, ends, strict=True):
            run(tmp_path, moment, machine=machine, only=list(STANDARDS))
            for id, state, count in machine.rows("SELECT standard, state, count(*) FROM clocks WHERE begun GROUP BY ALL"):
                wanted[day, id, state] = count
        run(tmp_path, ends, machine=machine, only=list(STANDARDS))
        found = machine.rows("SELECT day, standard, state, CAST(sum(clocks) AS BIGINT) FROM stood GROUP BY ALL")
    assert {(day, id, state): count for day, id, state, count in found} == dict(wanted)
    assert {day for day, _, _ in wanted} == set(DAYS)
