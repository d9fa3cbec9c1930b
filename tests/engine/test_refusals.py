"""What somebody reads who adds a rule and writes a part of it wrongly: what, why, and what to do next."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from holdfast.engine.compiled.compiled_rules import CompiledRules
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.evaluate import evaluate
from holdfast.engine.compiled.signal import compile_signal
from holdfast.engine.compiled.trigger import compile_trigger
from holdfast.engine.meanings import NoMeaning
from holdfast.engine.reference import evaluate as reference
from holdfast.engine.reference.event import holds
from holdfast.engine.reference.trigger import MEANINGS as TRIGGERS
from holdfast.engine.responsibility.ladder_rungs import Escalator
from holdfast.engine.responsibility.roster import Roster
from holdfast.engine.rulebook import published
from holdfast.kernel.moment import Moment
from holdfast.kernel.unknown_name import UnknownName
from holdfast.rules.event import Condition, on
from holdfast.rules.shapes import Breached, Happens
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Pattern
from holdfast.vocabulary.world import World
from tests.facts import Facts
from tests.signals.test_facts import TABLE
from tests.specs.judging import tables

AT = Moment.live(datetime(2020, 1, 1, tzinfo=UTC))
NOBODY = World({}, {}, {}, (), ())
SECTION_48 = Pattern("section48_begins", "An enquiry begins", ("visit_made",))


@dataclass(frozen=True)
class Smells(Condition):
    """Something that nobody gave a meaning."""

    field: str


def signal(**other: object) -> Signal:
    """A signal, with what is to be wrong about it."""
    said = {"id": "SIG-NEW", "title": "", "theme": "", "says": "", "severity": "low", "tell": (), "asks": "", "numbers": {}}
    return Signal(**(said | {"review_paragraphs": ()} | other))  # type: ignore[arg-type]


OF_ITS_OWN = signal(reads=("visit_made",))
OF_NO_STANDARD = signal(why="Late.", pattern=lambda numbers: Breached(("CP-999",)))
OF_NO_NUMBER = signal(why="Often.", pattern=lambda numbers: Happens(Each(on("visit_made"))) if numbers["days"] else None)


@pytest.mark.parametrize(
    ("mistake", "says"),
    [
        (lambda: on("visit_maed"), ("no entry type 'visit_maed'", "is 'visit_made' meant?", "holdfast.vocabulary")),
        (lambda: Pattern("name", "words", ("visit_maed",)), ("no entry type 'visit_maed'", "holdfast.vocabulary")),
        (lambda: signal(reads=("visit_maed",)), ("no entry type 'visit_maed'", "holdfast.vocabulary")),
        (lambda: reference.of_signal(OF_NO_STANDARD), ("no standard 'CP-999'", "by the ids", "holdfast.standards")),
        (lambda: compile_signal(Compiler(), OF_NO_STANDARD), ("no standard 'CP-999'", "by the ids", "holdfast.standards")),
        (lambda: reference.of_signal(OF_ITS_OWN), ("no function of its own", "'SIG-NEW'", "a pattern, or a function", "OWN")),
        (lambda: compile_signal(Compiler(), OF_ITS_OWN), ("no function of its own", "'SIG-NEW'", "both engines")),
        (lambda: compile_trigger(Compiler(), SECTION_48), ("no pattern 'section48_begins'", "both engines")),
        (lambda: TRIGGERS[Pattern](None, SECTION_48), ("no pattern 'section48_begins'", "triggers/patterns.py")),  # type: ignore[arg-type]
        (lambda: evaluate(NOBODY, "c", AT, ["CP-999"]), ("no standard or signal 'CP-999'", "holdfast standards list")),
        (lambda: reference.evaluate(NOBODY, "c", AT, ["CP-999"]), ("no standard or signal 'CP-999'", "holdfast standards list")),
        (
            lambda: Roster(NOBODY, AT).holding("lead_socal_worker", "c"),
            ("no role 'lead_socal_worker'", "is 'lead_social_worker' meant?", "standards.roles"),
        ),
        (
            lambda: Escalator(NOBODY).of_clock(ladder="L_CQ", child=None, raised=AT.as_at, until=None, moment=AT),
            ("no ladder 'L_CQ'", "standards.ladders"),
        ),
    ],
)
def test_a_name_that_nothing_has_is_refused_with_what_was_meant_and_where_it_is_said(
    mistake: Callable[[], object], says: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownName) as refused:
        mistake()
    assert all(part in str(refused.value) for part in says), str(refused.value)


def test_a_refusal_says_the_same_when_it_comes_back_from_another_process() -> None:
    refusal = UnknownName("role", "lead", ["leader"], "Roles are listed.")
    assert (
        str(pickle.loads(pickle.dumps(refusal)))
        == str(refusal)
        == "There is no role 'lead' (is 'leader' meant?). Roles are listed."
    )


@pytest.mark.parametrize(
    ("mistake", "where"),
    [
        (lambda: holds(Smells("house"), None), "holdfast.engine.reference.conditions"),  # type: ignore[arg-type]
        (lambda: CompiledRules(published()).compiler.event(on("visit_made", where=(Smells("house"),))), "compiled.conditions"),
        (lambda: TRIGGERS[Smells], "holdfast.engine.reference.trigger"),
        (lambda: compile_trigger(Compiler(), Smells("house")), "holdfast.engine.compiled.triggers"),
    ],
)
def test_what_has_a_meaning_in_one_engine_alone_is_refused_with_where_it_is_to_be_given(
    mistake: Callable[[], object], where: str
) -> None:
    with pytest.raises(NoMeaning, match=r"no meaning is given to the .* Smells: give it one in .*the other engine") as refused:
        mistake()
    assert where in str(refused.value)


def test_a_pattern_that_asks_for_a_number_its_signal_has_not_says_which_it_has() -> None:
    with pytest.raises(ValueError, match="SIG-NEW: its pattern asks for a number 'days', and its numbers are: none"):
        _ = OF_NO_NUMBER.shape


def test_a_rule_without_a_row_of_facts_is_told_which_table_and_what_stands_in_it() -> None:
    with pytest.raises(AssertionError, match=r"SIG-NEW has no row in tests/signals/facts\.csv: read its sources .*severity"):
        _ = Facts(TABLE)["SIG-NEW"]


def test_a_rule_without_examples_is_told_where_they_belong() -> None:
    with pytest.raises(AssertionError, match="SIG-NEW has no examples: give it a Spec in a file of tests/specs"):
        _ = tables()["SIG-NEW"]
