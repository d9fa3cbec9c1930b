"""A worker goes off sick, and the children's days go on."""

from datetime import date

import pytest

from holdfast.actions.end_absence import end_absence
from holdfast.actions.name_cover import name_cover
from holdfast.actions.record_absence import record_absence
from holdfast.duty.cover_proposals import Proposal, children_held, propose_cover
from holdfast.duty.refusals import DutyRefused
from holdfast.duty.rota import holder, staffing_roster
from holdfast.record.ledger.append import append
from holdfast.record.models import EntryEnvelope, StoredSpan, Worker
from tests.duty.team import TUESDAY, Team, allocate, at, user_of


def test_while_the_worker_is_at_work_they_hold_the_child_and_nobody_is_copied(team: Team):
    held = holder("lead_social_worker", team.chloe.pk, TUESDAY)
    assert (held.worker, held.copied, held.incident) == (team.sam, (), False)


def test_a_worker_off_sick_is_covered_and_the_manager_is_told(team: Team):
    record_absence(at=TUESDAY, by=user_of(team.grace), worker=team.sam)
    name_cover(at=TUESDAY, by=user_of(team.grace), worker=team.sam, covers={team.chloe.pk: team.nadia})
    held = holder("lead_social_worker", team.chloe.pk, TUESDAY)
    assert (held.worker, held.copied) == (team.nadia, (team.grace,))
    assert held.because == "named cover for Sam Poole, who is away since 10 Sep 2019 at 10:00"


def test_without_cover_the_duty_worker_has_the_child_and_the_manager_is_told(team: Team):
    record_absence(at=TUESDAY, by=user_of(team.grace), worker=team.sam)
    held = holder("lead_social_worker", team.chloe.pk, TUESDAY)
    assert (held.worker, held.copied) == (team.amina, (team.grace,))


def test_an_absence_is_an_entry_that_says_who_said_so(team: Team):
    entry = record_absence(at=TUESDAY, by=user_of(team.grace), worker=team.sam, expected_until=date(2019, 9, 20))
    row = EntryEnvelope.objects.get(pk=entry.id)
    assert (row.type, row.recorded_by_id, row.body.data) == (
        "absence_started",
        "w9",
        {"worker": "w1", "expected_until": "2019-09-20"},
    )


def test_an_absence_recorded_about_one_family_holds_for_every_child(team: Team):
    allocate(TUESDAY, team.sam, team.harper, by=team.grace)
    append(at=TUESDAY, by=None, type="absence_started", happened="2019-09-10", about=(team.harper.pk,), data={"worker": "w1"})
    assert holder("lead_social_worker", team.chloe.pk, TUESDAY).worker == team.amina


def test_back_at_work_the_child_is_theirs_again(team: Team):
    record_absence(at=TUESDAY, by=user_of(team.grace), worker=team.sam)
    end_absence(at=at("2019-09-16T09:00"), by=user_of(team.grace), worker=team.sam)
    assert holder("lead_social_worker", team.chloe.pk, at("2019-09-16T08:59")).worker == team.amina
    assert holder("lead_social_worker", team.chloe.pk, at("2019-09-16T09:00")).worker == team.sam


def test_a_day_they_were_expected_back_brings_nobody_back(team: Team):
    record_absence(at=TUESDAY, by=user_of(team.grace), worker=team.sam, expected_until=date(2019, 9, 11))
    assert holder("lead_social_worker", team.chloe.pk, at("2019-10-01T09:00")).worker == team.amina


@pytest.mark.parametrize("cover", ["w1", "w2"])
def test_nobody_covers_who_is_away_or_is_the_worker_themselves(team: Team, cover: str):
    record_absence(at=TUESDAY, by=user_of(team.grace), worker=team.sam)
    record_absence(at=TUESDAY, by=user_of(team.grace), worker=team.nadia)
    with pytest.raises(DutyRefused) as refused:
        name_cover(at=TUESDAY, by=user_of(team.grace), worker=team.sam, covers={team.chloe.pk: Worker.objects.get(pk=cover)})
    assert refused.value.faults[0].path == "$.cover"
    assert not EntryEnvelope.objects.filter(type="cover_named").exists()


def test_a_child_on_a_protection_plan_is_covered_by_a_social_worker(team: Team):
    StoredSpan.objects.create(child=team.chloe, kind="child_protection_plan", start="2019-08-01", entry="e")
    support = Worker.objects.create(id="s1", name="Lee Ford", role="family_support_worker", manager=team.grace)
    with pytest.raises(DutyRefused, match="not a social worker"):
        name_cover(at=TUESDAY, by=user_of(team.grace), worker=team.sam, covers={team.chloe.pk: support})
    assert name_cover(at=TUESDAY, by=user_of(team.grace), worker=team.sam, covers={team.harper.pk: support})


def test_away_twice_or_back_without_having_been_away_is_refused_with_what_to_do(team: Team):
    record_absence(at=TUESDAY, by=user_of(team.grace), worker=team.sam)
    with pytest.raises(DutyRefused, match="Sam Poole is already recorded as away since 10 Sep 2019 at 10:00"):
        record_absence(at=TUESDAY, by=user_of(team.grace), worker=team.sam)
    with pytest.raises(DutyRefused, match="Nadia Rahman is not recorded as away"):
        end_absence(at=TUESDAY, by=user_of(team.grace), worker=team.nadia)


def test_a_child_whose_worker_left_is_with_duty_and_the_manager(team: Team):
    data = {"worker": "w1", "reason": "moved team"}
    append(at=TUESDAY, by=team.grace, type="worker_ended", happened="2019-09-10T10:00", about=(team.chloe.pk,), data=data)
    held = holder("lead_social_worker", team.chloe.pk, TUESDAY)
    assert (held.worker, held.copied) == (team.amina, (team.grace,))


@pytest.mark.parametrize(("last_day", "with_sam"), [("2019-09-09", False), ("2019-09-10", True)])
def test_after_the_last_day_the_child_is_with_duty_and_the_manager_whatever_child_it_was_recorded_about(
    team: Team, last_day: str, with_sam: bool
):
    data = {"worker": "w1", "last_day": last_day}
    append(
        at=at("2019-09-02T09:00"), by=team.grace, type="worker_leaving", happened="2019-09-02", about=(team.harper.pk,), data=data
    )
    held = holder("lead_social_worker", team.chloe.pk, TUESDAY)
    assert (held.worker == team.sam) is with_sam
    assert held.worker == (team.sam if with_sam else team.amina)
    if not with_sam:
        assert "gone; the last day was 9 Sep 2019" in held.because


class TestProposingCover:
    def test_somebody_who_has_met_the_child_comes_first(self, team: Team):
        other = Worker.objects.create(id="w0", name="Alex Hart", role="social_worker", manager=team.grace, organisation=team.csc)
        data = {"kind": "child_protection", "worker": "w2", "seen": [team.chloe.pk]}
        append(at=TUESDAY, by=team.nadia, type="visit_made", happened="2019-09-05", about=(team.chloe.pk,), data=data)
        [proposal] = propose_cover(worker="w1", at=TUESDAY)
        assert (proposal.child, proposal.cover, proposal.met) == (team.chloe.pk, "w2", 1)
        assert proposal.because == "has met this child once, and leads for 0 children"
        assert other.pk == "w0"

    def test_a_child_named_in_the_visit_but_not_seen_has_not_been_met(self, team: Team):
        data = {"kind": "child_protection", "worker": "w2", "seen": []}
        append(at=TUESDAY, by=team.nadia, type="visit_made", happened="2019-09-05", about=(team.chloe.pk,), data=data)
        assert propose_cover(worker="w1", at=TUESDAY)[0].met == 0

    def test_children_are_shared_out_so_that_nobody_gets_them_all(self, team: Team):
        Worker.objects.create(id="w3", name="Tom Reid", role="social_worker", manager=team.grace, organisation=team.csc)
        allocate(TUESDAY, team.sam, team.harper, by=team.grace)
        assert {each.cover for each in propose_cover(worker="w1", at=TUESDAY) if each.cover != "d1"} <= {"w2", "w3"}
        assert len({each.cover for each in propose_cover(worker="w1", at=TUESDAY)}) == 2

    def test_when_the_whole_team_is_away_it_says_so(self, team: Team):
        for worker in (team.nadia, team.amina):
            record_absence(at=TUESDAY, by=user_of(team.grace), worker=worker)
        assert propose_cover(worker="w1", at=TUESDAY) == (Proposal(team.chloe.pk, None),)

    def test_the_children_somebody_holds_are_those_nobody_has_taken_over(self, team: Team):
        allocate(TUESDAY, team.sam, team.harper, by=team.grace)
        allocate(at("2019-09-11T10:00"), team.nadia, team.chloe, by=team.grace)
        assert children_held("w1", staffing_roster(at("2019-09-11T10:00"))) == (team.harper.pk,)
