"""Plans that end though nothing has changed."""

from holdfast.signals.model import Signal

SIG_PLAN_ENDED_UNCHANGED = Signal(
    id="SIG-PLAN-ENDED-UNCHANGED",
    title="Plan ended or stepped down although the concern is unchanged",
    theme="plan_end",
    says=("A plan ended without evidence that its reasons had changed, or with worrying entries in the six weeks before."),
    severity="critical",
    tell=(
        "cp_chair",
        "service_manager",
        "core_group",
    ),
    asks=("Written reasons for each thing unchanged, and the name of whoever approved the ending; dissent recorded."),
    reads=(
        "conference_held",
        "plan_started",
        "plan_ended",
        "observation_recorded",
        "incident_recorded",
        "adult_disclosure_recorded",
    ),
    numbers={"days": 42, "entries": 1},
    review_paragraphs=("4.5",),
    evidence=(
        "STARTAGAIN",
        "LOCALPROC",
    ),
    guard="A plan that ends at 18, on death or on a move to another area is not asked.",
)
