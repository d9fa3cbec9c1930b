"""What leaves the building says that something is waiting and where. It goes once, and a stop in the middle is found out."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest

from holdfast.duty import delivery, outbox
from holdfast.duty.delivery import ATTEMPTS, STUCK_AFTER, deliver, gather
from holdfast.duty.models import Delivery, Notice
from holdfast.engine.responsibility.roster import Recipient
from holdfast.record.models import Worker
from holdfast.vocabulary.contact_reference import reference
from tests.duty.notify_peer import EMAIL, KEY, TEXT, Peer, peer
from tests.duty.team import CHILD, TUESDAY, Team

MINUTE = timedelta(minutes=1)


def something(team: Team, *workers: str | None, role="team_manager", times=1) -> None:
    for _ in range(times):
        told = [Recipient(role, worker, "manager of Sam Poole") for worker in workers]
        outbox.notify(at=TUESDAY, kind=Delivery.Kind.ALERT, matter=uuid4(), child=team.chloe.pk, rung=0, told=told)


@pytest.fixture
def notify(settings) -> Iterator[Peer]:
    with peer() as it:
        settings.NOTIFY_API_KEY, settings.NOTIFY_BASE_URL = KEY, it.url
        settings.NOTIFY_EMAIL_TEMPLATE, settings.NOTIFY_TEXT_TEMPLATE = EMAIL, TEXT
        yield it


class TestTheOutbox:
    def test_is_where_messages_stay_when_nothing_else_is_set_up(self, team: Team):
        something(team, "w9")
        assert deliver(at=TUESDAY) == 1
        notice = Notice.objects.get()
        assert (notice.worker, notice.to, notice.channel, notice.status, notice.carrier) == (
            team.grace,
            "grace@northmere.example",
            "email",
            "sent",
            "outbox",
        )
        assert Delivery.objects.get().channel == "email"

    def test_the_words_say_where_to_look_and_nothing_about_whom(self, team: Team):
        something(team, "w9")
        deliver(at=TUESDAY)
        notice = Notice.objects.get()
        opens = f"http://localhost:8000/r/{reference(str(Delivery.objects.get().matter))}/"
        assert notice.subject == "Something needs you in Holdfast"
        assert notice.body == f"Something needs you in Holdfast.\nOpen it: {opens}"
        assert CHILD not in notice.body
        assert team.chloe.pk not in notice.body

    def test_a_hundred_things_at_once_are_one_message(self, team: Team):
        something(team, "w9", times=100)
        deliver(at=TUESDAY)
        notice = Notice.objects.get()
        assert notice.body.startswith("100 things need you in Holdfast.")
        assert "And 95 more: http://localhost:8000/" in notice.body
        assert notice.body.count("/r/HF-") == 5

    def test_the_log_has_no_address(self, team: Team, caplog):
        something(team, "w9")
        with caplog.at_level("INFO", "holdfast"):
            deliver(at=TUESDAY)
        assert caplog.records
        assert "grace@" not in caplog.text

    def test_the_mailbox_hears_that_nobody_could_be_found(self, team: Team, settings):
        something(team, None)
        deliver(at=TUESDAY)
        notice = Notice.objects.get()
        assert (notice.worker, notice.to) == (None, settings.ON_CALL_MAILBOX)
        assert "that is an incident" in notice.body

    def test_somebody_without_an_address_still_has_it_in_holdfast(self, team: Team):
        Worker.objects.filter(pk="w9").update(email="")
        something(team, "w9")
        assert deliver(at=TUESDAY) == 0
        row = Delivery.objects.get()
        assert (row.channel, row.status) == ("in_app", "in_app")
        assert gather(at=TUESDAY + MINUTE) == []

    @pytest.mark.parametrize(("role", "channel"), [("duty_social_worker", "text"), ("team_manager", "email")])
    def test_duty_workers_get_a_text_where_there_is_a_number(self, team: Team, role, channel):
        Worker.objects.filter(pk="d1").update(phone="07700900123")
        something(team, "d1", role=role)
        deliver(at=TUESDAY)
        assert Notice.objects.get().channel == channel


class TestNotify:
    def test_sends_by_template_under_our_own_reference(self, team: Team, notify: Peer):
        something(team, "w9")
        assert deliver(at=TUESDAY) == 1
        [sent], notice = notify.sent, Notice.objects.get()
        assert (sent["kind"], sent["to"], sent["template_id"]) == ("email", "grace@northmere.example", EMAIL)
        assert sent["personalisation"] == {"subject": notice.subject, "body": notice.body}
        assert (sent["reference"], notice.carrier, notice.carrier_reference) == (str(notice.pk), "notify", "notify-1")

    def test_texts_go_by_the_other_template(self, team: Team, notify: Peer):
        Worker.objects.filter(pk="d1").update(phone="07700900123")
        something(team, "d1", role="duty_social_worker")
        deliver(at=TUESDAY)
        assert [(sent["kind"], sent["to"], sent["template_id"]) for sent in notify.sent] == [("sms", "07700900123", TEXT)]

    @pytest.mark.parametrize("status", [429, 500, 503])
    def test_trouble_over_there_is_tried_again_the_next_minute(self, team: Team, notify: Peer, status):
        something(team, "w9")
        notify.answers = [status]
        assert deliver(at=TUESDAY) == 0
        assert Notice.objects.get().status == "waiting"
        assert deliver(at=TUESDAY + MINUTE) == 1
        assert len(notify.sent) == 1

    def test_a_refused_address_is_given_up_and_never_quoted(self, team: Team, notify: Peer):
        Worker.objects.filter(pk="w9").update(email="not-an-address")
        something(team, "w9")
        deliver(at=TUESDAY)
        deliver(at=TUESDAY + MINUTE)
        notice = Notice.objects.get()
        assert (notice.status, notice.attempts, notice.failed_why) == ("failed", 1, "GOV.UK Notify answered 400")

    def test_after_some_tries_it_says_that_it_failed(self, team: Team, notify: Peer):
        something(team, "w9")
        notify.answers = [500] * 10
        for passed in range(ATTEMPTS + 2):
            deliver(at=TUESDAY + passed * MINUTE)
        notice = Notice.objects.get()
        assert (notice.status, notice.attempts) == ("failed", ATTEMPTS)

    def test_one_that_cannot_go_does_not_hold_up_the_others(self, team: Team, notify: Peer):
        something(team, "w20", "w9")
        notify.answers = [500]
        assert deliver(at=TUESDAY) == 1

    def test_killed_after_handing_over_it_asks_and_does_not_send_again(self, team: Team, notify: Peer, monkeypatch):
        something(team, "w9")
        send = delivery.message_gateway().send

        class Killed(BaseException):
            """What a kill looks like from inside: nothing after this line runs."""

        def handed_over_and_killed(self, notice):
            send(notice)
            raise Killed

        with monkeypatch.context() as patched:
            patched.setattr("holdfast.duty.notify_client.Notify.send", handed_over_and_killed)
            with pytest.raises(Killed):
                deliver(at=TUESDAY)
        assert Notice.objects.get().status == "sending"
        assert deliver(at=TUESDAY + STUCK_AFTER) == 0
        assert deliver(at=TUESDAY + STUCK_AFTER + timedelta(seconds=1)) == 1
        assert len(notify.sent) == 1
        assert notify.asked == [str(Notice.objects.get().pk)]

    def test_killed_before_handing_over_it_is_sent(self, team: Team, notify: Peer):
        something(team, "w9")
        gather(at=TUESDAY)
        Notice.objects.update(status="sending", tried_at=TUESDAY, attempts=1)
        assert deliver(at=TUESDAY + 2 * STUCK_AFTER) == 1
        assert len(notify.sent) == 1

    def test_an_answer_that_got_lost_does_not_send_it_twice(self, team: Team, notify: Peer):
        something(team, "w9")
        notify.loses_the_answer = True
        deliver(at=TUESDAY)
        deliver(at=TUESDAY + MINUTE)
        assert len(notify.sent) == 1
        assert Notice.objects.get().status == "sent"

    def test_a_peer_that_cannot_be_reached_is_waited_for(self, team: Team, notify: Peer, settings):
        settings.NOTIFY_BASE_URL = "http://127.0.0.1:9"
        something(team, "w9")
        assert deliver(at=TUESDAY) == 0
        assert Notice.objects.get().status == "waiting"
        settings.NOTIFY_BASE_URL = notify.url
        assert deliver(at=TUESDAY + MINUTE) == 1
