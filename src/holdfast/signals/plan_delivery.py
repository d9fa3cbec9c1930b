"""Plans that are not carried out as agreed."""

from holdfast.signals.model import Signal

SIG_CG_SW_ABSENT = Signal(
    id="SIG-CG-SW-ABSENT",
    title="Core group held without a social worker",
    theme="plan_delivery",
    says="A core group was held and neither the lead social worker nor named social-work cover was there.",
    severity="high",
    tell=(
        "team_manager",
        "cp_chair",
    ),
    asks=(
        "The core group is held again with a social worker within 5 working days, and the chair says what it means for the plan."
    ),
    reads=(
        "core_group_held",
        "cover_named",
    ),
    numbers={"n": 1, "window_days": 180, "escalate_n": 2},
    review_paragraphs=(
        "5.48",
        "5.49",
        "5.102",
    ),
    evidence=("LOCALPROC",),
    guard="Attendance that was not recorded raises nothing: it is unknown, not absence.",
)
