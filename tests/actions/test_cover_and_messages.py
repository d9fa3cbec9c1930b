"""What is arranged while somebody is away is arranged whole or not at all, and by whoever may."""

from uuid import uuid4

import pytest

from holdfast.access.decide import NotAllowed
from holdfast.actions.answer_message import answer_message
from holdfast.actions.end_absence import end_absence
from holdfast.actions.name_cover import name_cover
from holdfast.actions.record_absence import record_absence
from holdfast.duty.contact_intake import receive
from holdfast.duty.refusals import DutyRefused
from holdfast.duty.rota import staffing_roster
from holdfast.kernel.when import When
from holdfast.record.models import EntryEnvelope
from tests.pages.partnership import FRIDAY, Place, make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    return make_place()


def test_cover_that_cannot_stand_for_one_child_is_named_for_none(place: Place) -> None:
    sam, manager = place.worker("sam.poole"), place.users["ruth.adeyemi"]
    ava, lucas = place.children["Ava"].pk, place.children["Lucas"].pk
    with pytest.raises(DutyRefused) as refused:
        name_cover(at=FRIDAY, by=manager, worker=sam, covers={ava: place.team["dana"], lucas: sam})
    assert [fault.what for fault in refused.value.faults] == ["Nobody can cover for themselves."]
    assert not EntryEnvelope.objects.filter(type="cover_named").exists()
    named = name_cover(at=FRIDAY, by=manager, worker=sam, covers=dict.fromkeys([ava, lucas], place.team["dana"]))
    assert [entry.about for entry in named] == [(ava, lucas)]
    assert staffing_roster(FRIDAY).cover("sam.poole", ava) == "dana.whitlock"


def test_an_absence_is_arranged_by_those_who_arrange_cover_and_by_nobody_else(place: Place) -> None:
    dana = place.team["dana"]
    with pytest.raises(NotAllowed):
        record_absence(at=FRIDAY, by=place.users["maya.osei"], worker=dana)
    record_absence(at=FRIDAY, by=place.users["ruth.adeyemi"], worker=dana)
    assert not staffing_roster(FRIDAY).in_post(dana.pk)
    end_absence(at=FRIDAY, by=place.users["ruth.adeyemi"], worker=dana)
    assert staffing_roster(FRIDAY).in_post(dana.pk)


def test_a_message_is_answered_by_whom_it_was_put_to_and_by_nobody_else(place: Place) -> None:
    ruth, maya, ava = place.users["ruth.adeyemi"], place.worker("maya.osei"), place.children["Ava"]
    data = {"for": "ruth.adeyemi", "from": {"name": maya.name, "role": "teacher", "worker": maya.pk}, "text": "Please ring."}
    message = receive(at=FRIDAY, by=maya, type="message_received", happened=When.at(FRIDAY), about=(ava.pk,), data=data).entry
    with pytest.raises(NotAllowed):
        answer_message(at=FRIDAY, by=place.users["priya.nair"], message=message, words="I will.", id=uuid4())
    assert not EntryEnvelope.objects.filter(type="message_answered").exists()
    id = uuid4()
    for _ in range(2):
        answer_message(at=FRIDAY, by=ruth, message=message, words="I will.", id=id)
    assert EntryEnvelope.objects.filter(type="message_answered").count() == 1
    assert EntryEnvelope.objects.filter(type="message_received", body__data__for=maya.pk).count() == 1
