"""Neglect is named and measured, for each child."""

from tests.specs.kit import CHILD, OTHER_SIBLING, SIBLING, Example, Expect, Given, Spec, conference, given

PLAN = conference("ic", "Wed 2018-10-03", category="NEG")


def graded(happened: str | tuple[str, str], **rest: object) -> Given:
    """A neglect tool was completed."""
    grades = {"physical": 4, "safety": 3, "emotional": 4, "developmental": 3}
    return given("tool", "neglect_tool_completed", happened, tool="Graded care profile", grades=grades, with_carers=True, **rest)


def seen(id: str, happened: str, *aspects: str, by: str = "dsl", **rest: object) -> Given:
    """Something somebody saw that points to neglect."""
    return given(
        id, "observation_recorded", happened, by=by, neglect=list(aspects), text="Hungry and cold.", setting="school", **rest
    )


THREE = (
    seen("o1", "Mon 2018-10-01", "physical"),
    seen("o2", "Mon 2018-10-15", "nutritional"),
    seen("o3", "Mon 2018-11-05", "educational"),
)
FOURTH = seen("o4", "Mon 2018-11-19", "medical", by="hv")

NEG_01 = Spec(
    "NEG-01",
    (
        Example(
            "Graded on the nineteenth working day of a plan for neglect: in time.",
            (PLAN, graded("Tue 2018-10-30")),
            "Fri 2018-11-30",
            (Expect(state="met", due="2018-10-31", met_by="tool", raised_on=None),),
        ),
        Example(
            "On the twentieth: in time.",
            (PLAN, graded("Wed 2018-10-31")),
            "Fri 2018-11-30",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the twenty-first: late.",
            (PLAN, graded("Thu 2018-11-01")),
            "Fri 2018-11-30",
            (Expect(state="met_late", raised_on="2018-11-01"),),
        ),
        Example("A plan for emotional abuse does not ask for it.", (conference("ic", "Wed 2018-10-03"),), "Fri 2018-11-30", ()),
        Example(
            "A plan started in the category of neglect without a conference does.",
            (given("ps", "plan_started", "Wed 2018-10-03", plan="child_protection", category="NEG"),),
            "Fri 2018-11-30",
            (Expect(state="overdue", due="2018-10-31", raised_on="2018-11-01"),),
        ),
        Example(
            "A tool for the baby is not one for this child.",
            (PLAN, graded("Tue 2018-10-30", about=(OTHER_SIBLING,))),
            "Fri 2018-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "With no plan: the fourth indicator, from a second agency, within eight weeks of the first.",
            (*THREE, FOURTH),
            "Mon 2018-12-31",
            (Expect(state="overdue", starts="2018-11-19", due="2018-12-17", trigger="o4", raised_on="2018-12-18"),),
        ),
        Example("Three are not enough.", THREE, "Mon 2018-12-31", ()),
        Example(
            "Four from one agency are not either.",
            (*THREE, seen("o4", "Mon 2018-11-19", "medical")),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "On the fifty-sixth day after the first, the first is too long ago.",
            (*THREE, seen("o4", "Mon 2018-11-26", "medical", by="hv")),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "On the fifty-fifth it is not.",
            (*THREE, seen("o4", "Sun 2018-11-25", "medical", by="hv")),
            "Mon 2018-12-31",
            (Expect(starts="2018-11-25"),),
        ),
        Example(
            "One observation may hold several: two aspects seen by each of two agencies.",
            (
                seen("o1", "Mon 2018-11-05", "physical", "emotional"),
                seen("o2", "Mon 2018-11-19", "medical", "supervision", by="hv"),
            ),
            "Mon 2018-12-31",
            (Expect(trigger="o2", starts="2018-11-19"),),
        ),
        Example(
            "What was seen of a brother is his.",
            (*THREE, seen("o4", "Mon 2018-11-19", "medical", by="hv", about=(SIBLING,))),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "A tool completed in the last ninety days is still of use.",
            (graded("Tue 2018-08-21"), *THREE, FOURTH),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "One completed ninety-one days before is not.",
            (graded("Mon 2018-08-20"), *THREE, FOURTH),
            "Mon 2018-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "While a plan for neglect is there, indicators start no second clock.",
            (PLAN, *THREE, FOURTH),
            "Mon 2018-12-31",
            (Expect(trigger="ic", due="2018-10-31"),),
        ),
        Example(
            "The fourth is corrected to be the brother's: the clock is taken back, and that it had shown stays.",
            (
                *THREE,
                FOURTH,
                seen(
                    "o5",
                    "Mon 2018-11-19",
                    "medical",
                    by="hv",
                    about=(SIBLING,),
                    recorded="Fri 2018-12-21T09:00",
                    corrects="o4",
                    reason="It was Birch's appointment.",
                ),
            ),
            "Mon 2018-12-31",
            (Expect(state="not_required", raised_on="2018-12-18", withdrawn_on="2018-12-21"),),
        ),
        Example(
            "Graded some time in October: in time by its first day, and it says that it is about then.",
            (PLAN, graded(("Mon 2018-10-08", "Fri 2018-11-09"))),
            "Fri 2018-11-30",
            (Expect(state="met", approximate=True, about=(CHILD,)),),
        ),
    ),
)
