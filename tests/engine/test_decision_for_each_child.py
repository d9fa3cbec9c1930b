"""A decision about several children is a decision for each whom it names, in that child's own row, and for nobody else."""

import pytest

from holdfast.engine.compiled.evaluate import evaluate as compiled
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.reference.evaluate import evaluate
from tests.specs.kit import CHILD, SIBLING, Example, Given, contact, given

BOTH = (CHILD, SIBLING)
RUNG = "Mon 2019-12-02T09:00"
CONTACT = contact("c", RUNG, about=BOTH)


def row(child: str, decision: str, reasons: str = "As it stands.") -> dict[str, str]:
    return {"child": child, "decision": decision, "reasons": reasons}


def decided(*rows: dict[str, str], id: str = "d", **said: str) -> Given:
    """A decision with a row for each child. What stands above the rows is for nobody who has none."""
    above = {"decision": rows[0]["decision"], "reasons": "See each child.", "contact": "c"}
    return given(id, "contact_decided", "Mon 2019-12-02T11:00", about=BOTH, decisions=list(rows), **above, **said)


def by_key(line: HistoryLine) -> str:
    return line.what.key


def states(example: Example, child: str, *only: str) -> dict[str, str]:
    """The state of each clock, as both engines have it."""
    moment = example.moment()
    found = sorted(evaluate(example.world(), child, moment, only).clocks, key=by_key)
    assert found == sorted(compiled(example.world(), child, moment, only).clocks, key=by_key)
    return {line.rule: line.what.state(moment.as_at) for line in found}  # type: ignore[union-attr]


def signals(example: Example, child: str, *only: str) -> list[str]:
    moment = example.moment()
    found = evaluate(example.world(), child, moment, only).signals
    assert found == compiled(example.world(), child, moment, only).signals
    return [line.rule for line in found]


def case(*entries: Given, day: str = "Mon 2019-12-09") -> Example:
    return Example("A case.", entries, day, ())


def test_a_child_without_a_row_is_undecided_and_the_clock_goes_on() -> None:
    example = case(CONTACT, decided(row(CHILD, "no_further_action")))
    assert states(example, CHILD, "FD-02") == {"FD-02": "met"}
    assert states(example, SIBLING, "FD-02") == {"FD-02": "overdue"}


def test_each_childs_own_decision_begins_what_follows_for_that_child_alone() -> None:
    example = case(CONTACT, decided(row(CHILD, "strategy_discussion"), row(SIBLING, "assessment")), day="Wed 2019-12-04")
    assert set(states(example, CHILD, "CP-01", "AS-01")) == {"CP-01", "AS-01"}
    assert set(states(example, SIBLING, "CP-01", "AS-01")) == {"AS-01"}


def test_one_decision_without_rows_is_for_every_child_of_the_contact_as_it_was_before() -> None:
    one = given(
        "d",
        "contact_decided",
        "Mon 2019-12-02T11:00",
        about=BOTH,
        contact="c",
        decision="strategy_discussion",
        reasons="A bruise.",
    )
    for child in BOTH:
        assert set(states(case(CONTACT, one), child, "CP-01", "FD-02")) == {"CP-01", "FD-02"}


def test_a_signal_reads_the_reasons_given_for_that_child_and_not_a_brothers() -> None:
    rows = row(CHILD, "no_further_action", "Plainly malicious."), row(SIBLING, "no_further_action", "Seen, well and safe.")
    example = case(CONTACT, decided(*rows))
    assert signals(example, CHILD, "SIG-MALICIOUS-CLOSED") == ["SIG-MALICIOUS-CLOSED"]
    assert signals(example, SIBLING, "SIG-MALICIOUS-CLOSED") == []


def test_a_row_put_right_is_read_as_put_right_from_then_on() -> None:
    put_right = {"corrects": "d", "reason": "It was about her sister.", "recorded": "Thu 2019-12-05T10:00"}
    right = decided(row(SIBLING, "assessment"), id="d2", **put_right)
    example = case(CONTACT, decided(row(CHILD, "no_further_action")), right)
    assert states(example, CHILD, "FD-02") == {"FD-02": "overdue"}
    assert states(example, SIBLING, "FD-02") == {"FD-02": "met"}


@pytest.mark.parametrize("decision", ["strategy_discussion", "assessment"])
def test_a_rule_that_looks_at_every_rule_says_the_same_in_both_engines(decision: str) -> None:
    example = case(CONTACT, decided(row(CHILD, decision), row(SIBLING, "no_further_action")))
    for child in BOTH:
        moment = example.moment()
        assert evaluate(example.world(), child, moment).lines == compiled(example.world(), child, moment).lines
