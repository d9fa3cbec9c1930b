"""Worry that is not brought together."""

from holdfast.signals.model import Signal

SIG_NO_MA_SUPERVISION = Signal(
    id="SIG-NO-MA-SUPERVISION",
    title="No multi-agency supervision",
    theme="challenge",
    says=(
        "A plan has lasted twelve months, or two marks of complexity have been made, and 20 working days "
        "later no multi-agency supervision has been held."
    ),
    severity="high",
    tell=(
        "safeguarding_partnership_named_lead",
        "cp_chair",
    ),
    asks="Multi-agency supervision is held.",
    reads=(
        "conference_held",
        "plan_started",
        "plan_ended",
        "preproceedings_started",
        "preproceedings_letter_sent",
        "preproceedings_ended",
        "court_application_made",
        "core_group_held",
        "strategy_discussion_held",
        "worker_allocated",
        "incident_recorded",
        "disagreement_raised",
        "disagreement_resolved",
        "multi_agency_supervision_held",
    ),
    numbers={"working_days": 20},
    review_paragraphs=(
        "5.116",
        "5.117",
    ),
    evidence=("LOCALPROC",),
)
