"""Initial child protection conferences."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Spec, conference, given

ENQUIRY = given("sd", "strategy_discussion_held", "Fri 2018-09-14", decision="section47", medical_agreed=False)

CP_06 = Spec(
    "CP-06",
    (
        Example(
            "Held on the fourteenth working day: in time.",
            (ENQUIRY, conference("ic", "Thu 2018-10-04")),
            "Wed 2018-10-31",
            (Expect(state="met", due="2018-10-05", met_on="2018-10-04", met_by="ic", raised_on=None, trigger="sd"),),
        ),
        Example(
            "Held on the fifteenth working day: in time.",
            (ENQUIRY, conference("ic", "Fri 2018-10-05")),
            "Wed 2018-10-31",
            (Expect(state="met", due="2018-10-05", met_on="2018-10-05", raised_on=None),),
        ),
        Example(
            "Held on the sixteenth working day: late, and first shown overdue on the day after it was due.",
            (ENQUIRY, conference("ic", "Mon 2018-10-08")),
            "Wed 2018-10-31",
            (Expect(state="met_late", due="2018-10-05", met_on="2018-10-08", raised_on="2018-10-06"),),
        ),
        Example(
            "On the due day itself nothing is overdue yet.",
            (ENQUIRY,),
            "Fri 2018-10-05",
            (Expect(state="due_soon", raised_on=None),),
        ),
        Example(
            "The day after, it is.",
            (ENQUIRY,),
            "Sat 2018-10-06",
            (
                Expect(
                    state="overdue",
                    raised_on="2018-10-06",
                    says="Strategy discussion on 14 Sep 2018; no initial conference by 5 Oct 2018 (15 working days).",
                ),
            ),
        ),
        Example(
            "A bank holiday in the fifteen days moves the due day.",
            (given("sd", "strategy_discussion_held", "Mon 2018-12-17", decision="section47", medical_agreed=False),),
            "Mon 2018-12-31",
            (Expect(due="2019-01-10"),),
        ),
        Example(
            "A second discussion about the same enquiry does not start the count again.",
            (ENQUIRY, given("sd2", "strategy_discussion_held", "Fri 2018-09-28", decision="section47", medical_agreed=False)),
            "Wed 2018-10-31",
            (Expect(state="overdue", due="2018-10-05", trigger="sd"),),
        ),
        Example(
            "An enquiry that finds no conference is needed ends the need for one.",
            (
                ENQUIRY,
                given("done", "section47_completed", "Fri 2018-09-28", outcome="unsubstantiated", reasons="No evidence of harm."),
            ),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A conference that decided about a brother only does not count for this child.",
            (
                ENQUIRY,
                given(
                    "ic",
                    "conference_held",
                    "Thu 2018-10-04",
                    about=(CHILD, SIBLING),
                    kind="initial",
                    decisions=[{"child": SIBLING, "decision": "plan_made", "category": "NEG", "reasons": "His own."}],
                ),
            ),
            "Wed 2018-10-31",
            (Expect(state="overdue", due="2018-10-05"),),
        ),
        Example(
            "A discussion that decided on an assessment starts no clock for a conference.",
            (given("sd", "strategy_discussion_held", "Fri 2018-09-14", decision="assessment", medical_agreed=False),),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "A discussion known only to be in September counts from the month's end, and says that it is about then.",
            (
                given(
                    "sd",
                    "strategy_discussion_held",
                    ("Sat 2018-09-01", "Sun 2018-09-30"),
                    decision="section47",
                    medical_agreed=False,
                ),
            ),
            "Wed 2018-10-31",
            (Expect(state="overdue", due="2018-10-19", approximate=True, raised_on="2018-10-20"),),
        ),
        Example(
            "Before the guidance began there was no such standard.",
            (given("sd", "strategy_discussion_held", "Fri 2013-04-12", decision="section47", medical_agreed=False),),
            "Fri 2013-05-31",
            (),
        ),
    ),
)
