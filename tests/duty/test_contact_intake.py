"""A concern reaches a person who is at work, and whoever raised it learns who that is."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from holdfast.actions.end_absence import end_absence
from holdfast.actions.name_cover import name_cover
from holdfast.actions.record_absence import record_absence
from holdfast.duty.contact_assignee import ContactAssignment, current_assignee
from holdfast.duty.contact_intake import assign, reassign_from_absent, reassign_if_absence, receive
from holdfast.duty.models import Delivery
from holdfast.duty.outbox import mark_read
from holdfast.duty.rota import front_door, next_change
from holdfast.kernel.when import When
from holdfast.record.ledger.append import AppendRefused, append
from holdfast.record.models import EntryEnvelope, Worker
from tests.duty.team import NIGHT, TUESDAY, Team, at, make_team, rota, user_of


def reported(team: Team, when=TUESDAY, about=None, id=None, **data) -> ContactAssignment:
    about = (team.chloe.pk,) if about is None else about
    return receive(
        at=when,
        by=team.maya,
        type="contact_received",
        happened=When.at(when),
        about=about,
        data=team.concern(**data),
        id=id,
        organisation=team.school,
    )


def said(type: str) -> list[dict]:
    return [row.body.data for row in EntryEnvelope.objects.filter(type=type).order_by("sequence")]


def told(taken: ContactAssignment) -> set[str | None]:
    return set(Delivery.objects.filter(matter=UUID(taken.entry.id)).values_list("worker_id", flat=True))


def test_a_concern_about_a_child_with_a_worker_goes_to_that_worker(team: Team):
    taken = reported(team)
    assert taken.assignee.worker == team.sam
    assert said("contact_assigned") == [{"contact": taken.entry.id, "worker": "w1"}]
    assert said("contact_acknowledged") == [{"contact": taken.entry.id, "to": ["t1"]}]
    assert said("message_rerouted") == []
    assert told(taken) == {"w1"}


def test_a_concern_about_an_open_child_goes_to_whoever_is_at_work_and_not_to_the_absent_worker(team: Team):
    record_absence(at=TUESDAY, by=user_of(team.grace), worker=team.sam)
    name_cover(at=TUESDAY, by=user_of(team.grace), worker=team.sam, covers={team.chloe.pk: team.nadia})
    taken = reported(team)
    assert taken.assignee.worker == team.nadia
    assert told(taken) == {"w2", "w9"}


def test_a_concern_addressed_to_a_worker_on_sick_leave_reaches_cover_manager_and_duty_and_the_record_says_so(team: Team):
    record_absence(at=TUESDAY, by=user_of(team.grace), worker=team.sam)
    name_cover(at=TUESDAY, by=user_of(team.grace), worker=team.sam, covers={team.chloe.pk: team.nadia})
    taken = reported(team, **{"for": "w1"})
    assert (taken.assignee.worker, taken.rerouted_from) == (team.nadia, "w1")
    assert told(taken) == {"w2", "w9", "d1"}
    assert said("message_rerouted") == [{"message": taken.entry.id, "to": ["w2", "w9", "d1"]}]


def test_what_is_written_about_a_concern_is_there_whole_or_not_at_all(team: Team):
    with pytest.raises(RuntimeError), transaction.atomic():
        reported(team)
        raise RuntimeError("the power goes")
    assert not EntryEnvelope.objects.filter(type__startswith="contact_").exists()
    assert not Delivery.objects.exists()


def test_a_child_nobody_works_with_goes_to_the_front_door(team: Team):
    taken = reported(team, about=(team.harper.pk,))
    assert (taken.assignee.worker, taken.assignee.role) == (team.amina, "duty_social_worker")


def test_a_child_nobody_knows_goes_to_the_front_door(team: Team):
    assert reported(team, about=()).assignee.worker == team.amina


def test_a_child_on_a_plan_whose_worker_left_still_has_duty_and_the_manager(team: Team):
    team.plan()
    data = {"worker": "w1", "reason": "left"}
    append(at=TUESDAY, by=team.grace, type="worker_ended", happened="2019-09-09", about=(team.chloe.pk,), data=data)
    assert told(reported(team)) == {"d1", "w9"}


def test_two_children_with_two_workers_reach_both(team: Team):
    data = {"worker": "w2", "role": "lead_social_worker"}
    append(at=TUESDAY, by=team.grace, type="worker_allocated", happened="2019-09-01", about=(team.harper.pk,), data=data)
    assert told(reported(team, about=(team.chloe.pk, team.harper.pk))) == {"w1", "w2"}


class TestAfterHours:
    def test_the_emergency_duty_worker_has_it_and_the_childs_own_worker_finds_it_in_the_morning(self, team: Team):
        taken = reported(team, NIGHT)
        assert taken.assignee.worker == team.joe
        assert told(taken) == {"e1", "w1"}

    @pytest.mark.parametrize(
        ("when", "worker"),
        [
            ("2019-09-10T16:59", "d1"),  # Tuesday
            ("2019-09-10T17:00", "e1"),
            ("2019-09-11T00:00", "e1"),  # Wednesday, on the stroke of midnight
            ("2019-09-11T08:29", "e1"),
            ("2019-09-11T08:30", "d1"),
            ("2019-09-14T11:00", "e1"),  # Saturday
        ],
    )
    @pytest.mark.parametrize("kept", [True, False])
    def test_the_front_door_changes_hands_when_the_shift_does(self, team: Team, when, worker, kept):
        if kept:
            rota(team, date(2019, 9, 9), days=7)
        assert reported(team, at(when), about=()).assignee.worker.pk == worker

    def test_the_receipt_can_say_who_has_it_next(self, team: Team):
        rota(team, date(2019, 9, 13))
        changes, then = next_change(at("2019-09-13T16:50"))
        assert (changes, then.worker) == (at("2019-09-13T17:00"), team.joe)

    def test_when_the_worker_and_every_manager_are_away_the_missing_manager_is_an_incident_at_night_too(self, team: Team):
        for worker in ("w1", "w9", "w20"):
            append(at=TUESDAY, by=None, type="absence_started", happened="2019-09-10", about=(), data={"worker": worker})
        taken = reported(team, NIGHT)
        assert taken.assignee.worker == team.joe
        assert None in told(taken)

    def test_a_hole_in_the_rota_goes_to_a_manager_and_never_to_nobody(self, team: Team):
        rota(team, date(2019, 9, 9))
        at_noon_on_a_day_without_shifts = at("2019-09-12T12:00")
        assert front_door(at_noon_on_a_day_without_shifts).worker == team.grace

    def test_with_nobody_at_work_at_all_the_mailbox_has_it_and_that_is_an_incident(self, team: Team):
        for worker in Worker.objects.exclude(pk="t1"):
            append(at=TUESDAY, by=None, type="absence_started", happened="2019-09-10", about=(), data={"worker": worker.pk})
        taken = reported(team)
        assert taken.assignee.incident
        assert "this is an incident" in taken.assignee.because
        assert told(taken) == {None}
        assert said("contact_assigned") == []
        assert len(said("contact_acknowledged")) == 1


class TestSendingTwice:
    def test_a_phone_that_sends_again_changes_nothing(self, team: Team):
        id = uuid4()
        first = reported(team, id=id)
        again = reported(team, id=id)
        assert (again.entry, again.assignee.worker) == (first.entry, first.assignee.worker)
        assert EntryEnvelope.objects.filter(type="contact_assigned").count() == 1
        assert Delivery.objects.count() == 1

    def test_not_even_after_the_worker_who_has_it_went_off_sick(self, team: Team):
        id = uuid4()
        first = reported(team, id=id)
        append(at=TUESDAY, by=None, type="absence_started", happened="2019-09-10", about=(), data={"worker": "w1"})
        assert assign(at=TUESDAY, entry=first.entry).assignee.worker == team.sam

    def test_the_same_id_for_something_else_is_refused(self, team: Team):
        id = uuid4()
        reported(team, id=id)
        with pytest.raises(AppendRefused):
            reported(team, id=id, text="Something else.")
        assert Delivery.objects.count() == 1


class TestPassingOn:
    def test_when_the_worker_who_has_it_goes_off_sick_it_moves_at_once(self, team: Team):
        taken = reported(team)
        record_absence(at=at("2019-09-10T11:00"), by=user_of(team.grace), worker=team.sam)
        assert current_assignee(entry=taken.entry, at=at("2019-09-10T11:00")).assignee.worker == team.amina
        assert [each["worker"] for each in said("contact_assigned")] == ["w1", "d1"]
        assert said("message_rerouted") == [{"message": taken.entry.id, "to": ["d1", "w9"]}]

    def test_unopened_at_the_end_of_the_shift_it_goes_to_the_next(self, team: Team):
        rota(team, date(2019, 9, 10), days=2)
        taken = reported(team, at("2019-09-10T16:50"), about=(team.harper.pk,))
        assert reassign_from_absent(at=at("2019-09-10T16:59")) == 0
        assert reassign_from_absent(at=at("2019-09-10T17:00")) == 1
        assert current_assignee(entry=taken.entry, at=at("2019-09-10T17:00")).assignee.worker == team.joe
        assert reassign_from_absent(at=at("2019-09-10T17:01")) == 0
        assert reassign_from_absent(at=at("2019-09-11T08:30")) == 1
        assert [each["worker"] for each in said("contact_assigned")] == ["d1", "e1", "d1"]

    def test_opened_it_stays_with_whoever_opened_it(self, team: Team):
        rota(team, date(2019, 9, 10))
        taken = reported(team, at("2019-09-10T16:50"), about=(team.harper.pk,))
        mark_read(at=at("2019-09-10T16:52"), by="d1", matter=taken.entry.id)
        assert reassign_from_absent(at=at("2019-09-10T17:00")) == 0

    def test_decided_it_stays(self, team: Team):
        user_of(team.maya)  # who can sign in and read it: nobody has to ring her
        taken = reported(team)
        data = {"contact": taken.entry.id, "decision": "assessment", "reasons": "She is not safe."}
        append(at=TUESDAY, by=team.grace, type="contact_decided", happened="2019-09-10", about=(team.chloe.pk,), data=data)
        record_absence(at=at("2019-09-10T11:00"), by=user_of(team.grace), worker=team.sam)
        assert [each["worker"] for each in said("contact_assigned")] == ["w1"]

    @pytest.mark.parametrize(
        ("type", "data"),
        [
            ("worker_ended", {"reason": "New job."}),
            ("worker_leaving", {"last_day": "2019-09-09"}),
            ("post_left", {"post": "Social worker"}),
        ],
    )
    def test_with_somebody_who_is_recorded_as_gone_it_moves_at_once(self, team: Team, type: str, data: dict[str, str]):
        taken = reported(team)
        assert current_assignee(entry=taken.entry, at=TUESDAY).assignee.worker == team.sam
        gone = append(at=TUESDAY, by=team.grace, type=type, happened=When.at(TUESDAY), about=(), data={"worker": "w1", **data})
        reassign_if_absence(gone, at=TUESDAY)
        assert current_assignee(entry=taken.entry, at=TUESDAY).assignee.worker not in (team.sam, None)

    def test_what_found_nobody_finds_the_first_who_comes_back(self, team: Team):
        everyone = list(Worker.objects.exclude(pk="t1"))
        for worker in everyone:
            append(at=TUESDAY, by=None, type="absence_started", happened="2019-09-10", about=(), data={"worker": worker.pk})
        taken = reported(team)
        assert reassign_from_absent(at=at("2019-09-10T10:01")) == 1
        assert said("contact_assigned") == []
        append(
            at=at("2019-09-10T11:00"), by=None, type="absence_ended", happened="2019-09-10T11:00", about=(), data={"worker": "w9"}
        )
        reassign_from_absent(at=at("2019-09-10T11:00"))
        assert current_assignee(entry=taken.entry, at=at("2019-09-10T11:00")).assignee.worker == team.grace

    def test_each_time_nobody_can_be_found_the_mailbox_hears_of_it_again(self, team: Team):
        taken = reported(team)
        others = list(Worker.objects.exclude(pk__in=["t1", "w1"]))
        for worker in others:
            append(at=TUESDAY, by=None, type="absence_started", happened="2019-09-10", about=(), data={"worker": worker.pk})
        for day, type in ((10, "absence_started"), (11, "absence_ended"), (12, "absence_started")):
            when = at(f"2019-09-{day}T11:00")
            append(at=when, by=None, type=type, happened=When.at(when), about=(), data={"worker": "w1"})
            reassign_from_absent(at=when)
            reassign_from_absent(at=when + timedelta(minutes=1))
            assert current_assignee(entry=taken.entry, at=when).assignee.incident is (type == "absence_started")
        [mailbox] = Delivery.objects.filter(worker=None)
        assert (mailbox.told_at, mailbox.gathered_at) == (at("2019-09-12T11:00"), None)
        assert [each["worker"] for each in said("contact_assigned")] == ["w1", "w1"]


class TestMessages:
    def message(self, team: Team, when=TUESDAY) -> ContactAssignment:
        data = {"for": "w1", "from": "t1", "text": "Please ring me about Chloe.", "possible_serious_harm": True}
        return receive(at=when, by=team.maya, type="message_received", happened=When.at(when), about=(team.chloe.pk,), data=data)

    def test_a_message_to_a_worker_at_work_is_theirs(self, team: Team):
        taken = self.message(team)
        assert (taken.assignee.worker, told(taken), said("message_rerouted")) == (team.sam, {"w1"}, [])

    def test_a_message_to_a_worker_on_sick_leave_reaches_their_cover_and_their_manager(self, team: Team):
        record_absence(at=TUESDAY, by=user_of(team.grace), worker=team.sam)
        name_cover(at=TUESDAY, by=user_of(team.grace), worker=team.sam, covers={team.chloe.pk: team.nadia})
        taken = self.message(team)
        assert taken.assignee.worker == team.nadia
        assert said("message_rerouted") == [{"message": taken.entry.id, "to": ["w2", "w9", "d1"]}]

    def test_a_message_waiting_for_a_worker_who_goes_off_sick_is_passed_on(self, team: Team):
        taken = self.message(team)
        record_absence(at=at("2019-09-10T12:00"), by=user_of(team.grace), worker=team.sam)
        assert told(taken) == {"w1", "d1", "w9"}
        assert said("message_rerouted") == [{"message": taken.entry.id, "to": ["d1", "w9"]}]

    def test_a_message_that_comes_back_to_somebody_is_recorded_once(self, team: Team):
        taken = self.message(team)
        record_absence(at=at("2019-09-10T12:00"), by=user_of(team.grace), worker=team.sam)
        end_absence(at=at("2019-09-11T09:00"), by=user_of(team.grace), worker=team.sam)
        record_absence(at=at("2019-09-11T10:00"), by=user_of(team.grace), worker=team.amina)
        for minutes in range(3):
            reassign_from_absent(at=at("2019-09-11T10:01") + timedelta(minutes=minutes))
        assert current_assignee(entry=taken.entry, at=at("2019-09-11T10:05")).assignee.worker == team.sam
        assert [each["to"][0] for each in said("message_rerouted")] == ["d1", "w1"]


@pytest.mark.django_db
def test_nobody_is_given_a_concern_because_they_reported_it():
    team = make_team(lead=False)
    assert reported(team).assignee.worker != team.maya
