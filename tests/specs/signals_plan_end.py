"""Signals about plans that end early, and plans that begin again."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Spec, conference, given, person

MADE = conference("ic", "Wed 2018-10-03")


def ended(happened, id="end", **rest):  # type: ignore[no-untyped-def]
    """The plan's end."""
    return given(id, "plan_ended", happened, **{"plan": "child_protection", "reason_": "Risk reduced."}, **rest)


PLAN_SHORT = Spec(
    "SIG-PLAN-SHORT",
    (
        Example(
            "Ended after 91 days.",
            (MADE, ended("Wed 2019-01-02")),
            "Thu 2019-01-31",
            (Expect(state="raised", raised_on="2019-01-02", evidence=("ic", "end")),),
        ),
        Example("Ended after 92 days: nothing.", (MADE, ended("Thu 2019-01-03")), "Thu 2019-01-31", ()),
        Example("Ended after 93 days: nothing.", (MADE, ended("Fri 2019-01-04")), "Thu 2019-01-31", ()),
        Example(
            "A review conference that ends it early counts in the same way.",
            (MADE, conference("rc", "Wed 2018-12-19", "plan_ended", "review")),
            "Thu 2019-01-31",
            (Expect(raised_on="2018-12-19", evidence=("ic", "rc")),),
        ),
        Example("A plan still open raises nothing.", (MADE,), "Mon 2018-12-31", ()),
        Example(
            "The child died: the plan's end is no decision.",
            (MADE, given("death", "death_recorded", "Mon 2018-11-05", person=CHILD), ended("Tue 2018-11-06")),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "A brother's plan that ended early is his, not this child's.",
            (MADE, ended("Tue 2018-11-06", about=(SIBLING,))),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "Ended early and recorded weeks later: it shows when it is known.",
            (MADE, ended("Mon 2018-12-03", recorded="Mon 2019-01-14")),
            "Thu 2019-01-31",
            (Expect(raised_on="2019-01-14"),),
        ),
        Example(
            "Eighteen by then: a grown-up's plan raises nothing.",
            (MADE, ended("Mon 2018-12-03")),
            "Thu 2019-01-31",
            (),
            people={CHILD: person(CHILD, "Ash", "2000-11-30", "F")},
        ),
    ),
)

FIRST = given("first", "plan_started", "Tue 2016-03-01", plan="child_protection", category="NEG")
FIRST_OVER = ended("Mon 2016-10-03", "over")
OTHERS = given("first", "plan_started", "Tue 2016-03-01", about=(SIBLING,), plan="child_protection", category="NEG")

PLAN_REPEAT = Spec(
    "SIG-PLAN-REPEAT",
    (
        Example(
            "A day short of 24 months after the last one ended.",
            (FIRST, FIRST_OVER, conference("ic", "Tue 2018-10-02")),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-02", evidence=("over", "ic")),),
        ),
        Example("24 months after it: nothing.", (FIRST, FIRST_OVER, MADE), "Wed 2018-10-31", ()),
        Example("A day more: nothing.", (FIRST, FIRST_OVER, conference("ic", "Thu 2018-10-04")), "Wed 2018-10-31", ()),
        Example("A first plan raises nothing.", (MADE,), "Wed 2018-10-31", ()),
        Example(
            "A brother's plan that ended 18 months ago is one of the family's.",
            (OTHERS, ended("Mon 2017-04-03", "over", about=(SIBLING,)), MADE),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-10-03", evidence=("over", "ic")),),
        ),
        Example("A brother's plan that still runs is not an earlier one.", (OTHERS, MADE), "Wed 2018-10-31", ()),
        Example(
            "Made at the same conference as a brother's: nothing.",
            (
                given(
                    "ic",
                    "conference_held",
                    "Wed 2018-10-03",
                    about=(CHILD, SIBLING),
                    kind="initial",
                    decisions=[
                        {"child": CHILD, "decision": "plan_made", "category": "NEG", "reasons": "Cold home."},
                        {"child": SIBLING, "decision": "plan_made", "category": "NEG", "reasons": "Hungry."},
                    ],
                ),
            ),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "A cousin's plan is not the family's.",
            (
                given("first", "plan_started", "Tue 2016-03-01", about=("cousin",), plan="child_protection", category="NEG"),
                ended("Mon 2017-04-03", "over", about=("cousin",)),
                MADE,
            ),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "The earlier plan is learned of late: it shows from then.",
            (
                given(
                    "first", "plan_started", "Tue 2016-03-01", plan="child_protection", category="NEG", recorded="Wed 2018-11-14"
                ),
                ended("Mon 2017-10-02", "over", recorded="Wed 2018-11-14"),
                MADE,
            ),
            "Fri 2018-11-30",
            (Expect(raised_on="2018-11-14"),),
        ),
        Example(
            "The earlier plan was a child in need plan: not this signal.",
            (
                given("first", "plan_started", "Tue 2016-03-01", plan="child_in_need"),
                given("over", "plan_ended", "Mon 2017-10-02", plan="child_in_need", reason_="Better."),
                MADE,
            ),
            "Wed 2018-10-31",
            (),
        ),
    ),
)
