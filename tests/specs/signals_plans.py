"""Signals about plans and who carries them out."""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Spec, conference, given

SW = {"role": "social_worker", "worker": "sam"}
SCHOOL = {"role": "designated_safeguarding_lead", "worker": "dsl"}


def core_group(id, happened, *present, **rest):  # type: ignore[no-untyped-def]
    """A core group with these people present."""
    return given(id, "core_group_held", happened, present=list(present), **rest)


CG_SW_ABSENT = Spec(
    "SIG-CG-SW-ABSENT",
    (
        Example(
            "No social worker came: raised the same day.",
            (core_group("cg", "Tue 2018-11-06", SCHOOL),),
            "Tue 2018-11-06",
            (Expect(state="raised", raised_on="2018-11-06", evidence=("cg",)),),
        ),
        Example(
            "A social worker under another title came: nothing.",
            (core_group("cg", "Tue 2018-11-06", SCHOOL, {"role": "lead professional", "worker": "ravi"}),),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "A locum is a social worker.",
            (core_group("cg", "Tue 2018-11-06", SCHOOL, {"role": "Locum social worker"}),),
            "Fri 2018-11-30",
            (),
        ),
        Example("The social worker came: nothing.", (core_group("cg", "Tue 2018-11-06", SCHOOL, SW),), "Fri 2018-11-30", ()),
        Example(
            "Named cover counts, whatever their title.",
            (
                given("cover", "cover_named", "Mon 2018-11-05", about=(), for_="sam", cover="kay"),
                core_group("cg", "Tue 2018-11-06", SCHOOL, {"role": "team_manager", "worker": "kay"}),
            ),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "A family support worker is not a social worker.",
            (core_group("cg", "Tue 2018-11-06", {"role": "family_support_worker", "worker": "fin"}),),
            "Fri 2018-11-30",
            (Expect(state="raised"),),
        ),
        Example(
            "Attendance that nobody recorded is unknown, not absence.",
            (given("cg", "core_group_held", "Tue 2018-11-06"),),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "The second in 180 days shows both.",
            (core_group("one", "Tue 2018-11-06", SCHOOL), core_group("two", "Fri 2019-05-03", SCHOOL)),
            "Fri 2019-05-31",
            (Expect(evidence=("one",)), Expect(evidence=("one", "two"))),
        ),
        Example(
            "After 180 days the first is no longer counted.",
            (core_group("one", "Tue 2018-11-06", SCHOOL), core_group("two", "Mon 2019-05-06", SCHOOL)),
            "Fri 2019-05-31",
            (Expect(evidence=("one",)), Expect(evidence=("two",))),
        ),
        Example(
            "Corrected to say that the social worker was there: withdrawn, and it does not vanish.",
            (
                core_group("cg", "Tue 2018-11-06", SCHOOL),
                core_group(
                    "fix", "Tue 2018-11-06", SCHOOL, SW, corrects="cg", reason="The note left her out.", recorded="Fri 2018-11-09"
                ),
            ),
            "Fri 2018-11-30",
            (Expect(state="withdrawn", raised_on="2018-11-06", withdrawn_on="2018-11-09"),),
        ),
    ),
)

MADE = conference("ic", "Wed 2018-10-03")


def ended(evidence=None, **rest):  # type: ignore[no-untyped-def]
    """The plan's end, with or without evidence of change."""
    data = {"plan": "child_protection", "reason_": "Risk reduced."} | ({"evidence": evidence} if evidence else {})
    return given("end", "plan_ended", "Mon 2019-01-14", **data, **rest)


PLAN_ENDED_UNCHANGED = Spec(
    "SIG-PLAN-ENDED-UNCHANGED",
    (
        Example(
            "Ended with no evidence that anything changed.",
            (MADE, ended()),
            "Thu 2019-01-31",
            (Expect(state="raised", raised_on="2019-01-14", evidence=("ic", "end")),),
        ),
        Example(
            "Ended with evidence and nothing worrying: nothing.",
            (MADE, ended("School reports; clean tests.")),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "Evidence given, but something worrying 42 days before.",
            (
                MADE,
                given(
                    "o",
                    "observation_recorded",
                    "Mon 2018-12-03",
                    neglect=["physical"],
                    other=[],
                    text="Cold house.",
                    setting="home",
                ),
                ended("Engaging well."),
            ),
            "Thu 2019-01-31",
            (Expect(state="raised", evidence=("ic", "o", "end")),),
        ),
        Example(
            "The same 43 days before is out of the window.",
            (
                MADE,
                given(
                    "o",
                    "observation_recorded",
                    "Sun 2018-12-02",
                    neglect=["physical"],
                    other=[],
                    text="Cold house.",
                    setting="home",
                ),
                ended("Engaging well."),
            ),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "Something that may have happened after the end is not counted against it.",
            (
                MADE,
                given(
                    "o",
                    "observation_recorded",
                    ("Mon 2018-12-17", "Thu 2019-02-28"),
                    neglect=["physical"],
                    other=[],
                    text="Cold house.",
                    setting="home",
                ),
                ended("Engaging well."),
            ),
            "Sun 2019-03-31",
            (),
        ),
        Example(
            "A review conference that gives reasons has given them.",
            (MADE, conference("rc", "Mon 2019-01-14", "plan_ended", "review")),
            "Thu 2019-01-31",
            (),
        ),
        Example("A plan still open raises nothing.", (MADE,), "Thu 2019-01-31", ()),
    ),
)


def decided(id, happened, *rows, about=(CHILD, SIBLING), kind="initial"):  # type: ignore[no-untyped-def]
    """A conference that decided these things."""
    return given(id, "conference_held", happened, about=about, kind=kind, decisions=list(rows))


PLAN = {"child": SIBLING, "decision": "plan_made", "category": "NEG", "reasons": "A baby in an unsafe home."}

SIB_DIFF_LEVEL = Spec(
    "SIG-SIB-DIFF-LEVEL",
    (
        Example(
            "A brother is on a plan; this child is not, and nobody said why.",
            (decided("ic", "Wed 2018-10-03", PLAN, {"child": CHILD, "decision": "no_plan", "reasons": ""}),),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-03", evidence=("ic",)),),
        ),
        Example(
            "A reason of this child's own clears it.",
            (decided("ic", "Wed 2018-10-03", PLAN, {"child": CHILD, "decision": "no_plan", "reasons": "Lives with her aunt."}),),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "The same words copied for every child do not.",
            (decided("ic", "Wed 2018-10-03", PLAN, {"child": CHILD, "decision": "no_plan", "reasons": PLAN["reasons"]}),),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "Nor words copied for two of three.",
            (
                decided(
                    "ic",
                    "Wed 2018-10-03",
                    PLAN,
                    {"child": CHILD, "decision": "no_plan", "reasons": "Below the threshold."},
                    {"child": "half", "decision": "no_plan", "reasons": "Below the threshold."},
                ),
            ),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "A reason given once holds at the next review, until the level changes.",
            (
                decided("ic", "Wed 2018-10-03", PLAN, {"child": CHILD, "decision": "no_plan", "reasons": "Lives with her aunt."}),
                decided(
                    "rc",
                    "Wed 2019-01-02",
                    {"child": SIBLING, "decision": "plan_continued", "reasons": "Still at risk."},
                    about=(SIBLING,),
                    kind="review",
                ),
            ),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "The child left out of the conference altogether.",
            (
                decided("ic", "Wed 2018-10-03", PLAN, about=(SIBLING,)),
                given(
                    "seen",
                    "attendance_recorded",
                    "Tue 2018-10-02",
                    setting="school",
                    percent=97,
                    from_="2018-09-03",
                    to="2018-10-02",
                ),
            ),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "The child at the higher level has nothing to explain.",
            (decided("ic", "Wed 2018-10-03", PLAN, {"child": CHILD, "decision": "no_plan", "reasons": ""}),),
            "Wed 2018-10-31",
            (),
            child=SIBLING,
        ),
        Example(
            "Put on a plan at the next conference: ended.",
            (
                decided("ic", "Wed 2018-10-03", PLAN, {"child": CHILD, "decision": "no_plan", "reasons": ""}),
                decided(
                    "ic2",
                    "Thu 2018-11-01",
                    {"child": CHILD, "decision": "plan_made", "category": "NEG", "reasons": "Also at risk."},
                ),
            ),
            "Fri 2018-11-30",
            (Expect(state="ended", raised_on="2018-10-03", met_on="2018-11-01", met_by="ic2"),),
        ),
    ),
)


def action(id, for_, happened="Thu 2018-10-04", **rest):  # type: ignore[no-untyped-def]
    """An action of the plan."""
    return given(
        id,
        "action_agreed",
        happened,
        plan="child_protection",
        action="Something done.",
        for_=for_,
        owner="sam",
        due="2018-12-01",
        **rest,
    )


ADULT_FOCUS = Spec(
    "SIG-ADULT-FOCUS",
    (
        Example(
            "Half the actions are for adults: shown.",
            (MADE, action("a", "parent"), action("b", "child", child=CHILD)),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-04"),),
        ),
        Example(
            "Two in five is the limit, and is not over it.",
            (MADE, action("a", "parent"), action("b", "parent"), *(action(x, "child", child=CHILD) for x in "cde")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "None of the actions is this child's own.",
            (
                MADE,
                action("a", "child", child=SIBLING, about=(CHILD, SIBLING)),
                action("b", "child", child=SIBLING, about=(CHILD, SIBLING)),
            ),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "Actions agreed on one day are looked at together.",
            (MADE, action("a", "parent"), *(action(x, "child", child=CHILD) for x in "bcd")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Put right by later actions: ended.",
            (MADE, action("a", "parent"), *(action(x, "child", "Mon 2018-10-15", child=CHILD) for x in "bcd")),
            "Wed 2018-10-31",
            (Expect(state="ended", raised_on="2018-10-04", met_on="2018-10-15"),),
        ),
    ),
)


def allocated(id, happened, worker, role="lead_social_worker"):  # type: ignore[no-untyped-def]
    """A worker given the child."""
    return given(id, "worker_allocated", happened, worker=worker, role=role, by="kay")


WORKER_CHANGES = Spec(
    "SIG-WORKER-CHANGES",
    (
        Example(
            "The third lead social worker within twelve months.",
            (
                allocated("a", "Mon 2018-01-08", "sam"),
                allocated("b", "Mon 2018-05-14", "ravi"),
                allocated("c", "Mon 2019-01-07", "lena"),
            ),
            "Thu 2019-01-31",
            (Expect(state="raised", raised_on="2019-01-07", evidence=("a", "b", "c")),),
        ),
        Example(
            "A year and a day after the first: two in twelve months.",
            (
                allocated("a", "Mon 2018-01-08", "sam"),
                allocated("b", "Mon 2018-05-14", "ravi"),
                allocated("c", "Tue 2019-01-08", "lena"),
            ),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "The same worker again is no change.",
            (
                allocated("a", "Mon 2018-01-08", "sam"),
                allocated("b", "Mon 2018-05-14", "sam"),
                allocated("c", "Mon 2019-01-07", "lena"),
            ),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "A family support worker is not the lead.",
            (
                allocated("a", "Mon 2018-01-08", "sam"),
                allocated("b", "Mon 2018-05-14", "fin", "family_support_worker"),
                allocated("c", "Mon 2019-01-07", "lena"),
            ),
            "Thu 2019-01-31",
            (),
        ),
    ),
)

SUPERVISED = given("mas", "multi_agency_supervision_held", "Mon 2019-10-28", present=[SW, SCHOOL])

NO_MA_SUPERVISION = Spec(
    "SIG-NO-MA-SUPERVISION",
    (
        Example(
            "Twelve months and twenty working days on a plan, and none held.",
            (MADE,),
            "Fri 2019-11-01",
            (Expect(state="raised", raised_on="2019-11-01", evidence=("ic",)),),
        ),
        Example("On the twentieth working day it is not yet shown.", (MADE,), "Thu 2019-10-31", ()),
        Example("Held in time: nothing.", (MADE, SUPERVISED), "Sat 2019-11-30", ()),
        Example(
            "A plan that ended before then needs none.",
            (MADE, conference("rc", "Mon 2019-10-07", "plan_ended", "review")),
            "Sat 2019-11-30",
            (),
        ),
        Example(
            "Two marks of complexity bring it forward.",
            (
                MADE,
                given("pre", "preproceedings_started", "Fri 2018-12-07"),
                given("no", "disagreement_raised", "Mon 2018-12-10", text="We disagree.", immediate_risk=False),
            ),
            "Thu 2019-01-31",
            (Expect(state="raised", raised_on="2019-01-11"),),
        ),
    ),
)

BOOKED = given("b", "visit_booked", "Mon 2018-10-08", worker="sam", for_="2018-10-11")

VISIT_UNRECORDED = Spec(
    "SIG-VISIT-UNRECORDED",
    (
        Example("Nothing recorded by the working day after: not shown until it is over.", (BOOKED,), "Fri 2018-10-12", ()),
        Example("The day after that it is.", (BOOKED,), "Sat 2018-10-13", (Expect(state="raised", raised_on="2018-10-13"),)),
        Example(
            "Recorded on its day: nothing.",
            (BOOKED, given("v", "visit_made", "Thu 2018-10-11", kind="child_protection", worker="sam", seen=[MOTHER])),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Said not to have happened: nothing.",
            (BOOKED, given("v", "contact_missed", "Thu 2018-10-11", kind="no_access", service="social care")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Made in time, recorded a week late: it showed, and is withdrawn.",
            (
                BOOKED,
                given(
                    "v",
                    "visit_made",
                    "Thu 2018-10-11",
                    recorded="Thu 2018-10-18",
                    kind="child_protection",
                    worker="sam",
                    seen=[CHILD],
                ),
            ),
            "Wed 2018-10-31",
            (Expect(state="withdrawn", raised_on="2018-10-13", withdrawn_on="2018-10-18"),),
        ),
        Example(
            "Booked again before its day: only the new booking counts.",
            (BOOKED, given("b2", "visit_booked", "Wed 2018-10-10", worker="sam", for_="2018-10-18")),
            "Tue 2018-10-16",
            (),
        ),
    ),
)
