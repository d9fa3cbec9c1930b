"""A day that somebody planned, set or agreed passes, and nothing follows: a question to somebody, never silence."""

import pytest

from holdfast.engine.compiled.evaluate import evaluate as by_compiled
from holdfast.engine.evaluation import PersonEvaluation
from holdfast.engine.reference.evaluate import evaluate
from holdfast.engine.replay import ReplayLine
from holdfast.engine.rulebook import begins_of_nobody
from holdfast.vocabulary.field_types import shapes
from holdfast.vocabulary.type_registry import ENTRY_TYPES
from tests.specs.kit import CHILD, Example, Given, given
from tests.specs.least import least

# Whatever is marked as still ahead when it is said, but for the last day of a stretch that has its own first day.
PLANNED = [
    (type, shape.name)
    for type, model in ENTRY_TYPES.items()
    for shape in shapes(model)
    if shape.ahead is not None and not shape.ahead.since
]
PASSED, STILL_AHEAD = "2019-10-01", "2021-06-01"
PARTNERSHIP = "partnership"
READ = "Tue 2020-06-30"
WHOSE = [(type, name, CHILD) for type, name in PLANNED] + [
    # Leave, and what is said of a review, is about nobody in particular.
    (type, name, PARTNERSHIP)
    for type, name in PLANNED
    if type in ("absence_started", "recommendation_made", "review_publication_planned", "kept_back")
]


def written(type: str, name: str, day: str, whose: str) -> tuple[Given, ...]:
    """An entry that plans for a day, with what it has to name."""
    about = () if whose == PARTNERSHIP else (CHILD,)
    entries = [("e", type, "Mon 2019-09-09", {name: day})]
    entries += [
        ("b", (shape.entry_types or ("contact_received",))[0], "Mon 2019-09-02", {})
        for shape in shapes(ENTRY_TYPES[type])
        if shape.kind == "entry" and shape.required and not shape.codes
    ]
    return tuple(
        given(id, of, happened, about=about, **{f"{field}_": value for field, value in {**least(of), **said}.items()})
        for id, of, happened, said in entries
    )


def asked(evaluation: PersonEvaluation, example: Example) -> set[str]:
    """What is asked because of the entry that plans: alerts and clocks that are over."""
    lines = [ReplayLine(line, (), example.moment()).to_json() for line in evaluation.lines]
    return {
        str(line.get("standard") or line.get("signal"))
        for line in lines
        if (line.get("trigger") == "e" or "e" in (line.get("evidence") or ())) and line["state"] in ("raised", "overdue")
    }


@pytest.mark.parametrize(("type", "name", "whose"), [pytest.param(*each, id=".".join(each)) for each in WHOSE])
def test_a_planned_day_that_passes_is_asked_about_and_one_that_is_ahead_is_not(type: str, name: str, whose: str) -> None:
    found = []
    for day in (PASSED, STILL_AHEAD):
        example = Example("", written(type, name, day, whose), READ, (), child=whose)
        read = [engine(example.world(), whose, example.moment()) for engine in (evaluate, by_compiled)]
        ours, theirs = (asked(each, example) for each in read)
        assert ours == theirs
        found.append(ours)
    passed, ahead = found
    assert passed - ahead, f"{type}.{name} passes in silence: ask about it in signals/agreed_days.py, or in a file beside it"


def test_what_is_about_nobody_is_asked_of_the_partnership() -> None:
    assert {type for type, _, whose in WHOSE if whose == PARTNERSHIP} <= begins_of_nobody()
