"""About whom an entry has to be. What happened to a child, or was done for one, starts clocks and worries for that child; said
about nobody it would start none, and nobody would ever ask."""

from holdfast.vocabulary.faults import Fault

COMES_IN = ("contact_received", "message_received")
"""What somebody tells us. They may not be able to say of which child: it goes to duty, as about an unknown child."""

# By hand, because the vocabulary knows no rules; a test goes over every rule and says which type is missing or too many.
OF_A_CHILD = frozenset(
    {
        "action_agreed",
        "address_changed",
        "address_held",
        "adult_disclosure_recorded",
        "arrangement_decided",
        "assessment_completed",
        "assessment_order_begun",
        "assessment_started",
        "attendance_recorded",
        "baby_left_hospital",
        "carer_approval_decided",
        "case_closed",
        "case_discussed",
        "child_sighted",
        "concern_repeated",
        "conference_booked",
        "conference_held",
        "conference_record_sent",
        "contact_missed",
        "core_group_held",
        "court_application_made",
        "court_order_extended",
        "court_order_made",
        "day_in_the_life_recorded",
        "diagnosis_recorded",
        "disagreement_answered",
        "disagreement_raised",
        "disagreement_resolved",
        "discharge_meeting_held",
        "dissent_recorded",
        "expectations_signed",
        "family_group_meeting_offered",
        "family_time_held",
        "health_assessment_held",
        "household_changed",
        "household_recorded",
        "identity_question_raised",
        "incident_recorded",
        "injury_recorded",
        "joint_visit_agreed",
        "legal_advice_recorded",
        "legal_planning_held",
        "legal_planning_requested",
        "looked_after_review_held",
        "management_decision_recorded",
        "medical_held",
        "missing_ended",
        "missing_started",
        "multi_agency_supervision_held",
        "neglect_tool_completed",
        "observation_recorded",
        "parent_consulted",
        "partners_told",
        "person_excluded",
        "plan_ended",
        "plan_meeting_held",
        "plan_started",
        "police_protection_started",
        "preproceedings_ended",
        "preproceedings_extended",
        "preproceedings_letter_sent",
        "preproceedings_meeting_booked",
        "preproceedings_meeting_held",
        "preproceedings_started",
        "private_fostering_notified",
        "private_fostering_proposed",
        "proceedings_extended",
        "record_opened",
        "result_chased",
        "result_received",
        "return_interview_held",
        "safety_plan_agreed",
        "school_changed",
        "school_left",
        "section47_completed",
        "section47_started",
        "stay_ended",
        "stay_started",
        "strategy_discussion_held",
        "temporary_approval_extended",
        "test_taken",
        "transfer_in_requested",
        "treatment_ended",
        "trusted_person_named",
        "unborn_concern_identified",
        "unexplained_absence_recorded",
        "views_declined",
        "visit_booked",
        "visit_made",
        "voice_recorded",
        "worker_allocated",
    }
)
"""What starts a clock or a worry for the child it is about."""

WHO = "It is not said which child this is about."
DO = "Name the child. Where nobody knows yet which child it is, report it as a concern: whoever is on duty has it from then on."


def about_nobody(type: str | None, about: object) -> Fault | None:
    """The fault of an entry that has to be about a child and is about nobody. ``about`` is as it was given."""
    # Anything else than a list has a fault of its own.
    return Fault("$.about", WHO, DO) if type in OF_A_CHILD and about in ([], ()) else None
