"""What somebody must be allowed to do to record each type of entry: every type once, and none outside it.

A permission to record in general would let anybody around a child end a plan. So a type says whose work it is: of everybody who
works with the child, of social care, of health, of schools, of the police, of whoever chairs or manages or gives out the work.
"""

from collections.abc import Mapping

from holdfast.access.permissions import Permission
from holdfast.vocabulary.type_registry import ENTRY_TYPES

P = Permission

WRITERS: Mapping[Permission, tuple[str, ...]] = {
    # What anybody who works with a child sees, hears, does and is told; and what everybody may say openly.
    P.RECORD: (
        *("contact_received", "message_received", "unborn_concern_identified", "allegation_received", "record_opened"),
        *("observation_recorded", "incident_recorded", "injury_recorded", "child_sighted", "unexplained_absence_recorded"),
        *("behaviour_analysed", "aspects_analysed", "day_in_the_life_recorded", "neglect_tool_completed"),
        *("voice_recorded", "views_not_gathered", "views_declined", "voice_answered", "advocate_offered", "trusted_person_named"),
        *("visit_booked", "visit_made", "contact_missed", "joint_visit_agreed", "case_discussed", "handover_completed"),
        *("missing_started", "missing_ended", "return_interview_held", "return_interview_declined"),
        *("household_recorded", "household_changed", "address_changed", "address_held", "stay_started", "stay_ended"),
        *("birth_recorded", "death_recorded", "birth_plan_shared", "discharge_meeting_held", "baby_left_hospital"),
        *("suspicion_recorded", "identity_question_raised", "genogram_reviewed", "parent_consulted", "practical_help_given"),
        *("family_time_held", "safer_sleep_assessed", "young_carer_assessed", "private_fostering_proposed"),
        *("private_fostering_notified", "private_fostering_ended", "carer_answered", "support_notes_read"),
        *("report_shared", "core_group_update_sent", "action_reviewed", "outcome_measured", "notice_acknowledged"),
        *("disagreement_raised", "plan_concern_raised", "dissent_recorded", "conference_challenged", "concern_repeated"),
        *("serious_incident_identified", "data_breach_identified", "sharing_decided", "kept_back"),
    ),
    P.RECORD_SOCIAL_WORK: (
        *("assessment_started", "assessment_reviewed", "assessment_completed", "young_carer_assessment_decided"),
        *("safety_check_completed", "viability_started", "viability_assessed", "carer_support_planned", "checks_made"),
        *("strategy_discussion_held", "section47_started", "section47_completed"),
        *("transfer_in_requested", "conference_booked", "conference_record_sent", "conference_decision_sent"),
        *("core_group_named", "core_group_held", "core_group_record_sent", "plan_agreed", "plan_meeting_held", "action_agreed"),
        *("safety_plan_agreed", "contingency_agreed", "suspicion_ended", "kept_back_ended", "identity_question_answered"),
        *("family_group_meeting_offered", "family_group_meeting_held", "family_group_meeting_declined"),
        *("family_group_meeting_ruled_out", "partners_told", "school_told", "reports_linked"),
        *("care_plan_prepared", "placement_notified", "education_plan_begun", "parent_suitability_assessed"),
        *("disagreement_resolved", "disagreement_outcome_told"),
    ),
    P.RECORD_LEGAL: (
        *("legal_planning_requested", "legal_advice_recorded", "legal_planning_held", "expectations_signed"),
        *("preproceedings_started", "preproceedings_letter_sent", "preproceedings_meeting_booked", "preproceedings_meeting_held"),
        *("preproceedings_panel_held", "preproceedings_extended", "preproceedings_ended", "court_application_made"),
        *("court_order_made", "proceedings_extended", "court_order_extended", "court_order_ended", "assessment_order_begun"),
    ),
    P.RECORD_HEALTH: (
        *("medical_requested", "medical_held", "test_taken", "result_chased", "result_received", "diagnosis_recorded"),
        *("health_assessment_held", "treatment_ended", "adult_disclosure_recorded"),
    ),
    P.RECORD_SCHOOLING: ("attendance_recorded", "school_changed", "school_left", "protection_file_transferred"),
    P.RECORD_PROTECTION: ("police_protection_started", "police_protection_ended", "person_excluded", "exclusion_ended"),
    P.CHAIR_PLAN: (
        *("conference_held", "plan_started", "plan_ended", "chair_check_recorded", "chair_challenge_recorded"),
        *("plan_concern_taken_up", "looked_after_review_held"),
    ),
    P.ALLOCATE_WORKER: ("worker_allocated", "worker_ended"),
    P.DECIDE_CASE: (
        *("case_closed", "management_decision_recorded", "supervision_held", "multi_agency_supervision_held"),
        *("arrangement_decided", "looked_after_ended", "long_term_placement_agreed", "temporary_approval_extended"),
        *("carer_approval_decided", "carer_approval_ended", "designated_officer_told", "allegation_threshold_decided"),
        *("allegation_meeting_held", "allegation_closed"),
    ),
    P.DECIDE_CONCERN: (
        "contact_decided",
        "contact_assigned",
        "contact_acknowledged",
        "message_rerouted",
        "disagreement_answered",
    ),
    P.READ_CONCERN: ("sender_confirmed", "referrer_informed", "referrer_heard"),
    P.READ_MESSAGE: ("message_answered",),
    P.ANSWER_ALERT: ("alert_answered",),
    P.ARRANGE_COVER: (
        *("absence_started", "absence_ended", "cover_named", "worker_leaving", "recording_closed_off"),
        *("post_taken_up", "post_left", "oversight_counted"),
    ),
    P.RECORD_LEARNING: (
        *("audit_completed", "serious_incident_notified", "rapid_review_started", "earlier_themes_checked", "rapid_review_sent"),
        *("practice_review_started", "review_contribution_invited", "review_publication_planned", "practice_review_sent"),
        *("practice_review_published", "practice_review_withdrawn", "learning_event_held", "recommendation_made"),
        *("recommendation_progressed", "recommendation_closed", "training_completed", "partnership_report_published"),
        *("training_year_started", "training_uptake_reported", "audit_programme_started", "audit_programme_ended"),
        *("provision_commenced", "protection_team_established"),
    ),
    P.KEEP_RECORDS: (
        *("subject_access_requested", "subject_access_extended", "subject_access_answered", "data_breach_notified"),
        *("legal_hold_set", "legal_hold_released", "record_disposed"),
    ),
    # Never by itself: one is the taking back of another entry, the other an answer at the door while an entry is recorded.
    P.PUT_RIGHT: ("entry_withdrawn", "order_confirmed"),
}


def _by_type() -> dict[str, Permission]:
    """Raises ``ValueError`` where a type is nobody's work, is two people's, or does not exist: none of them can be loaded."""
    listed = [(type, permission) for permission, types in WRITERS.items() for type in types]
    found = dict(listed)
    if wrong := {type for type, _ in listed if sum(type == each for each, _ in listed) > 1} | (ENTRY_TYPES.keys() ^ found.keys()):
        raise ValueError(f"every entry type says once what recording it needs; these do not: {', '.join(sorted(wrong))}")
    return found


_PERMISSION = _by_type()


def permission_for(type: str) -> Permission:
    """The permission that recording this type needs."""
    return _PERMISSION[type]


def permissions_for(type: str) -> tuple[Permission, ...]:
    """The permissions of which one is needed to begin recording it: who works with a child is said by social work of partners,
    and by a manager of whoever leads."""
    permission = permission_for(type)
    return (permission, P.RECORD_SOCIAL_WORK) if permission is P.ALLOCATE_WORKER else (permission,)


OF_ITS_OWN = frozenset(
    {
        *("contact_decided", "alert_answered", "message_answered", "sender_confirmed", "referrer_informed"),
        *("disagreement_answered", "order_confirmed", "entry_withdrawn"),
    }
)
"""What only a command of its own records, with the checks that belong to it: a form for anything would go round them."""
