"""Plans that are about the adults."""

from holdfast.signals.model import Signal

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
    reads=(
        "conference_held",
        "plan_started",
        "plan_ended",
        "action_agreed",
    ),
    numbers={"share": 0.4},
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
