"""Visits that nobody can show were made."""

from holdfast.signals.model import Signal

SIG_VISIT_UNRECORDED = Signal(
    id="SIG-VISIT-UNRECORDED",
    title="Visit due or booked, nothing recorded",
    theme="visits",
    says=("A visit was booked, its day has passed, and nothing is recorded: neither a visit nor that it was missed."),
    severity="high",
    tell=(
        "visiting_worker",
        "team_manager",
    ),
    asks="The visit is recorded, or it is said that it was not made and why.",
    reads=(
        "visit_booked",
        "visit_made",
        "contact_missed",
    ),
    numbers={"working_days": 1},
    review_paragraphs=(
        "5.20",
        "5.102",
    ),
    evidence=("LOCALPROC",),
    guard="Booking again before the day replaces the booking.",
)
