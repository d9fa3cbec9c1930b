"""Neglect that gathers unseen."""

from holdfast.rules.conditions import AnyOf, AtLeast, ChildUnder, FieldIn, Filled, InState, LessThanSiblings, Not, Outgrows
from holdfast.rules.event import on
from holdfast.rules.shapes import Happens, Stands, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Gathers
from holdfast.standards.states import ANY_PLAN, NEGLECT_PLAN

INDICATOR = on("observation_recorded", where=(Filled("neglect"),))
PHYSICAL = on("observation_recorded", where=(FieldIn("neglect", ("physical",)),))
TOOL = on("neglect_tool_completed")


SIG_NEGLECT_NO_TOOL = Signal(
    id="SIG-NEGLECT-NO-TOOL",
    title="Neglect indicators accumulating without a neglect tool",
    theme="neglect",
    says=(
        "Four indicators of neglect from two agencies within eight weeks, and no neglect tool completed for "
        "this child in three months."
    ),
    severity="critical",
    tell=(
        "lead_social_worker",
        "team_manager",
        "cp_chair",
    ),
    asks="The tool is completed within 20 working days and the chair told.",
    numbers={"n": 4, "days": 56, "tool_days": 90, "agencies": 2},
    pattern=lambda n: Happens(
        Gathers(
            (INDICATOR,),
            int(n["n"]),
            days(n["days"]),
            # Each aspect in each entry. An entry that shows three aspects says more than one that shows a dirty floor.
            counting="indicators",
            # Two agencies, so that one worried visitor's notes do not make a pattern by themselves.
            also=(("agencies", int(n["agencies"])),),
            unless=(TOOL,),
            # The window is shorter than its length: a tool exactly this many days old is still in date.
            unless_within=days(n["tool_days"] + 1),
        ),
        ended_by=(TOOL,),
    ),
    why=("{entries} entries within {days} days show neglect of this child, the last {when}; no neglect tool has been completed."),
    review_paragraphs=(
        "5.24",
        "5.33",
        "5.34",
        "5.39",
        "5.41",
    ),
    evidence=(
        "GCPEVAL",
        "WILTS_M",
        "RNA2021",
    ),
    guard="The same words copied to brothers and sisters count once for each child named.",
)

SIG_NEGLECT_CUMULATIVE = Signal(
    id="SIG-NEGLECT-CUMULATIVE",
    title="Cumulative harm picture",
    theme="neglect",
    says=(
        "Within eight weeks, indicators of three aspects of neglect, from three agencies, for two children of "
        "one family, whatever each is alone."
    ),
    severity="critical",
    tell=(
        "team_manager",
        "service_manager",
        "cp_chair",
        "contributing_agencies",
    ),
    asks="An extraordinary core group or strategy discussion within 2 working days, with one chronology.",
    numbers={"aspects": 3, "agencies": 3, "children": 2, "days": 56},
    pattern=lambda n: Happens(
        Gathers(
            (INDICATOR,),
            int(n["aspects"]),
            days(n["days"]),
            counting="aspects",
            also=(("agencies", int(n["agencies"])), ("children", int(n["children"]))),
            # Across the family, because neglect is the home's: each child's own record may show one aspect and be nothing.
            across="family",
        )
    ),
    why=(
        "At least {agencies} agencies have recorded at least {aspects} aspects of neglect for {children} or more children of "
        "this family within {days} days, the last {when}."
    ),
    review_paragraphs=(
        "4.1",
        "5.14",
        "5.29",
        "5.33",
        "6.2",
    ),
    evidence=(
        "TRIENNIAL",
        "BRANDON2014",
    ),
    guard="Indicators whose agency is not known count as no agency.",
)

SIG_NEGLECT_WORSENING_ON_PLAN = Signal(
    id="SIG-NEGLECT-WORSENING-ON-PLAN",
    title="More indicators after the plan than before",
    theme="neglect",
    says=(
        "On a child protection plan for neglect, three or more indicators of neglect in eight weeks, and over a quarter more "
        "than in the eight weeks before."
    ),
    severity="high",
    tell=("team_manager", "cp_chair", "service_manager"),
    asks="The review conference is brought forward, or it is said why not.",
    numbers={"days": 56, "times": 1.25, "n": 3},
    pattern=lambda n: Happens(
        Gathers(
            (INDICATOR,),
            int(n["n"]),
            days(n["days"]),
            counting="indicators",
            # Beside the same number of days before, not beside the plan's start: entries grow when more people begin to look.
            only=(InState(NEGLECT_PLAN), Outgrows(int(n["days"]), float(n["times"]))),
        ),
        # A review that decided about this child. One held for a brother alone answers nothing.
        ended_by=(on("conference_held", where=(FieldIn("kind", ("review",)),), names="decisions"),),
        during=NEGLECT_PLAN,
    ),
    why=(
        "On a plan for neglect, {entries} entries within {days} days show neglect of this child, the last {when}: more than "
        "{times} times as many indicators as in the {days} days before."
    ),
    review_paragraphs=("4.10", "5.32", "5.33", "5.34"),
    evidence=("TRIENNIAL",),
    guard="Fewer than three indicators are too few to compare.",
)

SIG_NEGLECT_EMOTIONAL = Signal(
    id="SIG-NEGLECT-EMOTIONAL",
    title="Emotional neglect pattern without poor home conditions",
    theme="neglect",
    says="Three observations of emotional neglect in twelve weeks, and no more than one of physical neglect.",
    severity="medium",
    tell=("lead_social_worker", "cp_chair"),
    asks="What the child fears, sees, waits for and has to do for others is thought through, in writing.",
    numbers={"n": 3, "physical": 1, "days": 84},
    pattern=lambda n: Happens(
        Gathers(
            (on("observation_recorded", where=(FieldIn("neglect", ("emotional",)),)),),
            int(n["n"]),
            days(n["days"]),
            # For homes that look well. Where physical neglect shows beside it, the signals above are the ones to speak.
            only=(Not(AtLeast(PHYSICAL, int(n["physical"]) + 1, days(n["days"]))),),
        ),
        ended_by=(on("assessment_completed"), TOOL, on("conference_held", names="decisions")),
    ),
    why=(
        "{entries} observations of emotional neglect within {days} days, the last {when}; no more than {physical} of poor "
        "physical care."
    ),
    review_paragraphs=("5.26", "5.27", "5.31", "5.121"),
    evidence=("JTAI2018",),
    guard="One entry counts once, whatever else it shows.",
)

VISITED = on("visit_made", names="seen")
ACTION = on("action_agreed", names="child")
ASKED = on("voice_recorded", names="child")

SIG_OLDER_CHILD_OVERLOOKED = Signal(
    id="SIG-OLDER-CHILD-OVERLOOKED",
    title="Older child receives less than younger siblings",
    theme="neglect",
    says=(
        "A child of ten or more has had fewer than half the visits, actions, recorded views or neglect tools that younger "
        "brothers and sisters on a plan have had on average, when the people around the family last met."
    ),
    severity="high",
    tell=("lead_social_worker", "cp_chair"),
    asks="A part of the plan for the older child.",
    numbers={"age": 10, "share": 0.5},
    pattern=lambda n: Stands(
        # At meetings only: after every entry a brother's visit would raise it and the next day's visit end it.
        after=(on("core_group_held", "plan_meeting_held", "conference_held"),),
        so=(
            Not(ChildUnder(int(n["age"]))),
            AnyOf(
                (
                    LessThanSiblings(VISITED, float(n["share"]), ANY_PLAN, 2),
                    LessThanSiblings(ACTION, float(n["share"]), ANY_PLAN, 2),
                    LessThanSiblings(ASKED, float(n["share"]), ANY_PLAN, 2),
                    # One tool each is all there is to compare, where of visits and views one is chance.
                    LessThanSiblings(TOOL, float(n["share"]), ANY_PLAN, 1),
                )
            ),
        ),
        during=ANY_PLAN,
    ),
    why=(
        "By the meeting {when} this child, aged {age} or more, had had less than {share:.0%} of the visits, actions, recorded "
        "views or neglect tools that younger brothers and sisters on a plan had had on average."
    ),
    review_paragraphs=("5.30", "5.31", "5.91"),
    evidence=("JTAI2018",),
    guard=(
        "Looked at when people meet, not after each entry; only brothers and sisters who are younger and on a plan count, and "
        "only once they have had two of something on average (one neglect tool)."
    ),
)
