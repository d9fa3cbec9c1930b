"""A concern about nobody goes to duty as one about an unknown child, whichever way it came to be about nobody."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from holdfast.actions.correct_entry import correct_entry
from holdfast.actions.record_entry import EntryAnswers
from holdfast.actions.withdraw_entry import withdraw_entry
from holdfast.config import system_clock
from holdfast.duty.alerts import worklist
from holdfast.duty.contact_about_nobody import say_about
from holdfast.duty.contact_assignee import open_matters
from holdfast.duty.contact_intake import receive
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.entries.links import child_url
from holdfast.record.entry_versions import standing, versions_of
from holdfast.record.ledger.append import AppendRefused, append
from holdfast.record.models import EntryEnvelope, StoredClock
from holdfast.record.people import add_person
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import PersonName
from tests.duty.team import TUESDAY, Team, user_of

MINUTE = timedelta(minutes=1)


def written(team: Team, about: tuple[str, ...] = ()) -> Entry:
    """A concern as an import or another system writes it: past the front door."""
    data = team.concern(immediate_harm=True)
    return append(at=TUESDAY, by=team.maya, type="contact_received", happened=When.at(TUESDAY), about=about, data=data)


def clocks(contact: str) -> dict[str, list[str]]:
    """For each child with a clock of the front door that began with this concern or a version of it: the open ones."""
    versions = list(versions_of([contact], Moment.live(TUESDAY + timedelta(days=9))))
    found: dict[str, list[str]] = {}
    for row in StoredClock.objects.filter(trigger__in=versions, standard__in=("FD-02", "FD-06"), open=True):
        found.setdefault(row.child_id, []).append(row.standard)
    return {child: sorted(rules) for child, rules in found.items()}


def about_now(contact: str) -> tuple[str, ...]:
    now = standing(contact, Moment.live(TUESDAY + timedelta(days=9)))
    assert now is not None
    return now.about


def test_a_concern_received_about_nobody_has_an_unknown_child_with_clocks_and_is_on_the_duty_workers_list(team: Team) -> None:
    taken = receive(
        at=TUESDAY,
        by=team.maya,
        type="contact_received",
        happened=When.at(TUESDAY),
        about=(),
        data=team.concern(immediate_harm=True),
    )
    (child,) = taken.entry.about
    assert clocks(taken.entry.id) == {child: ["FD-02", "FD-06"]}
    assert taken.assignee.worker == team.amina
    assert [str(item.matter) for item in worklist("d1", TUESDAY)] == [taken.entry.id]


def test_sending_it_again_makes_no_second_child(team: Team) -> None:
    id = uuid4()
    sent = [
        receive(
            at=TUESDAY, by=team.maya, type="contact_received", happened=When.at(TUESDAY), about=(), data=team.concern(), id=id
        )
        for _ in range(2)
    ]
    assert sent[0].entry.about == sent[1].entry.about and len(sent[0].entry.about) == 1


def test_one_that_an_import_brought_in_is_with_duty_within_the_minute(team: Team) -> None:
    contact = written(team)
    assert clocks(contact.id) == {}
    run_minute_jobs(at=TUESDAY + MINUTE)
    assert list(clocks(contact.id).values()) == [["FD-02", "FD-06"]]
    assert [str(item.matter) for item in worklist("d1", TUESDAY + MINUTE)] == [contact.id]
    again = EntryEnvelope.objects.count()
    run_minute_jobs(at=TUESDAY + 2 * MINUTE)
    assert EntryEnvelope.objects.count() == again


def test_a_concern_whose_only_child_is_corrected_away_is_about_an_unknown_child_at_once(team: Team) -> None:
    contact = written(team, (team.chloe.pk,))
    wrong = EntryAnswers("contact_received", contact.happened, (), contact.data, reason="It was not Chloe.")
    correct_entry(by=user_of(team.grace), at=TUESDAY + MINUTE, id=str(uuid4()), entry=contact, answers=wrong)
    (unknown,) = about_now(contact.id)
    assert unknown != team.chloe.pk
    assert clocks(contact.id) == {unknown: ["FD-02", "FD-06"]}


def test_when_what_named_the_child_is_withdrawn_an_unknown_child_stands_there_again(team: Team) -> None:
    contact = written(team)
    named = say_about(contact, (team.chloe.pk,), at=TUESDAY + MINUTE, by=team.grace, reason="It is Chloe.")
    assert about_now(contact.id) == (team.chloe.pk,)
    withdraw_entry(by=user_of(team.grace), at=TUESDAY + 2 * MINUTE, id=str(uuid4()), entry=named, reason="It is not.")
    (unknown,) = about_now(contact.id)
    assert clocks(contact.id) == {unknown: ["FD-02", "FD-06"]}


def test_a_child_named_later_has_the_clock_from_when_the_concern_first_came(team: Team) -> None:
    contact = written(team)
    run_minute_jobs(at=TUESDAY + MINUTE)
    now = standing(contact.id, Moment.live(TUESDAY + MINUTE))
    assert now is not None
    say_about(now, (team.harper.pk,), at=TUESDAY + timedelta(days=3), by=team.grace, reason="The school rang: it is Harper.")
    assert clocks(contact.id) == {team.harper.pk: ["FD-02", "FD-06"]}
    clock = StoredClock.objects.get(child=team.harper.pk, standard="FD-02", open=True)
    assert str(clock.due) == "2019-09-11"  # the working day after the Tuesday it came on


def test_a_concern_that_was_withdrawn_begins_nothing(team: Team) -> None:
    contact = written(team)
    withdraw_entry(by=user_of(team.amina), at=TUESDAY + MINUTE, id=str(uuid4()), entry=contact, reason="Meant for another area.")
    run_minute_jobs(at=TUESDAY + 2 * MINUTE)
    assert clocks(contact.id) == {}


def test_an_adult_beside_the_child_has_no_decision_of_their_own_to_wait_for(team: Team) -> None:
    mother = add_person(at=TUESDAY, by=team.maya, names=[PersonName("usual", "Kelly", "Hughes")], born="1990")
    about = (team.chloe.pk, mother.pk)
    taken = receive(
        at=TUESDAY, by=team.maya, type="contact_received", happened=When.at(TUESDAY), about=about, data=team.concern()
    )
    assert [person.id for person in ContactThread.at(taken.entry.id, Moment.live(TUESDAY)).undecided] == [team.chloe.pk]
    data = {"contact": taken.entry.id, "decision": "assessment", "reasons": "She is not safe."}
    append(at=TUESDAY, by=team.grace, type="contact_decided", happened=When.at(TUESDAY), about=(team.chloe.pk,), data=data)
    assert open_matters(TUESDAY) == []


def test_an_unknown_child_is_called_so_and_never_by_a_number(team: Team) -> None:
    taken = receive(at=TUESDAY, by=team.maya, type="contact_received", happened=When.at(TUESDAY), about=(), data=team.concern())
    with system_clock.fixed_at(TUESDAY):
        client = Client()
        client.force_login(user_of(team.amina), backend="django.contrib.auth.backends.ModelBackend")
        page = client.get(child_url(taken.entry.about[0])).content.decode()
    main = re.sub(r"<[^>]+>|href=\S+", " ", page.split('id="main-content"', 1)[1])
    assert taken.entry.about[0] not in main
    assert "Name not known" in main


def a_message(team: Team) -> dict[str, object]:
    return {"for": "d1", "from": {"role": "teacher", "worker": "t1"}, "text": "He has not eaten.", "possible_serious_harm": True}


def test_a_message_received_about_nobody_has_an_unknown_child_with_clocks_and_somebody_at_work(team: Team) -> None:
    data = a_message(team)
    taken = receive(at=TUESDAY, by=team.maya, type="message_received", happened=When.at(TUESDAY), about=(), data=data)
    (child,) = taken.entry.about
    open_ones = StoredClock.objects.filter(child=child, open=True).values_list("standard", flat=True)
    assert {"FD-05", "WK-03"} <= set(open_ones)
    assert taken.assignee.worker == team.amina


def test_a_message_that_another_system_wrote_about_nobody_is_taken_on_within_the_minute(team: Team) -> None:
    message = append(at=TUESDAY, by=team.maya, type="message_received", happened=When.at(TUESDAY), about=(), data=a_message(team))
    run_minute_jobs(at=TUESDAY + MINUTE)
    (child,) = about_now(message.id)
    assert StoredClock.objects.filter(child=child, standard="FD-05").exists()
    assert message.id in [str(item.matter) for item in worklist("d1", TUESDAY + MINUTE)]
    run_minute_jobs(at=TUESDAY + 2 * MINUTE)
    assert about_now(message.id) == (child,)


def test_what_was_done_for_a_child_cannot_be_recorded_about_nobody(team: Team) -> None:
    with pytest.raises(AppendRefused) as refused:
        append(at=TUESDAY, by=team.sam, type="police_protection_started", happened=When.at(TUESDAY), about=(), data={})
    [fault] = refused.value.faults
    assert (fault.path, fault.what) == ("$.about", "It is not said which child this is about.")
    assert "concern" in fault.do
