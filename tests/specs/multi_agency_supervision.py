"""The professionals around one family think it through together: after twelve months, or as soon as it is complex."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

PLAN = conference("ic", "Wed 2018-10-03")


def together(happened: str | tuple[str, str], id: str = "mas", **rest: object) -> Given:
    """Multi-agency supervision was held."""
    return given(id, "multi_agency_supervision_held", happened, **rest)


def ended(happened: str) -> Given:
    """A review conference ended the plan."""
    return conference("rc", happened, "plan_ended", kind="review")


MAS_01 = Spec(
    "MAS-01",
    (
        Example(
            "Held the day before the plan had lasted twelve months: in time.",
            (PLAN, together("Wed 2019-10-02")),
            "Thu 2019-10-31",
            (Expect(state="met", starts="2018-10-03", due="2019-10-03", met_by="mas", raised_on=None),),
        ),
        Example(
            "On that day: in time.",
            (PLAN, together("Thu 2019-10-03")),
            "Thu 2019-10-31",
            (Expect(state="met", raised_on=None, approximate=False),),
        ),
        Example(
            "The day after: late.",
            (PLAN, together("Fri 2019-10-04")),
            "Thu 2019-10-31",
            (Expect(state="met_late", met_on="2019-10-04", raised_on="2019-10-04"),),
        ),
        Example("More than twenty working days before: running.", (PLAN,), "Wed 2019-09-04", (Expect(state="running"),)),
        Example("Twenty working days before: due soon.", (PLAN,), "Thu 2019-09-05", (Expect(state="due_soon"),)),
        Example(
            "Twelve months that end on a Saturday do not move.",
            (conference("ic", "Fri 2018-10-05"),),
            "Sun 2019-10-06",
            (Expect(state="overdue", due="2019-10-05", raised_on="2019-10-06"),),
        ),
        Example(
            "A plan made on 29 February: the month's last day, where there is no 29th.",
            (conference("ic", "Mon 2016-02-29"),),
            "Wed 2017-03-01",
            (Expect(state="overdue", due="2017-02-28", raised_on="2017-03-01"),),
        ),
        Example(
            "A worker's own supervision is not everybody's.",
            (PLAN, given("s", "supervision_held", "Tue 2019-10-01", worker="sam", manager="kay")),
            "Thu 2019-10-31",
            (Expect(state="overdue", raised_on="2019-10-04"),),
        ),
        Example(
            "Nor is a core group, however many agencies come.",
            (PLAN, given("cg", "core_group_held", "Tue 2019-10-01")),
            "Thu 2019-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor supervision about the brother alone.",
            (PLAN, together("Tue 2019-10-01", about=(SIBLING,))),
            "Thu 2019-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A review that continues the plan does not start the twelve months again.",
            (PLAN, conference("rc", "Wed 2018-12-19", "plan_continued", kind="review")),
            "Thu 2019-10-31",
            (Expect(state="overdue", due="2019-10-03"),),
        ),
        Example(
            "The plan ends before twelve months: not required.",
            (PLAN, ended("Wed 2019-06-05")),
            "Thu 2019-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "It ends a month after: that it had been overdue stays in view.",
            (PLAN, ended("Mon 2019-11-04")),
            "Sat 2019-11-30",
            (Expect(state="not_required", raised_on="2019-10-04"),),
        ),
        Example(
            "A second plan counts its own twelve months.",
            (PLAN, ended("Wed 2019-06-05"), conference("ic2", "Mon 2019-09-02")),
            "Thu 2019-10-31",
            (Expect(state="not_required"), Expect(state="running", trigger="ic2", due="2020-09-02")),
        ),
        Example(
            "The child dies: nothing is due any more.",
            (PLAN, given("died", "death_recorded", "Sun 2019-09-01", person=CHILD)),
            "Thu 2019-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "So does the eighteenth birthday end it.",
            (PLAN,),
            "Thu 2019-10-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2001-09-01")},
        ),
        Example(
            "Held at some time in October: the first days of the month would be in time, and the doubt shows.",
            (PLAN, together(("Tue 2019-10-01", "Thu 2019-10-31"))),
            "Sat 2019-11-30",
            (Expect(state="met", met_on="2019-10-01", approximate=True),),
        ),
        Example(
            "Held in time and written down a week later: it had shown, and was no breach.",
            (PLAN, together("Wed 2019-10-02", recorded="Wed 2019-10-09T09:00")),
            "Thu 2019-10-31",
            (Expect(state="met", met_on="2019-10-02", raised_on="2019-10-04"),),
        ),
    ),
)

STARTED = given("pre", "preproceedings_started", "Fri 2019-03-01")


def challenge(happened: str, id: str = "dis") -> Given:
    """A professional disagreed, and said so."""
    return given(id, "disagreement_raised", happened, by="hv", text="The threshold for court is met.", immediate_risk=False)


COMPLEX = (STARTED, challenge("Mon 2019-03-11"))

MAS_02 = Spec(
    "MAS-02",
    (
        Example(
            "Pre-proceedings and a disagreement: held on the nineteenth working day, in time.",
            (*COMPLEX, together("Fri 2019-04-05")),
            "Tue 2019-04-30",
            (Expect(state="met", trigger="dis", starts="2019-03-11", due="2019-04-08", met_by="mas", raised_on=None),),
        ),
        Example(
            "On the twentieth: in time.",
            (*COMPLEX, together("Mon 2019-04-08")),
            "Tue 2019-04-30",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the twenty-first: late.",
            (*COMPLEX, together("Tue 2019-04-09")),
            "Tue 2019-04-30",
            (Expect(state="met_late", raised_on="2019-04-09"),),
        ),
        Example("Five working days before, it is due soon.", COMPLEX, "Mon 2019-04-01", (Expect(state="due_soon"),)),
        Example(
            "Easter and its Monday are not among the twenty.",
            (STARTED, challenge("Mon 2019-04-01")),
            "Thu 2019-05-02",
            (Expect(state="overdue", due="2019-05-01", raised_on="2019-05-02"),),
        ),
        Example("Pre-proceedings alone are one mark.", (STARTED,), "Tue 2019-04-30", ()),
        Example(
            "Two disagreements are one kind of mark.",
            (challenge("Mon 2019-03-04"), challenge("Mon 2019-03-11", "d2")),
            "Tue 2019-04-30",
            (),
        ),
        Example(
            "Supervision before the second mark was not about it.",
            (together("Wed 2019-03-06"), *COMPLEX),
            "Tue 2019-04-30",
            (Expect(state="overdue", met_by=None),),
        ),
        Example(
            "A joint discussion of two workers is not multi-agency supervision.",
            (*COMPLEX, given("t", "case_discussed", "Mon 2019-03-18", between=["sam", "hv"])),
            "Tue 2019-04-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "A disagreement settled before pre-proceedings began never stood beside them.",
            (
                challenge("Mon 2019-02-04"),
                given("res", "disagreement_resolved", "Mon 2019-02-18", disagreement="dis", outcome="A legal planning meeting."),
                STARTED,
            ),
            "Tue 2019-04-30",
            (),
        ),
        Example(
            "Settled a week after they began: the two had stood together.",
            (
                challenge("Mon 2019-02-04"),
                STARTED,
                given("res", "disagreement_resolved", "Fri 2019-03-08", disagreement="dis", outcome="A legal planning meeting."),
            ),
            "Tue 2019-04-30",
            (Expect(state="overdue", trigger="pre", due="2019-03-29"),),
        ),
        Example(
            "The child dies: nothing is due any more.",
            (*COMPLEX, given("died", "death_recorded", "Sun 2019-03-31", person=CHILD)),
            "Tue 2019-04-30",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "The disagreement was only written down a month later: it is due from when it was raised all the same.",
            (
                STARTED,
                given("dis", "disagreement_raised", "Mon 2019-03-11", recorded="Wed 2019-04-10T09:00", by="hv", text="No."),
            ),
            "Tue 2019-04-30",
            (Expect(state="overdue", due="2019-04-08", raised_on="2019-04-10"),),
        ),
        Example(
            "Pre-proceedings were another family's and are taken back: one mark is left.",
            (
                *COMPLEX,
                given("w", "entry_withdrawn", "Wed 2019-04-10T09:00", withdraws="pre", reason="Another family's."),
            ),
            "Tue 2019-04-30",
            (Expect(state="not_required", raised_on="2019-04-09", withdrawn_on="2019-04-10"),),
        ),
        Example(
            "Raised at some time in the week: the twenty count from its last day.",
            (STARTED, given("dis", "disagreement_raised", ("Mon 2019-03-04", "Fri 2019-03-08"), by="hv", text="No.")),
            "Tue 2019-04-30",
            (Expect(state="overdue", starts="2019-03-08", due="2019-04-05", approximate=True),),
        ),
    ),
)
