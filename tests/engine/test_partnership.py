"""What is about nobody in particular is the partnership's own, and no child's."""

import json
from datetime import date

from holdfast.engine.evaluation import people_read
from holdfast.engine.reference.evaluate import evaluate
from holdfast.engine.reference.person_view import PARTNERSHIP
from holdfast.engine.replay import replay
from holdfast.engine.rulebook import of_the_partnership
from holdfast.standards import STANDARDS
from tests.specs.kit import CHILD, SIBLING, Example, contact, given

BREACH = given("br", "data_breach_identified", "Fri 2019-11-29T16:00", about=(), text="A laptop was stolen.", risk=True)
AWAY = given("ab", "absence_started", "Mon 2019-12-02", about=(), worker="sam")
CONTACT = contact("c", "Mon 2019-12-02T09:00")


def case(*entries: object) -> Example:
    return Example("A case.", entries, "Mon 2019-12-16", ())  # type: ignore[arg-type]


def test_the_partnership_is_read_last_where_something_of_its_own_has_begun() -> None:
    assert people_read(case(BREACH, CONTACT).world()) == (CHILD, PARTNERSHIP)


def test_of_a_workers_leave_which_is_about_nobody_only_its_order_is_asked_of_the_partnership() -> None:
    example = case(AWAY, CONTACT)
    assert set(people_read(example.world())) == {CHILD, PARTNERSHIP}
    lines = replay(example.world(), example.moment())
    assert [line for line in lines if line.line.what.child == PARTNERSHIP] == []


def test_a_case_replayed_shows_the_partnerships_line_and_whom_it_was_put_to() -> None:
    example = case(AWAY, BREACH, CONTACT)
    lines = [line for line in replay(example.world(), example.moment()) if line.line.what.child == PARTNERSHIP]
    assert [(line.line.rule, line.state) for line in lines] == [("INF-03", "overdue")]
    assert json.loads(json.dumps(lines[0].to_json()))["about"] == [PARTNERSHIP]


def test_an_audit_about_no_child_that_finds_what_was_recommended_before_is_put_to_the_partnership() -> None:
    before = given(
        "r", "recommendation_made", "Mon 2017-05-01", about=(), text="Embed the neglect strategy.", owner="x", due="2018-01-01"
    )
    found = given("a", "audit_completed", "Mon 2019-10-07", about=(), kind="Cases", grade="inadequate", themes=["Neglect"])
    example = case(before, found)
    lines = [line for line in replay(example.world(), example.moment()) if line.line.what.child == PARTNERSHIP]
    assert ("SIG-RECURRENT-LEARNING", date(2019, 10, 7)) in [(line.line.rule, line.line.raised_on) for line in lines]


def test_a_childs_lines_are_the_same_with_it_or_without_it() -> None:
    with_it, without = case(BREACH, AWAY, CONTACT), case(AWAY, CONTACT)
    said = [[line.what for line in evaluate(example.world(), CHILD, example.moment()).lines] for example in (with_it, without)]
    assert said[0] == said[1] and said[0]


def test_only_what_can_be_about_nobody_is_read_for_the_partnership() -> None:
    assert {"REV-10", "GOV-03", "INF-03", "LADO-01", "REV-08"} <= of_the_partnership()
    assert not of_the_partnership() & {id for id, rule in STANDARDS.items() if rule.scope in ("per_child", "per_family")}
    message = given("m", "message_received", "Mon 2019-12-02T09:00", about=(), for_="sam", from_="dsl", text="Call me.")
    assert evaluate(case(message).world(), PARTNERSHIP, case(message).moment()).lines == ()


def test_an_entry_put_right_to_be_about_a_child_is_the_childs_from_then_on() -> None:
    right = given(
        "br2",
        "data_breach_identified",
        "Fri 2019-11-29T16:00",
        about=(SIBLING,),
        text="A letter went astray.",
        risk=True,
        corrects="br",
        reason="It was his letter.",
        recorded="Wed 2019-12-04T09:00",
    )
    example = case(BREACH, right)
    partnership = evaluate(example.world(), PARTNERSHIP, example.moment(), ["INF-03"]).clocks
    assert [line.withdrawn_on.isoformat() for line in partnership if line.withdrawn_on] == ["2019-12-04"]
    assert [line.what.trigger for line in evaluate(example.world(), SIBLING, example.moment(), ["INF-03"]).clocks] == ["br2"]
