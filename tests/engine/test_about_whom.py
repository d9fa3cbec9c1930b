"""Nothing that starts a clock or a worry for a child can be about nobody and vanish: it is about an unknown child, or refused."""

import json

import pytest

from holdfast.engine.reference.met_by import ABOUT_WORKERS
from holdfast.engine.replay import replay
from holdfast.engine.rulebook import of_the_partnership, published
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.vocabulary.about_whom import COMES_IN, OF_A_CHILD
from holdfast.vocabulary.case_file import read_case
from holdfast.vocabulary.faults import CaseRefused
from holdfast.vocabulary.type_registry import ENTRY_TYPES
from tests.specs.kit import Example, given

EVERY_TYPE = 100
"""Rules that look at more types than this begin with anything at all: a day that is still to come, a birth that is awaited."""

OF_A_CONTACT = {
    "contact_assigned",
    "contact_acknowledged",
    "contact_decided",
    "message_rerouted",
    "referrer_informed",
    "message_answered",
}
"""Each names the contact or message, and is about whoever that is about."""
NAMES_WHOM = {"birth_recorded", "death_recorded"}
"""Read by the person it names."""
OF_THE_AGENCIES = {"oversight_counted", "supervision_held", "practice_review_started"}
"""Of workers and of the partnership, as well as of a child."""


def starting() -> set[str]:
    """The types that begin a rule of a child."""
    begins = published().begins
    return {
        type
        for id, begun in begins.items()
        if id not in of_the_partnership() and len(begun.types) < EVERY_TYPE
        for type in begun.types
    }


def test_every_type_that_starts_a_clock_or_a_worry_for_a_child_says_which_child_or_has_an_unknown_one() -> None:
    assert starting() - ABOUT_WORKERS - OF_A_CONTACT - NAMES_WHOM - OF_THE_AGENCIES == OF_A_CHILD | set(COMES_IN)
    assert ENTRY_TYPES.keys() >= OF_A_CHILD


def file(type: str, about: object) -> str:
    entry = {"id": "e", "type": type, "happened": "2026-03-08T02:00:00Z", "about": about, "data": {}}
    return json.dumps(
        {"format": "holdfast-case/1", "entries": [{key: value for key, value in entry.items() if value is not None}]}
    )


@pytest.mark.parametrize("about", [[], None], ids=["about nobody", "not said"])
@pytest.mark.parametrize("type", sorted(OF_A_CHILD))
def test_a_file_with_one_about_nobody_is_refused_at_the_field_and_says_what_to_do(type: str, about: object) -> None:
    with pytest.raises(CaseRefused) as refused:
        read_case(file(type, about))
    [fault] = [each for each in refused.value.faults if each.path == "$.entries[0].about"]
    assert fault.what in (
        "It is not said which child this is about.",
        "The entry does not say whom it is about.",
    )


MESSAGE = given(
    "m",
    "message_received",
    "Sun 2019-12-01T02:00",
    about=(),
    for_="duty",
    from_={"role": "teacher", "worker": "dsl"},
    text="He has not eaten.",
    possible_serious_harm=True,
)


def test_a_message_about_nobody_that_may_tell_of_serious_harm_is_about_an_unknown_child() -> None:
    world = Example("At night.", (MESSAGE,), "Mon 2019-12-09", ()).world()
    rules = ("FD-05", "WK-03", "SIG-MSG-UNREAD-RISK", "SIG-BEFORE-WEEKEND")
    found = replay(world, Example("", (), "Mon 2019-12-09", ()).moment(), rules)
    assert {each.line.rule for each in found if each.line.raised_at is not None} == set(rules)
    assert all(each.to_json()["child"] is None and each.tells for each in found)


def test_its_answer_which_names_it_ends_it() -> None:
    answered = given("a", "message_answered", "Sun 2019-12-01T02:30", about=(), by="duty", message="m")
    example = Example("Answered.", (MESSAGE, answered), "Mon 2019-12-09", ())
    assert [each.state for each in replay(example.world(), example.moment(), ["FD-05"])] == ["met"]


def test_one_that_is_put_right_to_a_child_goes_on_as_that_childs() -> None:
    right = given(
        "m2",
        "message_received",
        "Sun 2019-12-01T02:00",
        recorded="Tue 2019-12-03T10:00",
        corrects="m",
        reason="It is Ash.",
        for_="duty",
        from_={"role": "teacher", "worker": "dsl"},
        text="He has not eaten.",
        possible_serious_harm=True,
    )
    example = Example("Named.", (MESSAGE, right), "Mon 2019-12-09", ())
    found = [each.to_json() for each in replay(example.world(), Moment(example.moment().as_at, FOREVER), ["WK-03"])]
    assert ("ash", "overdue") in [(each["child"], each["state"]) for each in found]
    assert (None, "overdue") not in [(each["child"], each["state"]) for each in found]
