"""Multi-agency supervision as plans go on and end, marks of complexity come and go, and the record is put right."""

from tests.specs.kit import CHILD, Example, Expect, Given, Spec, conference, given, person
from tests.specs.multi_agency_supervision import PLAN, crisis, ended, together

MAS_01_OVER_TIME = Spec(
    "MAS-01",
    (
        Example("More than twenty working days before: running.", (PLAN,), "Wed 2019-09-04", (Expect(state="running"),)),
        Example("Twenty working days before: due soon.", (PLAN,), "Thu 2019-09-05", (Expect(state="due_soon"),)),
        Example(
            "Twelve months that end on a Saturday do not move.",
            (conference("ic", "Fri 2018-10-05"),),
            "Sun 2019-10-06",
            (Expect(state="overdue", due="2019-10-05", raised_on="2019-10-06"),),
        ),
        Example(
            "Nor is a core group, however many agencies come.",
            (PLAN, given("cg", "core_group_held", "Tue 2019-10-01")),
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
            "It ends a month after: that it had been overdue stays in view.",
            (PLAN, ended("Mon 2019-11-04")),
            "Sat 2019-11-30",
            (Expect(state="not_required", raised_on="2019-10-04"),),
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
    ),
)

STARTED = given("pre", "preproceedings_started", "Fri 2019-03-01")


def challenge(happened: str, id: str = "dis") -> Given:
    """A professional disagreed, and said so."""
    return given(id, "disagreement_raised", happened, by="hv", text="The threshold for court is met.", immediate_risk=False)


COMPLEX = (STARTED, challenge("Mon 2019-03-11"))
EARLIER = (conference("ic", "Wed 2016-10-05"), conference("rc", "Mon 2017-04-10", "plan_ended", kind="review"))

MAS_02_OVER_TIME = Spec(
    "MAS-02",
    (
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
        Example(
            "A second plan on the day 24 months since the first are over is no mark any more.",
            (*EARLIER, STARTED, conference("ic2", "Wed 2019-04-10")),
            "Fri 2019-04-12",
            (),
        ),
        Example(
            "Something else that happened is no crisis of theirs.",
            (
                STARTED,
                crisis("i1", "Mon 2019-02-04"),
                crisis("i2", "Mon 2019-02-11"),
                crisis("i3", "Mon 2019-03-11", kind="other"),
            ),
            "Fri 2019-03-15",
            (),
        ),
    ),
)
