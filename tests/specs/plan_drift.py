"""Plans that go on for 9, 15 and 21 months."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

PLAN = conference("ic", "Wed 2018-10-03")


def ended(happened: str) -> Given:
    """A review conference ended the plan."""
    return conference("rc", happened, "plan_ended", kind="review")


def challenged(happened: str, **rest: object) -> Given:
    """The chair challenged the partners."""
    return given(
        "cc", "chair_challenge_recorded", happened, by="chair", to=["csc", "health"], text="Nothing has changed.", **rest
    )


CP_44 = Spec(
    "CP-44",
    (
        Example(
            "Challenged a day before nine months are up: in time.",
            (PLAN, challenged("Tue 2019-07-02")),
            "Wed 2019-07-31",
            (Expect(state="met", due="2019-07-03", met_by="cc", raised_on=None),),
        ),
        Example(
            "Nine months to the day: in time.",
            (PLAN, challenged("Wed 2019-07-03")),
            "Wed 2019-07-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A day more: late.",
            (PLAN, challenged("Thu 2019-07-04")),
            "Wed 2019-07-31",
            (Expect(state="met_late", raised_on="2019-07-04"),),
        ),
        Example(
            "What the chair said on the day the first review was due counts.",
            (PLAN, challenged("Thu 2019-01-03")),
            "Wed 2019-07-31",
            (Expect(state="met", met_on="2019-01-03"),),
        ),
        Example(
            "What the chair said in the month before does not, nor the day before.",
            (PLAN, challenged("Mon 2018-12-03"), given("cc2", "chair_challenge_recorded", "Wed 2019-01-02", text="Too slow.")),
            "Wed 2019-07-31",
            (Expect(state="overdue", raised_on="2019-07-04"),),
        ),
        Example(
            "The chair's check half-way is no challenge.",
            (PLAN, given("ck", "chair_check_recorded", "Wed 2019-05-01", text="Some done.")),
            "Wed 2019-07-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "The plan ended before: none is needed.",
            (PLAN, ended("Wed 2019-06-26")),
            "Wed 2019-07-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A challenge about the brother's plan is not about this child's.",
            (PLAN, challenged("Tue 2019-07-02", about=(SIBLING,))),
            "Wed 2019-07-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN,),
            "Wed 2019-07-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2001-05-01")},
        ),
    ),
)


def legal(happened: str, id: str = "lp", **rest: object) -> Given:
    """A legal planning meeting."""
    return given(id, "legal_planning_held", happened, by="moss", decision="Enter pre-proceedings", **rest)


BEGUN = given("pp", "preproceedings_started", "Fri 2019-03-01")
STOPPED = given("ppe", "preproceedings_ended", "Wed 2019-05-01", outcome="stepped down")
COURT = given("ca", "court_application_made", "Fri 2019-03-01", kind="care order")
LETTER = given("pl", "preproceedings_letter_sent", "Fri 2019-03-01", to="mother")

CP_45 = Spec(
    "CP-45",
    (
        Example(
            "Held a day before fifteen months are up: in time.",
            (PLAN, legal("Thu 2020-01-02")),
            "Fri 2020-01-31",
            (Expect(state="met", due="2020-01-03", met_by="lp", raised_on=None),),
        ),
        Example(
            "Fifteen months to the day: in time.",
            (PLAN, legal("Fri 2020-01-03")),
            "Fri 2020-01-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A day more: late.",
            (PLAN, legal("Sat 2020-01-04")),
            "Fri 2020-01-31",
            (Expect(state="met_late", raised_on="2020-01-04"),),
        ),
        Example("One held nine months on counts.", (PLAN, legal("Wed 2019-07-03")), "Fri 2020-01-31", (Expect(state="met"),)),
        Example(
            "One held the day before, or a month before that, does not.",
            (PLAN, legal("Mon 2019-06-03"), legal("Tue 2019-07-02", "lp2")),
            "Fri 2020-01-31",
            (Expect(state="overdue", raised_on="2020-01-04"),),
        ),
        Example(
            "The plan ended before: outcomes were achieved.",
            (PLAN, ended("Wed 2019-12-18")),
            "Fri 2020-01-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "The case is before the court: no meeting is needed.",
            (PLAN, COURT),
            "Fri 2020-01-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "Pre-proceedings have begun: none is needed.",
            (PLAN, BEGUN),
            "Fri 2020-01-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example("The letter says so as well.", (PLAN, LETTER), "Fri 2020-01-31", (Expect(state="not_required", raised_on=None),)),
        Example(
            "Pre-proceedings that were ended again are no reason.",
            (PLAN, BEGUN, STOPPED),
            "Fri 2020-01-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN,),
            "Fri 2020-01-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2001-12-01")},
        ),
    ),
)

CP_46 = Spec(
    "CP-46",
    (
        Example(
            "Ended a day before twenty-one months are up: in time.",
            (PLAN, ended("Thu 2020-07-02")),
            "Fri 2020-07-31",
            (Expect(state="met", due="2020-07-03", met_by="rc", raised_on=None),),
        ),
        Example(
            "Twenty-one months to the day: in time.",
            (PLAN, ended("Fri 2020-07-03")),
            "Fri 2020-07-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A day more: late.",
            (PLAN, ended("Sat 2020-07-04")),
            "Fri 2020-07-31",
            (Expect(state="met_late", raised_on="2020-07-04"),),
        ),
        Example(
            "The plan's own entry ends it too.",
            (PLAN, given("pe", "plan_ended", "Mon 2020-06-01", plan="child_protection", reason_="Safe.")),
            "Fri 2020-07-31",
            (Expect(state="met", met_by="pe"),),
        ),
        Example(
            "A conference that decided on no plan ends it as well.",
            (PLAN, conference("rc", "Mon 2020-06-01", "no_plan", kind="review")),
            "Fri 2020-07-31",
            (Expect(state="met", met_by="rc"),),
        ),
        Example(
            "The end of a child in need plan does not.",
            (PLAN, given("pe", "plan_ended", "Mon 2020-06-01", plan="child_in_need", reason_="Stepped up.")),
            "Fri 2020-07-31",
            (Expect(state="overdue", raised_on="2020-07-04"),),
        ),
        Example(
            "A review that continued the plan does not end it.",
            (PLAN, conference("rc", "Mon 2020-06-01", "plan_continued", kind="review")),
            "Fri 2020-07-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A review that ended the brother's plan does not end this child's.",
            (
                PLAN,
                given(
                    "rc",
                    "conference_held",
                    "Mon 2020-06-01",
                    about=(CHILD, SIBLING),
                    kind="review",
                    decisions=[{"child": SIBLING, "decision": "plan_ended", "reasons": "His own."}],
                ),
            ),
            "Fri 2020-07-31",
            (Expect(state="overdue"),),
        ),
        Example("Before the court: stepped up.", (PLAN, COURT), "Fri 2020-07-31", (Expect(state="met", met_by="ca"),)),
        Example("In pre-proceedings: stepped up.", (PLAN, BEGUN), "Fri 2020-07-31", (Expect(state="met", met_by="pp"),)),
        Example("The letter says so as well.", (PLAN, LETTER), "Fri 2020-07-31", (Expect(state="met", met_by="pl"),)),
        Example(
            "Pre-proceedings that were ended again are no step up.",
            (PLAN, BEGUN, STOPPED),
            "Fri 2020-07-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A second plan has a length of its own.",
            (PLAN, ended("Thu 2019-01-03"), conference("ic2", "Wed 2019-06-05")),
            "Fri 2020-07-31",
            (Expect(state="met", trigger="ic"), Expect(state="running", trigger="ic2", due="2021-03-05")),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN,),
            "Fri 2020-07-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2002-05-01")},
        ),
    ),
)
