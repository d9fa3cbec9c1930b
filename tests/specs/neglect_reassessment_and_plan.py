"""Neglect measured again, and answered in the plan."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

PLAN = conference("ic", "Wed 2018-08-01")


def tool(happened: str, id: str = "nt", worst: int = 3, **rest: object) -> Given:
    """A neglect tool was completed."""
    grades = {"physical": worst, "safety": 2, "emotional": 2, "developmental": 1}
    return given(id, "neglect_tool_completed", happened, tool="Graded care profile", grades=grades, with_carers=True, **rest)


NEG_02 = Spec(
    "NEG-02",
    (
        Example(
            "Three months from the first tool, and from each after it.",
            (PLAN, tool("Mon 2018-09-03"), tool("Mon 2018-11-05", "nt2")),
            "Fri 2018-11-30",
            (
                Expect(state="met", starts="2018-09-03", due="2018-12-03", met_by="nt2"),
                Expect(state="running", starts="2018-11-05", due="2019-02-05", trigger="nt2"),
            ),
        ),
        Example(
            "Three months to the day: in time.",
            (PLAN, tool("Mon 2018-09-03"), tool("Mon 2018-12-03", "nt2")),
            "Mon 2018-12-31",
            (Expect(state="met", raised_on=None), Expect(state="running", due="2019-03-03")),
        ),
        Example(
            "A day more: late.",
            (PLAN, tool("Mon 2018-09-03"), tool("Tue 2018-12-04", "nt2")),
            "Mon 2018-12-31",
            (Expect(state="met_late", raised_on="2018-12-04"), Expect(state="running", due="2019-03-04")),
        ),
        Example("No tool yet: the first is a standard of its own.", (PLAN,), "Mon 2018-12-31", ()),
        Example("A tool completed on no plan is not followed.", (tool("Mon 2018-09-03"),), "Mon 2018-12-31", ()),
        Example(
            "A plan for a child in need, or pre-proceedings, is as good.",
            (given("cin", "plan_started", "Wed 2018-08-01", plan="child_in_need"), tool("Mon 2018-09-03")),
            "Mon 2018-12-31",
            (Expect(state="overdue", due="2018-12-03", raised_on="2018-12-04"),),
        ),
        Example(
            "The end of the plan stops the clock.",
            (PLAN, tool("Mon 2018-09-03"), conference("rc", "Thu 2018-11-01", "plan_ended", kind="review")),
            "Mon 2018-12-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A step down to a child in need plan does not.",
            (
                PLAN,
                tool("Mon 2018-09-03"),
                conference("rc", "Thu 2018-11-01", "plan_ended", kind="review"),
                given("cin", "plan_started", "Thu 2018-11-01", plan="child_in_need"),
            ),
            "Mon 2018-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A tool about the brother is his.",
            (PLAN, tool("Mon 2018-09-03"), tool("Mon 2018-11-05", "nt2", about=(SIBLING,))),
            "Mon 2018-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN, tool("Mon 2018-09-03")),
            "Mon 2018-12-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-11-01")},
        ),
    ),
)


def action(happened: str, **rest: object) -> Given:
    """An action was put into the plan."""
    said = {"plan": "child_protection", "action": "Breakfast at school.", "for_": "child", "owner": "school", "due": "2018-10-01"}
    return given("aa", "action_agreed", happened, **(said | rest))


POOR = tool("Mon 2018-09-03", worst=4)
NEG_03 = Spec(
    "NEG-03",
    (
        Example(
            "An action for the child on the fourth working day: in time.",
            (PLAN, POOR, action("Fri 2018-09-07")),
            "Fri 2018-09-28",
            (Expect(state="met", due="2018-09-10", met_by="aa", raised_on=None),),
        ),
        Example(
            "On the fifth, naming the child: in time.",
            (PLAN, POOR, action("Mon 2018-09-10", child=CHILD)),
            "Fri 2018-09-28",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixth: late.",
            (PLAN, POOR, action("Tue 2018-09-11")),
            "Fri 2018-09-28",
            (Expect(state="met_late", raised_on="2018-09-11"),),
        ),
        Example(
            "The worst grade calls for one as well.",
            (PLAN, tool("Mon 2018-09-03", worst=5)),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example("A grade of three does not.", (PLAN, tool("Mon 2018-09-03", worst=3)), "Fri 2018-09-28", ()),
        Example(
            "An action for the parent is not for the child.",
            (PLAN, POOR, action("Fri 2018-09-07", for_="parent")),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor is one for the parent that names the child.",
            (PLAN, POOR, action("Fri 2018-09-07", for_="parent", child=CHILD)),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "One for both is.", (PLAN, POOR, action("Fri 2018-09-07", for_="both")), "Fri 2018-09-28", (Expect(state="met"),)
        ),
        Example(
            "An action for the brother by name is his.",
            (PLAN, POOR, action("Fri 2018-09-07", child=SIBLING, about=(CHILD, SIBLING))),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "Agreed in time and written down later: it had shown, and was no breach.",
            (PLAN, POOR, action("Mon 2018-09-10", recorded="Mon 2018-09-17T09:00")),
            "Fri 2018-09-28",
            (Expect(state="met", raised_on="2018-09-11"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN, POOR),
            "Fri 2018-09-28",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-09-06")},
        ),
    ),
)
