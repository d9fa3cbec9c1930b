"""More of the signals about core groups and what plans hold: what ends them, and what does not count."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Spec, conference, given
from tests.specs.signals_plan_content import BED, COLD, COURSE, FIVE, GP, ONE_ISSUE, TEETH, measured, reviewed, seen
from tests.specs.signals_plan_content import FIRST as FIRST_REVIEW
from tests.specs.signals_plan_content import SECOND as SECOND_REVIEW
from tests.specs.signals_plan_delivery import THRICE
from tests.specs.signals_plan_delivery import action as answer
from tests.specs.signals_plans import SCHOOL, SW, core_group
from tests.specs.signals_plans import action as simple
from tests.specs.signals_plans import ended as plan_over

MADE = conference("ic", "Wed 2018-10-03")

CG_SW_ABSENT_SIDES = Spec(
    "SIG-CG-SW-ABSENT",
    (
        Example(
            "179 days apart, the second shows both.",
            (core_group("one", "Tue 2018-11-06", SCHOOL), core_group("two", "Sat 2019-05-04", SCHOOL)),
            "Fri 2019-05-31",
            (Expect(evidence=("one",)), Expect(evidence=("one", "two"))),
        ),
        Example(
            "180 days apart, each shows itself.",
            (core_group("one", "Tue 2018-11-06", SCHOOL), core_group("two", "Sun 2019-05-05", SCHOOL)),
            "Fri 2019-05-31",
            (Expect(evidence=("one",)), Expect(evidence=("two",))),
        ),
        Example(
            "One between them to which a single social worker came is not shown.",
            (
                core_group("one", "Tue 2018-11-06", SCHOOL),
                core_group("between", "Tue 2018-12-04", SCHOOL, SW),
                core_group("two", "Tue 2019-01-08", SCHOOL),
            ),
            "Thu 2019-01-31",
            (Expect(evidence=("one",)), Expect(evidence=("one", "two"))),
        ),
    ),
)

CG_CONCERN_REPEATED_SIDES = Spec(
    "SIG-CG-CONCERN-REPEATED",
    (
        Example(
            "Ended by an action for this child.",
            (*THRICE, answer("a", "Tue 2019-02-05", child=CHILD)),
            "Thu 2019-02-28",
            (Expect(state="ended", met_on="2019-02-05", met_by="a"),),
        ),
        Example(
            "Not ended by an action for a brother.",
            (*THRICE, answer("a", "Tue 2019-02-05", child=SIBLING, about=(CHILD, SIBLING))),
            "Thu 2019-02-28",
            (Expect(state="raised"),),
        ),
        Example(
            "Ended by a disagreement.",
            (*THRICE, given("no", "disagreement_raised", "Tue 2019-02-05", text="It cannot go on.", immediate_risk=False)),
            "Thu 2019-02-28",
            (Expect(state="ended", met_on="2019-02-05", met_by="no"),),
        ),
    ),
)


def evidenced(id, type, happened, **data):  # type: ignore[no-untyped-def]
    """A plan that ended with evidence, after this happened."""
    return (MADE, given(id, type, happened, **data), plan_over("School reports; clean tests."))


def observed(id, happened, *other):  # type: ignore[no-untyped-def]
    """Something seen, that points to these things and to no aspect of neglect."""
    return given(id, "observation_recorded", happened, neglect=[], other=list(other), text="Seen.", setting="home")


def transferred(*before):  # type: ignore[no-untyped-def]
    """A plan that another area takes over."""
    row = {"child": CHILD, "decision": "plan_ended", "reasons": ""}
    return (MADE, *before, given("away", "conference_held", "Mon 2019-01-14", kind="transfer_in", decisions=[row]))


PLAN_ENDED_UNCHANGED_SIDES = Spec(
    "SIG-PLAN-ENDED-UNCHANGED",
    (
        Example("Taken over by another area, with nothing said: not asked.", transferred(), "Thu 2019-01-31", ()),
        Example(
            "Nor with something worrying just before.",
            transferred(observed("o", "Mon 2019-01-07", "bruise")),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "A crisis a week before.",
            evidenced("crisis", "incident_recorded", "Mon 2019-01-07", kind="overdose_by_adult", children_present="no"),
            "Thu 2019-01-31",
            (Expect(state="raised", evidence=("ic", "crisis", "end")),),
        ),
        Example(
            "A mother told another service that she was drinking.",
            evidenced("told", "adult_disclosure_recorded", "Mon 2019-01-07", adult="mother", kind="drinking"),
            "Thu 2019-01-31",
            (Expect(state="raised", evidence=("ic", "told", "end")),),
        ),
        Example(
            "Something else seen than neglect.",
            (MADE, observed("o", "Mon 2019-01-07", "bruise"), plan_over("Engaging well.")),
            "Thu 2019-01-31",
            (Expect(state="raised", evidence=("ic", "o", "end")),),
        ),
        Example(
            "Something seen that points to nothing: nothing.",
            (MADE, observed("o", "Mon 2019-01-07"), plan_over("Engaging well.")),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "Only what came in the six weeks before is shown with it.",
            (
                MADE,
                observed("old", "Sun 2018-12-02", "bruise"),
                observed("o", "Mon 2018-12-03", "bruise"),
                plan_over("Engaging well."),
            ),
            "Thu 2019-01-31",
            (Expect(evidence=("ic", "o", "end")),),
        ),
    ),
)

ADULT_FOCUS_SIDES = Spec(
    "SIG-ADULT-FOCUS",
    (
        Example(
            "The only action is for everybody, this child among them: nothing.", (MADE, simple("a", "both")), "Wed 2018-10-31", ()
        ),
        Example(
            "One action of one's own is enough.",
            (
                MADE,
                simple("a", "parent"),
                simple("b", "child", child=CHILD),
                simple("c", "child", child=SIBLING, about=(CHILD, SIBLING)),
            ),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "An action for a parent is nobody's own.",
            (
                MADE,
                simple("a", "parent"),
                simple("b", "parent"),
                *(simple(each, "child", child=SIBLING, about=(CHILD, SIBLING)) for each in ("c", "d", "e")),
            ),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-04", evidence=("a", "b", "c", "d", "e")),),
        ),
    ),
)


def analysed(happened, *aspects):  # type: ignore[no-untyped-def]
    """What was said afterwards of these aspects."""
    return given("yes", "aspects_analysed", happened, of="ic", aspects=list(aspects), text="What was found.")


LONG_AGO = seen("cold", "Mon 2017-10-16", "physical")
LONGER_AGO = seen("cold", "Wed 2017-09-20", "physical")
SCHOOL_MISSED = seen("school", "Thu 2018-09-20", "educational")
VIOLENCE = conference("ic", "Wed 2018-10-03")

SINGLE_ISSUE_SIDES = Spec(
    "SIG-SINGLE-ISSUE",
    (
        Example(
            "Answered for another aspect than the one left out: not ended.",
            (COLD, TEETH, ONE_ISSUE, analysed("Wed 2018-10-10", "educational")),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "What was seen more than eleven months before is among what has to be answered.",
            (LONG_AGO, TEETH, SCHOOL_MISSED, VIOLENCE, analysed("Wed 2018-10-10", "medical", "educational")),
            "Wed 2018-10-31",
            (Expect(state="raised", evidence=("cold", "teeth", "school", "ic")),),
        ),
        Example(
            "What was seen more than twelve months before is not.",
            (LONGER_AGO, TEETH, SCHOOL_MISSED, VIOLENCE, analysed("Wed 2018-10-10", "medical", "educational")),
            "Wed 2018-10-31",
            (Expect(state="ended", met_on="2018-10-10", evidence=("teeth", "school", "ic")),),
        ),
        Example(
            "Only what it did not look at is named.",
            (LONGER_AGO, TEETH, SCHOOL_MISSED, ONE_ISSUE),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
    ),
)


def met(id, happened):  # type: ignore[no-untyped-def]
    """A review of a child in need plan."""
    return given(id, "plan_meeting_held", happened)


IN_NEED = given("cin", "plan_started", "Wed 2018-10-03", plan="child_in_need")
DONE = (COURSE, GP, BED, reviewed("r1", "course"), reviewed("r2", "gp"), reviewed("r3", "bed"))
MEASURES = (measured("m1", "Mon 2018-10-08", 3), measured("m2", "Wed 2018-12-12", 6), measured("m3", "Mon 2019-06-24", 6))

OUTPUT_NOT_OUTCOME_SIDES = Spec(
    "SIG-OUTPUT-NOT-OUTCOME",
    (
        Example(
            "A child in need meeting reviews too.",
            (IN_NEED, *DONE, met("m", "Wed 2019-01-02")),
            "Thu 2019-01-31",
            (Expect(evidence=("m",)),),
        ),
        Example(
            "What moved before the last review does not end what that review showed.",
            (
                MADE,
                *DONE,
                *MEASURES,
                conference("rc", "Wed 2019-01-02", "plan_continued", "review"),
                conference("rc2", "Wed 2019-06-12", "plan_continued", "review"),
            ),
            "Sun 2019-06-30",
            (Expect(state="raised", evidence=("rc2",)),),
        ),
        Example(
            "Nor what a child in need meeting showed.",
            (IN_NEED, *DONE, *MEASURES, met("one", "Wed 2019-01-02"), met("two", "Wed 2019-06-12")),
            "Sun 2019-06-30",
            (Expect(state="raised", evidence=("two",)),),
        ),
    ),
)

PLAN_ROLLED_OVER_SIDES = Spec(
    "SIG-PLAN-ROLLED-OVER",
    (
        Example(
            "A child in need plan is carried forward from meeting to meeting.",
            (
                IN_NEED,
                *FIVE,
                met("one", "Wed 2019-01-02"),
                met("two", "Wed 2019-03-06"),
            ),
            "Sun 2019-03-31",
            (Expect(state="raised", raised_on="2019-03-06", evidence=("a1", "a2", "a3", "a4", "a5", "two")),),
        ),
        Example(
            "Carried forward from review to review, until the plan ended.",
            (
                MADE,
                *FIVE,
                FIRST_REVIEW,
                SECOND_REVIEW,
                given("end", "plan_ended", "Thu 2019-06-20", plan="child_protection", reason_="Moved to gran."),
            ),
            "Sun 2019-06-30",
            (Expect(state="ended", raised_on="2019-06-12", met_on="2019-06-20", met_by="end"),),
        ),
    ),
)
