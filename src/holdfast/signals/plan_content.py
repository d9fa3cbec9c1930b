"""Plans that are about the adults, that count attendance, or that are carried forward as they were."""

from holdfast.rules.conditions import (
    ActionsCarriedOver,
    AllOf,
    AnyOf,
    FieldIn,
    Filled,
    Happened,
    MeasureMoved,
    Mentions,
    Not,
    RefersToEvent,
    Share,
)
from holdfast.rules.event import on
from holdfast.rules.shapes import AnyShape, Fails, Said, Showing, Stands
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each
from holdfast.standards.states import ANY_PLAN

ACTION = on("action_agreed")
FOR_ADULTS = on("action_agreed", where=(FieldIn("for", ("parent",)),))
FOR_CHILDREN = Not(FieldIn("for", ("parent",)))
# An action for "the children" is each child's, one for a named child is that child's. One for a parent is nobody's of them.
OWN_ACTION = (
    on("action_agreed", where=(FOR_CHILDREN, Not(Filled("child")))),
    on("action_agreed", where=(FOR_CHILDREN,), names="child"),
)

SIG_ADULT_FOCUS = Signal(
    id="SIG-ADULT-FOCUS",
    title="Adult-focused actions outnumber child-focused",
    theme="plan_content",
    says="More than two in five of the plan's actions are for adults, or a child has no action of their own.",
    severity="medium",
    tell=(
        "lead_social_worker",
        "cp_chair",
    ),
    asks="Each child has an action that says what will be different for them, and by when.",
    numbers={"share": 0.4},
    pattern=lambda n: Showing(
        # By days: a plan is written down action by action on one day, and half-way through it every plan is unbalanced.
        Stands((ACTION,), (AnyOf((Share(FOR_ADULTS, ACTION, n["share"]), Not(Happened(OWN_ACTION)))),)),
        (ACTION,),
    ),
    why="Of the plan's {entries} actions {when}, more than {share:.0%} are for adults, or none is this child's own.",
    review_paragraphs=(
        "5.15",
        "5.16",
    ),
    evidence=(
        "GCPEVAL",
        "STARTAGAIN",
    ),
    guard="Looked at when a day's actions have all been agreed, not one by one.",
)

# A referral is an output whoever it is for. Attending is one only for a parent: a child who attends school has an outcome.
REFERRALS = (
    "referral",
    "referred",
    "refer to",
    "refer her",
    "refer him",
    "refer mother",
    "refer father",
    "refer parent",
    "signpost",
)
ATTENDANCE = ("attend", "appointment", "course", "programme", "sessions", "engage with")
OUTPUT = on(
    "action_agreed",
    where=(AnyOf((Mentions("action", REFERRALS), AllOf((FieldIn("for", ("parent",)), Mentions("action", ATTENDANCE))))),),
)
DONE = FieldIn("status", ("done",))
DONE_ACTION = on("action_reviewed", where=(DONE, RefersToEvent("action", ACTION)))
# The review names the action; what kind of action it was stands in the other entry, hence RefersToEvent.
DONE_OUTPUT = on("action_reviewed", where=(DONE, RefersToEvent("action", OUTPUT)))
# A first conference has nothing to look back on, and one that takes a family over from elsewhere has not seen what was agreed.
REVIEW = on("conference_held", "plan_meeting_held", where=(Not(FieldIn("kind", ("initial", "pre_birth", "transfer_in"))),))

SIG_OUTPUT_NOT_OUTCOME = Signal(
    id="SIG-OUTPUT-NOT-OUTCOME",
    title="Attendance counted as progress",
    theme="plan_content",
    says=(
        "At a review, more than three in five of the actions marked done were that an adult attended something or that somebody "
        "was referred, and no measure of how this child is has moved since the review before."
    ),
    severity="medium",
    tell=(
        "lead_social_worker",
        "cp_chair",
    ),
    asks="The chair asks what is different for this child.",
    numbers={"share": 0.6},
    pattern=lambda n: Fails(
        Each(REVIEW),
        # Either is enough: few outputs, or a measure that moved. Attendance is fine where the child's life has changed.
        wanted=(AnyOf((Not(Share(DONE_OUTPUT, DONE_ACTION, n["share"], latest_by="action")), MeasureMoved(REVIEW))),),
        ended_by=(on("outcome_measured", where=(MeasureMoved(REVIEW),)),),
    ),
    why=(
        "At the review {when} more than {share:.0%} of the actions done were attendance or referrals, and no measure of how this "
        "child is has moved since the review before."
    ),
    review_paragraphs=(
        "5.15",
        "6.2",
    ),
    evidence=("STARTAGAIN",),
    guard="Only what was marked done is counted: a plan of which nothing is done raises nothing here.",
)

SIG_PLAN_ROLLED_OVER = Signal(
    id="SIG-PLAN-ROLLED-OVER",
    title="Plan carried forward unchanged",
    theme="plan_content",
    says=(
        "From one review to the next, or over three core groups, at least four in five open actions stayed as they were, and at "
        "least three in ten of them are past their day."
    ),
    severity="high",
    tell=(
        "team_manager",
        "cp_chair",
        "service_manager",
    ),
    asks="It is said whether legal planning or multi-agency supervision is needed, and why or why not.",
    numbers={"unchanged_share": 0.8, "overdue_share": 0.3},
    pattern=lambda n: Showing(
        AnyShape(
            (
                Said(
                    # Back to the review before, but two core groups back: these come every few weeks, and one in which nothing
                    # moved is ordinary.
                    Stands((REVIEW,), (ActionsCarriedOver(REVIEW, 1, n["unchanged_share"], n["overdue_share"]),), ANY_PLAN),
                    "At the review {when} at least {unchanged_share:.0%} of the plan's actions were as they had been at the "
                    "review before, and at least {overdue_share:.0%} of them past their day.",
                ),
                Said(
                    Stands(
                        (on("core_group_held"),),
                        (ActionsCarriedOver(on("core_group_held"), 2, n["unchanged_share"], n["overdue_share"]),),
                        ANY_PLAN,
                    ),
                    "Over three core groups, up to that {when}, at least {unchanged_share:.0%} of the plan's "
                    "actions stayed as they were, and at "
                    "least {overdue_share:.0%} of them are past their day.",
                ),
            )
        ),
        (ACTION,),
    ),
    why="The plan was carried forward unchanged.",
    review_paragraphs=(
        "5.14",
        "5.49",
        "6.2",
    ),
    evidence=(
        "STARTAGAIN",
        "LOCALPROC",
    ),
    guard="Actions that are done are out of the comparison, and a plan with nothing past its day raises nothing.",
)
