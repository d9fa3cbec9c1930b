"""Ready for the night it is needed: who is who, who would take the children, and a plan the duty team can read."""

from tests.specs.kit import CHILD, GRANDMOTHER, SIBLING, Example, Expect, Given, Spec, conference, given, person

PLAN = conference("ic", "Wed 2018-10-03")


def genogram(happened: str, id: str = "gen", **rest: object) -> Given:
    """The family diagram was gone through."""
    return given(id, "genogram_reviewed", happened, **rest)


def carers(happened: str, id: str = "con", **rest: object) -> Given:
    """Who would take the children."""
    return given(id, "contingency_agreed", happened, carers=[GRANDMOTHER], child_asked=True, **rest)


def safety_plan(happened: str, id: str = "safe", readable: bool | None = True, **rest: object) -> Given:
    """What keeps the child safe now."""
    data = {} if readable is None else {"readable_by_duty": readable}
    return given(id, "safety_plan_agreed", happened, text="Nan has a key.", **data, **rest)


TWO = (genogram("Wed 2018-10-10"), carers("Wed 2018-10-17"))

KIN_07 = Spec(
    "KIN-07",
    (
        Example(
            "The last of the three a day before twelve weeks were up: in time, and the next twelve count from it.",
            (PLAN, *TWO, safety_plan("Tue 2018-12-25")),
            "Mon 2018-12-31",
            (
                Expect(state="met", due="2018-12-26", met_by="safe", met_on="2018-12-25", raised_on=None),
                Expect(state="running", starts="2018-12-25", due="2019-03-19"),
            ),
        ),
        Example(
            "Twelve weeks to the day, on Boxing Day: in time, because a limit in weeks does not move.",
            (PLAN, *TWO, safety_plan("Wed 2018-12-26")),
            "Mon 2018-12-31",
            (Expect(state="met", raised_on=None), Expect(state="running", due="2019-03-20")),
        ),
        Example(
            "A day more: late.",
            (PLAN, *TWO, safety_plan("Thu 2018-12-27")),
            "Mon 2018-12-31",
            (Expect(state="met_late", raised_on="2018-12-27"), Expect(state="running", due="2019-03-21")),
        ),
        Example("Two of the three are not enough.", (PLAN, *TWO), "Mon 2018-12-31", (Expect(state="overdue", met_by=None),)),
        Example(
            "A safety plan the duty team cannot read keeps nobody safe at night.",
            (PLAN, *TWO, safety_plan("Wed 2018-10-24", readable=False)),
            "Mon 2018-12-31",
            (Expect(state="overdue", raised_on="2018-12-27"),),
        ),
        Example(
            "Nor one where nobody said whether they can.",
            (PLAN, *TWO, safety_plan("Wed 2018-10-24", readable=None)),
            "Mon 2018-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "The brother's family diagram was gone through, not this child's.",
            (PLAN, genogram("Wed 2018-10-10", about=(SIBLING,)), carers("Wed 2018-10-17"), safety_plan("Wed 2018-10-24")),
            "Mon 2018-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "All three again within the next twelve weeks.",
            (
                PLAN,
                *TWO,
                safety_plan("Wed 2018-10-24"),
                genogram("Mon 2018-12-10", id="gen2"),
                carers("Mon 2018-12-10", id="con2"),
                safety_plan("Wed 2019-01-16", id="safe2"),
            ),
            "Thu 2019-01-31",
            (
                Expect(state="met"),
                Expect(state="met", due="2019-01-16", met_by="safe2"),
                Expect(state="running", due="2019-04-10"),
            ),
        ),
        Example(
            "What was agreed before the plan began is not verified under it.",
            (genogram("Mon 2018-09-10"), carers("Mon 2018-09-10"), safety_plan("Mon 2018-09-10"), PLAN),
            "Mon 2018-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "Pre-proceedings that begin during the plan keep the same count going when it ends.",
            (
                PLAN,
                given("pp", "preproceedings_started", "Mon 2018-11-05"),
                conference("rc", "Wed 2018-11-14", "plan_ended", kind="review"),
            ),
            "Mon 2018-12-31",
            (Expect(state="overdue", trigger="ic", due="2018-12-26"),),
        ),
        Example(
            "With neither any more, nothing is due.",
            (PLAN, conference("rc", "Wed 2018-11-14", "plan_ended", kind="review")),
            "Mon 2018-12-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A plan for a child in need does not ask for it.",
            (given("cin", "plan_started", "Wed 2018-10-03", plan="child_in_need"),),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN,),
            "Mon 2018-12-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-12-01")},
        ),
        Example(
            "A family diagram and a safety plan do not say who would take the children.",
            (PLAN, genogram("Wed 2018-10-10"), safety_plan("Wed 2018-10-24")),
            "Mon 2018-12-31",
            (Expect(state="overdue"),),
        ),
    ),
)
