"""A gap in the rota is told before it comes to whoever keeps it, and is over when it is filled."""

from datetime import date, datetime, timedelta
from functools import partial

import pytest

from holdfast.actions.record_absence import record_absence
from holdfast.actions.remove_shift import remove_shift
from holdfast.actions.set_shift import ShiftAnswers, set_shift
from holdfast.duty.alerts import worklist
from holdfast.duty.models import Delivery, DutyShift, RotaGap
from holdfast.duty.refusals import DutyRefused
from holdfast.duty.rota_watch import LOOKS_AHEAD, watch_rota
from holdfast.record.ledger.append import append
from holdfast.record.models import Worker
from tests.duty.team import Team, at, make_team, rota, user_of
from tests.record.test_together import at_once

NOW = at("2019-09-10T10:00")  # Tuesday


@pytest.fixture
def kept(team: Team) -> Team:
    """A rota for four weeks without a hole."""
    rota(team, date(2019, 9, 2), days=28)
    return team


def hole(starts: str) -> DutyShift:
    """The night that begins then, taken off by hand."""
    shift = DutyShift.objects.get(team="emergency_duty", starts=at(starts))
    shift.delete()
    return shift


def found() -> list[tuple[str, datetime, datetime]]:
    return list(RotaGap.objects.filter(ended_at__isnull=True).values_list("team", "starts", "ends"))


def test_a_rota_without_a_hole_tells_nobody(kept: Team) -> None:
    assert watch_rota(at=NOW) == 0
    assert not Delivery.objects.filter(kind="rota").exists()


@pytest.mark.parametrize(("before", "told"), [(LOOKS_AHEAD, False), (LOOKS_AHEAD - timedelta(minutes=1), True)])
def test_a_gap_is_told_seven_days_before_it_comes(kept: Team, before: timedelta, told: bool) -> None:
    hole("2019-09-18T17:00")
    watch_rota(at=at("2019-09-18T17:00") - before)
    assert bool(found()) is told


def test_whoever_keeps_the_rota_has_it_on_their_list_with_when_nobody_is_on(kept: Team) -> None:
    hole("2019-09-12T17:00")
    watch_rota(at=NOW)
    assert found() == [("emergency_duty", at("2019-09-12T17:00"), at("2019-09-13T08:30"))]
    [item] = [item for item in worklist("w20", NOW) if item.kind == "rota"]
    assert item.why == "From 12 Sep 2019 at 17:00 to 13 Sep 2019 at 08:30 nobody is on. Put somebody on before then."


def test_the_next_minute_tells_nobody_twice(kept: Team) -> None:
    hole("2019-09-12T17:00")
    for minute in range(3):
        watch_rota(at=NOW + timedelta(minutes=minute))
    assert RotaGap.objects.count() == 1
    assert Delivery.objects.filter(kind="rota").count() == 1


def test_it_ends_as_soon_as_somebody_is_put_on(kept: Team) -> None:
    hole("2019-09-12T17:00")
    watch_rota(at=NOW)
    answers = ShiftAnswers(kept.nadia, "emergency_duty", at("2019-09-12T17:00"), at("2019-09-13T08:30"))
    set_shift(by=user_of(kept.grace), at=NOW, shift=answers)
    assert found() == []
    assert [item for item in worklist("w20", NOW) if item.kind == "rota"] == []


def test_half_filled_it_is_the_same_gap_and_what_is_left_of_it(kept: Team) -> None:
    hole("2019-09-12T17:00")
    watch_rota(at=NOW)
    answers = ShiftAnswers(kept.nadia, "emergency_duty", at("2019-09-12T17:00"), at("2019-09-13T01:00"))
    set_shift(by=user_of(kept.grace), at=NOW, shift=answers)
    assert found() == [("emergency_duty", at("2019-09-13T01:00"), at("2019-09-13T08:30"))]
    assert Delivery.objects.filter(kind="rota").count() == 1


def test_a_name_on_the_rota_that_is_on_leave_is_a_gap(kept: Team) -> None:
    record_absence(at=NOW, by=user_of(kept.grace), worker=kept.amina)
    watch_rota(at=NOW)
    assert found()[0] == ("front_door", NOW, at("2019-09-10T17:00"))


def test_leave_that_was_put_in_ahead_is_a_gap_before_it_begins(kept: Team) -> None:
    leave = {"worker": kept.amina.pk}
    append(at=NOW, by=kept.grace, type="absence_started", happened="2019-09-13", about=(), data=leave)
    watch_rota(at=NOW)
    assert found()[0] == ("front_door", at("2019-09-13T08:30"), at("2019-09-13T17:00"))


@pytest.mark.parametrize(("hours", "higher"), [(24, True), (25, False)])
def test_a_gap_of_tomorrow_goes_up_to_the_next_manager(kept: Team, hours: int, higher: bool) -> None:
    hole("2019-09-12T17:00")
    watch_rota(at=at("2019-09-12T17:00") - timedelta(hours=hours))
    assert Delivery.objects.filter(kind="rota", rung=1).exists() is higher


def test_a_team_that_keeps_no_rota_has_no_gap_in_it(team: Team) -> None:
    assert watch_rota(at=NOW) == 0


class TestKeepingTheRota:
    def refused(self, team: Team, /, **change: object) -> list[str]:
        shift = {"worker": team.nadia, "team": "emergency_duty", "starts": at("2019-09-12T17:00"), "ends": at("2019-09-13T08:30")}
        with pytest.raises(DutyRefused) as refused:
            set_shift(by=user_of(team.grace), at=NOW, shift=ShiftAnswers(**(shift | change)))  # type: ignore[arg-type]
        return [each.path for each in refused.value.faults]

    def test_what_cannot_be_is_refused_at_its_field(self, team: Team) -> None:
        assert self.refused(team, ends=at("2019-09-12T17:00")) == ["$.ends"]
        assert self.refused(team, starts=at("2019-09-09T08:30"), ends=at("2019-09-10T10:00")) == ["$.ends"]
        assert self.refused(team, ends=at("2019-09-15T17:01")) == ["$.ends"]

    def test_a_weekend_is_not_too_long(self, team: Team) -> None:
        answers = ShiftAnswers(team.nadia, "emergency_duty", at("2019-09-12T17:00"), at("2019-09-15T17:00"))
        assert set_shift(by=user_of(team.grace), at=NOW, shift=answers).set_by == team.grace

    def test_nobody_is_put_on_who_is_away_then_or_on_already(self, team: Team) -> None:
        record_absence(at=NOW, by=user_of(team.grace), worker=team.joe)
        assert self.refused(team, worker=team.joe) == ["$.worker"]
        DutyShift.objects.create(
            worker=team.nadia, team="emergency_duty", starts=at("2019-09-13T08:00"), ends=at("2019-09-13T12:00")
        )
        assert self.refused(team) == ["$.worker"]

    def test_a_shift_that_has_begun_ends_and_what_was_worked_stays(self, kept: Team) -> None:
        shift = DutyShift.objects.get(team="front_door", starts=at("2019-09-10T08:30"))
        remove_shift(by=user_of(kept.grace), at=NOW, shift=shift)
        shift.refresh_from_db()
        assert (shift.ends, shift.set_by) == (NOW, kept.grace)
        assert found()[0][:2] == ("front_door", NOW)

    def test_a_shift_to_come_is_taken_off_and_one_that_is_over_is_not(self, kept: Team) -> None:
        remove_shift(by=user_of(kept.grace), at=NOW, shift=DutyShift.objects.get(starts=at("2019-09-12T08:30")))
        assert not DutyShift.objects.filter(starts=at("2019-09-12T08:30")).exists()
        with pytest.raises(DutyRefused):
            remove_shift(
                by=user_of(kept.grace), at=NOW, shift=DutyShift.objects.get(team="front_door", starts=at("2019-09-09T08:30"))
            )

    def test_a_shift_that_is_over_is_given_to_nobody_else(self, kept: Team) -> None:
        worked = DutyShift.objects.get(team="front_door", starts=at("2019-09-09T08:30"))
        now = {"worker": kept.nadia, "team": "front_door", "starts": worked.starts, "ends": at("2019-09-10T12:00")}
        assert self.refused(kept, **now, change=worked) == ["$.ends"]
        worked.refresh_from_db()
        assert (worked.worker, worked.ends) == (kept.amina, at("2019-09-09T17:00"))

    def test_somebody_who_takes_over_a_shift_under_way_has_it_from_now_on(self, kept: Team) -> None:
        begun = DutyShift.objects.get(team="front_door", starts=at("2019-09-10T08:30"))
        answers = ShiftAnswers(kept.nadia, "front_door", begun.starts, begun.ends, change=begun)
        taken = set_shift(by=user_of(kept.grace), at=NOW, shift=answers)
        begun.refresh_from_db()
        assert (begun.worker, begun.starts, begun.ends) == (kept.amina, at("2019-09-10T08:30"), NOW)
        assert (taken.worker, taken.starts, taken.ends) == (kept.nadia, NOW, at("2019-09-10T17:00"))
        assert taken.pk != begun.pk

    @pytest.mark.parametrize(("starts", "refused"), [("09:59", ["$.starts"]), ("10:00", []), ("10:01", [])])
    def test_a_shift_under_way_is_taken_over_at_no_time_that_has_passed(
        self, kept: Team, starts: str, refused: list[str]
    ) -> None:
        begun = DutyShift.objects.get(team="front_door", starts=at("2019-09-10T08:30"))
        now = {"worker": kept.nadia, "team": "front_door", "starts": at(f"2019-09-10T{starts}"), "ends": begun.ends}
        if refused:
            assert self.refused(kept, **now, change=begun) == refused
        else:
            assert set_shift(by=user_of(kept.grace), at=NOW, shift=ShiftAnswers(**now, change=begun)).starts == now["starts"]

    def test_a_shift_that_starts_now_is_changed_whole(self, kept: Team) -> None:
        shift = DutyShift.objects.get(team="front_door", starts=at("2019-09-10T08:30"))
        answers = ShiftAnswers(kept.nadia, "front_door", shift.starts, shift.ends, change=shift)
        changed = set_shift(by=user_of(kept.grace), at=shift.starts, shift=answers)
        assert (changed.pk, changed.worker) == (shift.pk, kept.nadia)

    def test_a_shift_that_somebody_took_off_meanwhile_is_refused_in_words(self, kept: Team) -> None:
        shift = DutyShift.objects.get(team="front_door", starts=at("2019-09-12T08:30"))
        remove_shift(by=user_of(kept.grace), at=NOW, shift=DutyShift.objects.get(pk=shift.pk))
        now = {"worker": kept.nadia, "team": "front_door", "starts": shift.starts, "ends": shift.ends}
        assert self.refused(kept, **now, change=shift) == ["$.worker"]

    def test_the_same_start_twice_is_said_and_no_error(self, team: Team) -> None:
        answers = ShiftAnswers(team.nadia, "emergency_duty", at("2019-09-12T17:00"), at("2019-09-13T08:30"))
        set_shift(by=user_of(team.grace), at=NOW, shift=answers)
        assert self.refused(team) == ["$.worker"]


class TestWhoKeepsIt:
    def told(self) -> set[str]:
        return set(Delivery.objects.filter(kind="rota", rung=0).values_list("worker", flat=True))

    def test_with_no_service_manager_the_managers_who_may_fill_it_are_told_and_no_director(self, kept: Team) -> None:
        director(kept)
        hole("2019-09-12T17:00")
        watch_rota(at=NOW)
        assert self.told() == {kept.grace.pk}

    def test_a_keeper_on_leave_is_not_told_and_the_next_who_may_fill_it_is(self, kept: Team) -> None:
        record_absence(at=NOW, by=user_of(kept.grace), worker=kept.ruth)
        hole("2019-09-12T17:00")
        watch_rota(at=NOW)
        assert self.told() == {kept.grace.pk}

    def test_with_nobody_who_may_fill_it_whoever_is_above_is_told(self, kept: Team) -> None:
        director(kept)
        record_absence(at=NOW, by=user_of(kept.grace), worker=kept.grace)
        Worker.objects.filter(pk=kept.amina.pk).update(manager=None)
        hole("2019-09-12T17:00")
        watch_rota(at=NOW)
        assert kept.ruth.pk in self.told()


def director(team: Team) -> None:
    """Ruth Bell is the director, and no service manager is in post."""
    Worker.objects.filter(pk=team.ruth.pk).update(role="director_of_childrens_services")


@pytest.mark.django_db(transaction=True)
def test_of_four_who_put_one_person_on_at_once_one_does_and_three_are_told() -> None:
    team = make_team()
    grace = user_of(team.grace)
    said: list[str] = []

    def put_on(hour: int) -> None:
        answers = ShiftAnswers(team.nadia, "emergency_duty", at(f"2019-09-12T{17 + hour // 2}:00"), at("2019-09-13T08:30"))
        try:
            set_shift(by=grace, at=NOW, shift=answers)
            said.append("put on")
        except DutyRefused as refused:
            said.extend(each.path for each in refused.faults)

    # Two of them with the very same start.
    assert at_once(*(partial(put_on, hour) for hour in range(4))) == []
    assert sorted(said) == ["$.worker", "$.worker", "$.worker", "put on"]
    assert DutyShift.objects.count() == 1
