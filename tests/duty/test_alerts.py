"""What waits for somebody, worst first; and an alert is answered in words or by doing what it asks, never put aside."""

from uuid import UUID

import pytest

from holdfast.access.decide import NotAllowed
from holdfast.actions.answer_alert import answer_alert
from holdfast.actions.record_absence import record_absence
from holdfast.duty import alerts
from holdfast.duty.alerts import incidents, team_worklist, worklist
from holdfast.duty.contact_intake import receive
from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.duty.models import Delivery
from holdfast.duty.outbox import mark_read
from holdfast.duty.refusals import DutyRefused
from holdfast.duty.rota import staffing_roster
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, EntryEnvelope
from tests.duty.team import Team, at, user_of

FRIDAY = at("2019-08-16T09:00")  # Friday, the day after the first core group was due


@pytest.fixture
def late(team: Team) -> Team:
    team.plan()
    run_minute_jobs(at=FRIDAY)
    return team


def core_group_alert() -> Alert:
    return Alert.objects.get(rule_id="CP-20")


class TestTheList:
    def test_shows_each_person_what_they_were_told_and_why_it_is_theirs(self, late: Team):
        [item] = [item for item in worklist("w9", FRIDAY) if item.rule == "CP-20"]
        assert (item.child, item.kind, item.rung, item.role) == (late.chloe.pk, "alert", 0, "team_manager")
        assert item.because == "manager of Sam Poole"
        assert item.with_whom == ("Grace Oduya", "Peter Lowe")
        assert item.due == "2019-08-15"
        assert "first core group" in item.why
        assert worklist("t1", FRIDAY) == ()

    def test_puts_danger_now_before_what_is_late(self, late: Team):
        data = late.concern(immediate_harm=True)
        receive(at=FRIDAY, by=late.maya, type="contact_received", happened=When.at(FRIDAY), about=(late.chloe.pk,), data=data)
        record_absence(at=FRIDAY, by=user_of(late.grace), worker=late.sam)
        items = worklist("w9", FRIDAY)
        assert (items[0].kind, items[0].consequence) == ("concern", 0)
        assert [item.consequence for item in items] == sorted(item.consequence for item in items)

    def test_shows_what_will_be_late_until_it_is(self, team: Team):
        team.plan()
        wednesday = at("2019-08-14T09:00")  # the first core group is due tomorrow
        run_minute_jobs(at=wednesday)
        [soon] = [item for item in worklist("w1", wednesday) if item.rule == "CP-20"]
        assert (soon.kind, soon.consequence, soon.due) == ("warning", 3, "2019-08-15")
        run_minute_jobs(at=FRIDAY)
        assert "CP-20" not in [item.rule for item in worklist("w1", FRIDAY)]
        assert "CP-20" in [item.rule for item in worklist("w9", FRIDAY)]

    def test_drops_what_has_been_done(self, late: Team):
        data = {"present": [{"role": "social_worker", "worker": "w1"}]}
        append(at=FRIDAY, by=late.sam, type="core_group_held", happened="2019-08-16", about=(late.chloe.pk,), data=data)
        assert "CP-20" not in [item.rule for item in worklist("w9", FRIDAY)]

    def test_remembers_that_somebody_opened_it_and_goes_on_showing_it(self, late: Team):
        mark_read(at=FRIDAY, by="w9", matter=core_group_alert().pk)
        [item] = [item for item in worklist("w9", FRIDAY) if item.rule == "CP-20"]
        assert item.read_at == FRIDAY

    def test_of_a_team_has_what_waits_about_all_its_children(self, late: Team):
        rules = {item.rule for item in team_worklist("w9", staffing_roster(FRIDAY))}
        assert "CP-20" in rules
        assert {item.rule for item in team_worklist("w20", staffing_roster(FRIDAY))} == rules
        assert team_worklist("w1", staffing_roster(FRIDAY)) == ()

    def test_of_incidents_has_what_found_nobody(self, late: Team):
        # Nobody stands above this team's service manager, and a rung for whoever should is an incident and not a step down.
        assert {row.role for row in incidents(FRIDAY) if row.rung < 2} == set()
        for worker in (late.sam, late.grace, late.ruth, late.amina, late.joe, late.nadia, late.peter):
            record_absence(at=FRIDAY, by=user_of(late.grace), worker=worker)
        run_minute_jobs(at=at("2019-08-16T09:01"))
        found = incidents(at("2019-08-16T09:01"))
        assert {row.worker_id for row in found} == {None}
        assert 0 in {row.rung for row in found}


class TestAnswering:
    def test_in_words_is_an_entry_about_the_child_and_keeps_the_words(self, late: Team):
        words = "Held back: the school is closed until Monday. It is booked for 19 August at 10."
        entry = answer_alert(at=FRIDAY, by=user_of(late.grace), alert=core_group_alert(), words=words)
        row = EntryEnvelope.objects.get(pk=entry.id)
        assert row.body.data == {"alert": str(core_group_alert().pk), "answer": words}
        assert (entry.about, row.recorded_by_id) == ((late.chloe.pk,), "w9")
        assert core_group_alert().answered_by == entry.id

    def test_keeps_it_in_view_as_answered_below_what_is_not(self, late: Team):
        answer_alert(at=FRIDAY, by=user_of(late.grace), alert=core_group_alert(), words="Booked for Monday.")
        items = worklist("w9", FRIDAY)
        assert items[-1].rule == "CP-20"
        assert items[-1].answered
        assert not items[0].answered

    def test_stops_the_climb(self, late: Team):
        answer_alert(at=FRIDAY, by=user_of(late.grace), alert=core_group_alert(), words="Booked for Monday.")
        run_minute_jobs(at=at("2019-08-23T09:00"))
        assert set(Delivery.objects.filter(matter=core_group_alert().pk).values_list("rung", flat=True)) == {0}

    def test_does_not_end_it_only_the_core_group_does(self, late: Team):
        answer_alert(at=FRIDAY, by=user_of(late.grace), alert=core_group_alert(), words="Booked for Monday.")
        assert core_group_alert().ended_at is None
        data = {"present": [{"role": "social_worker", "worker": "w1"}]}
        append(at=FRIDAY, by=late.sam, type="core_group_held", happened="2019-08-16", about=(late.chloe.pk,), data=data)
        assert core_group_alert().ended_at is not None

    @pytest.mark.parametrize("words", ["", "   ", "...", "\n\t", "123"])
    def test_without_words_is_refused(self, late: Team, words):
        with pytest.raises(DutyRefused, match="There is no answer yet"):
            answer_alert(at=FRIDAY, by=user_of(late.grace), alert=core_group_alert(), words=words)
        assert core_group_alert().answered_by is None

    @pytest.mark.parametrize("words", ["Rydym wedi cyfarfod.", "Já foi feito.", "见面了", "<script>alert(1)</script> done"])
    def test_in_any_language_is_kept_exactly(self, late: Team, words):
        entry = answer_alert(at=FRIDAY, by=user_of(late.grace), alert=core_group_alert(), words=words)
        assert EntryEnvelope.objects.get(pk=entry.id).body.data["answer"] == words

    @pytest.mark.parametrize("who", ["maya", "nadia", "joe"])
    def test_by_somebody_who_was_not_told_is_refused(self, late: Team, who):
        alert = core_group_alert()
        with pytest.raises(NotAllowed, match=r"when this was put to you.*The record does not show that"):
            answer_alert(at=FRIDAY, by=user_of(getattr(late, who)), alert=alert, words="Never mind.")

    def test_by_the_worker_whose_work_is_late_is_refused(self, late: Team):
        with pytest.raises(NotAllowed, match="when this was put to you"):
            answer_alert(at=FRIDAY, by=user_of(late.sam), alert=core_group_alert(), words="I was busy.")

    @pytest.mark.parametrize("who", ["grace", "peter", "ruth"])
    def test_by_those_it_is_put_to_or_who_manage_the_worker_is_taken(self, late: Team, who):
        assert answer_alert(at=FRIDAY, by=user_of(getattr(late, who)), alert=core_group_alert(), words="Booked for Monday.")

    def test_of_something_that_is_over_is_refused_with_what_ended_it(self, late: Team):
        data = {"present": [{"role": "social_worker", "worker": "w1"}]}
        append(at=FRIDAY, by=late.sam, type="core_group_held", happened="2019-08-16", about=(late.chloe.pk,), data=data)
        with pytest.raises(DutyRefused, match=r"This is over: Done on 16 Aug 2019"):
            answer_alert(at=FRIDAY, by=user_of(late.grace), alert=core_group_alert(), words="Booked.")

    def test_sent_twice_is_one_answer(self, late: Team):
        id = UUID(int=11)
        for _ in range(2):
            answer_alert(at=FRIDAY, by=user_of(late.grace), alert=core_group_alert(), words="Booked for Monday.", id=id)
        assert EntryEnvelope.objects.filter(type="alert_answered").count() == 1

    def test_there_is_no_way_to_dismiss_snooze_or_delete(self):
        offered = {name for name in dir(alerts) if not name.startswith("_")}
        assert not offered & {"dismiss", "snooze", "close", "ignore", "delete", "acknowledge", "hide"}


def test_every_rule_has_a_consequence():
    from holdfast.signals import SIGNALS
    from holdfast.standards import STANDARDS

    places = {alerts.consequence(rule) for rule in (*STANDARDS, *SIGNALS)}
    assert places == {0, 1, 2}
    assert alerts.consequence("FD-05") == 0
