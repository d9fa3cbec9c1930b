"""A concern about a child reaches a person who is at work, and whoever raised it learns who that is."""

import pytest

from holdfast.config import clock
from holdfast.duty.models import Delivery
from holdfast.record.models import EntryEnvelope, Person, Worker
from holdfast.record.read import entry_by_id
from tests.pages.concern.telling import send, text_of
from tests.pages.partnership import LATE, MONDAY, Place, cover

pytestmark = pytest.mark.django_db


def told(concern: str) -> set[str]:
    return {row.worker_id for row in Delivery.objects.filter(matter=concern) if row.worker_id}


def test_a_child_nobody_works_with_goes_to_the_front_door_and_the_receipt_names_who_has_it_now_and_next(place: Place) -> None:
    concern, receipt = send(place.client("maya.osei"), place.children["Noor"].pk)
    text = text_of(receipt)
    assert "We have your concern" in text
    assert "Amina Khan, duty social worker, has this now. From 5pm it is with Joe Ellis, emergency duty worker." in text
    assert "Decision by the end of Monday 23 November 2026." in text
    assert "01632 960 111" in text
    assert told(concern) == {"amina.khan"}
