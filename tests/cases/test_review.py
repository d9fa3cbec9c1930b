"""What Holdfast shows of the case of the published review, alert by alert: for whom, from when, told to whom, from which
paragraphs. And what the review is too imprecise to say.

A range counts from its last day, so "first shown" is the latest day it can have been by, never the earliest.
"""

import re
from datetime import date

import pytest

from holdfast.vocabulary.case_file import read_case
from holdfast.vocabulary.case_writer import write_case
from tests.cases.telling import CASES, Shown, case, shown

END = date(2019, 12, 31)  # Tuesday, the end of the review's timeframe
ALL = {"ava", "lucas", "harper", "chloe"}
ELDER = {"ava", "lucas", "harper"}
YOUNGEST = {"harper", "chloe"}


@pytest.fixture(scope="module")
def review() -> Shown:
    """The case as it stood when the review's timeframe ended."""
    return shown("review", END)


# What the file is -----------------------------------------------------------------------------------------------------


def test_the_file_is_written_as_holdfast_writes_it() -> None:
    text = (CASES / "review.json").read_text(encoding="utf-8")
    assert write_case(read_case(text)) == text


def test_every_entry_says_which_paragraph_it_comes_from() -> None:
    assert all(entry.source for entry in case("review").entries)


def test_nobody_is_called_anything_but_the_reviews_own_names() -> None:
    world = case("review")
    assert {person.name for person in world.people.values()} == {
        *("Ava", "Lucas", "Harper", "Chloe", "Mother", "Father", "Father 2", "Father 3"),
        *("Maternal grandmother", "Aunt", "Older child of Father"),
    }
    assert not any(name.family for person in world.people.values() for name in person.names)
    named_as_people_are = re.compile(r"[A-Z]\w+( [A-Z]\w+)+")
    assert not any(named_as_people_are.fullmatch(worker.name) for worker in world.workers.values())


def test_no_day_is_more_exact_than_the_review_gives() -> None:
    exact = {entry.id for entry in case("review").entries if entry.happened.exact}
    assert exact == {"review-published"}


def test_the_other_two_fathers_are_nobodys_father_because_the_review_does_not_say_whose() -> None:
    linked = {person for link in case("review").relationships for person in (link.from_person, link.to_person)}
    assert not linked & {"father-2", "father-3"}


def test_twenty_one_professionals_were_in_the_room_and_none_of_them_is_given_a_name(review: Shown) -> None:
    rows = review.entry("conference-october-2018").data.present  # type: ignore[attr-defined]
    assert [row.person for row in rows if row.person] == ["mother", "father"]
    assert sum(row.person is None for row in rows) == 21
    assert not any(row.worker for row in rows)


# Timeliness is not safety ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", ["CP-06", "CP-40", "CP-41"])
def test_every_conference_of_the_timeframe_was_in_time(review: Shown, rule: str) -> None:
    lines = [line for line in review.of(rule) if line["state"] != "not_required"]
    assert {line["child"] for line in lines} == ALL
    # The conference after the birth was held before the timeframe, and the review names no strategy discussion for it.
    lines = [line for line in lines if (rule, line["trigger"]) != ("CP-06", "conference-after-birth")]
    assert {line["state"] for line in lines} <= {"met", "running"}
    assert all(line["approximate"] for line in lines)


def test_when_the_conference_after_the_birth_was_due_cannot_be_told(review: Shown) -> None:
    lines = [line for line in review.of("CP-06") if line["trigger"] == "conference-after-birth"]
    assert {line["child"] for line in lines} == ALL
    assert {(line["state"], line["due"], line["raised_on"]) for line in lines} == {("cannot_tell", None, None)}


# The first plan ------------------------------------------------------------------------------------------------------------


def test_chloes_first_plan_ended_after_ten_weeks_with_no_conference(review: Shown) -> None:
    line = review.one("CP-50", "chloe")
    assert (line["state"], line["raised_on"], line["approximate"]) == ("overdue", "2018-09-30", True)
    assert review.told(line) == {"team-manager", "conference-chair"}
    assert review.paragraphs(line) == {"4.5"}
    assert set(review.raised("CP-50")) == {"chloe"}


def test_it_ended_though_nothing_showed_that_the_reasons_had_changed(review: Shown) -> None:
    line = review.one("SIG-PLAN-ENDED-UNCHANGED", "chloe")
    assert (line["state"], line["raised_on"]) == ("raised", "2018-09-30")
    assert {"conference-after-birth", "drug-use-during-first-plan", "first-plan-ended"} <= set(line["evidence"])
    assert {"conference-chair", "service-manager"} <= review.told(line)
    assert "no evidence that its reasons had changed" in line["why"]


def test_the_baby_was_on_a_plan_and_the_three_others_were_not_with_no_reason_for_any_of_them(review: Shown) -> None:
    assert review.raised("SIG-SIB-DIFF-LEVEL") == {child: {"2018-07-22"} for child in ELDER}
    line = review.one("SIG-SIB-DIFF-LEVEL", "harper")
    assert line["evidence"] == ["conference-after-birth"]
    assert review.paragraphs(line) == {"4.5", "5.30"}
    assert review.told(line) == {"conference-chair", "team-manager", "service-manager"}
    assert (line["state"], line["met_by"]) == ("ended", "conference-october-2018")


def test_each_of_the_three_is_shown_to_have_no_reasoned_decision_of_their_own(review: Shown) -> None:
    first = {child: review.of("CP-12", child)[0] for child in ELDER}
    assert {line["trigger"] for line in first.values()} == {"conference-after-birth"}
    assert {line["raised_on"] for line in first.values()} == {"2018-07-22"}


# Autumn 2018 -----------------------------------------------------------------------------------------------------------------


def test_three_crises_in_a_few_days_were_first_looked_at_together_at_the_strategy_discussion(review: Shown) -> None:
    assert set(review.raised("SIG-CRISIS-SERIES")) == ALL
    line = review.one("SIG-CRISIS-SERIES", "ava")
    assert line["evidence"] == ["violence-at-home", "suicide-attempt", "overdose"]
    assert (line["state"], line["met_by"]) == ("ended", "strategy-discussion")


def test_the_grandmother_had_the_children_overnight_and_nobody_had_checked(review: Shown) -> None:
    stays = {line["child"]: line for line in review.of("KIN-01") if line["trigger"] == "autumn-stay-1-with-grandmother"}
    assert set(stays) == ALL
    for line in stays.values():
        assert (line["state"], line["raised_on"], line["approximate"]) == ("overdue", "2018-11-02", True)
        assert review.told(line) == {"team-manager"}
        assert review.paragraphs(line) == {"4.7", "5.63"}


def test_the_children_were_taken_from_her_unannounced(review: Shown) -> None:
    assert set(review.raised("SIG-MOVES")) == ALL
    assert review.paragraphs(review.one("SIG-MOVES", "chloe")) == {"5.64"}


def test_what_ava_said_asked_for_safety_six_times(review: Shown) -> None:
    said = {line["evidence"][0] for line in review.of("SIG-CHILD-ASKS-FOR-SAFETY", "ava")}
    assert said == {
        *(
            "ava-fear-at-night",
            "ava-father-hanging",
            "ava-saw-overdose",
            "ava-rather-care",
            "ava-take-into-care",
            "ava-stay-at-aunts",
        ),
    }
    assert review.paragraphs(review.of("SIG-CHILD-ASKS-FOR-SAFETY", "lucas")[0]) == {"5.51"}


def test_nothing_the_children_said_is_recorded_to_have_been_answered(review: Shown) -> None:
    silent = {line["evidence"][0] for line in review.of("SIG-VOICE-NO-ACTION")}
    asked = {entry.id for entry in case("review").entries if entry.type == "voice_recorded" and entry.happened.last < END}
    assert silent == asked
    assert len(asked) > 12
    assert {line["state"] for line in review.of("SIG-VOICE-NO-ACTION")} == {"raised"}


# While the plans ran ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", ["CP-22", "SIG-CG-SW-ABSENT"])
def test_three_core_groups_had_no_social_worker_in_the_room(review: Shown, rule: str) -> None:
    for child in ALL:
        lines = review.of(rule, child)
        assert len(lines) == 3
        assert {line["raised_on"] for line in lines} == {"2019-11-30"}  # their dates are not stated
        assert all(review.paragraphs(line) == {"5.49"} for line in lines)
        told = [review.told(line) for line in lines]
        assert told[0] == {"team-manager", "conference-chair"}
        again = {"service-manager"} if rule == "SIG-CG-SW-ABSENT" else set()
        assert all(each == told[0] | again for each in told[1:])


def test_multi_agency_supervision_fell_due_in_october_2019_and_was_not_held(review: Shown) -> None:
    for child in ALL:
        line = next(line for line in review.of("MAS-01", child) if line["trigger"] == "conference-october-2018")
        assert (line["due"], line["raised_on"], line["state"]) == ("2019-10-31", "2019-11-01", "overdue")
    assert {"2019-11-29"} <= review.raised("SIG-NO-MA-SUPERVISION")["chloe"]


def test_two_marks_of_complexity_would_have_asked_for_it_a_year_earlier(review: Shown) -> None:
    first = {child: review.of("MAS-02", child)[0] for child in ALL}
    assert {line["raised_on"] for line in first.values()} == {"2018-11-29"}
    assert {line["trigger"] for line in first.values()} == {"conference-october-2018"}  # 21 professionals, and three crises


def test_no_neglect_tool_was_used_while_the_indicators_gathered(review: Shown) -> None:
    assert set(review.raised("NEG-01")) == ALL
    assert review.raised("SIG-NEGLECT-NO-TOOL") == {"ava": {"2019-11-30"}, "lucas": {"2019-11-30"}}
    assert "5.33" in review.paragraphs(review.one("SIG-NEGLECT-NO-TOOL", "lucas"))
    assert set(review.raised("SIG-NEGLECT-CUMULATIVE")) == ALL
    # The managers, the chair, and every agency that had recorded a piece of it.
    assert review.told(review.one("SIG-NEGLECT-CUMULATIVE", "ava")) == {
        *("team-manager", "service-manager", "conference-chair"),
        *("school-staff", "health-professional", "substance-misuse-worker"),
    }


# Before court ------------------------------------------------------------------------------------------------------------------


def test_father_had_not_signed_five_working_days_after_the_first_meeting(review: Shown) -> None:
    for child in YOUNGEST:  # whose father he is
        late = next(line for line in review.of("PLO-04", child) if line["raised_on"])
        assert (late["due"], late["raised_on"]) == ("2019-04-29", "2019-04-30")
        assert (late["state"], late["met_by"]) == ("met_late", "father-signs")
        assert review.told(late) >= {"service-manager"}
        assert review.paragraphs(late) == {"5.56"}
    assert review.raised("SIG-PLO-UNSIGNED") == {child: {"2019-04-30"} for child in YOUNGEST}
    assert [line["state"] for line in review.of("PLO-04", "ava")] == ["met"]  # Mother signed; a stepfather is not asked


def test_pre_proceedings_went_on_past_sixteen_weeks(review: Shown) -> None:
    for child in ALL:
        line = review.one("PLO-06", child)
        assert (line["due"], line["raised_on"]) == ("2019-07-21", "2019-07-22")
        assert (line["state"], line["met_by"]) == ("met_late", "care-proceedings")
        assert review.told(line) >= {"service-manager"}


def test_nothing_legal_happened_from_august_until_the_urgent_application(review: Shown) -> None:
    assert set(review.raised("SIG-PLO-IDLE")) == ALL
    last = review.of("SIG-PLO-IDLE", "harper")[-1]
    assert "father-signs" in last["evidence"]
    assert last["raised_on"] == "2019-09-14"
    assert last["met_by"] == "care-proceedings"
    assert review.told(last) == {"team-manager", "service-manager", "assistant-director"}
    assert [line["state"] for line in review.of("PLO-08", "harper")].count("met_late") == 3


# The message -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("child", sorted(YOUNGEST))
def test_the_message_went_to_a_worker_who_was_away_and_reached_nobody(review: Shown, child: str) -> None:
    rerouting, triage = review.one("WK-02", child), review.one("FD-05", child)
    assert (rerouting["trigger"], rerouting["state"], rerouting["raised_on"]) == ("allegation", "overdue", "2019-12-01")
    assert (triage["trigger"], triage["state"], triage["raised_on"]) == ("allegation", "overdue", "2019-12-01")
    signal = review.one("SIG-MSG-ABSENT-WORKER", child)
    assert set(signal["evidence"]) == {"second-worker-away", "allegation"}
    # A Sunday, and the record names no emergency duty: the manager on call now, and the others on Monday.
    assert review.told(signal) == {"team-manager", "duty-social-worker", "service-manager"}
    assert {"1.1", "4.2", "5.113", "5.20"} <= review.paragraphs(signal)


def test_nobody_who_was_away_is_told_of_anything(review: Shown) -> None:
    told = {tell["worker"] for line in review.lines for tell in line["tells"] if tell["on"] >= "2019-12-01"}
    assert not told & {"first-allocated-social-worker", "second-allocated-social-worker", "manager-on-sick-leave"}
    assert None not in told  # never nobody


def test_nobody_was_named_to_cover(review: Shown) -> None:
    assert review.raised("WK-01") == {child: {"2019-12-03"} for child in ALL}
    assert {line["trigger"] for line in review.of("WK-01")} == {"second-worker-away"}


# What else was asked, alert by alert ------------------------------------------------------------------------------------------


def test_a_second_plan_began_within_two_years_of_the_first(review: Shown) -> None:
    assert review.raised("SIG-PLAN-REPEAT") == {child: {"2018-10-31"} for child in ALL}
    line = review.one("SIG-PLAN-REPEAT", "ava")
    assert line["evidence"] == ["first-plan-ended", "conference-october-2018"]
    assert {"4.5", "4.9"} <= review.paragraphs(line)


def test_the_first_plan_was_shorter_than_the_time_to_its_first_review(review: Shown) -> None:
    assert review.raised("SIG-PLAN-SHORT") == {"chloe": {"2018-09-30"}}
    assert review.told(review.one("SIG-PLAN-SHORT", "chloe")) == {"conference-chair", "service-manager"}


def test_an_assessment_pointed_to_court_and_the_children_stayed_at_home(review: Shown) -> None:
    """Chloe has an older line beside it, of the plan that ended in 2018."""
    lines = [line for line in review.of("SIG-OPTIMISM") if line["trigger"] == "care-planning-meeting"]
    assert {line["child"] for line in lines} == ALL
    for line in lines:
        assert line["evidence"] == ["assessment-completed", "care-planning-meeting"]
        assert (line["raised_on"], line["state"]) == ("2019-03-10", "raised")
        assert review.paragraphs(line) == {"5.55", "5.56"}
        assert review.told(line) == {"team-manager", "conference-chair"}


def test_more_than_fifteen_professionals_were_at_the_october_conference(review: Shown) -> None:
    assert review.raised("SIG-MANY-PROFESSIONALS") == {child: {"2018-10-31"} for child in ALL}
    assert "4.11" in review.paragraphs(review.one("SIG-MANY-PROFESSIONALS", "lucas"))


def test_visits_were_made_that_were_not_a_social_workers_who_saw_each_child(review: Shown) -> None:
    assert set(review.raised("SIG-VISIT-WRONG-KIND")) == ALL
    line = review.one("SIG-VISIT-WRONG-KIND", "lucas")
    assert {"visits-by-family-support", "visits-by-agency-staff"} <= set(line["evidence"])
    assert {"5.18", "5.20"} <= review.paragraphs(line)


@pytest.mark.parametrize("child", ["chloe", "harper", "lucas"])
def test_no_social_worker_is_recorded_to_have_seen_the_three_who_stayed_after_october_2018(review: Shown, child: str) -> None:
    line = review.of("SIG-CONTACT-GAP", child)[-1]
    assert (line["raised_on"], line["state"]) == ("2018-11-22", "raised")
    assert review.told(line) == {"team-manager", "service-manager", "conference-chair"}


def test_what_the_family_support_worker_saw_was_not_talked_through_with_the_social_worker(review: Shown) -> None:
    assert set(review.raised("SIG-FSW-NOTES-UNREAD")) == ALL
    assert review.paragraphs(review.one("SIG-FSW-NOTES-UNREAD", "harper")) == {"5.18", "5.20"}


def test_the_joint_visit_that_was_talked_of_was_not_made(review: Shown) -> None:
    """School's joint visits were about the two elder children and are not dated: of theirs it cannot be told."""
    assert review.raised("SIG-JOINT-VISIT-NOT-DONE") == {child: {"2019-01-23"} for child in YOUNGEST}
    assert review.paragraphs(review.one("SIG-JOINT-VISIT-NOT-DONE", "chloe")) == {"5.99"}


def test_lucas_cared_for_his_sisters_and_nobody_decided_on_a_young_carers_assessment(review: Shown) -> None:
    line = review.one("SIG-YOUNG-CARER", "lucas")
    assert (line["raised_on"], line["evidence"]) == ("2018-10-31", ["lucas-late-for-school", "lucas-baby-sisters"])
    assert "5.28" in review.paragraphs(review.one("SIG-YOUNG-CARER", "ava"))


def test_what_lucas_showed_was_not_thought_through(review: Shown) -> None:
    assert set(review.raised("SIG-BEHAVIOUR")) == {"lucas"}
    line = review.of("SIG-BEHAVIOUR", "lucas")[0]
    assert line["evidence"] == ["lucas-weepy", "lucas-unwell"]
    assert review.paragraphs(line) == {"5.51"}


def test_lucas_needed_teeth_out(review: Shown) -> None:
    assert review.raised("SIG-HEALTH-UNMET") == {"lucas": {"2019-11-30"}}
    assert review.paragraphs(review.one("SIG-HEALTH-UNMET", "lucas")) == {"5.33"}


def test_neglect_grew_worse_while_the_plans_were_for_neglect(review: Shown) -> None:
    assert review.raised("SIG-NEGLECT-WORSENING-ON-PLAN") == {child: {"2019-11-30"} for child in ALL}
    assert review.paragraphs(review.one("SIG-NEGLECT-WORSENING-ON-PLAN", "ava")) == {"5.33"}


def test_a_grandmother_with_needs_of_her_own_was_not_thought_through_before_the_next_stay(review: Shown) -> None:
    assert set(review.raised("SIG-CARER-KNOWN-NEEDS")) == ALL
    line = review.one("SIG-CARER-KNOWN-NEEDS", "chloe")
    assert (line["trigger"], line["raised_on"]) == ("further-stays-with-grandmother", "2019-12-12")
    assert "mental" not in line["why"]  # that there is something is said, never what


def test_what_grandmother_said_of_herself_was_not_decided_on(review: Shown) -> None:
    assert review.raised("SIG-FAMILY-CONCERN") == {child: {"2019-12-12"} for child in ALL}
    assert review.paragraphs(review.one("SIG-FAMILY-CONCERN", "ava")) == {"5.67"}


def test_concerns_were_raised_again_and_again_and_nobody_opened_a_disagreement(review: Shown) -> None:
    assert review.raised("SIG-ESCALATION-UNUSED") == {child: {"2019-12-07"} for child in ALL}
    assert review.paragraphs(review.one("SIG-ESCALATION-UNUSED", "lucas")) == {"4.11", "5.82"}


def test_the_team_manager_was_new(review: Shown) -> None:
    line = next(line for line in review.of("SIG-MANAGER-GAP", "ava") if "team-manager-new" in line["evidence"])
    assert "took up the post" in line["why"]
    assert review.told(line) == {"service-manager", "assistant-director"}


def test_a_possible_injury_was_seen_while_the_results_were_awaited(review: Shown) -> None:
    """Which of the two had the bruise is not stated (4.2): it is asked of both."""
    assert {line["child"] for line in review.of("SIG-RESULT-PENDING") if line["trigger"] == "bruise"} == YOUNGEST
    assert set(review.raised("SIG-INJURY-ON-PLAN")) == YOUNGEST


def test_partners_were_not_told_of_pre_proceedings(review: Shown) -> None:
    assert review.raised("SIG-PLO-PARTNERS-UNAWARE") == {child: {"2019-04-06"} for child in ALL}
    assert {line["state"] for line in review.of("SIG-PLO-PARTNERS-UNAWARE")} == {"ended"}  # with the application to the court


def test_the_assessment_was_not_brought_up_to_date_while_things_grew_worse(review: Shown) -> None:
    late = [line for line in review.of("AS-05") if line["state"] == "overdue"]
    assert {line["child"] for line in late} == ALL
    assert {line["due"] for line in late} == {"2019-08-28"}


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("SIG-SINGLE-ISSUE", "4.1 says that all six aspects showed at some time, and nothing dates any before a conference"),
        ("SIG-OUTPUT-NOT-OUTCOME", "no action of the plans is given"),
        ("SIG-PLAN-ROLLED-OVER", "no action of the plans is given"),
        ("SIG-ATTENDANCE", "5.33 says that Ava's attendance declined and gives no figure"),
        ("SIG-AVOIDANCE", "5.85 and 5.100 say sometimes, of the parents' own appointments"),
        ("SIG-HOUSEHOLD-CHANGE", "the move and the prison are not dated: the conference of July 2019 may have come after both"),
        ("SIG-CARER-CANNOT-COPE", "when grandmother said so is not dated, and the children were then removed"),
        ("SIG-VOICE-THIN", "what Ava and Lucas said in a few words are not two things running that can be dated"),
        ("SIG-NEGLECT-EMOTIONAL", "5.27 names emotional neglect as a whole and dates no single sign"),
        ("SIG-THRESHOLD-DRIFT", "nothing is said of what was decided on any contact"),
        ("SIG-TRAINING-GAP", "no training before 2020 is given for any agency of the core group"),
        ("SIG-CG-CONCERN-REPEATED", "5.82 does not say which concerns were raised at core groups"),
        ("SIG-RECURRENT-LEARNING", "the other local reviews are of 2021, and no audit before them is told of"),
    ],
)
def test_the_review_says_too_little_for_these_signals_too(review: Shown, rule: str, why: str) -> None:
    assert why
    assert not any(line["raised_on"] for line in review.of(rule))


# What the review is too imprecise to say ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("SIG-ADULT-FOCUS", "5.16 gives an approximately equal split and not one action: none can be recorded"),
        ("SIG-WORKER-CHANGES", "5.6 says that workers often changed; 5.20 counts two who were ill, not how many there were"),
        (
            "SIG-SAME-NAME",
            "5.54 says that three fathers share a first name and gives neither the name nor whose the other two are",
        ),
        ("SIG-VISIT-UNRECORDED", "5.20 says that not all visits were recorded; no visit is said to have been booked"),
    ],
)
def test_the_review_says_too_little_for_this_signal(review: Shown, rule: str, why: str) -> None:
    assert why
    assert review.of(rule) == []


@pytest.mark.parametrize("rule", ["KIN-02", "SIG-CARER-UNASSESSED"])
def test_when_stays_with_the_grandmother_became_a_pattern_cannot_be_told_from_ranges(review: Shown, rule: str) -> None:
    """Several stays, none of them dated (5.63): whether two fell within 28 days is not said. Ava's stay with her aunt is long
    enough by itself, and the review does not say whether the aunt was assessed: that is a question, not a finding."""
    assert [(line["child"], line["trigger"]) for line in review.of(rule)] == [("ava", "autumn-stay-3-with-aunt")]


def test_whether_every_action_was_done_when_the_first_plan_ended_cannot_be_told(review: Shown) -> None:
    line = review.one("CP-51", "chloe")
    assert line["state"] == "cannot_tell"
    assert "not recorded" in line["why"]


def test_how_the_agencies_tie_in_for_the_two_youngest_is_not_said(review: Shown) -> None:
    """Who saw them grubby and who was told there was no money is not stated (5.33), so no two agencies are known."""
    assert not review.of("SIG-NEGLECT-NO-TOOL", "chloe")
    assert not review.of("SIG-NEGLECT-NO-TOOL", "harper")


def test_that_a_concern_was_never_decided_is_not_the_same_as_that_nobody_wrote_so_in_a_review(review: Shown) -> None:
    """Of the midwife's, the school's and the GP's referrals the review says that they are on record (5.112) and not what was
    done. The lines stand, with a range that says how little is known."""
    lines = [line for line in review.of("FD-02") if line["trigger"] in ("midwife-referral", "school-report", "gp-referral")]
    assert {line["state"] for line in lines} == {"overdue"}
    assert all(line["approximate"] for line in lines)


# What was known when ------------------------------------------------------------------------------------------------------------


def test_before_the_tests_came_back_the_record_does_not_know_what_they_said() -> None:
    then = shown("review", END)
    assert then.of("CP-61", "chloe")[0]["state"] == "overdue"
    known = {entry.id for entry in case("review").entries if entry.recorded_at.date() <= END}
    assert not known & {"result-chloe", "result-harper", "positive", "grandmother-home"}


def test_by_the_october_conference_the_plan_that_ended_and_the_unchecked_carer_could_be_seen() -> None:
    then = shown("review", date(2018, 11, 2))  # Friday
    assert {rule for rule in ("CP-50", "SIG-PLAN-ENDED-UNCHANGED", "SIG-SIB-DIFF-LEVEL", "KIN-01") if then.raised(rule)} == {
        *("CP-50", "SIG-PLAN-ENDED-UNCHANGED", "SIG-SIB-DIFF-LEVEL", "KIN-01"),
    }
    assert not then.of("SIG-MSG-ABSENT-WORKER")
