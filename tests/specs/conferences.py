"""Child protection conferences: in time, and a decision for every child."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given

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
        Example(
            "A review conference is not the initial one.",
            (ENQUIRY, conference("rc", "Thu 2018-10-04", "no_plan", kind="review")),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "An enquiry that finds a conference is needed does not end the need for one.",
            (ENQUIRY, given("done", "section47_completed", "Fri 2018-09-28", outcome="conference", reasons="Harm is likely.")),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A conference with no strategy discussion on the record: when it was due cannot be told.",
            (conference("ic", "Thu 2018-10-04"),),
            "Wed 2018-10-31",
            (
                Expect(
                    state="cannot_tell",
                    due=None,
                    raised_on=None,
                    met_by=None,
                    says=(
                        "Conference held on 4 Oct 2018; cannot tell about initial conference: the strategy discussion that "
                        "started the enquiry is not recorded."
                    ),
                ),
            ),
        ),
        Example(
            "Nor of the second, where only the first had one.",
            (
                ENQUIRY,
                conference("ic", "Thu 2018-10-04", "no_plan"),
                conference("ic2", "Wed 2019-06-05", "no_plan"),
            ),
            "Fri 2019-06-28",
            (Expect(state="met", trigger="sd"), Expect(state="cannot_tell", trigger="ic2")),
        ),
        Example(
            "The enquiry found a conference was needed, and it was held: one clock.",
            (
                ENQUIRY,
                given("done", "section47_completed", "Fri 2018-09-28", outcome="conference", reasons="Harm is likely."),
                conference("ic", "Thu 2018-10-04"),
            ),
            "Wed 2018-10-31",
            (Expect(state="met", trigger="sd"),),
        ),
        Example(
            "Neither a review nor a child who comes with a plan from elsewhere asks for one.",
            (
                conference("ti", "Thu 2018-10-04", kind="transfer_in"),
                conference("rc", "Wed 2018-12-05", "plan_continued", kind="review"),
            ),
            "Mon 2018-12-31",
            (),
        ),
    ),
)

BOTH = (CHILD, SIBLING)
OWN = {"child": CHILD, "decision": "plan_made", "category": "NEG", "reasons": "Hungry at school since May."}
BROTHERS = {"child": SIBLING, "decision": "no_plan", "reasons": "He lives with his father."}


def decided(decisions: object, about: tuple[str, ...] = BOTH, **rest: object) -> Given:
    """An initial conference with these decisions."""
    data = {} if decisions is None else {"decisions": decisions}
    return given("ic", "conference_held", "Wed 2018-10-03", about=about, kind="initial", **data, **rest)


CP_12 = Spec(
    "CP-12",
    (
        Example(
            "A decision, a category and reasons of the child's own.",
            (decided([OWN, BROTHERS]),),
            "Wed 2018-10-10",
            (Expect(state="met", due="2018-10-03", met_on="2018-10-03", raised_on=None),),
        ),
        Example(
            "The conference was about both children and decided about the brother: this child was forgotten.",
            (decided([BROTHERS]),),
            "Wed 2018-10-03",
            (
                Expect(
                    state="overdue",
                    raised_on="2018-10-03",
                    says="Conference held on 3 Oct 2018 without decision, category and reasons for this child.",
                ),
            ),
        ),
        Example(
            "For the brother it was made as it should be.",
            (decided([BROTHERS]),),
            "Wed 2018-10-10",
            (Expect(state="met"),),
            child=SIBLING,
        ),
        Example(
            "Reasons left blank are no reasons.",
            (decided([OWN | {"reasons": "  "}]),),
            "Wed 2018-10-10",
            (Expect(state="overdue"),),
        ),
        Example(
            "A plan is made in a category.",
            (decided([{"child": CHILD, "decision": "plan_made", "reasons": "Hungry."}]),),
            "Wed 2018-10-10",
            (Expect(state="overdue"),),
        ),
        Example(
            "A decision to make no plan needs none.",
            (decided([{"child": CHILD, "decision": "no_plan", "reasons": "Safe with her aunt."}]),),
            "Wed 2018-10-10",
            (Expect(state="met"),),
        ),
        Example(
            "Where no decisions were written down at all, it cannot be told.",
            (decided(None),),
            "Wed 2018-10-10",
            (Expect(state="cannot_tell", raised_on=None),),
        ),
        Example(
            "A decision that was left out is added by a correction: met, and that it had shown stays.",
            (
                decided([BROTHERS]),
                given(
                    "ic2",
                    "conference_held",
                    "Wed 2018-10-03",
                    about=BOTH,
                    kind="initial",
                    decisions=[OWN, BROTHERS],
                    recorded="Fri 2018-10-05T09:00",
                    corrects="ic",
                    reason="Ash's decision was left out.",
                ),
            ),
            "Wed 2018-10-10",
            (Expect(state="met", raised_on="2018-10-03"),),
        ),
        Example(
            "The next conference decides for itself; it does not put this one right.",
            (decided([BROTHERS]), conference("rc", "Wed 2018-10-17", kind="review")),
            "Wed 2018-10-31",
            (Expect(state="overdue", trigger="ic"), Expect(state="met", trigger="rc")),
        ),
        Example(
            "A booking decides nothing.",
            (given("b", "conference_booked", "Mon 2018-09-17", kind="initial", for_="2018-10-03"),),
            "Wed 2018-10-10",
            (),
        ),
    ),
)
