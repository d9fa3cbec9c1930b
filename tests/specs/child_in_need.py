"""Children in need: a first meeting, meetings and visits after it, and a manager's look at a plan that goes on."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

PLAN = given("cin", "plan_started", "Mon 2018-09-03", plan="child_in_need")
PROTECTION = given("cp", "plan_started", "Mon 2018-09-03", plan="child_protection", category="NEG")
ASSESSED = given("as", "assessment_started", "Wed 2018-08-01", kind="child_and_family")


def found(outcome: str, happened: str = "Mon 2018-09-03", id: str = "ac") -> Given:
    """The assessment ended."""
    return given(id, "assessment_completed", happened, assessment="as", outcome=outcome)


def meeting(happened: str, id: str = "pm", **rest: object) -> Given:
    """A child in need meeting."""
    return given(id, "plan_meeting_held", happened, **rest)


def over(happened: str, plan: str = "child_in_need") -> Given:
    """The plan ended."""
    return given("pe", "plan_ended", happened, plan=plan, reason_="Going well.")


CIN_01 = Spec(
    "CIN-01",
    (
        Example(
            "Met on the ninth working day after the assessment found a child in need: in time.",
            (ASSESSED, found("Child in need plan."), meeting("Fri 2018-09-14")),
            "Wed 2018-10-31",
            (Expect(state="met", trigger="ac", starts="2018-09-03", due="2018-09-17", met_by="pm", raised_on=None),),
        ),
        Example(
            "On the tenth: in time.",
            (ASSESSED, found("CIN"), meeting("Mon 2018-09-17")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the eleventh: late.",
            (ASSESSED, found("child_in_need"), meeting("Tue 2018-09-18")),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-09-18"),),
        ),
        Example(
            "Without such an outcome it counts from the plan.",
            (PLAN,),
            "Wed 2018-10-31",
            (Expect(state="overdue", trigger="cin", due="2018-09-17", raised_on="2018-09-18"),),
        ),
        Example(
            "The outcome and the plan that follows it are one, counted from the outcome.",
            (ASSESSED, found("Child in need plan.", "Wed 2018-08-29"), PLAN),
            "Wed 2018-10-31",
            (Expect(state="overdue", trigger="ac", due="2018-09-12"),),
        ),
        Example(
            "An assessment that found no child in need starts none.",
            (ASSESSED, found("Not a child in need: no further action.")),
            "Wed 2018-10-31",
            (),
        ),
        Example("Nor does a child protection plan.", (PROTECTION,), "Wed 2018-10-31", ()),
        Example(
            "A core group is no child in need meeting.",
            (PLAN, given("cg", "core_group_held", "Mon 2018-09-10")),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "The plan ended before: none is needed.",
            (PLAN, over("Wed 2018-09-12")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A child protection plan took its place: none is needed.",
            (PLAN, conference("ic", "Wed 2018-09-12")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A second plan has a first meeting of its own.",
            (
                PLAN,
                meeting("Mon 2018-09-10"),
                over("Mon 2018-10-01"),
                given("cin2", "plan_started", "Mon 2018-10-08", plan="child_in_need"),
            ),
            "Wed 2018-10-31",
            (Expect(state="met", trigger="cin"), Expect(state="overdue", trigger="cin2", due="2018-10-22")),
        ),
        Example(
            "A brother's plan is his.",
            (given("cin", "plan_started", "Mon 2018-09-03", about=(SIBLING,), plan="child_in_need"),),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN,),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-09-06")},
        ),
    ),
)

CIN_02 = Spec(
    "CIN-02",
    (
        Example(
            "The first six weeks count from the plan, the next from each meeting.",
            (PLAN, meeting("Wed 2018-09-12")),
            "Fri 2018-09-28",
            (
                Expect(state="met", starts="2018-09-03", due="2018-10-15", met_by="pm"),
                Expect(state="running", starts="2018-09-12", due="2018-10-24", trigger="pm"),
            ),
        ),
        Example(
            "Six weeks to the day: in time.",
            (PLAN, meeting("Mon 2018-10-15")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on=None), Expect(state="running", due="2018-11-26")),
        ),
        Example(
            "A day more: late.",
            (PLAN, meeting("Tue 2018-10-16")),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-10-16"), Expect(state="running", due="2018-11-27")),
        ),
        Example(
            "A core group is no child in need meeting.",
            (PLAN, given("cg", "core_group_held", "Mon 2018-10-01")),
            "Wed 2018-10-31",
            (Expect(state="overdue", raised_on="2018-10-16"),),
        ),
        Example(
            "The end of the plan stops the clock.",
            (PLAN, meeting("Wed 2018-09-12"), over("Mon 2018-10-08")),
            "Wed 2018-10-31",
            (Expect(state="met"), Expect(state="not_required", raised_on=None)),
        ),
        Example("A child protection plan starts none.", (PROTECTION,), "Wed 2018-10-31", ()),
        Example(
            "A child protection plan took its place.",
            (PLAN, conference("ic", "Mon 2018-10-08")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN,),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-09-20")},
        ),
    ),
)


def seen(happened: str, kind: str = "child_in_need", who: tuple[str, ...] = (CHILD,), **rest: object) -> Given:
    """A visit by a family support worker."""
    return given("v", "visit_made", happened, kind=kind, worker="fin", seen=list(who), **rest)


CIN_03 = Spec(
    "CIN-03",
    (
        Example(
            "Seen on the nineteenth working day, by whoever leads: in time, and the next twenty begin.",
            (PLAN, seen("Fri 2018-09-28")),
            "Fri 2018-10-05",
            (
                Expect(state="met", starts="2018-09-03", due="2018-10-01", met_by="v", raised_on=None),
                Expect(state="running", starts="2018-09-28", due="2018-10-26"),
            ),
        ),
        Example(
            "On the twentieth: in time.",
            (PLAN, seen("Mon 2018-10-01")),
            "Fri 2018-10-05",
            (Expect(state="met", raised_on=None), Expect(state="running", due="2018-10-29")),
        ),
        Example(
            "On the twenty-first: late.",
            (PLAN, seen("Tue 2018-10-02")),
            "Fri 2018-10-05",
            (Expect(state="met_late", raised_on="2018-10-02"), Expect(state="running", due="2018-10-30")),
        ),
        Example(
            "A visit at which only the brother was seen is not seeing this child.",
            (PLAN, seen("Fri 2018-09-28", who=(SIBLING,), about=(CHILD, SIBLING))),
            "Fri 2018-10-05",
            (Expect(state="overdue"),),
        ),
        Example(
            "A family support visit is not a child in need visit.",
            (PLAN, seen("Fri 2018-09-28", "family_support")),
            "Fri 2018-10-05",
            (Expect(state="overdue", raised_on="2018-10-02"),),
        ),
        Example(
            "The end of the plan stops the clock.",
            (PLAN, over("Wed 2018-09-26")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example("A child protection plan has its own visits.", (PROTECTION,), "Wed 2018-10-31", ()),
        Example(
            "Seen in time and written down late: it had shown, and was no breach.",
            (PLAN, seen("Mon 2018-10-01", recorded="Thu 2018-10-04T09:00")),
            "Fri 2018-10-05",
            (Expect(state="met", raised_on="2018-10-02"), Expect(state="running")),
        ),
        Example(
            "A child protection plan took its place.",
            (PLAN, conference("ic", "Mon 2018-09-24")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN,),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-09-20")},
        ),
    ),
)


def decision(happened: str, id: str = "md") -> Given:
    """The team manager looked at the plan."""
    return given(id, "management_decision_recorded", happened, by="kay", decision="Step up.", reasons="Nothing has moved.")


CIN_04 = Spec(
    "CIN-04",
    (
        Example(
            "Looked at a day before six months are up: in time.",
            (PLAN, decision("Sat 2019-03-02")),
            "Fri 2019-03-29",
            (Expect(state="met", due="2019-03-03", met_by="md", raised_on=None),),
        ),
        Example(
            "Six months to the day: in time.",
            (PLAN, decision("Sun 2019-03-03")),
            "Fri 2019-03-29",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A day more: late.",
            (PLAN, decision("Mon 2019-03-04")),
            "Fri 2019-03-29",
            (Expect(state="met_late", raised_on="2019-03-04"),),
        ),
        Example(
            "A decision three months on counts.", (PLAN, decision("Mon 2018-12-03")), "Fri 2019-03-29", (Expect(state="met"),)
        ),
        Example(
            "One the day before, or a month before that, does not.",
            (PLAN, decision("Sat 2018-11-03"), decision("Sun 2018-12-02", "md2")),
            "Fri 2019-03-29",
            (Expect(state="overdue", raised_on="2019-03-04"),),
        ),
        Example(
            "Supervision alone decides nothing.",
            (PLAN, given("su", "supervision_held", "Mon 2019-02-04", worker="sam", manager="kay")),
            "Fri 2019-03-29",
            (Expect(state="overdue"),),
        ),
        Example(
            "The plan ended before: none is needed.",
            (PLAN, over("Wed 2019-02-20")),
            "Fri 2019-03-29",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example("A child protection plan has its own limits.", (PROTECTION,), "Fri 2019-03-29", ()),
        Example(
            "A child protection plan took its place.",
            (PLAN, conference("ic", "Mon 2018-12-10")),
            "Fri 2019-03-29",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN,),
            "Fri 2019-03-29",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2001-01-15")},
        ),
    ),
)
