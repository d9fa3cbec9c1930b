"""A message is settled by an answer that stands, and by no other: one that was withdrawn leaves it on the list of whoever
has it."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from holdfast.actions.answer_message import answer_message
from holdfast.actions.correct_entry import correct_entry
from holdfast.actions.decide_contact import DecisionForChild, decide_contact
from holdfast.actions.record_entry import EntryAnswers
from holdfast.actions.reply_to_contact import reply_to_contact
from holdfast.actions.withdraw_entry import withdraw_entry
from holdfast.duty.alerts import worklist
from holdfast.duty.contact_assignee import settled
from holdfast.duty.contact_intake import contact_data, receive
from holdfast.duty.refusals import DutyRefused
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.worklists.queries.received_message import received_message
from holdfast.record.models import EntryEnvelope
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.contact_reference import source_of
from holdfast.vocabulary.entry import Entry
from tests.pages.partnership import FRIDAY, Place, make_place

MINUTE = timedelta(minutes=1)


@pytest.fixture
def place(db: None) -> Place:
    return make_place()


def written_to(place: Place, username: str, *, source: str | None = None, child: str = "Ava") -> Entry:
    data = {"for": username, "from": {"worker": "maya.osei", "role": "dsl"}, "text": "Please ring."}
    about = (place.children[child].pk,)
    told: dict[str, Any] = {"happened": When.at(FRIDAY), "about": about, "data": data, "source": source}
    return receive(at=FRIDAY, by=place.worker("maya.osei"), type="message_received", **told).entry


def answer(place: Place, message: Entry, minutes: int) -> Entry:
    by = place.users["ruth.adeyemi"]
    return answer_message(by=by, at=FRIDAY + minutes * MINUTE, message=message, words="I ring now.", id=uuid4())


def withdraw(place: Place, entry: Entry, minutes: int, username: str = "ruth.adeyemi") -> Entry:
    by = place.users[username]
    return withdraw_entry(by=by, at=FRIDAY + minutes * MINUTE, id=str(uuid4()), entry=entry, reason="The wrong message.")


def waits(place: Place, message: Entry, minutes: int) -> bool:
    """Whether it waits, by everything that says so."""
    at = FRIDAY + minutes * MINUTE
    on_list = message.id in {str(each.matter) for each in worklist("ruth.adeyemi", at)}
    open_still = message.id not in settled([message.id], Moment.live(at))
    assert on_list == open_still == (received_message(message, Moment.live(at)).answered_at is None)
    return on_list


def test_a_withdrawn_answer_leaves_the_message_waiting_and_it_can_be_answered(place: Place):
    message = written_to(place, "ruth.adeyemi")
    assert waits(place, message, 1)
    first = answer(place, message, 2)
    assert not waits(place, message, 3)
    with pytest.raises(DutyRefused, match="already answered"):
        answer(place, message, 3)
    withdrawal = withdraw(place, first, 4)
    assert waits(place, message, 5)
    answer(place, message, 6)
    assert not waits(place, message, 7)
    withdraw(place, withdrawal, 8)
    assert not waits(place, message, 9)


def test_a_withdrawal_that_was_withdrawn_leaves_the_message_answered(place: Place):
    message = written_to(place, "ruth.adeyemi")
    withdrawal = withdraw(place, answer(place, message, 2), 3)
    withdraw(place, withdrawal, 4)
    assert not waits(place, message, 5)
    with pytest.raises(DutyRefused, match="already answered"):
        answer(place, message, 6)


def test_an_answer_put_right_to_be_another_messages_answers_that_one(place: Place):
    message, other = written_to(place, "ruth.adeyemi"), written_to(place, "ruth.adeyemi", child="Lucas")
    entry = answer(place, message, 2)
    said = type(entry.data).model_validate({"message": other.id})
    answers = EntryAnswers(entry.type, entry.happened, entry.about, said, None, "It was the other one.")
    correct_entry(by=place.users["ruth.adeyemi"], at=FRIDAY + 3 * MINUTE, id=str(uuid4()), entry=entry, answers=answers)
    assert waits(place, message, 4)
    assert not waits(place, other, 4)


def test_what_was_settled_with_the_concern_is_settled_again_after_it_was_withdrawn(place: Place):
    maya, noor = place.worker("maya.osei"), place.children["Noor"].pk
    data = contact_data(maya, text="She cried.", immediate=False)
    told: dict[str, Any] = {"happened": When.at(FRIDAY), "about": (noor,), "data": data}
    concern = receive(at=FRIDAY, by=maya, type="contact_received", **told).entry
    message = written_to(place, "amina.khan", source=source_of(concern.id), child="Noor")

    def reply(minutes: int) -> None:
        by = place.users["amina.khan"]
        reply_to_contact(by=by, at=FRIDAY + minutes * MINUTE, contact=concern.id, id=str(uuid4()), text="Thank you.")

    def answered(minutes: int) -> bool:
        return message.id in settled([message.id], Moment.live(FRIDAY + minutes * MINUTE))

    reply(1)
    assert answered(2)
    withdraw(place, entry_by_id(str(EntryEnvelope.objects.get(type="message_answered").pk)), 3, "amina.khan")
    assert not answered(4)
    reply(5)
    assert answered(6)


def test_a_withdrawn_decision_leaves_the_concern_open(place: Place):
    maya, noor = place.worker("maya.osei"), place.children["Noor"].pk
    data = contact_data(maya, text="She cried.", immediate=False)
    told: dict[str, Any] = {"happened": When.at(FRIDAY), "about": (noor,), "data": data}
    concern = receive(at=FRIDAY, by=maya, type="contact_received", **told).entry
    by = place.users["amina.khan"]
    decisions = (DecisionForChild(noor, "no_further_action", "Seen, and safe."),)
    decide_contact(by=by, at=FRIDAY + MINUTE, contact=concern.id, id=str(uuid4()), decisions=decisions)
    assert concern.id in settled([concern.id], Moment.live(FRIDAY + 2 * MINUTE))
    withdraw(place, entry_by_id(str(EntryEnvelope.objects.get(type="contact_decided").pk)), 3, "amina.khan")
    assert concern.id not in settled([concern.id], Moment.live(FRIDAY + 4 * MINUTE))
