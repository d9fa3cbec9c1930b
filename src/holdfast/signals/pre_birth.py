"""Babies to come whose brothers and sisters needed protecting."""

from holdfast.rules.conditions import AnyOf, AtStage, Earlier, FieldIn, Mentions, Not, OfSibling
from holdfast.rules.event import on
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import Lacks
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each
from holdfast.standards.care_states import CARE, NOT_AN_ORDER
from holdfast.standards.states import PRE_PROCEEDINGS, decided

# Whatever shows that somebody knew. An unborn child is on the record before anybody has called it a concern.
TELLS_OF_A_PREGNANCY = ("unborn_concern_identified", "contact_received", "observation_recorded", "visit_made", "visit_booked")
PROTECTED_BEFORE = (
    on("conference_held", where=(decided("plan_made"),)),
    on("plan_started", where=(FieldIn("plan", ("child_protection", "child_in_need")),)),
    *PRE_PROCEEDINGS.starts,
    on("stay_started", where=(FieldIn("arrangement", ("section20", "reg24", "foster")),)),
    on("police_protection_started"),
    on("court_order_made", where=(AnyOf((CARE, Mentions("kind", ("emergency protection", "EPO")))), NOT_AN_ORDER)),
)

SIG_PREBIRTH_SIBLING = Signal(
    id="SIG-PREBIRTH-SIBLING",
    title="Unborn child whose siblings were on plans",
    theme="pre_birth",
    says=(
        "A pregnancy is recorded of a parent whose other child has or had a plan, was in pre-proceedings or was removed, and "
        "five working days later no pre-birth assessment has started."
    ),
    severity="high",
    tell=("front_door_team_manager",),
    asks="The pre-birth assessment is started.",
    numbers={"working_days": 5},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="None. It is said once for each pregnancy, and the birth ends it.",
    pattern=lambda n: Lacks(
        Each(
            on(
                *TELLS_OF_A_PREGNANCY,
                where=(
                    AtStage("unborn"),
                    # Only the first, so that every later visit to the mother does not begin the five days anew.
                    Not(Earlier(on(*TELLS_OF_A_PREGNANCY, where=(AtStage("unborn"),)))),
                    # By then, and at any time before: that the older child came home again takes nothing from why they had to
                    # leave.
                    OfSibling(PROTECTED_BEFORE),
                ),
            )
        ),
        needs=((on("assessment_started", where=(FieldIn("kind", ("pre_birth",)),)),),),
        grace=Amount(int(n["working_days"]), "working_days"),
        excused_by=(on("birth_recorded", names="child"),),
    ),
    why="A pregnancy was recorded {when}; a brother or sister was protected before, and no pre-birth assessment has started.",
)
