"""Who is in post, and who hears instead of somebody who is away."""

from dataclasses import replace

import pytest

from holdfast.engine.responsibility.roster import ON_CALL_MAILBOX, Recipient, Roster
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.working_hours import KnownShift
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

TUESDAY = at("2019-09-10T10:00")  # Tuesday
NIGHT = at("2019-09-10T22:00")
ON_TUESDAY = (("d1", "front_door"), ("e1", "emergency_duty"))


def told(*entries, workers, role="lead_social_worker", when=TUESDAY, concerning=()):
    return [(each.role, each.worker) for each in Roster(case(*entries, workers=workers), when).resolve(role, "chloe", concerning)]


class TestTheLeadWorker:
    def test_is_the_one_allocated_last(self):
        world = case(allocated("w1", "2018-05-01"), allocated("w2", "2019-01-07"), workers=(SAM, NADIA, MANAGER))
        assert Roster(world, at("2019-01-06T12:00")).lead("chloe") == "w1"
        assert Roster(world, at("2019-01-07T23:59:59.999999")).lead("chloe") == "w2"

    def test_who_was_replaced_does_not_come_back_when_the_next_one_leaves(self):
        world = case(
            allocated("w1"),
            allocated("w2", "2019-01-07"),
            entry("e", "worker_ended", "2019-03-01", worker="w2"),
            workers=(SAM, NADIA, MANAGER),
        )
        assert Roster(world, TUESDAY).lead("chloe") is None

    def test_ended_for_a_sister_is_not_ended_for_this_child(self):
        world = case(
            allocated("w1", about=("chloe", "harper")), entry("e", "worker_ended", "2019-03-01", about=("harper",), worker="w1")
        )
        assert Roster(world, TUESDAY).lead("chloe") == "w1"
        assert Roster(world, TUESDAY).lead("harper") is None

    def test_a_family_support_worker_allocated_later_does_not_lead(self):
        world = case(allocated("w1"), allocated("w2", "2019-01-07", role="family_support_worker"), workers=(SAM, NADIA, MANAGER))
        assert Roster(world, TUESDAY).lead("chloe") == "w1"

    def test_an_allocation_recorded_late_was_not_known_before(self):
        world = case(allocated("w1", "2019-09-02", recorded_at="2019-09-16T09:00:00Z"))
        assert Roster(world, TUESDAY).lead("chloe") is None
        assert Roster(world, Moment.with_hindsight(TUESDAY)).lead("chloe") == "w1"

    def test_an_allocation_corrected_to_another_worker_moves(self):
        wrong = allocated("w1", "2019-09-02")
        right = allocated("w2", "2019-09-02", recorded_at="2019-09-09T09:00:00Z", corrects=wrong.id, reason="Wrong Sam")
        world = case(wrong, right, workers=(SAM, NADIA, MANAGER))
        assert Roster(world, at("2019-09-08T10:00")).lead("chloe") == "w1"
        assert Roster(world, TUESDAY).lead("chloe") == "w2"


class TestBeingAway:
    @pytest.mark.parametrize(
        ("when", "is_away"),
        [
            ("2019-09-02T23:59", False),  # Monday, the evening before
            ("2019-09-03T23:59:59.999999", True),  # Tuesday, the first day
            ("2019-09-04T09:00", True),
            ("2019-09-08T23:59", True),  # Sunday, the day before they are back
            ("2019-09-09T23:59:59.999999", False),  # Monday, the day they are back
        ],
    )
    def test_lasts_from_its_first_day_to_the_day_they_are_back(self, when, is_away):
        world = case(sick("w1", "2019-09-03"), back("w1", "2019-09-09"))
        assert (Roster(world, at(when)).away("w1") is not None) is is_away

    def test_does_not_end_because_they_were_expected_back(self):
        world = case(sick("w1", "2019-09-03", expected_until="2019-09-06"))
        assert Roster(world, TUESDAY).away("w1").certain

    def test_begins_for_the_record_when_it_is_recorded(self):
        world = case(sick("w1", "2019-09-03", recorded_at="2019-09-11T09:00:00Z"))
        assert Roster(world, TUESDAY).in_post("w1")
        assert not Roster(world, Moment.with_hindsight(TUESDAY)).in_post("w1")

    def test_leave_recorded_ahead_begins_on_its_day(self):
        world = case(sick("w1", "2019-09-10", recorded_at="2019-09-01T09:00:00Z"))
        assert Roster(world, at("2019-09-09T23:59")).in_post("w1")
        assert not Roster(world, at("2019-09-10T00:00")).in_post("w1")

    def test_within_a_vague_date_is_possible_and_counts_as_away(self):
        vague = {"from": "2019-09-01", "to": "2019-09-30"}
        world = case(sick("w1", vague, recorded_at="2019-09-01T09:00:00Z"))
        possible = Roster(world, TUESDAY).away("w1")
        assert possible is not None and not possible.certain
        assert possible.in_words() == "possibly away (from between 1 Sep 2019 and 30 Sep 2019)"
        assert Roster(world, at("2019-09-30T08:00")).away("w1").certain

    def test_a_vague_return_leaves_them_possibly_away_until_it_is_certain(self):
        back_sometime = back("w1", {"from": "2019-09-08", "to": "2019-09-20"}, recorded_at="2019-09-08T09:00:00Z")
        world = case(sick("w1", "2019-09-03"), back_sometime)
        assert Roster(world, at("2019-09-07T12:00")).away("w1").certain
        assert not Roster(world, TUESDAY).away("w1").certain
        assert Roster(world, at("2019-09-19T23:59")).away("w1") is not None
        assert Roster(world, at("2019-09-20T00:00")).away("w1") is None

    def test_again_on_the_day_they_came_back_is_away(self):
        world = case(
            sick("w1", "2019-09-02", recorded_at="2019-09-02T08:00:00Z"),
            back("w1", "2019-09-09", recorded_at="2019-09-09T08:00:00Z"),
            sick("w1", "2019-09-09", recorded_at="2019-09-09T15:00:00Z"),
        )
        assert Roster(world, at("2019-09-09T12:00")).in_post("w1")
        assert not Roster(world, TUESDAY).in_post("w1")

    def test_withdrawn_was_never_so(self):
        mistaken = sick("w1", "2019-09-03")
        taken_back = entry(
            "x",
            "entry_withdrawn",
            "2019-09-09",
            about=(),
            withdraws=mistaken.id,
            reason="Another Sam",
            recorded_at="2019-09-09T10:00:00Z",
        )
        assert Roster(case(mistaken, taken_back), TUESDAY).in_post("w1")

    def test_a_worker_who_left_altogether_is_not_at_work(self):
        world = case(allocated("w1"), entry("e", "worker_ended", "2019-08-30", about=(), worker="w1"))
        roster = Roster(world, TUESDAY)
        assert not roster.in_post("w1")
        assert roster.lead("chloe") is None


class TestWhoIsToldInstead:
    def test_nobody_else_when_the_lead_is_at_work(self):
        assert told(allocated("w1"), workers=(SAM, MANAGER, DUTY)) == [("lead_social_worker", "w1")]

    def test_the_named_cover_and_the_manager(self):
        entries = (allocated("w1"), sick("w1", "2019-09-03"), cover("w1", "w2", "2019-09-04"))
        assert told(*entries, workers=(SAM, NADIA, MANAGER, DUTY)) == [("lead_social_worker", "w2"), ("team_manager", "w9")]

    def test_the_reasons_say_who_is_away_and_who_covers(self):
        world = case(allocated("w1"), sick("w1", "2019-09-03"), cover("w1", "w2", "2019-09-04"), workers=(SAM, NADIA, MANAGER))
        assert Roster(world, TUESDAY).resolve("lead_social_worker", "chloe") == (
            Recipient("lead_social_worker", "w2", "named cover for w1, who is away since 3 Sep 2019"),
            Recipient("team_manager", "w9", "manager of w1; told as well because w1 is away since 3 Sep 2019"),
        )

    def test_a_page_may_use_names_in_the_reasons(self):
        world = case(allocated("w1"), sick("w1", "2019-09-03"), workers=(SAM, MANAGER))
        [only] = Roster(world, TUESDAY, name=world.names.worker).resolve("lead_social_worker", "chloe")
        assert only.because == "manager of Sam Poole; Sam Poole is away since 3 Sep 2019"

    def test_possibly_away_is_said(self):
        vague = sick("w1", {"from": "2019-09-01", "to": "2019-09-30"}, recorded_at="2019-09-01T09:00:00Z")
        told_now = Roster(case(allocated("w1"), vague), TUESDAY).resolve("lead_social_worker", "chloe")
        assert [(each.worker, "possibly away" in each.because) for each in told_now] == [("w9", True)]

    def test_the_cover_named_last(self):
        entries = (
            allocated("w1"),
            sick("w1", "2019-09-03"),
            cover("w1", "w3", "2019-09-06"),
            cover("w1", "w2", "2019-09-04"),
        )
        assert told(*entries, workers=(SAM, NADIA, TOM, MANAGER))[0] == ("lead_social_worker", "w3")

    def test_cover_named_for_an_absence_that_is_over_does_not_cover_the_next(self):
        entries = (
            allocated("w1"),
            sick("w1", "2019-08-05"),
            cover("w1", "w2", "2019-08-06"),
            back("w1", "2019-08-19"),
            sick("w1", "2019-09-03"),
        )
        assert told(*entries, workers=(SAM, NADIA, MANAGER, DUTY))[0] == ("lead_social_worker", "d1")

    def test_cover_named_for_a_sister_only_does_not_cover_this_child(self):
        entries = (allocated("w1"), sick("w1", "2019-09-03"), cover("w1", "w2", "2019-09-04", about=("harper",)))
        assert told(*entries, workers=(SAM, NADIA, MANAGER, DUTY))[0] == ("lead_social_worker", "d1")

    def test_the_cover_of_the_cover_when_the_cover_falls_ill(self):
        entries = (
            allocated("w1"),
            sick("w1", "2019-09-03"),
            cover("w1", "w2", "2019-09-04"),
            sick("w2", "2019-09-09"),
            cover("w2", "w3", "2019-09-09", about=()),
        )
        assert told(*entries, workers=(SAM, NADIA, TOM, MANAGER, DUTY))[0] == ("lead_social_worker", "w3")

    def test_two_people_named_to_cover_each_other_send_it_to_duty(self):
        entries = (
            allocated("w1"),
            sick("w1", "2019-09-03"),
            sick("w2", "2019-09-03"),
            cover("w1", "w2", "2019-09-04"),
            cover("w2", "w1", "2019-09-04"),
        )
        assert told(*entries, workers=(SAM, NADIA, MANAGER, DUTY)) == [("lead_social_worker", "d1"), ("team_manager", "w9")]

    def test_duty_before_the_emergency_team_before_the_manager(self):
        entries = (allocated("w1"), sick("w1", "2019-09-03"))
        assert told(*entries, workers=(SAM, MANAGER, EMERGENCY, DUTY))[0][1] == "d1"
        # By day the emergency team is at home, and the manager is nearer. At night it is there, for what cannot wait: this can.
        assert told(*entries, sick("d1", "2019-09-03"), workers=(SAM, MANAGER, EMERGENCY, DUTY))[0][1] == "w9"
        assert told(*entries, workers=(SAM, MANAGER, EMERGENCY, DUTY), when=NIGHT)[0][1] == "d1"
        assert told(*entries, workers=(SAM, MANAGER, EMERGENCY), when=NIGHT)[0][1] == "e1"
        assert told(*entries, workers=(SAM, MANAGER)) == [("lead_social_worker", "w9")]

    def test_the_managers_manager_when_the_manager_is_away_too(self):
        entries = (allocated("w1"), sick("w1", "2019-09-03"), sick("w9", "2019-09-03"))
        assert told(*entries, workers=(SAM, MANAGER, SERVICE_MANAGER)) == [("lead_social_worker", "w20")]

    def test_when_everybody_is_away_the_mailbox_and_that_is_an_incident(self):
        world = case(allocated("w1"), sick("w1", "2019-09-03"), sick("w9", "2019-09-03"))
        [only] = Roster(world, TUESDAY).resolve("lead_social_worker", "chloe")
        assert (only.role, only.worker, only.incident) == (ON_CALL_MAILBOX, None, True)
        assert only.because == "nobody in the record holds lead social worker or stands in for it: this is an incident"

    def test_when_every_manager_is_away_the_missing_copy_is_an_incident_too(self):
        entries = (allocated("w1"), sick("w1", "2019-09-03"), cover("w1", "w2", "2019-09-04"), sick("w9", "2019-09-03"))
        assert told(*entries, workers=(SAM, NADIA, MANAGER)) == [("lead_social_worker", "w2"), (ON_CALL_MAILBOX, None)]

    def test_nobody_allocated_goes_to_duty_and_the_last_workers_manager(self):
        entries = (allocated("w1"), entry("e", "worker_ended", "2019-03-01", worker="w1"))
        assert told(*entries, workers=(SAM, MANAGER, DUTY)) == [("lead_social_worker", "d1"), ("team_manager", "w9")]

    def test_a_case_with_no_workers_at_all_goes_to_the_mailbox(self):
        assert told(workers=()) == [(ON_CALL_MAILBOX, None)]


class TestManagersAndOthers:
    def test_the_team_manager_is_whoever_manages_the_lead(self):
        world = case(allocated("w1"))
        assert Roster(world, TUESDAY).resolve("team_manager", "chloe") == (Recipient("team_manager", "w9", "manager of w1"),)

    def test_the_service_manager_is_found_by_title_up_the_line(self):
        entries = (allocated("w1"),)
        assert told(*entries, workers=(SAM, MANAGER, SERVICE_MANAGER), role="service_manager") == [("service_manager", "w20")]

    def test_a_level_that_nobody_holds_goes_up_and_never_down(self):
        workers = (SAM, MANAGER, SERVICE_MANAGER, DIRECTOR)
        assert told(allocated("w1"), workers=workers, role="assistant_director") == [("assistant_director", "w30")]
        # That a register names nobody so high must not take it from everybody: then the highest there are.
        assert told(allocated("w1"), workers=(SAM, MANAGER), role="assistant_director") == [("assistant_director", "w9")]
        # A post that somebody holds and nobody fills today is another thing.
        entries = (allocated("w1"), sick("w20", "2019-09-03"))
        assert told(*entries, workers=workers[:3], role="service_manager") == [(ON_CALL_MAILBOX, None)]

    def test_a_manager_away_is_stood_in_for_by_the_next_one_up(self):
        entries = (allocated("w1"), sick("w9", "2019-09-03"))
        assert told(*entries, workers=(SAM, MANAGER, SERVICE_MANAGER, DUTY), role="team_manager") == [("team_manager", "w20")]

    def test_the_chair_allocated_to_the_child_before_any_other_chair(self):
        other = CHAIR.__class__("c0", "Other Chair", "csc", "conference_chair")
        workers = (SAM, MANAGER, CHAIR, other)
        assert told(allocated("w1"), allocated("c1", role="cp_chair"), workers=workers, role="cp_chair") == [("cp_chair", "c1")]
        assert told(allocated("w1"), workers=workers, role="cp_chair") == [("cp_chair", "c0")]

    def test_a_role_nobody_holds_falls_back_to_duty_with_the_manager_told(self):
        assert told(allocated("w1"), workers=(SAM, MANAGER, DUTY), role="cp_chair") == [
            ("cp_chair", "d1"),
            ("team_manager", "w9"),
        ]

    def test_a_school_that_does_not_know_the_child_is_not_told(self):
        workers = (SAM, MANAGER, TEACHER)
        assert told(allocated("w1"), workers=workers, role="designated_safeguarding_lead")[0][1] == "w9"

    def test_the_school_that_wrote_about_the_child_is(self):
        wrote = entry(
            "k",
            "contact_received",
            "2019-09-02",
            by="t1",
            from_={"role": "teacher", "worker": "t1"},
            channel="phone",
            text="Worried about Chloe.",
        )
        workers = (SAM, MANAGER, TEACHER)
        assert told(allocated("w1"), wrote, workers=workers, role="designated_safeguarding_lead") == [
            ("designated_safeguarding_lead", "t1")
        ]

    def test_whoever_made_the_visit_is_read_from_the_visit(self):
        visit = entry("v", "visit_made", "2019-09-02", by="w9", kind="child_protection", worker="w2")
        workers = (SAM, NADIA, MANAGER)
        assert told(allocated("w1"), visit, workers=workers, role="visiting_worker", concerning=("v",)) == [
            ("visiting_worker", "w2")
        ]

    def test_a_role_no_list_knows_still_reaches_somebody(self):
        assert told(allocated("w1"), workers=(SAM, MANAGER), role="keeper_of_the_keys") == [("keeper_of_the_keys", "w9")]

    def test_a_line_of_managers_that_goes_round_in_a_circle_ends(self):
        one = SAM.__class__("a", "A", "csc", "social_worker", "b")
        two = SAM.__class__("b", "B", "csc", "team_manager", "a")
        assert Roster(case(workers=(one, two)), TUESDAY).managers("a") == ("b",)

    def test_with_a_rota_only_those_on_shift_are_on_duty(self):
        world = case(workers=(DUTY, EMERGENCY))
        assert Roster(world, TUESDAY).on_duty() == ("d1",)
        both = [KnownShift(worker, team, at("2019-09-10T09:00"), at("2019-09-10T12:00")) for worker, team in ON_TUESDAY]
        assert Roster(replace(world, rota=tuple(both)), TUESDAY).on_duty() == ("d1", "e1")
        # The front door keeps no rota here and goes by its hours. Emergency duty's own is believed, also when nobody is on it.
        assert Roster(replace(world, rota=tuple(both[1:])), TUESDAY).on_duty() == ("d1", "e1")
        assert Roster(replace(world, rota=tuple(both)), at("2019-09-10T12:00")).on_duty() == ()
