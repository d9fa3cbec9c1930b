"""Every entry type there is: what it is called, what it means, what it asks, and what it says in a chronology."""

import inspect
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.vocabulary.entry import parse_data
from holdfast.vocabulary.field_types import Shape, references, written_references
from holdfast.vocabulary.type_catalogue import Described, catalogue, describe
from holdfast.vocabulary.type_registry import AREAS, ENTRY_TYPES
from tests.sizes import drawn
from tests.vocabulary.generated import data_of

EVERY_TYPE = [
    "kept_back",
    "kept_back_ended",
    "contact_received",
    "contact_acknowledged",
    "contact_decided",
    "sender_confirmed",
    "referrer_informed",
    "message_received",
    "message_answered",
    "assessment_started",
    "assessment_reviewed",
    "assessment_completed",
    "neglect_tool_completed",
    "young_carer_assessed",
    "safer_sleep_assessed",
    "safety_check_completed",
    "viability_assessed",
    "day_in_the_life_recorded",
    "strategy_discussion_held",
    "section47_started",
    "section47_completed",
    "medical_requested",
    "medical_held",
    "test_taken",
    "result_received",
    "transfer_in_requested",
    "conference_booked",
    "report_shared",
    "conference_held",
    "conference_record_sent",
    "plan_started",
    "plan_ended",
    "plan_agreed",
    "action_agreed",
    "action_reviewed",
    "core_group_held",
    "core_group_record_sent",
    "plan_meeting_held",
    "concern_repeated",
    "visit_booked",
    "visit_made",
    "contact_missed",
    "voice_recorded",
    "voice_answered",
    "advocate_offered",
    "trusted_person_named",
    "observation_recorded",
    "incident_recorded",
    "adult_disclosure_recorded",
    "attendance_recorded",
    "diagnosis_recorded",
    "legal_planning_held",
    "preproceedings_started",
    "preproceedings_letter_sent",
    "preproceedings_meeting_held",
    "expectations_signed",
    "preproceedings_panel_held",
    "preproceedings_ended",
    "court_application_made",
    "court_order_made",
    "police_protection_started",
    "police_protection_ended",
    "family_group_meeting_offered",
    "family_group_meeting_held",
    "partners_told",
    "stay_started",
    "stay_ended",
    "missing_started",
    "missing_ended",
    "return_interview_held",
    "address_changed",
    "household_changed",
    "birth_recorded",
    "death_recorded",
    "genogram_reviewed",
    "safety_plan_agreed",
    "contingency_agreed",
    "worker_allocated",
    "worker_ended",
    "absence_started",
    "absence_ended",
    "cover_named",
    "handover_completed",
    "case_discussed",
    "joint_visit_agreed",
    "supervision_held",
    "multi_agency_supervision_held",
    "management_decision_recorded",
    "disagreement_raised",
    "disagreement_answered",
    "disagreement_resolved",
    "audit_completed",
    "serious_incident_identified",
    "serious_incident_notified",
    "rapid_review_sent",
    "practice_review_started",
    "practice_review_published",
    "recommendation_made",
    "recommendation_progressed",
    "entry_withdrawn",
    "contact_assigned",
    "message_rerouted",
    "result_chased",
    "carer_answered",
    "carer_support_planned",
    "viability_started",
    "arrangement_decided",
    "alert_answered",
    "young_carer_assessment_decided",
    "conference_decision_sent",
    "conference_challenged",
    "chair_check_recorded",
    "chair_challenge_recorded",
    "worker_leaving",
    "recording_closed_off",
    "legal_planning_requested",
    "preproceedings_meeting_booked",
    "preproceedings_extended",
    "family_group_meeting_declined",
    "family_group_meeting_ruled_out",
    "views_not_gathered",
    "proceedings_extended",
    "court_order_extended",
    "court_order_ended",
    "assessment_order_begun",
    "return_interview_declined",
    "looked_after_ended",
    "care_plan_prepared",
    "looked_after_review_held",
    "health_assessment_held",
    "education_plan_begun",
    "placement_notified",
    "long_term_placement_agreed",
    "parent_suitability_assessed",
    "temporary_approval_extended",
    "carer_approval_decided",
    "private_fostering_proposed",
    "private_fostering_notified",
    "private_fostering_ended",
    "disagreement_outcome_told",
    "plan_concern_raised",
    "plan_concern_taken_up",
    "rapid_review_started",
    "earlier_themes_checked",
    "review_contribution_invited",
    "review_publication_planned",
    "practice_review_sent",
    "practice_review_withdrawn",
    "learning_event_held",
    "recommendation_closed",
    "practical_help_given",
    "unexplained_absence_recorded",
    "notice_acknowledged",
    "dissent_recorded",
    "training_completed",
    "unborn_concern_identified",
    "birth_plan_shared",
    "discharge_meeting_held",
    "baby_left_hospital",
    "allegation_received",
    "designated_officer_told",
    "allegation_threshold_decided",
    "allegation_meeting_held",
    "allegation_closed",
    "subject_access_requested",
    "subject_access_extended",
    "subject_access_answered",
    "data_breach_identified",
    "data_breach_notified",
    "school_changed",
    "protection_file_transferred",
    "school_told",
    "sharing_decided",
    "record_opened",
    "case_closed",
    "carer_approval_ended",
    "legal_hold_set",
    "legal_hold_released",
    "record_disposed",
    "partnership_report_published",
    "training_year_started",
    "training_uptake_reported",
    "audit_programme_started",
    "audit_programme_ended",
    "provision_commenced",
    "protection_team_established",
    "injury_recorded",
    "child_sighted",
    "treatment_ended",
    "referrer_heard",
    "school_left",
    "legal_advice_recorded",
    "reports_linked",
    "order_confirmed",
    "identity_question_raised",
    "identity_question_answered",
    "checks_made",
    "household_recorded",
    "address_held",
    "person_excluded",
    "exclusion_ended",
    "suspicion_recorded",
    "suspicion_ended",
    "family_time_held",
    "parent_consulted",
    "core_group_named",
    "core_group_update_sent",
    "outcome_measured",
    "support_notes_read",
    "post_taken_up",
    "post_left",
    "oversight_counted",
    "behaviour_analysed",
    "aspects_analysed",
    "views_declined",
]

IDS = {name: f"e-{name}" for name in ENTRY_TYPES}


class ByTheirIds:
    """Names that are marked, so that a test sees which lookups a sentence made."""

    def person(self, id: str) -> str:
        return id

    def worker(self, id: str) -> str:
        return id

    def organisation(self, id: str) -> str:
        return id


def every_field(fields: tuple[Shape, ...]) -> list[Shape]:
    return [shape for each in fields for shape in (each, *every_field(each.fields))]


def test_the_types_are_those_of_the_contract_and_the_ones_the_mission_added() -> None:
    new, gone = sorted(set(ENTRY_TYPES) - set(EVERY_TYPE)), sorted(set(EVERY_TYPE) - set(ENTRY_TYPES))
    assert not new, f"{new} is new: name it in EVERY_TYPE above, so that no type comes to be by accident"
    assert not gone, f"{gone} is gone: a type that somebody may have recorded can never be taken away or renamed"
    assert len(EVERY_TYPE) == len(set(EVERY_TYPE))


def test_the_catalogue_holds_every_type_once_in_the_order_of_the_areas() -> None:
    assert sorted(each.name for each in catalogue()) == sorted(EVERY_TYPE)
    assert list(dict.fromkeys(each.area for each in catalogue())) == list(AREAS)


@pytest.mark.parametrize("described", catalogue(), ids=lambda each: each.name)
def test_every_type_has_a_title_and_says_what_it_means(described: Described) -> None:
    assert re.fullmatch(r"[A-Z].*[^.]", described.title)
    assert described.meaning.endswith(".") and len(described.meaning) > 10
    assert "What one kind of entry says" not in described.meaning, "it has borrowed its parent's words"
    assert inspect.getmodule(described.model).__doc__


@pytest.mark.parametrize("described", catalogue(), ids=lambda each: each.name)
def test_every_field_can_be_asked_for_in_plain_words(described: Described) -> None:
    for shape in every_field(described.fields):
        assert re.match(r"[A-Z]", shape.label), f"{described.name}.{shape.name} has no label"
        assert not shape.name.endswith("_"), "the name in the file is not the name in Python"
        assert all(label for _, label in shape.codes)
        if shape.kind == "code":
            assert shape.codes
        if shape.kind == "row":
            assert shape.fields
        if (shape.kind == "boolean" and not shape.also) or (shape.many and not shape.required):
            assert shape.asked, f"{described.name}.{shape.name}: left out has to mean not recorded"


@pytest.mark.parametrize("described", catalogue(), ids=lambda each: each.name)
@given(data=st.data())
@drawn("entries of each type")
def test_every_type_reads_back_what_it_writes_and_says_one_sentence(described: Described, data: st.DataObject) -> None:
    body = parse_data(described.name, data.draw(data_of(described, IDS)))
    assert parse_data(described.name, body.written()) == body
    assert list(references(body)) == list(written_references(described.model, body.written()))
    sentence = body.sentence(ByTheirIds())
    assert len(sentence) > 3
    assert "None" not in sentence or "None" in str(body.written()), "a field left out shows through as Python"


@pytest.mark.parametrize("described", catalogue(), ids=lambda each: each.name)
def test_what_must_be_there_is_missed_and_what_need_not_be_is_not_invented(described: Described) -> None:
    required = {shape.name for shape in described.fields if shape.required}
    if required:
        with pytest.raises(ValueError, match="has to be there") as refused:
            parse_data(described.name, {})
        assert {fault.path for fault in refused.value.faults} == {f"$.data.{name}" for name in required}  # type: ignore[attr-defined]
    else:
        assert parse_data(described.name, {}).written() == {}
    for shape in described.fields:
        if not shape.required:
            assert described.model.model_fields[shape.attribute].default is None


def test_a_code_equals_its_text_and_carries_its_label() -> None:
    decided = parse_data("contact_decided", {"contact": "c", "decision": "strategy_discussion", "reasons": "A bruise"})
    assert decided.decision == "strategy_discussion"  # type: ignore[attr-defined]
    assert decided.decision.label == "Strategy discussion"  # type: ignore[attr-defined]
    assert ("strategy_discussion", "Strategy discussion") in describe("contact_decided").fields[1].codes


def test_the_fields_of_a_visit_say_their_kinds() -> None:
    kinds = {shape.name: (shape.kind, shape.many, shape.required, shape.asked) for shape in describe("visit_made").fields}
    assert kinds == {
        "kind": ("code", False, True, False),
        "worker": ("worker", False, False, False),
        "seen": ("person", True, False, True),
        "seen_alone": ("person", True, False, True),
        "sleeping_place_seen": ("boolean", False, False, True),
        "home": ("boolean", False, False, False),
    }


def test_a_list_left_out_is_not_recorded_and_an_empty_list_is_nobody() -> None:
    unsaid = parse_data("visit_made", {"kind": "joint"})
    nobody = parse_data("visit_made", {"kind": "joint", "seen": []})
    assert unsaid.seen is None and nobody.seen == ()  # type: ignore[attr-defined]
    assert unsaid != nobody
    assert unsaid.written() == {"kind": "joint"}
    assert nobody.written() == {"kind": "joint", "seen": []}


@pytest.mark.parametrize("word", ["yes", "true", 1, 0, "false", "no"])
def test_yes_or_no_is_never_guessed_from_a_word_or_a_number(word: object) -> None:
    with pytest.raises(ValueError, match="neither true nor false"):
        parse_data("stay_ended", {"unannounced": word})


@pytest.mark.parametrize("grade", [0, 6, "3", 2.5, True, None])
def test_a_neglect_grade_is_a_whole_number_from_one_to_five(grade: object) -> None:
    grades = {"physical": 1, "safety": 5, "emotional": 3, "developmental": grade}
    with pytest.raises(ValueError, match=r"grades\.developmental"):
        parse_data("neglect_tool_completed", {"tool": "Graded care profile", "grades": grades})


@pytest.mark.parametrize(("percent", "fits"), [(0, True), (100, True), (87.5, True), (-1, False), (101, False), (100.1, False)])
def test_attendance_is_from_nought_to_a_hundred(percent: float, fits: bool) -> None:
    data = {"setting": "nursery", "percent": percent, "from": "2019-09-02", "to": "2019-10-18"}
    if fits:
        assert parse_data("attendance_recorded", data).written()["percent"] == percent
    else:
        with pytest.raises(ValueError, match=r"data\.percent"):
            parse_data("attendance_recorded", data)
