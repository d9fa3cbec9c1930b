"""How many modules of the house one call enters: a reader who follows it has to know that many.

One rule is read for one child by the door that the product uses (``engine.compiled.evaluate``), with the first example of its own
table. It is read once before it is followed: rules are compiled as they are first read, and what compiles them is not on the way.
Functions that were made from rules are text of no module and are not counted. No database is needed. One append needs one, so
``tests/record/test_the_way_of_an_append.py`` follows it with the same tracer.
"""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

SOURCE = str(Path(__file__).parents[1] / "src" / "holdfast")
ONE_STANDARD = "CP-06"
"""The initial conference within fifteen working days: what everybody asks first."""


def entered(call: Callable[[], Any]) -> tuple[str, ...]:
    """The modules of the house in which a function began while ``call`` ran, by their path under ``src/holdfast``."""
    found: dict[str, None] = {}

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(SOURCE):
            found[frame.f_code.co_filename[len(SOURCE) + 1 :]] = None

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        call()
    finally:
        sys.setprofile(before)
    return tuple(found)


@cache
def ways_of_rules() -> dict[str, tuple[str, ...]]:
    """Of every rule that has a table of examples, the modules entered while its first one is read."""
    # Here and not above: reading the tables takes two seconds, which a list of long functions need not wait for.
    from tests.specs.judging import tables

    from holdfast.engine.compiled.evaluate import evaluate

    found = {}
    for rule, examples in tables().items():
        world, moment, example = examples[0].world(), examples[0].moment(), examples[0]

        def read() -> None:
            evaluate(world, example.child, moment, [rule], values=example.values)  # noqa: B023  (called before the next turn)

        read()
        found[rule] = entered(read)
    return found


def way_of_one_standard() -> tuple[str, ...]:
    """The way of one well-known standard."""
    return ways_of_rules()[ONE_STANDARD]


def longest_way_of_a_rule() -> tuple[str, ...]:
    """The way of the rule that enters most modules."""
    return max(ways_of_rules().values(), key=len)
