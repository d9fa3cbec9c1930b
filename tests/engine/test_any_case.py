"""Whatever fits the case file can be replayed: no valid case makes a rule fall over."""

import json
from datetime import UTC, datetime

from hypothesis import HealthCheck, given

from holdfast.engine.replay import replay
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.case_file import read_case
from tests.sizes import drawn
from tests.vocabulary.generated import cases


@drawn("cases replayed", suppress_health_check=list(HealthCheck))
@given(cases())
def test_every_case_that_fits_can_be_replayed(case: dict[str, object]) -> None:
    world = read_case(json.dumps(case))
    for line in replay(world, Moment.with_hindsight(datetime(2030, 1, 1, tzinfo=UTC))):
        assert json.dumps(line.to_json())
