"""Review conferences: the first within three months, the next at most six months apart."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

PLAN = conference("ic", "Wed 2018-10-03")


def review(id: str, happened: str | tuple[str, str], decision: str = "plan_continued", **rest: object) -> Given:
    """A review conference that decided about this child."""
    return conference(id, happened, decision, kind="review", **rest)


BROTHERS_REVIEW = given(
    "rc",
    "conference_held",
    "Wed 2019-01-02",
    about=(CHILD, SIBLING),
    kind="review",
    decisions=[{"child": SIBLING, "decision": "plan_continued", "reasons": "His own."}],
)

CP_40 = Spec(
    "CP-40",
    (
        Example(
            "A day before three months are up: in time.",
            (PLAN, review("rc", "Wed 2019-01-02")),
            "Thu 2019-01-31",
            (Expect(state="met", due="2019-01-03", met_by="rc", raised_on=None),),
        ),
        Example(
            "Three months to the day: in time.",
            (PLAN, review("rc", "Thu 2019-01-03")),
            "Thu 2019-01-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A day more: late.",
            (PLAN, review("rc", "Fri 2019-01-04")),
            "Thu 2019-01-31",
            (Expect(state="met_late", raised_on="2019-01-04"),),
        ),
        Example(
            "Three months from 30 November end on the last day of February.",
            (conference("ic", "Fri 2018-11-30"),),
            "Fri 2019-03-01",
            (Expect(state="overdue", due="2019-02-28", raised_on="2019-03-01"),),
        ),
        Example(
            "A limit in months that falls on a Saturday does not move.",
            (conference("ic", "Fri 2018-10-05"),),
            "Mon 2019-01-07",
            (Expect(state="overdue", due="2019-01-05", raised_on="2019-01-06"),),
        ),
        Example(
            "A review that decided about the brother only does not review this child's plan.",
            (PLAN, BROTHERS_REVIEW),
            "Thu 2019-01-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A review that is booked has not been held.",
            (PLAN, given("b", "conference_booked", "Mon 2018-12-03", kind="review", for_="2019-01-03")),
            "Thu 2019-01-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A second initial conference is no review.",
            (PLAN, conference("ic2", "Wed 2018-12-05", "plan_continued")),
            "Thu 2019-01-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "The review that ends the plan is the first review.",
            (PLAN, review("rc", "Thu 2019-01-03", "plan_ended")),
            "Thu 2019-01-31",
            (Expect(state="met", met_by="rc"),),
        ),
        Example(
            "The plan ends without one: not required, whatever else that says.",
            (PLAN, given("pe", "plan_ended", "Mon 2018-12-03", plan="child_protection", reason_="Moved to Wales.")),
            "Thu 2019-01-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A second plan has a first review of its own.",
            (PLAN, review("rc", "Thu 2019-01-03", "plan_ended"), conference("ic2", "Wed 2019-06-05")),
            "Fri 2019-09-06",
            (Expect(state="met", trigger="ic"), Expect(state="overdue", trigger="ic2", due="2019-09-05")),
        ),
        Example(
            "Held in time and written down a fortnight later: it had shown, and was no breach.",
            (PLAN, review("rc", "Thu 2019-01-03", recorded="Thu 2019-01-17T09:00")),
            "Thu 2019-01-31",
            (Expect(state="met", raised_on="2019-01-04"),),
        ),
        Example(
            "Before the guidance began there was no such standard.",
            (conference("ic", "Fri 2013-04-12"),),
            "Wed 2013-07-31",
            (),
        ),
    ),
)

CP_41 = Spec(
    "CP-41",
    (
        Example(
            "The first six months count from the plan, the next from each review.",
            (PLAN, review("rc", "Thu 2019-01-03")),
            "Thu 2019-01-31",
            (
                Expect(state="met", starts="2018-10-03", due="2019-04-03", met_by="rc"),
                Expect(state="running", starts="2019-01-03", due="2019-07-03", trigger="rc"),
            ),
        ),
        Example(
            "Six months to the day: in time.",
            (PLAN, review("rc", "Thu 2019-01-03"), review("rc2", "Wed 2019-07-03")),
            "Wed 2019-07-31",
            (Expect(state="met"), Expect(state="met", met_by="rc2", raised_on=None), Expect(state="running", due="2020-01-03")),
        ),
        Example(
            "A day less: in time.",
            (PLAN, review("rc", "Thu 2019-01-03"), review("rc2", "Tue 2019-07-02")),
            "Wed 2019-07-31",
            (Expect(state="met"), Expect(state="met"), Expect(state="running", due="2020-01-02")),
        ),
        Example(
            "A day more: late.",
            (PLAN, review("rc", "Thu 2019-01-03"), review("rc2", "Thu 2019-07-04")),
            "Wed 2019-07-31",
            (Expect(state="met"), Expect(state="met_late", raised_on="2019-07-04"), Expect(state="running", due="2020-01-04")),
        ),
        Example(
            "Six months from 31 August end on the last day of February, in a leap year on the twenty-ninth.",
            (PLAN, review("rc", "Sat 2019-08-31")),
            "Sun 2020-03-01",
            (Expect(state="met_late"), Expect(state="overdue", due="2020-02-29", raised_on="2020-03-01")),
        ),
        Example(
            "The review that ends the plan starts no other.",
            (PLAN, review("rc", "Thu 2019-01-03"), review("rc2", "Wed 2019-06-05", "plan_ended")),
            "Tue 2020-03-31",
            (Expect(state="met"), Expect(state="met", met_by="rc2")),
        ),
        Example(
            "The eighteenth birthday stops the clock.",
            (PLAN, review("rc", "Thu 2019-01-03")),
            "Wed 2019-07-31",
            (Expect(state="met"), Expect(state="not_required", raised_on=None)),
            people={CHILD: person(CHILD, "Ash", "2001-05-01")},
        ),
        Example(
            "A review known only to be in January: the next counts from the month's end.",
            (PLAN, review("rc", ("Tue 2019-01-01", "Thu 2019-01-31"))),
            "Thu 2019-08-01",
            (
                Expect(state="met", approximate=True),
                Expect(state="overdue", due="2019-07-31", approximate=True, raised_on="2019-08-01"),
            ),
        ),
        Example(
            "A review that never took place is taken back: six months had counted from the plan.",
            (
                PLAN,
                review("rc", "Thu 2019-01-03"),
                given("w", "entry_withdrawn", "Mon 2019-05-06T09:00", withdraws="rc", reason="Another family's review."),
            ),
            "Fri 2019-05-31",
            (
                Expect(state="overdue", due="2019-04-03", raised_on="2019-05-06"),
                Expect(state="not_required", raised_on=None, withdrawn_on="2019-05-06"),
            ),
        ),
        Example(
            "A conference of another kind is no review.",
            (PLAN, conference("ti", "Wed 2019-03-06", "plan_continued", kind="transfer_in")),
            "Tue 2019-04-30",
            (Expect(state="overdue", due="2019-04-03"),),
        ),
        Example(
            "Nor is a review of the brother's plan.",
            (PLAN, BROTHERS_REVIEW),
            "Tue 2019-04-30",
            (Expect(state="overdue", due="2019-04-03"),),
        ),
        Example(
            "Before the guidance began there was no such standard.",
            (conference("ic", "Fri 2013-04-12"),),
            "Fri 2013-11-29",
            (),
        ),
    ),
)
