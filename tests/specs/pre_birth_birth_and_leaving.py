"""The conference of a baby already born, the birth plan, and leaving hospital."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given
from tests.specs.limits import sides
from tests.specs.pre_birth import EXPECTED, UNDATED, assessing, before_birth, born, died, discussed

UB_04 = Spec(
    "UB-04",
    (
        *sides(
            "Conference held",
            (discussed("Mon 2019-06-03"),),
            before_birth,
            ("Thu 2019-08-08", "Fri 2019-08-09", "Sat 2019-08-10"),
            "Fri 2019-08-30",
            "2019-08-09",
            "2019-08-10",
            people=EXPECTED,
        ),
        Example(
            "Born two months early: due by the birth, and the conference the day after is late.",
            (discussed("Mon 2019-06-03"), born("Sun 2019-08-04"), before_birth("Mon 2019-08-05", "initial")),
            "Fri 2019-08-30",
            (Expect(state="met_late", due="2019-08-04", raised_on="2019-08-05"),),
            people=EXPECTED,
        ),
        Example(
            "Section 47 decided at 33 weeks: 15 working days, the bank holiday not among them.",
            (discussed("Mon 2019-08-19"),),
            "Mon 2019-09-30",
            (Expect(state="overdue", due="2019-09-10"),),
            people=EXPECTED,
        ),
        Example(
            "A conference that decides about the brother alone is not the baby's.",
            (
                discussed("Mon 2019-06-03"),
                given(
                    "conf",
                    "conference_held",
                    "Mon 2019-07-01",
                    kind="initial",
                    decisions=[{"child": SIBLING, "decision": "plan_made", "category": "NEG", "reasons": "His own."}],
                ),
            ),
            "Fri 2019-08-30",
            (Expect(state="overdue"),),
            people=EXPECTED,
        ),
        Example(
            "Nor is a review.",
            (discussed("Mon 2019-06-03"), before_birth("Mon 2019-07-01", "review", decision="plan_continued")),
            "Fri 2019-08-30",
            (Expect(state="overdue"),),
            people=EXPECTED,
        ),
        Example(
            "The enquiry ends without a conference: not required.",
            (
                discussed("Mon 2019-06-03"),
                given("end", "section47_completed", "Fri 2019-06-14", outcome="unsubstantiated", reasons="No grounds."),
            ),
            "Fri 2019-08-30",
            (Expect(state="not_required", raised_on=None),),
            people=EXPECTED,
        ),
        Example(
            "The enquiry ends with one to be held: required as before.",
            (
                discussed("Mon 2019-06-03"),
                given("end", "section47_completed", "Fri 2019-06-14", outcome="conference", reasons="Likely harm."),
            ),
            "Fri 2019-08-30",
            (Expect(state="overdue"),),
            people=EXPECTED,
        ),
        Example(
            "A discussion that decides on an assessment starts nothing.",
            (discussed("Mon 2019-06-03", "assessment"),),
            "Fri 2019-08-30",
            (),
            people=EXPECTED,
        ),
    ),
)

UB_04_BORN = Spec(
    "UB-04",
    (
        Example(
            "Section 47 decided after the birth is another conference's clock.",
            (born("Fri 2019-10-04"), discussed("Mon 2019-10-07")),
            "Thu 2019-10-31",
            (),
            people=EXPECTED,
        ),
        Example(
            "Where nobody knows when the baby is due, it cannot be told.",
            (assessing("Mon 2019-05-20"), discussed("Mon 2019-06-03")),
            "Fri 2019-08-30",
            (Expect(state="cannot_tell", due=None),),
            people=UNDATED,
        ),
        Example(
            "The pregnancy is lost: no conference.",
            (discussed("Mon 2019-06-03"), died("Mon 2019-07-01")),
            "Fri 2019-08-30",
            (Expect(state="not_required"),),
            people=EXPECTED,
        ),
    ),
)


def shared(happened: str, **rest: object) -> Given:
    """The birth plan is on the hospital's record."""
    return given("bp", "birth_plan_shared", happened, with_=["health"], **rest)


UB_05 = Spec(
    "UB-05",
    (
        *sides(
            "Plan shared",
            (before_birth("Tue 2019-07-30"),),
            shared,
            ("Thu 2019-09-05", "Fri 2019-09-06", "Sat 2019-09-07"),
            "Mon 2019-09-30",
            "2019-09-06",
            "2019-09-07",
            people=EXPECTED,
        ),
        Example(
            "An initial conference for an unborn baby counts the same.",
            (before_birth("Tue 2019-07-30", "initial"),),
            "Mon 2019-09-30",
            (Expect(state="overdue"),),
            people=EXPECTED,
        ),
        Example(
            "A review conference starts nothing.",
            (before_birth("Tue 2019-07-30", "review", decision="plan_continued"),),
            "Mon 2019-09-30",
            (),
            people=EXPECTED,
        ),
        Example(
            "Nor does one about the brother alone.",
            (
                given(
                    "conf",
                    "conference_held",
                    "Tue 2019-07-30",
                    kind="initial",
                    decisions=[{"child": SIBLING, "decision": "no_plan", "reasons": "His own."}],
                ),
            ),
            "Mon 2019-09-30",
            (),
            people=EXPECTED,
        ),
        Example(
            "Nor one after the birth.",
            (born("Fri 2019-08-30"), before_birth("Mon 2019-09-02", "initial")),
            "Mon 2019-09-30",
            (),
            people=EXPECTED,
        ),
        Example(
            "Held at 37 weeks: the plan is due that day.",
            (before_birth("Fri 2019-09-13"),),
            "Mon 2019-09-30",
            (Expect(state="overdue", due="2019-09-13", raised_on="2019-09-14"),),
            people=EXPECTED,
        ),
        Example(
            "Born at 34 weeks without a plan: overdue from the birth on.",
            (before_birth("Tue 2019-07-30"), born("Fri 2019-08-23")),
            "Mon 2019-09-30",
            (Expect(state="overdue", due="2019-08-23", raised_on="2019-08-24"),),
            people=EXPECTED,
        ),
        Example(
            "The pregnancy is lost: no plan for a birth.",
            (before_birth("Tue 2019-07-30"), died("Mon 2019-08-05")),
            "Mon 2019-09-30",
            (Expect(state="not_required"),),
            people=EXPECTED,
        ),
    ),
)


def met(happened: str, **rest: object) -> Given:
    """The discharge planning meeting."""
    return given("dm", "discharge_meeting_held", happened, decision="Home with Mother; health visitor on Friday.", **rest)


LEFT = given("left", "baby_left_hospital", "Thu 2019-10-10", with_=["mother"])

UB_06 = Spec(
    "UB-06",
    (
        Example(
            "Met the day before the baby left.",
            (born("Fri 2019-10-04"), met("Wed 2019-10-09"), LEFT),
            "Thu 2019-10-31",
            (Expect(state="met", met_on="2019-10-10", raised_on=None),),
            people=EXPECTED,
        ),
        Example(
            "Left without a meeting: it shows that day.",
            (born("Fri 2019-10-04"), LEFT),
            "Thu 2019-10-31",
            (
                Expect(
                    state="overdue",
                    raised_on="2019-10-10",
                    says="Baby left hospital on 10 Oct 2019 without discharge planning meeting before it.",
                ),
            ),
            people=EXPECTED,
        ),
        Example(
            "A meeting afterwards does not undo it.",
            (born("Fri 2019-10-04"), LEFT, met("Fri 2019-10-11")),
            "Thu 2019-10-31",
            (Expect(state="overdue", raised_on="2019-10-10"),),
            people=EXPECTED,
        ),
        Example(
            "A meeting about the twin is not about this baby.",
            (born("Fri 2019-10-04"), met("Wed 2019-10-09", about=(SIBLING,)), LEFT),
            "Thu 2019-10-31",
            (Expect(state="overdue"),),
            people=EXPECTED,
        ),
        Example(
            "Met in time and written down a week later: it had shown until then.",
            (born("Fri 2019-10-04"), met("Wed 2019-10-09", recorded="Thu 2019-10-17T09:00"), LEFT),
            "Thu 2019-10-31",
            (Expect(state="met", raised_on="2019-10-10"),),
            people=EXPECTED,
        ),
        Example(
            "Meeting about a baby still in hospital: nothing to ask yet.",
            (born("Fri 2019-10-04"), met("Wed 2019-10-09", about=(CHILD,))),
            "Thu 2019-10-31",
            (),
            people=EXPECTED,
        ),
    ),
)
