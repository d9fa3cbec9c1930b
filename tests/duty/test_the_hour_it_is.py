"""Through the real record at one in the morning: who has it now, who has it from when, and whose telephone goes."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from holdfast.duty.alerts import worklist
from holdfast.duty.contact_assignee import current_assignee, first_to_come
from holdfast.duty.contact_intake import reassign_from_absent, receive
from holdfast.duty.delivery import gather
from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.duty.models import Delivery
from holdfast.duty.outbox import mark_read
from holdfast.duty.rota import next_change
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, LocalSetting
from holdfast.vocabulary.entry import Entry
from tests.duty.team import Team, at, rota

NIGHT = at("2019-09-11T00:47")  # a Wednesday
OPENS = at("2019-09-11T08:30")


def concern(team: Team, when=NIGHT) -> Entry:
    data = team.concern()
    about = (team.chloe.pk,)
    return receive(
        at=when, by=team.maya, type="contact_received", happened=When.at(when), about=about, data=data, id=uuid4()
    ).entry


def message(team: Team, serious: bool | None = None) -> Entry:
    data = {
        "for": "w1",
        "from": "t1",
        "text": "Please ring me.",
        **({} if serious is None else {"possible_serious_harm": serious}),
    }
    about = (team.chloe.pk,)
    return receive(at=NIGHT, by=team.maya, type="message_received", happened=When.at(NIGHT), about=about, data=data).entry


def told(matter: object) -> dict[str | None, object]:
    return dict(Delivery.objects.filter(matter=str(matter)).values_list("worker_id", "from_at"))


def test_i_dont_want_to_go_home_at_night_reaches_emergency_duty_now_and_the_others_in_the_morning(team: Team) -> None:
    data = {"child": team.chloe.pk, "how": "words", "words": "I don't want to go home", "worker": "t1"}
    append(at=NIGHT, by=team.maya, type="voice_recorded", happened=When.at(NIGHT), about=(team.chloe.pk,), data=data)
    run_minute_jobs(at=NIGHT + timedelta(minutes=1))
    rows = told(Alert.objects.get(rule_id="SIG-CHILD-ASKS-FOR-SAFETY").pk)
    assert rows["e1"] is None
    assert rows["w1"] == rows["w9"] == OPENS


def test_in_the_morning_it_is_with_the_day_team_and_off_the_night_workers_list(team: Team) -> None:
    test_i_dont_want_to_go_home_at_night_reaches_emergency_duty_now_and_the_others_in_the_morning(team)
    asks = "SIG-CHILD-ASKS-FOR-SAFETY"
    assert asks in [item.rule for item in worklist("e1", NIGHT + timedelta(minutes=2))]
    run_minute_jobs(at=OPENS)
    assert asks not in [item.rule for item in worklist("e1", OPENS)]
    assert asks in [item.rule for item in worklist("w1", OPENS)]


def test_what_was_told_by_day_reaches_somebody_on_duty_when_the_day_team_goes_home(team: Team) -> None:
    afternoon = at("2019-09-10T16:50")
    data = {"child": team.chloe.pk, "how": "words", "words": "I don't want to go home", "worker": "t1"}
    append(at=afternoon, by=team.maya, type="voice_recorded", happened=When.at(afternoon), about=(team.chloe.pk,), data=data)
    run_minute_jobs(at=at("2019-09-10T16:59"))
    alert = Alert.objects.get(rule_id="SIG-CHILD-ASKS-FOR-SAFETY").pk
    assert "e1" not in told(alert)
    run_minute_jobs(at=at("2019-09-10T17:00"))
    assert told(alert)["e1"] is None


class TestAConcern:
    def test_names_who_has_it_now_and_who_has_it_from_when(self, team: Team) -> None:
        came = concern(team)
        assert current_assignee(entry=came, at=NIGHT).assignee.worker == team.joe
        assert first_to_come(came.id, NIGHT) == (OPENS, team.sam)

    def test_unopened_at_the_opening_it_is_the_workers(self, team: Team) -> None:
        came = concern(team)
        reassign_from_absent(at=OPENS)
        assert current_assignee(entry=came, at=OPENS).assignee.worker == team.sam

    def test_opened_at_night_it_stays_and_somebody_by_day_knows_too(self, team: Team) -> None:
        came = receive(
            at=NIGHT, by=team.maya, type="contact_received", happened=When.at(NIGHT), about=(), data=team.concern(), id=uuid4()
        ).entry
        mark_read(at=NIGHT, by="e1", matter=came.id)
        run_minute_jobs(at=OPENS - timedelta(minutes=1))
        assert "d1" not in told(came.id)
        run_minute_jobs(at=OPENS)
        # He keeps it on his list, and whoever is rung about it by day is there by day.
        assert str(came.id) in {str(item.matter) for item in worklist("e1", OPENS)}
        before, after = OPENS - timedelta(minutes=1), OPENS + timedelta(minutes=1)
        has = [current_assignee(entry=came, at=when).assignee.worker for when in (before, OPENS, after)]
        assert has == [team.joe, team.amina, team.amina]
        assert told(came.id)["d1"] is None

    def test_left_undecided_by_day_it_is_with_somebody_there_at_night(self, team: Team) -> None:
        came = concern(team, at("2019-09-10T16:50"))
        assert current_assignee(entry=came, at=at("2019-09-10T16:50")).assignee.worker == team.sam
        reassign_from_absent(at=at("2019-09-10T17:00"))
        assert current_assignee(entry=came, at=at("2019-09-10T17:00")).assignee.worker == team.joe

    def test_nobodys_telephone_goes_at_night_about_what_waits_for_the_morning(self, team: Team) -> None:
        concern(team)
        assert {notice.worker_id for notice in gather(at=NIGHT)} == {"e1"}
        assert gather(at=OPENS - timedelta(minutes=1)) == []
        assert {notice.worker_id for notice in gather(at=OPENS)} == {"w1"}

    def test_the_hour_is_that_which_the_partnership_set(self, team: Team) -> None:
        own = {"rule": "HOURS", "name": "worker:w1", "value": "Mon-Fri 10:00-15:00", "since": date(2019, 1, 1)}
        LocalSetting.objects.create(**own, by="The board", why="Part time.", set_at=NIGHT)
        assert first_to_come(concern(team).id, NIGHT) == (at("2019-09-11T10:00"), team.sam)


class TestAMessage:
    def test_an_ordinary_one_waits_for_its_reader_and_says_until_when(self, team: Team) -> None:
        came = message(team)
        assert told(came.id) == {"w1": OPENS}
        [item] = [item for item in worklist("w1", NIGHT) if item.kind == "message"]
        assert (item.from_at, item.waits_for) == (OPENS, (("Sam Poole", OPENS),))

    def test_one_that_may_be_serious_harm_is_with_somebody_now_and_with_its_reader_in_the_morning(self, team: Team) -> None:
        came = message(team, serious=True)
        assert told(came.id) == {"e1": None, "w1": OPENS}
        assert current_assignee(entry=came, at=NIGHT).assignee.worker == team.joe
        assert current_assignee(entry=came, at=OPENS).assignee.worker == team.sam


@pytest.mark.parametrize("kept", [True, False])
def test_who_is_next_is_known_with_a_rota_and_without(team: Team, kept: bool) -> None:
    if kept:
        rota(team, date(2019, 9, 9), days=5)
    changes, then = next_change(NIGHT) or pytest.fail("nobody is next")
    assert (changes, then.worker) == (OPENS, team.amina)
