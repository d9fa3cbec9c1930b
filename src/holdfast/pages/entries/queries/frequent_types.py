"""What people in a role record most, so that it stands first."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Count

from holdfast.access.role_grants import role_of
from holdfast.record.models import EntryEnvelope, Worker
from holdfast.vocabulary.type_registry import ENTRY_TYPES

SHOWN = 6
LOOK_BACK = timedelta(days=90)

# Where nobody in the role has recorded much yet, as on the first day of an installation.
USUAL_BY_ROLE: dict[str, tuple[str, ...]] = {
    "social_worker": (
        "visit_made",
        "voice_recorded",
        "observation_recorded",
        "contact_missed",
        "core_group_held",
        "case_discussed",
    ),
    "team_manager": (
        "supervision_held",
        "management_decision_recorded",
        "contact_decided",
        "worker_allocated",
        "cover_named",
        "strategy_discussion_held",
    ),
    "service_manager": (
        "management_decision_recorded",
        "preproceedings_panel_held",
        "legal_planning_held",
        "audit_completed",
        "worker_allocated",
        "disagreement_answered",
    ),
    "duty_social_worker": (
        "contact_received",
        "contact_decided",
        "referrer_informed",
        "message_received",
        "strategy_discussion_held",
        "visit_made",
    ),
    "emergency_duty_worker": (
        "contact_received",
        "stay_started",
        "missing_started",
        "police_protection_started",
        "visit_made",
        "incident_recorded",
    ),
    "cp_chair": (
        "conference_held",
        "conference_booked",
        "conference_record_sent",
        "voice_recorded",
        "disagreement_raised",
        "plan_agreed",
    ),
    "health_visitor": (
        "observation_recorded",
        "contact_missed",
        "visit_made",
        "safer_sleep_assessed",
        "voice_recorded",
        "case_discussed",
    ),
    "designated_safeguarding_lead": (
        "observation_recorded",
        "voice_recorded",
        "attendance_recorded",
        "case_discussed",
        "contact_missed",
        "disagreement_raised",
    ),
    "gp": (
        "diagnosis_recorded",
        "observation_recorded",
        "contact_missed",
        "adult_disclosure_recorded",
        "medical_held",
        "case_discussed",
    ),
    "police": (
        "incident_recorded",
        "police_protection_started",
        "missing_started",
        "missing_ended",
        "observation_recorded",
        "police_protection_ended",
    ),
}
ANYBODY = ("observation_recorded", "voice_recorded", "contact_missed", "case_discussed", "disagreement_raised", "report_shared")


def frequent_types(worker: Worker | None, at: datetime, among: Sequence[str]) -> list[str]:
    """The types that people in this worker's role recorded most in the last 90 days, then those usual in the role."""
    usual = USUAL_BY_ROLE.get(role_of(worker.role).id, ANYBODY) if worker is not None else ANYBODY
    found: list[str] = []
    if worker is not None and worker.role:
        # By role, not by person: somebody new sees at once what their colleagues use, and somebody who covers is not led by their
        # old post.
        recent = EntryEnvelope.objects.filter(recorded_by__role=worker.role, recorded_at__gt=at - LOOK_BACK, withdraws=None)
        counted = recent.values("type").annotate(times=Count("pk")).order_by("-times", "type")[:SHOWN]
        found = [row["type"] for row in counted]
    # What was counted may be a type that this person may not record about this child.
    allowed = [name for name in dict.fromkeys([*found, *usual]) if name in among and name in ENTRY_TYPES]
    return allowed[:SHOWN]
