"""Decisions that differ between children without a reason."""

from holdfast.signals.model import Signal

SIG_SIB_DIFF_LEVEL = Signal(
    id="SIG-SIB-DIFF-LEVEL",
    title="Siblings at different levels without recorded reasons",
    theme="plan_decision",
    says=(
        "Children of one household are at different levels, and the child at the lower level has no reason of their own recorded."
    ),
    severity="critical",
    tell=(
        "cp_chair",
        "team_manager",
        "service_manager",
    ),
    asks=("A reason for each child before the conference closes; a second look where a child under two is at the lower level."),
    reads=(
        "conference_held",
        "plan_started",
        "plan_ended",
        "stay_started",
        "stay_ended",
        "household_changed",
    ),
    numbers={"grace_days": 0},
    review_paragraphs=(
        "4.5",
        "5.30",
    ),
    evidence=("LOCALPROC",),
    guard="A reason written for the child clears it; the same words copied for every child do not.",
)
