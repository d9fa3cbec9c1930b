"""How often a child is asked may be set for each age: what a partnership sets for one age changes nothing for another."""

from datetime import date

import pytest

from holdfast.standards.local_values import LocalValue, Values
from tests.specs.kit import OTHER_SIBLING, SIBLING, Example, Expect, given
from tests.specs.signals_child_voice_and_experience import BABY_PLAN, MADE
from tests.specs.test_specs import lines


def set_to(name, days):  # type: ignore[no-untyped-def]
    """A partnership that set this number of its own."""
    return Values((LocalValue("SIG-VIEWS-STALE", name, days, date(2018, 1, 1), "moss", "Our own standard."),))


EXAMPLES = (
    Example(
        "A partnership asks its youngest children every ten working days: those of three and more every twenty.",
        (MADE,),
        "Wed 2018-10-31",
        (),
        values=set_to("under_3_observation", 10),
    ),
    Example(
        "And its babies every ten.",
        (BABY_PLAN,),
        "Wed 2018-10-31",
        (Expect(raised_on="2018-10-18"),),
        child=OTHER_SIBLING,
        values=set_to("under_3_observation", 10),
    ),
    Example(
        "A partnership asks those of seven and more every ten working days.",
        (MADE,),
        "Wed 2018-10-31",
        (Expect(raised_on="2018-10-18"),),
        values=set_to("age_7_plus", 10),
    ),
    Example(
        "And those of four every twenty.",
        (given("plan", "plan_started", "Wed 2018-10-03", about=(SIBLING,), plan="child_protection", category="NEG"),),
        "Wed 2018-10-31",
        (),
        child=SIBLING,
        values=set_to("age_7_plus", 10),
    ),
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.says)
def test_what_is_set_for_one_age_holds_for_that_age(example: Example) -> None:
    found = [line.line.raised_on.isoformat() for line in lines("SIG-VIEWS-STALE", example) if line.line.raised_on]
    assert found == [wanted.raised_on for wanted in example.expect]
