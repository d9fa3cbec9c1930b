"""Crises of the adults."""

from holdfast.signals.model import Signal

SIG_CRISIS_SERIES = Signal(
    id="SIG-CRISIS-SERIES",
    title="Crises handled one at a time",
    theme="adults",
    says=(
        "Three or more crises of the adults within 90 days, each closed by itself, with nothing recorded that "
        "looked at them together."
    ),
    severity="high",
    tell=(
        "team_manager",
        "cp_chair",
        "service_manager",
    ),
    asks="A strategy discussion or an early review, with the chronology.",
    reads=(
        "incident_recorded",
        "strategy_discussion_held",
        "conference_held",
        "assessment_completed",
        "multi_agency_supervision_held",
        "legal_planning_held",
    ),
    numbers={"n": 3, "days": 90},
    review_paragraphs=(
        "4.7",
        "5.14",
        "5.15",
        "6.2",
    ),
    evidence=(
        "TRIENNIAL",
        "STARTAGAIN",
    ),
    guard=(
        "A strategy discussion, conference, completed assessment, legal planning meeting or multi-agency "
        "supervision after a crisis looks at what came before it."
    ),
)
