"""Disagreement with a child at risk, plans that are not carried out, and telling whoever spoke up."""

from tests.specs.disagreements import OTHER, raised, resolved
from tests.specs.kit import SIBLING, Example, Expect, Given, Spec, conference, given
from tests.specs.limits import GROWING_UP, sides

AT_RISK = raised("Fri 2019-11-22", immediate_risk=True)


def protective(type: str, happened: str = "Fri 2019-11-22", **data: object) -> Given:
    """Something that protects the child."""
    return given("act", type, happened, **data)


RPD_05 = Spec(
    "RPD-05",
    (
        Example(
            "Resolved the same day: in time.",
            (AT_RISK, resolved("Fri 2019-11-22")),
            "Fri 2019-11-29",
            (Expect(state="met", due="2019-11-22", raised_on=None),),
        ),
        Example(
            "The day after: late.",
            (AT_RISK, resolved("Sat 2019-11-23")),
            "Fri 2019-11-29",
            (Expect(state="met_late", raised_on="2019-11-23"),),
        ),
        Example(
            "Nothing done: it shows the day after.",
            (AT_RISK,),
            "Fri 2019-11-29",
            (Expect(state="overdue", raised_on="2019-11-23"),),
        ),
        Example(
            "Nobody need agree where a strategy discussion is held.",
            (AT_RISK, protective("strategy_discussion_held", decision="section47")),
            "Fri 2019-11-29",
            (Expect(state="met", met_by="act"),),
        ),
        Example(
            "Or a section 47 enquiry begins.",
            (AT_RISK, protective("section47_started")),
            "Fri 2019-11-29",
            (Expect(state="met"),),
        ),
        Example(
            "Or the police protect the child.",
            (AT_RISK, protective("police_protection_started")),
            "Fri 2019-11-29",
            (Expect(state="met"),),
        ),
        Example(
            "Or a court is asked.",
            (AT_RISK, protective("court_application_made", kind="emergency protection order")),
            "Fri 2019-11-29",
            (Expect(state="met"),),
        ),
        Example(
            "Another disagreement resolved is not this one.",
            (AT_RISK, OTHER, resolved("Fri 2019-11-22", to="dis2")),
            "Fri 2019-11-29",
            (Expect(state="overdue"),),
        ),
        Example(
            "Without risk, the stages have their days.",
            (raised("Fri 2019-11-22", immediate_risk=False),),
            "Fri 2019-11-29",
            (),
        ),
        Example(
            "Whether there is a risk was not asked: the stages run.",
            (raised("Fri 2019-11-22"),),
            "Fri 2019-11-29",
            (),
        ),
        Example(
            "The eighteenth birthday the day after does not take it back.",
            (raised("Sun 2019-12-01", immediate_risk=True),),
            "Fri 2019-12-06",
            (Expect(state="overdue"),),
            people=GROWING_UP,
        ),
        Example(
            "Nor does it on the day itself.",
            (raised("Sun 2019-12-01", immediate_risk=True), given("died", "death_recorded", "Sun 2019-12-01", person="ash")),
            "Fri 2019-12-06",
            (Expect(state="overdue"),),
        ),
    ),
)

PLAN = conference("plan", "Mon 2019-09-02")
CONCERN = given("pc", "plan_concern_raised", "Fri 2019-11-22", text="Nobody has asked for the parenting course.", by="dsl")


def taken_up(happened: str, concern: str = "pc", id: str = "tu", settled: bool | None = True, **rest: object) -> Given:
    """The chair takes it up."""
    data = {"concern": concern, "stage": "core group", "outcome": "The course is booked."}
    return given(id, "plan_concern_taken_up", happened, **data, **({} if settled is None else {"settled": settled}), **rest)


RPD_06 = Spec(
    "RPD-06",
    (
        *sides(
            "Taken up",
            (PLAN, CONCERN),
            taken_up,
            ("Thu 2019-11-28", "Fri 2019-11-29", "Mon 2019-12-02"),
            "Fri 2019-12-06",
            "2019-11-29",
            "2019-11-30",
        ),
        Example(
            "Not settled: the next stage has five working days from there.",
            (PLAN, CONCERN, taken_up("Tue 2019-11-26", settled=False)),
            "Fri 2019-12-06",
            (Expect(state="met", trigger="pc"), Expect(state="overdue", trigger="tu", due="2019-12-03")),
        ),
        Example(
            "Where nobody wrote whether it was settled, it is not.",
            (PLAN, CONCERN, taken_up("Tue 2019-11-26", settled=None), taken_up("Mon 2019-12-02", id="tu2")),
            "Fri 2019-12-06",
            (Expect(state="met", trigger="pc", met_by="tu"), Expect(state="met", trigger="tu", met_by="tu2")),
        ),
        Example(
            "Another concern taken up is not this one.",
            (
                PLAN,
                CONCERN,
                given("pc2", "plan_concern_raised", "Fri 2019-11-22", text="No core group since June.", about=(SIBLING,)),
                taken_up("Tue 2019-11-26", "pc2"),
            ),
            "Fri 2019-12-06",
            (Expect(state="overdue", trigger="pc"),),
        ),
        Example(
            "The plan ends: there is nothing left to carry out.",
            (PLAN, CONCERN, conference("end", "Tue 2019-11-26", "plan_ended", "review")),
            "Fri 2019-12-06",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example("Without a plan there is none to carry out.", (CONCERN,), "Fri 2019-12-06", ()),
        Example(
            "A concern taken up after the plan ended starts no further stage.",
            (
                PLAN,
                CONCERN,
                conference("end", "Tue 2019-11-26", "plan_ended", "review"),
                taken_up("Thu 2019-11-28", settled=False),
            ),
            "Fri 2019-12-20",
            (Expect(state="not_required", trigger="pc"),),
        ),
        Example(
            "The eighteenth birthday ends the plan and this with it.",
            (PLAN, given("pc", "plan_concern_raised", "Fri 2019-11-29", text="Nothing has been done.", by="dsl")),
            "Fri 2019-12-20",
            (Expect(state="not_required"),),
            people=GROWING_UP,
        ),
    ),
)


def told(happened: str, about: str = "dis", **rest: object) -> Given:
    """Whoever raised it hears how it ended."""
    return given("told", "disagreement_outcome_told", happened, disagreement=about, to=["dsl"], **rest)


ENDED = (raised("Mon 2019-11-18"), resolved("Fri 2019-11-22"))

RPD_07 = Spec(
    "RPD-07",
    (
        *sides(
            "Told",
            ENDED,
            told,
            ("Mon 2019-11-25", "Tue 2019-11-26", "Wed 2019-11-27"),
            "Fri 2019-11-29",
            "2019-11-26",
            "2019-11-27",
        ),
        Example(
            "Telling the outcome of another disagreement is not telling this one's.",
            (*ENDED, OTHER, told("Mon 2019-11-25", "dis2")),
            "Fri 2019-11-29",
            (Expect(state="overdue"),),
        ),
        Example("Not resolved yet: nothing to tell.", (raised("Mon 2019-11-18"),), "Fri 2019-11-29", ()),
        Example(
            "An eighteenth birthday does not end it.",
            (raised("Mon 2019-11-18"), resolved("Fri 2019-11-29")),
            "Fri 2019-12-06",
            (Expect(state="overdue", due="2019-12-03"),),
            people=GROWING_UP,
        ),
    ),
)
