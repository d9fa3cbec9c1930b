"""The signal about an older child who is given less than younger brothers and sisters."""

from tests.specs.kit import CHILD, OTHER_SIBLING, SIBLING, Example, Expect, Spec, given, visit
from tests.specs.signals_neglect import tool

PLANS = tuple(
    given(f"p-{child}", "plan_started", "Mon 2020-06-01", about=(child,), plan="child_in_need")
    for child in (CHILD, SIBLING, OTHER_SIBLING)
)
MET = given("m1", "plan_meeting_held", "Mon 2020-07-13", about=(CHILD, SIBLING, OTHER_SIBLING))
LITTLE = (SIBLING, OTHER_SIBLING)
DAYS = ("Mon 2020-06-08", "Mon 2020-06-15", "Mon 2020-06-22", "Mon 2020-06-29")


def visits(count, *children, first=0):  # type: ignore[no-untyped-def]
    """So many visits that saw these children."""
    return tuple(visit(f"v{first + n}-{children[0]}", DAYS[n], children, about=children) for n in range(count))


def voices(count, child):  # type: ignore[no-untyped-def]
    """So many times somebody recorded what a child said."""
    return tuple(
        given(f"w{n}-{child}", "voice_recorded", DAYS[n], about=(child,), child=child, how="words", words="I like it here.")
        for n in range(count)
    )


def actions(count, child):  # type: ignore[no-untyped-def]
    """So many actions for a child."""
    return tuple(
        given(
            f"a{n}-{child}",
            "action_agreed",
            DAYS[n],
            about=(child,),
            plan="child_in_need",
            action="Swim.",
            for_="child",
            child=child,
            owner="sam",
            due="2020-08-03",
        )
        for n in range(count)
    )


SHOWN = (Expect(state="raised", raised_on="2020-07-13"),)
TWO_VISITS = visits(2, *LITTLE)

OVERLOOKED = Spec(
    "SIG-OLDER-CHILD-OVERLOOKED",
    (
        Example("The little ones were visited twice, she was not.", (*PLANS, *TWO_VISITS, MET), "Fri 2020-07-31", SHOWN),
        Example("Nobody has met yet.", (*PLANS, *TWO_VISITS), "Fri 2020-07-31", ()),
        Example(
            "She was seen once: half as often is not less than half.",
            (*PLANS, *TWO_VISITS, *visits(1, CHILD), MET),
            "Fri 2020-07-31",
            (),
        ),
        Example(
            "Seen once where they were seen three times.",
            (*PLANS, *visits(3, *LITTLE), *visits(1, CHILD), MET),
            "Fri 2020-07-31",
            SHOWN,
        ),
        Example("They were seen once only: too little to compare.", (*PLANS, *visits(1, *LITTLE), MET), "Fri 2020-07-31", ()),
        Example(
            "What each has is averaged: one seen three times, the other not at all.",
            (*PLANS, *visits(3, SIBLING), MET),
            "Fri 2020-07-31",
            (),
        ),
        Example(
            "Not seen, though the visit was about her too.",
            (*PLANS, *(visit(f"v{n}", DAYS[n], LITTLE, about=(CHILD, *LITTLE)) for n in range(2)), MET),
            "Fri 2020-07-31",
            SHOWN,
        ),
        Example(
            "They were asked twice, she was not.",
            (*PLANS, *voices(2, SIBLING), *voices(2, OTHER_SIBLING), MET),
            "Fri 2020-07-31",
            SHOWN,
        ),
        Example("They were asked once.", (*PLANS, *voices(1, SIBLING), *voices(1, OTHER_SIBLING), MET), "Fri 2020-07-31", ()),
        Example(
            "She was asked as often.",
            (*PLANS, *voices(2, SIBLING), *voices(2, OTHER_SIBLING), *voices(2, CHILD), MET),
            "Fri 2020-07-31",
            (),
        ),
        Example(
            "What the little ones said, told in an entry about all three, is theirs.",
            (
                *PLANS,
                *voices(2, SIBLING),
                *voices(2, OTHER_SIBLING),
                *(
                    given(f"x{n}", "voice_recorded", DAYS[n], about=(CHILD, SIBLING), child=SIBLING, how="words", words="Hm.")
                    for n in range(2)
                ),
                MET,
            ),
            "Fri 2020-07-31",
            SHOWN,
        ),
        Example(
            "They have two actions each, she has none.",
            (*PLANS, *actions(2, SIBLING), *actions(2, OTHER_SIBLING), MET),
            "Fri 2020-07-31",
            SHOWN,
        ),
        Example("They have one each.", (*PLANS, *actions(1, SIBLING), *actions(1, OTHER_SIBLING), MET), "Fri 2020-07-31", ()),
        Example(
            "An action in her file that is for her brother is his.",
            (
                *PLANS,
                *actions(2, SIBLING),
                *actions(2, OTHER_SIBLING),
                *(
                    given(
                        f"x{n}",
                        "action_agreed",
                        DAYS[n],
                        about=(CHILD, SIBLING),
                        plan="child_in_need",
                        action="Swim.",
                        for_="child",
                        child=SIBLING,
                        owner="sam",
                        due="2020-08-03",
                    )
                    for n in range(2)
                ),
                MET,
            ),
            "Fri 2020-07-31",
            SHOWN,
        ),
        Example(
            "A neglect tool for each of the little ones and none for her.",
            (*PLANS, tool("t", "Mon 2020-06-08", LITTLE), MET),
            "Fri 2020-07-31",
            SHOWN,
        ),
        Example(
            "A neglect tool for one of two: not one on average.",
            (*PLANS, tool("t", "Mon 2020-06-08", (SIBLING,)), MET),
            "Fri 2020-07-31",
            (),
        ),
        Example(
            "What was done before the plan is not counted.",
            (
                *TWO_VISITS,
                *(
                    given(f"p-{child}", "plan_started", "Mon 2020-07-06", about=(child,), plan="child_in_need")
                    for child in (CHILD, *LITTLE)
                ),
                MET,
            ),
            "Fri 2020-07-31",
            (),
        ),
        Example("The little ones are on no plan.", (PLANS[0], *TWO_VISITS, MET), "Fri 2020-07-31", ()),
        Example("She is on no plan.", (*PLANS[1:], *TWO_VISITS, MET), "Fri 2020-07-31", ()),
        Example(
            "The meeting a day before she is ten.",
            (
                *(
                    given(f"p-{child}", "plan_started", "Mon 2020-02-03", about=(child,), plan="child_in_need")
                    for child in (CHILD, *LITTLE)
                ),
                visit("v1", "Mon 2020-02-10", LITTLE, about=LITTLE),
                visit("v2", "Mon 2020-02-17", LITTLE, about=LITTLE),
                given("m1", "plan_meeting_held", "Sat 2020-02-29", about=(CHILD,)),
            ),
            "Fri 2020-07-31",
            (),
        ),
        Example(
            "The meeting on her tenth birthday.",
            (
                *(
                    given(f"p-{child}", "plan_started", "Mon 2020-02-03", about=(child,), plan="child_in_need")
                    for child in (CHILD, *LITTLE)
                ),
                visit("v1", "Mon 2020-02-10", LITTLE, about=LITTLE),
                visit("v2", "Mon 2020-02-17", LITTLE, about=LITTLE),
                given("m1", "core_group_held", "Sun 2020-03-01", about=(CHILD,)),
            ),
            "Fri 2020-07-31",
            (Expect(raised_on="2020-03-01"),),
        ),
        Example(
            "By the next conference she has been seen as often.",
            (
                *PLANS,
                *TWO_VISITS,
                MET,
                visit("v3", "Mon 2020-07-20"),
                given("rc", "conference_held", "Mon 2020-07-27", kind="review", decisions=[]),
            ),
            "Fri 2020-07-31",
            (Expect(state="ended", raised_on="2020-07-13"),),
        ),
        Example(
            "For the younger brother nothing is asked of the youngest.",
            (*PLANS, *visits(2, OTHER_SIBLING), MET),
            "Fri 2020-07-31",
            (),
            child=SIBLING,
        ),
        Example(
            "She has as many actions.",
            (*PLANS, *actions(2, SIBLING), *actions(2, OTHER_SIBLING), *actions(2, CHILD), MET),
            "Fri 2020-07-31",
            (),
        ),
        Example("A neglect tool for each.", (*PLANS, tool("t", "Mon 2020-06-08", (CHILD, *LITTLE)), MET), "Fri 2020-07-31", ()),
        Example(
            "Her plan ended.",
            (*PLANS, *TWO_VISITS, MET, given("pe", "plan_ended", "Mon 2020-07-20", plan="child_in_need", reason_="Done.")),
            "Fri 2020-07-31",
            (Expect(state="ended", raised_on="2020-07-13"),),
        ),
    ),
)
