"""The states that rules run in: plans and pre-proceedings."""

from holdfast.standards.events import DecisionIs, PlanIs, State, on

CHILD_PROTECTION_PLAN = State(
    "child_protection_plan",
    "child protection plan",
    starts=(
        on("conference_held", where=(DecisionIs(("plan_made",)),), names="decisions"),
        on("plan_started", where=(PlanIs("child_protection"),)),
    ),
    ends=(
        on("conference_held", where=(DecisionIs(("plan_ended", "no_plan")),), names="decisions"),
        on("plan_ended", where=(PlanIs("child_protection"),)),
    ),
)

CHILD_IN_NEED_PLAN = State(
    "child_in_need_plan",
    "child in need plan",
    starts=(on("plan_started", where=(PlanIs("child_in_need"),)),),
    ends=(on("plan_ended", where=(PlanIs("child_in_need"),)),),
)

EARLY_HELP_PLAN = State(
    "early_help_plan",
    "early help plan",
    starts=(on("plan_started", where=(PlanIs("early_help"),)),),
    ends=(on("plan_ended", where=(PlanIs("early_help"),)),),
)

PRE_PROCEEDINGS = State(
    "pre_proceedings",
    "pre-proceedings",
    starts=(on("preproceedings_started", "preproceedings_letter_sent"),),
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

ANY_PLAN = State(
    "any_plan",
    "plan or pre-proceedings",
    starts=(),
    ends=(),
    any_of=(CHILD_PROTECTION_PLAN, CHILD_IN_NEED_PLAN, PRE_PROCEEDINGS),
)

STATES = {
    state.id: state
    for state in (
        CHILD_PROTECTION_PLAN,
        CHILD_IN_NEED_PLAN,
        EARLY_HELP_PLAN,
        PRE_PROCEEDINGS,
        PRE_PROCEEDINGS_AFTER_FIRST_MEETING,
        PLAN_OR_PRE_PROCEEDINGS,
        ANY_PLAN,
    )
}
