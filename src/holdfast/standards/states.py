"""The states that rules run in: plans and pre-proceedings, and with :mod:`holdfast.standards.care_states` being looked after."""

from holdfast.rules.conditions import FieldIn, InState, Mentions, Not, OwnRowIn, PlanIs
from holdfast.rules.event import State, on
from holdfast.standards.care_states import CARE_STATES, LOOKED_AFTER


def decided(*decisions: str) -> OwnRowIn:
    """What a conference decided for this child."""
    return OwnRowIn("decisions", "decision", decisions)


# By the conference's decision about this child or by the plan's own entry, whichever was recorded: systems keep one or the other.
CHILD_PROTECTION_PLAN = State(
    "child_protection_plan",
    "child protection plan",
    starts=(
        on("conference_held", where=(decided("plan_made"),), names="decisions"),
        on("plan_started", where=(PlanIs("child_protection"),)),
    ),
    ends=(
        on("conference_held", where=(decided("plan_ended", "no_plan"),), names="decisions"),
        on("plan_ended", where=(PlanIs("child_protection"),)),
    ),
)

NEGLECT_PLAN = State(
    "neglect_plan",
    "child protection plan for neglect",
    starts=(
        on("conference_held", where=(decided("plan_made"), OwnRowIn("decisions", "category", ("NEG",))), names="decisions"),
        on("plan_started", where=(PlanIs("child_protection"), FieldIn("category", ("NEG",)))),
    ),
    # It ends with the plan itself. That a later conference continues the plan under another category ends nothing here.
    ends=CHILD_PROTECTION_PLAN.ends,
)

CHILD_IN_NEED_PLAN = State(
    "child_in_need_plan",
    "child in need plan",
    starts=(on("plan_started", where=(PlanIs("child_in_need"),)),),
    ends=(on("plan_ended", where=(PlanIs("child_in_need"),)), *CHILD_PROTECTION_PLAN.starts),
)
"""A child protection plan takes its place, whether or not anybody writes that down."""

EARLY_HELP_PLAN = State(
    "early_help_plan",
    "early help plan",
    starts=(on("plan_started", where=(PlanIs("early_help"),)),),
    ends=(on("plan_ended", where=(PlanIs("early_help"),)),),
)

# How far help reaches, the furthest first: a child with two plans is at the higher level.
PLANS_BY_LEVEL = ((3, CHILD_PROTECTION_PLAN), (2, CHILD_IN_NEED_PLAN), (1, EARLY_HELP_PLAN))
LEVEL_WORDS = {3: "a child protection plan", 2: "a child in need plan", 1: "an early help plan", 0: "no plan"}

# A letter is a start by itself: it may be the first thing that anybody recorded of them.
PRE_PROCEEDINGS = State(
    "pre_proceedings",
    "pre-proceedings",
    starts=(on("preproceedings_started", "preproceedings_letter_sent"),),
    ends=(on("preproceedings_ended", "court_application_made"),),
)

PRE_PROCEEDINGS_DECIDED = State(
    "pre_proceedings_decided",
    "pre-proceedings, once a legal planning meeting decided on them",
    starts=(
        on(
            "legal_planning_held",
            where=(
                Mentions(
                    "decision", ("pre-proceedings", "letter before proceedings", "public law outline", "enter plo", "start plo")
                ),
                Not(
                    Mentions(
                        "decision",
                        ("no pre-proceedings", "not pre-proceedings", "not enter", "not to enter", "not start", "not to start"),
                    )
                ),
            ),
        ),
    ),
    ends=(on("preproceedings_ended", "court_application_made"),),
)

PRE_PROCEEDINGS_AFTER_FIRST_MEETING = State(
    "pre_proceedings_after_first_meeting",
    "pre-proceedings, once the parents have first been met",
    starts=(on("preproceedings_meeting_held"),),
    ends=(on("preproceedings_ended", "court_application_made"),),
)

PLAN_OR_PRE_PROCEEDINGS = State(
    "plan_or_pre_proceedings",
    "child protection plan or pre-proceedings",
    starts=(),
    ends=(),
    any_of=(CHILD_PROTECTION_PLAN, PRE_PROCEEDINGS),
)

NEEDS_SOCIAL_WORKER = State(
    "needs_social_worker",
    "child protection plan, pre-proceedings or looked after",
    starts=(),
    ends=(),
    any_of=(CHILD_PROTECTION_PLAN, PRE_PROCEEDINGS, LOOKED_AFTER),
)

ANY_PLAN = State(
    "any_plan",
    "plan or pre-proceedings",
    starts=(),
    ends=(),
    any_of=(CHILD_PROTECTION_PLAN, CHILD_IN_NEED_PLAN, PRE_PROCEEDINGS),
)

SECTION47_ENQUIRY = State(
    "section47_enquiry",
    "section 47 enquiry",
    starts=(on("strategy_discussion_held", where=(FieldIn("decision", ("section47",)),)), on("section47_started")),
    ends=(on("section47_completed"), on("conference_held", names="decisions")),
)

IN_NEED_WORDS = ("child in need", "children in need", "cin plan", "section 17", "s17", "s.17")
# Each contains words of the list above. Without them "not a child in need" would start a plan's clocks.
NOT_IN_NEED_WORDS = ("not a child in need", "no longer a child in need", "no child in need", "no section 17", "no s17")
_SAYS_IN_NEED = (Mentions("outcome", IN_NEED_WORDS), Not(Mentions("outcome", NOT_IN_NEED_WORDS)))
FOUND_IN_NEED = State(
    "found_in_need",
    "help as a child in need",
    starts=(
        on("assessment_completed", where=_SAYS_IN_NEED),
        # The short form only as the whole outcome: it is inside "vaccine" and "medicine".
        on("assessment_completed", where=(FieldIn("outcome", ("cin", "CIN", "Cin")),)),
        *CHILD_IN_NEED_PLAN.starts,
    ),
    ends=CHILD_IN_NEED_PLAN.ends,
)

# Its end looks at the other states: it is over when, after one of these entries, no plan of any kind is left.
NEGLECT_MEASURED = State(
    "neglect_measured",
    "plan on which neglect is measured",
    starts=(on("neglect_tool_completed", where=(InState(ANY_PLAN),)),),
    ends=(
        on("conference_held", "plan_ended", "preproceedings_ended", "court_application_made", where=(Not(InState(ANY_PLAN)),)),
    ),
)

SUPERVISED_TOGETHER = State(
    "supervised_together",
    "plan or pre-proceedings under multi-agency supervision",
    starts=(on("multi_agency_supervision_held", where=(InState(PLAN_OR_PRE_PROCEEDINGS),)),),
    ends=(
        on(
            "conference_held",
            "plan_ended",
            "preproceedings_ended",
            "court_application_made",
            where=(Not(InState(PLAN_OR_PRE_PROCEEDINGS)),),
        ),
    ),
)

MISSING = State("missing", "being missing", starts=(on("missing_started"),), ends=(on("missing_ended"),))
POLICE_PROTECTION = State(
    "police_protection", "police protection", starts=(on("police_protection_started"),), ends=(on("police_protection_ended"),)
)

STATES = {
    state.id: state
    for state in (
        CHILD_PROTECTION_PLAN,
        NEGLECT_PLAN,
        CHILD_IN_NEED_PLAN,
        EARLY_HELP_PLAN,
        PRE_PROCEEDINGS,
        PRE_PROCEEDINGS_DECIDED,
        PRE_PROCEEDINGS_AFTER_FIRST_MEETING,
        PLAN_OR_PRE_PROCEEDINGS,
        NEEDS_SOCIAL_WORKER,
        ANY_PLAN,
        SECTION47_ENQUIRY,
        MISSING,
        POLICE_PROTECTION,
        FOUND_IN_NEED,
        NEGLECT_MEASURED,
        SUPERVISED_TOGETHER,
        *CARE_STATES,
    )
}
