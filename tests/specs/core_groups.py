"""Core groups and the full plan: the people who carry a plan out meet, soon and with a social worker."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

PLAN = conference("ic", "Wed 2018-10-03")


def core_group(happened: str | tuple[str, str], id: str = "cg", **rest: object) -> Given:
    """A core group met."""
    return given(id, "core_group_held", happened, **rest)


def ended(happened: str) -> Given:
    """A review conference ended the plan."""
    return conference("rc", happened, "plan_ended", kind="review")


BROTHERS_PLAN = given(
    "ic",
    "conference_held",
    "Wed 2018-10-03",
    about=(CHILD, SIBLING),
    kind="initial",
    decisions=[
        {"child": SIBLING, "decision": "plan_made", "category": "NEG", "reasons": "His own."},
        {"child": CHILD, "decision": "no_plan", "reasons": "Her own."},
    ],
)

CP_20 = Spec(
    "CP-20",
    (
        Example(
            "Met on the ninth working day: in time.",
            (PLAN, core_group("Tue 2018-10-16")),
            "Wed 2018-10-31",
            (Expect(state="met", due="2018-10-17", met_by="cg", raised_on=None),),
        ),
        Example(
            "On the tenth: in time.",
            (PLAN, core_group("Wed 2018-10-17")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the eleventh: late.",
            (PLAN, core_group("Thu 2018-10-18")),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-10-18"),),
        ),
        Example(
            "Bank holidays are not among the ten.",
            (conference("ic", "Mon 2018-12-17"),),
            "Thu 2019-01-31",
            (Expect(state="overdue", due="2019-01-03", raised_on="2019-01-04"),),
        ),
        Example(
            "A meeting about a child in need is no core group.",
            (PLAN, given("pm", "plan_meeting_held", "Wed 2018-10-10")),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor is a core group for a brother's plan alone.",
            (PLAN, core_group("Wed 2018-10-10", about=(SIBLING,))),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example("A plan for a brother starts no clock for this child.", (BROTHERS_PLAN,), "Wed 2018-10-31", ()),
        Example(
            "Nor does a plan for a child in need.",
            (given("cin", "plan_started", "Wed 2018-10-03", plan="child_in_need"),),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "The conference that makes a plan and the entry that says it started are one plan.",
            (PLAN, given("ps", "plan_started", "Fri 2018-10-05", plan="child_protection", category="EMO")),
            "Wed 2018-10-31",
            (Expect(state="overdue", due="2018-10-17", trigger="ic"),),
        ),
        Example(
            "The plan ends before a core group was due: none is needed.",
            (PLAN, ended("Fri 2018-10-12")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "The plan ends after one was due: not required any more, and that it had shown stays.",
            (PLAN, ended("Fri 2018-10-26")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on="2018-10-18"),),
        ),
        Example(
            "A second plan has its own first core group.",
            (PLAN, core_group("Wed 2018-10-10"), ended("Thu 2019-01-03"), conference("ic2", "Wed 2019-06-05")),
            "Fri 2019-06-28",
            (
                Expect(state="met", trigger="ic", met_by="cg"),
                Expect(state="overdue", trigger="ic2", due="2019-06-19", raised_on="2019-06-20"),
            ),
        ),
        Example(
            "Met in time and written down a week later: it had shown, and was no breach.",
            (PLAN, core_group("Wed 2018-10-17", recorded="Wed 2018-10-24T09:00")),
            "Wed 2018-10-31",
            (Expect(state="met", met_on="2018-10-17", raised_on="2018-10-18"),),
        ),
        Example(
            "A core group dated after the day it was written down meets nothing.",
            (PLAN, core_group("Wed 2018-10-17", recorded="Mon 2018-10-15")),
            "Wed 2018-10-31",
            (Expect(state="overdue", met_by=None),),
        ),
        Example(
            "A child dies: nothing is due any more.",
            (PLAN, given("died", "death_recorded", "Mon 2018-10-15", person=CHILD)),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "The eighteenth birthday ends it too.",
            (PLAN,),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-10-15")},
        ),
        Example(
            "Before the guidance began there was no such standard.",
            (conference("ic", "Fri 2013-04-12"),),
            "Fri 2013-05-31",
            (),
        ),
    ),
)

CP_21 = Spec(
    "CP-21",
    (
        Example(
            "The first six weeks count from the plan, and each core group starts the next.",
            (PLAN, core_group("Wed 2018-10-17")),
            "Wed 2018-10-31",
            (
                Expect(state="met", starts="2018-10-03", due="2018-11-14", met_by="cg"),
                Expect(state="running", starts="2018-10-17", due="2018-11-28", trigger="cg"),
            ),
        ),
        Example(
            "Six weeks to the day: in time.",
            (PLAN, core_group("Wed 2018-11-14")),
            "Wed 2018-11-21",
            (Expect(state="met", raised_on=None), Expect(state="running", due="2018-12-26")),
        ),
        Example(
            "A day more: late.",
            (PLAN, core_group("Thu 2018-11-15")),
            "Wed 2018-11-21",
            (Expect(state="met_late", raised_on="2018-11-15"), Expect(state="running", due="2018-12-27")),
        ),
        Example(
            "A limit in weeks that falls on Boxing Day does not move.",
            (PLAN, core_group("Wed 2018-11-14")),
            "Thu 2018-12-27",
            (Expect(state="met"), Expect(state="overdue", due="2018-12-26", raised_on="2018-12-27")),
        ),
        Example(
            "The end of the plan stops the clock.",
            (PLAN, core_group("Wed 2018-10-17"), ended("Fri 2018-11-16")),
            "Mon 2018-12-31",
            (Expect(state="met"), Expect(state="not_required", raised_on=None)),
        ),
        Example(
            "A second plan starts new clocks; the first plan's never carry on.",
            (PLAN, ended("Fri 2018-11-09"), conference("ic2", "Wed 2019-06-05")),
            "Fri 2019-06-28",
            (Expect(state="not_required", raised_on=None), Expect(state="running", starts="2019-06-05", due="2019-07-17")),
        ),
        Example(
            "Two core groups written down for one day: each starts an interval, and the later one's runs on.",
            (PLAN, core_group("Wed 2018-10-17"), core_group("Wed 2018-10-17", id="cg2")),
            "Wed 2018-10-31",
            (
                Expect(state="met", due="2018-11-14"),
                Expect(state="met", due="2018-11-28"),
                Expect(state="running", due="2018-11-28"),
            ),
        ),
        Example(
            "A core group known only to be in October: the next counts from the month's end.",
            (PLAN, core_group(("Mon 2018-10-01", "Wed 2018-10-31"))),
            "Mon 2018-12-31",
            (
                Expect(state="met", approximate=True),
                Expect(state="overdue", due="2018-12-12", approximate=True, raised_on="2018-12-13"),
            ),
        ),
        Example(
            "A core group that never took place is taken back: the interval had been running all along.",
            (
                PLAN,
                core_group("Wed 2018-10-17"),
                given("w", "entry_withdrawn", "Mon 2018-11-19T09:00", withdraws="cg", reason="It was cancelled."),
            ),
            "Fri 2018-11-30",
            (
                Expect(state="overdue", due="2018-11-14", raised_on="2018-11-19"),
                Expect(state="not_required", raised_on=None, withdrawn_on="2018-11-19"),
            ),
        ),
        Example(
            "The eighteenth birthday, on 1 November, ends it.",
            (PLAN,),
            "Fri 2018-11-30",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-11-01")},
        ),
    ),
)
