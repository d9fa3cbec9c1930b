"""The signal about a decision that contradicts the record."""

from tests.specs.kit import CHILD, Example, Expect, Spec, conference, given
from tests.specs.signals_challenge import OCTOBER, then

PLAN = conference("ic", "Mon 2019-03-04")
ENDED = conference("rc", "Mon 2019-10-07", "plan_ended", "review")
CONTRADICTS = (Expect(state="raised", raised_on="2019-10-07"),)


def shown(*evidence):  # type: ignore[no-untyped-def]
    """Raised, with these entries behind it."""
    return (Expect(state="raised", raised_on="2019-10-07", evidence=evidence),)


ACTION = given(
    "ac",
    "action_agreed",
    "Mon 2019-03-11",
    plan="child_protection",
    action="Swim.",
    for_="child",
    child=CHILD,
    owner="sam",
    due="2019-09-30",
)


def seen(id, happened, *aspects, **rest):  # type: ignore[no-untyped-def]
    """Neglect noticed by somebody."""
    return given(
        id,
        "observation_recorded",
        happened,
        by="dsl",
        neglect=list(aspects),
        other=[],
        text="What was seen.",
        setting="school",
        **rest,
    )


def reviewed(happened, status="done"):  # type: ignore[no-untyped-def]
    """An action looked at."""
    return given("ar", "action_reviewed", happened, action="ac", status=status)


def graded(happened, worst):  # type: ignore[no-untyped-def]
    """A neglect tool whose worst grade is this."""
    grades = {"physical": 2, "safety": 2, "emotional": worst, "developmental": 2}
    return given("t", "neglect_tool_completed", happened, tool="GCP2", grades=grades, with_carers=True)


AGAINST = (
    ("incident_recorded", {"kind": "domestic_abuse", "children_present": "no"}),
    ("adult_disclosure_recorded", {"adult": "mother", "kind": "drug use"}),
    ("contact_missed", {"kind": "no_access", "service": "visit"}),
    ("concern_repeated", {"concern": "Home alone"}),
    ("dissent_recorded", {"text": "No."}),
)


def decided(decision):  # type: ignore[no-untyped-def]
    """What a manager decided."""
    return given("md", "management_decision_recorded", "Mon 2019-10-07", by="kay", decision=decision, reasons="Not stated.")


def assessed(outcome):  # type: ignore[no-untyped-def]
    """An assessment finished three weeks before."""
    return given("as", "assessment_completed", "Mon 2019-09-16", assessment="begun", factors=[], outcome=outcome)


HUNGER = seen("o", "Mon 2019-09-16", "nutritional")


def case(says, *entries, expect=(), ended=ENDED, as_at=OCTOBER):  # type: ignore[no-untyped-def]
    """An example of a plan that was ended."""
    return Example(says, (PLAN, ACTION, *entries, ended), as_at, expect)


OPTIMISM = Spec(
    "SIG-OPTIMISM",
    (
        case(
            "Neglect seen, and nothing for it.",
            HUNGER,
            expect=shown("o", "rc"),
        ),
        case("Nothing either way."),
        case(
            "An action done and a bad grade: the tool speaks on one side only.",
            reviewed("Mon 2019-09-23"),
            graded("Mon 2019-09-30", 4),
            expect=shown("ar", "t", "rc"),
        ),
        case("What was seen was no neglect.", seen("o", "Mon 2019-09-16")),
        case("One for and one against.", HUNGER, reviewed("Mon 2019-09-23"), expect=CONTRADICTS),
        case("Two for and one against.", HUNGER, reviewed("Mon 2019-09-23"), graded("Mon 2019-09-30", 3)),
        case(
            "The action was done in part only.",
            HUNGER,
            reviewed("Mon 2019-09-23", "partly"),
            graded("Mon 2019-09-30", 3),
            expect=shown("o", "t", "rc"),
        ),
        case("A tool with a bad grade speaks against it.", graded("Mon 2019-09-30", 4), expect=shown("t", "rc")),
        case("A tool with no bad grade does not.", graded("Mon 2019-09-30", 3)),
        *(
            case(f"Speaks against it: {type}.", given("x", type, "Mon 2019-09-16", **data), expect=shown("x", "rc"))
            for type, data in AGAINST
        ),
        case("What was 56 days before is too long ago.", seen("o", "Mon 2019-08-12", "nutritional")),
        case("What was 55 days before is not.", seen("o", "Tue 2019-08-13", "nutritional"), expect=shown("o", "rc")),
        case(
            "What is too long ago is not shown either.",
            seen("old", "Mon 2019-08-12", "nutritional"),
            HUNGER,
            expect=shown("o", "rc"),
        ),
        case("The plan went on.", HUNGER, ended=conference("rc", "Mon 2019-10-07", "plan_continued", "review")),
        case(
            "The plan was ended without a conference.",
            HUNGER,
            ended=given("pe", "plan_ended", "Mon 2019-10-07", plan="child_protection", reason_="Done."),
            expect=(Expect(raised_on="2019-10-07", evidence=("o", "pe")),),
        ),
        case(
            "The plan's own ending after the conference says no more.",
            HUNGER,
            ENDED,
            ended=given("pe", "plan_ended", "Tue 2019-10-08", plan="child_protection", reason_="Done."),
            expect=CONTRADICTS,
        ),
        case(
            "Pre-proceedings stepped down.",
            HUNGER,
            ended=given("pp", "preproceedings_ended", "Mon 2019-10-07", outcome="stepped down"),
            expect=(Expect(raised_on="2019-10-07", evidence=("o", "pp")),),
        ),
        case(
            "Pre-proceedings that went to court.",
            HUNGER,
            ended=given("pp", "preproceedings_ended", "Mon 2019-10-07", outcome="application to court"),
        ),
        case(
            "A manager decided that the children stay at home.",
            HUNGER,
            ended=decided("Children to remain at home."),
            expect=(Expect(raised_on="2019-10-07", evidence=("o", "md")),),
        ),
        case("A manager decided something else.", HUNGER, ended=decided("Core group to meet again.")),
        case(
            "An assessment pointed to court, and a manager decided that the children stay.",
            assessed("Legal proceedings recommended."),
            ended=decided("The children stay with their parents."),
            expect=(Expect(raised_on="2019-10-07", evidence=("as", "md")),),
        ),
        case(
            "An assessment that points to nothing more.",
            assessed("Needs are met by the plan."),
            ended=decided("The children stay with their parents."),
        ),
        case(
            "A manager wrote down both sides afterwards.",
            HUNGER,
            ENDED,
            ended=then("management_decision_recorded", "Wed 2019-10-09", decision="Stays ended.", reasons="Both."),
            expect=(Expect(state="ended", met_by="h"),),
        ),
        case(
            "Somebody disagreed afterwards.",
            HUNGER,
            ENDED,
            ended=then("disagreement_raised", "Wed 2019-10-09", text="I do not agree."),
            expect=(Expect(state="ended", met_by="h"),),
        ),
        case(
            "A plan of its own ending 28 days after the conference.",
            seen("o", "Mon 2019-10-14", "medical"),
            ENDED,
            ended=given("pe", "plan_ended", "Mon 2019-11-04", plan="child_protection", reason_="Done."),
            as_at="Sat 2019-11-30",
        ),
        case(
            "A plan of its own ending 29 days after the conference.",
            seen("o", "Mon 2019-10-14", "medical"),
            ENDED,
            ended=given("pe", "plan_ended", "Tue 2019-11-05", plan="child_protection", reason_="Done."),
            as_at="Sat 2019-11-30",
            expect=(Expect(evidence=("o", "pe")),),
        ),
    ),
)
