"""Time passes, and what nobody answers climbs: once for each person and rung, whatever happens to the program."""

import json
from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.conf import settings

from holdfast.actions.end_absence import end_absence
from holdfast.actions.record_absence import record_absence
from holdfast.config import postgres
from holdfast.duty import escalation_job
from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.duty.models import Climb, Delivery, Notice
from holdfast.exchange.importer import import_case
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, StoredClock, Worker
from holdfast.record.projection.derivation import alert_id
from tests.duty.team import CHILD, TUESDAY, Team, at, rota, user_of


def told(rule: str, rung: int | None = None) -> list[tuple[int, str | None]]:
    rows = Delivery.objects.filter(kind="alert", matter__in=Alert.objects.filter(rule_id=rule).values("pk"))
    rows = rows if rung is None else rows.filter(rung=rung)
    return sorted(((row.rung, row.worker_id) for row in rows), key=str)


class TestClimbing:
    @pytest.mark.parametrize(
        ("now", "rungs"),
        [
            ("2019-08-15T23:59", set()),  # Thursday: the first core group is due today
            ("2019-08-16T00:00", {0}),  # Friday
            ("2019-08-19T23:59", {0}),  # Monday: 1 working day after
            ("2019-08-20T00:00", {0, 1}),  # Tuesday: 2 working days after
            ("2019-08-23T00:00", {0, 1, 2}),  # Friday: 5 working days after
            ("2019-09-02T00:00", {0, 1, 2, 3}),  # Monday: 10 working days after, over the August bank holiday
        ],
    )
    def test_a_late_core_group_is_told_rung_by_rung(self, team: Team, now, rungs):
        team.plan()
        run_minute_jobs(at=at(now))
        assert {rung for rung, _ in told("CP-20")} == rungs

    def test_the_breach_reaches_the_manager_and_the_chair(self, team: Team):
        team.plan()
        run_minute_jobs(at=at("2019-08-16T00:00"))
        assert told("CP-20") == [(0, "c1"), (0, "w9")]

    def test_the_next_minute_and_the_next_thousand_tell_nobody_twice(self, team: Team):
        team.plan()
        for passed in range(5):
            run_minute_jobs(at=TUESDAY + timedelta(minutes=passed))
        each = Counter(Delivery.objects.values_list("matter", "rung", "worker"))
        assert each
        assert set(each.values()) == {1}
        assert Notice.objects.filter(made_at__gt=TUESDAY).count() == 0

    def test_a_minute_in_which_nothing_changed_moves_nothing(self, team: Team):
        team.plan()
        run_minute_jobs(at=TUESDAY)
        assert escalation_job.escalate(at=TUESDAY + timedelta(minutes=1)) == 0

    def test_the_worker_hears_before_the_breach(self, team: Team):
        team.plan()
        clock = StoredClock.objects.get(standard="CP-20")
        warned_from = datetime.fromisoformat(clock.warn_from)
        rows = Delivery.objects.filter(kind="warning", matter=alert_id(clock.child_id, clock.key))
        run_minute_jobs(at=warned_from - timedelta(minutes=1))
        assert not rows.exists()
        run_minute_jobs(at=warned_from)
        run_minute_jobs(at=warned_from + timedelta(minutes=1))
        [row] = rows
        assert (row.worker_id, row.rung) == ("w1", -1)

    def test_what_was_done_ends_the_climb(self, team: Team):
        team.plan()
        run_minute_jobs(at=at("2019-08-16T00:00"))
        data = {"present": [{"role": "social_worker", "worker": "w1"}]}
        append(
            at=at("2019-08-16T15:00"),
            by=team.sam,
            type="core_group_held",
            happened="2019-08-16",
            about=(team.chloe.pk,),
            data=data,
        )
        run_minute_jobs(at=at("2019-08-23T00:00"))
        assert {rung for rung, _ in told("CP-20")} == {0}


class TestPeopleComeAndGo:
    def test_when_the_manager_who_was_told_goes_off_sick_the_next_manager_is_told(self, team: Team):
        team.plan()
        run_minute_jobs(at=at("2019-08-16T09:00"))
        record_absence(at=at("2019-08-16T10:00"), by=user_of(team.grace), worker=team.grace)
        run_minute_jobs(at=at("2019-08-16T10:01"))
        assert told("CP-20", 0) == [(0, "c1"), (0, "w20"), (0, "w9")]

    def test_back_again_they_are_not_told_a_second_time(self, team: Team):
        team.plan()
        run_minute_jobs(at=at("2019-08-16T09:00"))
        record_absence(at=at("2019-08-16T10:00"), by=user_of(team.grace), worker=team.grace)
        run_minute_jobs(at=at("2019-08-16T10:01"))
        end_absence(at=at("2019-08-16T12:00"), by=user_of(team.grace), worker=team.grace)
        run_minute_jobs(at=at("2019-08-16T12:01"))
        assert told("CP-20", 0) == [(0, "c1"), (0, "w20"), (0, "w9")]

    def test_what_can_wait_lies_with_duty_until_the_front_door_opens_again(self, team: Team):
        rota(team, date(2019, 8, 16), days=4)
        team.plan()
        record_absence(at=at("2019-08-15T10:00"), by=user_of(team.grace), worker=team.peter)  # the chair: duty has it for him
        run_minute_jobs(at=at("2019-08-16T16:59"))  # Friday
        assert (0, "d1") in told("CP-20", 0)
        run_minute_jobs(at=at("2019-08-16T17:00"))
        assert (0, "e1") not in told("CP-20", 0)

    def test_with_nobody_at_work_the_mailbox_has_it_once(self, team: Team):
        team.plan()
        for worker in (team.sam, team.grace, team.ruth, team.amina, team.joe, team.peter, team.nadia):
            record_absence(at=at("2019-08-15T10:00"), by=user_of(team.grace), worker=worker)
        for passed in range(3):
            run_minute_jobs(at=at("2019-08-16T09:00") + timedelta(minutes=passed))
        assert told("CP-20", 0) == [(0, None)]
        [row] = Delivery.objects.filter(worker=None, matter__in=Alert.objects.filter(rule_id="CP-20").values("pk"))
        assert row.incident
        assert "this is an incident" in row.because
        assert Notice.objects.filter(worker=None).count() >= 1


def entry(id: str, type: str, happened: str, about: list[str], data: dict[str, str]) -> dict[str, object]:
    return {"id": id, "type": type, "happened": happened, "about": about, "data": data}


class TestHistoryIsNotAFlood:
    """Ten years read in at once: what is over is history, and what is still overdue is told once, to those who can act."""

    def imported(self, plans: int = 12) -> None:
        case = {
            "format": "holdfast-case/1",
            "organisations": [{"id": "csc", "kind": "childrens_social_care", "name": "Old Town"}],
            "workers": [
                {"id": "a1", "name": "Old Sam", "organisation": "csc", "role": "social_worker", "manager": "a9"},
                {"id": "a9", "name": "Old Grace", "organisation": "csc", "role": "team_manager", "manager": "a20"},
                {"id": "a20", "name": "Old Ruth", "organisation": "csc", "role": "service_manager", "manager": None},
            ],
            "people": [
                {"id": f"k{n}", "names": [{"use": "usual", "given": f"K{n}", "family": None}], "born": "2012"}
                for n in range(plans)
            ],
            "relationships": [],
            "entries": [],
        }
        for n in range(plans):
            about, plan = [f"k{n}"], {"plan": "child_protection"}
            case["entries"] += [
                entry(f"l{n}", "worker_allocated", "2014-01-06", about, {"worker": "a1", "role": "lead_social_worker"}),
                entry(f"p{n}", "plan_started", "2014-01-06", about, plan | {"category": "NEG"}),
            ]
            if n % 2:
                case["entries"].append(entry(f"q{n}", "plan_ended", "2014-12-15", about, plan | {"reason": "Safe now."}))
        import_case(json.dumps(case), origin="old-system.json", at=TUESDAY)
        Worker.objects.filter(name__startswith="Old").update(email="old@northmere.example")

    @pytest.mark.django_db
    def test_one_message_each_and_nobody_above_those_who_can_act(self):
        self.imported()
        run_minute_jobs(at=TUESDAY)
        over = Alert.objects.filter(ended_at__isnull=False)
        assert over.count() > 20
        assert not Delivery.objects.filter(matter__in=over.values("pk")).exists()
        rows = Delivery.objects.filter(kind="alert")
        assert rows.exists()
        assert set(rows.values_list("rung", "carried_in")) == {(0, True)}
        assert max(Counter(Notice.objects.values_list("worker", flat=True)).values()) == 1

    @pytest.mark.django_db
    def test_from_then_on_its_ladder_counts_from_the_day_we_first_saw_it(self):
        self.imported(plans=1)
        run_minute_jobs(at=TUESDAY)
        run_minute_jobs(at=at("2019-09-11T23:59"))  # Wednesday: 1 working day later
        assert {rung for rung, _ in told("CP-20")} == {0}
        run_minute_jobs(at=at("2019-09-12T00:00"))  # Thursday
        assert {rung for rung, _ in told("CP-20")} == {0, 1}


class TestTroubleInOnePlace:
    def test_a_step_that_fails_does_not_keep_people_from_being_told(self, team: Team, monkeypatch):
        def broken(*, at):
            raise RuntimeError("no room on the disk")

        team.plan()
        monkeypatch.setattr(escalation_job, "reassign_from_absent", broken)
        with pytest.raises(RuntimeError, match="no room"):
            run_minute_jobs(at=at("2019-08-16T00:00"))
        assert told("CP-20")

    def test_an_alert_that_cannot_be_read_does_not_keep_the_others_from_anybody(self, team: Team):
        team.plan()
        Alert.objects.create(
            id="00000000-0000-0000-0000-000000000001",
            child=team.harper,
            key="gone",
            rule_id="GONE-01",
            why="?",
            raised_at=TUESDAY,
        )
        with pytest.raises(KeyError):
            escalation_job.escalate(at=TUESDAY)
        minute_alerts = Alert.objects.exclude(rule_id="GONE-01").count()
        assert Climb.objects.count() == minute_alerts

    def test_a_minute_that_begins_while_another_is_at_work_does_nothing(self, team: Team):
        team.plan()
        with postgres.superuser(settings.DATABASES["default"]["NAME"]) as other:
            other.execute("SELECT pg_advisory_lock(%s)", [escalation_job.MINUTE])
            run_minute_jobs(at=TUESDAY)
            assert not Delivery.objects.exists()
            other.execute("SELECT pg_advisory_unlock(%s)", [escalation_job.MINUTE])
        run_minute_jobs(at=TUESDAY)
        assert Delivery.objects.exists()

    def test_nothing_that_leaves_the_building_names_a_child(self, team: Team):
        team.plan()
        run_minute_jobs(at=TUESDAY)
        said = " ".join(f"{notice.subject} {notice.body}" for notice in Notice.objects.all())
        assert "Something needs you in Holdfast" in said
        assert CHILD not in said
        assert team.chloe.pk not in said
        assert not any(CHILD in row.because or team.chloe.pk in row.because for row in Delivery.objects.all())
