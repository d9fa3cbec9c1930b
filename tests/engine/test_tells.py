"""Who is told of a breach, rung by rung, on which day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.responsibility.ladder_rungs import WARNING, Escalator, Notification
from holdfast.engine.responsibility.roster import ON_CALL_MAILBOX, Roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import start_of_day
from holdfast.standards.ladders import LADDERS
from holdfast.standards.roles import ROLES
from tests.engine.staffing import (
    CHAIR,
    DIRECTOR,
    DUTY,
    EMERGENCY,
    MANAGER,
    NADIA,
    SAM,
    SERVICE_MANAGER,
    TEACHER,
    TOM,
    allocated,
    at,
    back,
    case,
    cover,
    entry,
    sick,
)
from tests.sizes import drawn

RAISED = date(2018, 10, 6)  # Saturday: the conference was due by Friday 5 October
EVERYONE = (SAM, NADIA, TOM, MANAGER, SERVICE_MANAGER, DIRECTOR, DUTY, EMERGENCY, CHAIR, TEACHER)


def climbed(*entries, workers=(SAM, MANAGER), by=date(2018, 10, 6), ladder="L_CP", raised=RAISED, until=None, **rest):
    moment = Moment.at_end_of(by)
    return Escalator(case(*entries, workers=workers)).of_clock(
        ladder=ladder, child="chloe", raised=raised, until=until, moment=moment, **rest
    )


class TestTheBreach:
    def test_a_late_first_conference_reaches_the_manager_of_the_social_worker_once(self):
        assert climbed(allocated("w1")) == (Notification(0, date(2018, 10, 6), "team_manager", "w9", "manager of w1"),)

    def test_the_line_is_written_as_the_case_file_says(self):
        [only] = climbed(allocated("w1"))
        assert only.to_json() == {
            "rung": 0,
            "on": "2018-10-06",
            "role": "team_manager",
            "worker": "w9",
            "because": "manager of w1",
        }

    def test_the_chair_hears_as_well_where_there_is_one(self):
        told = climbed(allocated("w1"), workers=(SAM, MANAGER, CHAIR))
        assert [(each.role, each.worker) for each in told] == [("team_manager", "w9"), ("cp_chair", "c1")]

    def test_nothing_is_told_before_it_is_raised(self):
        assert climbed(allocated("w1"), by=date(2018, 10, 5)) == ()

    def test_a_breach_that_ended_the_same_day_was_still_told(self):
        assert len(climbed(allocated("w1"), until=RAISED, by=date(2018, 12, 1))) == 1


class TestClimbing:
    @pytest.mark.parametrize(
        ("day", "rungs"),
        [
            (date(2018, 10, 8), {0}),  # Monday: 1 working day after
            (date(2018, 10, 9), {0, 1}),  # Tuesday: 2 working days after
            (date(2018, 10, 11), {0, 1}),  # Thursday
            (date(2018, 10, 12), {0, 1, 2}),  # Friday: 5 working days after
            (date(2018, 10, 18), {0, 1, 2}),  # Thursday
            (date(2018, 10, 19), {0, 1, 2, 3}),  # Friday: 10 working days after
        ],
    )
    def test_each_rung_is_reached_on_its_working_day_and_not_before(self, day, rungs):
        assert {each.rung for each in climbed(allocated("w1"), by=day)} == rungs

    @pytest.mark.parametrize(("met", "rungs"), [(date(2018, 10, 9), {0}), (date(2018, 10, 10), {0, 1})])
    def test_it_stops_the_day_the_thing_was_done(self, met, rungs):
        assert {each.rung for each in climbed(allocated("w1"), until=met, by=date(2018, 12, 1))} == rungs

    def test_bank_holidays_do_not_count(self):
        told = climbed(allocated("w1"), raised=date(2018, 12, 24), by=date(2018, 12, 28), ladder="L_CSC")  # Monday, Christmas Eve
        assert [each.on for each in told if each.rung == 1] == [date(2018, 12, 28)]  # Friday: after Thursday 27

    @pytest.mark.parametrize(("minutes", "rungs"), [(59, {0}), (60, {0, 1}), (119, {0, 1}), (120, {0, 1, 2})])
    def test_hours_are_elapsed_hours_at_any_time_of_day(self, minutes, rungs):
        raised = at("2019-11-29T23:30")  # Friday night
        moment = Moment.live(raised + timedelta(minutes=minutes))
        told = Escalator(case(allocated("w1"), workers=EVERYONE)).of_clock(
            ladder="L_IMMEDIATE", child="chloe", raised=raised, until=None, moment=moment
        )
        assert {each.rung for each in told} == rungs

    def test_an_hour_through_the_clock_change_is_an_hour(self):
        raised = at("2019-10-27T00:30")  # Sunday, the clocks go back at 2
        told = Escalator(case(workers=EVERYONE)).of_clock(
            ladder="L_FRONT_DOOR", child=None, raised=raised, until=None, moment=Moment.live(at("2019-10-27T03:30"))
        )
        assert {each.rung for each in told} == {0, 1}

    def test_beyond_the_published_bank_holidays_nobody_goes_untold(self):
        told = climbed(allocated("w1"), raised=date(2090, 3, 1), by=date(2090, 3, 31), ladder="L_CSC")
        assert {each.rung for each in told} == {0, 1, 2, 3}

    def test_a_disagreement_moves_up_one_stage_for_each_stage_that_ran_out(self):
        raised = entry("d", "disagreement_raised", "2018-10-01", by="t1", text="This plan is not working", immediate_risk=False)
        told = climbed(allocated("w1"), raised, workers=EVERYONE, ladder="L_DISAGREE", stage=1, concerning=("d",))
        assert {(each.rung, each.role) for each in told} >= {(0, "line_managers")}
        told = climbed(allocated("w1"), raised, workers=EVERYONE, ladder="L_DISAGREE", stage=2, concerning=("d",))
        assert {each.role for each in told} <= {"senior_liaison_officers", "partnership_business_manager", "team_manager"}


class TestByWhatWasKnownThen:
    def test_the_person_at_work_on_the_day_of_the_rung_is_told(self):
        entries = (allocated("w1"), sick("w9", "2018-10-08"), back("w9", "2018-10-12"))
        told = climbed(*entries, workers=EVERYONE, by=date(2018, 10, 12), ladder="L_CSC")
        assert [(each.rung, each.worker) for each in told] == [(0, "w9"), (1, "w20"), (2, "w30")]

    def test_sickness_recorded_later_had_not_been_known(self):
        entries = (allocated("w1"), sick("w9", "2018-10-01", recorded_at="2018-10-08T09:00:00Z"))
        told = climbed(*entries, workers=(SAM, MANAGER, SERVICE_MANAGER), by=date(2018, 12, 1))
        assert told[0].worker == "w9"

    def test_reading_with_hindsight_does_not_change_who_was_told(self):
        late = sick("w9", "2018-10-01", recorded_at="2018-10-08T09:00:00Z")
        telling = Escalator(case(allocated("w1"), late, workers=(SAM, MANAGER, SERVICE_MANAGER)))
        moment = Moment.with_hindsight(at("2018-10-20T12:00"))
        assert telling.of_clock(ladder="L_CP", child="chloe", raised=RAISED, until=None, moment=moment)[0].worker == "w9"


class TestWarnings:
    def test_the_worker_hears_before_the_breach(self):
        telling = Escalator(case(allocated("w1"), sick("w1", "2018-10-01"), cover("w1", "w2", "2018-10-02"), workers=EVERYONE))
        moment = Moment.at_end_of(date(2018, 10, 3))
        told = telling.warned(ladder="L_CP", child="chloe", warn_from=date(2018, 10, 3), moment=moment)
        assert [(each.rung, each.worker) for each in told] == [(WARNING, "w2"), (WARNING, "w9")]
        assert telling.warned(ladder="L_CP", child="chloe", warn_from=date(2018, 10, 4), moment=moment) == ()


class TestConditions:
    def test_the_emergency_team_instead_of_the_manager_when_the_day_teams_have_gone(self):
        by_night = climbed(allocated("w1"), workers=EVERYONE, ladder="L_IMMEDIATE", raised=at("2018-10-05T22:00"))
        by_day = climbed(allocated("w1"), workers=EVERYONE, ladder="L_IMMEDIATE", raised=at("2018-10-05T11:00"))
        assert (by_night[0].worker, by_day[0].worker) == ("e1", "w9")

    @pytest.mark.parametrize(
        ("instant", "out"),
        [
            ("2019-11-29T08:29", True),  # Friday
            ("2019-11-29T08:30", False),
            ("2019-11-29T16:59", False),
            ("2019-11-29T17:00", True),
            ("2019-11-30T11:00", True),  # Saturday
            ("2019-12-25T11:00", True),  # Wednesday, Christmas Day
        ],
    )
    def test_the_front_door_shuts_with_the_day_teams(self, instant, out):
        assert Roster(case(), at(instant)).shifts.desk_open(at(instant)) is not out

    def test_the_agency_contract_lead_only_where_staff_are_supplied(self):
        supplied = SAM.__class__("a1", "Locum", "csc", "agency_social_worker", "w9")
        contract = SAM.__class__("k1", "Contracts", "csc", "agency_contract_lead")
        workers = (*EVERYONE, supplied, contract)
        by_agency = entry("v1", "visit_made", "2018-10-01", by="a1", kind="child_protection", worker="a1")
        by_own = entry("v2", "visit_made", "2018-10-01", by="w1", kind="child_protection", worker="w1")
        for visit, expected in ((by_agency, True), (by_own, False)):
            told = climbed(
                allocated("w1"), visit, workers=workers, ladder="L_RECORD", by=date(2018, 10, 9), concerning=(visit.id,)
            )
            assert ("k1" in [each.worker for each in told]) is expected


class TestSignals:
    def put(self, tell, severity="high", by=date(2018, 10, 6), evidence=("e1",), until=None, workers=EVERYONE):
        telling = Escalator(case(allocated("w1"), workers=workers))
        return telling.of_signal(
            tell=tell,
            severity=severity,
            child="chloe",
            raised=RAISED,
            until=until,
            moment=Moment.at_end_of(by),
            concerning=evidence,
        )

    def test_is_put_to_the_people_it_names(self):
        told = self.put(("team_manager", "cp_chair"))
        assert [(each.rung, each.worker) for each in told] == [(0, "w9"), (0, "c1")]

    def test_the_second_time_the_service_manager_hears_too(self):
        tell = ("team_manager", "cp_chair", "at escalate_n: service_manager")
        assert [each.worker for each in self.put(tell)] == ["w9", "c1"]
        assert [each.worker for each in self.put(tell, evidence=("e1", "e2"))] == ["w9", "c1", "w20"]

    def test_a_later_step_of_its_own_waits_for_its_day(self):
        tell = ("team_manager", "at 2 working days: assistant_director")
        director = SAM.__class__("w25", "AD", "csc", "assistant_director")
        on_monday = self.put(tell, "critical", by=date(2018, 10, 8), workers=(*EVERYONE, director))
        on_tuesday = self.put(tell, "critical", by=date(2018, 10, 9), workers=(*EVERYONE, director))
        assert "w25" not in [each.worker for each in on_monday]
        assert "w25" in [each.worker for each in on_tuesday]

    @pytest.mark.parametrize(
        ("severity", "last_day_in_time", "first_late_day"),
        [
            ("critical", date(2018, 10, 6), date(2018, 10, 8)),  # Saturday; Monday
            ("high", date(2018, 10, 9), date(2018, 10, 10)),  # Tuesday; Wednesday
            ("medium", date(2018, 10, 12), date(2018, 10, 15)),  # Friday; Monday
            ("low", date(2018, 11, 2), date(2018, 11, 5)),  # Friday; Monday
        ],
    )
    def test_climbs_when_its_answer_is_late(self, severity, last_day_in_time, first_late_day):
        assert {each.rung for each in self.put(("cp_chair",), severity, by=last_day_in_time)} == {0}
        assert {each.rung for each in self.put(("cp_chair",), severity, by=first_late_day)} == {0, 1}

    def test_an_answer_stops_it(self):
        assert {each.rung for each in self.put(("cp_chair",), until=date(2018, 10, 9), by=date(2018, 12, 1))} == {0}

    def test_a_word_that_names_nobody_is_refused(self):
        with pytest.raises(ValueError, match="'the caretaker' is neither"):
            self.put(("the caretaker",))

    def test_a_severity_nobody_defined_is_refused(self):
        with pytest.raises(ValueError, match="severity"):
            self.put(("cp_chair",), "dreadful")


DAYS = st.dates(date(2019, 1, 1), date(2019, 3, 31))
IDS = st.sampled_from([worker.id for worker in EVERYONE])
STAFFING = st.lists(
    st.one_of(
        st.tuples(st.just("allocated"), IDS, DAYS),
        st.tuples(st.just("ended"), IDS, DAYS),
        st.tuples(st.just("sick"), IDS, DAYS),
        st.tuples(st.just("back"), IDS, DAYS),
        st.tuples(st.just("cover"), IDS, IDS, DAYS),
    ),
    max_size=14,
)


def lived(events):
    for number, event in enumerate(events):
        kind, *who, day = event
        when = day.isoformat()
        match kind:
            case "allocated":
                yield entry(f"n{number}", "worker_allocated", when, worker=who[0], role="lead_social_worker")
            case "ended":
                yield entry(f"n{number}", "worker_ended", when, about=("chloe",) if number % 2 else (), worker=who[0])
            case "sick":
                yield entry(f"n{number}", "absence_started", when, about=(), worker=who[0])
            case "back":
                yield entry(f"n{number}", "absence_ended", when, about=(), worker=who[0])
            case "cover":
                yield entry(f"n{number}", "cover_named", when, for_=who[0], cover=who[1])


@given(
    events=STAFFING,
    day=DAYS,
    present=st.sets(IDS),
    role=st.sampled_from(sorted(ROLES)),
    vague=st.booleans(),
)
@drawn("staff and whom to tell")
def test_whatever_happens_to_staff_somebody_at_work_is_told_and_a_manager_too(events, day, present, role, vague):
    entries = list(lived(events))
    if vague:
        entries.append(sick("w9", {"from": "2019-02-01", "to": "2019-02-28"}, recorded_at="2019-02-01T09:00:00Z"))
    world = case(*entries, workers=[worker for worker in EVERYONE if worker.id in present])
    roster = Roster(world, Moment.at_end_of(day))
    told = roster.resolve(role, "chloe")
    assert told, "never nobody"
    for each in told:
        if each.worker is None:
            assert (each.role, each.incident) == (ON_CALL_MAILBOX, True)
        else:
            assert roster.in_post(each.worker), "never somebody who is away"
    lead = roster.lead("chloe")
    if role == "lead_social_worker" and lead is not None and not roster.in_post(lead):
        manager = roster.on_call_manager("chloe", above=lead)
        expected = manager[0] if manager else None if roster.managers(lead) else told[0].worker
        assert expected in [each.worker for each in told], "always with the manager told too"


@given(events=STAFFING, raised=DAYS, days=st.integers(0, 40), ladder=st.sampled_from(sorted(LADDERS)))
@drawn("what was told")
def test_what_was_told_never_changes_as_time_goes_on(events, raised, days, ladder):
    telling = Escalator(case(*lived(events), workers=EVERYONE))
    early, late = start_of_day(raised) + timedelta(days=days), start_of_day(raised) + timedelta(days=days + 30)

    def told(moment):
        return telling.of_clock(ladder=ladder, child="chloe", raised=raised, until=None, moment=moment)

    settled = [each for each in told(Moment.live(early)) if each.on < early.date()]
    assert [each for each in told(Moment.live(late)) if each.on < early.date()] == settled
