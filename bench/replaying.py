"""A replay against reading the same file."""

import json
from collections.abc import Iterator
from datetime import date

from bench.lives import CHILD, entries
from bench.timing import Ratio, side_by_side
from holdfast.engine.replay import as_json_lines, replay
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.vocabulary.case_file import read_case, write_case
from holdfast.vocabulary.world import KnownOrganisation, KnownPerson, KnownWorker, PersonName, World


def case(count: int) -> str:
    """A case file of ``count`` entries."""
    world = World(
        {"csc": KnownOrganisation("csc", "childrens_social_care", "Northmere Children's Services")},
        {
            "sam": KnownWorker("sam", "Sam Poole", "csc", "social_worker", "kay"),
            "kay": KnownWorker("kay", "Kay Ash", "csc", "team_manager"),
        },
        {CHILD: KnownPerson(CHILD, (PersonName("usual", "Ash", "Rowan"),), When.day(date(2016, 5, 20)), "F")},
        (),
        entries(count),
    )
    return write_case(world)


def ratios() -> Iterator[Ratio]:
    """Replay of 100, 300 and 1,000 entries: the whole of it, written out as JSON, against reading the file."""
    for count in (100, 300, 1000):
        text = case(count)
        last = max(entry.recorded_at for entry in read_case(text).entries)
        moment = Moment.live(last)
        yield side_by_side(
            f"replay of {count:,} entries about one child",
            lambda text=text, moment=moment: list(as_json_lines(replay(read_case(text), moment))),
            "parsing the same file as plain JSON, ten times over",
            lambda text=text: [json.loads(text) for _ in range(10)],
            3,
        )
