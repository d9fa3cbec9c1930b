"""Relatives who take the children, unchecked."""

from holdfast.signals.model import Signal

SIG_CARER_UNASSESSED = Signal(
    id="SIG-CARER-UNASSESSED",
    title="Repeated overnight stays with an unassessed relative",
    theme="carers",
    says=("Two overnight stays, or three nights, in 28 days with a relative or friend who has never been assessed."),
    severity="critical",
    tell=(
        "lead_social_worker",
        "team_manager",
        "service_manager",
    ),
    asks="The carer is assessed; each later stay needs the manager's agreement.",
    reads=(
        "stay_started",
        "stay_ended",
        "viability_assessed",
        "safety_check_completed",
    ),
    numbers={"episodes": 2, "nights": 3, "days": 28},
    review_paragraphs=(
        "4.4",
        "4.7",
        "5.14",
        "5.63",
        "5.64",
        "5.66",
        "5.68",
    ),
    evidence=("KNOW_NUMBERS",),
    guard="Stays that fostering regulations cover, and stays with a parent, are not counted.",
)

SIG_MOVES = Signal(
    id="SIG-MOVES",
    title="Placement churn",
    theme="carers",
    says=("Three changes of where the child sleeps within 90 days, or a child taken unannounced from an agreed stay."),
    severity="high",
    tell=(
        "lead_social_worker",
        "team_manager",
        "cp_chair",
    ),
    asks="A decision about stability, with the child's view.",
    reads=(
        "stay_started",
        "stay_ended",
        "address_changed",
    ),
    numbers={"n": 3, "days": 90},
    review_paragraphs=(
        "4.7",
        "5.3",
        "5.14",
        "5.64",
        "5.65",
        "5.66",
    ),
    evidence=("KNOW_NUMBERS",),
    guard="Leaving one place and arriving at the next on the same day is one change.",
)
