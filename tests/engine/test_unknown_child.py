"""A contact about nobody is about a child whom nobody has named yet: it has its clocks, and can never vanish."""

import json
from datetime import UTC, date, datetime

import pytest

from holdfast.engine.compiled.evaluate import evaluate as compiled
from holdfast.engine.evaluation import people_read
from holdfast.engine.reference.evaluate import evaluate
from holdfast.engine.replay import replay
from holdfast.engine.unknown_child import unknown_child_of
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.case_file import read_case
from tests.specs.kit import CHILD, MOTHER, OTHER_SIBLING, SIBLING, Example, Given, contact, given

RUNG = "Mon 2019-12-02T09:00"
NOBODY = contact("c", RUNG, about=(), immediate_harm=True)
FRONT_DOOR = ("FD-01", "FD-02", "FD-03", "FD-06")


def corrected(id: str, about: tuple[str, ...], recorded: str, *, corrects: str = "c") -> Given:
    """The contact is put right: it is about these people."""
    return contact(id, RUNG, about=about, immediate_harm=True, corrects=corrects, reason="It is about them.", recorded=recorded)


def case(*entries: Given, day: str = "Mon 2019-12-09") -> Example:
    return Example("A case.", entries, day, ())


def lines(example: Example, *only: str) -> list[tuple[str, str | None, str, str]]:
    found = [line.to_json() for line in replay(example.world(), example.moment(), only or FRONT_DOOR)]
    rows = ((each["standard"], each["child"], each["state"], each["starts"]) for each in found)
    return sorted(rows, key=lambda row: (row[0], row[1] or "", row[3]))


def test_a_contact_about_nobody_has_every_clock_of_the_front_door_and_its_child_is_nobody_in_the_file() -> None:
    found = [line.to_json() for line in replay(case(NOBODY).world(), case(NOBODY).moment(), FRONT_DOOR)]
    assert [(each["standard"], each["child"], each["about"], each["state"]) for each in found] == [
        ("FD-01", None, [], "overdue"),
        ("FD-06", None, [], "overdue"),
        ("FD-02", None, [], "overdue"),
        ("FD-03", None, [], "overdue"),
    ]
    assert all(each["tells"] for each in found)  # and somebody is told


def test_two_contacts_about_nobody_are_never_taken_for_one_child() -> None:
    example = case(NOBODY, contact("c2", RUNG, about=()))
    assert people_read(example.world()) == (unknown_child_of("c"), unknown_child_of("c2"))


def test_a_decision_about_nobody_that_names_the_contact_meets_its_clock() -> None:
    decided = given(
        "d", "contact_decided", "Mon 2019-12-02T11:00", about=(), contact="c", decision="assessment", reasons="To find the child."
    )
    assert [each[2] for each in lines(case(NOBODY, decided), "FD-02")] == ["met"]


def test_when_the_child_is_named_the_clock_is_theirs_and_goes_on_from_the_first_contact() -> None:
    named = corrected("c2", (CHILD,), "Thu 2019-12-05T10:00")
    later = lines(case(NOBODY, named), "FD-02")
    assert (("FD-02", CHILD, "overdue", "2019-12-02")) in later
    assert [each for each in later if each[1] is None and each[2] == "overdue"] == []
    before = Example("As it was known on the Wednesday.", (NOBODY, named), "Wed 2019-12-04", (), known_at="Wed 2019-12-04T12:00")
    told = replay(before.world(), before.moment(), ["FD-02"])
    assert [(line.to_json()["child"], line.line.raised_on) for line in told] == [(None, date(2019, 12, 4))]


def test_a_contact_whose_child_is_corrected_away_is_about_an_unknown_child_from_then_on() -> None:
    away = corrected("c2", (), "Wed 2019-12-04T10:00")
    first = contact("c", RUNG, about=(CHILD,), immediate_harm=True)
    assert ("FD-02", None, "overdue", "2019-12-02") in lines(case(first, away), "FD-02")


def test_a_contact_about_an_adult_alone_keeps_its_clocks_for_the_adult() -> None:
    adult = contact("c", RUNG, about=(MOTHER,), immediate_harm=True)
    assert {(each[1], each[2]) for each in lines(case(adult))} == {(MOTHER, "overdue")}


def test_a_contact_that_was_withdrawn_asks_for_nothing_any_more() -> None:
    back = given("w", "entry_withdrawn", "Tue 2019-12-03T09:00", withdraws="c", reason="Rang the wrong area.", about=())
    assert [each for each in lines(case(NOBODY, back)) if each[2] == "overdue"] == []


@pytest.mark.parametrize(
    "entries",
    [(NOBODY,), (NOBODY, corrected("c2", (CHILD,), "Thu 2019-12-05T10:00")), (corrected("c2", (), "Thu 2019-12-05T10:00"),)],
)
def test_both_engines_say_the_same_of_it(entries: tuple[Given, ...]) -> None:
    example = case(*entries)
    for person in people_read(example.world()):
        reference = evaluate(example.world(), person, example.moment()).lines
        assert reference == compiled(example.world(), person, example.moment()).lines


def test_a_case_file_with_a_contact_about_nobody_is_told_again_with_it() -> None:
    told = {"from": {"role": "school"}, "channel": "phone", "text": "x", "immediate_harm": True}
    file = {
        "format": "holdfast-case/1",
        "people": [{"id": "kit", "names": [{"use": "usual", "given": "Kit", "family": "Arden"}], "born": "2016-03-04"}],
        "entries": [{"id": "c", "type": "contact_received", "happened": "2024-09-02", "about": [], "data": told}],
    }
    moment = Moment.live(datetime(2024, 9, 20, 12, tzinfo=UTC))
    found = [line.to_json() for line in replay(read_case(json.dumps(file)), moment, FRONT_DOOR)]
    assert {(each["standard"], each["child"], each["trigger"], each["state"]) for each in found} == {
        (rule, None, "c", "overdue") for rule in FRONT_DOOR
    }


def test_a_child_about_whom_nothing_is_recorded_is_shown_the_danger_to_the_parent() -> None:
    world = case(contact("c", RUNG, about=(MOTHER,), immediate_harm=True)).world()
    found = [line.to_json() for line in replay(world, case().moment(), ["SIG-MSG-UNREAD-RISK"])]
    assert {each["child"] for each in found} == {CHILD, SIBLING, OTHER_SIBLING}
    assert all(each["tells"] for each in found)
