"""What was put off, or taken back and said again, is told anew as it is lived, as a replay says: by a message of its own, from
the lowest rung, whatever was answered before."""

from datetime import timedelta

from holdfast.actions.answer_alert import answer_alert
from holdfast.duty.alerts import worklist
from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.duty.models import Climb, Delivery, Notice
from holdfast.engine.replay import replay_of
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert
from holdfast.record.projection.rebuild import differences
from holdfast.record.read import world_around
from holdfast.vocabulary.entry import Entry
from tests.duty.team import Team, at, user_of

RULE = "FD-02"
LAST = at("2019-09-27T12:00")  # Friday


def came(team: Team, when: str, **rest: object) -> Entry:
    """A concern from the school, written down at ``when`` or ``recorded``."""
    recorded = at(str(rest.pop("recorded", when)))
    parts = {"type": "contact_received", "happened": at(when).isoformat(), "about": (team.chloe.pk,), "data": team.concern()}
    return append(at=recorded, by=team.sam, **parts, **rest)


def take_back(team: Team, entry: str, when: str) -> Entry:
    return append(
        at=at(when),
        by=team.sam,
        type="entry_withdrawn",
        happened=at(when).isoformat(),
        about=(team.chloe.pk,),
        data={},
        withdraws=entry,
        reason="A mistake.",
    )


def live(until: str, since: str = "2019-09-10T10:00") -> None:
    """The minute's work at each midnight and each noon."""
    now = at(since)
    while now <= at(until):
        run_minute_jobs(at=now)
        now = now + timedelta(hours=12) if now.hour in (0, 12) else now.replace(hour=12)


def as_lived() -> list[tuple[object, ...]]:
    """Each alert with the rungs and days on which it was told, and to whom."""
    found = []
    for alert in Alert.objects.filter(rule_id=RULE).order_by("raised_at"):
        rows = Delivery.objects.filter(kind="alert", matter=alert.pk)
        told = sorted({(row.rung, london_day(row.told_at), row.worker_id) for row in rows}, key=str)
        found.append((london_day(alert.raised_at), alert.withdrawn, told))
    return found


def as_replayed(team: Team) -> list[tuple[object, ...]]:
    moment = Moment.live(LAST)
    lines = replay_of(world_around(team.chloe.pk, moment), moment, [team.chloe.pk], [RULE])
    return [
        (
            each.line.raised_on,
            each.line.withdrawn_on is not None,
            sorted({(tell.rung, tell.on, tell.worker) for tell in each.tells}, key=str),
        )
        for each in lines
        if each.line.raised_on is not None
    ]


class TestToldAnew:
    def test_a_concern_that_came_a_week_later_than_was_said_is_told_from_the_lowest_rung_again(self, team: Team):
        first = came(team, "2019-09-09T09:00")  # Monday: late from Wednesday the 11th
        live("2019-09-16T00:00")
        came(team, "2019-09-16T08:00", recorded="2019-09-16T09:00", corrects=first.id, reason="A week later.")
        live("2019-09-27T12:00", since="2019-09-16T12:00")
        lived = as_lived()
        assert [(str(day), gone) for day, gone, _ in lived] == [("2019-09-11", True), ("2019-09-18", False)]
        assert {rung for rung, *_ in lived[0][2]} == {rung for rung, *_ in lived[1][2]} >= {0, 1, 2}
        assert lived == as_replayed(team)
        assert list(differences()) == []

    def test_a_concern_that_was_taken_back_and_said_again_is_told_again_though_it_was_answered(self, team: Team):
        first = came(team, "2019-09-09T09:00")
        live("2019-09-11T12:00")
        alert = Alert.objects.get(rule_id=RULE)
        told = Delivery.objects.filter(kind="alert", matter=alert.pk, worker__isnull=False).first()
        answer_alert(by=user_of(told.worker), at=at("2019-09-11T13:00"), alert=alert, words="It was another child.")
        back = take_back(team, first.id, "2019-09-12T09:00")
        live("2019-09-16T00:00", since="2019-09-12T12:00")
        take_back(team, back.id, "2019-09-16T09:00")
        live("2019-09-16T12:00", since="2019-09-16T12:00")
        again = Alert.objects.exclude(pk=alert.pk).get(rule_id=RULE)
        assert (again.answered_by, again.ended_at) == (None, None)
        assert [rung for rung, *_ in as_lived()[1][2]].count(0) == len(as_lived()[1][2]) > 0
        assert again.pk in {item.matter for item in worklist(told.worker_id, at("2019-09-16T12:00"))}
        assert list(differences()) == []

    def test_what_was_put_off_is_not_told_before_it_is_late(self, team: Team):
        first = came(team, "2019-09-09T09:00")
        live("2019-09-12T00:00")
        came(team, "2019-09-12T08:00", recorded="2019-09-12T09:00", corrects=first.id, reason="On Thursday.")
        live("2019-09-13T12:00", since="2019-09-12T12:00")
        assert [(str(day), gone) for day, gone, _ in as_lived()] == [("2019-09-11", True)]
        live("2019-09-14T00:00", since="2019-09-14T00:00")
        assert [(str(day), gone) for day, gone, _ in as_lived()] == [("2019-09-11", True), ("2019-09-14", False)]


class TestOfOneDay:
    """What had shown since midnight, was done by what was written down that day, and was taken back on another day."""

    def test_whoever_is_told_again_has_it_as_new_with_a_message_of_its_own(self, team: Team):
        team.plan()
        night = at("2019-08-16T00:05")  # the first core group was due on the 15th
        run_minute_jobs(at=night)
        alert = Alert.objects.get(rule_id="CP-20")
        rows = Delivery.objects.filter(kind="alert", matter=alert.pk)
        read = rows.exclude(worker=None).first()
        Delivery.objects.filter(pk=read.pk).update(read_at=night)
        run_minute_jobs(at=at("2019-08-16T09:30"))
        messages = Notice.objects.count()
        held = append(
            at=at("2019-08-15T18:00"),
            by=team.sam,
            type="core_group_held",
            happened="2019-08-15",
            about=(team.chloe.pk,),
            data={"present": [{"role": "social_worker", "worker": "w1"}]},
        )
        run_minute_jobs(at=at("2019-08-16T10:00"))
        assert Alert.objects.get(pk=alert.pk).withdrawn
        take_back(team, held.id, "2019-08-21T09:00")
        run_minute_jobs(at=at("2019-08-21T09:01"))
        now = Alert.objects.get(pk=alert.pk)
        assert (now.withdrawn, now.raised_at) == (False, at("2019-08-21T09:00"))
        read.refresh_from_db()
        assert (read.told_at, read.read_at, read.rung) == (at("2019-08-21T09:01"), None, 0)
        assert Notice.objects.count() > messages
        assert now.pk in {item.matter for item in worklist(read.worker_id, at("2019-08-21T09:02"))}


class TestAtTheHour:
    """What is due the same day is late at midnight: whoever is on duty at that hour has it first, as lived and as replayed."""

    def test_risk_now_that_was_said_at_night_and_left_is_told_to_whoever_is_on_duty_at_midnight(self, team: Team):
        data = {"text": "She goes home tonight.", "immediate_risk": True}
        said = at("2019-09-15T02:00")  # Sunday
        about = (team.chloe.pk,)
        append(at=said, by=team.maya, type="disagreement_raised", happened=said.isoformat(), about=about, data=data)
        now = at("2019-09-15T23:00")
        while now < at("2019-09-16T03:00"):
            run_minute_jobs(at=now)
            now += timedelta(minutes=30)
        moment = Moment.live(now)
        alert = Alert.objects.get(rule_id="RPD-05")
        rows = Delivery.objects.filter(kind="alert", matter=alert.pk)
        lived = {(row.rung, london_day(row.told_at), row.worker_id) for row in rows}
        [line] = replay_of(world_around(team.chloe.pk, moment), moment, [team.chloe.pk], ["RPD-05"])
        assert {(tell.rung, tell.on, tell.worker) for tell in line.tells} == lived
        assert {rung for rung, *_ in lived} == {0, 1, 2}
        assert {row.worker_id for row in rows if row.rung == 0 and row.from_at is None} == {"e1"}
        assert rows.get(rung=0, worker="w9").from_at == at("2019-09-16T08:30")

    def test_what_was_written_down_at_noon_of_a_day_climbs_from_noon_and_not_from_midnight(self, team: Team):
        """A plan begins on the day; the first hour in which anybody could be told of anything is when it is written down."""
        words = {"child": team.chloe.pk, "how": "words", "words": "I don't want to go home", "worker": "t1"}
        noon = at("2019-09-11T12:00")
        append(at=noon, by=team.maya, type="voice_recorded", happened="2019-09-11", about=(team.chloe.pk,), data=words)
        run_minute_jobs(at=noon + timedelta(minutes=1))
        alert = Alert.objects.get(rule_id="SIG-CHILD-ASKS-FOR-SAFETY")
        assert alert.raised_at == at("2019-09-11T00:00")
        assert Climb.objects.get(pk=alert.pk).counting_from == noon
        run_minute_jobs(at=noon + timedelta(minutes=2))
        assert Climb.objects.get(pk=alert.pk).rung == 0
